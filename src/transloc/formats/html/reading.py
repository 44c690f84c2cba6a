"""A page or a fragment of HTML read once: its units in document order, its furniture, and what it embeds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from transloc.formats import captions, kinds
from transloc.formats.collect import Collector
from transloc.formats.html import json_texts, meta
from transloc.formats.html.blocks import Block, Blocks, Region
from transloc.formats.html.json_tree import is_linked_data
from transloc.formats.html.run import Part, Run, children_of_tag
from transloc.formats.html.tokens import Token, tokens
from transloc.formats.html.vocabulary import APART, FLOW, INLINE, OPAQUE, WHOLE
from transloc.formats.place import Insertion, Place
from transloc.formats.runs import Child, Text, children_of, text_of
from transloc.formats.units import is_text
from transloc.model import Embed, Kind, Span, Unit

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"\s*+")
_WORDS = frozenset({"text", "reference"})
#: Units that are held with all that was read of them.
_MANY = 60
_EMBEDS = {"iframe": "embed", "embed": "embed", "object": "embed", "video": "video", "audio": "video", "img": "picture"}
_PAGE = frozenset({"html", "head", "body"})
_IDS = re.compile(r"\s(?:id|name|itemprop|itemid)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """``page`` tells a whole page from a fragment; ``regions`` are its furniture; each embed has the offset where it begins.

    ``about`` are the offsets of texts that tell machines of the page: its title, its descriptions, its linked data.
    """

    units: tuple[Unit, ...]
    page: bool
    regions: tuple[Region, ...]
    embeds: tuple[tuple[int, Embed], ...]
    about: frozenset[int]


def read(text: str) -> Reading:
    """Return the reading of ``text``."""
    return _Reader(text).read()


def texts(text: str) -> Iterator[Unit]:
    """Yield the units of ``text`` one by one, without what only their order tells of their kinds."""
    return _Reader(text).units()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.collector = Collector(compact=True)
        self.blocks = Blocks()
        self.run: Run | None = None
        self.skipped: Token | None = None  # the start tag of the opaque element that the reader is in
        self.depth = 0
        self.page = False
        self.about: set[int] = set()
        self.embeds: list[tuple[int, str, str]] = []
        self.newline = found[0] if (found := _NEWLINE.search(text)) else "\n"

    def read(self) -> Reading:
        units = kinds.settled(self.units())
        return Reading(units, self.page, tuple(self.blocks.regions), tuple(self._embedded()), frozenset(self.about))

    def units(self) -> Iterator[Unit]:
        """Yield the units, a few at a time: what they were read from takes more memory than they do."""
        text = self.text
        for token in tokens(text):
            form = token.form
            if self.skipped is not None:
                if form not in _WORDS:
                    self._skip(token, self.skipped)
            elif form in _WORDS:
                if self.run is not None:
                    self.run.words(token)
                elif not text[token.start : token.end].isspace():
                    self.run = Run(text)
                    self.run.words(token)
            elif form != "comment":
                self._tag(token)
                if self.run is None and len(self.collector.found) > _MANY:
                    yield from self.collector.units()
            elif self.run is not None:
                self.run.tag(token)
        if self.skipped is not None:
            self._opaque(self.skipped, len(text))
        self._flush(None)
        self.blocks.finish(len(text))
        yield from self.collector.units()

    def _embedded(self) -> Iterator[tuple[int, Embed]]:
        mark, line, before = "\n" if "\n" in self.text else "\r", 1, 0
        for at, kind, address in self.embeds:
            line, before = line + self.text.count(mark, before, at), at
            yield at, Embed(kind, address, line)

    def _run(self) -> Run:
        if self.run is None:
            self.run = Run(self.text)
        return self.run

    def _tag(self, token: Token) -> None:
        name, form = token.name, token.form
        if name in _EMBEDS and form != "close":
            self.embeds.append((token.start, _EMBEDS[name], _address(token)))
        if form == "open" and (name in OPAQUE or (token.attributes and untranslated(token))):
            self.skipped, self.depth = token, 1
        elif name == "br" and (self.run is None or self.run.broken):
            self._flush(None)  # two breaks in a row end a paragraph, as old pages write it
        elif name in INLINE or ":" in name:
            self._run().tag(token)
        else:
            if self.run is not None:
                self._flush(token if form == "close" else None)
            self._block_tag(token, form)

    def _block_tag(self, token: Token, form: str) -> None:
        if form == "close":
            self.blocks.end(token)
            return
        if form == "open":
            self.page = self.page or token.name in _PAGE
            self.blocks.start(token)
        if form == "void" and token.name == "meta":
            self._about(meta.child(self.text, token))
        elif children := children_of_tag(self.text, token):
            self.collector.free(children)

    # --- elements that no translator looks into

    def _skip(self, token: Token, opened: Token) -> None:
        if token.form == "open" and token.name == opened.name:
            self.depth += 1
        elif token.form == "close" and token.name == opened.name:
            self.depth -= 1
            if self.depth == 0:
                self._opaque(opened, token.end)
        elif token.form == "close" and token.name not in INLINE and any(block.name == token.name for block in self.blocks.open):
            self._opaque(opened, token.start)  # never closed: what holds it ends, and it with it
            self._tag(token)

    def _opaque(self, opened: Token, end: int) -> None:
        self.skipped = None
        if opened.name == "script" and is_linked_data(opened):
            self._about(json_texts.children(self.text, opened.end, end))
        if opened.name in INLINE or (self.run is not None and opened.name in OPAQUE - APART):
            self._run().opaque(opened, end)
        else:
            self._flush(None)
            self.collector.free(children_of_tag(self.text, opened) if opened.name in OPAQUE else ())

    def _about(self, children: tuple[Child, ...]) -> None:
        self.about |= {child.span[0] for child in children}
        self.collector.free(children)

    # --- units

    def _flush(self, closing: Token | None) -> None:
        run, self.run = self.run, None
        if run is None:
            return
        parts, top = run.parts(), self.blocks.top
        for part in parts:
            if not is_text("".join([piece.value for piece in part.held])):
                self.collector.free(children_of([*part.outside, *part.held]))
                continue
            self.collector.free(children_of(part.outside))
            text, kind = self._read(part, top)
            if kind is Kind.CAPTION and not is_text(text.words):
                self.collector.free(children_of(part.held))  # a credit and nothing else
                continue
            block = self._block(part, run.pieces[0].start, top, closing) if len(parts) == 1 else None
            context = "html" if kind is not None else "rcdata"
            place = Place(context=context, wrap=text.wrap, entities=text.entities, after=self._after(text, top, closing))
            self.collector.keep(text, kind or Kind.SOCIAL, place, block)

    def _read(self, part: Part, top: Block | None) -> tuple[Text, Kind | None]:
        """Return the text of a part and what it is; None for the page's title."""
        text = text_of(part.held, self.text)
        if top is not None and top.name == "title":
            self.about.add(text.span[0])
            return text, None
        kind = kinds.of_names(part.names + self.blocks.names, text.words)
        return (text_of(captions.protect(part.held, self.text), self.text) if kind is Kind.CAPTION else text), kind

    def _block(self, part: Part, begin: int, top: Block | None, closing: Token | None) -> Span | None:
        """Return the element that a text, which begins its run at ``begin``, fills alone; None where it shares one."""
        if top is None or closing is None or closing.name != top.name or top.name not in WHOLE:
            return None
        alone = _BLANK.fullmatch(self.text, top.token.end, begin) and all(p.pair >= 0 or p.form == "text" for p in part.outside)
        return (top.token.start, closing.end) if alone else None

    def _after(self, text: Text, top: Block | None, closing: Token | None) -> Insertion | None:
        """Return where a block goes that is added after a unit: an item after an item, else a paragraph, else a new line."""
        if top is None or top.name in ("title", "option", "button"):
            return None
        if closing is None or closing.name != top.name or top.name not in FLOW:
            return Insertion(text.span[1], "<br>")
        indent = self.text[self.text.rfind("\n", 0, top.token.start) + 1 : top.token.start]
        lead = self.newline + indent if not indent.strip() else ""
        name = top.name if top.name == "li" else "p"
        opening = _anonymous(self.text[top.token.start : top.token.end]) if top.name in ("li", "p") else "<p>"
        return Insertion(closing.end, lead + opening, f"</{name}>")


@lru_cache(1024)
def _anonymous(tag: str) -> str:
    return _IDS.sub("", tag)


def _address(token: Token) -> str:
    """Return where something embedded comes from; of data in the page itself only what it is."""
    address = token.get("src") or token.get("data")
    if not address or address == "about:blank":
        address = token.get("data-src") or address  # loaded when a reader comes near, or allows it
    return re.split("[;,]", address, maxsplit=1)[0] if address.startswith("data:") else address


def untranslated(token: Token) -> bool:
    """Tell whether an element is not to be translated (HTML ``translate="no"``, and the class that engines obey)."""
    for key, value in token.attributes:  # noqa: SIM110 -- asked of every tag of a page, a generator would double its time
        if (key == "class" and "notranslate" in value) or (key == "translate" and value.lower() == "no"):
            return True
    return False
