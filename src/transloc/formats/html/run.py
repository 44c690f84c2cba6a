"""The words and tags between two blocks of HTML as pieces, from which ``runs.build`` makes the text of a unit."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from transloc.errors import InputError
from transloc.formats import captions, kinds
from transloc.formats.html.tokens import Token, attributes
from transloc.formats.html.vocabulary import LABELS, OPAQUE, UNSEEN, WORDED
from transloc.formats.references import unescape
from transloc.formats.runs import Child, Piece
from transloc.formats.units import ENDLESS, MAX_CHARACTERS, is_text
from transloc.model import Kind

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLANK = " \t\r\n\f"


@dataclass(frozen=True, slots=True)
class Part:
    """The pieces of a unit, those around it, and what the inline elements around it are called, from inside out."""

    held: list[Piece]
    outside: list[Piece]
    names: tuple[str, ...] = ()


class Run:
    """Collects the pieces of one run of ``raw``; ``opaque`` is the number of opaque elements that are open."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pieces: list[Piece] = []
        self._open: list[tuple[str, int]] = []
        self._halves: dict[int, tuple[int, int]] = {}  # of each closed pair: where its halves stand among the pieces
        self._lone: set[int] = set()
        self._names: dict[int, tuple[str, ...]] = {}

    @property
    def broken(self) -> bool:
        """Whether nothing but white space follows a line break."""
        last = next((piece for piece in reversed(self.pieces) if piece.form != "text" or not piece.value.isspace()), None)
        return last is not None and last.label == "line break"

    def words(self, token: Token) -> None:
        """Take a text or a reference; white space in a row reads as one space (CSS Text 3, 4.1.1)."""
        if token.end - token.start > MAX_CHARACTERS:
            line = self.raw.count("\n", 0, token.start) + 1
            raise InputError(ENDLESS[0], line=line, hint=ENDLESS[1])
        written = self.raw[token.start : token.end]
        if token.form == "reference":
            value = unescape(written) or "\ufffd"  # a control character, of which nothing is shown
            value = _SPACE.sub(" ", value) if value[:1] in _BLANK else value
        else:
            value = _SPACE.sub(" ", written.replace("</>", "") if "</>" in written else written)
        before = self.pieces[-1] if self.pieces else None
        if before and before.form == "text" and value[:1] == " " and before.value[-1:] == " ":
            value = value[1:]
        self.pieces.append(Piece(form="text", start=token.start, end=token.end, value=value))

    def tag(self, token: Token) -> None:
        """Take a tag or a comment."""
        form, pair, here = "empty", -1, len(self.pieces)
        if token.form == "open":  # a pair is known by where it opens
            form, pair = "open", here
            self._open.append((token.name, pair))
            self._lone.add(pair)
            self._names[pair] = names_of(token)
        elif token.form == "close":
            form, pair = self._closed(token.name, here)
        children = children_of_tag(self.raw, token) if token.attributes else ()
        self.pieces.append(Piece(form=form, start=token.start, end=token.end, label=label(token), pair=pair, children=children))

    def _closed(self, name: str, here: int) -> tuple[str, int]:
        """Return form and pair of a closing tag that stands ``here``; tags that it closes on the way stay alone."""
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == name:
                pair = self._open[at][1]
                del self._open[at:]
                self._halves[pair] = (pair, here)
                self._lone.discard(pair)
                return "close", pair
        return "empty", _LONE

    def opaque(self, token: Token, end: int) -> None:
        """Take an element that no translator looks into, from its start tag to ``end``."""
        self.pieces.append(Piece(form="empty", start=token.start, end=end, label=label(token)))

    def parts(self) -> list[Part]:
        """Return the stretches that are units of their own: one, or of a line such as byline, date and section each for itself.

        Such a line is nothing but elements side by side, with no word between, of which a name tells what one of them is.
        """
        pieces = self._paired()
        tops, at = [], 0
        while at < len(pieces):
            piece = pieces[at]
            if piece.form == "open":
                tops.append((at, self._halves[piece.pair][1] + 1))
                at = tops[-1][1]
            elif piece.form == "text" and is_text(piece.value):
                return [self._part(pieces, 0, len(pieces))]
            else:
                at += 1
        held = [(start, end) for start, end in tops if any(_met(piece) for piece in pieces[start:end])]
        if len(held) < 2 or not any(kinds.of_names(self._names[start], "") in _TELLING for start, _ in held):
            return [self._part(pieces, 0, len(pieces))]
        starts = [0, *(start for start, _ in held[1:]), len(pieces)]
        return [self._part(pieces, start, end) for start, end in pairwise(starts)]

    def _part(self, pieces: list[Piece], start: int, end: int) -> Part:
        """Return a stretch from the first to the last piece that a reader meets; tags around the whole need not move with the words."""
        met = [at for at in range(start, end) if _met(pieces[at])]
        if not met:
            return Part([], pieces[start:end])
        first, last = self._linked(pieces, start, *self._widened(pieces, met[0], met[-1]))
        held = pieces[first : last + 1]
        if held[0].form == "text" and held[0].value[0] in _BLANK:
            held[0] = self._cut(held[0], left=True)
        if held[-1].form == "text" and held[-1].value[-1] in _BLANK:
            held[-1] = self._cut(held[-1], left=False)
        around = [piece.pair for piece in pieces[start:first] if piece.form == "open" and self._halves[piece.pair][1] > last]
        names = tuple(name for pair in reversed(around) for name in self._names[pair])
        return Part(held, pieces[start:first] + pieces[last + 1 : end], names)

    def _linked(self, pieces: list[Piece], start: int, first: int, last: int) -> tuple[int, int]:
        """Return the stretch with the link around it, if there is one: where it leads is part of what the text says."""
        for at in range(start, first):
            pair = pieces[at].pair
            if pieces[at].form == "open" and pieces[at].label.startswith("link") and self._halves[pair][1] > last:
                return at, self._halves[pair][1]
        return first, last

    def _cut(self, piece: Piece, *, left: bool) -> Piece:
        """Return a text without the white space at one of its ends."""
        written = self.raw[piece.start : piece.end]
        if left:
            return replace(piece, start=piece.end - len(written.lstrip(_BLANK)), value=piece.value.lstrip(_BLANK))
        return replace(piece, end=piece.start + len(written.rstrip(_BLANK)), value=piece.value.rstrip(_BLANK))

    def _paired(self) -> list[Piece]:
        """Make a tag whose other half stands in another run an empty piece."""
        if not self._lone:
            return self.pieces
        return [replace(piece, form="empty", pair=_LONE) if piece.pair in self._lone else piece for piece in self.pieces]

    def _widened(self, pieces: list[Piece], first: int, last: int) -> tuple[int, int]:
        """Return the stretch widened so that no pair has one half in it and one outside."""
        fresh = [at for at in range(first, last + 1) if pieces[at].pair >= 0]
        while fresh:
            left = min(first, *(self._halves[pieces[at].pair][0] for at in fresh))
            right = max(last, *(self._halves[pieces[at].pair][1] for at in fresh))
            fresh = [at for at in (*range(left, first), *range(last + 1, right + 1)) if pieces[at].pair >= 0]
            first, last = left, right
        return first, last


