"""A project with its database and its glossary at hand: what every command and page that needs the store begins with."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from transloc import files, project, store
from transloc.checks.run import signed_otherwise
from transloc.errors import InputError
from transloc.glossary import Glossary, csv_file, inflection
from transloc.model import Person, Role
from transloc.project import Project
from transloc.segmentation import Segmenter, segmenter
from transloc.steps.review import Rules
from transloc.store import Listed, Store
from transloc.wording import say


def now() -> datetime:
    """Return the present moment, in UTC and to the second, as Events keep it."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """One open project. ``glossary`` is None where the project has no glossary file; ``by`` is who works in it, if that was said.

    ``worker`` is who is signed in at the desk: what is done for them is done in their name and with their role.
    """

    project: Project
    store: Store
    glossary: Glossary | None
    by: str = ""
    worker: Person | None = None

    def rules(self, locale: str, signed: str = "") -> Rules:
        """Return what a change in a catalog of ``locale`` is judged by; ``signed`` is the digest of the glossary it was signed off with."""
        glossary, checks = self.glossary_of(signed), self.project.check_settings()
        return Rules(
            source_locale=self.project.source,
            target_locale=locale,
            glossary=glossary,
            checks=checks.in_hindsight() if signed_otherwise(signed, glossary) else checks,
            four_eyes=self.project.four_eyes,
        )

    def glossary_of(self, signed: str) -> Glossary | None:
        """Return the glossary that an article is judged by: the one it was ``signed`` off with, where that is kept, else today's."""
        if not signed or (self.glossary and self.glossary.digest == signed):
            return self.glossary
        with suppress(LookupError):
            return _kept(self.store, signed)
        return self.glossary

    def segmenter(self) -> Segmenter:
        """Return the segmenter of the project's source language, with its own rules in front."""
        return segmenter(self.project.source, self.project.segmentation_rules)

    def articles(self, names: tuple[str, ...] = ()) -> tuple[Listed, ...]:
        """Return the articles that a person named by slug or path, each once, or all where none is named.

        Raises InputError, with those there are, for a name that is none.
        """
        known = self.store.listing()
        return tuple(dict.fromkeys(self._article(name, known) for name in names)) if names else known

    def slugs(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the slugs of ``articles``."""
        return tuple(listed.slug for listed in self.articles(names))

    def catalogs(self, names: tuple[str, ...] = (), locale: str | None = None) -> Iterator[tuple[Listed, str]]:
        """Yield each catalog of ``articles`` as article and target locale; only those in ``locale`` if given."""
        for listed in self.articles(names):
            yield from ((listed, target) for target in listed.locales if locale in (None, target))

    def _article(self, name: str, known: tuple[Listed, ...]) -> Listed:
        path = Path(name).resolve()
        for listed in known:
            if name in (listed.slug, listed.path) or path == self.project.root / listed.path:
                return listed
        slugs = ", ".join(listed.slug for listed in known)
        raise InputError(
            say("there is no article “{name}”", name=name),
            hint=say("Articles: {slugs}", slugs=slugs) if slugs else say("Add one with: transloc add FILE"),
        )

    def outdated(self, name: str, digest: str) -> str:
        """Return what to do where an article's file, ``name`` in the project, is not the one that was added; empty where it is."""
        path = self.project.root / name
        if not path.exists():
            return say("its file {file} is gone. Bring it back, or add it where it lies now", file=files.shown(path))
        if files.digest(path.read_bytes()) != digest:
            return say("{file} has changed since it was added. Take the new text in with: transloc add {file}", file=files.shown(path))
        return ""

    def today(self) -> date:
        """Return the day it is where the newsroom is at home."""
        return now().astimezone(self.project.zone()).date()

    def owner(self) -> Person:
        """Return who acts here: who is signed in, else the person at this machine, an admin: the disk is theirs anyway."""
        return self.worker or self.store.person(self.by or login(), role=Role.ADMIN)


def login() -> str:
    """Return who is at this machine, by the name of the operating system."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "owner"


def read_glossary(settings: Project) -> Glossary | None:
    """Return the project's glossary as it stands today, None where its file is absent; raises InputError where it cannot be used.

    From now on terms inflect as the project wishes.
    """
    inflection.use(settings.morphology)
    if not settings.glossary.exists():
        return None
    path = files.shown(settings.glossary)
    return csv_file.read(files.read(path), path).glossary.on(now().astimezone(settings.zone()).date())


@lru_cache(maxsize=16)
def _kept(database: Store, digest: str) -> Glossary:
    """Return a glossary that the store keeps; raises LookupError, which is not remembered, where it does not keep it yet."""
    found = database.glossary(digest)
    if found is None:
        raise LookupError(digest)
    return found


@contextmanager
def opened() -> Iterator[Newsroom]:
    """Open the newsroom that holds the working folder; raises InputError where there is none or it cannot be written."""
    settings = project.require()
    glossary = read_glossary(settings)
    with store.open(settings.root) as database:
        newsroom = Newsroom(settings, database, glossary)
        yield newsroom
