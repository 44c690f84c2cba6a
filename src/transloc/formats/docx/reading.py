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
from transloc.formats.docx.xml import MAX_DEPTH, attribute, local, parse, parser, tag_end, unescape
from transloc.model import Embed

_W = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
#: The prefixes that everybody uses, by the end of their namespaces; a root element may give others.
_USUAL = {
    "markup-compatibility/2006": "mc",
    "wordprocessingDrawing": "wp",
    "drawingml/main": "a",
    "drawingml/2006/main": "a",
    "drawingml/2006/chart": "c",
    "drawingml/chart": "c",
    "drawingml/2006/diagram": "dgm",
    "drawingml/diagram": "dgm",
    "microsoft-com:vml": "v",
    "microsoft-com:office:office": "o",
}
_USUAL_PREFIXES = frozenset({"", "w", "w14", "w15", "wp15", "r", "wps", *_USUAL.values()})
_REFERRED = re.compile(rb"\bREF\s+([^\s<\\\"]+)")
_PICTURE_FILE = re.compile(r"(?:\S+\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg|emf|wmf)|https?://\S+)\Z", re.IGNORECASE)
_SPACES = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_TAB_OR_END = re.compile(r"[\t\r\n]")

#: Properties are shorter, as a rule.
_SHORT = 4096

Attributes = dict[str, str]
Act = Callable[["Reader", str, Attributes], None]


