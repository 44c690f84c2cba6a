"""``relative-date``: “yesterday” for «сьогодні»; whether such a word still holds on the day of the export is told there."""

from collections.abc import Iterator

from transloc.checks.dates import relative
from transloc.checks.dates.relative import OF_DAY, Period, Relative
from transloc.checks.pair import Pair, finding
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "relative-date"
LOOKS_FOR = OF_DAY


def check(pair: Pair) -> Iterator[Finding]:
    """Yield a warning where both sides name a day by the day of writing, and not the same one."""
    source, target = pair.source, pair.target
    if not source.traits & target.traits & OF_DAY:
        return
    theirs = relative.find(target.bare, target.language)
    ours = relative.find(source.bare, source.language)
    for was, now in zip(_strangers(ours, theirs), _strangers(theirs, ours), strict=False):
        message = say("The source has {was}, the target {now}", was=was.text, now=now.text)
        here, there = source.span(was.start, was.end), target.span(now.start, now.end)
        yield finding(NAME, message, severity=Severity.WARNING, source=(here,), target=(there,))


def _strangers(ones: tuple[Relative, ...], others: tuple[Relative, ...]) -> list[Relative]:
    known = {other.distance for other in others if other.period is Period.DAY}
    return [one for one in ones if one.period is Period.DAY and one.distance not in known]
