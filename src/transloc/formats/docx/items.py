"""What a paragraph holds, one after another: texts, things by themselves, elements that open and close, marks that only have a place."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from transloc.formats.docx.formatting import PLAIN, Format
from transloc.formats.docx.xml import tag_end

Span = tuple[int, int]


class Holder:
    """An element around items that a changed paragraph may close and open again: a run, or a tracked insertion around runs."""

    __slots__ = ("end", "first", "format", "last", "properties", "start", "tag")

    def __init__(self, start: int, tag: str) -> None:
        self.start = start
        self.end = -1
        self.tag = tag
        self.first: Item | None = None
        self.last: Item | None = None
        self.properties = b""
        self.format = PLAIN

    def opening(self, data: bytes) -> bytes:
        """Return its start tag, of a run with its ``w:rPr``."""
        return data[self.start : tag_end(data, self.start)] + self.properties

    @property
    def closing(self) -> bytes:
        """Its end tag."""
        return b"</" + self.tag.encode() + b">"


class Item:
    """One thing in a paragraph; ``start`` and ``end`` are where its element lies in the part.

    ``form`` is text, empty, open, close, begin, separate, end or instruction (of a field), or mark (what only has a place;
    ``after`` tells that it belongs behind what it marks). ``value`` are words, an instruction or the name of a mark. ``loose``
    things may stand outside of the unit that they border on; a paragraph with ``anchored`` ones does not disappear. ``elements``
    are what a thing made of several consists of.
    """

    __slots__ = (
        *("after", "anchored", "chain", "elements", "end", "form", "format", "label", "loose", "other", "quiet", "run", "start", "value"),
    )

    def __init__(
        self,
        form: str,
        start: int,
        end: int,
        *,
        value: str = "",
        label: str = "",
        run: Holder | None = None,
        chain: tuple[Holder, ...] = (),
        loose: bool = False,
        anchored: bool = False,
        after: bool = False,
        quiet: bool = False,
    ) -> None:
        self.form = form
        self.start = start
        self.end = end
        self.value = value
        self.label = label
        self.run = run
        self.chain = chain
        self.format: Format = run.format if run else PLAIN
        self.loose = loose
        self.anchored = anchored
        self.after = after
        self.quiet = quiet
        self.other: Item | None = None
        self.elements: Sequence[Item] = ()

    @property
    def head(self) -> "Item":
        """The first element of it."""
        return self.elements[0] if self.elements else self

    @property
    def foot(self) -> "Item":
        """The last element of it."""
        return self.elements[-1] if self.elements else self


def joined(form: str, elements: Sequence[Item], label: str, *, loose: bool = False, anchored: bool = False) -> Item:
    """Return one item made of ``elements``."""
    first, last = elements[0], elements[-1]
    item = Item(form, first.start, last.end, label=label, run=first.run, chain=first.chain, loose=loose, anchored=anchored)
    item.elements = elements
    return item


def raw(elements: Iterable[Item], data: bytes) -> tuple[bytes, list[tuple[int, int, int]]]:
    """Return the XML of ``elements`` in runs of their own, and which stretches of it lie where in the part.

    A stretch is its offset in the XML, and start and end in ``data``.
    """
    out: list[bytes] = []
    stretches, size = [], 0
    for _, group in groupby(elements, key=lambda item: id(item.run or item)):  # between things without a run may stand a tag
        held = list(group)
        run = held[0].run
        opening, inner, closing = run.opening(data) if run else b"", data[held[0].start : held[-1].end], run.closing if run else b""
        stretches.append((size + len(opening), held[0].start, held[-1].end))
        out += [opening, inner, closing]
        size += len(opening) + len(inner) + len(closing)
    return b"".join(out), stretches
