"""What goes on while the desk is open: queued catalogs are drafted, PO files follow what people write, and people are told."""

import logging
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from transloc import files
from transloc.errors import InputError, Refused, TranslocError
from transloc.jobs import mirror, translate
from transloc.jobs.current import Current, Stamp, stamp
from transloc.jobs.newsroom import Newsroom, now
from transloc.store import Job
from transloc.wording import in_turn, say

_LOG = logging.getLogger("transloc.background")

#: Seconds between two looks at what is queued, and at what has changed; a PO file follows within five.
_QUEUE, _CHANGES = 0.5, 1.5

#: Seconds between two looks at deadlines, and at what is to be mailed.
_TELLING = 10.0

#: Seconds for which a file, and then how its catalog stands, waits for a quiet moment.
_QUIET = 0.7

#: Seconds after which a file is written though somebody still confirms sentence after sentence.
_BREATH = 2.0

#: Seconds before a catalog that another process drafts is tried again.
_BUSY = 20.0

#: Seconds for which the end waits for a batch that is under way, since it is paid for.
PATIENCE = 60.0

#: A stamp that no file has.
_NONE: Stamp = (0, -1)

Key = tuple[str, str]
"""A catalog: slug and locale."""


class _Thread(threading.Thread, ABC):
    """Takes a turn every few seconds until it is told to end; what a turn meets does not end it."""

    def __init__(self, name: str, pause: float, current: Current) -> None:
        super().__init__(name=name, daemon=True)
        self.current = current
        self.ending = threading.Event()
        self._pause = pause

    def run(self) -> None:
        """Take turns, the last one after the end was asked for."""
        try:
            while not self.ending.is_set():
                self._safely()
                self.ending.wait(self._pause)
            self.last()
        finally:
            self.current.newsroom().store.release()

    def stop(self) -> None:
        """Ask for the end, and wait for it."""
        self.ending.set()
        self.join(PATIENCE)

    def _safely(self) -> None:
        try:
            self.turn()
        except TranslocError as error:
            _LOG.warning("%s", error)
        except Exception:
            _LOG.exception("%s failed, and goes on", self.name)

    @abstractmethod
    def turn(self) -> None:
        """Do what there is to do."""

    def last(self) -> None:
        """Do what must be done before the end."""


class Drafting(_Thread):
    """Drafts what is queued, and what a crash interrupted, one catalog after the other, in the order in which they came."""

    def __init__(self, current: Current) -> None:
        super().__init__("drafting", _QUEUE, current)
        self._later: dict[Key, float] = {}

    def turn(self) -> None:
        """Draft every catalog that waits; one that another process is at waits longer."""
        for job in self.current.newsroom().store.latest_jobs():
            if self.ending.is_set():
                return
            key = job.article, job.locale
            if job.unfinished and self._later.get(key, 0.0) <= time.monotonic():
                self._draft(self.current.newsroom(), job)

    def _draft(self, newsroom: Newsroom, job: Job) -> None:
        said = ""
        try:
            said = self._carry_out(newsroom, job)
        except KeyboardInterrupt:  # the desk closes: its job ended as interrupted, and goes on when it opens again
            newsroom.store.enqueue_job(job.article, job.locale, at=now())
            return
        except Refused:
            self._later[job.article, job.locale] = time.monotonic() + _BUSY
            return
        except TranslocError as error:
            said = error.whole
        except Exception as error:
            _LOG.exception("%s (%s) could not be drafted", job.article, job.locale)
            said = say("Drafting failed ({kind}: {error})", kind=type(error).__name__, error=str(error))
        _finish(newsroom, job, said)

    def _carry_out(self, newsroom: Newsroom, job: Job) -> str:
        """Draft one catalog; returns what kept an engine from it, empty where nothing did."""
        runs = translate.prepare(newsroom, (job.article,), job.locale, engine=None, offline=False, tell=_LOG.info)
        try:
            reports = [report for _, report in translate.draft(newsroom, runs, self._advance)]
            unreached = [run.choice.why for run in runs if run.plan.work and not run.choice.engine]
            return in_turn([*unreached, *(note for report in reports for note in report.notes)])
        finally:
            translate.close(runs)

    def _advance(self, done: int, said: str) -> None:
        if self.ending.is_set():
            raise KeyboardInterrupt


def _finish(newsroom: Newsroom, job: Job, said: str) -> None:
    """End a job that the work itself has not ended: nothing was to be asked of an engine, or none was at hand."""
    for known in newsroom.store.latest_jobs():
        if (known.article, known.locale) == (job.article, job.locale) and known.unfinished:
            newsroom.store.finish_job(known.id, at=now(), error=said)


