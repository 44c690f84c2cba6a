"""What a word may be by itself: a month, a negation, a pronoun; told once for each word, so that most texts pass most rules at a glance.

A rule says with ``trait`` what it looks for, in words or in signs. A text's traits are those of its words and signs together, one bit
each; there are at most thirty, as Python needs several times as long for larger numbers. News has new words in every sentence, so a
word is first looked up among those that some trait lists, by its first letters, by its capital; the rest has none.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from transloc.checks.text.remembered import Remembered
from transloc.glossary import Glossary
from transloc.glossary.inflection import morphology
from transloc.glossary.inflection.morphology import Morphology

Words = Callable[[str], Iterable[str]]
"""Words, or how words begin, in small letters, in texts of a locale."""


OfTerms = Callable[[Glossary, str], Callable[[str], bool] | None]
"""Makes, for a glossary and a locale, what tells whether a token has something of it; None where none can."""


def none(_: str) -> Iterable[str]:
    """Return no words."""
    return ()


class _Trait(NamedTuple):
    words: Words
    beginnings: Words
    capital: bool
    parts: bool
    tells: Callable[[str, str], bool] | None


#: Bits that no text has by its words: what every pair has, what a glossary, a house style and marked quotations add to it.
EVERY, GLOSSARY, HOUSE, QUOTATIONS = 1, 2, 4, 8
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*")
_TRAITS: list[_Trait | None] = [None] * 4
_SIGNS: dict[str, int] = defaultdict(int)
_PATTERNS: list[tuple[int, re.Pattern[str]]] = []
_LETTERS: list[tuple[int, re.Pattern[str]]] = []
_TERMS: list[tuple[int, OfTerms]] = []
_JOINTS = re.compile("['’ʼ`-]")
#: What stands around a word, and right behind it, and is no part of a pattern.
_AROUND, _BEHIND = '«»“”„"()[]', (",", ".")
#: How many letters lead to the beginnings of words.
_LEAD = 2
#: The words of tokens that are more than letters, as they are mostly a word with its comma or quotation mark.
_words_in = Remembered(WORD.findall)


def words_in(token: str) -> list[str]:
    """Return the words in what stands between white spaces."""
    return [token] if token.isalpha() else _words_in[token]


def words_of(tokens: Iterable[str]) -> list[str]:
    """Return the words of a text that is cut at its white spaces, in order."""
    found: list[str] = []
    for token in tokens:
        if token.isalpha():
            found.append(token)
        else:
            found += _words_in[token]
    return found


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
    return _bit(_Trait(words, beginnings, capital, parts, tells))


def sign(signs: str = "", *patterns: str, bit: int = 0) -> int:
    """Return the bit of a new trait, or ``bit``, of texts that have one of ``signs``, or a pattern between two white spaces.

    A pattern is looked for where there is more than letters, with a comma or point behind them, in brackets or quotation marks.
    """
    bit = bit or _bit(None)
    for one in signs:
        _SIGNS[one] |= bit
    if patterns:
        _PATTERNS.extend((bit, re.compile(pattern)) for pattern in patterns)
        _any_pattern.cache_clear()
    return bit


def letters(pattern: str) -> int:
    """Return the bit of a new trait of texts that have the letters of ``pattern``."""
    bit = _bit(None)
    _LETTERS.append((bit, re.compile(pattern)))
    return bit


def terms(tells: OfTerms, bit: int = 0) -> int:
    """Return the bit of a new trait, or ``bit``, of texts that have something of the glossary by which they are read: see ``Side``."""
    bit = bit or _bit(None)
    _TERMS.append((bit, tells))
    return bit


def of_terms() -> int:
    """Return all traits that a glossary gives."""
    return reduce(or_, (bit for bit, _ in _TERMS), 0)


def _bit(one: _Trait | None) -> int:
    _TRAITS.append(one)
    _known.cache_clear()
    _read_by.cache_clear()
    _of_words.cache_clear()
    _bits_of.clear()
    return 1 << (len(_TRAITS) - 1)


def of_signs() -> int:
    """Return all traits that are not of words."""
    return sum(1 << number for number, one in enumerate(_TRAITS) if one is None)  # those of no text do no harm


class Known(Remembered[int]):
    """The traits of what stands between white spaces in texts of a locale that are read by a glossary, if by any, and of their words."""

    def __init__(self, locale: str, glossary: Glossary | None) -> None:
        super().__init__(self._one)
        made = [(bit, tells(glossary, locale)) for bit, tells in _TERMS] if glossary else []
        self._of_terms = [(bit, tells) for bit, tells in made if tells]
        self.of_words = _of_words(locale)
        self._same: dict[int, int] = {}
        self._telling = (1 << len(_TRAITS)) - 1 - sum(bit for bit, _ in _LETTERS)

    def read(self, text: str) -> tuple[list[str], list[tuple[int, str, int]], int]:
        """Return what stands between white spaces; what of it tells more than its script, with its number and traits; and all traits."""
        tokens, telling = text.split(), self._telling
        bits = list(map(self.__getitem__, tokens))
        marked = [(number, tokens[number], one) for number, one in enumerate(bits) if one & telling]
        return tokens, marked, reduce(or_, set(bits), 0)

    def _one(self, token: str) -> int:
        found = self._found(token)
        for bit, tells in self._of_terms:
            if tells(token):
                found |= bit
        return self._same.setdefault(found, found)  # one object for all tokens with these traits

    def _found(self, token: str) -> int:
        found = reduce(or_, map(_bits_of.__getitem__, token))
        word = token.strip(_AROUND)
        if word[-1:] in _BEHIND:
            word = word[:-1]
        if word.isalpha():
            return found | self.of_words.found(word)
        if _any_pattern().search(token):  # few do
            found |= reduce(or_, [bit for bit, pattern in _PATTERNS if pattern.search(token)], 0)
        return reduce(or_, map(self.of_words.found, WORD.findall(token)), found)


@cache
def _any_pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _PATTERNS) or "(?!)")


class _OfCharacter(dict[str, int]):
    def __missing__(self, character: str) -> int:
        found = _SIGNS.get(character, 0) | sum(bit for bit, pattern in _LETTERS if pattern.match(character))
        self[character] = found
        return found


_bits_of = _OfCharacter()


class _OfWords(Remembered[int]):
    def __init__(self, locale: str) -> None:
        super().__init__(self.found)
        self._locale = locale
        self._listed: dict[str, int] = defaultdict(int)
        self._beginnings: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._of_parts = self._of_capitals = 0
        for bit, one in ((1 << number, one) for number, one in enumerate(_TRAITS) if one):
            for word in one.words(locale):
                self._listed[word] |= bit
            for word in one.beginnings(locale):
                self._beginnings[word[:_LEAD]][word] |= bit
            self._of_parts |= bit * one.parts
            self._of_capitals |= bit * one.capital

    def found(self, word: str) -> int:
        """Return the traits of a word, without remembering them."""
        low = word.lower()
        may = self._may(low)
        if not low.isalpha():
            for part in {*low.split("-"), *_JOINTS.split(low)}:
                may |= self._may(part) & self._of_parts
        if word[0].isupper():
            may |= self._of_capitals
        return may and sum([bit for bit, one in _each(may) if one.tells is None or one.tells(word, self._locale)])

    def _may(self, low: str) -> int:
        found = self._listed.get(low, 0)
        if low[:_LEAD] in self._beginnings:
            for beginning, bits in self._beginnings[low[:_LEAD]].items():
                if low.startswith(beginning):
                    found |= bits
        return found


def _each(bits: int) -> Iterator[tuple[int, _Trait]]:
    while bits:
        bit = bits & -bits
        if one := _TRAITS[bit.bit_length() - 1]:
            yield bit, one
        bits ^= bit


@cache
def _of_words(locale: str) -> _OfWords:
    return _OfWords(locale)


def known(locale: str, glossary: Glossary | None) -> Known:
    """Return what is known of the words of texts of ``locale`` that are read by ``glossary``."""
    return _read_by(locale, glossary, morphology.chosen()) if glossary else _known(locale)


@cache
def _known(locale: str) -> Known:
    return Known(locale, None)


@lru_cache(maxsize=4)  # a desk changes its glossary every day
def _read_by(locale: str, glossary: Glossary, _: Morphology) -> Known:
    return Known(locale, glossary)
