"""The values that flow through the desk: frozen, typed, and free of any file format, database or vendor.

Texts of units and segments carry inline codes (``<1>…</1>``, ``<2/>``; see ``transloc.markup``). Spans are half-open pairs
of code-point offsets.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

Span = tuple[int, int]


class State(StrEnum):
    """How far a segment has come (XLIFF 2.1 ``segment/@state``); the ways between are in ``transloc.states``."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class Kind(StrEnum):
    """What a unit is in a news article; decides what the desk asks of it."""

    HEADLINE = "headline"
    LEDE = "lede"
    SOCIAL = "social"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    LABEL = "label"
    CAPTION = "caption"
    QUOTE = "quote"
    BYLINE = "byline"
    DATE = "date"
    TIMELINE = "timeline"
    GENRE = "genre"
    SOURCES = "sources"
    CATEGORY = "category"
    TAG = "tag"
    ATTRIBUTE = "attribute"
    NOTE = "note"


#: Rewritten for the reader rather than aligned with the source.
ADAPTED = frozenset({Kind.HEADLINE, Kind.LEDE, Kind.SOCIAL})


class Severity(StrEnum):
    """How much a finding weighs: an error blocks confirming, a warning asks for a look, info only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Role(StrEnum):
    """What a person may do: a translator edits and confirms, an editor also signs off, exports and assigns, an admin keeps the accounts.

    Each may what those before may.
    """

    TRANSLATOR = "translator"
    EDITOR = "editor"
    ADMIN = "admin"

    def may(self, wanted: "Role") -> bool:
        """Tell whether this role may what is the business of ``wanted``."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(wanted)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts. ``id`` is opaque (``p7``): it may stand in git, which cannot be anonymised; ``name`` may not."""

    id: str
    name: str
    role: Role = Role.TRANSLATOR


