"""The walk of expat through one part: what to call for which element, and when it ends.

Elements that the text asks for are looked up where they are expected, children of a paragraph or a run, or anywhere; all others cost
two calls. expat tells where each begins.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from transloc.errors import InputError
from transloc.formats.docx.items import Item
from transloc.formats.docx.xml import MAX_DEPTH, parse, parser, tag_end
from transloc.wording import say

#: Properties are shorter, as a rule.
_SHORT = 4096

#: What may hold what looks like a tag.
_HIDES = re.compile(rb"<[!?]")

Attributes = dict[str, str]
Act = Callable[[Any, str, Attributes], None]


#: What goes on again when an element has ended: ``watch``, ``close``, ``table``, ``ended`` and ``payload`` of a walk.
_Frame = tuple[int, int, Mapping[str, Act], Callable[[Any], None], Any]


class Walk:
    """Walks through ``data``. ``anywhere`` and ``table`` say what to call; subclasses set them when the root element has begun."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.parser = parser()
        self.depth = 0
        self.watch = self.close = -1
        self.table: Mapping[str, Act] = {}
        self.anywhere: Mapping[str, Act] = {}
        self.ended: Callable[[Any], None] = lambda _: None
        self.payload: Any = None
        self.frames: list[_Frame] = []
        self.passing = ""

    def walk(self) -> None:
        """Walk from the first tag to the last; raises InputError for what is not well-formed or nested too deeply."""
        self.parser.StartElementHandler = self._first
        self.parser.EndElementHandler = self._end
        parse(self.parser, self.data)

    def rooted(self, name: str, attributes: Attributes) -> None:
        """Take the root element."""

    def _first(self, name: str, attributes: Attributes) -> None:
        self.rooted(name, attributes)
        self.parser.StartElementHandler = self._start
        self.depth = 1

    def _start(self, name: str, attributes: Attributes) -> None:
        depth = self.depth = self.depth + 1
        if depth == self.watch:
            (self.table.get(name) or self.table[""])(self, name, attributes)
        elif name in self.anywhere:
            self.anywhere[name](self, name, attributes)
        if depth > MAX_DEPTH:
            raise InputError(
                say("its elements are nested more than {max_depth} levels deep", max_depth=MAX_DEPTH), hint=say("Do not open it")
            )

    def _end(self, _: str) -> None:
        while self.depth == self.close:
            ended, payload = self.ended, self.payload
            self.watch, self.close, self.table, self.ended, self.payload = self.frames.pop()
            ended(payload)
        self.depth -= 1

    def push(self, ended: Callable[[Any], None], payload: Any = None, table: Mapping[str, Act] | None = None) -> None:
        """Call ``ended`` when the element that has begun ends; with ``table`` look at its children by it."""
        self.frames.append((self.watch, self.close, self.table, self.ended, self.payload))
        self.close, self.ended, self.payload = self.depth, ended, payload
        if table is not None:
            self.watch, self.table = self.depth + 1, table

    @property
    def here(self) -> int:
        """Where the tag begins that expat is at; where it ends for the end of an element that has but one tag."""
        return self.parser.CurrentByteIndex

    def stop_of(self, start: int) -> int:
        """Return where the element that began at ``start`` and ends now ends."""
        here = self.here
        if self.data.startswith(b"/>", here - 2) and tag_end(self.data, start) == here:
            return here
        return self.data.index(b">", here) + 1

    def block_of(self, name: str, take: Callable[[bytes], None]) -> None:
        """Give all of the element ``name``, which has begun, to ``take``, and look at nothing in it where its end is plain to see."""
        start, closing = self.here, f"</{name}>".encode()
        stop = self.data.find(closing, start, start + _SHORT) + len(closing)
        raw = self.data[start:stop]
        if stop > start and raw.count(closing[2:-1]) == 2 and not _HIDES.search(raw):
            take(raw)
            self.pass_over(name)
        else:
            self.push(lambda _: take(self.data[start : self.stop_of(start)]))

    def pass_over(self, name: str) -> None:
        """Look at nothing in the element ``name``, which has begun and holds none of that name."""
        self.passing = name
        self.parser.StartElementHandler, self.parser.EndElementHandler = None, self._passed

    def _passed(self, name: str) -> None:
        if name == self.passing:
            self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
            self._end(name)

    def until_end(self, item: Item) -> None:
        """Note in ``item``, whose element has begun, where it ends."""
        stop = tag_end(self.data, item.start)
        if self.data.startswith(b"/>", stop - 2):
            item.end = stop
            return

        def ended(_: Any) -> None:
            item.end = self.stop_of(item.start)

        self.push(ended)
