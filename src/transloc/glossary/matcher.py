"""Finds the terms of a glossary in running text, in every form."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from transloc import markup
from transloc.glossary.entry import Concept, Glossary, Status
from transloc.glossary.inflection import forms, keep, morphology
from transloc.glossary.inflection.morphology import Morphology
from transloc.glossary.matching import tokens
from transloc.glossary.matching.tokens import Ahead, Pieces, Tokens, initial
from transloc.glossary.matching.trie import Entry, Trie
from transloc.glossary.spelling import TO_CYRILLIC, spell
from transloc.languages import language


class Match(NamedTuple):
    """An occurrence: ``text[start:end]`` as it stands in the searched text, in code points, inline codes counted."""

    start: int
    end: int
    concept: Concept
    text: str


class Matcher:
    """The terms of ``glossary`` in the language of ``locale``; deprecated concepts are left out.

    A glossary without a column for the locale matches nothing. ``phrases`` limits the search to other texts than the allowed
    terms: pairs of a concept and the words to look for. The forms of a term are made when a text first has a word with its initial.
    """

    def __init__(self, glossary: Glossary, locale: str, phrases: Iterable[tuple[Concept, str]] | None = None) -> None:
        self.column = glossary.column_for(locale)
        self._tongue = language(locale)
        self._pattern = tokens.pattern(self._tongue)
        self._trie = Trie()
        self._waiting: dict[str, list[Concept]] = {}
        self._seen: set[str] = set()  # first letters of words whose terms are in the trie
        self._lock = Lock()
        for concept, form in phrases or ():
            self._add(concept, form)
        if phrases is None and self.column is not None:
            self._wait(glossary, self.column)

    def _wait(self, glossary: Glossary, column: str) -> None:
        for concept in glossary.concepts:
            if concept.status is not Status.DEPRECATED:
                written = (*concept.citations(column), *concept.forms(column))
                first = [found[0][0] for text in written if (found := self._pattern.search(spell(text).words))]
                first += [letter.translate(TO_CYRILLIC) for letter in first]  # as «BBCами» is spelt
                for letter in dict.fromkeys(map(initial, first)):
                    self._waiting.setdefault(letter, []).append(concept)

    @property
    def _empty(self) -> bool:
        return not self._waiting and self._trie.empty

    def find(self, text: str, nested: bool = False) -> tuple[Match, ...]:
        """Return the occurrences of terms in ``text`` by their order in it; of overlapping ones the longest alone.

        Homonyms, which cover the same words, are all given. ``nested`` gives every occurrence, whatever overlaps it.
        """
        if self._empty:
            return ()
        bare = markup.strip(text) if "<" in text else None
        cut = _cut(bare.words if bare else text, self._tongue)
        self._look(cut.words)
        return _matches(text, bare, [(*cut.span(f.first, f.last), f.entry.concept) for f in self._trie.walk(cut)], nested=nested)

    def find_in(self, text: str, begun: Iterable[int]) -> tuple[Match, ...]:
        """Return what ``find`` does; ``begun`` are the numbers of the pieces between white spaces, codes left out, that ``begins`` told."""
        bare = markup.strip(text) if "<" in text else None
        pieces, placed = Pieces(bare.words if bare else text), list[_Placed]()
        for number in begun:
            ahead = Ahead(pieces, number, self._pattern)
            placed += [(*ahead.span(f.first, f.last), f.entry.concept) for f in self._trie.walk(ahead)]
        return _matches(text, bare, placed, nested=False)

    def begins(self, token: str) -> bool:
        """Tell whether a term may begin in ``token``, which stands between two white spaces."""
        words = self._pattern.findall(tokens.lower(spell(token).words))
        self._look(words)
        return self._trie.begins(words)

    def _look(self, words: Sequence[str]) -> None:
        """Make sure that the terms that may begin with one of ``words`` can be found."""
        if self._waiting and not self._seen.issuperset(letters := [word[0] for word in words]):
            self._prepare(letters)

    def _prepare(self, letters: Collection[str]) -> None:
        """Add the terms that begin with one of ``letters``, before another thread can take these for seen."""
        with self._lock:
            for letter in {initial(letter) for letter in letters} & self._waiting.keys():
                for concept in self._waiting[letter]:
                    for form in dict.fromkeys(forms(concept, self.column or "")):
                        self._add(concept, form)
                del self._waiting[letter]
            self._seen.update(letters)
            keep()

    def _add(self, concept: Concept, form: str) -> None:
        words = spell(form).words.strip()
        found = tuple(self._pattern.findall(words))
        if found:
            self._trie.add(Entry(concept, found, " " in words), self._pattern.findall(tokens.lower(words)))


@lru_cache(maxsize=128)  # all terms that a source names are looked for in the same target
def _cut(text: str, tongue: str) -> Tokens:
    return Tokens(text, tokens.pattern(tongue))


def matcher(glossary: Glossary, locale: str) -> Matcher:
    """Return the matcher of a glossary and a locale, built once."""
    return _matcher(glossary, locale, morphology.chosen())


@lru_cache(maxsize=64)
def _matcher(glossary: Glossary, locale: str, _: Morphology) -> Matcher:
    return Matcher(glossary, locale)


_Placed = tuple[int, int, Concept]


def _longest(found: list[_Placed]) -> list[_Placed]:
    """Keep of overlapping finds the longest, of equally long ones the first; homonyms on one span stay together."""
    taken = bytearray(max(end for _, end, _ in found))
    spans: set[tuple[int, int]] = set()
    kept = []
    for start, end, concept in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if (start, end) in spans or not any(taken[start:end]):
            spans.add((start, end))
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end, concept))
    return kept


def _ordered(found: list[_Placed]) -> list[_Placed]:
    once = {(start, end, concept.id): (start, end, concept) for start, end, concept in found}
    return sorted(once.values(), key=lambda f: (f[0], -f[1]))


def _matches(text: str, bare: markup.Plain | None, placed: list[_Placed], *, nested: bool) -> tuple[Match, ...]:
    """Return what was found at offsets of the bare words as matches in the text."""
    if len(placed) > 1:
        placed = _ordered(placed if nested else _longest(placed))
    if bare is not None:
        placed = [(*bare.span(start, end), concept) for start, end, concept in placed]
    return tuple([Match(start, end, concept, text[start:end]) for start, end, concept in placed])
