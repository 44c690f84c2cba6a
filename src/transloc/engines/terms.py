"""A glossary as an engine needs it: the terms that stand in a text, the pairs that a server takes, the name they are known by there."""

import hashlib
import re
from collections.abc import Mapping

from transloc import markup
from transloc.engines.engine import Note
from transloc.glossary import Glossary, terms_for
from transloc.glossary.pairs import Pairs, usable
from transloc.wording import say

_OURS = re.compile(r"transloc-(?P<run>run-)?[0-9a-f]{16}\Z", re.ASCII)


def present(text: str, glossary: Glossary, source: str, target: str) -> Pairs:
    """Return the approved terms in ``text`` (with inline codes), each as it stands there, inflected, with its preferred target."""
    found: dict[str, str] = {}
    for hint in terms_for(text, glossary, source, target):
        found.setdefault(markup.words(hint.surface), hint.target)
    return tuple(found.items())


def entries(pairs: Pairs) -> tuple[dict[str, str], tuple[Note, ...]]:
    """Return the pairs that a server takes, each source once (the first wins), and a note on those left out."""
    kept, left = usable(pairs)
    message = say("{total} glossary terms are empty, too long or hold control characters: they were not sent", total=left.total())
    return kept, (Note(message),) if left else ()


def name(kept: Mapping[str, str], source: str, target: str, *, run: bool = False) -> str:
    """Return the name that these entries have on the server: the same content has the same name, whatever its order.

    ``run``: the glossary serves one article and goes when it is drafted.
    """
    lines = [f"{source}\t{target}", *sorted(f"{s}\t{t}" for s, t in kept.items())]
    return f"transloc-{'run-' if run else ''}{hashlib.sha256(chr(10).join(lines).encode()).hexdigest()[:16]}"


def ours(glossary_name: str) -> bool:
    """Tell whether a glossary on the server was made here: only these may be replaced."""
    return bool(_OURS.match(glossary_name))


def of_a_run(glossary_name: str) -> bool:
    """Tell whether a glossary was made here for one article: these go first where room is needed."""
    found = _OURS.match(glossary_name)
    return bool(found and found["run"])
