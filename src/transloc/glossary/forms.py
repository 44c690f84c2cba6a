"""The surface forms of a term: what the matcher looks for.

Exact forms, those that the row spells out, and English plurals. Inflection of other languages belongs here, behind ``forms``.
"""

import re
from collections.abc import Iterator

from transloc.glossary.entry import Concept, ConceptKind, Usage
from transloc.languages import language

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z", re.IGNORECASE)
_CONSONANT_Y = re.compile(r"[bcdfghjklmnpqrstvwxz]y\Z", re.IGNORECASE)


def forms(concept: Concept, column: str) -> Iterator[str]:
    """Yield every form in which the concept's allowed terms may stand in the column's language, some more than once."""
    own = concept.variants(column)
    if not own and not concept.translate:  # what stays as it is reads the same in every language
        own = tuple(dict.fromkeys(term.text for term in concept.terms if term.usage in (Usage.PREFERRED, Usage.ADMITTED)))
    for term in own:
        yield from inflected(term, concept, column)
    yield from concept.forms(column)


def inflected(term: str, concept: Concept, column: str) -> Iterator[str]:
    """Yield the forms of one term of ``concept``, the term itself first."""
    yield term
    if language(column) == "en" and concept.kind is not ConceptKind.LABEL and term[-1].isalpha():
        yield plural(term)


def plural(term: str) -> str:
    """Return the regular English plural of the last word (the possessive needs none: ``'s`` is a token of its own)."""
    if _SIBILANT.search(term):
        return term + "es"
    if _CONSONANT_Y.search(term) and not term[:1].isupper():
        return term[:-1] + "ies"
    return term + "s"
