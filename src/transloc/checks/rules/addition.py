"""``addition``: the target is longer than is usual for the pair, or has a sentence or a negation of its own."""

from collections.abc import Iterator

from transloc.checks.pair import Pair, finding
from transloc.checks.text import lengths, negation
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "addition"

#: By how many spreads longer a target is when text was added to it, by itself and beside more sentences.
_LONG, _SUSPICIOUS, _SUSPICIOUS_BY_SENTENCES = 4.5, 3.5, 2.5


def check(pair: Pair) -> list[Finding]:
    """Return a finding for a target that is too long by the bounds learned for the pair, and one for a negation that the source lacks."""
    found: list[Finding] = []
    length = lengths.deviation(pair.source, pair.target)
    if length is not None and length >= _SUSPICIOUS_BY_SENTENCES:
        found += _long(pair, length)
    if word := negation.unanswered(pair.target, pair.source):
        message = say("The target has “{word}”; nothing in the source says no", word=word.text)
        found.append(finding(NAME, message, severity=Severity.INFO, target=(pair.target.span(word.start, word.end),)))
    return found


def _long(pair: Pair, length: float) -> Iterator[Finding]:
    source, target = pair.source, pair.target
    more = lengths.sentences(target) - lengths.sentences(source)
    if length < _SUSPICIOUS and more <= 0:
        return
    longer = say("The target is much longer than translations of such a text are")
    yield finding(
        NAME,
        say("The target is much longer than translations of such a text are, and has more sentences") if more > 0 else longer,
        severity=Severity.WARNING if length > _LONG else Severity.INFO,
        target=((0, len(target.text)),),
    )
