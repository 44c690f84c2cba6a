"""What the rows of ``glossary.csv`` mean, and all that cannot be meant: ``read`` stops at the first of it, ``lint`` tells everything."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import TypeVar

from transloc.errors import InputError
from transloc.glossary.entry import Case, Concept, ConceptKind, Status, Term, Usage
from transloc.glossary.sheet import Row, Sheet, plain
from transloc.languages import language, normalise
from transloc.wording import say, say_many

#: Columns that say who decides, and from when.
GOVERNANCE = ("owner", "reason", "source", "valid-from", "replaced-by")
#: Columns that are no language.
SETTINGS = ("id", "kind", "gender", "speaks", "case", "translate", "status", "note", *GOVERNANCE)
#: What follows the dot of ``en.forbidden``.
USAGES = {"forbidden": Usage.FORBIDDEN, "forms": Usage.FORM}

#: What is wrong with a header that names fewer than two languages.
TOO_FEW = say("a glossary needs at least two language columns")

_GENDERS = ("m", "f", "n", "pl")
_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What cannot be meant: the ``code`` that lint has for it, the row, and the index of the cell."""

    code: str
    row: Row
    cell: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A row that is not blank, its cells without quotes, and its concept, as far as it can be understood."""

    row: Row
    values: tuple[str, ...]
    concept: Concept


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet as a glossary.

    ``columns`` tells what each column is: a setting, ``uk``, ``uk.forms``, or empty where it is none of ours; ``locales`` are the
    languages among them. ``flaws`` stand in the order of the file.
    """

    sheet: Sheet
    columns: tuple[str, ...]
    locales: tuple[str, ...]
    records: tuple[Record, ...]
    flaws: tuple[Flaw, ...]


def tabulate(sheet: Sheet) -> Table:
    """Return what a sheet means; a cell with a flaw is read as if it were empty, of columns that stand twice the first counts."""
    flaws: list[Flaw] = []
    columns = _columns(sheet, flaws)
    locales = tuple(name for name in columns if name and name not in SETTINGS and "." not in name)
    if len(locales) < 2:
        hint = say("Begin it with a line such as: id,kind,uk,en")
        flaws.append(Flaw("columns", sheet.rows[0], 0, TOO_FEW, hint))
    reader = _Reader(columns, locales, flaws)
    rows = ((row, row.values) for row in sheet.body)
    records = tuple(Record(row, values, reader.concept(row, values)) for row, values in rows if any(map(str.strip, values)))
    return Table(sheet, columns, locales, records, tuple(flaws))


def _columns(sheet: Sheet, flaws: list[Flaw]) -> tuple[str, ...]:
    head, names = sheet.rows[0], list[str]()
    for at, name in enumerate(sheet.header):
        try:
            known = column(name)
        except InputError as error:
            flaws.append(Flaw("lang-invalid", head, at, error.message, error.hint))
            known = ""
        if known and known in names:
            hint = say("Rename one of them, or join their cells with |")
            flaws.append(Flaw("columns", head, at, say("the column “{name}” stands twice", name=known), hint))
            known = ""
        names.append(known)
    return tuple(names)


@cache
def column(name: str) -> str:
    """Return what a column of this name is: a setting, ``uk``, ``uk.forms``, or empty where it is none of ours.

    Raises InputError for what was meant as a language and is none, such as ``ua``.
    """
    if name.lower() in SETTINGS:
        return name.lower()
    tag, dot, use = name.partition(".")
    if (dot and use.lower() not in USAGES) or not tag.replace("-", "").replace("_", "").isalnum() or len(language(tag)) > 3:
        return ""
    try:
        return normalise(tag) + dot + use.lower()
    except InputError as error:
        if dot or error.hint.startswith("Did you mean"):
            raise
        return ""


