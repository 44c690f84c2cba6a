"""Who has which article open, and in which row: kept in this process's memory, by asking pages, and soon forgotten."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from transloc.model import Person

Place = tuple[Path, str, str]
"""A catalog: the project's folder, slug and locale."""

#: Seconds without a word from a page after which nobody is there: it asks every three.
FORGET = 15.0

#: Pages of one person in one article that are told apart; who opens more of them is where they were last.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody with an article open. ``rows`` are the sentences they have open, each with whether they write in it."""

    id: str
    name: str
    rows: tuple[tuple[str, bool], ...] = ()

    @property
    def open(self) -> frozenset[str]:
        """The sentences that they have open."""
        return frozenset(row for row, _ in self.rows)

    @property
    def writes(self) -> frozenset[str]:
        """The sentences in which they have text that is not saved."""
        return frozenset(row for row, typing in self.rows if typing)

    @property
    def initials(self) -> str:
        """Two letters for a small mark."""
        words = self.name.split()
        return "".join(word[0] for word in (*words[:1], *words[1:][-1:])).upper()


@dataclass(slots=True)
class _Page:
    person: Person
    row: str
    typing: bool
    at: float


class Presence:
    """Everybody's open pages. Methods may be called from any thread; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._pages: dict[Place, dict[tuple[str, str], _Page]] = {}
        self._swept = clock()

    def seen(self, place: Place, person: Person, page: str, row: str, *, typing: bool) -> bool:
        """Take note of a page that asks; returns whether its person has done something since: moved to a row, or written."""
        now = self._clock()
        with self._lock:
            self._sweep(now)
            pages = self._pages.setdefault(place, {})
            before = pages.pop((person.id, page), None)
            pages[person.id, page] = _Page(person, row, typing, now)
            theirs = [key for key in pages if key[0] == person.id]
            for old in theirs[:-_MOST]:
                del pages[old]
        return typing or before is None or before.row != row

    def others(self, place: Place, person: str) -> tuple[Somebody, ...]:
        """Return everybody else in a catalog, by name; two pages of one person are one person."""
        now = self._clock()
        found: dict[str, tuple[str, dict[str, bool]]] = {}
        with self._lock:
            for page in self._pages.get(place, {}).values():
                if page.person.id != person and now - page.at < FORGET:
                    _, rows = found.setdefault(page.person.id, (page.person.name, {}))
                    if page.row:
                        rows[page.row] = rows.get(page.row, False) or page.typing
        everybody = (Somebody(who, name, tuple(sorted(rows.items()))) for who, (name, rows) in found.items())
        return tuple(sorted(everybody, key=lambda one: (one.name, one.id)))

    def _sweep(self, now: float) -> None:
        if now - self._swept < FORGET:
            return
        self._swept = now
        for place, pages in list(self._pages.items()):
            kept = {key: page for key, page in pages.items() if now - page.at < FORGET}
            if kept:
                self._pages[place] = kept
            else:
                del self._pages[place]


#: Everybody at this desk: one process serves a project.
everybody = Presence()
