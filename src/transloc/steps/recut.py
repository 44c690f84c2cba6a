"""A unit that a colleague has split or merged: their PO file cuts it otherwise than the database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from transloc.model import Catalog, Segment
from transloc.steps.reconcile import same


def adopt(base: Catalog, ours: Catalog, theirs: Catalog) -> tuple[Catalog, Catalog]:
    """Return ``base`` and ``ours`` with the cuts of ``theirs`` in every unit on which nobody has worked here since ``base``.

    A segment of such a unit that ``theirs`` cuts otherwise is blank in both: what ``theirs`` says of it is then their change alone. The
    same two values come back where nothing was cut anew.
    """
    before, mine, yours = _units(base), _units(ours), _units(theirs)
    fresh = {
        name: list(_cut_as(mine[name], segments))
        for name, segments in yours.items()
        if name in mine and _anew(mine[name], segments) and _untouched(before.get(name, ()), mine[name])
    }
    return (_with(base, fresh), _with(ours, fresh)) if fresh else (base, ours)


def _units(catalog: Catalog) -> dict[str, list[Segment]]:
    units: dict[str, list[Segment]] = {}
    for segment in catalog:
        if segment.source:
            units.setdefault(segment.unit, []).append(segment)
    return units


def _anew(ours: Sequence[Segment], theirs: Sequence[Segment]) -> bool:
    return _cuts(ours) != _cuts(theirs) and _text(ours) == _text(theirs)


def _cuts(segments: Sequence[Segment]) -> list[tuple[str, str]]:
    return [(segment.id, segment.source) for segment in segments]


def _text(segments: Sequence[Segment]) -> str:
    return "".join("".join(segment.source.split()) for segment in segments)


def _untouched(base: Sequence[Segment], ours: Sequence[Segment]) -> bool:
    return len(base) == len(ours) and all(map(same, base, ours))


def _cut_as(ours: Sequence[Segment], theirs: Sequence[Segment]) -> Iterator[Segment]:
    known = {segment.id: segment for segment in ours}
    for one in theirs:
        standing = known.get(one.id)
        if standing and standing.source == one.source:
            yield standing
        else:
            yield Segment(id=one.id, source=one.source, kind=ours[0].kind, revision=standing.revision if standing else 0)


def _with(catalog: Catalog, fresh: Mapping[str, Sequence[Segment]]) -> Catalog:
    segments: list[Segment] = []
    done: set[str] = set()
    for segment in catalog:
        if segment.unit not in fresh:
            segments.append(segment)
        elif segment.unit not in done:
            segments += fresh[segment.unit]
            done.add(segment.unit)
    return replace(catalog, segments=tuple(segments))
