"""``number``: a number that the other side does not have, by value; another scale, currency or half of the day; two that changed places."""

import re
from collections.abc import Iterator

from transloc.checks.dates import clock
from transloc.checks.numbers import counterparts, counts, money, ranges, scales, separators, swapped, units
from transloc.checks.numbers.counts import CARDINAL
from transloc.checks.numbers.figures import Figure
from transloc.checks.pair import DIGIT, Pair, Side, finding
from transloc.model import Finding, Severity, Span
from transloc.wording import say

NAME = "number"
LOOKS_FOR = CARDINAL | DIGIT


def check(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for the numbers that are missing and those that came from nowhere, paired as they come, and for what they count."""
    source, target = pair.source, pair.target
    if source.traits & target.traits & CARDINAL:
        yield from _counts(source, target)
    if not source.figures and not target.figures:
        return
    yield from _values(source, target)
    yield from _scales(source, target)
    yield from _currencies(source, target)
    yield from _times(source, target)
    yield from _swaps(pair)
    yield from _separators(source, target)


def _values(source: Side, target: Side) -> Iterator[Finding]:
    missing, added = counterparts.strangers(source, target)
    if not missing and not added:
        return
    for was, now in counterparts.roundings(source, target, missing, added):
        message = say("{was} and {now} are the same measure, rounded", was=was.text, now=now.text)
        yield finding(NAME, message, severity=Severity.INFO, source=_span(source, was), target=_span(target, now))
    for was, now in zip(missing, added, strict=False):
        fix = _corrected(was, now, target) if len(missing) == len(added) == 1 else None
        message = say("The source has {was}, the target {now}", was=was.text, now=now.text)
        yield finding(NAME, message, source=_span(source, was), target=_span(target, now), fix=fix)
    for was in missing[len(added) :]:
        yield finding(NAME, say("{was} is missing from the target", was=was.text), source=_span(source, was))
    for now in added[len(missing) :]:
        yield finding(NAME, say("{now} does not stand in the source", now=now.text), target=_span(target, now))


def _counts(source: Side, target: Side) -> Iterator[Finding]:
    """Yield a warning where the only cardinal in words that one side lacks faces the only one that the other lacks."""
    theirs = counts.strangers(target, source)
    ours = counts.strangers(source, target) if len(theirs) == 1 else []
    if len(ours) != 1:
        return
    was, now = ours[0], theirs[0]
    if not units.measured(source.prose, was.start, was.end) and not units.measured(target.prose, now.start, now.end):
        here, there = source.span(was.start, was.end), target.span(now.start, now.end)
        message = say("The source has {was}, the target {now}", was=was.text, now=now.text)
        yield finding(NAME, message, severity=Severity.WARNING, source=(here,), target=(there,))


def _corrected(was: Figure, now: Figure, target: Side) -> str | None:
    """Return the target with the digits of the source, where both are written alike but for one group of digits."""
    ours, theirs = re.findall(r"\d+", was.text), re.findall(r"\d+", now.text)
    alike = [len(one) for one in ours] == [len(other) for other in theirs]
    if not alike or sum(one != other for one, other in zip(ours, theirs, strict=True)) != 1 or was.power != now.power:
        return None
    digits = iter("".join(ours))
    return target.replaced(now.start, now.end, re.sub(r"\d", lambda _: next(digits), now.text))


def _scales(source: Side, target: Side) -> Iterator[Finding]:
    for was, now in scales.differing(source, target):
        ours, theirs = source.bare[was.start : was.stop], target.bare[now.start : now.stop]
        better = scales.written(was, target.bare[now.end : now.stop]) if target.language == "en" else ""
        fix = target.replaced(now.end, now.stop, better) if better else None
        message = say("The source has {was}, the target {now}", was=ours, now=theirs)
        yield finding(NAME, message, source=_span(source, was), target=(target.span(now.start, now.stop),), fix=fix)


def _currencies(source: Side, target: Side) -> Iterator[Finding]:
    if not (source.figures and target.figures and money.mentioned(source) and money.mentioned(target)):
        return
    for was in source.figures:
        coin = money.currency(was, source)
        same = target.twins(was) if coin else []
        coins = {now: ranges.currency(now, target) for now in same}
        if same and coin not in coins.values() and all(coins.values()):
            here, there = money.span(was, source.prose), money.span(same[0], target.prose)
            message = say(
                "Another currency: the source has {was}, the target {now}",
                was=source.bare[slice(*here)],
                now=target.bare[slice(*there)],
            )
            yield finding(NAME, message, source=(source.span(*here),), target=(target.span(*there),))


def _times(source: Side, target: Side) -> Iterator[Finding]:
    if not clock.may_be(source) or not clock.may_be(target):
        return
    theirs = clock.find(target.prose, target.language)
    ours = clock.find(source.prose, source.language) if theirs else ()
    first = {time.face: time for time in reversed(theirs)}
    known = {(time.face, minute) for time in theirs for minute in time.minutes}
    for was in ours:
        now = first.get(was.face)
        if now and not any((was.face, minute) in known for minute in was.minutes):
            fix = target.replaced(*now.half, clock.other_half(target.bare[slice(*now.half)])) if now.half else None
            message = say("The other half of the day: the source has {was}, the target {now}", was=was.text, now=now.text)
            yield finding(NAME, message, source=(source.span(was.start, was.end),), target=(target.span(now.start, now.end),), fix=fix)


def _swaps(pair: Pair) -> Iterator[Finding]:
    source, target = pair.source, pair.target
    for (first, one), (second, two), sure in swapped.find(pair):
        message = (
            say("{first} and {second} have changed places", first=first.text, second=second.text)
            if sure
            else say("{first} and {second} stand in another order", first=first.text, second=second.text)
        )
        severity = Severity.ERROR if sure else Severity.INFO
        spans: tuple[Span, ...] = (*_span(target, one), *_span(target, two))
        yield finding(NAME, message, severity=severity, source=(*_span(source, first), *_span(source, second)), target=spans)


def _separators(source: Side, target: Side) -> Iterator[Finding]:
    for now, better, misread in separators.foreign(source, target):
        message = say("{now} is written {better} here", now=now.text, better=better)
        if misread:
            message = say("{now} is written {better} here, it would be read as {misread}", now=now.text, better=better, misread=misread)
        severity = Severity.ERROR if misread else Severity.WARNING
        fix = target.replaced(now.start, now.end, better)
        yield finding(NAME, message, severity=severity, target=_span(target, now), fix=fix)


def _span(side: Side, figure: Figure) -> tuple[Span, ...]:
    return (side.span(figure.start, figure.end),)
