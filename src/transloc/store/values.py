"""What the store gives and takes beside the values of the model: outcomes, counts, jobs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from transloc.errors import Refused
from transloc.model import Event, Person, Segment, State
from transloc.states import Change
from transloc.steps.duty import Duty

Row = tuple[str, int, Change]
"""A change to be made: segment id, the revision that was seen, the change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may sign in. ``ready``: there is a password; ``seen`` is the last sign-in; ``language`` is empty for the browser's."""

    person: Person
    email: str
    active: bool
    ready: bool
    language: str
    mails: bool
    seen: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article without its document: what a list of many needs. ``address`` is where it is published, as it states itself."""

    slug: str
    path: str
    locale: str
    title: str
    digest: str
    external: bool
    mirror: bool
    locales: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of many changes: ``changed`` as they now stand, in the order given; ``refused`` name segment and reason.

    ``revisions`` are those of the catalog before and after, ``glossary`` is the digest of the one it is now signed off with: whoever
    holds the catalog as it was before holds it whole with these put in.
    """

    changed: tuple[Segment, ...]
    refused: tuple[Refused, ...]
    revisions: tuple[int, int]
    glossary: str = ""


@dataclass(frozen=True, slots=True)
class Drafting:
    """What a machine made of a segment: its text, and where that came from (``deepl``, ``memory``)."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class SourceVersion:
    """A new version of an article: when it came, who brought it, its path, and the Events of what it did to a catalog's segments."""

    at: datetime
    actor: str
    path: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of a batch; a segment that a person edited, or an update removed, meanwhile is in neither of the two."""

    changed: tuple[Segment, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How far a catalog is, counted by the database; words are those of the source. Findings are not known here.

    ``written`` is when somebody or a machine last wrote one of its segments.
    """

    article: str
    locale: str
    deadline: datetime | None
    states: Mapping[State, int]
    words: int
    words_done: int
    duty: Duty = field(default_factory=Duty)
    written: datetime | None = None

    @property
    def total(self) -> int:
        """All segments."""
        return sum(self.states.values())

    @property
    def done(self) -> int:
        """Segments that a person vouches for."""
        return self.states[State.REVIEWED] + self.states[State.FINAL]


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """An engine's answer to one text; ``identity`` is what ``engines.engine.identity`` gives."""

    identity: str
    engine: str
    text: str
    at: datetime


#: What is written to a job that somebody stopped, and that goes on later: nothing has failed.
INTERRUPTED = "interrupted"


class JobState(StrEnum):
    """Where a job is: an interrupted one stays ``running`` until it is taken up again."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Drafting one catalog with an engine. ``total`` and ``done`` count segments, ``billed`` characters.

    ``attempts`` counts how often it was started; until ``lease`` nobody else takes it, unless ``holder`` is dead.
    """

    id: int
    article: str
    locale: str
    engine: str
    state: JobState
    total: int
    done: int
    billed: int
    attempts: int
    holder: str
    lease: datetime
    started: datetime
    finished: datetime | None
    error: str

    @property
    def unfinished(self) -> bool:
        """Whether it waits or runs."""
        return self.state in (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One paid request of a job. A request that failed is recorded as well, with its ``error`` and what it cost."""

    job: int
    texts: int
    billed: int
    at: datetime
    error: str = ""


class Version(NamedTuple):
    """What tells that something was written: ``revision`` is the catalog's, ``article`` holds what changes with its article.

    ``duty`` tells who is to do it and who is at it; it changes neither of the two.
    """

    revision: int
    article: tuple[object, ...]
    duty: Duty = Duty()


class Handed(NamedTuple):
    """Who assigned a catalog: name and opaque id; when, and what they said with it."""

    name: str
    by: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person is typing into a segment, of which they read the revision ``seen``; the segment may be gone since."""

    segment: str
    text: str
    seen: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What somebody said of a segment. ``author`` is a name, ``by`` its opaque id; ``settled`` is when it was done with."""

    id: int
    segment: str
    author: str
    by: str
    text: str
    at: datetime
    settled: datetime | None = None


class News(StrEnum):
    """What a notification tells."""

    MENTIONED = "mentioned"
    COMMENTED = "commented"
    REWORKED = "reworked"
    ASSIGNED = "assigned"
    SOURCE_CHANGED = "source-changed"
    DUE = "due"
    MISSED = "missed"
    DRAFT_FAILED = "draft-failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """What somebody is to know. ``by`` is a name, empty for nobody or several; ``title`` is the article's, its name where it has none.

    ``text`` is the comment, what was said with an assignment, what a draft stopped at, or a deadline (ISO 8601); ``segments`` are those of
    REWORKED. ``external``: the article's text may leave this machine.
    """

    id: int
    kind: News
    article: str
    locale: str
    title: str
    at: datetime
    segment: str = ""
    segments: tuple[str, ...] = ()
    text: str = ""
    by: str = ""
    external: bool = True
    seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to go to somebody by e-mail, the oldest first. ``language`` is that of the person's pages, empty where they chose none."""

    person: Person
    address: str
    language: str
    news: tuple[Notification, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which Events somebody wants to see: empty fields ask for all. ``person`` is an id; ``until`` is excluded."""

    person: str = ""
    action: str = ""
    article: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """An Event with its number, by which the log goes on."""

    id: int
    event: Event
