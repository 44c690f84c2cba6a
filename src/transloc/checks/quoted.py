"""Where the words of a marked quotation lie: in which segments of their unit."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from transloc import markup
from transloc.model import Quotation, Segment


def reach(quotation: Quotation, unit: Sequence[Segment]) -> tuple[str, ...]:
    """Return the ids of the segments that hold words of ``quotation``, in order; none where its words do not stand in the unit.

    ``unit`` are the unit's segments in reading order. White space and codes do not count; of several places the one nearest to the
    quotation's span is meant.
    """
    texts = [_bare(segment.source) for segment in unit]
    wanted = _bare(quotation.text)
    found = [match.start() for match in re.finditer(f"(?={re.escape(wanted)})", "".join(texts))] if wanted else []
    if not found:
        return ()
    ends = list(accumulate(map(len, texts)))
    starts = [0, *ends[:-1]]
    before = [0, *accumulate(len(segment.source) + 1 for segment in unit)]

    def distance(at: int) -> int:
        index = next(index for index, end in enumerate(ends) if at < end)
        return abs(before[index] + at - starts[index] - quotation.span[0])

    begin = min(found, key=distance)
    stop = begin + len(wanted)
    return tuple(segment.id for segment, start, end in zip(unit, starts, ends, strict=True) if start < stop and begin < end)


def _bare(text: str) -> str:
    return "".join(markup.words(text).split())


def reaching(unit: Iterable[Segment]) -> Mapping[str, tuple[Quotation, ...]]:
    """Return by segment id the marked quotations whose words reach into it; one that is not found stays with its segment."""
    segments = [segment for segment in unit if segment.source]
    found: dict[str, tuple[Quotation, ...]] = {}
    for holder in segments:
        for quotation in holder.quotations:
            for name in reach(quotation, segments) or (holder.id,):
                found[name] = (*found.get(name, ()), quotation)
    return found


def settled(unit: Sequence[Segment], marks: Iterable[Quotation]) -> list[Segment]:
    """Return the segments of a unit with each of ``marks`` on the one in which its words begin; what does not stand there is gone."""
    held: dict[str, list[Quotation]] = {}
    for mark in marks:
        for name in reach(mark, unit)[:1]:
            held.setdefault(name, []).append(mark)
    return [
        segment if segment.quotations == (own := tuple(held.get(segment.id, ()))) else replace(segment, quotations=own) for segment in unit
    ]
