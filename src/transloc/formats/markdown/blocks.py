"""The blocks of a Markdown document as a tree, with the inline pieces of each block that holds text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from transloc.errors import InputError
from transloc.formats.markdown.events import Event, Masked, events
from transloc.formats.markdown.inline import Inline
from transloc.formats.runs import Piece
from transloc.model import Span

_NEWLINE = re.compile(r"\r\n|\r|\n")
_INLINE_TAGS = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"})
_INLINE_KINDS = frozenset({"Text", "Code", "InlineMath", "DisplayMath", "InlineHtml", "FootnoteReference", "SoftBreak", "HardBreak"})
#: Blocks whose inside is no text of an article's flow, so that what holds them cannot go with its texts.
_SOLID = frozenset({"CodeBlock", "HtmlBlock", "Rule", "Table"})
#: A level of a list is two blocks deep; what is deeper than this was written by no person, and would take hours.
_DEEPEST = 100


@dataclass(slots=True, eq=False)
class Node:
    """A block, the ``index``-th of its parent; ``solid`` where it holds code, a table or the like.

    ``pieces`` are its text; ``html`` the lines of an HTML block without the marks of what holds it.
    """

    tag: str
    start: int
    end: int
    parent: "Node | None" = None
    level: int = 0
    index: int = 0
    solid: bool = False
    children: list["Node"] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    html: list[Span] = field(default_factory=list)

    def holders(self) -> Iterator["Node"]:
        """Yield the blocks around this one, from inside out, without the document."""
        node = self.parent
        while node and node.parent:
            yield node
            node = node.parent

    def walk(self) -> Iterator["Node"]:
        """Yield this block and all in it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def next(self) -> "Node | None":
        """Return the block after this one in the same holder."""
        siblings = self.parent.children if self.parent else []
        return siblings[self.index + 1] if self.index + 1 < len(siblings) else None

    def take(self, child: "Node") -> None:
        """Add a block within this one."""
        child.parent, child.index = self, len(self.children)
        self.children.append(child)
        if child.tag in _SOLID:
            for holder in child.holders():
                holder.solid = True


def tree(masked: Masked, raw: str, start: int) -> Node:
    """Return the document as a tree; text of tight list items stands in a node ``Line`` of its own.

    Raises InputError, with the line, for lists and quotations nested a hundred deep.
    """
    root = Node("Document", start, len(raw))
    _Builder(root, masked, raw).run(events(masked, start))
    return root


class _Builder:
    def __init__(self, root: Node, masked: Masked, raw: str) -> None:
        self.top = root
        self.masked = masked
        self.raw = raw
        self.inline: Inline | None = None
        self.line: Node | None = None
        self.depth = 0

    def run(self, found: Iterator[Event]) -> None:
        for event in found:
            if event.kind in _INLINE_KINDS or event.tag in _INLINE_TAGS:
                self._text(event)
            elif event.kind == "start":
                self._close()
                self.top = self._node(event)
                self._deeper(event)
            elif event.kind == "end":
                self._close()
                assert self.top.parent
                self.top = self.top.parent
                self.depth -= 1
            elif event.kind == "Html":
                self.top.html.append((event.start, event.end))
            elif event.kind == "Rule":
                self._close()
                self._node(event)

    def _deeper(self, event: Event) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            line = len(_NEWLINE.findall(self.raw, 0, event.start)) + 1
            raise InputError("lists and quotations are nested a hundred deep here", line=line, hint="Is this an article?")

    def _node(self, event: Event) -> Node:
        level = int(event.data["level"][1]) if event.tag == "Heading" else 0
        node = Node(event.tag or event.kind, event.start, event.end, level=level)
        self.top.take(node)
        return node

    def _text(self, event: Event) -> None:
        if self.top.tag == "CodeBlock":
            return
        if self.inline is None:
            self.line = self._holder(event)
            self.inline = Inline(self.masked, self.raw, self.line.start)
        self.inline.feed(event)

    def _holder(self, event: Event) -> Node:
        if self.top.tag in ("Paragraph", "Heading", "TableCell", "DefinitionListTitle"):
            return self.top
        before = event.start > 0 and self.raw[event.start - 1] == "\\" and self.raw[event.start] in _PUNCTUATION
        line = Node("Line", event.start - before, event.end)
        self.top.take(line)
        return line

    def _close(self) -> None:
        if self.inline is not None and self.line is not None:
            self.line.pieces = self.inline.pieces
            if self.line.tag == "Line" and self.line.pieces:
                self.line.end = self.line.pieces[-1].end
        self.inline = None


_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
