"""Proof from the parser's own events that a chapter with other words reads as meant, without building its units anew.

What ``reading`` makes of a chapter follows from the events of pulldown-cmark, from its shortcodes and from its words. Where all of
them are what they were but for the words of changed units, and these are the ones that were asked for, a reading finds the same
units with those words. The rest has to be read back: codes in another order, words around formulas and the like.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from transloc.formats.html.vocabulary import OPAQUE
from transloc.formats.kinds import credit, wording
from transloc.formats.markdown.definitions import Definitions
from transloc.formats.markdown.events import Masked, Reference, mask
from transloc.formats.markdown.items import Formula, Hidden, Item, Link, Row, Tag
from transloc.formats.markdown.slots import SPACE, Slots
from transloc.formats.units import MAX_CHARACTERS

#: Contexts whose words are items of their own; those of the others stand in markup.
_IN_TEXT = frozenset({"line", "heading", "cell", "alt", "html"})
_IN_MARKUP = frozenset({"title", "attribute", "shortcode"})
_SHORT = frozenset({"Autolink", "Email"})


class Proof:
    """Tells of new texts of a chapter whether they say what is asked of its changed ``units`` and nothing else."""

    def __init__(self, text: str, units: Callable[[], Iterable[Slots]], definitions: Definitions) -> None:
        self._text = text
        self._units = units
        self._definitions = definitions

    def holds(self, text: str) -> bool:
        """Tell whether ``text`` is proven to read as meant; what is not may do so all the same."""
        if self._wanted is None or len(text) > MAX_CHARACTERS:
            return False
        masked = mask(text)
        if masked.filler != self._masked.filler:
            return False
        return Row(text, masked, self._definitions).items == self._wanted

    @cached_property
    def _masked(self) -> Masked:
        return mask(self._text)

    @cached_property
    def _wanted(self) -> list[Item] | None:
        units = sorted(self._units(), key=lambda unit: (unit.start, -unit.end))
        if not all(unit.context in _IN_TEXT | _IN_MARKUP and unit.is_even() for unit in units):
            return None
        return _Expected(self._masked, units).of(Row(self._text, self._masked, self._definitions))


class _Expected:
    """Finds the items that a chapter must come to; its ``units`` are in document order, those within others after them."""

    def __init__(self, masked: Masked, units: list[Slots]) -> None:
        self._units = units
        self._starts = _in_bytes(masked.text, [unit.start for unit in units])
        self._ends = _in_bytes(masked.text, [unit.end for unit in units])
        self._inside = [at for at, unit in enumerate(units) if unit.context in _IN_MARKUP]
        self._next = 0
        self._open: list[int] = []
        self._told: set[int] = set()
        self._images = 0
        self._picture = False  # whether one stands before
        self._captions: set[int] = set()  # units that may be some
        self._kept = ""  # what ends the element whose words stay
        self._depth = 0

    def of(self, old: Row) -> list[Item] | None:
        """Return them, None where ``old`` does not tell whether what is asked for is done."""
        wanted: list[Item] = []
        for item, start, end in zip(old.items, old.starts, old.ends, strict=True):
            if isinstance(item, str):
                new: Item | None = self._words(item, start)
            elif isinstance(item, dict):
                new = self._event(item) if self._images or self._kept else item
            else:
                new = self._markup(item, start, end)
            if new is None:
                return None
            wanted.append(new)
        return wanted if all(map(self._is_done, range(len(self._units)))) else None

    def _is_done(self, at: int) -> bool:
        unit = self._units[at]
        if at not in self._told and not (unit.context in _IN_TEXT and unit.is_told()):
            return False
        may_be_caption = at in self._captions or unit.context == "html" or ("©" in unit.new and wording.caption(unit.new))
        return not (may_be_caption and credit.bare(unit.new))  # alone, it is no text for a translator

    def _words(self, words: str, start: int) -> str | None:
        at = -1 if self._kept else self._holder(start + len(words) - len(words.lstrip(SPACE)))
        if at < 0 or (self._images and self._units[at].context != "alt"):
            return words
        if self._picture and not self._images:
            self._captions.add(at)
            self._picture = False
        return self._units[at].next(words)

    def _holder(self, byte: int) -> int:
        """Return the innermost unit that ``byte`` lies in, -1 for none; to be asked in order."""
        while self._next < len(self._starts) and self._starts[self._next] <= byte:
            self._open.append(self._next)
            self._next += 1
        while self._open and self._ends[self._open[-1]] <= byte:
            self._open.pop()
        return self._open[-1] if self._open else -1

    def _event(self, event: dict[str, Any]) -> Item:
        ended = event.get("End")
        self._images -= ended == "Image"
        self._kept = "" if ended == self._kept else self._kept
        return event

    def _markup(self, item: Item, start: int, end: int) -> Item | None:
        """Return an item that is no words with the new words in it."""
        if isinstance(item, Tag):
            return self._tag(item, start, end)
        if isinstance(item, Link):
            return self._link(item, start, end)
        if isinstance(item, Reference):
            return self._definition(item, start, end)
        if isinstance(item, Hidden):
            return item._replace(words=self._values(item.words, start, end)) if item.words else item
        return None if isinstance(item, Formula) and self._holder(start) >= 0 else item

    def _link(self, link: Link, start: int, end: int) -> Link:
        self._kept = "Link" if link.how in _SHORT else self._kept
        self._images += link.tag == "Image"
        self._picture = self._picture or link.tag == "Image"
        for at in reversed(self._within(start, end) if link.title else ()):  # those of pictures in a link stand before its own
            if self._units[at].old == link.title:
                self._told.add(at)
                return link._replace(title=self._units[at].new)
        return link

    def _definition(self, item: Reference, start: int, end: int) -> Reference:
        first, last = (bisect_left(self._inside, offset, key=lambda at: self._units[at].start) for offset in (start, end))
        for at in self._inside[first:last]:
            if self._units[at].old == item.title:
                self._told.add(at)
                return item._replace(title=self._units[at].new)
        return item

    def _tag(self, tag: Tag, start: int, end: int) -> Tag:
        self._picture = self._picture or tag.name == "img"
        if tag.name == self._kept:
            self._depth += (tag.form == "open") - (tag.form == "close")
            self._kept = self._kept if self._depth else ""
        elif not self._kept and tag.form == "open" and tag.name in OPAQUE:
            self._kept, self._depth = tag.name, 1
        return tag._replace(words=self._values(tag.words, start, end)) if tag.words else tag

    def _values(self, words: Iterable[str], start: int, end: int) -> tuple[str, ...]:
        held = list(words)
        for at in self._within(start, end):
            if self._units[at].old in held:
                held[held.index(self._units[at].old)] = self._units[at].new
                self._told.add(at)
        return tuple(held)

    def _within(self, start: int, end: int) -> list[int]:
        """Return the units in markup that stand between two bytes and were not told yet."""
        first, last = (bisect_left(self._inside, byte, key=self._starts.__getitem__) for byte in (start, end))
        return [at for at in self._inside[first:last] if at not in self._told]


def _in_bytes(text: str, offsets: list[int]) -> list[int]:
    """Return ``offsets`` in the UTF-8 of ``text``."""
    if text.isascii():
        return offsets
    known: dict[int, int] = {}
    at = byte = 0
    for offset in sorted(set(offsets)):
        byte += len(text[at:offset].encode())
        known[offset] = byte
        at = offset
    return [known[offset] for offset in offsets]
