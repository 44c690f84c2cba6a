"""Accounts as the owner of the desk keeps them, and the links with which people set their passwords."""

from transloc.jobs.newsroom import Newsroom, now
from transloc.model import Person
from transloc.store import place

#: What the address of such a link begins with.
PATH = "/link/"


def link(newsroom: Newsroom, name: str, *, actor: Person, url: str = "") -> str:
    """Return the address at which the person ``name`` sets a password, once and within three days.

    It begins with ``url``, else with that of the settings, else with that of the desk that runs now; without any of them it is a path.
    """
    root = newsroom.project.root
    person, token = newsroom.store.password_token(name, place.secret(root), actor=actor, at=now())
    return f"{url or newsroom.project.url or place.served(root).rstrip('/')}{PATH}{person}/{token}/"
