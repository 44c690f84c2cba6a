"""Ukrainian: every form of a term."""

from collections.abc import Iterator
from functools import cache

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection import morphology
from transloc.glossary.inflection.morphology import Morphology
from transloc.glossary.inflection.ukrainian import foreign, names, phrase
from transloc.glossary.inflection.ukrainian.lexicon import lexicon
from transloc.glossary.inflection.ukrainian.words import Words
from transloc.glossary.spelling import spell


@cache
def words(choice: Morphology) -> Words:
    """Return the words of Ukrainian as the lexicon of a choice tells them."""
    return Words(lexicon(choice))


def inflect(term: str, concept: Concept) -> Iterator[str]:
    """Yield the forms of ``term``; of a person's name also those with an initial."""
    spelt, known = " ".join(spell(term).words.split()), words(morphology.chosen())
    if not spelt:
        return
    if foreign.is_latin(spelt):
        yield from foreign.latin(spelt)
    elif concept.kind is ConceptKind.PERSON:
        yield from names.decline(spelt, concept.gender, known)
        yield from names.initialled(spelt, concept.gender, known)
    else:
        yield from phrase.decline(spelt, known)
