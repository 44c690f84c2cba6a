"""``term-untranslatable``: a term that stays as it is was changed or lost."""

from collections.abc import Iterator

from transloc.checks.pair import Pair, finding
from transloc.checks.presence import present, wanted
from transloc.glossary import Status
from transloc.glossary.entry import Usage
from transloc.glossary.spelling import spell
from transloc.model import Finding, Severity

NAME = "term-untranslatable"


def check(pair: Pair) -> Iterator[Finding]:
    """Yield one finding for each ``translate=no`` concept whose spelling the target does not have; an ending may follow it."""
    glossary = pair.glossary
    for concept, matches in wanted(pair):
        if glossary is None or concept.translate or present(pair.target, concept, glossary):
            continue
        spellings = {term.text for term in concept.terms if term.usage in (Usage.PREFERRED, Usage.ADMITTED)}
        target = spell(pair.target.bare).words
        if any(spell(spelling).words in target for spelling in spellings):
            continue
        name = matches[0].text
        severity = Severity.ERROR if concept.status is Status.APPROVED else Severity.WARNING
        spans = tuple((match.start, match.end) for match in matches)
        yield finding(NAME, f"“{name}” stays as it is ({glossary.path}:{concept.line})", severity=severity, source=spans)
