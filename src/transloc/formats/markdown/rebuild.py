"""A Markdown document with other words, passage by passage: what nobody touches is copied, the rest goes through ``passage``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from transloc.formats import place
from transloc.formats.decode import Writer
from transloc.formats.markdown.asked import Asked
from transloc.formats.markdown.passage import Passage
from transloc.formats.markdown.reading import Reader, Reading, names
from transloc.formats.markdown.whole import Whole
from transloc.model import Document, Unit


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
        for section in self._sections():
            text = section.text
            if section.hosts or any(map(self.asked.touches, section.units)):
                passage = Passage(self.asked, section.text, section.base, section.units, section.hosts)
                in_head = section.base < len(self.whole.head)
                text = passage.run(*(self._reading_of_head(section) if in_head else self._reading_of_chapter(section)))
            out.write(text)
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

    def _reading_of_chapter(self, section: Section) -> tuple[Callable[[str], Reading], Callable[[str], list[str]]]:
        newline, definitions = self.whole.newline, self.whole.plan.definitions

        def read(text: str) -> Reading:
            return Reader(newline, definitions, bare=True).chapter(text, section.base)

        return read, lambda text: list(names(text, definitions))

    def _reading_of_head(self, section: Section) -> tuple[Callable[[str], Reading], Callable[[str], list[str]]]:
        keys = {place.of(unit).key.lower() for unit in section.units}

        def read(text: str) -> Reading:
            found = Reader(self.whole.newline).head(text, keys)
            ends = ("end", found.head.end - len(text))
            return replace(found, skeleton=(*found.skeleton, ends))

        return read, lambda text: [name for name, _ in read(text).skeleton]


def _offset_after(unit: Unit) -> int:
    after = place.of(unit).after
    return after.offset if after else unit.span[0]
