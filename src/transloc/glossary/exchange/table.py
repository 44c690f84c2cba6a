"""What all formats share: rows of cells by column, as ``glossary.csv`` has them, and ids for rows that have none."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from transloc.glossary.cells import cells
from transloc.glossary.csv_file import CsvFile
from transloc.glossary.sheet import neutralise, plain
from transloc.glossary.table import SETTINGS
from transloc.languages import romanise

Cells = Mapping[str, str]
"""A row: what stands in each column; variants are parted by ``|``."""

_LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Table:
    """A glossary without a file. ``locales`` are its language columns, ``notes`` tell what reading had to leave out."""

    locales: tuple[str, ...]
    rows: tuple[Cells, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bytes, and what it could not hold."""

    data: bytes
    notes: tuple[str, ...] = ()


def of_csv(file: CsvFile) -> Table:
    """Return the table of a ``glossary.csv``, the cells of columns that only people know among it."""
    header = file.sheet.header
    foreign = [at for at, name in enumerate(header) if name and name.lower().replace("_", "-") not in _ours(file.glossary.locales)]
    values = {row.line: row.values for row in file.sheet.body} if foreign else {}
    rows = []
    for concept in file.glossary.concepts:
        found = values.get(concept.line, ())
        more = {header[at]: plain(found[at]).strip() for at in foreign if at < len(found) and found[at].strip()}
        rows.append({**cells(concept), **more})
    return Table(file.glossary.locales, tuple(rows))


def _ours(locales: tuple[str, ...]) -> set[str]:
    terms = {f"{locale}{suffix}".lower() for locale in locales for suffix in ("", ".forbidden", ".forms")}
    return terms | set(SETTINGS)


def to_csv(table: Table) -> Written:
    """Return the table as a fresh ``glossary.csv`` for spreadsheets: UTF-8 with BOM, commas, and no cell that runs as a formula."""
    columns = _columns(table)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(neutralise, columns))
    writer.writerows([neutralise(row.get(name, "")) for name in columns] for row in table.rows)
    return Written(out.getvalue().encode("utf-8-sig"), table.notes)


def _columns(table: Table) -> list[str]:
    used = dict.fromkeys(name for row in table.rows for name, value in row.items() if value)
    ours = [f"{locale}{suffix}" for suffix in (".forbidden", ".forms") for locale in table.locales]
    first = [name for name in ("id", "kind") if name in used]
    named = [name for name in (*ours, *SETTINGS) if name in used and name not in first]
    rest = [name for name in used if name not in (*first, *table.locales, *named)]
    return [*first, *table.locales, *named, *rest]


def identified(table: Table) -> Table:
    """Return the table with an id in every row.

    A made id is that of the first term in Latin letters, with a few digits of the row's own content where several rows would share
    it: so it is the same whenever the list is read again, in whatever order.
    """
    given = {row["id"] for row in table.rows if row.get("id")}
    made = [_id(row, table.locales) for row in table.rows]
    often = Counter(name for row, name in zip(table.rows, made, strict=True) if not row.get("id"))
    rows: list[Cells] = []
    taken = set(given)
    for row, name in zip(table.rows, made, strict=True):
        own = row.get("id") or (name if often[name] == 1 and name not in taken else f"{name}-{_digest(row)}")
        number, free = 1, own
        while not row.get("id") and free in taken:
            number += 1
            free = f"{own}-{number}"
        taken.add(free)
        rows.append({**row, "id": free})
    return replace(table, rows=tuple(rows))


def _id(row: Cells, locales: tuple[str, ...]) -> str:
    locale = next((locale for locale in locales if row.get(locale)), "")
    term = row.get(locale, "").split("|")[0]
    return romanise.slug(term, locale or "en", _LONGEST_ID) or "row"


def _digest(row: Cells) -> str:
    return hashlib.sha256(repr(sorted(row.items())).encode("utf-8", "surrogatepass")).hexdigest()[:6]


def joined(*cells: str) -> str:
    """Return the variants of several cells as one cell, each once."""
    return "|".join(dict.fromkeys(part for cell in cells for part in cell.split("|") if part))


def one_cell(text: str) -> str:
    """Return a term as it can stand among variants: white space single, and no ``|``, which would part it in two."""
    return re.sub(r"\s+", " ", text.replace("|", "/")).strip()
