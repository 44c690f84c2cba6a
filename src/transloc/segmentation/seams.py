"""Where exactly one segment ends and the next begins: white space and inline codes at the seam."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import pairwise

from transloc.markup import Text, parse

Span = tuple[int, int]

_INK = re.compile(r"\S")
_PIECE = re.compile(r"\s+|<(?P<close>/?)(?P<number>[0-9]+)(?P<empty>/?)>")


def spans(text: str, cut: Callable[[str], Iterable[int]]) -> list[Span]:
    """Cut ``text``, which may hold inline codes, at the offsets that ``cut`` finds in its words alone."""
    if not text:
        return []
    bounds = _coded(text, cut) if "<" in text else _settled(text, cut(text))
    return list(pairwise([0, *bounds, len(text)]))


def _settled(words: str, breaks: Iterable[int]) -> list[int]:
    """Move each break behind the white space that follows it; drop those with nothing but white space on one side."""
    first = _INK.search(words)
    bounds: list[int] = []
    last = first.start() if first else len(words)
    for at in breaks:
        ink = _INK.search(words, at)
        if ink and ink.start() > last:
            last = ink.start()
            bounds.append(last)
    return bounds


def _coded(text: str, cut: Callable[[str], Iterable[int]]) -> list[int]:
    pieces = [token for token in parse(text) if isinstance(token, Text)]
    words, starts = "", []  # an escape stays as it is written: the rules do not mind it, and offsets stay simple
    for piece in pieces:
        starts.append(len(words))
        words += text[piece.start : piece.end]

    def written(at: int) -> int:
        index = bisect_right(starts, at) - 1
        return pieces[index].start + at - starts[index]

    return [_seam(text, written(len(words[:at].rstrip()) - 1) + 1, written(at)) for at in _settled(words, cut(words))]


def _seam(text: str, start: int, end: int) -> int:
    """Return the bound within ``text[start:end]``, which holds nothing but white space and codes."""
    pieces = _pieces(text, start, end)
    closing = [piece for piece in pieces if piece[0] == "close"]
    low = closing[-1][2] if closing else start
    bound, spaced = low, False
    for kind, begin, stop in pieces:
        if begin < low:
            continue
        if kind == "open" or (kind == "empty" and spaced):
            break
        bound, spaced = stop, spaced or kind == "space"
    return bound


def _pieces(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Split a seam into space, open, close and empty; a pair that opens and closes within the seam is one empty code."""
    pieces: list[tuple[str, int, int]] = []
    opened: dict[str, int] = {}
    for found in _PIECE.finditer(text, start, end):
        number, begin = found["number"], found.start()
        if number is None:
            kind = "space"
        elif found["empty"]:
            kind = "empty"
        elif not found["close"]:
            kind = "open"
            opened[number] = len(pieces)
        elif number in opened:
            kind = "empty"
            begin = pieces[opened[number]][1]
            del pieces[opened[number] :]
        else:
            kind = "close"
        pieces.append((kind, begin, found.end()))
    return pieces
