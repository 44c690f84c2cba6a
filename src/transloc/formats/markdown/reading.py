"""Markdown text read chapter by chapter: its units in document order, and the skeleton that no translation may change."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from transloc import markup
from transloc.formats import captions, front_matter, kinds
from transloc.formats.collect import Collector
from transloc.formats.front_matter import Head
from transloc.formats.kinds import Place as Where
from transloc.formats.markdown import blocks, events
from transloc.formats.markdown.blocks import Node
from transloc.formats.markdown.definitions import NONE, Definitions
from transloc.formats.markdown.events import Masked
from transloc.formats.markdown.html import HtmlBlock
from transloc.formats.markdown.inline import Found
from transloc.formats.markdown.surroundings import block_span, content_end, insertion, within
from transloc.formats.markdown.titles import title_child
from transloc.formats.place import Insertion, Place
from transloc.formats.runs import Piece, Text, build, children_of
from transloc.formats.units import Namer, is_text
from transloc.model import Kind

_HOLDERS = {"Item": "item", "BlockQuote": "quote", "FootnoteDefinition": "footnote", "DefinitionListDefinition": "definition"}
_BLOCKS = {"Heading": "heading", "TableCell": "cell", "DefinitionListTitle": "term"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text came to: its units in ``collector``, ``embeds`` by their offset, and the ``skeleton``.

    The skeleton names every block and every fixed value of front matter, with its offset, in document order.
    """

    collector: Collector
    skeleton: tuple[tuple[str, int], ...]
    embeds: tuple[Found, ...] = ()
    head: Head = field(default_factory=Head)


class Reader:
    """Reads a document: first its front matter, then its chapters in order; ``bare`` tells nothing of what is around a unit."""

    def __init__(self, newline: str = "\n", definitions: Definitions = NONE, *, bare: bool = False) -> None:
        self.newline = newline
        self.definitions = definitions
        self.bare = bare
        self.namer = Namer()
        self.title = ""
        self.headlined = False
        self.picture = False  # whether the block before was a picture and nothing else

    def head(self, whole: str, keys: Collection[str], following: str = "") -> Reading:
        """Return the reading of ``whole``, which is all front matter; ``keys`` (lower case) are the fields that are units.

        ``following`` is how the body begins.
        """
        head = front_matter.read(whole, keys)
        self.title = next((one.value for one in head.fields if one.key.lower() == "title"), "")
        collector = Collector(self.namer, compact=True)
        apart = "" if following.startswith(("\r", "\n")) else self.newline
        after = Insertion(head.end, self.newline, self.newline + apart)
        for one in head.fields:
            if is_text(one.value):
                place = Place(context=head.language, quote=one.style, key=one.key, after=after)
                kind = kinds.of_field(one.key)
                text = Text(source=markup.escape(one.value), span=one.span)
                collector.keep(captions.of_field(one.value, one.span) if kind is Kind.CAPTION else text, kind, place, one.block)
        return Reading(collector, tuple((name, 0) for name in head.shape), (), head)

    def chapter(self, text: str, base: int = 0) -> Reading:
        """Return the reading of a chapter that begins at ``base`` in its document."""
        masked = events.mask(text)
        collector = Collector(self.namer, base, compact=True)
        chapter = _Chapter(self, collector, masked, text)
        nodes = blocks.tree(masked, text, self.definitions)
        for node in nodes:
            chapter.node(node)
            node.pieces, node.html = (), ()
        chapter.titles(base)
        skeleton = tuple((f"{node.tag}{node.level or ''}", node.start) for node in nodes if node.tag != "Line")
        for node in nodes:
            node.parent = None  # parents and children hold each other: a large document would be held for long
        return Reading(collector, skeleton, tuple(sorted(chapter.embeds)))


def names(text: str, definitions: Definitions = NONE) -> Iterator[str]:
    """Yield the names of the skeleton of a chapter, as ``Reader.chapter`` tells them."""
    before = definitions.before(text)
    skip = len(before.encode())
    for event, span in events.raw_events(before + events.mask(text).text, definitions):
        if span["start"] < skip:
            continue
        if event == "Rule":
            yield event
        elif isinstance(event, dict) and (value := event.get("Start")):
            tag, data = (value, None) if isinstance(value, str) else next(iter(value.items()))
            if tag not in blocks.INLINE_TAGS:
                yield f"Heading{data['level'][1]}" if data and tag == "Heading" else tag


class _Chapter:
    def __init__(self, reader: Reader, collector: Collector, masked: Masked, text: str) -> None:
        self.reader = reader
        self.collector = collector
        self.masked = masked
        self.text = text
        self.embeds: list[Found] = []

    def node(self, node: Node) -> None:
        if node.pieces:
            self._block(node)
        elif node.tag in ("CodeBlock", "Rule", "HtmlBlock"):
            self.reader.picture = False
        self.embeds += node.embeds
        if node.tag == "HtmlBlock":
            block = HtmlBlock(self.collector, node, self.masked, self.text, self.reader.newline)
            block.read()
            self.embeds += block.embeds

    def titles(self, base: int) -> None:
        for one in events.references(self.masked.text):
            named = one.title and self.reader.definitions.counts(one.label, base)
            child = title_child(self.text, one.start, one.end, within="") if named else None
            self.collector.free([child] if child else [])

    def _block(self, node: Node) -> None:
        text = build(node.pieces, self.text)
        kind = kinds.of_block(self._where(node, text), text.words) if text else None
        if kind is Kind.CAPTION:
            text = build(captions.protect(node.pieces, self.text), self.text)
        bare = self.reader.bare
        if text is None or kind is None:
            after = None if bare else insertion(node, content_end(node, self.text), self.text, self.reader.newline)
            self.collector.free(children_of(node.pieces), after)
            if node.tag == "Paragraph":
                self.reader.picture = _is_picture(node.pieces)
            return
        place = Place(
            context=self._context(node),
            wrap=text.wrap,
            entities=text.entities,
            within=() if bare else within(node, self.text),
            after=None if bare else insertion(node, text.span[1], self.text, self.reader.newline),
        )
        self.collector.keep(text, kind, place, None if bare else block_span(node, self.text))
        self.reader.picture = False

    def _context(self, node: Node) -> str:
        if node.tag == "TableCell":
            return "cell"
        return "heading" if node.tag == "Heading" and self.text.startswith("#", node.start) else "line"

    def _where(self, node: Node, text: Text) -> Where:
        headline = False
        if node.tag == "Heading" and node.level == 1:
            reader = self.reader
            headline = text.words == reader.title if reader.title else not reader.headlined
            reader.headlined = True
        return Where(
            block=_BLOCKS.get(node.tag, "paragraph"),
            holders=tuple(_HOLDERS[holder.tag] for holder in node.holders() if holder.tag in _HOLDERS),
            after_picture=self.reader.picture and node.tag == "Paragraph",
            emphasised=bool(text.wrap),
            headline=headline,
        )


def _is_picture(pieces: Sequence[Piece]) -> bool:
    return [piece.label for piece in pieces if piece.label and piece.label != "shortcode"] == ["image"]
