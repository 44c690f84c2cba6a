"""What a dictionary lists: whether a term stands in its citation form, and whether a word is in there as it is spelt.

The answers are kept on disk beside the forms, as the lexicons take most of a second to load.
"""

from collections.abc import Callable, Mapping
from functools import cache

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection import cache as disk
from transloc.glossary.inflection import citation, inflected, morphology, ukrainian
from transloc.glossary.inflection.ukrainian.cells import NOMINATIVE
from transloc.glossary.inflection.ukrainian.lexicon import lexicon
from transloc.languages import language

#: Languages whose words simplemma lists in lower case where they are no names; German nouns tell nothing by their case.
_LISTED = frozenset({"en", "ru", "uk"})
_NONE = "-"


def cited(term: str, concept: Concept, column: str) -> str | None:
    """Return the citation form of a term that stands in another one; None where it stands in that, or nobody can tell.

    Ukrainian alone. The first word decides: it must be known, and no nominative of the singular or the plural. Abbreviations and labels
    are what they are.
    """
    if language(column) != "uk" or concept.kind in (ConceptKind.ABBR, ConceptKind.LABEL):
        return None
    answer = _kept("uk", f"cited\t{concept.kind}\t{term}", lambda: _cited(term, concept, column) or _NONE)
    return None if answer == _NONE else answer


def listed(word: str, column: str) -> bool:
    """Tell whether ``word``, in these capitals or small letters, is a lemma of the dictionary (simplemma)."""
    tongue = language(column)
    return tongue in _LISTED and _kept(tongue, f"listed\t{word}", lambda: "yes" if _table(tongue).get(word) == word else _NONE) == "yes"


def _kept(tongue: str, key: str, answer: Callable[[], str]) -> str:
    kept = disk.of(f"{tongue}.dictionary")
    found = kept.get(key)
    if not found:
        found = (answer(),)
        kept.put(key, found)
    return found[0]


@cache
def _table(tongue: str) -> Mapping[str, str]:
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary(tongue)


def _cited(term: str, concept: Concept, column: str) -> str:
    words = term.split()
    lemma = _oblique(words[0]) if words else ""
    if not lemma:
        return ""
    if len(words) == 1:
        return lemma
    meant = citation.citation({term: 1}, column, concept.kind)
    return meant if meant != term and term in inflected(meant, concept, column) else ""


def _oblique(word: str) -> str:
    """Return the lemma of a word that is known, and whose every reading is a case other than the nominative."""
    lemmas = lexicon(morphology.chosen()).lemmas(word)
    if word.lower() in lemmas:
        return ""
    words, found = ukrainian.words(morphology.chosen()), ""
    for lemma in sorted(lemmas):
        cased = lemma.capitalize() if word[:1].isupper() else lemma
        for cells in (words.noun(cased).get(word, 0), words.adjective(cased).get(word, 0)):
            if cells & NOMINATIVE:
                return ""
            found = found or (cased if cells else "")
    return found
