"""The inline elements of TMX as our codes, and back: ``bpt`` and ``ept`` are a pair, ``hi`` too, ``ph`` and ``ut`` stand alone.

What an element says in the markup of its document is dropped, sub-flows (``sub``) with it: it fits no other document.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

from transloc import markup
from transloc.markup import CodeToken, Form, Text, Token

_NUMBERED = re.compile(r"x[1-9]\d{0,5}", re.ASCII)  # as our codes have them
_SHORTCUT = re.compile(r"(</?[a-z]{1,3}\d{1,4}>|<[a-z]{1,3}\d{1,4}/>)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Element:
    """An inline element. ``mate`` finds its like in the other languages: its ``x``, or what else there is."""

    form: Form
    mate: str


Piece = str | Element


def element(name: str, attributes: dict[str, str], native: str, count: int) -> Element:
    """Return an inline element; ``native`` is its content, ``count`` tells how many like it came before it in its text."""
    form = Form.EMPTY
    if name in ("bpt", "hi") or (name == "it" and attributes.get("pos") == "begin"):
        form = Form.OPEN
    elif name == "ept" or (name == "it" and attributes.get("pos") == "end"):
        form = Form.CLOSE
    if x := attributes.get("x"):
        return Element(form, f"x{x}")
    return Element(form, f"i{attributes.get('i')}" if name in ("bpt", "ept") else f"{name} {native} {count}")


def shortcuts(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield ``pieces`` with the tags that OmegaT writes as text in its own memory (``<f0>``, ``</f0>``, ``<x1/>``) as elements."""
    for are_text, some in groupby(pieces, key=lambda piece: isinstance(piece, str)):
        if not are_text:
            yield from some
            continue
        for piece in _SHORTCUT.split("".join(map(str, some))):
            if _SHORTCUT.fullmatch(piece):
                form = Form.CLOSE if piece[1] == "/" else Form.EMPTY if piece[-2] == "/" else Form.OPEN
                yield Element(form, f"omegat {piece.strip('</>')}")
            elif piece:
                yield piece


def texts(variants: Iterable[Iterable[Piece]]) -> tuple[str, ...]:
    """Return the texts of one unit, an element having the same number in all of them: its ``x``, or its place in the first text."""
    variants = tuple(map(tuple, variants))
    mates = dict.fromkeys(piece.mate for pieces in variants for piece in pieces if isinstance(piece, Element))
    if not mates:
        return tuple(markup.escape("".join(map(str, pieces))) for pieces in variants)
    numbers = {mate: number for number, mate in enumerate(mates, 1)}
    if all(map(_NUMBERED.fullmatch, mates)):
        numbers = {mate: int(mate[1:]) for mate in mates}
    return tuple(markup.serialise(_tokens(pieces, numbers)) for pieces in variants)


def _tokens(pieces: Iterable[Piece], numbers: dict[str, int]) -> Iterator[Token]:
    for piece in pieces:
        yield Text(piece) if isinstance(piece, str) else CodeToken(piece.form, numbers[piece.mate])


def written(text: str) -> str:
    """Return the content of a ``seg``: codes as elements without content, their numbers in ``x``."""
    tokens = markup.parse(text)
    forms: dict[int, list[Form]] = {}
    for token in tokens:
        if isinstance(token, CodeToken):
            forms.setdefault(token.number, []).append(token.form)
    pairs = {number for number, met in forms.items() if met == [Form.OPEN, Form.CLOSE]}
    return "".join(_written(token, pairs) for token in tokens)


def _written(token: Token, pairs: set[int]) -> str:
    if isinstance(token, Text):
        return escape(token.value, {"\r": "&#13;"})
    number = token.number
    if token.form is Form.EMPTY:
        return f'<ph x="{number}"/>'
    if number in pairs:
        return f'<bpt i="{number}" x="{number}"/>' if token.form is Form.OPEN else f'<ept i="{number}"/>'
    return f'<it pos="{"begin" if token.form is Form.OPEN else "end"}" x="{number}"/>'
