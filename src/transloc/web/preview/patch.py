"""A preview brought up to date without rebuilding the document: where only plain words of a few sentences have changed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape, unescape
from typing import TYPE_CHECKING

from transloc.model import Kind, Segment

if TYPE_CHECKING:
    from transloc.web.preview.page import Preview

#: More than these are not typed between two looks at the page.
_FEW = 20
#: Of these more than the words depends on the words: what is a label, a date, a credit.
_DELICATE = frozenset(
    {Kind.CAPTION, Kind.CATEGORY, Kind.TAG, Kind.DATE, Kind.BYLINE, Kind.LABEL, Kind.SOURCES, Kind.ATTRIBUTE, Kind.SOCIAL}
)
_FIELDS = ("title", "lede", "body")


def patched(before: "Preview", segments: Iterable[Segment], texts: Mapping[str, str]) -> "Preview | None":
    """Return ``before`` with the words of ``segments``, which now say ``texts``; None where the document must be rebuilt for them."""
    changed = [segment for segment in segments if before.texts[segment.id] != texts[segment.id]]
    if len(changed) > _FEW:
        return None
    for segment in changed:
        after = _replaced(before, segment, texts)
        if after is None:
            return None
        before = after
    return replace(before, texts=texts)


def _replaced(before: "Preview", segment: Segment, texts: Mapping[str, str]) -> "Preview | None":
    """Return ``before`` with other words of one sentence, which must stand on the page once, as plain words and as they were."""
    mark, end = before.marks.of.get(segment.id, ""), before.marks.end
    old, new = (" ".join(text.split()) for text in (before.texts[segment.id], texts[segment.id]))
    alone = before.marks.met.get(mark) == (segment.id,) and texts[segment.id] not in before.texts.values()
    if not mark or not alone or not new or segment.kind in _DELICATE or "<" in old + new or "\\" in old + new:
        return None
    places = [name for name in _FIELDS if mark in getattr(before, name)]
    if len(places) != 1 or (html := getattr(before, places[0])).count(mark) != 1:
        return None
    start = html.index(mark) + len(mark)
    stop = html.find(end, start)
    if unescape(html[start:stop]) != old:
        return None
    return replace(before, **{places[0]: html[:start] + escape(new, quote=False) + html[stop:]})
