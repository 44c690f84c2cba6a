"""English: regular plurals (the possessive needs none: ``'s`` is a token of its own)."""

import re
from collections.abc import Iterator

from transloc.glossary.entry import Concept

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z", re.IGNORECASE)
_CONSONANT_Y = re.compile(r"[bcdfghjklmnpqrstvwxz]y\Z", re.IGNORECASE)


def inflect(term: str, _: Concept) -> Iterator[str]:
    """Yield the plural of a term that ends in a letter."""
    if term[-1].isalpha():
        yield plural(term)


def plural(term: str) -> str:
    """Return the regular plural of the last word."""
    if _SIBILANT.search(term):
        return term + "es"
    if _CONSONANT_Y.search(term) and not term[:1].isupper():
        return term[:-1] + "ies"
    return term + "s"