@dataclass(frozen=True, slots=True)
class Code:
    """An inline code of a unit: the raw markup that ``<number>`` and ``</number>`` stand for (``close`` None: ``<number/>``)."""

    number: int
    open: str
    close: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A block that is translated together.

    ``span`` is what a changed unit replaces, in the document's decoded text. ``syntax`` is the format's own note on how text
    is written at that place (a table cell, a quoted YAML scalar); no other room reads it. ``parent`` names the unit whose
    span holds this one (an ``alt`` inside a paragraph). ``block`` is what disappears when the whole unit is left out.
    ``aside`` says why the unit is no part of the article ("share bar"), empty for what is translated; ``confidence`` is how
    sure the format is of that, from 0 to 1. An editor may know better.
    """

    id: str
    kind: Kind
    source: str
    span: Span
    codes: tuple[Code, ...] = ()
    syntax: str = ""
    parent: str = ""
    block: Span | None = None
    note: str = ""
    aside: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document says of itself: ``origin`` tells where (front matter, JSON-LD …), ``confidence`` runs from 0 to 1."""

    value: str
    origin: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Embed:
    """Something in an article whose words no unit holds, so that a person must look: ``kind`` is embed, picture, video or code.

    ``address`` is where it comes from, as written; ``line`` counts from 1, 0 where a format has no lines.
    """

    kind: str
    address: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source file as read: its bytes, how they decode, and where its units lie.

    ``units`` are all of them, those of a page's furniture too; ``article`` are the ones to translate. ``metadata`` has ``title``,
    ``description``, ``author``, ``date`` (ISO 8601 where it can be read), ``category``, ``tags`` (commas between), ``language``
    and ``address``, as far as the document states them.
    """

    format: str
    data: bytes
    encoding: str
    units: tuple[Unit, ...]
    metadata: Mapping[str, Stated] = field(default_factory=dict)
    embeds: tuple[Embed, ...] = ()

    @property
    def article(self) -> tuple[Unit, ...]:
        """The units that are translated, in document order."""
        return tuple(unit for unit in self.units if not unit.aside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One source document of the newsroom. ``slug`` names it everywhere: on the command line, in ``locales/``, in the desk."""

    slug: str
    path: str
    locale: str
    document: Document
    external: bool = True
    mirror: bool = True

    @property
    def title(self) -> str:
        """The headline's words, or the slug where the article has none."""
        for unit in self.document.article:
            if unit.kind is Kind.HEADLINE:
                return unit.source
        return self.document.metadata["title"].value if "title" in self.document.metadata else self.slug


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding of ``rule`` that a person let pass, and why."""

    rule: str
    reason: str
    by: str = ""


class QuotationStatus(StrEnum):
    """How a quotation's wording was come by."""

    UNRESOLVED = "unresolved"
    DIRECT = "direct"
    VERIFIED = "verified"
    RETRANSLATED = "retranslated"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a named speaker; ``spoken_in`` and ``published_in`` tell whether a translation back would be nobody's words.

    ``span`` lies in the source of the unit ``unit``, ``text`` are its words without codes. ``original`` is the wording as it was
    spoken or printed; ``note`` tells who authorised a translation of it, or why it was resolved so.
    """

    unit: str
    span: Span
    text: str
    speaker: str = ""
    spoken_in: str = ""
    published_in: str = ""
    url: str = ""
    original: str = ""
    note: str = ""
    status: QuotationStatus = QuotationStatus.UNRESOLVED

    @property
    def on_the_web(self) -> bool:
        """Whether ``url`` leads to a page, and nowhere else (``javascript:``)."""
        return self.url.lower().startswith(("https://", "http://"))


def unit_of(segment: str) -> str:
    """Return the id of the unit that a segment's id names: what stands before ``.s1``."""
    return segment.rpartition(".")[0] or segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence of a unit, its translation and its state.

    ``people`` are the ids of those who acted since the last draft, source change or edit of a fact, in order: what four eyes
    is judged by. ``omitted`` is the reason of a deliberate omission. A target-only unit has an empty ``source`` and names in
    ``after`` the unit that it follows. ``previous_source`` and ``suggestion`` keep what a source change replaced.
    ``quotations`` are those that a person marked and that begin in this segment; ``alternatives`` are other wordings of a headline,
    lede or social text. ``revision`` counts writes of the row that this value was read from.
    """

    id: str
    source: str
    kind: Kind = Kind.PARAGRAPH
    target: str = ""
    state: State = State.INITIAL
    origin: str = ""
    people: tuple[str, ...] = ()
    at: datetime | None = None
    omitted: str = ""
    after: str = ""
    previous_source: str = ""
    suggestion: str = ""
    correction: str = ""
    waivers: tuple[Waiver, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    alternatives: tuple[str, ...] = ()
    revision: int = 0

    @property
    def unit(self) -> str:
        """The id of the segment's unit."""
        return unit_of(self.id)

    @property
    def added(self) -> bool:
        """Whether this is a target-only unit."""
        return not self.source and bool(self.after)

    @property
    def done(self) -> bool:
        """Whether a person vouches for it."""
        return self.state in (State.REVIEWED, State.FINAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All segments of one article in one target locale, in reading order.

    ``digest`` is the SHA-256 of the source file. ``revision`` counts writes to any segment of the catalog this was read from.
    ``glossary`` is the digest of the glossary that the article was signed off with, empty where a segment is not.
    """

    article: str
    source_locale: str
    target_locale: str
    segments: tuple[Segment, ...] = ()
    digest: str = ""
    revision: int = 0
    glossary: str = ""

    def __iter__(self) -> Iterator[Segment]:
        return iter(self.segments)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed target. ``score`` runs from 0 to 1; 1 is an exact match of the source."""

    target: str
    origin: str
    score: float = 1.0
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check reports on one segment (ITS 2.0 localization quality issue). ``fix`` is a whole new target, or None."""

    rule: str
    severity: Severity
    message: str
    segment: str = ""
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    fix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to which segment, when, with the text before and after (ITS 2.0 provenance). Never changed once written.

    ``actor`` is a name and ``by`` its opaque id, both empty for what a machine did; ``origin`` tells which one.
    """

    at: datetime
    actor: str
    action: str
    article: str
    locale: str = ""
    segment: str = ""
    before: str = ""
    after: str = ""
    note: str = ""
    by: str = ""
    origin: str = ""
