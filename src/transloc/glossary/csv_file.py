"""``glossary.csv``: one row a concept, one column a language (docs/reference/glossary.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from transloc.errors import InputError
from transloc.glossary.entry import Concept, Glossary
from transloc.glossary.sheet import Row, Sheet, read_sheet
from transloc.glossary.table import GOVERNANCE, SETTINGS, column, tabulate


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A glossary and the table that it was read from; ``sheet.write()`` gives the file's bytes back."""

    glossary: Glossary
    sheet: Sheet


def read(data: bytes, path: Path | str = "glossary.csv") -> CsvFile:
    """Read a glossary; raises InputError with file and line for what cannot be meant."""
    return _understood(read_sheet(data, str(path)), str(path))


def _understood(sheet: Sheet, path: str) -> CsvFile:
    table = tabulate(sheet)
    for flaw in table.flaws:
        raise InputError(flaw.message, path=path, line=flaw.row.place(flaw.cell)[0], hint=flaw.hint)
    return CsvFile(Glossary(tuple(record.concept for record in table.records), table.locales, path), sheet)


def update(file: CsvFile, wanted: Iterable[Concept]) -> CsvFile:
    """Return the file so that it means ``wanted``: cells that change are written anew, all others keep their bytes.

    Rows whose id is not wanted go; new ones follow at the end; a column is added where a new value has none.
    """
    from transloc.glossary.cells import cell  # not before something is written: every check reads a glossary

    sheet, path = file.sheet, file.glossary.path
    before = {concept.line: concept for concept in file.glossary.concepts}
    left = {concept.id: concept for concept in wanted}
    for name in _missing(tuple(map(column, sheet.header)), left.values()):
        sheet = sheet.add_column(name)
    columns = tuple(map(column, sheet.header))
    for row in sheet.body:
        old = before.get(row.line)
        new = left.pop(old.id, None) if old else None
        if old and new:
            changed = {i: value for i, name in enumerate(columns) if name and (value := cell(new, name)) != cell(old, name)}
            sheet = sheet.set(row, changed) if changed else sheet
        elif old:
            sheet = sheet.remove(row)
    for concept in left.values():
        sheet = sheet.append(tuple(cell(concept, name) if name else "" for name in columns))
    return _understood(read_sheet(sheet.write(), path), path)


def _missing(columns: tuple[str, ...], wanted: Iterable[Concept]) -> list[str]:
    from transloc.glossary.cells import cells

    said = (name for concept in wanted for name, value in cells(concept).items() if name != "id" and value)
    return [name for name in dict.fromkeys(said) if name not in columns]


def export(glossary: Glossary) -> bytes:
    """Return the glossary as a fresh file for spreadsheets: UTF-8 with BOM, commas, and no cell that runs as a formula."""
    from transloc.glossary.cells import cell

    names = [f"{locale}{suffix}" for suffix in ("", ".forbidden", ".forms") for locale in glossary.locales]
    used = [name for name in names if "." not in name or any(cell(concept, name) for concept in glossary.concepts)]
    governed = [name for name in GOVERNANCE if any(cell(concept, name) for concept in glossary.concepts)]
    header = ("id", "kind", *used, *SETTINGS[2 : -len(GOVERNANCE)], *governed)
    sheet = Sheet((Row(header, "\r\n", 1),), bom=b"\xef\xbb\xbf")
    for concept in glossary.concepts:
        sheet = sheet.append(tuple(cell(concept, name) for name in header))
    return sheet.write()