@dataclass(slots=True)
class _Frame:
    """What goes on again when an element has ended."""

    watch: int
    close: int
    table: Mapping[str, Act]
    ended: Callable[[Any], None]
    payload: Any


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that has begun; ``known`` counts the units found before it."""

    start: int
    known: int
    items: list[Item] = field(default_factory=list)
    chain: tuple[Holder, ...] = ()
    properties: str = ""
    picture: bool = False


class Reader:
    """Reads one part; ``found`` are its units in the order in which they end, ``embeds`` what holds words that no unit does."""

    def __init__(self, part: Part, context: Context) -> None:
        self.part = part
        self.data = part.data
        self.context = context
        self.found: list[Found] = []
        self.embeds: list[Embed] = []
        self.skeleton: list[str] = []
        self.parser = parser()
        self.depth = 0
        self.watch = self.close = -1
        self.table: Mapping[str, Act] = {}
        self.ended: Callable[[Any], None] = lambda _: None
        self.payload: Any = None
        self.frames: list[_Frame] = []
        self.paragraph: _Paragraph | None = None
        self.run: Holder | None = None
        self.story = Story(part.role)
        self.anywhere: Mapping[str, Act] = {}
        self.branches: list[list[int]] = []
        self.fallbacks = 0
        self.inside: set[str] = set()
        self.passing = ""

    def read(self) -> None:
        """Read the part; raises InputError for what is not well-formed, nested too deeply or no WordprocessingML."""
        self.parser.StartElementHandler = self._root
        self.parser.EndElementHandler = self._end
        parse(self.parser, self.data)
        if self.part.role in ("header", "footer") and self.story.last is not None:
            self.story.last.block = None  # these must have a paragraph too

    # --- elements

    def _root(self, name: str, attributes: Attributes) -> None:
        declared = {key[6:] if key[5:6] == ":" else "": value for key, value in attributes.items() if key.startswith("xmlns")}
        mine = [prefix for prefix, namespace in declared.items() if namespace in _W]
        if not mine:
            raise InputError("this is no part of a Word document", hint="Open it in a word processor and save it again as DOCX")
        own = name.rpartition(":")[0]
        prefix = own if own in mine else mine[0]
        self.prefix = f"{prefix}:" if prefix else ""
        self.values = next((f"{other}:" for other in mine if other), "")
        referred = frozenset(name.decode("utf-8", "replace") for name in _REFERRED.findall(self.data))
        self.setting = Setting(self.part, self.context, self.prefix, referred)
        foreign = tuple(sorted((prefix, name) for prefix, name in declared.items() if prefix not in _USUAL_PREFIXES))
        tables = _tables(self.prefix, foreign)
        self.anywhere, self.inline, self.of_run, self.of_control = tables
        self.closing_text = f"</{self.prefix}t>".encode()
        self.parser.StartElementHandler = self._start
        self.depth = 1

    def _start(self, name: str, attributes: Attributes) -> None:
        depth = self.depth = self.depth + 1
        if depth == self.watch:
            (self.table.get(name) or self.table[""])(self, name, attributes)
        elif name in self.anywhere:
            self.anywhere[name](self, name, attributes)
        if depth > MAX_DEPTH:
            raise InputError(f"its elements are nested more than {MAX_DEPTH} levels deep", hint="Do not open it")

    def _end(self, _: str) -> None:
        while self.depth == self.close:
            ended, payload, frame = self.ended, self.payload, self.frames.pop()
            self.watch, self.close, self.table = frame.watch, frame.close, frame.table
            self.ended, self.payload = frame.ended, frame.payload
            ended(payload)
        self.depth -= 1

    def _push(self, ended: Callable[[Any], None], payload: Any = None, table: Mapping[str, Act] | None = None) -> None:
        """Call ``ended`` when the element that has begun ends; with ``table`` look at its children by it."""
        self.frames.append(_Frame(self.watch, self.close, self.table, self.ended, self.payload))
        self.close, self.ended, self.payload = self.depth, ended, payload
        if table is not None:
            self.watch, self.table = self.depth + 1, table

    @property
    def _here(self) -> int:
        return self.parser.CurrentByteIndex

    def _stop(self, start: int) -> int:
        """Return where the element that began at ``start`` and ends now ends."""
        here = self._here
        if self.data.startswith(b"/>", here - 2) and tag_end(self.data, start) == here:
            return here
        return self.data.index(b">", here) + 1

    # --- blocks

    def _bone(self, name: str, _: Attributes) -> None:
        self.skeleton.append(name)

    def _begin(self, name: str, _: Attributes) -> None:
        self.skeleton.append(name)
        kept = self.paragraph, self.run
        self.paragraph, self.run = _Paragraph(self._here, len(self.found)), None
        self._push(self._paragraph_ended, kept, self.inline)

    def _paragraph_ended(self, kept: tuple[_Paragraph | None, Holder | None]) -> None:
        made = self.paragraph
        assert made is not None
        self.paragraph, self.run = kept
        stop = self._stop(made.start)
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
        if kept[0] is not None:
            kept[0].picture = kept[0].picture or made.picture

    def _story(self, name: str, attributes: Attributes) -> None:
        kind = name[len(self.prefix) :]
        self.skeleton.append(name)
        if kind == "txbxContent":
            self.inside.add("text box")
        kept = self.story
        self.story = kept.within(kind, attributes.get(f"{self.values}id", ""))
        self._push(self._story_ended, kept)

    def _story_ended(self, kept: Story) -> None:
        if self.story.last is not None:
            self.story.last.block = None  # a cell, a note, a text box must have a paragraph
        self.story = kept

    def _layout(self, name: str, _: Attributes) -> None:
        self._block(name, self._laid_out)

    def _laid_out(self, raw: bytes) -> None:
        assert self.paragraph is not None
        self.paragraph.properties = raw.decode()

    def _block(self, name: str, take: Callable[[bytes], None]) -> None:
        """Give all of the element ``name``, which has begun, to ``take``, and look at nothing in it where its end is plain to see."""
        start, closing = self._here, f"</{name}>".encode()
        stop = self.data.find(closing, start, start + _SHORT) + len(closing)
        raw = self.data[start:stop]
        if stop > start and raw.count(closing[2:-1]) == 2 and b"<!" not in raw:
            take(raw)
            self.passing = name
            self.parser.StartElementHandler, self.parser.EndElementHandler = None, self._passed
        else:
            self._push(lambda _: take(self.data[start : self._stop(start)]))

    def _passed(self, name: str) -> None:
        if name == self.passing:
            self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
            self._end(name)

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
        self.run = Holder(self._here, name)
        self._push(self._run_ended, self.run, self.of_run)

    def _run_ended(self, run: Holder) -> None:
        run.end = self._stop(run.start)
        self.run = None

    def _transparent(self, name: str, _: Attributes) -> None:
        assert self.paragraph is not None
        holder = Holder(self._here, name)
        self._push(self._transparent_ended, (holder, self.paragraph.chain), self.inline)
        self.paragraph.chain = (*self.paragraph.chain, holder)

    def _transparent_ended(self, payload: tuple[Holder, tuple[Holder, ...]]) -> None:
        assert self.paragraph is not None
        payload[0].end = self._stop(payload[0].start)
        self.paragraph.chain = payload[1]

    def _deleted(self, _: str, __: Attributes) -> None:
        """Look at nothing in what an editor has deleted."""
        kept, self.anywhere = self.anywhere, {}

        def ended(_: Any) -> None:
            self.anywhere = kept

        self._push(ended)

    def _container(self, name: str, attributes: Attributes) -> None:
        start = self._here
        stop = tag_end(self.data, start)
        if self.data.startswith(b"/>", stop - 2):
            return
        kind = name[len(self.prefix) :]
        label = units.container_label(self.setting, kind, _local(attributes))
        item = self._item("open", start, stop, value=kind, label=label, quiet=kind not in ("hyperlink", "fldSimple"))
        self._add(item)
        if kind == "hyperlink":
            self._alternative(name, attributes)
        self._push(self._container_ended, item, self.inline)

    def _container_ended(self, opening: Item) -> None:
        start = self._here
        closing = self._item("close", start, self._stop(start), label=opening.label)
        opening.other, closing.other = closing, opening
        self._add(closing)

    def _control(self, _: str, __: Attributes) -> None:
        self._push(self._control_ended, [self._here], self.of_control)

    def _control_content(self, _: str, __: Attributes) -> None:
        stop = tag_end(self.data, self._here)
        if self.data.startswith(b"/>", stop - 2):
            return
        item = self._item("open", self.payload[0], stop, label="content control", quiet=True)
        self.payload.append(item)
        self._add(item)
        self._push(self._container_ended, item, self.inline)

    def _control_ended(self, payload: list[Any]) -> None:
        if len(payload) > 1:
            payload[1].other.end = self._stop(payload[0])

    def _mark(self, name: str, attributes: Attributes) -> None:
        kind = name[len(self.prefix) :]
        after = kind.endswith(("End", "Reference"))
        value = kind.removesuffix("Start").removesuffix("End") + attributes.get(f"{self.values}id", "")
        item = self._item("mark", self._here, -1, value=value, label=attributes.get(f"{self.values}name", ""), after=after)
        self._add(item)
        self._until_end(item)

    # --- what stands in a run

    def _properties(self, name: str, _: Attributes) -> None:
        self._block(name, self._formatted)

    def _formatted(self, raw: bytes) -> None:
        if self.run is not None:
            self.run.properties = raw
            self.run.format = run_format(raw.decode())

    def _text(self, _: str, __: Attributes) -> None:
        start = self._here
        begin = tag_end(self.data, start)
        if self.data.startswith(b"/>", begin - 2):
            return
        close = self.data.find(b"<", begin)
        if self.data.startswith(self.closing_text, close):
            self._worded(start, begin, close)
        else:
            self._push(lambda _: self._worded(start, begin, self._here))

    def _worded(self, start: int, begin: int, close: int) -> None:
        raw = self.data[begin:close]
        words = unescape(raw) if b"&" in raw or b"<" in raw else raw.decode()
        if b"\n" in raw and b"preserve" not in self.data[start:begin]:
            words = words.strip(" \t\r\n")
        words = _TAB_OR_END.sub(" ", words)
        end = self.data.index(b">", close) + 1
        assert self.run is not None
        if self.run.format.on("vanish"):
            self._add(self._item("empty", start, end, label="hidden text", loose=True))
        elif words:
            self._add(self._item("text", start, end, value=words))

    def _hyphen(self, _: str, __: Attributes) -> None:
        item = self._item("text", self._here, -1, value="\u2011")
        self._add(item)
        self._until_end(item)

    def _field(self, _: str, attributes: Attributes) -> None:
        kind = attributes.get(f"{self.values}fldCharType", "")
        item = self._item(kind if kind in ("begin", "separate", "end") else "empty", self._here, -1, label="field", loose=True)
        self._add(item)
        self._until_end(item)

    def _instruction(self, _: str, __: Attributes) -> None:
        start = self._here
        begin = tag_end(self.data, start)
        item = self._item("instruction", start, -1)
        self._add(item)

        def ended(_: Any) -> None:
            item.end = self._stop(start)
            item.value = unescape(self.data[begin : max(begin, self._here)])

        self._push(ended)

    def _thing(self, name: str, attributes: Attributes) -> None:
        """Take what is no text as one thing by itself, with all that it holds."""
        kind = name[len(self.prefix) :] if name.startswith(self.prefix) else name.rpartition(":")[2]
        label, loose, anchored = units.thing(self.context, kind, _local(attributes))
        item = self._item("empty", self._here, -1, value=kind, label=label, loose=loose, anchored=anchored)
        self._add(item)
        kept, self.inside = self.inside, set()

        def ended(_: Any) -> None:
            item.end = self._stop(item.start)
            item.label = next((inner for inner in ("text box", "chart", "diagram") if inner in self.inside), item.label)
            kept.update(self.inside)
            self.inside = kept

        self._push(ended)
        if name in self.anywhere:
            self.anywhere[name](self, name, attributes)

    def _until_end(self, item: Item) -> None:
        stop = tag_end(self.data, item.start)
        if self.data.startswith(b"/>", stop - 2):
            item.end = stop
            return

        def ended(_: Any) -> None:
            item.end = self._stop(item.start)

        self._push(ended)

    # --- what stands in things

    def _alternatives(self, _: str, __: Attributes) -> None:
        self.branches.append([])
        self._push(self._alternatives_ended)

    def _branch(self, name: str, _: Attributes) -> None:
        if self.branches:
            self.branches[-1].append(len(self.found))
        later = not self.branches or len(self.branches[-1]) > 1
        self.fallbacks += later
        self._push(self._branch_ended, later)

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
                place = attribute(self.data, self._here, key)
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


def _nothing(_: Reader, __: str, ___: Attributes) -> None:
    """Pass over what is no business of the text."""


Tables = tuple[Mapping[str, Act], Mapping[str, Act], Mapping[str, Act], Mapping[str, Act]]


@lru_cache(maxsize=64)
def _tables(w: str, declared: tuple[tuple[str, str], ...]) -> Tables:
    """Return what to do with elements: anywhere, in a paragraph, in a run, in a content control. ``w`` is the main prefix."""
    inline: dict[str, Act] = {"": Reader._thing, w + "proofErr": _nothing}
    inline |= {w + name: Reader._deleted for name in ("del", "moveFrom")}
    inline |= {w + name: Reader._transparent for name in ("ins", "moveTo", "smartTag")}
    inline |= {w + name: Reader._container for name in ("hyperlink", "fldSimple", "customXml", "dir", "bdo")}
    inline |= {w + "pPr": Reader._layout, w + "r": Reader._run, w + "sdt": Reader._control}
    for name in ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange"):
        inline |= {f"{w}{name}Start": Reader._mark, f"{w}{name}End": Reader._mark}
    run: dict[str, Act] = {"": Reader._thing, w + "rPr": Reader._properties, w + "t": Reader._text, w + "fldChar": Reader._field}
    run |= {w + name: _nothing for name in ("lastRenderedPageBreak", "softHyphen", "delText", "delInstrText", "annotationRef")}
    run |= {w + "noBreakHyphen": Reader._hyphen, w + "instrText": Reader._instruction, w + "commentReference": Reader._mark}
    control: dict[str, Act] = {"": _nothing, w + "sdtContent": Reader._control_content}
    anywhere: dict[str, Act] = {w + "p": Reader._begin, w + "altChunk": Reader._embed}
    anywhere |= {w + name: Reader._story for name in ("tc", "txbxContent", "sdtContent", "footnote", "endnote")}
    anywhere |= {w + name: Reader._bone for name in ("tbl", "tr")}
    anywhere |= _FOREIGN
    for prefix, namespace in declared:
        usual = next((short for end, short in _USUAL.items() if namespace.endswith(end)), prefix)
        anywhere |= {f"{prefix}:{name[len(usual) + 1 :]}": act for name, act in _FOREIGN.items() if name.startswith(usual + ":")}
    return anywhere, inline, run, control


_FOREIGN: Mapping[str, Act] = {
    "mc:AlternateContent": Reader._alternatives,
    "mc:Choice": Reader._branch,
    "mc:Fallback": Reader._branch,
    "wp:docPr": Reader._alternative,
    **{f"v:{name}": Reader._alternative for name in ("shape", "rect", "oval", "roundrect", "group", "line", "image")},
    **dict.fromkeys(("a:blip", "v:imagedata", "c:chart", "dgm:relIds", "o:OLEObject", "wp15:webVideoPr"), Reader._embed),
}


def _local(attributes: Attributes) -> Attributes:
    return {local(name): value for name, value in attributes.items()}


def _of(attributes: Attributes, key: str) -> str:
    """Return the value of the attribute ``key`` of a foreign namespace."""
    return next((value for name, value in attributes.items() if name.endswith(f":{key}")), "")


def read(part: Part, context: Context) -> Reader:
    """Return the reader of ``part`` when it has read it."""
    reader = Reader(part, context)
    reader.read()
    return reader
