"""What lint asks of languages. Each question is a function, so that a test, or another lexicon, can answer it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from transloc.glossary.entry import Concept
from transloc.glossary.inflection import inflected


def _no_citation(term: str, concept: Concept, column: str) -> str | None:
    return None


def _not_common(word: str, column: str) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The answers for a term of a concept in the language of a column.

    ``forms`` are those in which the term may stand in a text. ``citation`` is the form in which a dictionary has it, None where the term
    is in that form already, or nobody can tell. ``common`` tells whether a word in lower case is a common noun.
    """

    forms: Callable[[str, Concept, str], Iterable[str]] = inflected
    citation: Callable[[str, Concept, str], str | None] = _no_citation
    common: Callable[[str, str], bool] = _not_common
