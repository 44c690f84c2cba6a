"""Two versions of a catalog, brought together segment by segment against the one that both come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from transloc.model import Catalog, Segment, State


class Outcome(StrEnum):
    """What became of a segment."""

    UNCHANGED = "unchanged"
    OURS = "ours"
    THEIRS = "theirs"
    ALIKE = "alike"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Row:
    """A segment in its three versions; None where a version does not have it (so base None: it is new)."""

    id: str
    outcome: Outcome
    base: Segment | None
    ours: Segment | None
    theirs: Segment | None

    @property
    def merged(self) -> Segment | None:
        """The segment as it goes on; None where it is gone. Of a conflict both texts: ours, to be confirmed, theirs as suggestion."""
        if self.outcome is Outcome.THEIRS:
            return self.theirs
        if self.outcome is Outcome.OURS or self.ours is None or self.theirs is None:
            return self.ours
        if self.outcome is Outcome.CONFLICT:
            return _both(self.ours, self.theirs)
        untouched = self.base is not None and _record(self.ours) == _record(self.base)
        return self.theirs if untouched else self.ours


@dataclass(frozen=True, slots=True)
class Conflict:
    """A segment that was changed differently on the two sides."""

    id: str
    ours: Segment
    theirs: Segment


@dataclass(frozen=True, slots=True)
class Reconciled:
    """``rows`` in reading order, and ``catalog`` with what goes on of each."""

    rows: tuple[Row, ...]
    catalog: Catalog

    @property
    def taken(self) -> tuple[Segment, ...]:
        """The segments to take from their side, as they stand there; those that it has no more are in ``missing``."""
        return tuple(row.theirs for row in self.rows if row.outcome is Outcome.THEIRS and row.theirs)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The segments that a person must decide on."""
        return tuple(Conflict(r.id, r.ours, r.theirs) for r in self.rows if r.outcome is Outcome.CONFLICT and r.ours and r.theirs)

    @property
    def new(self) -> tuple[Row, ...]:
        """The segments that were not in the base."""
        return tuple(row for row in self.rows if row.base is None)

    @property
    def missing(self) -> tuple[Row, ...]:
        """The segments of the base that one side, or both, no longer have."""
        return tuple(row for row in self.rows if row.base and not (row.ours and row.theirs))


def reconcile(base: Catalog | None, ours: Catalog, theirs: Catalog) -> Reconciled:
    """Merge two catalogs segment by segment; ``base`` is what was last the same on both sides, None where nothing was.

    What a person would call a change counts: source, target, state, omission, waivers, correction, suggestion, quotations,
    alternatives, the place of an added unit; times, people, origins and revisions alone do not. One side changed: it is taken;
    both alike: fine; both differently: a conflict. A segment that one side lost and the other changed is kept: a missing entry
    says little, a changed text says much. Without a base, a segment that nobody has touched yet counts as the base of the other.
    """
    before, mine, yours = ({s.id: s for s in catalog.segments} if catalog else {} for catalog in (base, ours, theirs))
    rows = (_row(key, before.get(key), mine.get(key), yours.get(key)) for key in _order(list(before), list(mine), list(yours)))
    kept = tuple(rows)
    segments = tuple(segment for row in kept if (segment := row.merged))
    return Reconciled(kept, replace(_about(base, ours, theirs), segments=segments))


def _row(key: str, base: Segment | None, ours: Segment | None, theirs: Segment | None) -> Row:
    return Row(key, _outcome(base, ours, theirs), base, ours, theirs)


def _outcome(base: Segment | None, ours: Segment | None, theirs: Segment | None) -> Outcome:
    if same(ours, theirs):
        return Outcome.UNCHANGED if same(base, ours) else Outcome.ALIKE
    if base is None and ours and theirs:
        base = next((side for side in (ours, theirs) if _untouched(side) and _fresh(ours) == _fresh(theirs)), None)
    if same(base, ours):
        return Outcome.THEIRS
    if same(base, theirs):
        return Outcome.OURS
    return Outcome.CONFLICT if ours and theirs else Outcome.OURS if ours else Outcome.THEIRS


def same(one: Segment | None, other: Segment | None) -> bool:
    """Tell whether a person would call two versions of a segment the same; None: there is none."""
    return (_content(one) if one else None) == (_content(other) if other else None)


def _content(segment: Segment) -> tuple[object, ...]:
    done = (segment.source, segment.target, segment.state, segment.omitted, segment.after)
    return (*done, segment.suggestion, segment.correction, segment.waivers, segment.quotations, segment.alternatives)


def _record(segment: Segment) -> Segment:
    return replace(segment, revision=0)


def _untouched(segment: Segment) -> bool:
    return _content(segment) == _fresh(segment)


def _fresh(segment: Segment) -> tuple[object, ...]:
    """Return what nobody has worked on yet of a segment: its source and its place."""
    return _content(Segment(id=segment.id, source=segment.source, after=segment.after))


def _both(ours: Segment, theirs: Segment) -> Segment:
    """Return our segment as one that nobody vouches for, with their text beside it."""
    open_again = replace(ours, state=State.TRANSLATED if ours.target or ours.omitted else State.INITIAL)
    their_text = theirs.target or theirs.suggestion
    return open_again if their_text in ("", ours.target) else replace(open_again, suggestion=their_text)


def _order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return all ids: in their order where ours is the base's, else in ours; what only the other has, after its neighbour there."""
    moved = _common(ours, base) != _common(base, ours)
    first, second = (ours, theirs) if moved else (theirs, ours)
    present = {*ours, *theirs}
    return [*_inserted(first, second), *(key for key in base if key not in present)]


def _common(ids: Sequence[str], others: Sequence[str]) -> list[str]:
    known = set(others)
    return [key for key in ids if key in known]


def _inserted(first: Sequence[str], second: Sequence[str]) -> list[str]:
    known = set(first)
    after: Mapping[str, list[str]] = {key: [] for key in ["", *first]}
    place = ""
    for key in second:
        if key in known:
            place = key
        else:
            after[place].append(key)
    return [*after[""], *(row for key in first for row in (key, *after[key]))]


def _about(base: Catalog | None, ours: Catalog, theirs: Catalog) -> Catalog:
    """Return our catalog with the fields that only they changed; a field that a tool has lost is no change."""
    names = ("article", "source_locale", "target_locale", "digest")
    before = {name: getattr(base, name) if base else "" for name in names}
    changed = {name: getattr(theirs, name) for name in names if getattr(theirs, name) and getattr(ours, name) == before[name]}
    return replace(ours, **changed)
