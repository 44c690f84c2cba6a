"""What keeps its shape and takes endings behind it: abbreviations and names in Latin letters."""

import re
from collections.abc import Iterator

_SHORT = ("у", "а", "ом", "і", "ові", "и", "ів", "ам", "ами", "ах")
_JOINTS = ("", "'", "-")
_CONSONANT = re.compile(r"[БВГҐДЖЗЙКЛМНПРСТФХЦЧШЩ]\Z")
_LATIN = re.compile(r"[A-Za-z0-9]")


def abbreviation(word: str) -> Iterator[str]:
    """Yield the forms of an abbreviation in capitals: «ТЕС», «ТЕСу»; one that ends in a vowel has a single form."""
    yield word
    if _CONSONANT.search(word):
        yield from (word + ending for ending in _SHORT)


def latin(term: str) -> Iterator[str]:
    """Yield the forms of a name in Latin letters: «Starlinkом», «Starlink'и», «Starlink-ів»."""
    yield term
    if _LATIN.search(term[-1:]):
        yield from (term + joint + ending for joint in _JOINTS for ending in _SHORT)


def is_latin(term: str) -> bool:
    """Tell whether the last word of a term is written in Latin letters."""
    return bool(re.search(r"[A-Za-z][\w.]*\Z", term)) and not re.search("[\u0400-\u052f]", term.split()[-1])
