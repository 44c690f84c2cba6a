"""What stands in a paragraph, taken as items: runs with their texts, links and other elements around runs, fields, marks, things."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from transloc.errors import InputError
from transloc.formats.docx import found as units
from transloc.formats.docx.dialect import Dialect
from transloc.formats.docx.formatting import run_format
from transloc.formats.docx.found import Setting
from transloc.formats.docx.items import Holder, Item
from transloc.formats.docx.walk import Act, Attributes, Walk
from transloc.formats.docx.xml import local, tag_end, unescape
from transloc.wording import say

#: Texts, things and marks of a paragraph: nobody can translate around more, and each may take 2 kB.
MAX_PIECES = 20_000
_TAB_OR_END = re.compile(r"[\t\r\n]")


@dataclass(slots=True)
class Paragraph:
    """A paragraph that has begun; ``known`` counts the units found before it."""

    start: int
    known: int
    items: list[Item] = field(default_factory=list)
    chain: tuple[Holder, ...] = ()
    properties: str = ""
    picture: bool = False


class Inline(Walk):
    """The part of a walk that is within paragraphs: their items are collected, by the ``dialect`` and the ``setting`` of the part.

    ``inside`` are the kinds of things with words of their own that the element at hand holds.
    """

    dialect: Dialect
    setting: Setting
    inline: Mapping[str, Act]
    of_run: Mapping[str, Act]
    of_control: Mapping[str, Act]

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.paragraph: Paragraph | None = None
        self.run: Holder | None = None
        self.inside: set[str] = set()

    def _alternative(self, _: str, attributes: Attributes) -> None:
        """Take alternative texts and tips among ``attributes``."""

    def _layout(self, name: str, _: Attributes) -> None:
        self.block_of(name, self._laid_out)

    def _laid_out(self, raw: bytes) -> None:
        assert self.paragraph is not None
        self.paragraph.properties = raw.decode()

    def _add(self, item: Item) -> None:
        assert self.paragraph is not None
        if len(self.paragraph.items) == MAX_PIECES:
            hint = say("Clear the formatting of its letters in a word processor, or cut it in two")
            raise InputError(say("a paragraph consists of more than {max_pieces:,} pieces", max_pieces=MAX_PIECES), hint=hint)
        self.paragraph.items.append(item)
        for holder in (*item.chain, *((item.run,) if item.run else ())):
            holder.first = holder.first or item
            holder.last = item

    def _item(self, form: str, start: int, end: int, **rest: Any) -> Item:
        assert self.paragraph is not None
        return Item(form, start, end, run=self.run, chain=self.paragraph.chain, **rest)

    def _run(self, name: str, _: Attributes) -> None:
        self.run = run = Holder(self.here, name)
        plain = self.dialect.plain.match(self.data, run.start)
        if not plain:
            self.push(self._run_ended, run, self.of_run)
            return
        if plain[1]:
            self._formatted(plain[1])
        self._worded(plain.start(2), plain.start(3), plain.end(3))
        run.end, self.run = plain.end(), None
        self.pass_over(name)

    def _run_ended(self, run: Holder) -> None:
        run.end = self.stop_of(run.start)
        self.run = None

    def _transparent(self, name: str, _: Attributes) -> None:
        assert self.paragraph is not None
        holder = Holder(self.here, name)
        self.push(self._transparent_ended, (holder, self.paragraph.chain), self.inline)
        self.paragraph.chain = (*self.paragraph.chain, holder)

    def _transparent_ended(self, payload: tuple[Holder, tuple[Holder, ...]]) -> None:
        assert self.paragraph is not None
        payload[0].end = self.stop_of(payload[0].start)
        self.paragraph.chain = payload[1]

    def _deleted(self, _: str, __: Attributes) -> None:
        """Look at nothing in what an editor has deleted."""
        kept, self.anywhere = self.anywhere, {}

        def ended(_: Any) -> None:
            self.anywhere = kept

        self.push(ended)

    def _container(self, name: str, attributes: Attributes) -> None:
        start = self.here
        stop = tag_end(self.data, start)
        if self.data.startswith(b"/>", stop - 2):
            return
        kind = name[len(self.dialect.prefix) :]
        label = units.container_label(self.setting, kind, local_names(attributes))
        item = self._item("open", start, stop, value=kind, label=label, quiet=kind not in ("hyperlink", "fldSimple"))
        self._add(item)
        if kind == "hyperlink":
            self._alternative(name, attributes)
        self.push(self._container_ended, item, self.inline)

    def _container_ended(self, opening: Item) -> None:
        start = self.here
        closing = self._item("close", start, self.stop_of(start), label=opening.label)
        opening.other, closing.other = closing, opening
        self._add(closing)

    def _control(self, _: str, __: Attributes) -> None:
        self.push(self._control_ended, [self.here], self.of_control)

    def _control_content(self, _: str, __: Attributes) -> None:
        stop = tag_end(self.data, self.here)
        if self.data.startswith(b"/>", stop - 2):
            return
        item = self._item("open", self.payload[0], stop, label="content control", quiet=True)
        self.payload.append(item)
        self._add(item)
        self.push(self._container_ended, item, self.inline)

    def _control_ended(self, payload: list[Any]) -> None:
        if len(payload) > 1:
            payload[1].other.end = self.stop_of(payload[0])

    def _mark(self, name: str, attributes: Attributes) -> None:
        kind = name[len(self.dialect.prefix) :]
        after = kind.endswith(("End", "Reference"))
        value = kind.removesuffix("Start").removesuffix("End") + attributes.get(f"{self.dialect.values}id", "")
        item = self._item("mark", self.here, -1, value=value, label=attributes.get(f"{self.dialect.values}name", ""), after=after)
        self._add(item)
        self.until_end(item)

    # --- what stands in a run

    def _properties(self, name: str, _: Attributes) -> None:
        self.block_of(name, self._formatted)

    def _formatted(self, raw: bytes) -> None:
        if self.run is not None:
            self.run.properties = raw
            self.run.format = run_format(raw.decode())

    def _text(self, _: str, __: Attributes) -> None:
        start = self.here
        begin = tag_end(self.data, start)
        if self.data.startswith(b"/>", begin - 2):
            return
        close = self.data.find(b"<", begin)
        if self.data.startswith(self.dialect.closing_text, close):
            self._worded(start, begin, close)
        else:
            self.push(lambda _: self._worded(start, begin, self.here))

    def _worded(self, start: int, begin: int, close: int) -> None:
        raw = self.data[begin:close]
        words = unescape(raw) if b"&" in raw or b"<" in raw else raw.decode()
        if b"\n" in raw and b"preserve" not in self.data[start:begin]:
            words = words.strip(" \t\r\n")
        if "\n" in words or "\t" in words or "\r" in words:
            words = _TAB_OR_END.sub(" ", words)
        end = self.data.index(b">", close) + 1
        assert self.run is not None
        if self.run.format.on("vanish"):
            self._add(self._item("empty", start, end, label="hidden text", loose=True))
        elif words:
            self._add(self._item("text", start, end, value=words))

    def _hyphen(self, _: str, __: Attributes) -> None:
        assert self.run is not None
        hidden = self.run.format.on("vanish")
        item = self._item("empty" if hidden else "text", self.here, -1, value="\u2011", label="hidden text" if hidden else "", loose=hidden)
        self._add(item)
        self.until_end(item)

    def _field(self, _: str, attributes: Attributes) -> None:
        kind = attributes.get(f"{self.dialect.values}fldCharType", "")
        item = self._item(kind if kind in ("begin", "separate", "end") else "empty", self.here, -1, label="field", loose=True)
        self._add(item)
        self.until_end(item)

    def _instruction(self, _: str, __: Attributes) -> None:
        start = self.here
        begin = tag_end(self.data, start)
        item = self._item("instruction", start, -1)
        self._add(item)

        def ended(_: Any) -> None:
            item.end = self.stop_of(start)
            item.value = unescape(self.data[begin : max(begin, self.here)])

        self.push(ended)

    def _thing(self, name: str, attributes: Attributes) -> None:
        """Take what is no text as one thing by itself, with all that it holds."""
        kind = name[len(self.dialect.prefix) :] if name.startswith(self.dialect.prefix) else name.rpartition(":")[2]
        label, loose, anchored = units.thing(self.setting.context, kind, local_names(attributes))
        item = self._item("empty", self.here, -1, value=kind, label=label, loose=loose, anchored=anchored)
        self._add(item)
        kept, self.inside = self.inside, set()

        def ended(_: Any) -> None:
            item.end = self.stop_of(item.start)
            item.label = next((inner for inner in ("text box", "chart", "diagram") if inner in self.inside), item.label)
            kept.update(self.inside)
            self.inside = kept

        self.push(ended)
        if name in self.anywhere:
            self.anywhere[name](self, name, attributes)


def local_names(attributes: Attributes) -> Attributes:
    """Return ``attributes`` by their names without prefixes."""
    return {local(name): value for name, value in attributes.items()}
