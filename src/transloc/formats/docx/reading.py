"""One part read from its first tag to its last: its paragraphs with their items, what alternative texts it has, what it embeds.

expat tells where each element begins; of a run only what the text needs is looked at more closely. Namespaces are resolved at the
root element, where all word processors declare them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from transloc.errors import InputError
from transloc.formats.docx import found as units
from transloc.formats.docx.formatting import run_format
from transloc.formats.docx.found import Context, Found, Setting, Story
from transloc.formats.docx.items import Holder, Item
from transloc.formats.docx.parts import Part
from transloc.formats.docx.tables import USUAL_PREFIXES, tables
from transloc.formats.docx.walk import Act, Attributes, Walk
from transloc.formats.docx.xml import attribute, local, tag_end, unescape
from transloc.model import Embed

_W = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
_REFERRED = re.compile(rb"\bREF\s+([^\s<\\\"]+)")
_PICTURE_FILE = re.compile(r"(?:\S+\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg|emf|wmf)|https?://\S+)\Z", re.IGNORECASE)
_TAB_OR_END = re.compile(r"[\t\r\n]")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that has begun; ``known`` counts the units found before it."""

    start: int
    known: int
    items: list[Item] = field(default_factory=list)
    chain: tuple[Holder, ...] = ()
    properties: str = ""
    picture: bool = False


