"""A glossary as an engine's server keeps it: which pairs it takes, and the name they are known by."""

import hashlib
import re
from collections.abc import Mapping

from transloc.engines.engine import Note, Pairs
from transloc.glossary import ConceptKind, Glossary, Status, Usage

#: DeepL's limits: bytes of one term, bytes of one glossary.
TERM_BYTES = 1024
GLOSSARY_BYTES = 10 * 1024**2

_UNUSABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_OURS = re.compile(r"transloc-[0-9a-f]{16}\Z", re.ASCII)


def pairs(glossary: Glossary, source: str, target: str) -> Pairs:
    """Return what an engine must know: every source variant of an approved concept with the preferred target.

    Labels are left out: they are applied whole and would force themselves into sentences.
    """
    from_column, to_column = glossary.column_for(source), glossary.column_for(target)
    if from_column is None or to_column is None:
        return ()
    found: dict[str, str] = {}
    for concept in glossary.concepts:
        if concept.status is not Status.APPROVED or concept.kind is ConceptKind.LABEL:
            continue
        for word in concept.texts(from_column, Usage.PREFERRED, Usage.ADMITTED):
            wanted = concept.preferred(to_column) if concept.translate else word
            if wanted:
                found.setdefault(word, wanted)
    return tuple(found.items())


def entries(pairs: Pairs) -> tuple[dict[str, str], tuple[Note, ...]]:
    """Return the usable ``pairs``, each source once (the first wins), and a note on those left out.

    A duplicate, a control character or a term over 1,024 bytes makes the server refuse the whole glossary.
    """
    kept: dict[str, str] = {}
    unusable = total = 0
    for source, target in ((s.strip(), t.strip()) for s, t in pairs):
        if source in kept:
            continue
        size = len(source.encode()) + len(target.encode()) + 2
        if _fits(source) and _fits(target) and total + size <= GLOSSARY_BYTES:
            kept[source] = target
            total += size
        else:
            unusable += 1
    notes = (Note(f"{unusable} glossary terms are empty, too long or hold control characters: they were not sent"),) if unusable else ()
    return kept, notes


def _fits(term: str) -> bool:
    return bool(term) and len(term.encode()) <= TERM_BYTES and not _UNUSABLE.search(term)


def name(kept: Mapping[str, str], source: str, target: str) -> str:
    """Return the name that these entries have on the server: the same content has the same name, whatever its order."""
    lines = [f"{source}\t{target}", *sorted(f"{s}\t{t}" for s, t in kept.items())]
    return f"transloc-{hashlib.sha256(chr(10).join(lines).encode()).hexdigest()[:16]}"


def ours(glossary_name: str) -> bool:
    """Tell whether a glossary on the server was made here: only these may be replaced."""
    return bool(_OURS.match(glossary_name))
