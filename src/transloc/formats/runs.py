"""From the pieces of a block to the text of a unit: inline codes are numbered, what need not be moved stays outside."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from transloc import markup
from transloc.formats import html_blocks
from transloc.formats.units import is_text
from transloc.markup import CodeToken, Form
from transloc.model import Code, Kind, Span

_SPACE = " \t\r\n\f"
#: Pairs that may hold a whole unit without a reviewer having to see them.
_QUIET = re.compile(r"[*_~]{1,2}\Z|<(?:b|strong|i|em|u|s|del|ins|span|font|small|big|mark|center|nobr|a)\b", re.IGNORECASE)
#: Empty codes that may stay outside of a unit when they stand at its edge, and that keep the line break beside them.
_LOOSE = re.compile(r"\s*(?:[{!:]|<!|<\?|<(?:br|hr|img|wbr)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A text inside the markup of a piece: an ``alt``, a title. ``block`` is what goes when it is left out."""

    place: str
    span: Span
    text: "str | Text"
    quote: str = ""
    block: Span | None = None
    kind: Kind = Kind.ATTRIBUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a block. ``form`` is text, space (a soft break), open, close or empty; ``pair`` joins an open and its close.

    ``value`` are the words of a text; ``raw`` is markup that is written in place of the piece's own when the unit has changed.
    """

    form: str
    start: int
    end: int
    value: str = ""
    raw: str | None = None
    label: str = ""
    pair: int = -1
    children: tuple[Child, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a child lies in its parent's markup: the code, its side, and the offset in the raw text of that side."""

    number: int
    side: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What a run of pieces came to. ``wrap`` is quiet markup around the whole; ``entities`` are how the block writes characters."""

    source: str
    span: Span
    codes: tuple[Code, ...] = ()
    wrap: tuple[tuple[str, str], ...] = ()
    entities: dict[str, str] = field(default_factory=dict)
    children: tuple[tuple[Child, Spot], ...] = ()

    @property
    def words(self) -> str:
        """The words without codes."""
        return markup.words(self.source)


def loose(raw: str) -> bool:
    """Tell whether an empty code may stand outside of the unit that it borders on."""
    return bool(_LOOSE.match(raw))


def build(pieces: Iterable[Piece], raw: str) -> Text | None:
    """Return the text of ``pieces``, which lie in ``raw`` in order; None where it holds nothing for a translator."""
    held = _trimmed(_glued(_paired(list(pieces)), raw), raw)
    if not is_text("".join(piece.value for piece in held if piece.form == "text")):
        return None
    return text_of(held, raw)


def text_of(held: list[Piece], raw: str) -> Text:
    """Return the text of pieces that are paired and trimmed already."""
    span, wrap = (held[0].start, held[-1].end), []
    while _wraps(held, raw):
        inner = _trimmed(held[1:-1], raw)
        wrap.append((raw[held[0].start : inner[0].start], raw[inner[-1].end : held[-1].end]))
        held = inner
    tokens, codes, children = _numbered(held, raw)
    return Text(
        source=markup.serialise(tokens),
        span=span,
        codes=codes,
        wrap=tuple(wrap),
        entities=_entities(held, raw),
        children=children,
    )


def children_of(pieces: Iterable[Piece]) -> tuple[Child, ...]:
    """Return the children of all pieces, for a block that is no unit itself."""
    return tuple(child for piece in pieces for child in piece.children)


def _paired(pieces: list[Piece]) -> list[Piece]:
    """Make what opens without closing, or the reverse, an empty code; an opaque element one code with all that it holds."""
    ends = {piece.pair: at for at, piece in enumerate(pieces) if piece.form == "close"}
    starts = {piece.pair for piece in pieces if piece.form == "open"}
    held: list[Piece] = []
    skip = -1
    for at, piece in enumerate(pieces):
        if at <= skip:
            continue
        if (piece.form == "open" and piece.pair not in ends) or (piece.form == "close" and piece.pair not in starts):
            held.append(replace(piece, form="empty"))
        elif piece.form == "open" and piece.label in html_blocks.OPAQUE:
            skip = ends[piece.pair]
            held.append(replace(piece, form="empty", end=pieces[skip].end))
        else:
            held.append(piece)
    return held


def _glued(pieces: list[Piece], raw: str) -> list[Piece]:
    """Let a soft break beside a loose code belong to it: ``{: .lead}`` needs a line of its own."""
    held: list[Piece] = []
    for piece in pieces:
        before = held[-1] if held else None
        if before and piece.form == "empty" and before.form == "space" and loose(raw[piece.start : piece.end]):
            held[-1] = replace(piece, start=before.start)
        elif before and piece.form == "space" and before.form == "empty" and loose(raw[before.start : before.end]):
            held[-1] = replace(before, end=piece.end)
        else:
            held.append(piece)
    return held


def _trimmed(pieces: list[Piece], raw: str) -> list[Piece]:
    first, last = 0, len(pieces) - 1
    while first <= last and _at_edge(pieces[first], raw):
        first += 1
    while last > first and _at_edge(pieces[last], raw):
        last -= 1
    held = pieces[first : last + 1]
    if held and held[0].form == "text":
        start = held[0]
        cut = len(raw[start.start : start.end]) - len(raw[start.start : start.end].lstrip(_SPACE))
        held[0] = replace(start, start=start.start + cut, value=start.value.lstrip(_SPACE)) if cut else start
    if held and held[-1].form == "text" and raw[held[-1].end - 1] in _SPACE:
        end = held[-1]
        held[-1] = replace(end, end=end.start + len(raw[end.start : end.end].rstrip(_SPACE)), value=end.value.rstrip(_SPACE))
    return held


def _at_edge(piece: Piece, raw: str) -> bool:
    if piece.form == "text":
        return not raw[piece.start : piece.end].strip(_SPACE)
    return piece.form == "space" or (piece.form == "empty" and loose(raw[piece.start : piece.end]))


def _wraps(pieces: list[Piece], raw: str) -> bool:
    first, last = pieces[0], pieces[-1]
    if first.form != "open" or last.form != "close" or first.pair != last.pair or first.children or last.children:
        return False
    return bool(_QUIET.match(raw[first.start : first.end]))


def _numbered(pieces: list[Piece], raw: str) -> tuple[list[markup.Token], tuple[Code, ...], tuple[tuple[Child, Spot], ...]]:
    tokens: list[markup.Token] = []
    codes: dict[int, Code] = {}
    numbers: dict[int, int] = {}
    children: list[tuple[Child, Spot]] = []
    for piece in pieces:
        if piece.form in ("text", "space"):
            tokens.append(markup.Text(piece.value if piece.form == "text" else " "))
            continue
        own = raw[piece.start : piece.end] if piece.raw is None else piece.raw
        if piece.form == "close":
            number, side = numbers[piece.pair], "close"
            codes[number] = replace(codes[number], close=own)
        else:
            number, side = len(codes) + 1, "open"
            numbers[piece.pair] = number
            codes[number] = Code(number, own, None, piece.label)
        tokens.append(CodeToken(Form(piece.form), number))
        children += [(child, Spot(number, side, child.span[0] - piece.start)) for child in piece.children]
    return tokens, tuple(codes.values()), tuple(children)


def _entities(pieces: list[Piece], raw: str) -> dict[str, str]:
    """Return the characters that the block writes as references only."""
    written: dict[str, str] = {}
    literal: set[str] = set()
    for piece in pieces:
        own = raw[piece.start : piece.end]
        if piece.form == "text" and own != piece.value and own.startswith("&") and own.endswith(";"):
            written.setdefault(piece.value, own)
        elif piece.form == "text":
            literal.update(own)
    return {character: reference for character, reference in written.items() if len(character) == 1 and character not in literal}
