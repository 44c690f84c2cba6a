"""Blocks of HTML inside Markdown: cut into units at the tags that do not stand inside a sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from transloc.formats import captions, kinds
from transloc.formats.collect import Collector
from transloc.formats.html.tokens import Token, tokens
from transloc.formats.html.vocabulary import INLINE, OPAQUE
from transloc.formats.markdown import embeds
from transloc.formats.markdown.blocks import Node
from transloc.formats.markdown.events import Masked
from transloc.formats.markdown.inline import Found, Inline, attribute_children
from transloc.formats.markdown.open_tags import Open
from transloc.formats.markdown.surroundings import margin
from transloc.formats.place import Insertion, Place
from transloc.formats.runs import Piece, build, children_of
from transloc.model import Kind, Span

_NEWLINE = re.compile(r"\r\n|\r|\n")
_MARK = re.compile(r"[^\r\n]")
#: Elements that go with their text, and that can be repeated for an added one.
_WHOLE = frozenset({"p", "li", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"})


class HtmlBlock:
    """Reads one block into ``collector``; ``newline`` is the document's. ``embeds`` are what it embeds."""

    def __init__(self, collector: Collector, node: Node, masked: Masked, text: str, newline: str) -> None:
        self.whole, self.outer, self.collector = text, collector, collector
        self.newline = newline
        self.start, self.end = node.start, node.html[-1][1] if node.html else node.end
        self.masked, self.text, self.raw = masked, text, text
        self.base = 0
        if any(one[1] != other[0] for one, other in zip(node.html, node.html[1:], strict=False)):
            self.collector, self.base = Collector(), node.start  # the marks of what holds the block are taken out of it
            self.text = text[self.start : self.end]
            self.raw = _blanked(text, node)
            self.masked = masked._replace(text=_blanked(masked.text, node))
            self.start, self.end = 0, len(self.raw)
        self.stack: list[Token] = []
        self.open = Open()
        self.inline: Inline | None = None
        self.embeds: list[Found] = []

    def read(self) -> None:
        """Give the units of the block to the collector."""
        row = tokens(self.masked.text, self.start, self.end)
        for token in row:
            if token.form in ("text", "reference"):
                self._run(token.start).words(token.start, token.end, reference=token.form == "reference")
            elif token.form == "open" and (token.name in OPAQUE or token.get("translate").lower() == "no"):
                self._opaque(token, row)
            elif token.name in INLINE or token.form == "comment":
                self._run(token.start).tag(token)
            else:
                self._flush(token)
                self._stack(token)
        self._flush(None)
        if self.collector is not self.outer:
            self.outer.take(self.collector, self.base)
            self.embeds = [(at + self.base, kind, address) for at, kind, address in self.embeds]

    def _opaque(self, token: Token, row: Iterator[Token]) -> None:
        """Take an element with all that it holds; nested ones of its name are counted."""
        depth, end, source = 1, token.end, ""
        for inner in row:
            end, source = inner.end, source or (inner.get("src") if inner.name == "source" else "")
            depth += (inner.form == "open") - (inner.form == "close") if inner.name == token.name else 0
            if not depth:
                break
        if token.name in INLINE or self.inline:
            self._run(token.start).opaque(token, end, source)
        else:
            self._embed(token, source)

    def _run(self, start: int) -> Inline:
        if self.inline is None:
            self.inline = Inline(self.masked, self.raw, start)
        return self.inline

    def _embed(self, token: Token, source: str = "") -> None:
        if found := embeds.of_tag(token, source):
            self.embeds.append((token.start, *found))

    def _stack(self, token: Token) -> None:
        if token.form == "close":
            kept = self.open.pop(token.name)
            del self.stack[len(self.stack) if kept is None else kept :]
            return
        if token.form == "open":
            self.open.push(token.name, len(self.stack))
            self.stack.append(token)
        self._embed(token)
        self.collector.free(attribute_children(self.raw, token))

    def _flush(self, following: Token | None) -> None:
        pieces = [self._on_one_line(piece) for piece in self.inline.done()] if self.inline else []
        self.embeds += self.inline.embeds if self.inline else []
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
        before = margin(self.whole, self.base + top.start)
        lead = ("" if before is None else self.newline + before) + self.text[top.start : top.end]
        return (top.start, following.end), Insertion(following.end, lead, f"</{top.name}>")


def _blanked(text: str, node: Node) -> str:
    """Return the text of a block with the marks of what holds it (``> ``) as spaces."""
    parts, at = list[str](), node.start
    for start, end in node.html:
        parts += (_MARK.sub(" ", text[at:start]), text[start:end])
        at = end
    return "".join(parts)
