"""The surface forms of a term: what the matcher looks for.

One module a language. A language without one has its terms found exactly, and in the forms that a row spells out.
"""

from collections.abc import Callable, Iterator, Mapping

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection import cache, english, german, lemmas, polish, russian
from transloc.glossary.inflection.morphology import Morphology, use
from transloc.languages import language

__all__ = ["INFLECT", "Morphology", "forms", "inflected", "inflects", "keep", "use"]


def _ukrainian(term: str, concept: Concept) -> Iterator[str]:
    from transloc.glossary.inflection import ukrainian  # not before there is such a term: it took a tenth of the start of every check

    return ukrainian.inflect(term, concept)


#: Language → the forms of one term of a concept, the term itself not needed among them.
INFLECT: Mapping[str, Callable[[str, Concept], Iterator[str]]] = {
    **lemmas.INFLECT,
    "de": german.inflect,
    "en": english.inflect,
    "pl": polish.inflect,
    "ru": russian.inflect,
    "uk": _ukrainian,
}

#: Languages whose forms follow from the letters alone, so that nothing is gained by keeping them.
_QUICK = frozenset({"en"})

#: Characters up to which a term inflects: the words of a whole sentence would have millions of forms together.
_LONGEST = 300

keep = cache.save


def inflects(column: str) -> bool:
    """Tell whether terms of the column are found in inflected forms that no row lists."""
    return language(column) in INFLECT


def forms(concept: Concept, column: str) -> Iterator[str]:
    """Yield every form in which the concept's allowed terms may stand in the column's language, some more than once."""
    for term in concept.citations(column):
        yield from inflected(term, concept, column)
    yield from concept.forms(column)


def inflected(term: str, concept: Concept, column: str) -> Iterator[str]:
    """Yield the forms of one term of ``concept``, the term itself first."""
    yield term
    tongue = language(column)
    inflect = INFLECT.get(tongue)
    if inflect is None or concept.kind is ConceptKind.LABEL or len(term) > _LONGEST:
        return
    if tongue in _QUICK:
        yield from inflect(term, concept)
        return
    kept = cache.of(tongue)
    key = f"{concept.kind}\t{concept.gender}\t{term}"
    found = kept.get(key)
    if found is None:
        found = tuple(dict.fromkeys(inflect(term, concept)))
        kept.put(key, found)
    yield from found
