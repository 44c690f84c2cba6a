"""A text with some of its spans replaced, and where everything came to stand: the mechanics that all formats share.

Edits may nest only in one way: a removal swallows what lies in it. Texts inside the markup of a code (an ``alt`` in a
paragraph) are put into the code first, from inside out (``filled``). All of it takes O(n log n) of the number of edits.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from transloc.model import Code, Span

#: What a text says, in whatever terms a format compares texts by.
Says = tuple[str, ...]


class Held(NamedTuple):
    """A text within another: from where to where, what it says, and the number of who answers for it (-1: nobody changed it)."""

    start: int
    end: int
    says: Says
    owner: int = -1

    def moved(self, by: int) -> "Held":
        """Return it ``by`` characters further on."""
        return Held(self.start + by, self.end + by, self.says, self.owner)


class Edit(NamedTuple):
    """What replaces ``span``; ``block`` where whole blocks go; ``holds`` are texts within ``text``."""

    span: Span
    text: str
    block: bool = False
    holds: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new ``text``, and the texts that the edits hold, where they stand in it."""

    text: str
    holds: list[Held]
    _starts: list[int]
    _ends: list[int]
    _shifts: list[int]

    def start(self, offset: int) -> int:
        """Return where a text now begins that began at ``offset``: after what was inserted there."""
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and self._starts[at] == offset != self._ends[at]:
            at -= 1  # it begins what was replaced
        return offset + (self._shifts[at] if at >= 0 else 0)

    def end(self, offset: int) -> int:
        """Return where a text now ends that ended at ``offset``: before what was inserted there."""
        at = bisect_left(self._starts, offset) - 1
        return offset + (self._shifts[at] if at >= 0 else 0)


def splice(text: str, edits: Iterable[Edit], start_of: Callable[[Edit, int], int] | None = None) -> Spliced:
    """Return ``text`` with ``edits`` made, in whatever order they come.

    ``start_of(edit, floor)`` may let an edit begin earlier, not before ``floor``: a block that goes takes blank lines along.
    """
    parts: list[str] = []
    holds: list[Held] = []
    starts: list[int] = []
    ends: list[int] = []
    shifts: list[int] = []
    at = length = 0
    for edit in ordered(edits):
        start, end = edit.span
        begin = start_of(edit, at) if start_of else start
        parts += (text[at:begin], edit.text)
        length += begin - at
        holds += [held.moved(length) for held in edit.holds]
        length += len(edit.text)
        starts.append(start)
        ends.append(end)
        shifts.append(length - end)
        at = end
    parts.append(text[at:])
    return Spliced("".join(parts), holds, starts, ends, shifts)


def ordered(edits: Iterable[Edit]) -> list[Edit]:
    """Order edits, join removals that touch, and drop what lies in a removal; insertions stand after what ends where they do."""
    held: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.span[0], e.span[0] == e.span[1], -e.span[1])):
        last = held[-1] if held else None
        if last and edit.span[0] < last.span[1]:
            if not edit.text:
                held[-1] = last._replace(span=(last.span[0], max(last.span[1], edit.span[1])))
            elif edit.span[0] == edit.span[1]:
                held.append(edit._replace(span=(last.span[1], last.span[1])))
        elif last and not last.text and not edit.text and edit.span[0] == last.span[1]:
            held[-1] = last._replace(span=(last.span[0], edit.span[1]))
        else:
            held.append(edit)
    return held


class Inner(NamedTuple):
    """A text inside the markup of a code: on which side, from where, how many characters it takes the place of."""

    number: int
    side: str
    offset: int
    width: int
    text: str
    holds: tuple[Held, ...] = ()


class Inside(NamedTuple):
    """A text that came to stand within one side of a code."""

    number: int
    side: str
    held: Held


def filled(codes: Iterable[Code], inner: Sequence[Inner]) -> tuple[dict[int, Code], list[Inside]]:
    """Return ``codes`` by number with the texts of ``inner`` in their markup, and where those came to stand in it."""
    found = {code.number: code for code in codes}
    sides: dict[tuple[int, str], list[Edit]] = {}
    for one in inner:
        edit = Edit((one.offset, one.offset + one.width), one.text, holds=one.holds)
        sides.setdefault((one.number, one.side), []).append(edit)
    placed: list[Inside] = []
    for (number, side), edits in sides.items():
        code = found[number]
        done = splice(code.open if side == "open" else code.close or "", edits)
        found[number] = replace(code, open=done.text) if side == "open" else replace(code, close=done.text)
        placed += [Inside(number, side, held) for held in done.holds]
    return found, placed


class Gone:
    """Tells whether all of the units that begin in a span are left out; ``starts`` are in order."""

    def __init__(self, starts: Sequence[int], omitted: Iterable[bool]) -> None:
        self._starts = starts
        self._counts = [0]
        for one in omitted:
            self._counts.append(self._counts[-1] + one)

    def all_in(self, span: Span) -> bool:
        """Tell whether at least one unit begins in ``span``, and each that does is left out."""
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        return last > first and self._counts[last] - self._counts[first] == last - first
