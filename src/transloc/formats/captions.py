"""Captions of pictures: the credit («Benoit Tessier / EPA») keeps its bytes, the rest is translated.

What a credit is, ``kinds.credit`` tells from the words; here its pieces become one inline code that no translator and no engine can
change.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from transloc import markup
from transloc.formats.html.vocabulary import OPAQUE
from transloc.formats.kinds import credit
from transloc.formats.kinds.credit import MARKS, SPACE
from transloc.formats.runs import CREDIT, Piece, Text
from transloc.markup import CodeToken, Form
from transloc.model import Code, Kind, Span, Unit

#: How the label of a credit's inline code begins; the credit's words follow.
LABEL = CREDIT

_LETTER = re.compile(r"[^\W\d_]")
_NEWLINES = re.compile(r"[ \t\f]*[\r\n][ \t\r\n\f]*")
#: Stands for what is no text: an image, a footnote, a formula.
_OBJECT = "\ufffc"


def protect(pieces: Sequence[Piece], raw: str) -> list[Piece]:
    """Return the pieces of a caption, which lie in ``raw`` in order, with an empty piece for each credit, label "credit: …" on it.

    Markup within a credit stays as it is, with a piece for the words on either side, so that ``plain`` of the codes tells what a
    reader of the rebuilt text will see there, whether that reader knows the credit or not. Without a credit the pieces are the same.
    """
    values = list(_values(pieces))
    spans = credit.found("".join(values))
    return list(_replaced(pieces, values, spans, raw)) if spans else list(pieces)


def _values(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield for each piece what ``credits`` reads."""
    opaque = -1
    for piece in pieces:
        if opaque >= 0:
            opaque = -1 if piece.form == "close" and piece.pair == opaque else opaque
            yield _OBJECT
        elif piece.form == "open" and piece.label in OPAQUE:
            opaque = piece.pair
            yield _OBJECT
        elif piece.form == "text":
            yield piece.value
        elif piece.form == "empty":
            yield "\n" if piece.label == "line break" else _OBJECT
        else:
            yield " " if piece.form == "space" else ""


def _replaced(pieces: Sequence[Piece], values: Sequence[str], spans: Sequence[Span], raw: str) -> Iterator[Piece]:
    held: list[Piece] = []  # of the credit that is being read
    at, number = 0, 0
    for piece, value in zip(pieces, values, strict=True):
        if piece.form not in ("text", "space") or value != (piece.value if piece.form == "text" else " "):
            yield from _credit(held, raw)
            held.clear()
            yield piece
            at += len(value)
            continue
        rest: Piece | None = piece
        while rest is not None:
            while number < len(spans) and spans[number][1] <= at:
                number += 1
            start, end = spans[number] if number < len(spans) else (len(raw) * 2 + at, 0)
            inside = start <= at
            part, rest = _cut(rest, raw, (end if inside else start) - at)
            at += len(_value(part))
            if inside:
                held.append(part)
            if not inside or at >= end:
                yield from _credit(held, raw)
                held.clear()
            if not inside:
                yield part
    yield from _credit(held, raw)


def _cut(piece: Piece, raw: str, at: int) -> tuple[Piece, Piece | None]:
    """Return the first ``at`` characters of a piece and the rest, None where nothing is left."""
    if piece.form != "text" or at >= len(piece.value):
        return piece, None
    offset = _offset(raw, piece, at)
    return replace(piece, end=offset, value=piece.value[:at]), replace(piece, start=offset, value=piece.value[at:])


def _offset(raw: str, piece: Piece, at: int) -> int:
    """Return where in ``raw`` the character ``at`` of a text is written: white space may be folded there, a backslash stand before it."""
    if piece.end - piece.start == len(piece.value):
        return piece.start + at
    offset = piece.start
    for character in piece.value[:at]:
        while offset < piece.end and raw[offset] != character and not (character == " " and raw[offset] in SPACE):
            offset += 1
        offset += 1
    while not piece.value[at].isspace() and offset < piece.end and raw[offset] in SPACE:
        offset += 1
    return offset


def _credit(held: Sequence[Piece], raw: str) -> Iterator[Piece]:
    """Yield what was read of a credit as one piece; white space at its edges and bare marks before it stay as they are."""
    words = "".join(map(_value, held))
    if not _LETTER.search(words):
        yield from held
        return
    before, rest = _parted(held, raw, len(words) - len(words.lstrip(SPACE + MARKS)))
    inner, after = _parted(rest, raw, len(words.lstrip(SPACE + MARKS).rstrip(SPACE)))
    start, end = inner[0].start, inner[-1].end
    own = "".join(_NEWLINES.sub(" ", raw[piece.start : piece.end]) if piece.form == "text" else " " for piece in inner)
    label = LABEL + "".join(map(_value, inner))
    yield from before
    yield Piece(form="empty", start=start, end=end, raw=None if own == raw[start:end] else own, label=label)
    yield from after


def _value(piece: Piece) -> str:
    return piece.value if piece.form == "text" else " "


def _parted(pieces: Sequence[Piece], raw: str, at: int) -> tuple[list[Piece], list[Piece]]:
    """Cut a row of texts and spaces after its first ``at`` characters."""
    first: list[Piece] = []
    for count, piece in enumerate(pieces):
        if at <= 0:
            return first, list(pieces[count:])
        part, rest = _cut(piece, raw, at)
        first.append(part)
        at -= len(_value(part))
        if rest is not None:
            return first, [rest, *pieces[count + 1 :]]
    return first, []


def plain(code: Code) -> str:
    """Return the words that a code protects as a credit, empty for all other codes."""
    return code.label.removeprefix(LABEL) if code.close is None and code.label.startswith(LABEL) else ""


def spoken(unit: Unit) -> str:
    """Return the words of a unit as a reader meets them, credits in their places."""
    credits_ = {code.number: words for code in unit.codes if (words := plain(code))}
    if not credits_:
        return markup.words(unit.source)
    return "".join(token.value if isinstance(token, markup.Text) else credits_.get(token.number, "") for token in markup.parse(unit.source))


def of_field(value: str, span: Span) -> Text:
    """Return the text of a caption that is no markup, such as a field of front matter: a credit's code is its words."""
    tokens: list[markup.Token] = []
    codes: list[Code] = []
    at = 0
    for start, end in credit.found(value):
        codes.append(Code(len(codes) + 1, value[start:end], None, LABEL + value[start:end]))
        tokens += [markup.Text(value[at:start])] if start > at else []
        tokens.append(CodeToken(Form.EMPTY, len(codes)))
        at = end
    tokens += [markup.Text(value[at:])] if at < len(value) else []
    return Text(source=markup.serialise(tokens), span=span, codes=tuple(codes))


def credited(unit: Unit) -> bool:
    """Tell whether a caption names where its picture comes from: a protected credit, or words after a label («Фото: Офіс Президента»)."""
    if any(plain(code) for code in unit.codes):
        return True
    return credit.announced(markup.words(unit.source))


def uncredited(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return the captions among ``units`` that name no source of their picture, for the report of an export."""
    return tuple(unit for unit in units if unit.kind is Kind.CAPTION and not unit.aside and not credited(unit))
