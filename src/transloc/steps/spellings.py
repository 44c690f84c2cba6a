"""How the names of an article are spelt in its translation: the same in every sentence, or not."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from transloc import markup
from transloc.glossary import ConceptKind
from transloc.glossary.families import persons
from transloc.glossary.families.calling import inflects, stem
from transloc.model import Catalog
from transloc.steps.names import Name

_WORD = re.compile(r"[^\W\d_](?:[\w-]|['’ʼ](?=\w{2}))*")
#: People's names alone: of a country's name a sentence may make an adjective.
_OF_PEOPLE = frozenset({ConceptKind.PERSON.value, ""})
#: How much two spellings of a surname are alike (Haiduk and Hayduk 0.83), by difflib's ratio.
_ALIKE = 0.7


def spellings(names: Iterable[Name], catalog: Catalog) -> Mapping[Name, Mapping[str, tuple[str, ...]]]:
    """Return for each person how the surname is spelt, each spelling with the ids of the segments that have it.

    What inflects at its end counts as one spelling. A sentence that tells of the person without the name says nothing.
    """
    read = [(one.id, _words(one.source), _words(one.target)) for one in catalog if one.source and one.target.strip()]
    found: dict[Name, dict[str, tuple[str, ...]]] = {}
    for name in names:
        if name.kind not in _OF_PEOPLE or not name.target:
            continue
        own, wanted = persons.words(name.source)[-1].casefold(), persons.words(name.target)[-1]
        spelt: dict[str, tuple[str, ...]] = {}
        for segment, source, target in read:
            if any(inflects(word.casefold(), stem(own)) for word in source):
                spelling = _spelling(wanted, target)
                if spelling:
                    spelt[spelling] = (*spelt.get(spelling, ()), segment)
        found[name] = spelt
    return found


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(markup.words(text)) if word[:1].isupper()]


def _spelling(wanted: str, words: list[str]) -> str:
    """Return how the surname ``wanted`` is spelt among ``words``, empty where none of them is like it."""
    if any(inflects(word, wanted) for word in words):
        return wanted
    return next(iter(get_close_matches(wanted, words, n=1, cutoff=_ALIKE)), "")
