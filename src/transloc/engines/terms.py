"""A glossary as an engine's server keeps it: which pairs it takes, and the name they are known by."""

import hashlib
import re
from collections.abc import Mapping

from transloc.engines.engine import Note
from transloc.glossary import Glossary
from transloc.glossary.pairs import Pairs, select, usable

_OURS = re.compile(r"transloc-[0-9a-f]{16}\Z", re.ASCII)


def pairs(glossary: Glossary, source: str, target: str) -> Pairs:
    """Return what an engine must know: every source variant of an approved concept with the preferred target."""
    return select(glossary, source, target).pairs


def entries(pairs: Pairs) -> tuple[dict[str, str], tuple[Note, ...]]:
    """Return the pairs that a server takes, each source once (the first wins), and a note on those left out."""
    kept, left = usable(pairs)
    message = f"{left.total()} glossary terms are empty, too long or hold control characters: they were not sent"
    return kept, (Note(message),) if left else ()


def name(kept: Mapping[str, str], source: str, target: str) -> str:
    """Return the name that these entries have on the server: the same content has the same name, whatever its order."""
    lines = [f"{source}\t{target}", *sorted(f"{s}\t{t}" for s, t in kept.items())]
    return f"transloc-{hashlib.sha256(chr(10).join(lines).encode()).hexdigest()[:16]}"


def ours(glossary_name: str) -> bool:
    """Tell whether a glossary on the server was made here: only these may be replaced."""
    return bool(_OURS.match(glossary_name))
