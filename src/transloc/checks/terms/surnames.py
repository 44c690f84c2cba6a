"""The people of a glossary whom a text names by the surname alone: looked up word by word, whatever the number of terms."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from transloc.checks.text.remembered import Remembered
from transloc.checks.text.traits import WORD, terms
from transloc.glossary import Concept, ConceptKind, Glossary, Status, families
from transloc.glossary.inflection import morphology
from transloc.glossary.inflection.morphology import Morphology
from transloc.glossary.spelling import spell

#: A surname of fewer letters is too often something else when it stands alone: «Рок», «Рід», «Сі».
_TELLING = 4
#: Letters by which people wait until a text has a word that begins so; then their surnames are inflected.
_LEAD = 2

_People = tuple[Concept, ...]


class Surnames(Remembered[_People]):
    """The people whom a word calls, in the order of the glossary; in capitals too, as in headlines. Of most words nobody."""

    def __init__(self, glossary: Glossary, column: str) -> None:
        super().__init__(self._called)
        self._column = column
        self._waiting = _by_beginning(glossary, column)
        self._forms: dict[str, Mapping[str, _People]] = {}

    def _called(self, word: str) -> _People:
        beginning = word[:_LEAD].capitalize()
        if len(word) < _TELLING or not word[0].isupper() or beginning not in self._waiting:
            return ()
        if beginning not in self._forms:
            self._forms[beginning] = _inflected(self._waiting[beginning], self._column)
        return self._forms[beginning].get(spell(word.capitalize() if word.isupper() else word).words, ())


def _calls(glossary: Glossary, locale: str) -> Callable[[str], bool] | None:
    people = surnames(glossary, locale)
    return None if people is None else lambda token: not token.islower() and any(map(people.find, WORD.findall(token)))


#: A source in which somebody may be called by the surname.
CALLS = terms(_calls)


def surnames(glossary: Glossary, locale: str) -> Surnames | None:
    """Return the surnames in the language of ``locale``; None where the glossary has no column for it."""
    column = glossary.column_for(locale)
    return _surnames(glossary, column, morphology.chosen()) if column else None


@lru_cache(maxsize=16)
def _surnames(glossary: Glossary, column: str, _: Morphology) -> Surnames:
    return Surnames(glossary, column)


def _by_beginning(glossary: Glossary, column: str) -> Mapping[str, _People]:
    found: dict[str, _People] = {}
    for concept in glossary.concepts:
        if concept.kind is ConceptKind.PERSON and concept.status is not Status.DEPRECATED:
            names = (name for variant in concept.variants(column) for name in families.surnames(variant, concept))
            for beginning in {name[:_LEAD].capitalize() for name in names}:
                found[beginning] = (*found.get(beginning, ()), concept)
    return found


def _inflected(people: _People, column: str) -> Mapping[str, _People]:
    found: dict[str, _People] = {}
    for concept in people:
        for form in {spell(form).words for form in families.surname_forms(concept, column)}:
            found[form] = (*found.get(form, ()), concept)
    return found
