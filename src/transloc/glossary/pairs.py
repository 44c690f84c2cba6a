"""A glossary as pairs of words, one language into another: all that machine translation takes of it, and what it does not take."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transloc.glossary.entry import Concept, ConceptKind, Glossary, Status

Pairs = tuple[tuple[str, str], ...]
"""Terms as (source, target)."""

#: DeepL's limits: bytes of one term, bytes of one glossary.
TERM_BYTES = 1024
GLOSSARY_BYTES = 10 * 1024**2

_UNUSABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes out, and how many rows do not, by the reason."""

    pairs: Pairs
    left: Mapping[str, int]


def select(glossary: Glossary, source: str, target: str) -> Selection:
    """Return every source variant of an approved concept with the preferred target.

    Labels are left out: they are applied whole and would force themselves into sentences. Of rows with the same source the first wins.
    """
    from_column, to_column = glossary.column_for(source), glossary.column_for(target)
    found: dict[str, str] = {}
    left: Counter[str] = Counter()
    for concept in glossary.concepts:
        words = concept.variants(from_column) if from_column and to_column else ()
        wanted = concept.preferred(to_column or "")
        reason = _reason(concept, words, wanted) or ("the source is that of an earlier row" if found.keys() >= set(words) else "")
        if reason:
            left[reason] += 1
            continue
        for word in words:
            found.setdefault(word, wanted if concept.translate else word)
    return Selection(tuple(found.items()), left)


def _reason(concept: Concept, words: tuple[str, ...], wanted: str) -> str:
    if concept.status is not Status.APPROVED:
        return concept.status.value
    if concept.kind is ConceptKind.LABEL:
        return "label"
    return "" if words and (wanted or not concept.translate) else "no term in one of the languages"


def usable(pairs: Iterable[tuple[str, str]]) -> tuple[dict[str, str], Counter[str]]:
    """Return the pairs that a server takes, each source once (the first wins), and how many it would not, by the reason.

    A duplicate, a control character or a term over 1,024 bytes makes DeepL refuse a whole glossary.
    """
    kept: dict[str, str] = {}
    left: Counter[str] = Counter()
    total = 0
    for source, target in ((s.strip(), t.strip()) for s, t in pairs):
        if source in kept:
            continue
        size = len(source.encode()) + len(target.encode()) + 2
        reason = _fault(source) or _fault(target) or ("no room within 10 MiB" if total + size > GLOSSARY_BYTES else "")
        if reason:
            left[reason] += 1
        else:
            kept[source] = target
            total += size
    return kept, left


def _fault(term: str) -> str:
    if not term:
        return "empty"
    if len(term.encode()) > TERM_BYTES:
        return "longer than 1,024 bytes"
    return "control characters" if _UNUSABLE.search(term) else ""
