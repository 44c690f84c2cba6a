"""``glossary.csv``: one row a concept, one column a language (docs/reference/glossary.md)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from transloc.errors import InputError
from transloc.glossary.entry import Case, Concept, ConceptKind, Glossary, Status, Term, Usage
from transloc.glossary.sheet import Row, Sheet, plain, read_sheet
from transloc.languages import normalise

_GOVERNANCE = ("owner", "reason", "source", "valid-from", "replaced-by")
_SETTINGS = ("id", "kind", "gender", "speaks", "case", "translate", "status", "note", *_GOVERNANCE)
_GENDERS = ("", "m", "f", "n", "pl")
_USAGES = {"forbidden": Usage.FORBIDDEN, "forms": Usage.FORM}
_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A glossary and the table that it was read from; ``sheet.write()`` gives the file's bytes back."""

    glossary: Glossary
    sheet: Sheet


def read(data: bytes, path: Path | str = "glossary.csv") -> CsvFile:
    """Read a glossary; raises InputError with file and line for what cannot be meant."""
    return _understood(read_sheet(data, str(path)), str(path))


def _understood(sheet: Sheet, path: str) -> CsvFile:
    columns = _columns(sheet, path)
    locales = tuple(dict.fromkeys(column for column in columns if column and column not in _SETTINGS and "." not in column))
    if len(locales) < 2:
        hint = "Begin it with a line such as: id,kind,uk,en"
        raise InputError("a glossary needs at least two language columns", path=path, line=1, hint=hint)
    taken: dict[str, int] = {}
    concepts = (_Reader(row, columns, locales, path).concept(taken) for row in sheet.body if not row.blank)
    return CsvFile(Glossary(tuple(concepts), locales, path), sheet)


def _columns(sheet: Sheet, path: str) -> tuple[str, ...]:
    """Return what each column is: a setting, ``uk``, ``uk.forms``, or empty where it is none of ours."""
    try:
        known = tuple(map(_column, sheet.header))
    except InputError as error:
        raise InputError(error.message, path=path, line=1, hint=error.hint) from None
    doubled = next((name for i, name in enumerate(known) if name and name in known[:i]), None)
    if doubled:
        raise InputError(f"the column “{doubled}” stands twice", path=path, line=1, hint="Rename one of them, or join their cells with |")
    return known


@cache
def _column(name: str) -> str:
    if name.lower() in _SETTINGS:
        return name.lower()
    tag, dot, use = name.partition(".")
    if (dot and use.lower() not in _USAGES) or not tag.replace("-", "").replace("_", "").isalnum() or len(tag.split("-")[0]) > 3:
        return ""
    try:
        return normalise(tag) + dot + use.lower()
    except InputError as error:
        if dot or error.hint.startswith("Did you mean"):
            raise
        return ""


class _Reader:
    """One row; tells where a wrong cell stands."""

    def __init__(self, row: Row, columns: tuple[str, ...], locales: tuple[str, ...], path: str) -> None:
        self.row, self.locales, self.path = row, locales, path
        values = row.values
        if len(values) < len(columns):
            raise self.wrong(f"the row has {len(values)} cells, the header {len(columns)}", "Add the delimiters that are missing")
        if any(value.strip() for value in values[len(columns) :]):
            hint = "Put quotes around a cell that holds the delimiter"
            raise self.wrong(f"the row has {len(values)} cells, the header {len(columns)}", hint)
        self.cells = {name: plain(value).strip() for name, value in zip(columns, values, strict=False) if name}

    def wrong(self, message: str, hint: str = "") -> InputError:
        return InputError(message, path=self.path, line=self.row.line, hint=hint)

    def concept(self, taken: dict[str, int]) -> Concept:
        terms = tuple(self.terms())
        gender = self.cells.get("gender", "").lower()
        if gender not in _GENDERS:
            raise self.unknown("gender", gender, _GENDERS[1:])
        return Concept(
            id=self.id(terms, taken),
            kind=self.member("kind", ConceptKind, ConceptKind.TERM),
            terms=terms,
            gender=gender,
            speaks=self.speaks(),
            case=self.member("case", Case, Case.AUTO),
            translate=self.yes("translate"),
            status=self.member("status", Status, Status.APPROVED),
            owner=self.cells.get("owner", ""),
            reason=self.cells.get("reason", ""),
            source=self.cells.get("source", ""),
            valid_from=self.day("valid-from"),
            replaced_by=self.cells.get("replaced-by", ""),
            note=self.cells.get("note", ""),
            line=self.row.line,
        )

    def terms(self) -> Iterable[Term]:
        for locale in self.locales:
            for n, text in enumerate(_split(self.cells.get(locale, ""))):
                yield Term(text, locale, Usage.ADMITTED if n else Usage.PREFERRED)
            for suffix, usage in _USAGES.items():
                yield from (Term(text, locale, usage) for text in _split(self.cells.get(f"{locale}.{suffix}", "")))

    def id(self, terms: tuple[Term, ...], taken: dict[str, int]) -> str:
        given = self.cells.get("id", "")
        if given in taken and given:
            hint = "Give each row its own id"
            raise self.wrong(f"the id “{given}” is already that of line {taken[given]}", hint)
        name = first = given or (terms[0].text if terms else f"line {self.row.line}")
        count = 1
        while name in taken:
            count += 1
            name = f"{first}-{count}"
        taken[name] = self.row.line
        return name

    def member(self, name: str, enum: type[_E], default: _E) -> _E:
        value = self.cells.get(name, "").lower()
        if not value:
            return default
        try:
            return enum(value)
        except ValueError:
            raise self.unknown(name, value, tuple(enum)) from None

    def yes(self, name: str) -> bool:
        value = self.cells.get(name, "").lower() or "yes"
        if value not in ("yes", "no"):
            raise self.unknown(name, value, ("yes", "no"))
        return value == "yes"

    def day(self, name: str) -> date | None:
        value = self.cells.get(name, "")
        try:
            return datetime.strptime(value, "%Y-%m-%d").date() if value else None  # noqa: DTZ007 — a day has no zone
        except ValueError:
            raise self.wrong(f"“{value}” is no day", f"Write {name} as 2026-11-30") from None

    def speaks(self) -> str:
        value = self.cells.get("speaks", "")
        try:
            return normalise(value) if value else ""
        except InputError as error:
            raise self.wrong(error.message, error.hint) from None

    def unknown(self, name: str, value: str, known: tuple[str, ...]) -> InputError:
        return self.wrong(f"“{value}” is no {name}", f"Use one of: {', '.join(known)}")


