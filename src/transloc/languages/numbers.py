"""How a locale writes numbers in digits (CLDR through Babel)."""

from functools import cache
from typing import NamedTuple

from transloc.languages import cldr


class Marks(NamedTuple):
    """The decimal mark, and the mark between groups of three digits."""

    decimal: str
    group: str


@cache
def marks(locale: str) -> Marks:
    """Return the marks of ``locale`` in Latin digits; those of English where CLDR does not know it."""
    from babel import Locale

    known = cldr(locale)
    symbols = Locale.parse(known if known != "root" else "en").number_symbols["latn"]
    return Marks(symbols["decimal"], symbols["group"].replace("\u202f", "\u00a0"))
