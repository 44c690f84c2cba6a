"""``date``: another month, weekday or day of the month than the source has."""

from collections.abc import Iterator, Sequence

from transloc.checks.calendar import Mention
from transloc.checks.pair import Pair, Side, finding
from transloc.languages.calendar import Part
from transloc.model import Finding

NAME = "date"

#: In longer lists a repeated name is style.
_FEW = 6


def check(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each month or weekday that the other side lacks while it has one of its own, and for days that changed months.

    A text may leave a month out, or name a weekday more, for its readers: only two names that exclude each other are a fault.
    """
    source, target = pair.source, pair.target
    if not source.mentions or not target.mentions:
        return
    for part in Part:
        ours = [mention for mention in source.mentions if mention.part is part]
        theirs = [mention for mention in target.mentions if mention.part is part]
        for was, now in zip(_strangers(ours, theirs), _strangers(theirs, ours), strict=False):
            yield _differs(pair, was, now)
    yield from _days(pair)


def _strangers(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """Return the first mention of each name that ``others`` lack; where both have as many of a few, what they have less often."""
    known = frozenset[int]().union(*(other.numbers for other in others))
    lacking = [mention for mention in mentions if mention.numbers.isdisjoint(known)]
    if not lacking and len(mentions) == len(others) <= _FEW:
        lacking = _less_often(mentions, others)
    return list({mention.numbers: mention for mention in reversed(lacking) if mention.sure}.values())[::-1]


def _less_often(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    free, left = list(others), []
    for mention in mentions:
        twin = next((other for other in free if other.numbers & mention.numbers), None)
        if twin:
            free.remove(twin)
        else:
            left.append(mention)
    return left


def _days(pair: Pair) -> Iterator[Finding]:
    """Yield days that stand at another month; a day that stands nowhere is for the rule ``number``."""
    source, target = pair.source, pair.target
    for was in source.mentions:
        at = [now for now in target.mentions if now.days and now.part is was.part and now.numbers & was.numbers]
        here = [one for one in source.mentions if one.part is was.part and one.numbers & was.numbers]
        if not was.days or not at:
            continue
        lost = was.days.difference(*(now.days for now in at))
        strange = [now for now in at if now.days.difference(*(one.days for one in here))]
        if strange and any(str(day) in target.values for day in lost):
            yield _differs(pair, was, strange[0])


def _differs(pair: Pair, was: Mention, now: Mention) -> Finding:
    message = f"The source has {_text(pair.source, was)}, the target {_text(pair.target, now)}"
    return finding(NAME, message, source=(pair.source.span(was.start, was.end),), target=(pair.target.span(now.start, now.end),))


def _text(side: Side, mention: Mention) -> str:
    return side.bare[mention.start : mention.end]
