"""A table in a text file that is written back byte for byte: only the cells that were set are written anew.

RFC 4180 with the delimiters and encodings that Excel and LibreOffice produce. Lines and columns count from 1.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from transloc.errors import InputError

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CHARSETS = ["cp1251", "cp1250", "cp1252", "koi8_u", "koi8_r", "cp866", "iso8859_5", "iso8859_2", "mac_cyrillic"]
#: Cells that a spreadsheet would take for a formula (OWASP, CSV injection).
_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_PROTECTED = re.compile(r"'[=+\-@\t\r\n]")


@dataclass(frozen=True, slots=True)
class Row:
    """One record as it is written: ``cells`` with their quotes, the line ``ending``, and the ``line`` on which it begins."""

    cells: tuple[str, ...]
    ending: str
    line: int

    @property
    def values(self) -> tuple[str, ...]:
        """The cells without their quotes."""
        return tuple(map(_unquote, self.cells))

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(value.strip() for value in self.values)

    def place(self, index: int) -> tuple[int, int]:
        """Return the line and the column at which cell ``index`` begins."""
        before = "".join(cell + "," for cell in self.cells[:index]).replace("\r\n", "\n").replace("\r", "\n")
        return self.line + before.count("\n"), len(before) - (before.rfind("\n") + 1) + 1


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
    return "'" + value if _FORMULA.match(value) else value


def plain(value: str) -> str:
    """Return what a cell means: an apostrophe that only guards against a formula is dropped."""
    return value[1:] if _PROTECTED.match(value) else value


def read_sheet(data: bytes, path: str) -> Sheet:
    """Read UTF-8, with or without BOM, or UTF-16 with one; the delimiter is told from the header line.

    Raises InputError for other encodings (with the likely one and how to convert) and for a quote that never ends.
    """
    bom, encoding = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, len(bom) + error.start, path) from None
    if "\0" in text:
        raise _undecodable(data, data.index(b"\0"), path)
    delimiter = _delimiter(text)
    return Sheet(_rows(text, delimiter, path), delimiter, encoding, bom)


def _delimiter(text: str) -> str:
    header = re.match(r'(?:"[^"]*"|[^"\r\n])*', text)
    unquoted = re.sub(r'"[^"]*"', "", header[0] if header else "")
    return max(",;\t", key=unquoted.count)


def _rows(text: str, delimiter: str, path: str) -> tuple[Row, ...]:
    mark = re.escape(delimiter)
    field = re.compile(rf'("(?:[^"]|"")*"|(?!")[^{mark}\r\n]*)({mark}|\r\n|\r|\n|\Z)')
    rows: list[Row] = []
    cells: list[str] = []
    at, line = 0, 1
    while at < len(text) or cells:
        found = field.match(text, at)
        here = line + sum(map(_breaks, cells))
        if not found:
            raise InputError("a quoted cell does not end as it should", path=path, line=here, hint='Write a quote inside a cell as ""')
        cells.append(found[1])
        at = found.end()
        if found[2] != delimiter:
            rows.append(Row(tuple(cells), found[2], line))
            line, cells = here + _breaks(found[1]) + 1, []
    return tuple(rows) or (Row(("",), "", 1),)


def _breaks(cell: str) -> int:
    return len(re.findall(r"\r\n|\r|\n", cell))


def _unquote(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def _undecodable(data: bytes, at: int, path: str) -> InputError:
    line = data.count(b"\n", 0, at) + 1
    if b"\0" in data and not _wide(data):
        return InputError("this is not text: it holds NUL bytes", path=path, line=line, hint="Save the table as CSV in UTF-8")
    if not data[:at].isascii():  # so far it was UTF-8: the file is damaged here, and of no other charset
        return InputError("these bytes are not UTF-8", path=path, line=line, hint="Type this line anew, and save it as UTF-8")
    likely = _likely(data)
    fresh = re.sub(r"(\.\w+)?$", r".utf8\1", path, count=1)
    how = f"iconv -f {likely} -t UTF-8 {path} > {fresh}"
    return InputError(f"this is not UTF-8; it looks like {likely}", path=path, hint=f"Convert it: {how}")


def _wide(data: bytes) -> str:
    """Return which UTF-16 ``data`` is without its byte order mark, if any."""
    zeros = {name: data[order::2].count(0) for order, name in ((0, "UTF-16BE"), (1, "UTF-16LE"))}
    return next((name for name, count in zeros.items() if count > len(data) // 8), "")


def _likely(data: bytes) -> str:
    if wide := _wide(data):
        return wide
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CHARSETS).best()
    return best.encoding.upper().replace("_", "-") if best else "CP1251"
