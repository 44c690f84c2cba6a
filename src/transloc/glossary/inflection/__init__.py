"""The surface forms of a term: what the matcher looks for.

One module a language. A language without one has its terms found exactly, and in the forms that a row spells out.
"""

from collections.abc import Callable, Iterator, Mapping

from transloc.glossary.entry import Concept, ConceptKind, Usage
from transloc.glossary.inflection import english, ukrainian
from transloc.languages import language

#: Language → the forms of one term of a concept, the term itself not needed among them.
INFLECT: Mapping[str, Callable[[str, Concept], Iterator[str]]] = {"en": english.inflect, "uk": ukrainian.inflect}


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
    inflect = INFLECT.get(language(column))
    if inflect and concept.kind is not ConceptKind.LABEL:
        yield from inflect(term, concept)
