"""Cut the units of a document into segments."""

from collections.abc import Callable, Iterator, Sequence

from transloc.model import Document, Segment, Span, Unit

#: Cuts a text, inline codes included, into gap-free spans; see ``segmentation.Segmenter.segments``.
Cut = Callable[[str], Sequence[Span]]


def extract(document: Document, segments: Cut | None = None, *, by: str = "") -> tuple[Segment, ...]:
    """Return the segments of the article in ``document``, ``<unit>.s1`` … in reading order.

    ``by`` is ``sentence``, as ``segments`` cuts them, or ``block``, a whole unit each: what is left when nothing cuts. White
    space at the seams stays in the document. A sentence may hold one half of a code pair, whose other half stands in a neighbour.
    """
    cut = segments if segments and by != "block" else _whole
    return tuple(segment for unit in document.article for segment in _of_unit(unit, cut))


def _whole(text: str) -> Sequence[Span]:
    return [(0, len(text))]


def _of_unit(unit: Unit, cut: Cut) -> Iterator[Segment]:
    texts = (unit.source[start:end].strip() for start, end in cut(unit.source))
    for number, text in enumerate(filter(None, texts), 1):
        yield Segment(id=f"{unit.id}.s{number}", source=text, kind=unit.kind)
