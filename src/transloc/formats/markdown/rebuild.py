"""A Markdown document with other words, passage by passage: what nobody touches is copied, the rest goes through ``passage``."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from transloc.errors import InputError
from transloc.formats import front_matter, place
from transloc.formats.decode import Writer
from transloc.formats.markdown import chapters
from transloc.formats.markdown.asked import Asked
from transloc.formats.markdown.definitions import Definitions
from transloc.formats.markdown.passage import Passage, Sight
from transloc.formats.markdown.proof import Proof
from transloc.formats.markdown.reading import Reader, Reading, names
from transloc.formats.markdown.whole import Whole
from transloc.model import Document, Unit
from transloc.wording import say

#: After all of any document.
_END = sys.maxsize


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
            out.write(self._written(section))
        return out.bytes()

    def _sections(self) -> Iterator[Section]:
        units = sorted(self.document.units, key=lambda unit: unit.span[0])
        hosts = sorted((unit for unit in units if unit.id in self.asked.added), key=_offset_after)
        return _parted(self.whole.texts(), len(self.whole.plan.starts), units, hosts)

    def _written(self, section: Section) -> str:
        if not self._touches(section):
            return section.text
        try:
            if section.base < len(self.whole.head):
                text = self._head(section)
                front_matter.cut(iter((text,)))
            else:
                text = self._chapter(section, self.whole.plan.definitions, lambda: self._in_parts(section))
                chapters.check(text, self.document)
        except InputError as error:
            first = next(filter(self.asked.touches, [*section.units, *section.hosts]))
            raise self.asked.refusal(first, say("with the new texts {why}", why=error.message)) from error
        return text

    def _in_parts(self, section: Section) -> str | None:
        """Return the new text of a chapter written part by part, so that a unit that needs care has little read anew; None of one part."""
        plan = chapters.parts(section.text, section.base, self.whole.plan.definitions)
        if len(plan.starts) == 1:
            return None
        texts = [(start, section.text[start - section.base : end - section.base]) for start, end in pairwise([*plan.starts, _END])]
        sections = _parted(texts, len(texts) - 1, section.units, section.hosts)
        return "".join(self._chapter(part, plan.definitions, lambda: None) if self._touches(part) else part.text for part in sections)

    def _touches(self, section: Section) -> bool:
        return bool(section.hosts) or any(map(self.asked.touches, section.units))

    def _passage(self, section: Section) -> Passage:
        return Passage(self.asked, section.text, section.base, section.units, section.hosts)

    def _chapter(self, section: Section, definitions: Definitions, otherwise: Callable[[], str | None]) -> str:
        def read(text: str) -> Reading:
            return Reader(self.whole.newline, definitions, bare=True).chapter(text, section.base)

        passage = self._passage(section)
        proof = Proof(section.text, passage.slots, definitions)
        return passage.run(Sight(lambda done: proof.holds(done.text), read, lambda text: names(text, definitions)), otherwise)

    def _head(self, section: Section) -> str:
        keys = {place.of(unit).key.lower() for unit in section.units}

        def read(text: str) -> Reading:
            found = Reader(self.whole.newline).head(text, keys)
            ends = ("end", found.head.end - len(text))
            return replace(found, skeleton=(*found.skeleton, ends))

        passage = self._passage(section)
        return passage.run(Sight(passage.are_certain, read, lambda text: [name for name, _ in read(text).skeleton]))


def _parted(texts: Iterable[tuple[int, str]], last: int, units: Sequence[Unit], hosts: Sequence[Unit]) -> Iterator[Section]:
    """Yield each of ``texts``, which are known by where they begin, with what stands in it; all that is left belongs to the ``last``."""
    at = after = 0
    for count, (base, text) in enumerate(texts):
        end = base + len(text) if count < last else _END
        begin, first = at, after
        while at < len(units) and units[at].span[0] < end:
            at += 1
        while after < len(hosts) and _offset_after(hosts[after]) < end:
            after += 1
        yield Section(text, base, units[begin:at], hosts[first:after])


def _offset_after(unit: Unit) -> int:
    after = place.of(unit).after
    return after.offset if after else unit.span[0]
