"""A glossary as lint looks at it: its phrases with their places, and what a fault of it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from transloc.glossary.entry import Concept, Status, Usage
from transloc.glossary.lint.words import Words
from transloc.glossary.sheet import Row, guarded, plain
from transloc.glossary.table import SETTINGS, USAGES, Record, Table
from transloc.model import Severity

#: Longer texts are cut where a message quotes them.
_QUOTED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a glossary: its ``code`` is a section of docs/reference/glossary.md.

    ``line`` and ``column`` count from 1; a column counts the characters (code points) of the line as it stands in the file, quotes and
    delimiters among them, the byte order mark not. ``message`` tells the way out too. ``fix`` is what the cell should hold, where that is
    certain.
    """

    code: str
    severity: Severity
    message: str
    line: int
    column: int
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A variant, form or forbidden wording as a cell has it: ``at`` is where it begins in the value of cell ``cell``, in code points."""

    text: str
    locale: str
    usage: Usage
    record: Record
    cell: int
    at: int

    @property
    def concept(self) -> Concept:
        """The concept of the row."""
        return self.record.concept


@dataclass(frozen=True)
class Listing:
    """A table under scrutiny. ``source`` is the column that articles are written in, ``targets`` those that they are translated to.

    Rows that do not fit the header are told once, and left out of everything else.
    """

    table: Table
    source: str
    targets: tuple[str, ...]
    words: Words

    @cached_property
    def ragged(self) -> frozenset[int]:
        """The lines of rows that do not fit the header."""
        return frozenset(flaw.row.line for flaw in self.table.flaws if flaw.code == "ragged-row")

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The rows that fit the header."""
        return tuple(record for record in self.table.records if record.row.line not in self.ragged) if self.table.locales else ()

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """All phrases, in the order of the file."""
        uses = [(at, *_use(name)) for at, name in enumerate(self.table.columns) if name and name not in SETTINGS]
        return tuple(
            Phrase(text, locale, use, record, cell, at)
            for record in self.records
            for cell, locale, use in uses
            if record.values[cell]
            for text, at in pieces(record.values[cell])
        )

    def sources(self) -> Iterator[Phrase]:
        """Yield the allowed terms of the source's column, those of deprecated rows left out."""
        for phrase in self.phrases:
            if phrase.locale == self.source and phrase.usage is Usage.PREFERRED and phrase.concept.status is not Status.DEPRECATED:
                yield phrase

    def cell(self, name: str) -> int:
        """Return the index of a column, that of the first cell where there is none of the name."""
        return self.table.columns.index(name) if name in self.table.columns else 0

    def fault(self, code: str, severity: Severity, message: str, row: Row, cell: int = 0, *, at: int = 0, fix: str | None = None) -> Fault:
        """Return the fault of a cell; ``at`` is the character of its value that it begins with."""
        line, column = row.place(cell, at)
        return Fault(code=code, severity=severity, message=message, line=line, column=column, fix=fix)

    def of(self, phrase: Phrase, code: str, severity: Severity, message: str, *, at: int = 0, fix: str | None = None) -> Fault:
        """Return the fault of a phrase; ``at`` counts from its beginning, ``fix`` is what it should be."""
        row, whole = phrase.record.row, None
        if fix is not None:
            value = plain(phrase.record.values[phrase.cell])
            start = phrase.at - int(guarded(phrase.record.values[phrase.cell]))
            whole = value[:start] + fix + value[start + len(phrase.text) :]
        return self.fault(code, severity, message, row, phrase.cell, at=phrase.at + at, fix=whole)


def _use(name: str) -> tuple[str, Usage]:
    locale, _, use = name.partition(".")
    return locale, USAGES[use] if use else Usage.PREFERRED


def pieces(value: str) -> Iterator[tuple[str, int]]:
    """Yield what stands between the bars of a cell's value, trimmed, and where each begins."""
    start = int(guarded(value))
    for part in value[start:].split("|"):
        if text := part.strip():
            yield text, start + len(part) - len(part.lstrip())
        start += len(part) + 1


def quoted(text: str) -> str:
    """Return ``text`` as a message quotes it: on one line, cut, in quotation marks."""
    line = text.replace("\r\n", "␤").replace("\n", "␤").replace("\r", "␤")
    return f"“{line[:_QUOTED].rstrip()}…”" if len(line) > _QUOTED else f"“{line}”"


def listed(items: Iterable[str]) -> str:
    """Return items with commas between."""
    return ", ".join(items)
