"""A Markdown document with other words, passage by passage: what nobody touches is copied, the rest goes through ``passage``."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from transloc.errors import Refused
from transloc.formats import place
from transloc.formats.decode import Writer
from transloc.formats.markdown.asked import Asked
from transloc.formats.markdown.definitions import Definitions, normal
from transloc.formats.markdown.passage import Passage
from transloc.formats.markdown.reading import Reader, Reading, names
from transloc.formats.markdown.whole import Whole
from transloc.model import Document, Unit

_NOTE = re.compile(r"\[\^([^\[\]\r\n]{1,200})\](:?)")


class Section(NamedTuple):
    """A part of the document as it is: its units, and the units after which texts are added in it."""

    text: str
    base: int
    units: Sequence[Unit]
    hosts: Sequence[Unit]


class Rebuild:
    """One rebuild of ``document``; see Format."""

    def __init__(
        self, document: Document, targets: Mapping[str, str], omitted: AbstractSet[str], added: Mapping[str, Sequence[str]]
    ) -> None:
        self.document = document
        self.asked = Asked(document, targets, omitted, added)

    def run(self) -> bytes:
        """Return the new bytes; raises Refused, naming the unit, where none of the ways to write it reads back."""
        if not any(map(self.asked.touches, self.document.units)):
            return self.document.data
        self.whole = Whole(self.document.data, self.document.encoding)
        out = Writer(self.document.encoding)
        notes = _Notes(self.whole.plan.definitions)
        for section in self._sections():
            text = section.text
            if section.hosts or any(map(self.asked.touches, section.units)):
                passage = Passage(self.asked, section.text, section.base, section.units, section.hosts)
                text = passage.run(*(self._reading_of_head(section) if section.base < len(self.whole.head) else (self._read, self._names)))
            notes.see(text)
            out.write(text)
        notes.check()
        return out.bytes()

    def _sections(self) -> Iterator[Section]:
        units = sorted(self.document.units, key=lambda unit: unit.span[0])
        hosts = sorted(((_offset_after(unit), at) for at, unit in enumerate(units) if unit.id in self.asked.added), reverse=True)
        at = 0
        for count, (base, text) in enumerate(self.whole.texts()):
            end = base + len(text) if count < len(self.whole.plan.starts) else len(self.document.data) + 1
            begin, here = at, list[Unit]()
            while at < len(units) and units[at].span[0] < end:
                at += 1
            while hosts and hosts[-1][0] < end:
                here.append(units[hosts.pop()[1]])
            yield Section(text, base, units[begin:at], here)

    # --- how passages are read

    def _read(self, text: str) -> Reading:
        return Reader(self.whole.newline, self.whole.plan.definitions, bare=True).chapter(text)

    def _names(self, text: str) -> list[str]:
        return list(names(text, self.whole.plan.definitions))

    def _reading_of_head(self, section: Section) -> tuple[Callable[[str], Reading], Callable[[str], list[str]]]:
        keys = {place.of(unit).key.lower() for unit in section.units}

        def read(text: str) -> Reading:
            found = Reader(self.whole.newline).head(text, keys)
            ends = ("end", found.head.end - len(text))
            return replace(found, skeleton=(*found.skeleton, ends))

        return read, lambda text: [name for name, _ in read(text).skeleton]


class _Notes:
    """Sees to it that no footnote goes whose mark stays in another chapter."""

    def __init__(self, definitions: Definitions) -> None:
        self._known = definitions.notes
        self._named: set[str] = set()
        self._defined: set[str] = set()

    def see(self, text: str) -> None:
        """Take the next passage of the new document."""
        if self._known and "[^" in text:
            for found in _NOTE.finditer(text):
                (self._defined if found[2] else self._named).add(normal(found[1]))

    def check(self) -> None:
        """Raise Refused where a mark is left without its footnote."""
        if lost := sorted((self._named & self._known.keys()) - self._defined):
            raise Refused(f"the footnote “{self._known[lost[0]]}” is left out and named elsewhere", hint="Leave out what names it too")


def _offset_after(unit: Unit) -> int:
    after = place.of(unit).after
    return after.offset if after else unit.span[0]
