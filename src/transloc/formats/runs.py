"""From the pieces of a block to the text of a unit: inline codes are numbered, what need not be moved stays outside."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from transloc import markup
from transloc.formats.html.vocabulary import OPAQUE
from transloc.formats.units import is_text
from transloc.markup import CodeToken, Form
from transloc.model import Code, Kind, Span

_SPACE = " \t\r\n\f"
#: Pairs that may hold a whole unit without a reviewer having to see them.
_QUIET = re.compile(r"[*_~]{1,2}\Z|<(?:b|strong|i|em|u|s|del|ins|span|font|small|big|mark|center|nobr|a)\b", re.IGNORECASE)
_WORDS = frozenset({"text", "space"})
_FORMS = {form.value: form for form in Form}
#: How the label of a credit begins, which is words: it stays in its unit with whatever sign it begins.
CREDIT = "credit: "
#: More pairs around a whole unit are codes.
_MOST_WRAPS = 10
#: Empty codes that may stay outside of a unit when they stand at its edge, and that keep the line break beside them.
_LOOSE = re.compile(r"\s*(?:[{!:]|\?\?\?|\[!|<!|<\?|<(?:br|hr|img|wbr)\b)", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)  # nobody changes one, or any below; frozen ones take three times as long
class Child:
    """A text inside the markup of a piece: an ``alt``, a title. ``block`` is what goes when it is left out."""

    place: str
    span: Span
    text: "str | Text"
    quote: str = ""
    block: Span | None = None
    kind: Kind = Kind.ATTRIBUTE


@dataclass(slots=True, kw_only=True)
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


@dataclass(slots=True)
class Spot:
    """Where a child lies in its parent's markup: the code, its side, and the offset in the raw text of that side."""

    number: int
    side: str
    offset: int


@dataclass(slots=True, kw_only=True)
class Text:
    """What a run of pieces came to.

    ``wrap`` is quiet markup around the whole; ``entities`` are how the block writes characters; ``children`` are texts inside
    the codes, ``outside`` those inside of markup at the edge that the text leaves out.
    """

    source: str
    span: Span
    codes: tuple[Code, ...] = ()
    wrap: tuple[tuple[str, str], ...] = ()
    entities: dict[str, str] = field(default_factory=dict)
    children: tuple[tuple[Child, Spot], ...] = ()
    outside: tuple[Child, ...] = ()
    parts: tuple[markup.Token, ...] = field(default=(), compare=False, repr=False)

    @property
    def tokens(self) -> tuple[markup.Token, ...]:
        """Words and codes in order; words may stand in several parts."""
        return self.parts or markup.parse(self.source)

    @property
    def words(self) -> str:
        """The words without codes."""
        return "".join([token.value for token in self.tokens if isinstance(token, markup.Text)])


def loose(raw: str) -> bool:
    """Tell whether an empty code may stand outside of the unit that it borders on."""
    return bool(_LOOSE.match(raw))


def build(pieces: Iterable[Piece], raw: str) -> Text | None:
    """Return the text of ``pieces``, which lie in ``raw`` in order; None where it holds nothing for a translator."""
    row = list(pieces)
    plain = {piece.form for piece in row} <= _WORDS
    glued = row if plain else _glued(_paired(row), raw)
    held = _trimmed(glued, raw)
    if not is_text("".join([piece.value for piece in held if piece.form == "text"])):
        return None
    if plain:
        words = "".join([piece.value if piece.form == "text" else " " for piece in held])
        span, entities = (held[0].start, held[-1].end), _entities(held, raw)
        return Text(source=markup.escape(words), span=span, entities=entities, parts=(markup.Text(words),))
    text = text_of(held, raw)
    outside = [piece for piece in glued if piece.children and not text.span[0] <= piece.start < text.span[1]]
    return replace(text, outside=children_of(outside)) if outside else text


