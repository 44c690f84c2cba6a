"""How a locale writes numbers in digits (CLDR through Babel)."""

from functools import cache
from typing import NamedTuple

from transloc.languages import kept


class Marks(NamedTuple):
    """The decimal mark, and the mark between groups of three digits."""

    decimal: str
    group: str


@cache
def marks(locale: str) -> Marks:
    """Return the marks of ``locale`` in Latin digits; those of English where CLDR does not know it."""
    asked = kept.of(locale)
    return Marks(asked.decimal, asked.group.replace("\u202f", "\u00a0"))
