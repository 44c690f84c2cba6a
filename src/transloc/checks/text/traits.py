"""What a word may be by itself: a month, a negation, a pronoun; told once for each word, so that most texts pass most rules at a glance.

A rule says with ``trait`` what it looks for in words. A text's ``traits`` are those of its words together, one bit each.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, reduce
from operator import or_

Tells = Callable[[str, str], bool]
"""Tells whether a word, as it is spelt, has the trait in a text of a locale."""

_TELLS: list[Tells] = []
#: So many words of a locale are remembered; the text of a newsroom comes back to a few thousand.
_MOST = 100_000


class _Known(dict[str, int]):
    """The traits of the words of a locale, looked at when they are first asked for."""

    def __init__(self, locale: str) -> None:
        super().__init__()
        self._locale = locale

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = sum(1 << bit for bit, tells in enumerate(_TELLS) if tells(word, self._locale))
        return found


def trait(tells: Tells) -> int:
    """Return the bit of a new trait."""
    _TELLS.append(tells)
    _known.cache_clear()
    return 1 << (len(_TELLS) - 1)


@cache
def _known(locale: str) -> _Known:
    return _Known(locale)


def together(words: Iterable[str], locale: str) -> int:
    """Return the traits that ``words`` of a text of ``locale`` have between them."""
    return reduce(or_, map(_known(locale).__getitem__, words), 0)


def known(locale: str) -> Mapping[str, int]:
    """Return the traits by word, of words of texts of ``locale``."""
    return _known(locale)
