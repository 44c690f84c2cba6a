"""Ukrainian: every form of a term."""

from collections.abc import Iterator

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.ukrainian import foreign, names, phrase
from transloc.glossary.spelling import spell


def inflect(term: str, concept: Concept) -> Iterator[str]:
    """Yield the forms of ``term``."""
    spelt = spell(term).words
    if foreign.is_latin(spelt):
        yield from foreign.latin(spelt)
    elif concept.kind is ConceptKind.PERSON:
        yield from names.decline(spelt, concept.gender)
    else:
        yield from phrase.decline(spelt)
