"""One way in and one way out for every format: what is read becomes a ``glossary.csv``, what is written is made of one."""

from dataclasses import dataclass
from io import BytesIO
from typing import IO

from transloc.glossary.csv_file import CsvFile
from transloc.glossary.csv_file import read as read_csv
from transloc.glossary.exchange import deepl, omegat, table, tbx_read, tbx_write
from transloc.glossary.exchange.formats import Format
from transloc.glossary.exchange.table import Table, Written


@dataclass(frozen=True, slots=True)
class Loaded:
    """A glossary of any format, and what reading it had to leave out."""

    file: CsvFile
    notes: tuple[str, ...] = ()


def load(stream: IO[bytes], form: Format, path: str, source: str = "", target: str = "") -> Loaded:
    """Read a glossary; ``source`` and ``target`` are the languages of a list that does not tell them, and limit what a TBX gives.

    Raises InputError, with the line, for what cannot be read.
    """
    if form is Format.CSV:
        return Loaded(read_csv(stream.read(), path))
    found = table.identified(_table(stream, form, path, source, target))
    written = table.to_csv(found)
    return Loaded(read_csv(written.data, path), found.notes)


def _table(stream: IO[bytes], form: Format, path: str, source: str, target: str) -> Table:
    if form is Format.TBX:
        return tbx_read.read(stream, path, tuple(filter(None, (source, target))))
    read = deepl.read if form is Format.DEEPL else omegat.read
    return read(stream.read(), path, source, target)


def save(file: CsvFile, form: Format, title: str, source: str = "", target: str = "", *, mark: bool = False) -> Written:
    """Return a glossary in another format; ``title`` is what a TBX calls itself, ``mark`` asks for a byte order mark."""
    match form:
        case Format.CSV:
            return table.to_csv(table.of_csv(file))
        case Format.TBX:
            return tbx_write.write(table.of_csv(file), title)
        case Format.DEEPL:
            return deepl.write(file.glossary, source, target)
        case Format.OMEGAT:
            return omegat.write(file.glossary, source, target, mark=mark)


def loads(data: bytes, form: Format, path: str, source: str = "", target: str = "") -> Loaded:
    """Read a glossary from its bytes."""
    return load(BytesIO(data), form, path, source, target)
