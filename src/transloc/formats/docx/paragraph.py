"""From the items of a paragraph to the text of a unit: runs of equal formatting are one stretch, other formatting becomes codes."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from transloc import markup
from transloc.formats.docx.formatting import PLAIN, Format, Naming, label
from transloc.formats.docx.items import Item, Span, raw
from transloc.markup import CodeToken, Form
from transloc.model import Code


@dataclass(slots=True)
class Text:
    """What a paragraph came to; offsets count in the part. See ``place.Place`` for what the fields mean."""

    span: Span
    source: str = ""
    words: str = ""
    codes: list[Code] = field(default_factory=list)
    base: str = ""
    bases: dict[int, str] = field(default_factory=dict)
    lead: str = ""
    tail: str = ""
    pad: tuple[str, str] = ("", "")
    held: list[tuple[int, int, int, int]] = field(default_factory=list)
    bold: bool = False
    italic: bool = False


def trimmed(items: list[Item]) -> tuple[int, int]:
    """Return from where to where ``items`` are a text: what is loose stays outside, and so do quiet elements around the whole."""
    low, high = 0, len(items)
    while True:
        while low < high and _at_edge(items[low]):
            low += 1
        while high > low and _at_edge(items[high - 1]):
            high -= 1
        if low == high or not (items[low].quiet and items[low].other is items[high - 1]):
            return low, high
        low, high = low + 1, high - 1


def _at_edge(item: Item) -> bool:
    if item.form == "text":
        return not item.value.strip()
    return item.form == "mark" or (item.form == "empty" and item.loose)


def build(items: list[Item], low: int, high: int, data: bytes, style: Naming, nested: list[Span]) -> Text:
    """Return the text of ``items[low:high]``.

    ``style`` gives the names of character styles, ``nested`` are the places of units within, in order.
    """
    text = _Builder(data, style, nested)
    text.bounds(items, low, high)
    text.write(items[low:high])
    return text.made


class _Builder:
    def __init__(self, data: bytes, style: Naming, nested: list[Span]) -> None:
        self.data = data
        self.style = style
        self.nested = nested
        self.made = Text((0, 0))
        self.tokens: list[markup.Token] = []

    # --- where the text stands

    def bounds(self, items: list[Item], low: int, high: int) -> None:
        """Find the span, and what has to be closed before it and opened again after it; marks within move to its edges."""
        first, last = items[low].head, items[high - 1].foot
        shared = _shared(first.chain, last.chain)
        start, lead = first.start, b""
        for holder in (*((first.run,) if first.run else ()), *reversed(first.chain[shared:])):
            if not lead and holder.first is first:
                start = holder.start
            else:
                lead += holder.closing
        end, tail = last.end, b""
        for holder in (*((last.run,) if last.run else ()), *reversed(last.chain[shared:])):
            if not tail and holder.last is last:
                end = holder.end
            else:
                tail = holder.opening(self.data) + tail
        marks = [item for item in items[low:high] if item.form == "mark"]
        before = b"".join(raw(item.elements or [item], self.data)[0] for item in marks if not item.after)
        after = b"".join(raw(item.elements or [item], self.data)[0] for item in marks if item.after)
        self.made.span = start, end
        self.made.lead, self.made.tail = (lead + before).decode(), (after + tail).decode()

    # --- what it says

    def write(self, items: list[Item]) -> None:
        """Write the source and its codes."""
        held = [item for item in items if item.form != "mark"]
        first = held[0].format
        if all(item.form == "text" and item.format is first for item in held):
            self._based(first)
            words = "".join(item.value for item in held)
            self.made.pad, self.made.words = _pad(words, words), words.strip()
            self.made.source = markup.escape(self.made.words)
        else:
            base = _commonest(held)
            self._based(base)
            self._level(held, base)
            self._serialise()

    def _based(self, base: Format) -> None:
        self.made.base, self.made.bold, self.made.italic = base.raw, base.on("b"), base.on("i")

    def _serialise(self) -> None:
        source = markup.serialise(self.tokens)
        first, last = self.tokens[0], self.tokens[-1]  # with a formatting of its own a stretch has its space within its code
        before, after = _pad(first.value if isinstance(first, markup.Text) else "", last.value if isinstance(last, markup.Text) else "")
        self.made.pad = before, after
        self.made.source = source[len(before) : len(source) - len(after)]
        self.made.words = "".join(token.value for token in self.tokens if isinstance(token, markup.Text)).strip()

    def _level(self, items: list[Item], base: Format) -> None:
        """Write items and what is between pairs of them; ``base`` is the formatting of plain text here."""
        for own, group in _stretches(items, base):
            number = 0
            if own.key != base.key:
                number = self._code(own.raw, "", label(own, base, self.style))
                self.tokens.append(CodeToken(Form.OPEN, number))
            for node in group:
                self._node(node, own)
            if number:
                self.tokens.append(CodeToken(Form.CLOSE, number))

    def _node(self, node: list[Item], base: Format) -> None:
        item = node[0]
        if item.form == "text":
            self.tokens.append(markup.Text(item.value))
            return
        opening, stretches = raw(item.elements or [item], self.data)
        if item.form == "empty":
            number = self._code(opening.decode(), None, item.label)
            self._hold(number, stretches)
            self.tokens.append(CodeToken(Form.EMPTY, number))
            return
        closing = raw(node[-1].elements or [node[-1]], self.data)[0]
        number = self._code(opening.decode(), closing.decode(), item.label)
        self._hold(number, stretches)
        self.tokens.append(CodeToken(Form.OPEN, number))
        inner = node[1:-1]
        own = _commonest(inner) if inner else base
        if own.key != base.key:
            self.made.bases[number] = own.raw
        self._level(inner, own if own.key != base.key else base)
        self.tokens.append(CodeToken(Form.CLOSE, number))

    def _code(self, opening: str, closing: str | None, called: str) -> int:
        number = len(self.made.codes) + 1
        self.made.codes.append(Code(number, opening, closing, called))
        return number

    def _hold(self, number: int, stretches: list[tuple[int, int, int]]) -> None:
        for offset, start, end in stretches:
            at = bisect_left(self.nested, (start, 0))
            if at < len(self.nested) and self.nested[at][1] <= end:
                self.made.held.append((number, offset, start, end))


def _pad(first: str, last: str) -> tuple[str, str]:
    """Return the white space that ``first`` begins with and ``last`` ends with."""
    return first[: len(first) - len(first.lstrip())], last[len(last.rstrip()) :]


def _shared(one: tuple[object, ...], other: tuple[object, ...]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine is not theirs:
            break
        count += 1
    return count


def _nodes(items: list[Item]) -> Iterator[list[Item]]:
    """Yield single items, and pairs with all that they hold."""
    at = 0
    while at < len(items):
        stop = at
        if items[at].form == "open":
            stop = next(later for later in range(at, len(items)) if items[later] is items[at].other)
        yield items[at : stop + 1]
        at = stop + 1


def _commonest(items: list[Item]) -> Format:
    """Return the formatting of most of the text of this level; of all levels where this one has none."""
    for level in ([node[0] for node in _nodes(items) if len(node) == 1], items):
        keys: dict[str, int] = {}
        raws: dict[tuple[str, str], int] = {}
        formats: dict[tuple[str, str], Format] = {}
        for item in level:
            if item.form == "text" and item.value.strip():
                own = item.format.key, item.format.raw
                size = len(item.value) - item.value.count(" ")
                keys[own[0]] = keys.get(own[0], 0) + size
                raws[own] = raws.get(own, 0) + size
                formats[own] = item.format
        if keys:
            wanted = max(keys, key=keys.__getitem__)
            return formats[max((own for own in raws if own[0] == wanted), key=raws.__getitem__)]
    return PLAIN


def _stretches(items: list[Item], base: Format) -> Iterator[tuple[Format, list[list[Item]]]]:
    """Yield neighbours of one formatting. White space and things by themselves have that of the texts on both of their sides."""
    nodes = list(_nodes(items))
    formats = _formats(nodes, base)
    start = 0
    for at in range(1, len(nodes) + 1):
        if at == len(nodes) or formats[at].key != formats[start].key:
            yield formats[start], nodes[start:at]
            start = at


def _formats(nodes: list[list[Item]], base: Format) -> list[Format]:
    formats = [base] * len(nodes)
    before, since = base, 0  # the formatting of the last text, and where what follows it begins
    for at, node in enumerate(nodes):
        item = node[0]
        if len(node) > 1 or item.form == "open":
            _spaced(nodes, formats, before, since, at)
            before, since = base, at + 1
        elif item.form == "text" and item.value.strip():
            if item.format.key == before.key:
                formats[since:at] = [before] * (at - since)
            else:
                _spaced(nodes, formats, before, since, at)
            formats[at] = before = item.format if item.format.key != base.key else base
            since = at + 1
    _spaced(nodes, formats, before, since, len(nodes))
    return formats


def _spaced(nodes: list[list[Item]], formats: list[Format], before: Format, since: int, stop: int) -> None:
    """Give the white space right after a text the formatting of that text."""
    for at in range(since, stop):
        if nodes[at][0].form != "text":
            break
        formats[at] = before
