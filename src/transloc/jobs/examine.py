"""What ``transloc doctor`` looks at, one subject after the other; each is looked at whatever became of those before."""

import platform
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from transloc import files, project, store
from transloc.engines.engine import Examined
from transloc.errors import TranslocError
from transloc.formats import po
from transloc.glossary import inflection
from transloc.glossary.inflection import morphology
from transloc.jobs.newsroom import Newsroom, read_glossary
from transloc.jobs.translate import choice, wishes
from transloc.languages import language
from transloc.project import Project


class Verdict(StrEnum):
    """What was found."""

    FINE = "fine"
    NOTE = "note"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Result:
    """One subject and what is to be said of it."""

    subject: str
    verdict: Verdict
    message: str


Look = Callable[[], tuple[Verdict, str]]

_LOW_DISK = 500 * 1024 * 1024


def examine(*, offline: bool) -> Iterator[Result]:
    """Yield a result for each subject of the project that holds the working folder."""
    yield _look("program", _program)
    try:
        settings = project.require()
    except TranslocError as error:
        yield Result("settings", Verdict.BROKEN, str(error))
        return
    yield Result(
        "settings", Verdict.FINE, f"{settings.root / project.CONFIG}: {settings.source} to {', '.join(settings.targets) or 'nothing'}"
    )
    yield _look("glossary", lambda: _glossary(settings))
    yield _look("database", lambda: _database(settings))
    yield _look("PO files", lambda: _mirror(settings))
    for target in settings.targets:
        yield _look(f"engine for {target}", partial(_engine, settings, target, offline=offline, external=settings.external))
        if settings.external and settings.kept_here:
            yield _look(f"engine for {target}, articles kept here", partial(_engine, settings, target, offline=offline, external=False))
    yield _look("disk", lambda: _disk(settings))


def _look(subject: str, look: Look) -> Result:
    try:
        return Result(subject, *look())
    except TranslocError as error:
        return Result(subject, Verdict.BROKEN, str(error))


def _program() -> tuple[Verdict, str]:
    told = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    with closing(sqlite3.connect(":memory:")) as empty:
        try:
            empty.execute("CREATE VIRTUAL TABLE found USING fts5(words)")
        except sqlite3.OperationalError:
            why = "without full-text search (FTS5), which the memory needs. Use another Python, such as that of python.org"
            return Verdict.BROKEN, f"{told} {why}"
    return Verdict.FINE, told


def _glossary(settings: Project) -> tuple[Verdict, str]:
    glossary = read_glossary(settings)
    if glossary is None:
        return Verdict.NOTE, f"there is no {files.shown(settings.glossary)}; terms are not checked"
    missing = [locale for locale in (settings.source, *settings.targets) if glossary.column_for(locale) is None]
    if missing:
        return Verdict.NOTE, f"{glossary.path} has no column for {', '.join(missing)}; its terms are not checked there"
    used = dict.fromkeys(column for locale in (settings.source, *settings.targets) if (column := glossary.column_for(locale)))
    told = f"{len(glossary)} concepts"
    if any(language(column) == "uk" for column in used):
        told += f"; Ukrainian inflects by {morphology.versions(morphology.chosen())}"
    if morphology.overwritten():
        return Verdict.NOTE, f"{told}. The package shevchenko stands in the way of shevchenko-py: remove both, and install shevchenko-py"
    exact = [column for column in used if not inflection.inflects(column)]
    if exact:
        return Verdict.NOTE, f"{told}; in {', '.join(exact)} terms are found as written alone, and in the forms that a row lists"
    return Verdict.FINE, told


def _database(settings: Project) -> tuple[Verdict, str]:
    with store.open(settings.root) as opened:
        trouble = opened.verify()
        if trouble:
            return Verdict.BROKEN, f"{trouble}. Restore a backup, or remove .transloc/ and rebuild it from locales/ with: transloc sync"
        return Verdict.FINE, f"{len(opened.listing())} articles, {opened.count_entries()} entries in the memory"


def _mirror(settings: Project) -> tuple[Verdict, str]:
    if not settings.mirror:
        return Verdict.NOTE, "mirror = false: nothing is written to locales/"
    with store.open(settings.root) as opened:
        newsroom = Newsroom(settings, opened, None)
        stale = [str(path.relative_to(settings.root)) for path in _unsynced(newsroom)]
    if stale:
        return Verdict.NOTE, f"changed since the last sync: {', '.join(stale)}. Bring them in with: transloc sync"
    return Verdict.FINE, "as the database has them"


def _unsynced(newsroom: Newsroom) -> Iterator[Path]:
    known = {(listed.slug, locale) for listed in newsroom.store.listing() for locale in listed.locales}
    for path in sorted(newsroom.project.locales.glob("*/*.po")):
        data = files.read(path)
        po.read(data, files.shown(path))
        catalog = (path.stem, path.parent.name)
        if catalog not in known or files.digest(data) != newsroom.store.base_digest(*catalog):
            yield path


def _engine(settings: Project, target: str, *, offline: bool, external: bool) -> tuple[Verdict, str]:
    wished = wishes(settings, target, external=external, offline=offline, tell=lambda _: None)
    chosen, _ = choice(settings.engine, wished)
    if chosen.engine is None:
        return Verdict.NOTE, chosen.why
    try:
        may_ask = chosen.engine.abilities.local or not offline
        health = chosen.engine.examine() if may_ask and isinstance(chosen.engine, Examined) else None
    finally:
        chosen.engine.close()
    if health is None:
        return Verdict.FINE, chosen.why
    return (Verdict.FINE if health.fine else Verdict.NOTE), f"{chosen.why}; {health.message}"


def _disk(settings: Project) -> tuple[Verdict, str]:
    free = shutil.disk_usage(settings.root).free
    room = f"{free / 1024**3:.1f} GiB free"
    return (Verdict.NOTE, f"only {room}") if free < _LOW_DISK else (Verdict.FINE, room)
