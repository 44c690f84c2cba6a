"""Plain text: blank lines separate paragraphs, and all white space is kept."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from transloc import markup
from transloc.errors import Refused
from transloc.formats.decode import decode, encode, text_of
from transloc.formats.format import Options
from transloc.formats.localisation import Localisation
from transloc.formats.units import Namer, checked, is_text
from transloc.model import Document, Kind, Span, Unit

_BREAK = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"(?>\r\n|\r|\n)(?:[^\S\r\n]*(?>\r\n|\r|\n))+")


class PlainText:
    """Articles in ``.txt`` files. A unit is a paragraph whose lines stay lines, with a line feed between them in the unit's text."""

    name = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def parse(self, data: bytes, path: Path | str | None = None, options: Options = Options()) -> Document:
        """See Format."""
        text, encoding = decode(data, path)
        return Document(format=self.name, data=data, encoding=encoding, units=checked(_units(text), text, path))

    def rebuild(
        self,
        document: Document,
        targets: Mapping[str, str],
        *,
        omitted: AbstractSet[str] = frozenset(),
        added: Mapping[str, Sequence[str]] | None = None,
    ) -> bytes:
        """See Format. Plain text has no references, so a file whose charset lacks a character is written in UTF-8."""
        text = text_of(document.data, document.encoding)
        newline = found[0] if (found := _BREAK.search(text)) else "\n"
        written, at = "", 0
        for unit in document.units:
            texts = [] if unit.id in omitted else [_target(unit, targets)]
            texts += [_words(unit, extra) for extra in (added or {}).get(unit.id, ())]
            start, end = unit.span
            if texts and texts[0] == unit.source:
                texts[0] = text[start:end]
                lines = (newline * 2).join([texts[0], *(_lines(extra, newline) for extra in texts[1:])])
            else:
                lines = (newline * 2).join(_lines(extra, newline) for extra in texts)
            written += text[at:start] + lines
            at = end if texts or unit.block is None else unit.block[1]
        written += text[at:]
        try:
            return encode(written, document.encoding)
        except UnicodeEncodeError:
            return written.encode()

    def localise(self, data: bytes, wishes: Localisation, encoding: str = "") -> bytes:
        """See Format. Plain text has no place for any of it."""
        return data


def _units(text: str) -> Iterator[Unit]:
    namer = Namer()
    for start, end, after in _paragraphs(text):
        words = _BREAK.sub("\n", text[start:end])
        if is_text(words):
            source = markup.escape(words)
            yield Unit(id=namer.name(source), kind=Kind.PARAGRAPH, source=source, span=(start, end), block=(start, after))


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


def _target(unit: Unit, targets: Mapping[str, str]) -> str:
    target = targets.get(unit.id, unit.source)
    return target if target == unit.source else _words(unit, target)


def _words(unit: Unit, target: str) -> str:
    if markup.codes(target):
        raise Refused(f"unit {unit.id}: plain text has no inline codes", hint="Remove them from the target")
    if "\0" in target:
        raise Refused(f"unit {unit.id}: the target holds a NUL character", hint="Remove it")
    return markup.strip(target).words


def _lines(words: str, newline: str) -> str:
    """Write ``words`` as the lines of one paragraph; a blank line in them would make two."""
    return newline.join(line for line in _BREAK.split(words.strip()) if line.strip())
