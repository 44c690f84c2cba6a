"""How running text names a person after the first mention: by the surname alone, or with initials before it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from transloc.glossary.entry import Concept, ConceptKind, Glossary, Status
from transloc.glossary.inflection import forms
from transloc.glossary.spelling import spell

_SUFFIX = re.compile(r",?[ -](?:Jr|Sr|jun|sen|jr|sr|II|III|IV|мол|ст|младший|молодший|старший|мл)\.?\Z")
#: The languages in which the surname stands first.
_SURNAME_FIRST = frozenset({"zh", "ko", "vi", "ja", "hu"})
#: Letters by which people wait until a text has a word that begins so; then their names are inflected.
_LEAD = 2

_People = tuple[Concept, ...]


def surname_forms(concept: Concept, column: str) -> Iterator[str]:
    """Yield the forms of a person's surname, as they stand in the forms of the whole name."""
    if concept.kind is ConceptKind.PERSON:
        for form in dict.fromkeys(forms(concept, column)):
            yield from surnames(form, concept)


def surnames(name: str, concept: Concept) -> Iterator[str]:
    """Yield the last word of a name of more than one, without "Jr."; of who speaks Chinese, Hungarian and such, the first as well."""
    parts = words(name)
    if len(parts) > 1:
        yield parts[-1]
        if speaks_surname_first(concept):
            yield parts[0]


def words(name: str) -> list[str]:
    """Return the words of a name, without "Jr."."""
    return _SUFFIX.sub("", name).split()


def speaks_surname_first(concept: Concept) -> bool:
    """Tell whether the surname stands first in the language that a person speaks."""
    return concept.speaks.partition("-")[0] in _SURNAME_FIRST


class Called:
    """The people of a glossary by what ``calls`` them, of each form of their names in the language of ``column``.

    They are looked up word by word, whatever their number, and rows that are out of use call nobody.
    """

    def __init__(self, glossary: Glossary, column: str, calls: Callable[[str, Concept], Iterable[str]] = surnames) -> None:
        self._column, self._calls = column, calls
        self._waiting: dict[str, _People] = {}
        self._forms: dict[str, Mapping[str, _People]] = {}
        for concept in glossary.concepts:
            if concept.kind is ConceptKind.PERSON and concept.status is not Status.DEPRECATED:
                names = (name for variant in concept.variants(column) for name in calls(variant, concept))
                for beginning in set(map(_beginning, names)):
                    self._waiting[beginning] = (*self._waiting.get(beginning, ()), concept)

    def by(self, word: str) -> _People:
        """Return whom a word with a capital calls, in the order of the glossary; in capitals too, as in headlines."""
        beginning = _beginning(word)
        if beginning not in self._waiting:
            return ()
        if beginning not in self._forms:
            self._forms[beginning] = self._inflected(self._waiting[beginning])
        return self._forms[beginning].get(spell(word.capitalize() if word.isupper() else word).words, ())

    def _inflected(self, people: _People) -> Mapping[str, _People]:
        found: dict[str, _People] = {}
        for concept in people:
            names = (name for form in dict.fromkeys(forms(concept, self._column)) for name in self._calls(form, concept))
            for name in {spell(name).words for name in names}:
                found[name] = (*found.get(name, ()), concept)
        return found


def _beginning(word: str) -> str:
    return spell(word[:_LEAD]).words.capitalize()
