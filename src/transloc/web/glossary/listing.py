"""The rows of the glossary as a page lists them, and what the filters ask for."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from transloc.errors import InputError
from transloc.glossary import Concept, ConceptKind, Glossary, Status
from transloc.jobs import terminology
from transloc.jobs.newsroom import Newsroom
from transloc.model import Person, Role
from transloc.steps.search import search

#: Languages that the table shows; a row's own page has all.
_COLUMNS = 4


class Standing(StrEnum):
    """How far a row has come today, in the words of the page."""

    APPROVED = "approved"
    PROPOSED = "proposed"
    COMING = "coming"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row has in one language: the preferred term, the others, and what must not be written."""

    locale: str
    preferred: str
    others: tuple[str, ...]
    forbidden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row as the file has it, and how it stands today; ``heir`` is the row that takes its place."""

    concept: Concept
    standing: Standing
    cells: tuple[Cell, ...]
    heir: Concept | None = None

    @property
    def link(self) -> str:
        """The address where it is settled, empty where the cell holds no web address."""
        return safe_link(self.concept.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The glossary's rows as its file has them (``rows``) and as they stand today; ``shown`` are the columns of the table."""

    rows: Glossary
    today: Glossary
    shown: tuple[str, ...]
    trouble: str = ""

    def entry(self, concept: Concept, columns: Iterable[str] = ()) -> Entry:
        """Return a row in the languages of the table, or in these."""
        heir = self.rows.concept(concept.replaced_by) if concept.replaced_by else None
        cells = tuple(_cell(concept, column) for column in columns or self.shown)
        return Entry(concept=concept, standing=self.standing(concept), cells=cells, heir=heir)

    def standing(self, concept: Concept) -> Standing:
        """Return how a row stands today."""
        now = self.today.concept(concept.id)
        return stands(concept, now.status if now else concept.status)


def stands(concept: Concept, today: Status) -> Standing:
    """Return how a row stands: what the file says of it, and what that means today."""
    if concept.status is Status.DRAFT:
        return Standing.PROPOSED
    if today is Status.DEPRECATED:
        return Standing.DEPRECATED
    return Standing.COMING if today is Status.DRAFT else Standing.APPROVED


def book(newsroom: Newsroom) -> Book | None:
    """Return the glossary of a newsroom; None where there is none. One that cannot be read now is the last that could be."""
    trouble = ""
    try:
        file = terminology.read(newsroom)
        rows = file.glossary if file else None
    except InputError as error:
        rows, trouble = newsroom.glossary or Glossary((), (), "glossary.csv"), error.whole
    if rows is None:
        return None
    return Book(rows=rows, today=newsroom.glossary or rows, shown=_columns(newsroom, rows), trouble=trouble)


def _columns(newsroom: Newsroom, rows: Glossary) -> tuple[str, ...]:
    """Return the columns to show: the source's, those of the targets, then the others as long as there is room."""
    wanted = [rows.column_for(tag) for tag in (newsroom.project.source, *newsroom.project.targets)]
    return tuple(dict.fromkeys(column for column in (*wanted, *rows.locales) if column))[:_COLUMNS]


def ordered(newsroom: Newsroom, rows: Glossary) -> tuple[str, ...]:
    """Return all columns of the glossary, the source's and those of the targets first, and those that a target still lacks."""
    project = newsroom.project
    wanted = [rows.column_for(tag) or tag for tag in (project.source, *project.targets)]
    return tuple(dict.fromkeys((*wanted, *rows.locales)))


def _cell(concept: Concept, column: str) -> Cell:
    preferred, *others = concept.variants(column) or ("",)
    return Cell(column, preferred, tuple(others), concept.forbidden(column))


def headword(found: Book, concept: Concept) -> tuple[str, str]:
    """Return what a row is called, its first term in the order of the table, and the language of that."""
    return next(((concept.preferred(column), column) for column in found.shown if concept.preferred(column)), (concept.id, ""))


def safe_link(text: str) -> str:
    """Return ``text`` where it is an address of the web, else an empty text: no other may be led to."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.hostname else ""


def may_decide(person: Person) -> bool:
    """Tell whether a person decides on proposals."""
    return person.role.may(Role.EDITOR)


def may_edit(person: Person, concept: Concept) -> bool:
    """Tell whether a person may change a row: an editor, and whoever owns it."""
    return may_decide(person) or concept.owner == person.name


@dataclass(frozen=True, slots=True)
class Asked:
    """What the filters ask for; empty means all. ``mine`` is the person whose decisions are asked for."""

    text: str = ""
    status: str = ""
    kind: str = ""
    mine: Person | None = None

    def of(self, found: Book) -> list[Concept]:
        """Return the rows that are asked for: the best hits first where words are looked for."""
        return [concept for concept in search(found.rows, self.text) if self._fits(found, concept)]

    def _fits(self, found: Book, concept: Concept) -> bool:
        return (
            self.kind in ("", concept.kind.value)
            and (not self.status or found.standing(concept).value == self.status)
            and (self.mine is None or waits_for(self.mine, concept))
        )

    def __bool__(self) -> bool:
        return bool(self.text or self.status or self.kind or self.mine)


def waits_for(person: Person, concept: Concept) -> bool:
    """Tell whether a proposal waits for this person: it is theirs, or nobody's and they may decide."""
    return concept.status is Status.DRAFT and concept.owner in ((person.name, "") if may_decide(person) else (person.name,))


GENDERS = ("m", "f", "n", "pl")
KINDS = tuple(kind.value for kind in ConceptKind)
STANDINGS = tuple(standing.value for standing in Standing)
