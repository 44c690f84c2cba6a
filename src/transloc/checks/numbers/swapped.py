"""Two numbers that have exchanged their places: both stand on both sides, and each is bound to what the other one counts."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from transloc.checks.numbers import bound, ranges
from transloc.checks.numbers.figures import JOINING, Figure
from transloc.checks.pair import Pair, Side
from transloc.checks.text.later import later

#: In a table of many numbers, bindings within a few words are chance.
_MOST = 8


#: What tells too little alone: a name stands near many numbers, and years are counted and dated.
_WEAK = ("name ", "years", "month ", "power ")
_BESIDE = later(rf"\s?[-‑–—,/]\s?|\s(?:{JOINING})\s")


class Swap(NamedTuple):
    """Two numbers of the source, each with the number of the target that has its value; ``sure`` when something tells that they swapped."""

    first: tuple[Figure, Figure]
    second: tuple[Figure, Figure]
    sure: bool


class _Match(NamedTuple):
    """A number of the source, its only counterpart, and what binds each of them."""

    here: Figure
    there: Figure
    keys: frozenset[str]
    counterpart_keys: frozenset[str]

    @property
    def is_year(self) -> bool:
        return ranges.is_year(self.here)

    def takes_from(self, other: "_Match") -> frozenset[str]:
        """Return what binds ``other`` in the source, and in the target this number alone."""
        return (other.keys & self.counterpart_keys) - self.keys - other.counterpart_keys

    def in_range(self, pair: Pair) -> "_Match":
        """Return the same with what binds the other number of its range."""
        locale = pair.target.locale
        ours = bound.shared(self.keys, self.here, pair.source, locale)
        return self._replace(keys=ours, counterpart_keys=bound.shared(self.counterpart_keys, self.there, pair.target, locale))

    def keeps(self, other: "_Match") -> frozenset[str]:
        """Return what binds this number on both sides, and ``other`` on neither."""
        return (self.keys & self.counterpart_keys) - other.keys - other.counterpart_keys


def find(pair: Pair) -> Iterator[Swap]:
    """Yield the pairs of numbers whose bindings say that they changed places, and those whose order alone has changed.

    A range is never turned round; elsewhere languages put their numbers in their own order.
    """
    matches = _matches(pair)
    if not matches or not any(other.there.start < one.there.start or _exchanged(one, other) for one, other in combinations(matches, 2)):
        return
    for one, other in combinations([match.in_range(pair) for match in matches], 2):
        if one.keeps(other) or other.keeps(one):
            continue
        turned, years = other.there.start < one.there.start, one.is_year or other.is_year
        range_turned = turned and _beside(one.here, other.here, pair.source) and _beside(other.there, one.there, pair.target)
        if range_turned or _exchanged(one, other):
            yield Swap((one.here, one.there), (other.here, other.there), sure=True)
        elif turned and not years:
            yield Swap((one.here, one.there), (other.here, other.there), sure=False)


def _matches(pair: Pair) -> list[_Match]:
    ours, theirs, locale = pair.source.figures, pair.target.figures, pair.target.locale
    if not (1 < len(ours) <= _MOST and 1 < len(theirs) <= _MOST):
        return []
    twins = [(one, [two for two in theirs if one.meets(two)]) for one in ours]
    single = [(one, two[0]) for one, two in twins if len(two) == 1 and sum(other.meets(two[0]) for other in ours) == 1]
    if len(single) < 2:
        return []
    return [_Match(one, two, bound.keys(one, pair.source, locale), bound.keys(two, pair.target, locale)) for one, two in single]


def _exchanged(one: _Match, other: _Match) -> bool:
    """Tell whether what binds two numbers says that they changed places."""
    if one.keeps(other) or other.keeps(one):
        return False
    turned, years = other.there.start < one.there.start, one.is_year or other.is_year
    return bool(one.takes_from(other) and other.takes_from(one)) or ((turned or not years) and _telling(one, other))


def _telling(one: _Match, other: _Match) -> bool:
    """Tell whether a single binding gives two numbers away; a year may only take one, and only where nothing calls it a year any more."""
    taken: set[str] = set()
    for this, that in ((one, other), (other, one)):
        if not that.is_year and not (this.is_year and "years" in this.counterpart_keys):
            taken |= this.takes_from(that)
    return any(not key.startswith(_WEAK) for key in taken)


def _beside(first: Figure, second: Figure, side: Side) -> bool:
    return _BESIDE.fullmatch(side.prose[first.end : second.start]) is not None or ranges.joined(first, second, side)