class Reader(Walk):
    """Reads one part; ``found`` are its units in the order in which they end, ``embeds`` what holds words that no unit does.

    With ``take`` units are given away as soon as they are complete, and not held.
    """

    def __init__(self, part: Part, context: Context, take: Callable[[Found], None] | None = None) -> None:
        super().__init__(part.data)
        self.take = take
        self.part = part
        self.context = context
        self.found: list[Found] = []
        self.embeds: list[Embed] = []
        self.skeleton: list[str] = []
        self.paragraph: _Paragraph | None = None
        self.run: Holder | None = None
        self.story = Story(part.role)
        self.branches: list[list[int]] = []
        self.fallbacks = 0
        self.inside: set[str] = set()

    def read(self) -> None:
        """Read the part; raises InputError for what is not well-formed, nested too deeply or no WordprocessingML."""
        self.walk()
        if self.part.role in ("header", "footer") and self.story.last is not None:
            self.story.last.block = None  # these must have a paragraph too

    def rooted(self, name: str, attributes: Attributes) -> None:
        """See Walk; raises InputError for what is no WordprocessingML."""
        declared = {key[6:] if key[5:6] == ":" else "": value for key, value in attributes.items() if key.startswith("xmlns")}
        mine = [prefix for prefix, namespace in declared.items() if namespace in _W]
        if not mine:
            raise InputError("this is no part of a Word document", hint="Open it in a word processor and save it again as DOCX")
        own = name.rpartition(":")[0]
        prefix = own if own in mine else mine[0]
        self.prefix = f"{prefix}:" if prefix else ""
        self.values = next((f"{other}:" for other in mine if other), "")
        names = _REFERRED.findall(self.data) if b"REF" in self.data else ()
        referred = frozenset(name.decode("utf-8", "replace") for name in names)
        self.setting = Setting(self.part, self.context, self.prefix, referred)
        foreign = tuple(sorted((prefix, name) for prefix, name in declared.items() if prefix not in USUAL_PREFIXES))
        self.anywhere, self.inline, self.of_run, self.of_control = _methods(self.prefix, foreign)
        self.closing_text = f"</{self.prefix}t>".encode()

    # --- blocks

    def _bone(self, name: str, _: Attributes) -> None:
        self.skeleton.append(name)

    def _begin(self, name: str, _: Attributes) -> None:
        self.skeleton.append(name)
        kept = self.paragraph, self.run
        self.paragraph, self.run = _Paragraph(self.here, len(self.found)), None
        self.push(self._paragraph_ended, kept, self.inline)

    def _paragraph_ended(self, kept: tuple[_Paragraph | None, Holder | None]) -> None:
        made = self.paragraph
        assert made is not None
        self.paragraph, self.run = kept
        stop = self.stop_of(made.start)
        inner = self.found[made.known :]
        nested = [one.text.span for one in inner]
        one = units.of_paragraph(self.setting, self.story, made.items, (made.start, stop), made.properties, nested)
        self.story.last = one
        self.story.picture_before = made.picture and one is None
        if one:
            self.found.append(one)
        after = one.after if one else None
        for attribute_ in inner:
            if attribute_.context == "attribute" and attribute_.after is None:
                attribute_.after = after or units.insertion(self.prefix, stop, made.properties, "", plain=False)
        if self.take and self.paragraph is None and not self.branches:
            for complete in self.found:
                self.take(complete)
            self.found.clear()
        if kept[0] is not None:
            kept[0].picture = kept[0].picture or made.picture

    def _story(self, name: str, attributes: Attributes) -> None:
        kind = name[len(self.prefix) :]
        self.skeleton.append(name)
        if kind == "txbxContent":
            self.inside.add("text box")
        kept = self.story
        self.story = kept.within(kind, attributes.get(f"{self.values}id", ""))
        self.push(self._story_ended, kept)

    def _story_ended(self, kept: Story) -> None:
        if self.story.last is not None:
            self.story.last.block = None  # a cell, a note, a text box must have a paragraph
        self.story = kept

    def _layout(self, name: str, _: Attributes) -> None:
        self.block_of(name, self._laid_out)

    def _laid_out(self, raw: bytes) -> None:
        assert self.paragraph is not None
        self.paragraph.properties = raw.decode()

    def _pass(self, name: str, _: Attributes) -> None:
        """Look at nothing in properties, which hold no text."""
        self.block_of(name, lambda _: None)

    def _nothing(self, _: str, __: Attributes) -> None:
        """Pass over what is no business of the text."""

    # --- what stands in a paragraph

    def _add(self, item: Item) -> None:
        assert self.paragraph is not None
        self.paragraph.items.append(item)
        for holder in (*item.chain, *((item.run,) if item.run else ())):
            holder.first = holder.first or item
            holder.last = item

    def _item(self, form: str, start: int, end: int, **rest: Any) -> Item:
        assert self.paragraph is not None
        return Item(form, start, end, run=self.run, chain=self.paragraph.chain, **rest)

    def _run(self, name: str, _: Attributes) -> None:
        self.run = Holder(self.here, name)
        self.push(self._run_ended, self.run, self.of_run)

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
        kind = name[len(self.prefix) :]
        label = units.container_label(self.setting, kind, _local(attributes))
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
        kind = name[len(self.prefix) :]
        after = kind.endswith(("End", "Reference"))
        value = kind.removesuffix("Start").removesuffix("End") + attributes.get(f"{self.values}id", "")
        item = self._item("mark", self.here, -1, value=value, label=attributes.get(f"{self.values}name", ""), after=after)
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
        if self.data.startswith(self.closing_text, close):
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
        kind = attributes.get(f"{self.values}fldCharType", "")
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
        kind = name[len(self.prefix) :] if name.startswith(self.prefix) else name.rpartition(":")[2]
        label, loose, anchored = units.thing(self.context, kind, _local(attributes))
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

    # --- what stands in things

    def _alternatives(self, _: str, __: Attributes) -> None:
        self.branches.append([])
        self.push(self._alternatives_ended)

    def _branch(self, name: str, _: Attributes) -> None:
        if self.branches:
            self.branches[-1].append(len(self.found))
        later = not self.branches or len(self.branches[-1]) > 1
        self.fallbacks += later
        self.push(self._branch_ended, later)

    def _branch_ended(self, later: bool) -> None:
        self.fallbacks -= later

    def _alternatives_ended(self, _: None) -> None:
        units.copies(self.found, self.branches.pop())

    def _alternative(self, _: str, attributes: Attributes) -> None:
        """Take alternative texts and tips, which are attributes, as units."""
        if self.paragraph is not None and self.paragraph.picture is False and "descr" in attributes:
            self.paragraph.picture = True
        for key in ("descr", "title", "alt", f"{self.values}tooltip"):
            words = attributes.get(key, "")
            if words and not _PICTURE_FILE.match(words):
                place = attribute(self.data, self.here, key)
                one = units.of_attribute(self.setting, self.story, words, place) if place else None
                if one:
                    self.found.append(one)

    def _embed(self, name: str, attributes: Attributes) -> None:
        kind = name.rpartition(":")[2]
        self.inside.update({"chart": {"chart"}, "relIds": {"diagram"}}.get(kind, set()))
        if kind in ("blip", "imagedata") and self.paragraph is not None:
            self.paragraph.picture = True
        embed = None if self.fallbacks else units.embed(self.setting, kind, attributes, lambda key: _of(attributes, key))
        if embed and embed not in self.context.embedded:
            self.context.embedded.add(embed)
            self.embeds.append(embed)


@lru_cache(maxsize=64)
def _methods(prefix: str, declared: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, Act], ...]:
    return tuple({element: getattr(Reader, method) for element, method in table.items()} for table in tables(prefix, declared))


def _local(attributes: Attributes) -> Attributes:
    return {local(name): value for name, value in attributes.items()}


def _of(attributes: Attributes, key: str) -> str:
    """Return the value of the attribute ``key`` of a foreign namespace."""
    return next((value for name, value in attributes.items() if name.endswith(f":{key}")), "")


def read(part: Part, context: Context, take: Callable[[Found], None] | None = None) -> Reader:
    """Return the reader of ``part`` when it has read it."""
    reader = Reader(part, context, take)
    reader.read()
    if take:
        for one in reader.found:
            take(one)
    return reader
