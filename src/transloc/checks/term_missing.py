"""``term-missing``: the source has a term of the glossary, the target none of its renderings."""

from collections.abc import Iterator

from transloc.checks.pair import Pair, finding
from transloc.checks.presence import present, unit_wide, wanted, weight
from transloc.glossary import Concept, Glossary
from transloc.model import Finding

NAME = "term-missing"


def check(pair: Pair) -> Iterator[Finding]:
    """Yield one finding for each concept that the target lacks; its message is the same wherever the row is missed."""
    glossary = pair.glossary
    for concept, matches in wanted(pair):
        if glossary is None or not concept.translate or not _rendering(concept, glossary, pair.target.locale):
            continue
        if present(pair.target, concept, glossary) or (unit_wide(concept) and _elsewhere(pair, concept, glossary)):
            continue
        spans = tuple((match.start, match.end) for match in matches)
        yield finding(NAME, _message(concept, glossary, pair), severity=weight(concept), source=spans)


def _rendering(concept: Concept, glossary: Glossary, locale: str) -> str:
    return concept.preferred(glossary.column_for(locale) or "")


def _elsewhere(pair: Pair, concept: Concept, glossary: Glossary) -> bool:
    """Tell whether another sentence of the unit has the concept, or is yet to be translated and may."""
    return any(other is None or present(other, concept, glossary) for other in pair.others)


def _message(concept: Concept, glossary: Glossary, pair: Pair) -> str:
    source = glossary.column_for(pair.source.locale) or ""
    allowed = concept.variants(glossary.column_for(pair.target.locale) or "")
    choice = " or ".join(f"“{term}”" for term in allowed[:3])
    return f"“{concept.preferred(source)}” should be {choice} ({glossary.path}:{concept.line})"
