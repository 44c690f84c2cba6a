"""Finds the terms of a glossary in running text.

A trie over tokens holds the forms of every term; the text is walked once. Case rule ``auto``, as measured: an all-caps term
needs capitals, a capitalised single word and each word of a person's name need a capital (so headlines in capitals match), all
else matches in any case. ``exact`` wants the case of the glossary, ``any`` none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from transloc import markup
from transloc.glossary.entry import Case, Concept, ConceptKind, Glossary, Status
from transloc.glossary.inflection import forms
from transloc.glossary.spelling import Spelt, spell
from transloc.languages import language


@dataclass(frozen=True, slots=True)
class Match:
    """An occurrence: ``text[start:end]`` as it stands in the searched text, in code points, inline codes counted."""

    start: int
    end: int
    concept: Concept
    text: str


@dataclass(frozen=True, slots=True)
class _Entry:
    concept: Concept
    words: tuple[str, ...]  # the form's tokens as the glossary writes them
    phrase: bool


@dataclass(slots=True)
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[_Entry] = field(default_factory=list)


@cache
def _tokens(tongue: str) -> re.Pattern[str]:
    """Return what a token is: a word with its inner apostrophes, or any other mark; in English ``'s`` stands alone."""
    inner = r"'(?![sS]\b)" if tongue == "en" else "'"
    own = r"'[sS]\b|" if tongue == "en" else ""
    return re.compile(rf"{own}[^\W_]+(?:{inner}[^\W_]+)*|[^\w\s]|_")


class Matcher:
    """The terms of ``glossary`` in the language of ``locale``; deprecated concepts are left out.

    A glossary without a column for the locale matches nothing. ``phrases`` limits the search to other texts than the allowed
    terms: pairs of a concept and the words to look for.
    """

    def __init__(self, glossary: Glossary, locale: str, phrases: Iterable[tuple[Concept, str]] | None = None) -> None:
        self.column = glossary.column_for(locale)
        self._pattern = _tokens(language(locale))
        self._root = _Node()
        for concept, form in self._forms(glossary) if phrases is None else phrases:
            self._add(concept, form)

    def _forms(self, glossary: Glossary) -> Iterator[tuple[Concept, str]]:
        if self.column is None:
            return
        for concept in glossary.concepts:
            if concept.status is not Status.DEPRECATED:
                yield from ((concept, form) for form in dict.fromkeys(forms(concept, self.column)))

    def _add(self, concept: Concept, form: str) -> None:
        words = tuple(self._pattern.findall(spell(form).words))
        node = self._root
        for word in words:
            node = node.next.setdefault(_lower(word), _Node())
        if words:
            node.ends.append(_Entry(concept, words, len(form.split()) > 1))

    def find(self, text: str, nested: bool = False) -> tuple[Match, ...]:
        """Return the occurrences of terms in ``text`` by their order in it; of overlapping ones the longest alone.

        Homonyms, which cover the same words, are all given. ``nested`` gives every occurrence, whatever overlaps it.
        """
        bare = markup.strip(text) if "<" in text else None
        spelt = spell(bare.words if bare else text)
        found = self._walk(spelt.words)
        if not found:
            return ()
        kept = found if nested else _longest(found)
        return tuple(_match(text, bare, spelt, start, end, entry.concept) for start, end, entry in _ordered(kept))

    def _walk(self, words: str) -> list[tuple[int, int, _Entry]]:
        lowered = _lower(words)
        tokens = self._pattern.findall(lowered)
        if self._root.next.keys().isdisjoint(tokens):
            return []
        spans = [found.span() for found in self._pattern.finditer(lowered)]
        found = []
        for at, token in enumerate(tokens):
            node = self._root.next.get(token)
            last = at
            while node is not None:
                if node.ends and _bounded(tokens, spans, at, last):
                    here = spans[at : last + 1]
                    found += [(here[0][0], here[-1][1], entry) for entry in node.ends if _case_fits(entry, words, here)]
                last += 1
                node = node.next.get(tokens[last]) if last < len(tokens) else None
        return found


@lru_cache(maxsize=16)
def matcher(glossary: Glossary, locale: str) -> Matcher:
    """Return the matcher of a glossary and a locale, built once."""
    return Matcher(glossary, locale)


def _lower(text: str) -> str:
    """Return ``text`` in lower case and of the same length: a letter that would grow, such as İ, stays."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _bounded(tokens: list[str], spans: list[tuple[int, int]], first: int, last: int) -> bool:
    """Tell whether a single word is no part of a compound with a hyphen; phrases may be followed by one."""
    if first != last or not tokens[first][0].isalnum():
        return True
    before = (
        first > 1 and tokens[first - 1] == "-" and spans[first - 1][1] == spans[first][0] and spans[first - 2][1] == spans[first - 1][0]
    )
    after = (
        last + 2 < len(tokens)
        and tokens[last + 1] == "-"
        and spans[last][1] == spans[last + 1][0]
        and spans[last + 1][1] == spans[last + 2][0]
    )
    return not (before or after)


def _case_fits(entry: _Entry, text: str, spans: list[tuple[int, int]]) -> bool:
    concept = entry.concept
    if concept.case is Case.ANY:
        return True
    written = [text[start:end] for start, end in spans]
    if concept.case is Case.EXACT:
        return tuple(written) == entry.words
    single = not entry.phrase
    if not single and concept.kind is not ConceptKind.PERSON:
        return True
    return all(_capitals_fit(term, word) for term, word in zip(entry.words, written, strict=True))


def _capitals_fit(term: str, word: str) -> bool:
    if term[:2].isupper():
        return all(letter.isupper() for own, letter in zip(term, word, strict=True) if own.isupper())
    return not term[0].isupper() or word[0].isupper()


_Found = tuple[int, int, _Entry]


def _longest(found: list[_Found]) -> list[_Found]:
    """Keep of overlapping finds the longest, of equally long ones the first; homonyms on one span stay together."""
    taken = bytearray(max(end for _, end, _ in found))
    spans: set[tuple[int, int]] = set()
    kept = []
    for start, end, entry in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if (start, end) in spans or not any(taken[start:end]):
            spans.add((start, end))
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end, entry))
    return kept


def _ordered(found: list[_Found]) -> list[_Found]:
    once = {(start, end, entry.concept.id): (start, end, entry) for start, end, entry in found}
    return sorted(once.values(), key=lambda f: (f[0], -f[1]))


def _match(text: str, bare: markup.Plain | None, spelt: Spelt, start: int, end: int, concept: Concept) -> Match:
    start, end = spelt.span(start, end)
    if bare is not None:
        start, end = bare.span(start, end)
    return Match(start, end, concept, text[start:end])
