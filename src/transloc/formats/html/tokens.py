"""HTML as a row of tokens with their places, by turbohtml's WHATWG tokenizer.

A row of tokens and no tree: what a page leaves open, closes twice or nests wrongly has its place in the source all the same.
Offsets count code points of the text that is given.
"""

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from transloc.formats.html.vocabulary import VOID

#: A name and a value in ``_QUOTES``: the number of the value's group tells which.
_ATTRIBUTE = re.compile(r"([^\s/>\"'=<][^\s/>=]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")
_QUOTES = {2: '"', 3: "'", 4: ""}
_TAG = re.compile(r"</?[^\s/>]++(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)*+>")
_NAME = re.compile(r"</?[^\s/>]+")

Attributes = tuple[tuple[str, str], ...]


class Token(NamedTuple):
    """``form`` is text, reference, open, close, void or comment (doctypes and processing instructions too); a row has no gap.

    ``attributes`` are those of a start tag, as read; of one that comes twice the first counts.
    """

    form: str
    name: str
    start: int
    end: int
    attributes: Attributes = ()

    def get(self, name: str) -> str:
        """Return the value of an attribute, empty where the tag has none."""
        for key, value in self.attributes:
            if key == name:
                return value
        return ""


#: Makes a token of a tuple; a page has a hundred thousand, and to give each its names takes as long again as to find it.
_made = partial(tuple.__new__, Token)


class Attribute(NamedTuple):
    """An attribute's value as written; ``quote`` is empty where it has none."""

    name: str
    value: str
    start: int
    end: int
    quote: str


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of ``text[start:end]``, in order and without a gap; a ``<`` that opens nothing is text.

    A tag in which the text ends is shown to nobody (WHATWG HTML, 13.2.5.8): it reads as a comment.
    """
    from turbohtml import tokenize

    forms = _forms()
    held = text[start:end] if start or end is not None else text
    lines = held.replace("\r\n", " \n").replace("\r", "\n") if "\r" in held else held  # as long, and with one sign for the end of a line
    line, row = 1, 0
    form, name, begin = "", "", start
    attributes: Attributes = ()
    token = None
    for token in tokenize(held, resolve_references=False):
        until = token.line
        while line < until:
            line, row = line + 1, lines.find("\n", row) + 1
        at = start + row + token.col
        if form:
            yield _made((form, name, begin, at, attributes))
        form, name, begin, attributes = forms[token.type], "", at, ()
        if form == "open":
            name, attributes = token.tag or "", tuple(token.attrs or ())
            if name in VOID or token.self_closing:
                form = "void"
        elif form == "close":
            name = token.tag or ""
    stop = _end(held[begin - start :], form, token.data) + begin if token is not None else begin
    if form:
        yield Token(form, name, begin, stop, attributes)
    if stop < start + len(held):
        yield Token("comment", "", stop, start + len(held))


@cache
def _forms() -> list[str]:
    """Return the forms of tokens by the numbers of turbohtml's types."""
    from turbohtml import TokenType

    told = {TokenType.TEXT: "text", TokenType.CHARACTER_REFERENCE: "reference", TokenType.START_TAG: "open", TokenType.END_TAG: "close"}
    return [told.get(type_, "comment") for type_ in TokenType]


def _end(raw: str, form: str, data: str | None) -> int:
    """Return where the last token of a text ends, which begins ``raw``: a tag that the text breaks off in is not its part."""
    if form == "text" and data is not None:
        return len(data) if "\r" not in raw else len(raw) - _cut(raw, len(data))
    found = _TAG.match(raw) if form in ("open", "void", "close") else None
    return found.end() if found else len(raw)


def _cut(raw: str, length: int) -> int:
    """Return how many characters of ``raw`` come after the first ``length``, a line feed after a carriage return not counted."""
    at = 0
    for _ in range(length):
        at += 2 if raw.startswith("\r\n", at) else 1
    return len(raw) - at


def attributes(text: str, token: Token) -> Iterator[Attribute]:
    """Yield the attributes of a start tag that have a value, with the places of the values in ``text``."""
    name = _NAME.match(text, token.start, token.end)
    seen: set[str] = set()
    for found in _ATTRIBUTE.finditer(text, name.end() if name else token.start, token.end):
        key, value = found[1].lower(), found.lastindex or 0
        if key not in seen:
            yield Attribute(key, found[value], *found.span(value), _QUOTES[value])
        seen.add(key)
