"""An open newsroom that follows its files: settings and glossary, when somebody edits them, and how every catalog stands."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from transloc import project
from transloc.errors import TranslocError
from transloc.jobs.newsroom import Newsroom, read_glossary
from transloc.jobs.quiet import Quiet
from transloc.jobs.survey import measure

Stamp = tuple[int, int] | None
"""When a file was last written, and its size; None where there is none."""


def stamp(path: Path) -> Stamp:
    """Return what tells that a file was written."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@dataclass(frozen=True, slots=True)
class Standing:
    """What a catalog's text says of its way to publication.

    ``ready``: every segment is vouched for; ``errors`` counts segments with a finding that blocks, ``findings`` those with any
    that nobody let pass; ``first`` is the id of the first segment that waits, empty where none does.
    """

    ready: bool
    errors: int
    first: str
    findings: int = 0


@dataclass(slots=True)
class Current:
    """The newsroom that is served, as it is now. Methods may be called from any thread."""

    _newsroom: Newsroom
    trouble: str = ""
    #: Catalogs whose PO file somebody has changed, by slug and locale; known while the background runs.
    outside: Callable[[], frozenset[tuple[str, str]]] = frozenset
    quiet: Quiet = field(default_factory=Quiet)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stamps: tuple[Stamp | date, ...] = ()
    _outdated: dict[tuple[str, str], tuple[Stamp, str]] = field(default_factory=dict)
    _standings: dict[tuple[str, str], tuple[int, Newsroom, Standing]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._stamps = _stamps(self._newsroom)

    def newsroom(self) -> Newsroom:
        """Return the newsroom with the settings and the glossary that are on the disk now.

        Where these cannot be read, ``trouble`` says why, and the last ones that could be stay in force.
        """
        with self._lock:
            if _stamps(self._newsroom) != self._stamps:
                self._reload()
            return self._newsroom

    def _reload(self) -> None:
        self._stamps = _stamps(self._newsroom)
        try:
            settings = project.load(self._newsroom.project.root)
            self._newsroom = replace(self._newsroom, project=settings, glossary=read_glossary(settings))
        except TranslocError as error:
            self.trouble = error.whole
        else:
            self.trouble = ""
            self._stamps = _stamps(self._newsroom)  # the settings may name another glossary

    def outdated(self, name: str, digest: str) -> str:
        """Return what ``Newsroom.outdated`` says; the article's file is read again only when it was written."""
        newsroom = self.newsroom()
        seen = stamp(newsroom.project.root / name)
        known = self._outdated.get((name, digest))
        if known is None or known[0] != seen:
            known = self._outdated[name, digest] = seen, newsroom.outdated(name, digest)
        return known[1]

    def known(self, slug: str, locale: str, revision: int) -> Standing | None:
        """Return how a catalog stands, None where nobody has measured this revision yet."""
        found = self._standings.get((slug, locale))
        return found[2] if found and found[0] >= revision and found[1] is self._newsroom else None

    def standing(self, slug: str, locale: str, revision: int) -> Standing:
        """Return how a catalog stands; all its segments are checked where its text or the rules have changed since."""
        if known := self.known(slug, locale, revision):
            return known
        newsroom = self.newsroom()
        catalog = newsroom.store.catalog(slug, locale)
        found = measure(newsroom, catalog, "")
        standing = Standing(
            ready=not found.blockers,
            errors=sum(bool(blocker.errors) for blocker in found.blockers),
            first=found.blockers[0].segment.id if found.blockers else "",
            findings=found.found,
        )
        self._standings[slug, locale] = catalog.revision, newsroom, standing
        return standing


def _stamps(newsroom: Newsroom) -> tuple[Stamp | date, ...]:
    """Return what tells that the files say something else: they were written, or a day has begun, on which a row may begin to hold."""
    return stamp(newsroom.project.root / project.CONFIG), stamp(newsroom.project.glossary), newsroom.today()
