"""What a rule catches, told to people: its page of docs/reference/checks, which comes along in the installed package."""

from functools import cache
from importlib import resources
from pathlib import Path

from transloc.checks.settings import known


@cache
def page(rule: str) -> str:
    """Return the page of ``rule`` in Markdown; raises InputError, with the nearest name, for a rule that does not exist."""
    return (pages() / f"{known(rule)}.md").read_text(encoding="utf-8")


def pages() -> Path:
    """Return the folder of the pages: in a checkout it lies in the docs, in an installed package beside the code."""
    packaged = Path(str(resources.files("transloc"))) / "checks" / "pages"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "docs" / "reference" / "checks"
