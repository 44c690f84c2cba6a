"""Blocks of HTML inside Markdown: cut into units at the tags that do not stand inside a sentence."""

import re
from dataclasses import replace

from transloc.formats import captions, html_blocks, kinds
from transloc.formats.collect import Collector
from transloc.formats.html_blocks import Token
from transloc.formats.markdown.blocks import Node
from transloc.formats.markdown.events import Masked
from transloc.formats.markdown.inline import Inline, attribute_children
from transloc.formats.markdown.surroundings import line_prefix
from transloc.formats.place import Insertion, Place
from transloc.formats.runs import Piece, build, children_of
from transloc.model import Kind, Span

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
_NEWLINE = re.compile(r"\r\n|\r|\n")
#: Elements that go with their text, and that can be repeated for an added one.
_WHOLE = frozenset({"p", "li", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"})


class HtmlBlock:
    """Reads one block into ``collector``; ``newline`` is the document's."""

    def __init__(self, collector: Collector, node: Node, masked: Masked, text: str, newline: str) -> None:
        kept = [False] * (node.end - node.start)
        for start, end in node.html:
            kept[start - node.start : end - node.start] = [True] * (end - start)
        self.collector = collector
        self.node = node
        self.text = text
        self.newline = newline
        self.masked = replace(masked, text=_blanked(masked.text, node, kept))
        self.raw = _blanked(text, node, kept)
        self.stack: list[Token] = []
        self.inline: Inline | None = None

    def read(self) -> None:
        """Give the units of the block to the collector."""
        for token in html_blocks.tokens(self.masked.text, self.node.start, self.node.end):
            if token.form == "text":
                self._words(token)
            elif token.name in html_blocks.INLINE or token.form == "comment" or (token.form == "opaque" and self.inline):
                self._run(token.start).tag(token)
            else:
                self._flush(token)
                self._stack(token)
        self._flush(None)

    def _run(self, start: int) -> Inline:
        if self.inline is None:
            self.inline = Inline(self.masked, self.raw, start)
        return self.inline

    def _words(self, token: Token) -> None:
        run = self._run(token.start)
        at = token.start
        for found in _ENTITY.finditer(self.masked.text, token.start, token.end):
            run.words(at, found.start())
            run.words(found.start(), found.end())
            at = found.end()
        run.words(at, token.end)

    def _stack(self, token: Token) -> None:
        if token.form == "open":
            self.stack.append(token)
            self.collector.free(attribute_children(self.raw, token))
        elif token.form == "void":
            self.collector.free(attribute_children(self.raw, token))
        elif token.form == "close" and any(held.name == token.name for held in self.stack):
            while self.stack.pop().name != token.name:
                pass

    def _flush(self, following: Token | None) -> None:
        pieces = [self._on_one_line(piece) for piece in self.inline.pieces] if self.inline else []
        self.inline = None
        text, top = build(pieces, self.raw), self.stack[-1] if self.stack else None
        kind = kinds.of_tag(top.name if top else "", text.words) if text else None
        if kind is Kind.CAPTION:
            text = build(captions.protect(pieces, self.raw), self.raw)
        if text is None or kind is None:
            self.collector.free(children_of(pieces))
            return
        block, after = self._element(top, following, pieces) if top and following else (None, None)
        self.collector.keep(text, kind, Place(context="html", wrap=text.wrap, entities=text.entities, after=after), block)

    def _on_one_line(self, piece: Piece) -> Piece:
        """Return a tag so that it can be written without the marks (``> ``) that its lines began with."""
        raw = self.raw[piece.start : piece.end]
        if piece.form == "text" or raw == self.text[piece.start : piece.end]:
            return piece
        return replace(piece, raw=_NEWLINE.sub(lambda found: " " * len(found[0]), raw))

    def _element(self, top: Token, following: Token, pieces: list[Piece]) -> tuple[Span | None, Insertion | None]:
        """Return the element that holds nothing but this unit, and how another like it is added."""
        alone = following.form == "close" and following.name == top.name and not self.masked.text[top.end : pieces[0].start].strip()
        if not alone or top.name not in _WHOLE:
            return None, None
        lead = self.newline + line_prefix(self.text, top.start) + self.text[top.start : top.end]
        return (top.start, following.end), Insertion(following.end, lead, f"</{top.name}>")


def _blanked(text: str, node: Node, kept: list[bool]) -> str:
    """Return ``text`` up to the end of a block, with the marks of what holds the block (``> ``) as spaces."""
    block = zip(text[node.start : node.end], kept, strict=True)
    return text[: node.start] + "".join(c if keep or c in "\r\n" else " " for c, keep in block)
