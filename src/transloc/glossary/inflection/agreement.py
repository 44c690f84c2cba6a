"""Joins the forms of a term's words: its head inflects, what agrees with it follows case by case, a tail stands still.

Agreement is done loosely: a form too many finds nothing, a form too few is a false alarm.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from transloc.glossary.entry import Concept, ConceptKind

#: Case and number ("g" the genitive singular, "G" the plural's, and so on) → the forms of a word.
Forms = Mapping[str, Sequence[str]]

_PARTS = re.compile(r"([\s\u00a0-]+)")


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: the forms of a noun, of a name, and of an adjective (none for a word that is no adjective).

    A word of ``tail`` begins what never inflects.
    """

    noun: Callable[[str], Forms]
    name: Callable[[str], Forms]
    adjective: Callable[[str], Forms]
    tail: tuple[str, ...]


def decline(term: str, concept: Concept, grammar: Grammar) -> Iterator[str]:
    """Yield the forms of a term that is given in the nominative; of a person every word inflects, or stays as it is."""
    parts = _PARTS.split(term)
    words = parts[::2]
    if all(words):
        readings = _person if concept.kind is ConceptKind.PERSON else _phrase
        for reading in readings(words, grammar):
            for chosen in _joined(words, reading):
                parts[::2] = chosen
                yield "".join(parts)


def _person(words: Sequence[str], grammar: Grammar) -> Iterator[list[Forms]]:
    named = [{} if word.islower() else merged(grammar.name(word), grammar.adjective(word)) for word in words]
    for at, (word, forms) in enumerate(zip(words[:-1], named, strict=False)):  # several people share the surname alone
        named[at] = {case: (*forms[case], word) if case.islower() else (word,) for case in forms}
    if len(words) > 1:
        named[-1] = {case: (*several, words[-1]) for case, several in named[-1].items()}
    yield named


def _phrase(words: Sequence[str], grammar: Grammar) -> Iterator[list[Forms]]:
    """Yield each reading: with the head at any place up to the first word that is no adjective, and its tail of any length."""
    end = next((at for at, word in enumerate(words) if at and word.lower() in grammar.tail), len(words))
    adjectives = [grammar.adjective(word) for word in words[:end]]
    still: Forms = {}
    for head in range(end):
        if len(words) > 1 and words[head].isupper():
            noun = still
        else:
            noun = merged(grammar.noun(words[head]), adjectives[head] if end == 1 else still)
        last = head + 1
        while last <= end:
            yield [*adjectives[:head], noun, *adjectives[head + 1 : last], *(still for _ in words[last:])]
            if last == end or not adjectives[last]:
                break
            last += 1
        if not adjectives[head]:
            break


def _joined(words: Sequence[str], reading: Sequence[Forms]) -> Iterator[tuple[str, ...]]:
    for case in dict.fromkeys(case for forms in reading for case in forms):
        if all(case in forms for forms in reading if forms):
            yield from product(*(forms.get(case, (word,)) for word, forms in zip(words, reading, strict=True)))


def merged(*several: Mapping[str, Iterable[str]]) -> Forms:
    """Return the forms of a word that may be read in more than one way."""
    return {case: tuple(dict.fromkeys(form for forms in several for form in forms.get(case, ()))) for forms in several for case in forms}


#: Case and number → the endings that a stem takes.
Paradigm = Mapping[str, tuple[str, ...]]


def endings(table: str) -> Paradigm:
    """Read a paradigm such as ``"g a u | d owi | N y"``: a case and its endings; ``=`` is no ending."""
    rows = (row.split() for row in table.split("|"))
    return {case: tuple("" if ending == "=" else ending for ending in several) for case, *several in rows}


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a list that is written with spaces."""
    return tuple(text.split())
