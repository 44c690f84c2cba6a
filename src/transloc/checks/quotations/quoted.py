"""Quotations: what stands in quotation marks, whose language it is in, and in which segments of their unit the words lie."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from transloc import markup
from transloc.languages import language
from transloc.model import Quotation, QuotationStatus, Segment, Span

_OPENING = {"«": "»", "“": "”", "„": "“”", "‹": "›", '"': '"'}
_CLOSING = frozenset('»”“›"')


def foreign(quotation: Quotation, locale: str) -> bool:
    """Tell whether the words are said to be spoken or published in another language than that of ``locale``."""
    return any(tag and language(tag) != language(locale) for tag in (quotation.spoken_in, quotation.published_in))


def unresolved(quotation: Quotation, locale: str) -> bool:
    """Tell whether nobody has said yet how the wording of a foreign quotation is come by."""
    return quotation.status is QuotationStatus.UNRESOLVED and foreign(quotation, locale)


def marked(words: str, *, open_ended: bool = False) -> tuple[Span, ...]:
    """Return the spans of what stands in quotation marks, marks included, the outermost ones in order.

    What stays open is none, or ``open_ended`` runs to the end of ``words``: its other mark stands in the next segment.
    """
    opened: list[int] = []
    closed: list[Span] = []
    for at, character in enumerate(words):
        mark = words[opened[-1]] if opened else ""
        if character in _CLOSING and mark and character in _OPENING[mark]:
            closed.append((opened.pop(), at + 1))
        elif character in _CLOSING and len(opened) > 1 and character in _OPENING[words[opened[-2]]]:
            opened.pop()  # what was opened within was never closed
            closed.append((opened.pop(), at + 1))
        elif character in _OPENING:
            opened.append(at)
    if open_ended:
        closed += [(at, len(words)) for at in opened]
    outer: list[Span] = []
    for span in sorted(closed):
        if not outer or span[0] >= outer[-1][1]:
            outer.append(span)
    return tuple(outer)


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
