"""A Markdown text read once: its units in document order, and the skeleton that no translation may change."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from transloc import markup
from transloc.formats import captions, front_matter, kinds
from transloc.formats.collect import Collector
from transloc.formats.front_matter import Head
from transloc.formats.kinds import Place as Where
from transloc.formats.markdown import blocks, events
from transloc.formats.markdown.blocks import Node
from transloc.formats.markdown.events import Masked
from transloc.formats.markdown.html import HtmlBlock
from transloc.formats.markdown.inline import title_child
from transloc.formats.markdown.surroundings import block_span, content_end, insertion, within
from transloc.formats.place import Insertion, Place
from transloc.formats.runs import Text, build, children_of
from transloc.formats.units import is_text
from transloc.model import Kind, Unit

_HOLDERS = {"Item": "item", "BlockQuote": "quote", "FootnoteDefinition": "footnote", "DefinitionListDefinition": "definition"}
_BLOCKS = {"Heading": "heading", "TableCell": "cell", "DefinitionListTitle": "term"}
_NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Reading:
    """``skeleton`` names every block and every fixed value of front matter, with its offset, in document order."""

    units: tuple[Unit, ...]
    skeleton: tuple[tuple[str, int], ...]
    head: Head


def read(text: str, keys: Collection[str]) -> Reading:
    """Return the reading of ``text``; ``keys`` (lower case) are the fields of front matter that are units."""
    head = front_matter.read(text, keys)
    masked = events.mask(text, head.end)
    root = blocks.tree(masked, text, head.end)
    collector = _Reader(text, masked, head).collected(root)
    skeleton = [(name, 0) for name in head.shape]
    skeleton += [(f"{node.tag}{node.level or ''}", node.start) for node in root.walk() if node.tag not in ("Document", "Line")]
    return Reading(kinds.settled(collector.units()), tuple(skeleton), head)


class _Reader:
    def __init__(self, text: str, masked: Masked, head: Head) -> None:
        self.text = text
        self.masked = masked
        self.head = head
        self.newline = found[0] if (found := _NEWLINE.search(text)) else "\n"
        self.collector = Collector()
        self.title = next((field.value for field in head.fields if field.key.lower() == "title"), "")
        self.headlined = False
        self.picture = False  # whether the block before was a picture and nothing else

    def collected(self, root: Node) -> Collector:
        self._fields()
        for node in root.walk():
            if node.pieces:
                self._block(node)
            elif node.tag in ("CodeBlock", "Rule", "HtmlBlock"):
                self.picture = False
            if node.tag == "HtmlBlock":
                HtmlBlock(self.collector, node, self.masked, self.text, self.newline).read()
        for start, end in events.titled_definitions(self.masked, self.head.end):
            child = title_child(self.text, self.masked.text, start, end)
            self.collector.free([child] if child else [])
        return self.collector

    def _fields(self) -> None:
        apart = "" if self.text.startswith(("\r", "\n"), self.head.end) else self.newline
        after = Insertion(self.head.end, self.newline, self.newline + apart)
        for field in self.head.fields:
            if is_text(field.value):
                kind = kinds.of_field(field.key)
                text = Text(source=markup.escape(field.value), span=field.span)
                text = captions.of_field(field.value, field.span) if kind is Kind.CAPTION else text
                place = Place(context=self.head.language, quote=field.style, key=field.key, after=after)
                self.collector.keep(text, kind, place, field.block)

    def _block(self, node: Node) -> None:
        text = build(node.pieces, self.text)
        kind = kinds.of_block(self._where(node, text), text.words) if text else None
        if kind is Kind.CAPTION:
            text = build(captions.protect(node.pieces, self.text), self.text)
        if text is None or kind is None:
            self.collector.free(children_of(node.pieces), insertion(node, content_end(node, self.text), self.text, self.newline))
            if node.tag == "Paragraph":
                self.picture = [piece.label for piece in node.pieces if piece.label and piece.label != "shortcode"] == ["image"]
            return
        place = Place(
            context=self._context(node),
            wrap=text.wrap,
            entities=text.entities,
            within=within(node, self.text),
            after=insertion(node, text.span[1], self.text, self.newline),
        )
        self.collector.keep(text, kind, place, block_span(node, self.text))
        self.picture = False

    def _context(self, node: Node) -> str:
        if node.tag == "TableCell":
            return "cell"
        return "heading" if node.tag == "Heading" and self.text.startswith("#", node.start) else "line"

    def _where(self, node: Node, text: Text) -> Where:
        headline = False
        if node.tag == "Heading" and node.level == 1:
            headline = text.words == self.title if self.title else not self.headlined
            self.headlined = True
        return Where(
            block=_BLOCKS.get(node.tag, "paragraph"),
            holders=tuple(_HOLDERS[holder.tag] for holder in node.holders() if holder.tag in _HOLDERS),
            after_picture=self.picture and node.tag == "Paragraph",
            emphasised=bool(text.wrap),
            headline=headline,
        )
