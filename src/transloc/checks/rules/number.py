"""``number``: a number in digits that the other side does not have, by value."""

from collections.abc import Iterator
from dataclasses import replace

from transloc.checks.figures import Figure
from transloc.checks.pair import Pair, Side, finding
from transloc.checks.units import bracketed, converted, twins
from transloc.languages import dates
from transloc.model import Finding

NAME = "number"

#: Two dates that differ in their figures have at least so many together, unless they are times.
_FIGURES_OF_DATES = 3


def check(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for the numbers that are missing and those that came from nowhere, paired as they come.

    A number may return in words, in another unit («20 feet», «6 метрів»), or with a conversion added or dropped.
    """
    source, target = pair.source, pair.target
    if not source.figures and not target.figures:
        return
    missing, added = _strangers(source, target), _strangers(target, source)
    if not added:
        missing = _without_asides(missing, source, target)
    elif not missing:
        added = _without_asides(added, target, source)
    if (missing or added) and _same_date(source, target):
        return
    for was, now in zip(missing, added, strict=False):
        message = f"The source has {was.text}, the target {now.text}"
        yield finding(NAME, message, source=(source.span(was.start, was.end),), target=(target.span(now.start, now.end),))
    for was in missing[len(added) :]:
        yield finding(NAME, f"{was.text} is missing from the target", source=(source.span(was.start, was.end),))
    for now in added[len(missing) :]:
        yield finding(NAME, f"{now.text} does not stand in the source", target=(target.span(now.start, now.end),))


def _same_date(source: Side, target: Side) -> bool:
    """Tell whether both sides are one date and nothing else: 00:30 is 12:30 AM, and a month in figures is a word elsewhere."""
    if ":" not in source.prose + target.prose and len(source.figures) + len(target.figures) < _FIGURES_OF_DATES:
        return False  # so that the months of no language are loaded for a single figure
    ours, theirs = dates.read(source.prose, source.language), dates.read(target.prose, target.language)
    return ours is not None and theirs is not None and replace(ours, span=theirs.span, short=theirs.short, weekday=theirs.weekday) == theirs


def _strangers(side: Side, other: Side) -> list[Figure]:
    strange = [figure for figure in side.figures if not figure.among(other.values)]
    free = other.values - side.values  # a value that stands on both sides is nobody's conversion
    return [figure for figure in strange if not converted(figure, side.prose, free, other.prose)]


def _without_asides(strange: list[Figure], side: Side, other: Side) -> list[Figure]:
    """Leave out what stands beside its own conversion, when that one has its counterpart outside brackets."""
    if not strange:
        return strange
    beside = twins(side.prose, side.figures)
    return [figure for figure in strange if figure not in beside or beside[figure] in strange or not _free(beside[figure], other)]


def _free(figure: Figure, other: Side) -> bool:
    """Tell whether ``figure`` stands on the other side without brackets, in digits or in words."""
    same = [twin for twin in other.figures if any(reading in twin.readings for reading in figure.readings)]
    return not same or any(not bracketed(twin, other.prose) for twin in same)
