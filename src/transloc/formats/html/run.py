"""The words and tags between two blocks of HTML as pieces, from which ``runs.build`` makes the text of a unit."""

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from transloc.errors import InputError
from transloc.formats import kinds
from transloc.formats.html.tokens import Token, attributes
from transloc.formats.html.vocabulary import LABELS, OPAQUE, UNSEEN, WORDED
from transloc.formats.references import unescape
from transloc.formats.runs import Child, Piece
from transloc.formats.units import ENDLESS, MAX_CHARACTERS, is_text
from transloc.model import Kind

#: White space that is not one space already, and what a text holds that has some: most texts have none, which is found out faster.
_ROW = re.compile(r"[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+")
_SIGNS = ("\n", "  ", "\t", "\r", "\f")
_BLANK = " \t\r\n\f"
_EDGE = frozenset(_BLANK)


class Part(NamedTuple):
    """The pieces of a unit, those around it, and what the inline elements around it are called, from inside out."""

    held: list[Piece]
    outside: list[Piece]
    names: tuple[str, ...] = ()


class Run:
    """Collects the pieces of one run of ``raw``. A pair is known by where it opens among the pieces."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pieces: list[Piece] = []
        self._met: list[int] = []  # where the pieces stand in which a reader meets words or the like
        self._open: list[tuple[str, int]] = []
        self._tags: dict[int, Token] = {}  # that open a pair
        self._closes: dict[int, int] = {}  # of each pair that is closed: where

    @property
    def broken(self) -> bool:
        """Whether nothing but white space follows a line break."""
        last = next((piece for piece in reversed(self.pieces) if piece.form != "text" or not piece.value.isspace()), None)
        return last is not None and last.label == "line break"

    def words(self, token: Token) -> None:
        """Take a text or a reference; white space in a row reads as one space (CSS Text 3, 4.1.1)."""
        start, end = token.start, token.end
        if end - start > MAX_CHARACTERS:
            raise InputError(ENDLESS[0], line=self.raw.count("\n", 0, start) + 1, hint=ENDLESS[1])
        value = self.raw[start:end]
        if token.form == "reference":
            value = unescape(value) or "\ufffd"  # a control character, of which nothing is shown
        elif "</>" in value:
            value = value.replace("</>", "")
        value = _folded(value)
        if value[:1] == " " and self.pieces and self.pieces[-1].value[-1:] == " ":
            value = value[1:]
        if value and not value.isspace():
            self._met.append(len(self.pieces))
        self.pieces.append(Piece(form="text", start=start, end=end, value=value))

    def tag(self, token: Token) -> None:
        """Take a tag or a comment."""
        form, pair, here = "empty", -1, len(self.pieces)
        if token.form == "open":
            form, pair = "open", here
            self._open.append((token.name, here))
            self._tags[here] = token
        elif token.form == "close":
            form, pair = self._closed(token.name, here)
        told = label(token)
        if pair == -1 and told in _KEPT:
            self._met.append(here)
        children = children_of_tag(self.raw, token) if token.attributes else ()
        self.pieces.append(Piece(form=form, start=token.start, end=token.end, label=told, pair=pair, children=children))

    def _closed(self, name: str, here: int) -> tuple[str, int]:
        """Return form and pair of a closing tag that stands ``here``; tags that it closes on the way stay alone."""
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == name:
                pair = self._open[at][1]
                del self._open[at:]
                self._closes[pair] = here
                return "close", pair
        return "empty", _LONE

    def opaque(self, token: Token, end: int) -> None:
        """Take an element that no translator looks into, from its start tag to ``end``."""
        told = label(token)
        if told in _KEPT:
            self._met.append(len(self.pieces))
        self.pieces.append(Piece(form="empty", start=token.start, end=end, label=told))

    def parts(self) -> list[Part]:
        """Return the stretches that are units of their own: one, or of a line such as byline, date and section each for itself."""
        pieces = self._paired()
        starts = self._beside(pieces) if len(self._met) > 1 else []
        return [self._part(pieces, start, end) for start, end in pairwise([0, *starts[1:], len(pieces)])]

    def _beside(self, pieces: list[Piece]) -> list[int]:
        """Return where the elements begin of a line that is nothing else, with no word between; empty where no name tells what one is."""
        starts, at = [], 0
        while at < len(pieces):
            piece = pieces[at]
            if piece.form == "open":
                close = self._closes[at]
                if bisect_left(self._met, at) < bisect_left(self._met, close):
                    starts.append(at)
                at = close
            elif piece.form == "text" and is_text(piece.value):
                return []
            at += 1
        told = len(starts) > 1 and any(kinds.of_names(names_of(self._tags[start]), "") in _TELLING for start in starts)
        return starts if told else []

    def _part(self, pieces: list[Piece], start: int, end: int) -> Part:
        """Return a stretch from the first to the last piece that a reader meets; tags around the whole need not move with the words."""
        left, right = bisect_left(self._met, start), bisect_left(self._met, end)
        if left == right:
            return Part([], pieces[start:end])
        first, last = self._widened(pieces, self._met[left], self._met[right - 1])
        around = [at for at in range(start, first) if pieces[at].form == "open" and self._closes[at] > last]
        for outer, at in enumerate(around):
            if pieces[at].label.startswith("link"):  # where it leads is part of what the text says
                first, last, around = at, self._closes[at], around[:outer]
                break
        held = pieces[first : last + 1]
        if held[0].value[:1] in _EDGE:
            held[0] = self._cut(held[0], left=True)
        if held[-1].value[-1:] in _EDGE:
            held[-1] = self._cut(held[-1], left=False)
        names = tuple([name for at in reversed(around) for name in names_of(self._tags[at])]) if around else ()
        return Part(held, pieces[start:first] + pieces[last + 1 : end], names)

    def _cut(self, piece: Piece, *, left: bool) -> Piece:
        """Return a text without the white space at one of its ends."""
        written = self.raw[piece.start : piece.end]
        if left:
            return replace(piece, start=piece.end - len(written.lstrip(_BLANK)), value=piece.value.lstrip(_BLANK))
        return replace(piece, end=piece.start + len(written.rstrip(_BLANK)), value=piece.value.rstrip(_BLANK))

    def _paired(self) -> list[Piece]:
        """Make a tag whose other half stands in another run an empty piece."""
        if len(self._tags) == len(self._closes):
            return self.pieces
        lone = self._tags.keys() - self._closes.keys()
        return [replace(piece, form="empty", pair=_LONE) if piece.pair in lone else piece for piece in self.pieces]

    def _widened(self, pieces: list[Piece], first: int, last: int) -> tuple[int, int]:
        """Return the stretch widened so that no pair has one half in it and one outside."""
        fresh = [piece.pair for piece in pieces[first : last + 1] if piece.pair >= 0]
        while fresh:
            left, right = min(first, *fresh), max(last, *(self._closes[pair] for pair in fresh))
            fresh = [piece.pair for piece in (*pieces[left:first], *pieces[last + 1 : right + 1]) if piece.pair >= 0]
            first, last = left, right
        return first, last


#: Kinds that make a line of elements one of byline, date and the like.
_TELLING = frozenset({Kind.BYLINE, Kind.DATE, Kind.CATEGORY, Kind.TAG, Kind.GENRE})
#: ``Piece.pair`` of a tag whose other half stands in another run.
_LONE = -2
#: Labels of empty pieces that belong to the sentence they border on: what a reader would miss there.
_KEPT = OPAQUE - UNSEEN


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
    target = _target(address.strip())
    return f"link to {target}" if target and len(target) <= 60 and target.isprintable() else "link"


def _target(address: str) -> str:
    if plain := _PLAIN.match(address):
        return plain["host"].lower() if plain["host"] else plain["path"]
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.hostname or (parts.path if not address.startswith("#") else address)


#: Addresses that need no parser: with a host of letters, or a path of the same site.
_PLAIN = re.compile(r"(?:https?:)?//(?P<host>[A-Za-z0-9.-]+)(?=[/?#]|\Z)|(?P<path>/(?!/)[!-~]*?)(?=[?#]|\Z)")


def children_of_tag(raw: str, token: Token) -> tuple[Child, ...]:
    """Return the attributes of a tag that a reader meets."""
    for name, value in token.attributes:
        if value and name in WORDED:
            break
    else:
        return ()
    return tuple(child(a.start, a.end, token.get(a.name), a.quote) for a in attributes(raw, token) if a.name in WORDED and a.value.strip())


def child(start: int, end: int, value: str, quote: str) -> Child:
    """Return the text of an attribute, white space in it folded."""
    return Child(place="attribute", span=(start, end), text=_folded(value).strip(_BLANK), quote=quote)


def _folded(value: str) -> str:
    for sign in _SIGNS:
        if sign in value:
            return _ROW.sub(" ", value)
    return value
