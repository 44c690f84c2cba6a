"""Whom of a glossary a word means that is known to be a name: a surname, however short, or the only name of a person."""

import re
from collections.abc import Iterator
from functools import lru_cache

from transloc.glossary.entry import Concept, ConceptKind, Glossary, Status
from transloc.glossary.families.persons import Called, speaks_surname_first, words
from transloc.glossary.inflection import inflects as has_forms
from transloc.glossary.inflection import morphology
from transloc.glossary.inflection.morphology import Morphology

#: What of a surname changes when it inflects: «Левчук, Левчука», «Гайдай, Гайдая», «Зеленський, Зеленського».
_ENDING = re.compile(r"(?<=\w{3})[аяоеєиіїйуюьыё]{1,2}\Z")
_LONGEST_ENDING = 4
#: A surname before the first name is often shorter, and something else: «До» (Đỗ) begins many a sentence.
_TELLING = 4
#: Others turn these names round («Віктор Орбан»), and the first is one that the neighbours bear too.
_TURNED_ROUND = "hu"


def stem(word: str) -> str:
    """Return what of a word in lower case stays when it inflects."""
    return _ENDING.sub("", word)


def inflects(word: str, root: str) -> bool:
    """Tell whether ``word`` may be a form of the word whose stem is ``root``."""
    return word.startswith(root) and len(word) <= len(root) + _LONGEST_ENDING


def calls(name: str, concept: Concept) -> Iterator[str]:
    """Yield the last word of a name, without "Jr."; of who speaks Chinese, Korean and such, the first as well."""
    parts = words(name)
    yield from parts[-1:]
    turned = concept.speaks.partition("-")[0] == _TURNED_ROUND
    if len(parts) > 1 and len(parts[0]) >= _TELLING and speaks_surname_first(concept) and not turned:
        yield parts[0]


class _Alike:
    """The people by names in a language whose forms nobody knows: what begins as a name does may be a form of it."""

    def __init__(self, glossary: Glossary, column: str) -> None:
        self._stems: dict[str, list[tuple[str, Concept]]] = {}
        for concept in glossary.concepts:
            if concept.kind is ConceptKind.PERSON and concept.status is not Status.DEPRECATED:
                for name in (name.casefold() for variant in concept.variants(column) for name in calls(variant, concept)):
                    self._stems.setdefault(name[:3], []).append((stem(name), concept))

    def by(self, word: str) -> tuple[Concept, ...]:
        own = word.casefold()
        return tuple(dict.fromkeys(concept for root, concept in self._stems.get(own[:3], ()) if inflects(own, root)))


def people(glossary: Glossary, locale: str) -> Called | _Alike | None:
    """Return whom a name in a text of ``locale`` calls; None where the glossary has no column for it."""
    column = glossary.column_for(locale)
    return _people(glossary, column, morphology.chosen()) if column else None


@lru_cache(maxsize=16)
def _people(glossary: Glossary, column: str, _: Morphology) -> Called | _Alike:
    return Called(glossary, column, calls) if has_forms(column) else _Alike(glossary, column)
