"""A project on disk: ``transloc.toml``, where its files lie, and what its settings mean."""

from transloc.project.keep import keep_choices
from transloc.project.mail import PASSWORD, Mail, Security
from transloc.project.project import CONFIG, Project
from transloc.project.read import find, load, require
from transloc.project.sso import SECRET, Sso

__all__ = ["CONFIG", "PASSWORD", "SECRET", "Mail", "Project", "Security", "Sso", "find", "keep_choices", "load", "require"]
