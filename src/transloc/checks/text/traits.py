"""What a word may be by itself: a month, a negation, a pronoun; told once for each word, so that most texts pass most rules at a glance.

A rule says with ``trait`` what it looks for in words. A text's ``traits`` are those of its words together, one bit each. News has new
words in every sentence, so a word is first looked up among those that some trait lists, by its first letters, by its capital; the rest
has none.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

Words = Callable[[str], Iterable[str]]
"""Words, or how words begin, in small letters, in texts of a locale."""


def none(_: str) -> Iterable[str]:
    """Return no words."""
    return ()


class _Trait(NamedTuple):
    words: Words
    beginnings: Words
    capital: bool
    parts: bool
    tells: Callable[[str, str], bool] | None


_TRAITS: list[_Trait] = []
_JOINTS = re.compile("['’ʼ`-]")
#: How many letters lead to the beginnings of words.
_LEAD = 2
#: So many words of a locale are remembered; the text of a newsroom comes back to a few thousand.
_MOST = 100_000


def trait(
    *,
    words: Words = none,
    beginnings: Words = none,
    capital: bool = False,
    parts: bool = False,
    tells: Callable[[str, str], bool] | None = None,
) -> int:
    """Return the bit of a new trait, which the ``words`` listed have, and those with such ``beginnings``, of two letters at least.

    With ``parts`` one part of a word between hyphens and apostrophes will do. With ``capital`` all words with a capital may have it.
    ``tells`` has the last word on each, as it is spelt, in a locale.
    """
    _TRAITS.append(_Trait(words, beginnings, capital, parts, tells))
    _known.cache_clear()
    return 1 << (len(_TRAITS) - 1)


class _Known(dict[str, int]):
    """The traits of the words of a locale, found when they are first asked for."""

    def __init__(self, locale: str) -> None:
        super().__init__()
        self._locale = locale
        self._words: dict[str, int] = defaultdict(int)
        self._beginnings: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._of_parts = self._of_capitals = 0
        for number, one in enumerate(_TRAITS):
            bit = 1 << number
            for word in one.words(locale):
                self._words[word] |= bit
            for word in one.beginnings(locale):
                self._beginnings[word[:_LEAD]][word] |= bit
            self._of_parts |= bit * one.parts
            self._of_capitals |= bit * one.capital

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._found(word)
        return found

    def _found(self, word: str) -> int:
        low = word.lower()
        may = self._listed(low)
        if not low.isalpha():
            for part in {*low.split("-"), *_JOINTS.split(low)}:
                may |= self._listed(part) & self._of_parts
        if word[0].isupper():
            may |= self._of_capitals
        return may and sum(bit for bit, tells in _each(may) if tells is None or tells(word, self._locale))

    def _listed(self, low: str) -> int:
        found = self._words.get(low, 0)
        for beginning, bits in self._beginnings.get(low[:_LEAD], _NONE).items():
            if low.startswith(beginning):
                found |= bits
        return found


_NONE: Mapping[str, int] = {}


def _each(bits: int) -> Iterator[tuple[int, Callable[[str, str], bool] | None]]:
    """Yield each of ``bits`` with what has the last word on it."""
    while bits:
        bit = bits & -bits
        yield bit, _TRAITS[bit.bit_length() - 1].tells
        bits ^= bit


@cache
def _known(locale: str) -> _Known:
    return _Known(locale)


def together(words: Iterable[str], locale: str) -> int:
    """Return the traits that ``words`` of a text of ``locale`` have between them."""
    return reduce(or_, map(_known(locale).__getitem__, words), 0)


def known(locale: str) -> Mapping[str, int]:
    """Return the traits by word, of words of texts of ``locale``."""
    return _known(locale)
