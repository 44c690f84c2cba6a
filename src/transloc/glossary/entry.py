"""The values of a glossary: a concept, its terms in each language, and the whole list as one immutable value."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from transloc.languages import fallbacks


class ConceptKind(StrEnum):
    """What a concept names; decides how it inflects, where it is looked for and how much its loss weighs."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"
    TERM = "term"
    ABBR = "abbr"
    TITLE = "title"
    LABEL = "label"


class Case(StrEnum):
    """Which letter case a match must have; ``auto`` is explained in ``transloc.glossary.matcher``."""

    AUTO = "auto"
    EXACT = "exact"
    ANY = "any"


class Status(StrEnum):
    """Approved concepts go to engines and give errors; drafts give warnings; deprecated ones are kept, and match nothing."""

    APPROVED = "approved"
    DRAFT = "draft"
    DEPRECATED = "deprecated"


class Usage(StrEnum):
    """What a term is to its concept: ``form`` is a further inflected form, written out by hand."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase for a concept in one language; ``locale`` is the glossary's column."""

    text: str
    locale: str
    usage: Usage = Usage.PREFERRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A row of the glossary. ``line`` is where the row begins in its file, counted from 1; it is no part of the content.

    ``gender`` is m, f, n, pl or empty; ``speaks`` is the language that a person usually speaks in public. Without
    ``translate`` the term stands in every target as it does in the source.

    ``status`` is what the row says, whatever the day; what it means on a day is told by ``Glossary.on``. ``owner`` looks after the row,
    ``reason`` and ``source`` (a link) say why it is so, ``replaced_by`` is the id of the row that takes its place.
    """

    id: str
    kind: ConceptKind = ConceptKind.TERM
    terms: tuple[Term, ...] = ()
    gender: str = ""
    speaks: str = ""
    case: Case = Case.AUTO
    translate: bool = True
    status: Status = Status.APPROVED
    owner: str = ""
    reason: str = ""
    source: str = ""
    valid_from: date | None = None
    replaced_by: str = ""
    note: str = ""
    line: int = field(default=0, compare=False)

    def __hash__(self) -> int:
        """Return the hash of the id: that of all fields took longer than to look for a term in a text."""
        return hash(self.id)

    def texts(self, locale: str, *usages: Usage) -> tuple[str, ...]:
        """Return the terms of one column that are used so, in the order of the cell."""
        return tuple(term.text for term in self.terms if term.locale == locale and term.usage in usages)

    def variants(self, locale: str) -> tuple[str, ...]:
        """Return what may be written in the column's language, the preferred term first."""
        return self.texts(locale, Usage.PREFERRED, Usage.ADMITTED)

    def citations(self, locale: str) -> tuple[str, ...]:
        """Return what is looked for in the column's language: its variants; what stays as it is reads the same in every language."""
        own = self.variants(locale)
        if own or self.translate:
            return own
        return tuple(dict.fromkeys(term.text for term in self.terms if term.usage in (Usage.PREFERRED, Usage.ADMITTED)))

    def forms(self, locale: str) -> tuple[str, ...]:
        """Return the inflected forms that the row spells out."""
        return self.texts(locale, Usage.FORM)

    def forbidden(self, locale: str) -> tuple[str, ...]:
        """Return what must not be written in the column's language."""
        return self.texts(locale, Usage.FORBIDDEN)

    def approved_on(self, day: date) -> bool:
        """Tell whether the row is approved, and valid on ``day``."""
        return self.status is Status.APPROVED and (self.valid_from is None or self.valid_from <= day)

    def preferred(self, locale: str) -> str:
        """Return the term to use in the column's language, or an empty text."""
        return next(iter(self.texts(locale, Usage.PREFERRED)), "")


@dataclass(frozen=True, eq=False)
class Glossary:
    """All concepts of one file, in its order. Equal glossaries say the same of a text, down to the row that a message names.

    Of the same content in another file or in other lines the ``digest`` alone is the same.

    ``locales`` are the language columns. ``path`` is shown in messages, as it was given.
    """

    concepts: tuple[Concept, ...]
    locales: tuple[str, ...]
    path: str = "glossary.csv"

    @cached_property
    def digest(self) -> str:
        """The SHA-256 in hex of all that a verdict may rest on: not of line numbers, the path, or what is written for people alone."""
        content = repr((self.locales, [self._content(concept) for concept in self.concepts]))
        return hashlib.sha256(content.encode()).hexdigest()

    @staticmethod
    def _content(c: Concept) -> tuple[object, ...]:
        terms = [(term.locale, term.usage.value, term.text) for term in c.terms]
        fate = c.status.value, c.valid_from and c.valid_from.isoformat(), c.replaced_by
        return c.id, c.kind.value, terms, c.gender, c.speaks, c.case.value, c.translate, *fate

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Glossary) and self._told() == other._told()

    def _told(self) -> tuple[object, ...]:
        return self.path, self.locales, self.concepts, [concept.line for concept in self.concepts]

    def __hash__(self) -> int:
        return hash(self.digest)

    def __len__(self) -> int:
        return len(self.concepts)

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    def concept(self, id: str) -> Concept | None:  # noqa: A002 — the column is called so
        """Return the concept of the row ``id``."""
        return self._by_id.get(id)

    def on(self, day: date) -> "Glossary":
        """Return the glossary as it stands on ``day``.

        An approved row whose ``valid_from`` is yet to come is a draft; one that an approved row replaces is deprecated from the day that
        row is valid. So a change of house style can be written down beforehand, and happens by itself.
        """
        concepts = tuple(self._standing(concept, day) for concept in self.concepts)
        return self if concepts == self.concepts else replace(self, concepts=concepts)

    def _standing(self, concept: Concept, day: date) -> Concept:
        heir = self.concept(concept.replaced_by) if concept.replaced_by else None
        if not concept.approved_on(day):
            early = concept.status is Status.APPROVED
            return replace(concept, status=Status.DRAFT) if early else concept
        over = heir is not None and heir is not concept and heir.approved_on(day)
        return replace(concept, status=Status.DEPRECATED) if over else concept

    def column_for(self, locale: str) -> str | None:
        """Return the column that serves ``locale``: itself, else a more general one, else the only variant of the language.

        RFC 4647 lookup finds ``en`` for ``en-GB``; ``en-GB`` serves ``en`` when no other column begins so.
        """
        for tag in fallbacks(locale):
            if tag in self.locales:
                return tag
        special = [column for column in self.locales if column.startswith(f"{locale}-")]
        return special[0] if len(special) == 1 else None
