"""``date``: another month, weekday or day of the month than the source has."""

from collections.abc import Iterator, Sequence

from transloc.checks.dates.calendar import NAMED, Mention
from transloc.checks.pair import DIGIT, Pair, Side, finding
from transloc.languages.calendar import Part
from transloc.model import Finding
from transloc.wording import say

NAME = "date"
LOOKS_FOR = NAMED | DIGIT

#: In longer lists a repeated name is style.
_FEW = 6


def check(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each month or weekday that the other side lacks while it has one of its own, and for days that changed months.

    A text may leave a month out, or name a weekday more, for its readers: only two names that exclude each other are a fault.
    """
    source, target = pair.source, pair.target
    if not source.mentions or not target.mentions or _told(source) == _told(target):  # as is mostly so
        return
    for part in Part:
        ours = [mention for mention in source.mentions if mention.part is part]
        theirs = [mention for mention in target.mentions if mention.part is part]
        for was, now in zip(_strangers(ours, theirs), _strangers(theirs, ours), strict=False):
            yield _differs(pair, was, now)
    yield from _days(pair)
    yield from _torn(pair)


def _told(side: Side) -> list[tuple[Part, frozenset[int], frozenset[int]]]:
    return [(mention.part, mention.numbers, mention.days) for mention in side.mentions]


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
    ours, theirs = _with_days(pair.source), _with_days(pair.target)
    for month in sorted(ours.keys() & theirs.keys()):
        here = frozenset[int]().union(*(one.days for one in ours[month]))
        there = frozenset[int]().union(*(one.days for one in theirs[month]))
        if there - here and any(str(day) in pair.target.values for day in here - there):
            was = next(one for one in ours[month] if one.days - there)
            yield _differs(pair, was, next(one for one in theirs[month] if one.days - here))


def _torn(pair: Pair) -> Iterator[Finding]:
    """Yield a day of the source's month that stands in the target, and not at the month: “May 2005, 30”."""
    ours, theirs = _with_days(pair.source), _with_days(pair.target)
    bare = {min(now.numbers): now for now in pair.target.mentions if now.part is Part.MONTH and not now.days}
    for month in sorted((ours.keys() & bare.keys()) - theirs.keys()):
        was = ours[month][0]
        if all(str(day) in pair.target.digits for day in was.days):
            yield _differs(pair, was, bare[month])


def _with_days(side: Side) -> dict[int, list[Mention]]:
    """Return by month what is named with its days."""
    found: dict[int, list[Mention]] = {}
    for mention in side.mentions:
        if mention.days and len(mention.numbers) == 1:
            found.setdefault(min(mention.numbers), []).append(mention)
    return found


def _differs(pair: Pair, was: Mention, now: Mention) -> Finding:
    message = say("The source has {was}, the target {now}", was=_text(pair.source, was), now=_text(pair.target, now))
    return finding(NAME, message, source=(pair.source.span(was.start, was.end),), target=(pair.target.span(now.start, now.end),))


def _text(side: Side, mention: Mention) -> str:
    days = ", ".join(map(str, sorted(mention.days)))
    name = side.bare[mention.start : mention.end]
    return f"{name} ({days})" if days and not name[:1].isdigit() else name
