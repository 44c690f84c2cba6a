"""The PO mirror: catalogs of the database written into ``locales/``, and people's work in those files read back."""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from transloc import files, markup
from transloc.errors import InputError, Refused, about
from transloc.formats import po
from transloc.jobs import intake
from transloc.jobs.newsroom import Newsroom, now
from transloc.model import Catalog, Segment, State
from transloc.steps import follow
from transloc.steps.reconcile import Reconciled, reconcile
from transloc.steps.recut import adopt
from transloc.store import Row
from transloc.wording import say

#: A request that takes a file in, and the background that writes it, wait for each other.
_ONE_AT_A_TIME = threading.RLock()

_ID = re.compile(r"[\w.-]+")  # it becomes a part of the desk's addresses

_ADD = say("Add the article’s new text with: transloc add")


class Side(StrEnum):
    """Whose text stands after a conflict."""

    HERE = "here"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A segment that was changed differently here and in the file; neither text was touched."""

    article: str
    locale: str
    segment: str
    ours: str
    theirs: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What a PO file that somebody has changed would bring, beside its conflicts.

    ``taken`` counts segments; ``obstacles`` are sentences that say why it cannot be taken; ``stamp`` tells this news from later ones.
    """

    taken: int
    conflicts: tuple[Conflict, ...]
    obstacles: tuple[str, ...]
    stamp: str


Choose = Callable[[str], Side | None]
"""Says whose text is to stand in a segment with a conflict; None where nobody has decided."""


@dataclass(slots=True)
class Outcome:
    """What a synchronisation did. ``refused`` holds sentences: what the file asked for and the rules of the desk forbid."""

    written: list[Path] = field(default_factory=list)
    taken: int = 0
    refused: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def mirror(newsroom: Newsroom, slug: str, locale: str) -> bool:
    """Write one catalog into its PO file; False, with the file untouched, where somebody has changed it since the last sync."""
    with _ONE_AT_A_TIME:
        return _mirror(newsroom, slug, locale)


def _mirror(newsroom: Newsroom, slug: str, locale: str) -> bool:
    if not newsroom.project.mirrors(slug) or not newsroom.store.article(slug).mirror:
        return True
    path, catalog = newsroom.project.catalog_path(slug, locale), newsroom.store.catalog(slug, locale)
    data = _bytes(path)
    if data is not None and files.digest(data) != newsroom.store.base_digest(slug, locale) and not _ours(data, catalog):
        return False
    return _write(newsroom, path, catalog, data) is not None


def _bytes(path: Path) -> bytes | None:
    return files.read(path) if path.exists() else None


def _ours(data: bytes, catalog: Catalog) -> bool:
    """Tell whether a file is what we would write: a process that died before it advanced the base has left it."""
    try:
        return po.write(catalog, old=po.read(data)) == data
    except InputError:
        return False


def sync(newsroom: Newsroom, side: Side | None = None) -> Outcome:
    """Bring database and PO files together, catalog by catalog.

    A catalog with a conflict is left alone on both sides, unless ``side`` says whose text is to stand. Raises InputError, with
    nothing changed, where one of the files cannot be read.
    """
    outcome = Outcome()
    with _ONE_AT_A_TIME:
        intake.rebuild(newsroom)
        found = {catalog: _read(newsroom, *catalog) for catalog in _mirrored(newsroom)}
        for (slug, locale), file in found.items():
            _sync(newsroom, slug, locale, file, outcome, lambda _: side)
    return outcome


def news(newsroom: Newsroom, slug: str, locale: str) -> News | None:
    """Return what the PO file of one catalog would bring; None where nobody has changed it. Nothing is written."""
    if (slug, locale) not in set(_mirrored(newsroom)) or not (file := _read(newsroom, slug, locale)) or not file.news:
        return None
    ours, merged = _merged(newsroom, newsroom.store.catalog(slug, locale), file.news)
    mine = {segment.id: segment for segment in ours.segments}
    return News(
        taken=len(merged.taken),
        conflicts=_conflicts(slug, locale, merged),
        obstacles=() if _follows(newsroom, slug, file.news, ours) else tuple(_obstacles(mine, merged.taken)),
        stamp=f"{file.digest}-{ours.revision}",
    )


