"""The lines of the queue: every catalog with its deadline, how far it is, and what to do next."""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from transloc import markup
from transloc.jobs import mirror
from transloc.jobs.current import Current, Standing
from transloc.model import State
from transloc.store import Counts, Job, JobState, Listed
from transloc.web.desk import Here
from transloc.web.due import Due, in_words
from transloc.web.whose import Crew, Whose

#: Seconds that a page spends on measuring catalogs; the background measures the others.
_PATIENCE = 0.15

#: In this order the queue lists whose a catalog is.
GROUPS: Mapping[str, Promise] = {
    "mine": gettext_lazy("Waiting for you"),
    "free": gettext_lazy("Nobody’s yet"),
    "others": gettext_lazy("With others"),
    "done": gettext_lazy("Signed off"),
}
_ORDER = tuple(GROUPS)

_STATES = (State.FINAL, State.REVIEWED, State.TRANSLATED, State.INITIAL)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: where it begins and how wide it is, in per cent."""

    state: State
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One catalog in the queue. ``standing`` is None while nobody has measured it."""

    listed: Listed
    counts: Counts
    title: str
    variant: str
    due: Due | None
    standing: Standing | None
    job: Job | None
    outdated: str
    outside: bool
    whose: Whose
    went_out: datetime | None = None

    @property
    def name(self) -> str:
        """What tells this line from others in ids of elements."""
        return f"{self.listed.slug}-{self.counts.locale}"

    @property
    def left(self) -> int:
        """Words of the source that nobody vouches for yet."""
        return self.counts.words - self.counts.words_done

    @property
    def state(self) -> str:
        """Where the catalog is: ``done`` when all is signed off, ``ready`` for export, else ``open``."""
        if self.counts.total and self.counts.states[State.FINAL] == self.counts.total:
            return "done"
        return "ready" if self.standing and self.standing.ready and not self.outdated else "open"

    @property
    def group(self) -> str:
        """Where it stands in the queue: ``done`` when it waits for nobody, else whose it is (``Whose.group``)."""
        return "done" if self.state == "done" else self.whose.group

    @property
    def column(self) -> str:
        """Where it stands on the board: what is to be done next, ``published`` when it went out as it stands now."""
        states, written = self.counts.states, self.counts.written
        if states[State.INITIAL] or not self.counts.total:
            return "draft"
        if states[State.TRANSLATED]:
            return "review"
        if self.went_out and (written is None or written <= self.went_out) and not self.outdated:
            return "published"
        return "ready" if states[State.FINAL] == self.counts.total else "sign"

    @property
    def drafting(self) -> bool:
        """Whether a draft is queued or under way."""
        return bool(self.job and self.job.unfinished)

    @property
    def draftable(self) -> bool:
        """Whether there is something to draft, and nobody at it."""
        return self.counts.states[State.INITIAL] > 0 and not self.drafting

    @property
    def failure(self) -> str:
        """Why the latest draft did not come to its end, as long as something is left to draft."""
        failed = self.job and self.job.state is JobState.FAILED and self.counts.states[State.INITIAL]
        return self.job.error if self.job and failed else ""

    @property
    def bar(self) -> Iterator[Part]:
        """The states of the segments, the furthest first."""
        start = 0.0
        for state in _STATES:
            count = self.counts.states[state]
            width = round(100 * count / self.counts.total, 2) if self.counts.total else 0.0
            if count:
                yield Part(state, count, start, width)
            start += width


def lines(current: Current, here: Here, *, published: bool = False) -> list[Line]:
    """Return every catalog: what waits for the person who asks, what is nobody's, what others have, and last what is done.

    Among each of these the oldest deadline comes first, and those without one last. ``published``: when each went out is told too,
    without which no line stands in that column.
    """
    newsroom, now = current.newsroom(), here.now
    listed = {one.slug: one for one in newsroom.store.listing()}
    revisions = newsroom.store.revisions()
    jobs = {(job.article, job.locale): job for job in newsroom.store.latest_jobs()}
    outside = {key for key in current.outside() if mirror.differs(newsroom, *key)}  # what was just taken in is told no more
    measured = _measured(current, revisions)
    counted = {(counts.article, counts.locale): counts for counts in newsroom.store.progress()}
    handed = newsroom.store.handed([key for key, counts in counted.items() if counts.duty.assignee == here.person.id])
    went_out, crew = newsroom.store.went_out(revisions) if published else {}, Crew.of(here)
    zone = newsroom.project.zone()
    found = [
        Line(
            listed=listed[counts.article],
            counts=counts,
            title=markup.words(listed[counts.article].title),
            variant=newsroom.project.variant(counts.locale),
            due=in_words(counts.deadline, now, zone),
            standing=measured.get(key),
            job=jobs.get(key),
            outdated=current.outdated(listed[counts.article].path, listed[counts.article].digest),
            outside=key in outside,
            whose=Whose(duty=counts.duty, crew=crew, person=here.person, now=now, handed=handed.get(key)),
            went_out=went_out.get(key),
        )
        for key, counts in counted.items()
        if key in revisions and counts.article in listed
    ]
    return sorted(
        found,
        key=lambda line: (_ORDER.index(line.group), line.due is None, line.counts.deadline or now, line.title, line.counts.locale),
    )


def _measured(current: Current, revisions: dict[tuple[str, str], int]) -> dict[tuple[str, str], Standing | None]:
    """Return how catalogs stand: what is known, and of the rest what a page has the time to measure."""
    until = time.monotonic() + _PATIENCE
    found = {}
    for key, revision in revisions.items():
        standing = current.known(*key, revision)
        if standing is None and time.monotonic() < until:
            standing = current.standing(*key, revision)
        found[key] = standing
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """What the filters of the queue ask for; empty means all."""

    text: str = ""
    locale: str = ""
    state: str = ""
    findings: str = ""
    who: str = ""

    def of(self, found: Iterable[Line]) -> list[Line]:
        """Return the lines that are asked for."""
        return [line for line in found if self._fits(line)]

    def _fits(self, line: Line) -> bool:
        words = f"{line.title} {line.listed.slug}".casefold()
        return (
            all(word in words for word in self.text.casefold().split())
            and self.locale in ("", line.counts.locale)
            and self.state in ("", line.state)
            and self._finds(line.standing)
            and self._is_of(line.whose)
        )

    def _finds(self, standing: Standing | None) -> bool:
        if standing is None:  # shown as being checked until it is known
            return True
        return {"errors": standing.errors > 0, "any": standing.findings > 0, "none": standing.findings == 0}.get(self.findings, True)

    def _is_of(self, whose: Whose) -> bool:
        if self.who == "nobody":
            return whose.duty.free(whose.now)
        person = whose.person.id if self.who == "me" else self.who
        return not person or whose.duty.waits_for(person, whose.now)

    def __bool__(self) -> bool:
        return any((self.text, self.locale, self.state, self.findings, self.who))
