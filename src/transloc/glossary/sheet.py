"""A table in a text file that is written back byte for byte: only the cells that were set are written anew.

RFC 4180 with the delimiters and encodings that Excel and LibreOffice produce. Lines and columns count from 1.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from transloc.errors import InputError
from transloc.glossary import charset
from transloc.wording import say

#: Cells that a spreadsheet would take for a formula (OWASP, CSV injection).
_FORMULA_MARKS = "=+-@\t\r\n"


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it is written: ``cells`` with their quotes, the line ``ending``, and the ``line`` on which it begins."""

    cells: tuple[str, ...]
    ending: str
    line: int

    @property
    def values(self) -> tuple[str, ...]:
        """The cells without their quotes."""
        return tuple(map(_unquote, self.cells)) if '"' in "".join(self.cells) else self.cells

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(value.strip() for value in self.values)

    def place(self, index: int, offset: int = 0) -> tuple[int, int]:
        """Return the line and the column at which the character ``offset`` of the value of cell ``index`` stands.

        A column counts the characters (code points) of the line in the file, quotes and delimiters among them; without an offset it is
        that of the cell, its quote included. A cell that the row does not have begins where the row ends.
        """
        before = "".join(cell + "," for cell in self.cells[:index])
        if offset and index < len(self.cells):
            cell, value = self.cells[index], _unquote(self.cells[index])
            before += cell[:offset] if value == cell else '"' + value[:offset].replace('"', '""')
        elif index >= len(self.cells):
            before = before[:-1]
        lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self.line + len(lines) - 1, len(lines[-1]) + 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a header row; ``bom`` is what the file began with, ``encoding`` what follows it."""

    rows: tuple[Row, ...]
    delimiter: str = ","
    encoding: str = "utf-8"
    bom: bytes = b""

    @property
    def header(self) -> tuple[str, ...]:
        """The column names, trimmed."""
        return tuple(value.strip() for value in self.rows[0].values)

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows under the header, empty ones among them."""
        return self.rows[1:]

    def write(self) -> bytes:
        """Return the file's bytes; those that were read, where nothing was set."""
        text = "".join(self.delimiter.join(row.cells) + row.ending for row in self.rows)
        return self.bom + text.encode(self.encoding)

    def set(self, row: Row, values: Mapping[int, str]) -> "Sheet":
        """Return the sheet with these cells of ``row`` written anew, by column index."""
        written = (self._cell(values[i]) if i in values else cell for i, cell in enumerate(row.cells))
        changed = replace(row, cells=tuple(written))
        return replace(self, rows=tuple(changed if other is row else other for other in self.rows))

    def append(self, values: tuple[str, ...]) -> "Sheet":
        """Return the sheet with one more row, which ends as the header does."""
        last, ending = self.rows[-1], self.rows[0].ending or "\n"
        rows = (*self.rows[:-1], last if last.ending else replace(last, ending=ending))
        line = last.line + 1 + sum(cell.count("\n") for cell in last.cells)
        return replace(self, rows=(*rows, Row(tuple(map(self._cell, values)), ending, line)))

    def remove(self, row: Row) -> "Sheet":
        """Return the sheet without ``row``."""
        return replace(self, rows=tuple(other for other in self.rows if other is not row))

    def add_column(self, name: str) -> "Sheet":
        """Return the sheet with one more column, empty in every row; lines without any cell stay as they are."""
        rows = (replace(row, cells=(*row.cells, "")) if row.cells != ("",) else row for row in self.body)
        head = self.rows[0]
        return replace(self, rows=(replace(head, cells=(*head.cells, self._cell(name))), *rows))

    def _cell(self, value: str) -> str:
        value = neutralise(value)
        odd = value != value.strip() or any(mark in value for mark in (self.delimiter, '"', "\r", "\n"))
        return '"' + value.replace('"', '""') + '"' if odd else value


def neutralise(value: str) -> str:
    """Return ``value`` so that no spreadsheet takes it for a formula; ``plain`` undoes it."""
    return "'" + value if value and value[0] in _FORMULA_MARKS else value


def plain(value: str) -> str:
    """Return what a cell means: an apostrophe that only guards against a formula is dropped."""
    return value[1:] if guarded(value) else value


def guarded(value: str) -> bool:
    """Tell whether ``value`` begins with an apostrophe that only guards against a formula."""
    return value[:1] == "'" and value[1:2] in _FORMULA_MARKS and len(value) > 1


def read_sheet(data: bytes, path: str) -> Sheet:
    """Read UTF-8, with or without BOM, or UTF-16 with one; the delimiter is told from the header line.

    Raises InputError for other encodings (with the likely one and how to convert) and for a quote that never ends.
    """
    sheet, broken = read_loosely(data, path)
    for row, cell in broken:
        hint = say('Write a quote inside a cell as ""')
        raise InputError(say("a quoted cell does not end as it should"), path=path, line=row.place(cell)[0], hint=hint)
    return sheet


def read_loosely(data: bytes, path: str) -> tuple[Sheet, tuple[tuple[Row, int], ...]]:
    """Read as ``read_sheet`` does, and return the cells whose quotes do not end as they should too: they are taken as they stand.

    Raises Undecodable for other encodings.
    """
    text, encoding, bom = charset.decode(data, path)
    delimiter = _delimiter(text)
    rows, broken = _rows(text, delimiter)
    return Sheet(rows, delimiter, encoding, bom), tuple((rows[row], cell) for row, cell in broken)


def _delimiter(text: str) -> str:
    header = re.match(r'(?:"[^"]*"|[^"\r\n])*', text)
    unquoted = re.sub(r'"[^"]*"', "", header[0] if header else "")
    return max(charset.DELIMITERS, key=unquoted.count)


def _rows(text: str, delimiter: str) -> tuple[tuple[Row, ...], list[tuple[int, int]]]:
    """Return the rows, and the row and cell of each quote that does not end before a delimiter or the end of its line."""
    mark = re.escape(delimiter)
    end = rf"({mark}|\r\n|\r|\n|\Z)"
    simple = re.compile(r'([^"\r\n]*)(\r\n|\r|\n|\Z)')  # a whole line without quotes, which most lines are
    field = re.compile(rf'("(?:[^"]++|"")*+"|(?!")[^{mark}\r\n]*){end}')
    loose = re.compile(rf"([^{mark}\r\n]*){end}")
    rows: list[Row] = []
    cells: list[str] = []
    broken: list[tuple[int, int]] = []
    at, line = 0, 1
    while at < len(text) or cells:
        if not cells and (whole := simple.match(text, at)):
            rows.append(Row(tuple(whole[1].split(delimiter)), whole[2], line))
            at, line = whole.end(), line + 1
            continue
        found = field.match(text, at)
        if not found:
            broken.append((len(rows), len(cells)))
            found = loose.match(text, at)
            assert found  # it matches anything
        cells.append(found[1])
        at = found.end()
        if found[2] != delimiter:
            rows.append(Row(tuple(cells), found[2], line))
            line, cells = line + sum(map(_breaks, cells)) + 1, []
    return tuple(rows) or (Row(("",), "", 1),), broken


def _breaks(cell: str) -> int:
    return len(re.findall(r"\r\n|\r|\n", cell)) if "\n" in cell or "\r" in cell else 0


def _unquote(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
