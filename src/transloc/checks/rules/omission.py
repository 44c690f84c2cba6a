"""``omission``: the target is shorter than is usual for the pair, or lacks a sentence or a negation."""

from collections.abc import Iterator

from transloc.checks.pair import Pair, finding
from transloc.checks.text import lengths, negation
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "omission"

#: By how many spreads shorter a target is when text is missing from it, by itself and beside other signs.
_SHORT, _SUSPICIOUS = -5.0, -3.0
_SHORT_WITHOUT_MARK = -1.5
_SHORT_BY_SENTENCES, _SUSPICIOUS_BY_SENTENCES = -3.0, -2.0


def check(pair: Pair) -> list[Finding]:
    """Return a finding for a target that is too short by the bounds learned for the pair, and one for a negation that it lacks.

    The bounds are narrower where the target lacks the source's final mark, or has fewer sentences. Captions and names are no material.
    """
    found: list[Finding] = []
    length = lengths.deviation(pair.source, pair.target)
    if length is not None and length <= _SHORT_WITHOUT_MARK:
        found += _short(pair, length)
    if word := negation.unanswered(pair.source, pair.target):
        message = say("Nothing in the target says no; the source has “{word}”", word=word.text)
        found.append(finding(NAME, message, severity=Severity.INFO, source=(pair.source.span(word.start, word.end),)))
    return found


def _short(pair: Pair, length: float) -> Iterator[Finding]:
    source, target = pair.source, pair.target
    unfinished = lengths.final(source) and not lengths.final(target)
    lost = lengths.sentences(source) - lengths.sentences(target) if length < _SUSPICIOUS_BY_SENTENCES else 0
    if unfinished:
        message = say("The target breaks off: it is short, and has no final mark")
    elif lost > 0:
        message = say(
            "Sentences may be missing: the target has {number} of {all}, and is short",
            number=lengths.sentences(target),
            all=lengths.sentences(source),
        )
    elif length < _SUSPICIOUS:
        message = say("The target is much shorter than translations of such a text are: something may be missing")
    else:
        return
    certain = unfinished or length < _SHORT or (lost > 0 and length < _SHORT_BY_SENTENCES)
    yield finding(NAME, message, severity=Severity.WARNING if certain else Severity.INFO, target=((0, len(target.text)),))
