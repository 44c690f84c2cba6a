"""What lint asks of languages. Each question is a function, so that a test, or another lexicon, can answer it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from transloc.glossary.entry import Concept
from transloc.glossary.inflection import inflected
from transloc.glossary.inflection.dictionary import cited, listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The answers for a term of a concept in the language of a column.

    ``forms`` are those in which the term may stand in a text. ``citation`` is the form in which a dictionary has it, None where the term
    is in that form already, or nobody can tell. ``listed`` tells whether a dictionary has a word in these very letters, so that one in
    lower case is no name.
    """

    forms: Callable[[str, Concept, str], Iterable[str]] = inflected
    citation: Callable[[str, Concept, str], str | None] = cited
    listed: Callable[[str, str], bool] = listed
