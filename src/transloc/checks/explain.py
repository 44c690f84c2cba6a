"""What a rule catches, told to people: its page of docs/reference/checks, which comes along in the installed package."""

import sys
from functools import cache
from importlib import resources
from pathlib import Path

from transloc.checks.rules import ALL
from transloc.checks.settings import known


@cache
def page(rule: str) -> str:
    """Return the page of ``rule`` in Markdown; raises InputError, with the nearest name, for a rule that does not exist."""
    return (pages() / f"{known(rule)}.md").read_text(encoding="utf-8")


def summary(rule: str) -> str:
    """Return what ``rule`` finds, as the first line of its module says; raises InputError as ``page`` does."""
    doc = sys.modules[ALL[known(rule)].__module__].__doc__ or ""
    return doc.partition("\n")[0].rpartition("``: ")[2]


def pages() -> Path:
    """Return the folder of the pages: in a checkout it lies in the docs, in an installed package beside the code."""
    packaged = Path(str(resources.files("transloc"))) / "checks" / "pages"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "docs" / "reference" / "checks"
