"""Which numbers of a pair have no counterpart on the other side."""

from collections.abc import Iterator
from dataclasses import replace

from transloc.checks.numbers.durations import lasts, with_number_words
from transloc.checks.numbers.figures import Figure
from transloc.checks.numbers.units import bracketed, converted, rounded, single, twins, worth
from transloc.checks.pair import Side
from transloc.languages import dates

#: Two dates that differ in their figures have at least so many together, unless they are times.
_FIGURES_OF_DATES = 3
#: So many numbers without a counterpart may still be measures that were rounded.
_MOST = 12


def strangers(source: Side, target: Side) -> tuple[list[Figure], list[Figure]]:
    """Return the numbers in digits that only the source has, and those that only the target has.

    A number may return in words, in another unit («20 feet», «6 метрів»), or with a conversion added or dropped.
    """
    if {figure.text for figure in source.figures} == {figure.text for figure in target.figures}:  # as is mostly so
        return [], []
    missing, added = _strangers(source, target), _strangers(target, source)
    if not added:
        missing = _without_asides(missing, source, target)
    elif not missing:
        added = _without_asides(added, target, source)
    return ([], []) if (missing or added) and _same_date(source, target) else (missing, added)


def roundings(source: Side, target: Side, missing: list[Figure], added: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the measures that one side gives with fewer figures than the other, and take them out of the two lists."""
    if max(len(missing), len(added)) > _MOST:  # a table of numbers that are all others is no rounding
        return
    for was in list(missing):
        for now in target.figures:
            if rounded(was, source.prose, now, target.prose):
                missing.remove(was)
                added[:] = [one for one in added if one != now]
                yield was, now
                break
    for now in list(added):
        for was in source.figures:
            if rounded(was, source.prose, now, target.prose):
                added.remove(now)
                yield was, now
                break


def _same_date(source: Side, target: Side) -> bool:
    """Tell whether both sides are one date and nothing else: 00:30 is 12:30 AM, and a month in figures is a word elsewhere."""
    if ":" not in source.prose + target.prose and len(source.figures) + len(target.figures) < _FIGURES_OF_DATES:
        return False  # so that the months of no language are loaded for a single figure
    ours, theirs = dates.read(source.prose, source.language), dates.read(target.prose, target.language)
    return ours is not None and theirs is not None and replace(ours, span=theirs.span, short=theirs.short, weekday=theirs.weekday) == theirs


def _strangers(side: Side, other: Side) -> list[Figure]:
    strange = [figure for figure in side.figures if not figure.among(other.digits)]
    strange = [figure for figure in strange if not figure.among(other.values)]  # number words are read only where they are needed
    if not strange:
        return []
    free = other.values - _stated(side)  # a value that stands on both sides is nobody's conversion
    strange = [figure for figure in strange if not converted(figure, side.prose, free, other.prose)]
    strange = [figure for figure in strange if not lasts(figure, side, other) and not single(figure, side, other)]
    return [figure for figure in strange if not _in_words(figure, side, other)] if strange else []


def _in_words(figure: Figure, side: Side, other: Side) -> bool:
    """Tell whether ``figure`` stands on the other side where one of the two goes on in words: “2 dozen” and 24."""
    theirs = {total for _, _, total in with_number_words(other)}
    if not theirs and not with_number_words(side):
        return False
    known = theirs | set(map(float, other.values))
    mine = {total for one, _, total in with_number_words(side) if one == figure} or set(worth(figure))
    return not known.isdisjoint(mine)


def _stated(side: Side) -> frozenset[str]:
    """Return the values of ``side`` without the halves of a decimal: «10,2» states no 2."""
    readings = [reading for figure in side.figures for reading in figure.readings]
    halves = {value for reading in readings if len(reading) > 1 for value in reading}
    return side.values - (halves - {reading[0] for reading in readings if len(reading) == 1})


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