def differs(newsroom: Newsroom, slug: str, locale: str) -> bool:
    """Tell whether somebody has changed the PO file of one catalog since it was brought together with the database."""
    path = newsroom.project.catalog_path(slug, locale)
    return path.exists() and files.digest(files.read(path)) != newsroom.store.base_digest(slug, locale)


def take_in(newsroom: Newsroom, slug: str, locale: str, choose: Choose, stamp: str) -> Outcome:
    """Bring one catalog and its PO file together as was decided on what ``stamp`` names; raises Refused where that is no longer so.

    Who acts in ``newsroom`` answers for what the file names nobody for, and lends no more than their own role.
    """
    outcome = Outcome()
    with _ONE_AT_A_TIME:
        seen = news(newsroom, slug, locale)
        if seen is None or seen.stamp != stamp:
            raise Refused(say("the file or the catalog has changed since you looked"), hint=say("Look again, and decide once more"))
        _sync(newsroom, slug, locale, _read(newsroom, slug, locale), outcome, choose)
    return outcome


def _follows(newsroom: Newsroom, slug: str, file: Catalog, ours: Catalog) -> bool:
    """Tell whether the article's new text lies beside the file, and so comes in first."""
    if file.digest in ("", ours.digest):
        return False
    path = newsroom.project.root / newsroom.store.article(slug).path
    return path.exists() and files.digest(files.read(path)) == file.digest


def _conflicts(slug: str, locale: str, merged: Reconciled) -> tuple[Conflict, ...]:
    return tuple(Conflict(slug, locale, c.id, c.ours.target, c.theirs.target, c.ours.source) for c in merged.conflicts)


@dataclass(frozen=True, slots=True)
class _File:
    """A PO file as it was read; ``news`` is what it says where somebody has changed it since the last sync."""

    digest: str
    news: Catalog | None


