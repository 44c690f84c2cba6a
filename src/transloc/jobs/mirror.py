"""The PO mirror: catalogs of the database written into ``locales/``, and people's work in those files read back."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from transloc import files
from transloc.errors import InputError, Refused
from transloc.formats import po
from transloc.jobs import intake
from transloc.jobs.newsroom import Newsroom, now
from transloc.model import Catalog, Segment, State
from transloc.states import Action, Change
from transloc.steps import follow
from transloc.steps.reconcile import reconcile


@dataclass(frozen=True, slots=True)
class Conflict:
    """A segment that was changed differently here and in the file; neither text was touched."""

    article: str
    locale: str
    segment: str
    ours: str
    theirs: str


@dataclass(slots=True)
class Outcome:
    """What a synchronisation did. ``refused`` holds sentences: what the file asked for and the rules of the desk forbid."""

    written: list[Path] = field(default_factory=list)
    taken: int = 0
    refused: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def mirror(newsroom: Newsroom, slug: str, locale: str) -> bool:
    """Write one catalog into its PO file; False, with the file untouched, where somebody has changed it since the last sync."""
    if not newsroom.project.mirror or not newsroom.store.article(slug).mirror:
        return True
    path, catalog = newsroom.project.catalog_path(slug, locale), newsroom.store.catalog(slug, locale)
    if path.exists() and digest(data := files.read(path)) != newsroom.store.base_digest(slug, locale) and not _ours(data, catalog):
        return False
    _write(newsroom, path, catalog)
    return True


def _ours(data: bytes, catalog: Catalog) -> bool:
    """Tell whether a file is what we would write: a process that died before it advanced the base has left it."""
    try:
        return po.write(catalog, old=po.read(data)) == data
    except InputError:
        return False


def sync(newsroom: Newsroom) -> Outcome:
    """Bring database and PO files together, catalog by catalog; a catalog with a conflict is left alone on both sides.

    Raises InputError, with nothing changed, where one of the files cannot be read.
    """
    outcome = Outcome()
    intake.rebuild(newsroom)
    found = {catalog: _read(newsroom, *catalog) for catalog in _mirrored(newsroom)}
    for (slug, locale), file in found.items():
        _sync(newsroom, slug, locale, file, outcome)
    return outcome


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal digits."""
    return sha256(data).hexdigest()


def _mirrored(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    if not newsroom.project.mirror:
        return
    for article in newsroom.store.listing():
        if article.mirror:
            for locale in article.locales:
                yield article.slug, locale


def _write(newsroom: Newsroom, path: Path, catalog: Catalog) -> bool:
    """Replace the file, then advance the base: a process that dies between leaves a file that equals the database."""
    old = po.read(files.read(path), path) if path.exists() else None
    data = po.write(catalog, old=old)
    changed = not path.exists() or path.read_bytes() != data
    if changed:
        files.write(path, data)
    newsroom.store.set_base(catalog.article, catalog.target_locale, catalog, digest(data))
    return changed


def _read(newsroom: Newsroom, slug: str, locale: str) -> Catalog | None:
    """Return what the PO file says, None where it says nothing new."""
    path = newsroom.project.catalog_path(slug, locale)
    if not path.exists() or digest(data := files.read(path)) == newsroom.store.base_digest(slug, locale):
        return None
    return po.read(data, files.shown(path)).catalog


def _sync(newsroom: Newsroom, slug: str, locale: str, file: Catalog | None, outcome: Outcome) -> None:
    path = newsroom.project.catalog_path(slug, locale)
    if file and not _take(newsroom, slug, locale, file, outcome):
        return
    if _write(newsroom, path, newsroom.store.catalog(slug, locale)):
        outcome.written.append(path)


def _take(newsroom: Newsroom, slug: str, locale: str, file: Catalog, outcome: Outcome) -> bool:
    """Carry the file's changes into the database; False where the file must not be written, since it holds what is not here."""
    ours = newsroom.store.catalog(slug, locale)
    if file.digest not in ("", ours.digest) and intake.follow_source(newsroom, slug, file.digest):
        ours = newsroom.store.catalog(slug, locale)
    merged = reconcile(newsroom.store.base(slug, locale), ours, file)
    if merged.conflicts:
        outcome.conflicts += [Conflict(slug, locale, c.id, c.ours.target, c.theirs.target) for c in merged.conflicts]
        return False
    mine = {segment.id: segment for segment in ours.segments}
    whole = True
    for theirs in merged.taken:
        if theirs.id in mine or theirs.added:
            whole &= _follow(newsroom, slug, locale, mine.get(theirs.id, replace(theirs, target="")), theirs, outcome)
        elif theirs.target:
            outcome.refused.append(f"{slug} ({locale}) {theirs.id}: the article has no such segment. Add its new text with: transloc add")
            whole = False
    return whole


def _follow(newsroom: Newsroom, slug: str, locale: str, ours: Segment, theirs: Segment, outcome: Outcome) -> bool:
    """Carry one segment over; False where its text could not be taken."""
    if ours.source != theirs.source:
        outcome.refused.append(f"{slug} ({locale}) {ours.id}: the file has another source. Add the article's new text with: transloc add")
        return False
    at, before = now(), ours
    try:
        for change in follow.changes(ours, theirs, reader=newsroom.owner(), at=at):
            ours = _changed(newsroom, slug, locale, ours, change)
    except Refused as refused:
        outcome.refused.append(f"{slug} ({locale}) {refused}")
    outcome.taken += ours != before
    return ours.target == theirs.target or not theirs.target


def _changed(newsroom: Newsroom, slug: str, locale: str, ours: Segment, change: Change) -> Segment:
    rules = newsroom.rules(locale)
    if change.action is Action.ADD:
        return newsroom.store.add(slug, locale, replace(ours, state=State.INITIAL), change=change, rules=rules)
    return newsroom.store.change(slug, locale, ours.id, seen=ours.revision, change=change, rules=rules)