def text_of(held: list[Piece], raw: str) -> Text:
    """Return the text of pieces that are paired and trimmed already."""
    span = (held[0].start, held[-1].end)
    wrap: list[tuple[str, str]] = []
    while len(wrap) < _MOST_WRAPS and _wraps(held, raw):
        inner = _trimmed(held[1:-1], raw)
        wrap.append((raw[held[0].start : inner[0].start], raw[inner[-1].end : held[-1].end]))
        held = inner
    if len(held) == 1 and held[0].form == "text":  # as most are
        words = held[0].value
        return Text(source=markup.escape(words), span=span, wrap=tuple(wrap), entities=_entities(held, raw), parts=(markup.Text(words),))
    tokens, codes, children = _numbered(held, raw)
    return Text(
        source=markup.serialise(tokens),
        span=span,
        codes=codes,
        wrap=tuple(wrap),
        entities=_entities(held, raw),
        children=children,
        parts=tuple(tokens),
    )


def children_of(pieces: Iterable[Piece]) -> tuple[Child, ...]:
    """Return the children of all pieces, for a block that is no unit itself."""
    return tuple([child for piece in pieces for child in piece.children])


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
        elif piece.form == "open" and piece.label in OPAQUE:
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
        if before and before.form == "space" and _is_loose(piece, raw):
            held[-1] = replace(piece, start=before.start)
        elif before and piece.form == "space" and _is_loose(before, raw):
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
    if held and held[0].form == "text" and raw[held[0].start] in _SPACE:
        start = held[0]
        cut = len(raw[start.start : start.end]) - len(raw[start.start : start.end].lstrip(_SPACE))
        held[0] = replace(start, start=start.start + cut, value=start.value.lstrip(_SPACE))
    if held and held[-1].form == "text" and raw[held[-1].end - 1] in _SPACE:
        end = held[-1]
        held[-1] = replace(end, end=end.start + len(raw[end.start : end.end].rstrip(_SPACE)), value=end.value.rstrip(_SPACE))
    return held


def _at_edge(piece: Piece, raw: str) -> bool:
    if piece.form == "text":
        return not raw[piece.start : piece.end].strip(_SPACE)
    return piece.form == "space" or _is_loose(piece, raw)


def _is_loose(piece: Piece, raw: str) -> bool:
    return piece.form == "empty" and loose(raw[piece.start : piece.end]) and not piece.label.startswith(CREDIT)


def _wraps(pieces: list[Piece], raw: str) -> bool:
    first, last = pieces[0], pieces[-1]
    if first.form != "open" or last.form != "close" or first.pair != last.pair or first.children or last.children:
        return False
    return bool(_QUIET.match(raw[first.start : first.end]))


def _numbered(pieces: list[Piece], raw: str) -> tuple[list[markup.Token], tuple[Code, ...], tuple[tuple[Child, Spot], ...]]:
    tokens: list[markup.Token] = []
    codes: list[tuple[str, str]] = []
    closes: dict[int, str] = {}
    numbers: dict[int, int] = {}
    children: list[tuple[Child, Spot]] = []
    words: list[str] = []
    for piece in pieces:
        form = piece.form
        if form in _WORDS:
            words.append(piece.value if form == "text" else " ")
            continue
        if words:
            tokens.append(markup.Text("".join(words)))
            words = []
        own = raw[piece.start : piece.end] if piece.raw is None else piece.raw
        if form == "close":
            number, side = numbers[piece.pair], "close"
            closes[number] = own
        else:
            codes.append((own, piece.label))
            number, side = len(codes), "open"
            numbers[piece.pair] = number
        tokens.append(CodeToken(_FORMS[form], number))
        if piece.children:
            children += [(child, Spot(number, side, child.span[0] - piece.start)) for child in piece.children]
    if words:
        tokens.append(markup.Text("".join(words)))
    found = tuple([Code(number, own, closes.get(number), label) for number, (own, label) in enumerate(codes, 1)])
    return tokens, found, tuple(children)


def _entities(pieces: list[Piece], raw: str) -> dict[str, str]:
    """Return the characters that the block writes as references only."""
    if "&" not in raw[pieces[0].start : pieces[-1].end]:
        return {}
    written: dict[str, str] = {}
    literal: list[str] = []
    for piece in pieces:
        if piece.form == "text":
            own = raw[piece.start : piece.end]
            if own != piece.value and own.startswith("&") and own.endswith(";"):
                written.setdefault(piece.value, own)
            else:
                literal.append(own)
    return {char: reference for char, reference in written.items() if len(char) == 1 and not any(char in own for own in literal)}