def _mirrored(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    for article, locale in newsroom.catalogs():
        if newsroom.project.mirrors(article.slug) and article.mirror:
            yield article.slug, locale


def _write(newsroom: Newsroom, path: Path, catalog: Catalog, found: bytes | None) -> bool | None:
    """Replace the file, which held ``found``, then advance the base: a process that dies between leaves a file that equals the database.

    Returns whether the file changed; None, with nothing done, where somebody has saved it just now.
    """
    data = po.write(catalog, old=None if found is None else po.read(found, path))
    changed = data != found
    if changed:
        if _bytes(path) != found:
            return None
        files.write(path, data, within=newsroom.project.locales)
    if changed or newsroom.store.base_digest(catalog.article, catalog.target_locale) != files.digest(data):
        newsroom.store.set_base(catalog.article, catalog.target_locale, catalog, files.digest(data))
    return changed


def _read(newsroom: Newsroom, slug: str, locale: str) -> _File | None:
    path = newsroom.project.catalog_path(slug, locale)
    if not path.exists():
        return None
    data = files.read(path)
    known = files.digest(data) == newsroom.store.base_digest(slug, locale)
    return _File(files.digest(data), None if known else po.read(data, files.shown(path)).catalog)


def _sync(newsroom: Newsroom, slug: str, locale: str, file: _File | None, outcome: Outcome, choose: Choose) -> None:
    path = newsroom.project.catalog_path(slug, locale)
    if file and file.news and not _take(newsroom, slug, locale, file.news, outcome, choose):
        return
    found = _bytes(path)
    if found is not None and (file is None or files.digest(found) != file.digest):
        return  # somebody has saved it just now: the next sync takes that in
    if _write(newsroom, path, newsroom.store.catalog(slug, locale), found):
        outcome.written.append(path)


def _take(newsroom: Newsroom, slug: str, locale: str, file: Catalog, outcome: Outcome, choose: Choose) -> bool:
    """Carry the file's changes into the database, all its texts or, where one cannot be taken, none; False where the file must be left.

    A process that dies on the way leaves what the next sync carries on: the file is written last.
    """
    ours = newsroom.store.catalog(slug, locale)
    if file.digest not in ("", ours.digest) and intake.follow_source(newsroom, slug, file.digest):
        ours = newsroom.store.catalog(slug, locale)
    standing = ours
    ours, merged = _merged(newsroom, ours, file)
    sides = {c.id: choose(c.id) for c in merged.conflicts}
    taken = [*merged.taken, *(c.theirs for c in merged.conflicts if sides[c.id] is Side.FILE)]
    mine = {segment.id: segment for segment in ours.segments}
    obstacles = [say("{slug} ({locale}) {why}", slug=slug, locale=locale, why=why) for why in _obstacles(mine, taken)]
    if None in sides.values():
        outcome.conflicts += _conflicts(slug, locale, merged)
        return False
    if obstacles:
        outcome.refused += obstacles
        return False
    if ours is not standing:
        newsroom.store.recut(ours, actor=newsroom.owner(), at=now())
        mine = {segment.id: segment for segment in newsroom.store.catalog(slug, locale)}
    _carry(newsroom, ours, mine, taken, outcome)
    return True


def _merged(newsroom: Newsroom, ours: Catalog, file: Catalog) -> tuple[Catalog, Reconciled]:
    """Return our side, cut as a colleague has cut it in the file, and what merging both gives."""
    base = newsroom.store.base(ours.article, ours.target_locale)
    if base:
        base, ours = adopt(base, ours, file)
    return ours, reconcile(base, ours, file)


def _obstacles(mine: Mapping[str, Segment], taken: Iterable[Segment]) -> Iterator[str]:
    return (why for theirs in taken if (why := _obstacle(mine, theirs)))


def _obstacle(mine: Mapping[str, Segment], theirs: Segment) -> str:
    """Return why the text of a file's segment cannot be taken; empty when it can."""
    ours = mine.get(theirs.id)
    if theirs.added:
        if not ours and not _ID.fullmatch(theirs.id):
            return say(
                "{segment}: the msgctxt of an added text has other signs than letters, digits, dots and hyphens. Give it another one",
                segment=theirs.id,
            )
        if not ours and not (theirs.target or theirs.suggestion):
            return say("{segment}: the added text is empty. Write it in the PO file, or take the entry out", segment=theirs.id)
        units = {segment.unit for segment in mine.values()}
        return (
            ""
            if ours or theirs.after in units
            else say("{segment}: there is no unit {unit} in the article. {advice}", segment=theirs.id, unit=theirs.after, advice=_ADD)
        )
    if ours is None:
        return say("{segment}: the article has no such segment. {advice}", segment=theirs.id, advice=_ADD)
    if ours.source != theirs.source:
        return say("{segment}: the file has another source. {advice}", segment=theirs.id, advice=_ADD)
    if theirs.target and not markup.valid(theirs.source, theirs.target):
        return about(theirs.id, say("its inline codes differ from the source. Correct them in the PO file"))
    return ""


def _carry(newsroom: Newsroom, ours: Catalog, mine: dict[str, Segment], taken: Iterable[Segment], outcome: Outcome) -> None:
    """Bring segments to what the file says of them: what was added first, then all rows in one transaction.

    What a guard refuses stays a draft, and is told.
    """
    slug, locale, at, reader = ours.article, ours.target_locale, now(), newsroom.owner()
    rules = newsroom.rules(locale, ours.glossary)
    known = {person.id: person for person in newsroom.store.people()}
    rows: list[Row] = []
    moved: set[str] = set()
    for theirs in taken:
        standing = mine.get(theirs.id)
        if standing is None:
            blank = replace(theirs, target="", state=State.INITIAL)
            change, *_ = follow.changes(blank, theirs, reader=reader, at=at, known=known)
            standing = newsroom.store.add(slug, locale, blank, change=change, rules=rules)
            moved.add(theirs.id)
        rows += [(standing.id, standing.revision, change) for change in follow.changes(standing, theirs, reader=reader, at=at, known=known)]
    done = newsroom.store.change_many(slug, locale, rows, rules=rules, typed=False)
    outcome.taken += len(moved | {segment.id for segment in done.changed})
    outcome.refused += [say("{slug} ({locale}) {why}", slug=slug, locale=locale, why=why) for why in done.refused]
