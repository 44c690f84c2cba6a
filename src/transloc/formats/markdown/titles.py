"""Titles of links, pictures and definitions: found from their end, for before them may stand an address of any kind."""

import re
from html import unescape

from transloc.formats.runs import Child

_OPENED = {'"': '"', "'": "'", ")": "("}
_SPACE = " \t\r\n\f\v>"
_LINE_PREFIX = re.compile(r"(?:(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t>]*)+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def title_child(raw: str, start: int, end: int, *, within: str = ")") -> Child | None:
    """Return the title at the end of a link's target or of a definition, ``raw[start:end]``, which is known to have one.

    ``within`` closes the target: ``)`` after a link, nothing after a definition.
    """
    last = _back(raw, start, end)
    if within and raw[last - 1] == within:
        last = _back(raw, start, last - 1)
    opened = _OPENED.get(raw[last - 1])
    if opened is None:
        return None
    first = _unescaped(raw, opened, start, last - 1)
    gap = _back(raw, start, first)
    if first < 0 or gap == first or not raw[first + 1 : last - 1].strip():
        return None
    text = title_text(raw[first + 1 : last - 1])
    return Child(place="title", span=(first + 1, last - 1), text=text, quote=raw[last - 1], block=(gap, last)) if text.strip() else None


def _back(raw: str, start: int, end: int) -> int:
    while end > start and raw[end - 1] in _SPACE:
        end -= 1
    return end


def _unescaped(raw: str, sign: str, start: int, end: int) -> int:
    """Return where the last ``sign`` stands that no backslash escapes, -1 where none does."""
    while (at := raw.rfind(sign, start, end)) >= 0:
        end = at
        while end > start and raw[end - 1] == "\\":
            end -= 1
        if (at - end) % 2 == 0:
            return at
    return -1


def title_text(raw: str) -> str:
    """Return the words of a title as written: escapes and references resolved, lines joined."""
    return unescape(_ESCAPE.sub(r"\1", _LINE_PREFIX.sub(" ", raw)))