class _Reader:
    """Reads row after row."""

    def __init__(self, columns: tuple[str, ...], locales: tuple[str, ...], flaws: list[Flaw]) -> None:
        self.columns, self.locales, self.flaws = columns, locales, flaws
        self.index = {name: at for at, name in enumerate(columns) if name}
        self.uses = [(at, locale, use) for locale in locales for at, use in self._uses(locale)]
        self.taken: dict[str, int] = {}

    def _uses(self, locale: str) -> Iterator[tuple[int, Usage]]:
        yield self.index[locale], Usage.PREFERRED
        for suffix, usage in USAGES.items():
            if f"{locale}.{suffix}" in self.index:
                yield self.index[f"{locale}.{suffix}"], usage

    def concept(self, row: Row, values: tuple[str, ...]) -> Concept:
        self.row = row
        if len(values) < len(self.columns):
            self.ragged(len(values), len(values), say("Add the delimiters that are missing"))
        elif any(value.strip() for value in values[len(self.columns) :]):
            self.ragged(len(values), len(self.columns), say("Put quotes around a cell that holds the delimiter"))
        self.cells = [plain(value).strip() if value else "" for value in values] + [""] * (len(self.columns) - len(values))
        terms = tuple(self.terms())
        return Concept(
            id=self.id(terms),
            kind=self.member("kind", ConceptKind, ConceptKind.TERM),
            terms=terms,
            gender=self.one_of("gender", _GENDERS),
            speaks=self.speaks(),
            case=self.member("case", Case, Case.AUTO),
            translate=self.one_of("translate", ("yes", "no")) != "no",
            status=self.member("status", Status, Status.APPROVED),
            owner=self.cell("owner"),
            reason=self.cell("reason"),
            source=self.cell("source"),
            valid_from=self.day("valid-from"),
            replaced_by=self.cell("replaced-by"),
            note=self.cell("note"),
            line=row.line,
        )

    def flaw(self, code: str, name: str, message: str, hint: str = "") -> None:
        self.flaws.append(Flaw(code, self.row, self.index.get(name, 0), message, hint))

    def ragged(self, count: int, at: int, hint: str) -> None:
        message = say_many(
            "the row has {number} cell, the header {columns}",
            "the row has {number} cells, the header {columns}",
            count,
            columns=len(self.columns),
        )
        self.flaws.append(Flaw("ragged-row", self.row, at, message, hint))

    def cell(self, name: str) -> str:
        return self.cells[self.index[name]] if name in self.index else ""

    def terms(self) -> Iterable[Term]:
        for at, locale, use in self.uses:
            cell = self.cells[at]
            for n, text in enumerate(split(cell) if cell else ()):
                yield Term(text, locale, Usage.ADMITTED if n and use is Usage.PREFERRED else use)

    def id(self, terms: tuple[Term, ...]) -> str:
        given = self.cell("id")
        if given and given in self.taken:
            self.flaw(
                "dup-id",
                "id",
                say("the id “{given}” is already that of line {line}", given=given, line=self.taken[given]),
                say("Give each row its own id"),
            )
        name = first = given or (terms[0].text if terms else f"line {self.row.line}")
        count = 1
        while name in self.taken:
            count += 1
            name = f"{first}-{count}"
        self.taken[name] = self.row.line
        return name

    def member(self, name: str, enum: type[_E], default: _E) -> _E:
        value = self.cell(name)
        if not value:
            return default
        try:
            return enum(value)
        except ValueError:
            value = self.one_of(name, tuple(enum))
            return enum(value) if value else default

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        value = self.cell(name).lower()
        if not value or value in known:
            return value
        near = get_close_matches(value, known, n=1)
        hint = say("Use one of: {known}", known=", ".join(known))
        if near:
            hint = say("Did you mean “{near}”? Use one of: {known}", near=near[0], known=", ".join(known))
        self.flaw("bad-enum", name, say("“{value}” is no {column}", value=_short(value), column=name), hint)
        return ""

    def day(self, name: str) -> date | None:
        value = self.cell(name)
        try:
            return datetime.strptime(value, "%Y-%m-%d").date() if value else None  # noqa: DTZ007 — a day has no zone
        except ValueError:
            self.flaw("bad-date", name, say("“{value}” is no day", value=_short(value)), say("Write {column} as 2026-11-30", column=name))
            return None

    def speaks(self) -> str:
        value = self.cell("speaks")
        try:
            return normalise(value) if value else ""
        except InputError as error:
            self.flaw("lang-invalid", "speaks", error.message, error.hint)
            return ""


def split(cell: str) -> list[str]:
    """Return the variants of a cell."""
    return [text for part in cell.split("|") if (text := part.strip())]


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:40] + "…"
