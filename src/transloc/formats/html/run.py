"""The words and tags between two blocks of HTML as pieces, from which ``runs.build`` makes the text of a unit."""

import re
from dataclasses import replace
from html import unescape
from itertools import count
from urllib.parse import urlsplit

from transloc.formats.html.tokens import Token, attributes
from transloc.formats.html.vocabulary import LABELS, OPAQUE, UNSEEN, WORDED
from transloc.formats.runs import Child, Piece, children_of

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLANK = " \t\r\n\f"


class Run:
    """Collects the pieces of one run of ``raw``; ``opaque`` is the number of opaque elements that are open."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pieces: list[Piece] = []
        self._pairs = count()
        self._open: list[tuple[str, int]] = []

    def words(self, token: Token) -> None:
        """Take a text or a reference; white space in a row reads as one space (CSS Text 3, 4.1.1)."""
        written = self.raw[token.start : token.end]
        if token.form == "reference":
            value = unescape(written)
            value = _SPACE.sub(" ", value) if value[:1] in _BLANK else value
        else:
            value = _SPACE.sub(" ", written.replace("</>", "") if "</>" in written else written)
        before = self.pieces[-1] if self.pieces else None
        if before and before.form == "text" and value[:1] == " " and before.value[-1:] == " ":
            value = value[1:]
        self.pieces.append(Piece(form="text", start=token.start, end=token.end, value=value))

    def tag(self, token: Token) -> None:
        """Take a tag or a comment."""
        form, pair = "empty", -1
        if token.form == "open":
            pair = next(self._pairs)
            self._open.append((token.name, pair))
            form = "open"
        elif token.form == "close" and any(name == token.name for name, _ in self._open):
            while self._open[-1][0] != token.name:
                self._open.pop()
            form, pair = "close", self._open.pop()[1]
        children = children_of_tag(self.raw, token) if token.attributes else ()
        self.pieces.append(Piece(form=form, start=token.start, end=token.end, label=label(token), pair=pair, children=children))

    def opaque(self, token: Token, end: int) -> None:
        """Take an element that no translator looks into, from its start tag to ``end``."""
        self.pieces.append(Piece(form="empty", start=token.start, end=end, label=label(token)))

    def trimmed(self) -> tuple[list[Piece], tuple[Child, ...]]:
        """Return the pieces without what need not move with the text at their edges, and the texts inside of what was left out."""
        pieces = self._paired()
        first, last = 0, len(pieces)
        while first < last and _loose(pieces[first]):
            first += 1
        while last > first and _loose(pieces[last - 1]):
            last -= 1
        return pieces[first:last], (*children_of(pieces[:first]), *children_of(pieces[last:]))

    def _paired(self) -> list[Piece]:
        """Make a tag whose other half stands in another run an empty piece."""
        unpaired = {pair for _, pair in self._open}
        closed = {piece.pair for piece in self.pieces if piece.form == "close"}
        lone = unpaired | {piece.pair for piece in self.pieces if piece.form == "open" and piece.pair not in closed}
        return [replace(piece, form="empty", pair=-2) if piece.pair in lone else piece for piece in self.pieces] if lone else self.pieces


def _loose(piece: Piece) -> bool:
    if piece.form == "text":
        return not piece.value.strip(_BLANK)
    return piece.form == "empty" and (piece.pair == -2 or piece.label not in _HELD)


#: Labels of empty pieces that belong to the sentence they border on: what a reader would miss there.
_HELD = OPAQUE - UNSEEN


def label(token: Token) -> str:
    """Return what a reviewer is told of a tag: "bold", "link to nv.ua", "comment"."""
    if token.name == "a" and (address := token.get("href")):
        return link_label(address)
    return LABELS.get(token.name, token.name or "comment")


def link_label(address: str) -> str:
    """Return "link to" and the host or, of an address without one, the path; "link" where that is nothing to read."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return "link"
    target = parts.hostname or (parts.path if not address.startswith("#") else address)
    return f"link to {target}" if target and target.isprintable() and len(target) <= 60 else "link"


def children_of_tag(raw: str, token: Token) -> tuple[Child, ...]:
    """Return the attributes of a tag that a reader meets."""
    if not any(name in WORDED for name, _ in token.attributes):
        return ()
    return tuple(child(a.start, a.end, token.get(a.name), a.quote) for a in attributes(raw, token) if a.name in WORDED and a.value.strip())


def child(start: int, end: int, value: str, quote: str) -> Child:
    """Return the text of an attribute, white space in it folded."""
    return Child(place="attribute", span=(start, end), text=" ".join(value.split()), quote=quote)
