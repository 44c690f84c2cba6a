"""The blocks of a Markdown text as a tree, with the inline pieces of each block that holds words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transloc.errors import InputError
from transloc.formats.markdown.definitions import NONE, Definitions
from transloc.formats.markdown.events import Event, Masked, events
from transloc.formats.markdown.inline import Found, Inline
from transloc.formats.place import Insertion
from transloc.formats.runs import Piece
from transloc.model import Span
from transloc.wording import say

_NEWLINE = re.compile(r"\r\n|\r|\n")
#: What starts and ends within the words of a block.
INLINE_TAGS = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"})
_INLINE_KINDS = frozenset({"Text", "Code", "InlineMath", "DisplayMath", "InlineHtml", "FootnoteReference", "SoftBreak", "HardBreak"})
#: Blocks whose inside is no text of an article's flow, so that what holds them cannot go with its texts.
_SOLID = frozenset({"CodeBlock", "HtmlBlock", "Rule", "Table"})
#: A level of a list is two blocks deep; what is deeper than this was written by no person, and would take hours.
_DEEPEST = 100


@dataclass(slots=True, eq=False)
class Node:
    """A block, the ``index``-th of its parent; ``solid`` where it holds code, a table or the like.

    ``pieces`` are its text; ``html`` the lines of an HTML block without the marks of what holds it. ``last`` and ``after``
    keep what ``surroundings`` found out.
    """

    tag: str
    start: int
    end: int
    parent: "Node | None" = None
    level: int = 0
    index: int = 0
    solid: bool = False
    children: Sequence["Node"] = ()
    pieces: Sequence[Piece] = ()
    html: Sequence[Span] = ()
    embeds: Sequence[Found] = ()
    last: int = -1
    after: Insertion | None = None

    def holders(self) -> Iterator["Node"]:
        """Yield the blocks around this one, from inside out, without the document."""
        node = self.parent
        while node and node.parent:
            yield node
            node = node.parent

    def next(self) -> "Node | None":
        """Return the block after this one in the same holder."""
        siblings = self.parent.children if self.parent else ()
        return siblings[self.index + 1] if self.index + 1 < len(siblings) else None

    def take(self, child: "Node") -> None:
        """Add a block within this one."""
        if not isinstance(self.children, list):
            self.children = []
        child.parent, child.index = self, len(self.children)
        self.children.append(child)
        if child.tag in _SOLID:
            for holder in child.holders():
                holder.solid = True


def tree(masked: Masked, raw: str, definitions: Definitions = NONE) -> list[Node]:
    """Return the blocks in document order; text of tight list items stands in a node ``Line`` of its own.

    Raises InputError, with the line, for lists and quotations nested a hundred deep and for a paragraph of a million letters.
    """
    builder = _Builder(masked, raw)
    try:
        builder.run(events(masked, definitions=definitions))
    except InputError as error:
        error.line = len(_NEWLINE.findall(raw, 0, builder.at)) + 1
        raise
    return builder.nodes


class _Builder:
    def __init__(self, masked: Masked, raw: str) -> None:
        self.nodes: list[Node] = []
        self.top = Node("Document", 0, len(raw))
        self.masked = masked
        self.raw = raw
        self.inline: Inline | None = None
        self.line: Node | None = None
        self.depth = 0
        self.at = 0

    def run(self, found: Iterator[Event]) -> None:
        for event in found:
            if event.kind in _INLINE_KINDS or event.tag in INLINE_TAGS:
                if self.inline is None:
                    self._text(event)
                else:
                    self.inline.feed(event)
            elif event.kind == "start":
                self._close()
                self.top = self._node(event)
                self._deeper()
            elif event.kind == "end":
                self._close()
                assert self.top.parent
                self.top.end = event.end
                self.top = self.top.parent
                self.depth -= 1
            elif event.kind == "Html":
                if not isinstance(self.top.html, list):
                    self.top.html = []
                self.top.html.append((event.start, event.end))
            elif event.kind == "Rule":
                self._close()
                self._node(event)

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise InputError(say("lists and quotations are nested a hundred deep here"), hint=say("Is this an article?"))

    def _node(self, event: Event) -> Node:
        level = int(event.data["level"][1]) if event.tag == "Heading" else 0
        node = Node(event.tag or event.kind, event.start, event.end, level=level)
        self.top.take(node)
        self.nodes.append(node)
        self.at = event.start
        return node

    def _text(self, event: Event) -> None:
        if self.top.tag == "CodeBlock":
            return
        if self.inline is None:
            self.line = self._holder(event)
            self.inline = Inline(self.masked, self.raw, self.line.start)
        self.inline.feed(event)

    def _holder(self, event: Event) -> Node:
        if self.top.tag in _TEXTUAL:
            return self.top
        before = event.start > 0 and self.raw[event.start - 1] == "\\" and self.raw[event.start] in _PUNCTUATION
        line = Node("Line", event.start - before, event.end)
        self.top.take(line)
        self.nodes.append(line)
        return line

    def _close(self) -> None:
        if self.inline is not None and self.line is not None:
            self.line.pieces, self.line.embeds = self.inline.done(), self.inline.embeds
            if self.line.tag == "Line" and self.line.pieces:
                self.line.end = self.line.pieces[-1].end
        self.inline = None


_TEXTUAL = frozenset({"Paragraph", "Heading", "TableCell", "DefinitionListTitle"})
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