def _split(cell: str) -> list[str]:
    return [text for part in cell.split("|") if (text := part.strip())]


_CELLS: Mapping[str, Callable[[Concept], str]] = {
    "id": lambda c: c.id,
    "kind": lambda c: c.kind.value,
    "gender": lambda c: c.gender,
    "speaks": lambda c: c.speaks,
    "case": lambda c: c.case.value,
    "translate": lambda c: "yes" if c.translate else "no",
    "status": lambda c: c.status.value,
    "owner": lambda c: c.owner,
    "reason": lambda c: c.reason,
    "source": lambda c: c.source,
    "valid-from": lambda c: c.valid_from.isoformat() if c.valid_from else "",
    "replaced-by": lambda c: c.replaced_by,
    "note": lambda c: c.note,
}


def _cell(concept: Concept, column: str) -> str:
    if column in _CELLS:
        return _CELLS[column](concept)
    locale, _, use = column.partition(".")
    return "|".join(concept.texts(locale, _USAGES[use]) if use else concept.variants(locale))


def update(file: CsvFile, wanted: Iterable[Concept]) -> CsvFile:
    """Return the file so that it means ``wanted``: cells that change are written anew, all others keep their bytes.

    Rows whose id is not wanted go; new ones follow at the end; a column is added where a new value has none.
    """
    sheet, path = file.sheet, file.glossary.path
    before = {concept.line: concept for concept in file.glossary.concepts}
    left = {concept.id: concept for concept in wanted}
    for name in _missing(_columns(sheet, path), left.values()):
        sheet = sheet.add_column(name)
    columns = _columns(sheet, path)
    for row in sheet.body:
        old = before.get(row.line)
        new = left.pop(old.id, None) if old else None
        if old and new:
            changed = {i: value for i, name in enumerate(columns) if name and (value := _cell(new, name)) != _cell(old, name)}
            sheet = sheet.set(row, changed) if changed else sheet
        elif old:
            sheet = sheet.remove(row)
    for concept in left.values():
        sheet = sheet.append(tuple(_cell(concept, name) if name else "" for name in columns))
    return _understood(read_sheet(sheet.write(), path), path)


def _missing(columns: tuple[str, ...], wanted: Iterable[Concept]) -> list[str]:
    default = Concept(id="")
    names: dict[str, None] = {}
    for concept in wanted:
        used = [term.locale + _suffix(term.usage) for term in concept.terms]
        names |= dict.fromkeys(name for name in (*used, *_SETTINGS[1:]) if _cell(concept, name) != _cell(default, name))
    return [name for name in names if name not in columns]


def _suffix(usage: Usage) -> str:
    return next((f".{suffix}" for suffix, use in _USAGES.items() if use is usage), "")


def export(glossary: Glossary) -> bytes:
    """Return the glossary as a fresh file for spreadsheets: UTF-8 with BOM, commas, and no cell that runs as a formula."""
    names = [f"{locale}{suffix}" for suffix in ("", ".forbidden", ".forms") for locale in glossary.locales]
    used = [name for name in names if "." not in name or any(_cell(concept, name) for concept in glossary.concepts)]
    governed = [name for name in _GOVERNANCE if any(_cell(concept, name) for concept in glossary.concepts)]
    header = ("id", "kind", *used, *_SETTINGS[2 : -len(_GOVERNANCE)], *governed)
    sheet = Sheet((Row(header, "\r\n", 1),), bom=b"\xef\xbb\xbf")
    for concept in glossary.concepts:
        sheet = sheet.append(tuple(_cell(concept, name) for name in header))
    return sheet.write()
