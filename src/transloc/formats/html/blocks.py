"""The blocks of a page as its tags open and close them: what holds a text, and which stretches are furniture."""

from dataclasses import dataclass, field

from transloc.formats.html import furniture
from transloc.formats.html.run import names_of
from transloc.formats.html.tokens import Token
from transloc.formats.html.vocabulary import CLOSES, ENDS_PARAGRAPH
from transloc.model import Span

#: How many holders of a text may tell what it is.
_NEAR = 5


@dataclass(slots=True, eq=False)
class Block:
    """An open block element; ``aside`` says why it is furniture, also because of what holds it."""

    name: str
    token: Token
    aside: str = ""
    _names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the element is called."""
        if not self._names:
            self._names = names_of(self.token)
        return self._names


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the page that is no part of an article, and why."""

    span: Span
    why: str


@dataclass(slots=True)
class Blocks:
    """The open blocks, from outside in, and the furniture seen so far: outermost stretches, in document order."""

    open: list[Block] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)

    @property
    def top(self) -> Block | None:
        """The innermost open block."""
        return self.open[-1] if self.open else None

    @property
    def names(self) -> tuple[str, ...]:
        """What the innermost open blocks are called, from inside out."""
        names: list[str] = []
        for block in self.open[: -_NEAR - 1 : -1]:
            names += block.names
        return tuple(names)

    def start(self, token: Token) -> None:
        """Open a block, and close what its tag closes (an ``<li>`` ends the one before)."""
        if self.open and self.open[-1].name == "p" and token.name in ENDS_PARAGRAPH:
            self._cut(len(self.open) - 1, token.start)
        if token.name in CLOSES:
            ends, stops = CLOSES[token.name]
            for at in range(len(self.open) - 1, -1, -1):
                if self.open[at].name in ends:
                    self._cut(at, token.start)
                    break
                if self.open[at].name in stops:
                    break
        above = self.open[-1].aside if self.open else ""
        self.open.append(Block(token.name, token, above or furniture.reason(token)))

    def end(self, token: Token) -> None:
        """Close a block with all that is open in it; a closing tag that closes nothing is passed over."""
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at].name == token.name:
                self._cut(at, token.end)
                return
            if self.open[at].name in ("table", "template") and token.name not in ("body", "html"):
                return  # no tag in a cell closes what holds the table

    def finish(self, end: int) -> None:
        """Close all that is open."""
        self._cut(0, end)

    def _cut(self, at: int, end: int) -> None:
        for position in range(at, len(self.open)):
            block = self.open[position]
            if block.aside and not (position and self.open[position - 1].aside):
                self.regions.append(Region((block.token.start, end), block.aside))
        del self.open[at:]