class Mirroring(_Thread):
    """Writes every changed catalog into its PO file, and measures how it stands; leaves files alone that somebody has changed."""

    def __init__(self, current: Current) -> None:
        super().__init__("mirroring", _CHANGES, current)
        self.outside: frozenset[Key] = frozenset()
        self._written: dict[Key, tuple[int, Stamp]] = {}
        self._seen: dict[Key, tuple[int, float]] = {}
        self._told: dict[Key, str] = {}

    def turn(self) -> None:
        """Follow every catalog that has changed since the last turn, or whose file has (all of them at first); then measure them."""
        newsroom = self.current.newsroom()
        revisions = newsroom.store.revisions()
        for key, revision in revisions.items():
            known = self._written.get(key) == (revision, _stamp(newsroom, key))
            rests = self._rests(key, revision)
            if rests and (not known or key in self.outside):  # a file that seemed changed may be one that a command was just writing
                self._pause_for_people()
                self._follow(newsroom, key, revision)
                self._seen[key] = revision, time.monotonic()
        for key, revision in revisions.items():
            if self.ending.is_set():
                return
            if not self.current.known(*key, revision):
                self._pause_for_people()
                self.current.standing(*key, revision)

    def _pause_for_people(self) -> None:
        if not self.ending.is_set():
            self.current.quiet.wait(_QUIET)

    def last(self) -> None:
        """Write what was changed since the last turn."""
        self._seen.clear()
        self._safely()

    def _rests(self, key: Key, revision: int) -> bool:
        """Tell whether nobody has written since the last turn, or the file has waited long enough: each writing slows those who confirm."""
        before, since = self._seen.get(key, (revision, time.monotonic()))
        moved = revision != before
        self._seen[key] = revision, since if moved else time.monotonic()
        return not moved or time.monotonic() - since >= _BREATH

    def _follow(self, newsroom: Newsroom, key: Key, revision: int) -> None:
        before = _stamp(newsroom, key)
        try:
            mine = mirror.mirror(newsroom, *key)
            after = _stamp_of_ours(newsroom, key)
        except (TranslocError, OSError) as error:
            if self._told.get(key) != str(error):  # once, and not at every turn
                _LOG.warning("%s (%s) could not be mirrored: %s", *key, error)
            self._told[key] = str(error)
            return
        self._told.pop(key, None)
        self._written[key] = revision, after if mine else before
        self.outside = self.outside - {key} if mine else self.outside | {key}


def _stamp(newsroom: Newsroom, key: Key) -> Stamp:
    return stamp(newsroom.project.catalog_path(*key))


def _stamp_of_ours(newsroom: Newsroom, key: Key) -> Stamp:
    """Return the stamp of the file that we wrote, or that of none where somebody has changed it since, who must not be missed."""
    path, base = newsroom.project.catalog_path(*key), newsroom.store.base_digest(*key)
    seen = stamp(path)
    try:
        return seen if base in (None, files.digest(files.read(path))) else _NONE
    except InputError:  # it is gone again
        return _NONE


class Telling(_Thread):
    """Tells of deadlines, forgets what was read long ago, and has people written to: ``post`` sends what waits."""

    def __init__(self, current: Current, post: Callable[[Newsroom], None]) -> None:
        super().__init__("telling", _TELLING, current)
        self._post = post

    def turn(self) -> None:
        """Do all three; a mail server that is slow keeps nobody waiting but this thread."""
        newsroom = self.current.newsroom()
        newsroom.store.remind(now())
        self._post(newsroom)


def _nothing(_: Newsroom) -> None:
    """Write to nobody."""


@dataclass
class Background:
    """The threads, for as long as the desk is open: ``with Background(current, post): …``; ``post`` sends the mails that wait."""

    current: Current
    post: Callable[[Newsroom], None] = _nothing
    drafting: Drafting = field(init=False)
    mirroring: Mirroring = field(init=False)
    telling: Telling = field(init=False)

    def __enter__(self) -> Self:
        self.drafting, self.mirroring = Drafting(self.current), Mirroring(self.current)
        self.telling = Telling(self.current, self.post)
        self.current.outside = lambda: self.mirroring.outside
        self.drafting.start()
        self.mirroring.start()
        self.telling.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.telling.ending.set()
        self.drafting.stop()
        self.mirroring.stop()  # after the drafts, so that the files hold them
        self.telling.stop()
