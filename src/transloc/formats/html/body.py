"""The text of a page's article as trafilatura finds it: the second vote on what is article and what is furniture.

It is asked in small letters, so that the verdict is the same when a translation writes a word otherwise; it gives text without
places, which ``Vote`` matches back to units.
"""

import re
from contextlib import suppress

#: A larger page is no article, and would take minutes.
MAX_CHARACTERS = 3_000_000
_BREAK = re.compile(r"[\W_]+")


class Vote:
    """What trafilatura takes for the article of the page ``text``; ``empty`` where it found none."""

    def __init__(self, text: str) -> None:
        found = ""
        if len(text) <= MAX_CHARACTERS:
            from trafilatura import extract

            with suppress(Exception):  # another's heuristics on any page of the world: without its vote the first one decides
                found = extract(text.lower(), include_comments=False, include_tables=True) or ""
        self._words = f" {_bare(found)} "

    @property
    def empty(self) -> bool:
        """Whether it gives no verdict."""
        return self._words.isspace()

    def holds(self, words: str) -> bool:
        """Tell whether a unit's ``words`` stand in the article."""
        bare = _bare(words)
        return bool(bare) and f" {bare} " in self._words


def _bare(text: str) -> str:
    return _BREAK.sub(" ", text.lower()).strip()
