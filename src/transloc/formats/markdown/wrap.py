"""Paragraphs that their authors broke into lines of a width stay so when their words change."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_NEWLINE = re.compile(r"\r\n|\r|\n")
_PREFIX = re.compile(r"[ \t>]*")
#: Characters of two columns (Unicode UAX #11: wide and fullwidth), as far as they stand in running text.
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_WORD = re.compile(r"\S+")
#: Columns of the longest line of a paragraph that was broken by width.
_NARROWEST, _WIDEST = 45, 120
#: The share of lines that the first word of the next would not have fitted on.
_FULL = 0.75
#: What may begin a line within a paragraph: no list, quotation, heading, table, fence, HTML or definition does.
_SAFE = re.compile(r"[^\W\d_]|[«»“”„‘’…–—(\"']|\d+(?![\d.)])|\*{1,2}[^\s*]|_{1,2}[^\s_]|`[^`]|\[(?![^\]]{1,200}\]:)[^\]^]")


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a paragraph was broken: the columns of a line, those taken on the first one, and what begins each other line."""

    width: int
    first: int
    prefix: str
    newline: str


def of(raw: str, before: str) -> Wrap | None:
    """Return how the paragraph ``raw`` was broken, which stands after ``before`` on its line; None where it was not by width."""
    ends = [found.span() for found in _NEWLINE.finditer(raw)]
    if not ends:
        return None
    lines = _NEWLINE.split(before + raw)
    width = max(map(columns, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = [_is_full(line, following, width) for line, following in pairwise(lines) if not line.endswith(("  ", "\\"))]
    if not full or sum(full) < _FULL * len(full):
        return None
    prefix = _PREFIX.match(lines[1])
    return Wrap(width, columns(before), prefix[0] if prefix else "", raw[slice(*ends[0])])


def _is_full(line: str, following: str, width: int) -> bool:
    word = _WORD.search(following.lstrip(" \t>"))
    return bool(word) and columns(line) + 1 + columns(word[0] if word else "") > width


def columns(text: str) -> int:
    """Return how many columns of a screen ``text`` takes."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def wrapped(text: str, spaces: Sequence[int], wrap: Wrap) -> tuple[str, list[int]]:
    """Return ``text`` in lines, and at which of its ``spaces`` (offsets at which a line may end) it was broken.

    A text of a script that puts no spaces between words stays one line.
    """
    if columns(text) > len(text) * 1.1:
        return text, []
    margin = columns(wrap.prefix)
    broken: list[int] = []
    start, taken, last = 0, wrap.first, -1
    forced = text.find("\n")
    for at in [*spaces, len(text)]:
        while -1 < forced < at:  # a hard break: its line ends where it says
            start, taken, last = forced + 1, 0, -1
            forced = text.find("\n", start)
        if last >= start and taken + at - start > wrap.width:
            broken.append(last)
            start, taken = last + 1, margin
        if _SAFE.match(text, at + 1):
            last = at
    parts = [text[begin:end] for begin, end in zip([0, *(at + 1 for at in broken)], [*broken, len(text)], strict=True)]
    return (wrap.newline + wrap.prefix).join(parts), broken


def moved(offset: int, broken: Sequence[int], wrap: Wrap) -> int:
    """Return where ``offset`` of a text stands after it was ``wrapped`` and broken at ``broken``."""
    return offset + bisect_left(broken, offset) * (len(wrap.newline) + len(wrap.prefix) - 1)
