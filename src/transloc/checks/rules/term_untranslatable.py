"""``term-untranslatable``: a term that stays as it is was changed or lost."""

from collections.abc import Iterator

from transloc.checks.pair import TERM, Pair, finding
from transloc.checks.terms.answers import present
from transloc.checks.terms.near_miss import nearest
from transloc.checks.terms.presence import wanted
from transloc.checks.terms.surnames import CALLS
from transloc.glossary import Status
from transloc.glossary.entry import Usage
from transloc.glossary.spelling import spell
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "term-untranslatable"
LOOKS_FOR = TERM | CALLS


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
        near = nearest(pair.target, concept, glossary.column_for(pair.target.locale) or "")
        place = f"{glossary.path}:{concept.line}"
        message = say("“{word}” stays as it is ({place})", word=matches[0].text, place=place)
        yield finding(
            NAME,
            say("{message}; the target has “{near}”", message=message, near=near.text) if near else message,
            severity=Severity.ERROR if concept.status is Status.APPROVED else Severity.WARNING,
            source=tuple((match.start, match.end) for match in matches),
            target=(near.span,) if near else (),
            fix=near.fix(pair.target) if near else None,
        )
