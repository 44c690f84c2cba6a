"""The blocks of a Markdown document as a tree, with the inline pieces of each block that holds text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from transloc.formats.markdown.events import Event, Masked, events
from transloc.formats.markdown.inline import Inline
from transloc.formats.runs import Piece
from transloc.model import Span

_INLINE_TAGS = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"})
_INLINE_KINDS = frozenset({"Text", "Code", "InlineMath", "DisplayMath", "InlineHtml", "FootnoteReference", "SoftBreak", "HardBreak"})


@dataclass(slots=True, eq=False)
class Node:
    """A block. ``pieces`` are its text; ``html`` the lines of an HTML block without the marks of what holds it."""

    tag: str
    start: int
    end: int
    parent: "Node | None" = None
    level: int = 0
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
        at = siblings.index(self) + 1
        return siblings[at] if at < len(siblings) else None


def tree(masked: Masked, raw: str, start: int) -> Node:
    """Return the document as a tree; text of tight list items stands in a node ``Line`` of its own."""
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

    def run(self, found: Iterator[Event]) -> None:
        for event in found:
            if event.kind in _INLINE_KINDS or event.tag in _INLINE_TAGS:
                self._text(event)
            elif event.kind == "start":
                self._close()
                self.top = self._node(event)
            elif event.kind == "end":
                self._close()
                assert self.top.parent
                self.top = self.top.parent
            elif event.kind == "Html":
                self.top.html.append((event.start, event.end))
            elif event.kind == "Rule":
                self._close()
                self._node(event)

    def _node(self, event: Event) -> Node:
        level = int(event.data["level"][1]) if event.tag == "Heading" else 0
        node = Node(event.tag or event.kind, event.start, event.end, self.top, level)
        self.top.children.append(node)
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
        line = Node("Line", event.start - before, event.end, self.top)
        self.top.children.append(line)
        return line

    def _close(self) -> None:
        if self.inline is not None and self.line is not None:
            self.line.pieces = self.inline.pieces
            if self.line.tag == "Line" and self.line.pieces:
                self.line.end = self.line.pieces[-1].end
        self.inline = None


_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
