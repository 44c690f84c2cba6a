"""The people of a glossary whom a text names by the surname alone: looked up word by word, whatever the number of terms."""

from collections.abc import Callable
from functools import lru_cache

from transloc.checks.text.remembered import Remembered
from transloc.checks.text.traits import WORD, terms
from transloc.glossary import Concept, Glossary, families
from transloc.glossary.inflection import morphology
from transloc.glossary.inflection.morphology import Morphology

#: A surname of fewer letters is too often something else when it stands alone: «Рок», «Рід», «Сі».
_TELLING = 4


class Surnames(Remembered[tuple[Concept, ...]]):
    """The people whom a word calls, in the order of the glossary; in capitals too, as in headlines. Of most words nobody."""

    def __init__(self, glossary: Glossary, column: str) -> None:
        super().__init__(self._called)
        self._people = families.Called(glossary, column)

    def _called(self, word: str) -> tuple[Concept, ...]:
        return () if len(word) < _TELLING or not word[0].isupper() else self._people.by(word)


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
