"""The text of a page's article as trafilatura finds it: the second vote on what is article and what is furniture.

It is asked in small letters, so that the verdict is the same when a translation writes a word otherwise; it gives text without
places, which ``Vote`` matches back to units.
"""

import re
from contextlib import suppress
from enum import Enum

#: A larger page is no article, and would take minutes.
MAX_CHARACTERS = 3_000_000
#: Letters from which a text takes its place; a shorter one may stand anywhere, and often.
_LONG = 30
_TRIES = 8
_BREAK = re.compile(r"[\W_]+")


class Held(Enum):
    """Whether the article holds a text: not, for the first time, or again what an earlier unit has said."""

    NOT = "not"
    FIRST = "first"
    AGAIN = "again"


class Vote:
    """What trafilatura takes for the article of the page ``text``; ``empty`` where it found none."""

    def __init__(self, text: str) -> None:
        found = ""
        if len(text) <= MAX_CHARACTERS:
            from trafilatura import extract

            with suppress(Exception):  # another's heuristics on any page of the world: without its vote the first one decides
                found = extract(text.lower(), include_comments=False, include_tables=True) or ""
        self._words = f" {_bare(found)} "
        self._taken = bytearray(len(self._words))

    @property
    def empty(self) -> bool:
        """Whether it gives no verdict."""
        return self._words.isspace()

    def holds(self, words: str) -> Held:
        """Tell whether a unit's ``words`` stand in the article; asked in document order, unit by unit.

        A long text takes the place where it is found, so that a sidebar that repeats a title of the article is known as that.
        """
        bare = _bare(words)
        at = self._words.find(f" {bare} ") if bare else -1
        for _ in range(_TRIES):
            if at < 0 or len(bare) < _LONG or 2 * sum(self._taken[at + 1 : at + 1 + len(bare)]) < len(bare):
                break
            at = self._words.find(f" {bare} ", at + 1)
        else:
            at = -1
        if at < 0:
            return Held.AGAIN if bare and f" {bare} " in self._words else Held.NOT
        if len(bare) >= _LONG:
            self._taken[at + 1 : at + 1 + len(bare)] = b"\1" * len(bare)
        return Held.FIRST


def _bare(text: str) -> str:
    return _BREAK.sub(" ", text.lower()).strip()
