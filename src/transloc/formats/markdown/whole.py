"""A whole Markdown file, read front matter first and then chapter by chapter."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from transloc.errors import InputError
from transloc.formats import front_matter, kinds
from transloc.formats.decode import line_at, stretches
from transloc.formats.front_matter import MOST_CHARACTERS
from transloc.formats.markdown import chapters
from transloc.formats.markdown.inline import Found
from transloc.formats.markdown.reading import Reader
from transloc.formats.units import checked, most_units
from transloc.model import Embed, Unit
from transloc.wording import say

_NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds for the desk."""

    units: tuple[Unit, ...]
    embeds: tuple[Embed, ...]
    metadata: dict[str, str]


class Whole:
    """A file, which is never held as one text. Raises InputError, with the line, for what cannot be read."""

    def __init__(self, data: bytes, encoding: str) -> None:
        self.data = data
        self.encoding = encoding
        self.head = front_matter.cut(stretches(data, encoding))
        begin = next(stretches(data, encoding, MOST_CHARACTERS * 4 + 8), "")  # as many bytes hold all of a front matter and more
        self.newline = found[0] if (found := _NEWLINE.search(begin)) else "\n"
        self.following = begin[len(self.head) :][:2]
        try:
            self.plan = chapters.plan(data, encoding, len(self.head))
        except InputError as error:
            error.line = (error.line or 1) + self._line(len(self.head)) - 1
            raise

    def texts(self) -> Iterator[tuple[int, str]]:
        """Yield front matter and chapters with the offsets where they begin."""
        return chapters.texts(self.data, self.encoding, self.plan.starts)

    def read(self, keys: Collection[str]) -> Content:
        """Return the content; ``keys`` (lower case) are the fields of front matter that are units."""
        metadata: dict[str, str] = {}
        embeds: list[Embed] = []
        units = checked(self._units(keys, metadata, embeds), self._line, None, len(self.data))
        return Content(kinds.settled(units), tuple(embeds), metadata)

    def _units(self, keys: Collection[str], metadata: dict[str, str], embeds: list[Embed]) -> Iterator[Unit]:
        reader = Reader(self.newline, self.plan.definitions)
        sections = self.texts()
        _, head = next(sections)
        found = reader.head(head, keys, self.following)
        metadata.update(found.head.metadata)
        yield from found.collector.units()
        line = 1 + _lines(head)
        for start, text in sections:
            try:
                found = reader.chapter(text, start)
            except InputError as error:
                error.line = line + (error.line or 1) - 1
                raise
            yield from found.collector.units()
            embeds += _numbered(found.embeds, text, line)
            if len(embeds) > most_units(len(self.data)):
                raise InputError(say("the document embeds more than can be held"), line=line, hint=say("Cut it in parts"))
            line += _lines(text)

    def _line(self, offset: int) -> int:
        return line_at(self.data, self.encoding, offset)


def _lines(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _numbered(found: Iterable[Found], text: str, line: int) -> Iterator[Embed]:
    """Yield embeds with their lines; ``text`` begins at ``line``."""
    at = 0
    for start, kind, address in found:
        line += _lines(text[at:start])
        at = start
        yield Embed(kind, address, line)
