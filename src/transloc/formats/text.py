"""Plain text: blank lines separate paragraphs, and all white space is kept."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from pathlib import Path

from transloc import markup
from transloc.errors import InputError, Refused, located
from transloc.formats import kinds
from transloc.formats.decode import Writer, decode, line_at, stretches
from transloc.formats.format import Options
from transloc.formats.localisation import Localisation
from transloc.formats.splice import Edit, splice
from transloc.formats.units import ENDLESS, MAX_CHARACTERS, Namer, checked, is_text
from transloc.model import Document, Kind, Span, Stated, Unit
from transloc.wording import say

_BREAK = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"(?>\r\n|\r|\n)(?:[^\S\r\n]*+(?>\r\n|\r|\n))++")  # possessive: a million line ends would cost 100 MB
_WORD = re.compile(r"\S")
#: A longer line is no headline; above one no more lines stand than a section, a date and a byline.
_LONGEST_HEADLINE, _MOST_ABOVE = 150, 3
_ABOVE = frozenset({Kind.BYLINE, Kind.DATE, Kind.CATEGORY, Kind.GENRE, Kind.LABEL})
#: How an item of a list or a line of speech begins.
_ITEM = re.compile(r"(?:[-–—*•·+>#]|\d{1,3}[.)])\s")
#: Characters of a text that are held at once.
_SIZE = 250_000


class PlainText:
    """Articles in ``.txt`` files. A unit is a paragraph whose lines stay lines, with a line feed between them in the unit's text."""

    name = "text"

    def parse(self, data: bytes, path: Path | str | None = None, options: Options = Options()) -> Document:
        """See Format."""
        _, encoding = decode(data, path)
        with located(path):
            units = checked(_units(data, encoding), partial(line_at, data, encoding), path, len(data))
        units = kinds.settled(_headed(units))
        headline = next((markup.words(unit.source) for unit in units if unit.kind is Kind.HEADLINE), "")
        metadata = {"title": Stated(headline, "headline")} if headline else {}
        return Document(format=self.name, data=data, encoding=encoding, units=units, metadata=metadata)

    def rebuild(
        self,
        document: Document,
        targets: Mapping[str, str],
        *,
        omitted: AbstractSet[str] = frozenset(),
        added: Mapping[str, Sequence[str]] | None = None,
    ) -> bytes:
        """See Format. Plain text has no references, so a file whose charset lacks a character is written in UTF-8."""
        asked = _Asked(document, targets, omitted, added or {})
        try:
            return asked.written(document.encoding)
        except UnicodeEncodeError:
            return asked.written("utf-8")

    def localise(self, data: bytes, wishes: Localisation, encoding: str = "") -> bytes:
        """See Format. Plain text has no place for any of it."""
        return data


class _Asked:
    """What is asked of a rebuild."""

    def __init__(
        self, document: Document, targets: Mapping[str, str], omitted: AbstractSet[str], added: Mapping[str, Sequence[str]]
    ) -> None:
        self.document = document
        self.targets = targets
        self.omitted = omitted
        self.added = added
        self.newline = _newline(document)

    def written(self, encoding: str) -> bytes:
        """Return the new document; raises UnicodeEncodeError where ``encoding`` has no place for its words."""
        out = Writer(encoding)
        units = self.document.units
        at = 0
        for base, text in _sections(self.document.data, self.document.encoding):
            begin = at
            while at < len(units) and units[at].span[0] < base + len(text):
                at += 1
            out.write(splice(text, (edit for unit in units[begin:at] for edit in self._edits(unit, base))).text)
        return out.bytes()

    def _edits(self, unit: Unit, base: int) -> Iterator[Edit]:
        start, end = unit.span[0] - base, unit.span[1] - base
        texts = [self._lines(unit, text) for text in self.added.get(unit.id, ())]
        if unit.id in self.omitted:
            stop = end if texts or unit.block is None else unit.block[1] - base
            yield Edit((start, stop), (self.newline * 2).join(texts))
            return
        target = self.targets.get(unit.id, unit.source)
        if target != unit.source:
            yield Edit((start, end), self._lines(unit, target))
        if texts:
            yield Edit((end, end), "".join(self.newline * 2 + text for text in texts))

    def _lines(self, unit: Unit, target: str) -> str:
        """Write ``target`` as the lines of one paragraph; a blank line in it would make two."""
        if markup.codes(target):
            raise Refused(say("unit {unit}: plain text has no inline codes", unit=unit.id), hint=say("Remove them from the target"))
        if "\0" in target:
            raise Refused(say("unit {unit}: the target holds a NUL character", unit=unit.id), hint=say("Remove it"))
        return self.newline.join(line for line in _BREAK.split(markup.words(target).strip()) if line.strip())


def _newline(document: Document) -> str:
    held = ""
    for more in stretches(document.data, document.encoding):
        held += more
        found = _BREAK.search(held)
        if found and found.end() < len(held):
            return found[0]
        held = held if found else ""
    return found[0] if (found := _BREAK.search(held)) else "\n"


def _sections(data: bytes, encoding: str) -> Iterator[tuple[int, str]]:
    """Yield the offsets and the texts of stretches that end where a paragraph begins."""
    base, held, size = 0, "", _SIZE
    for more in stretches(data, encoding):
        held += more
        if len(held) < size:
            continue
        last = max((found.end() for found in _BLANK.finditer(held) if _WORD.search(held, found.end())), default=0)
        if last:
            yield base, held[:last]
            base, held, size = base + last, held[last:], _SIZE
        elif len(held.strip()) > MAX_CHARACTERS:
            raise InputError(ENDLESS[0], line=line_at(data, encoding, base), hint=ENDLESS[1])
        else:
            size *= 2  # white space
    yield base, held


def _units(data: bytes, encoding: str) -> Iterator[Unit]:
    namer = Namer()
    for base, text in _sections(data, encoding):
        for start, end, after in _paragraphs(text):
            words = _BREAK.sub("\n", text[start:end])
            if is_text(words):
                source, begin = markup.escape(words), base + start
                yield Unit(id=namer.name(source), kind=_kind(words), source=source, span=(begin, base + end), block=(begin, base + after))


def _kind(words: str) -> Kind:
    """Return the kind of a paragraph; one of several lines is never what one line may be, and no code could keep a caption's credit."""
    kind = kinds.of_block(_PLACE, words) if "\n" not in words else Kind.PARAGRAPH
    return Kind.PARAGRAPH if kind is Kind.CAPTION else kind


_PLACE = kinds.Place(block="paragraph")


def _headed(units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield ``units``, of which the first is the headline where it is a line that stands alone and ends like no sentence.

    A section, a date or a byline may stand above it; below it there must be a text that it is the headline of.
    """
    headline = next((at for at, unit in enumerate(units[: _MOST_ABOVE + 1]) if unit.kind not in _ABOVE), len(units))
    for at, unit in enumerate(units):
        yield replace(unit, kind=Kind.HEADLINE) if at == headline and at + 1 < len(units) and _heads(unit.source) else unit


def _heads(line: str) -> bool:
    return "\n" not in line and len(line) <= _LONGEST_HEADLINE and line[-1] not in ".,:;…" and not _ITEM.match(line)


def _paragraphs(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield start and end of each paragraph, white space around it left out, and the start of the next."""
    at = 0
    bounds: list[Span] = [found.span() for found in _BLANK.finditer(text)]
    for stop, following in [*bounds, (len(text), len(text))]:
        piece = text[at:stop]
        if piece.strip():
            start = at + len(piece) - len(piece.lstrip())
            yield start, at + len(piece.rstrip()), following
        at = following
