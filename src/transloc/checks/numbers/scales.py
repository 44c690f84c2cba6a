"""Millions and billions: whether a number has kept the word that multiplies it."""

from collections.abc import Iterator
from functools import lru_cache

from transloc.checks.numbers.figures import Figure, scaled
from transloc.checks.numbers.number_words import SCALES, known
from transloc.checks.pair import Side

_WRITTEN = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}


def differing(source: Side, target: Side) -> Iterator[tuple[Figure, Figure]]:
    """Yield the numbers of the source with a scale word, each with the number of the target that has another one, or none."""
    for figure in source.figures:
        if figure.power and not _is_total(figure, target):
            for was in figure.parts or (figure,):
                if was.power and not _is_total(was, target) and (now := _twin(was, target)):
                    yield was, now


def _is_total(figure: Figure, target: Side) -> bool:
    totals = _totals(figure)
    return not (totals.isdisjoint(target.digits) and totals.isdisjoint(target.values))


def _totals(figure: Figure) -> frozenset[str]:
    if figure.parts:
        return frozenset(reading[0] for reading in figure.readings if len(reading) == 1)
    return frozenset(scaled(value, figure.power) for value in _bases(figure))


def _bases(figure: Figure) -> set[str]:
    """Return the values of the digits alone."""
    whole = {reading[0] for reading in figure.readings if len(reading) == 1}
    return {value for value in whole if scaled(value, figure.power) in whole} or whole


def _twin(was: Figure, target: Side) -> Figure | None:
    parts = _parts(target)
    alike = (*target.twins(was), *(parts[reading] for reading in was.readings if reading in parts))
    same = [now for now in alike if _bases(was) & _bases(now)]
    other = next((now for now in same if now.power and now.power != was.power), None)
    if other or not known(target.language):
        return other
    return next((now for now in same if not now.power and not _inherits(now)), None)


@lru_cache(maxsize=16)
def _parts(side: Side) -> dict[tuple[str, ...], Figure]:
    """Return the parts of amounts, «1 млн 165 тис.», by their readings."""
    return {reading: part for figure in side.figures for part in figure.parts for reading in part.readings}


def _inherits(figure: Figure) -> bool:
    """Tell whether a number shares the scale word of the one behind it."""
    return any(float(reading[0]) >= 1000 for reading in figure.readings if len(reading) == 1)


def written(was: Figure, instead: str) -> str:
    """Return the English scale word that belongs to ``was``, spaced as ``instead`` is; empty where that one is an abbreviation."""
    word = instead.strip(" -\u00a0")
    power = SCALES.get(word.lower())
    if was.power not in _WRITTEN or power not in _WRITTEN or word != _WRITTEN[power]:
        return ""
    return instead.replace(word, _WRITTEN[was.power])