#: Kinds that make a line of elements one of byline, date and the like.
_TELLING = frozenset({Kind.BYLINE, Kind.DATE, Kind.CATEGORY, Kind.TAG, Kind.GENRE})
#: ``Piece.pair`` of a tag whose other half stands in another run.
_LONE = -2
#: Labels of empty pieces that belong to the sentence they border on: what a reader would miss there.
_KEPT = OPAQUE - UNSEEN


def _met(piece: Piece) -> bool:
    """Tell whether a reader meets words or the like in a piece."""
    if piece.form == "text":
        return not piece.value.isspace()
    return piece.form == "empty" and piece.pair != _LONE and (piece.label in _KEPT or piece.label.startswith(captions.LABEL))


def names_of(token: Token) -> tuple[str, ...]:
    """Return what an element is called: its name, its classes, its id and its properties (``itemprop``, ``rel``)."""
    names = [token.name]
    for key, value in token.attributes:
        if key in _NAMING and value:
            names += value.split()
    return tuple(names)


_NAMING = frozenset({"class", "id", "itemprop", "rel"})


def label(token: Token) -> str:
    """Return what a reviewer is told of a tag: "bold", "link to nv.ua", "comment"."""
    if token.name == "a" and (address := token.get("href")):
        return link_label(address)
    return LABELS.get(token.name, token.name or "comment")


@lru_cache(1024)
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
    for name, _ in token.attributes:
        if name in WORDED:
            break
    else:
        return ()
    return tuple(child(a.start, a.end, token.get(a.name), a.quote) for a in attributes(raw, token) if a.name in WORDED and a.value.strip())


def child(start: int, end: int, value: str, quote: str) -> Child:
    """Return the text of an attribute, white space in it folded."""
    return Child(place="attribute", span=(start, end), text=_SPACE.sub(" ", value).strip(_BLANK), quote=quote)
