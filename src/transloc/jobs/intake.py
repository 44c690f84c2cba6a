"""Articles come in: a file is read, cut and added; an empty database is rebuilt from ``articles/`` and ``locales/``."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from transloc import files, formats
from transloc.errors import InputError
from transloc.formats import po
from transloc.formats.front_matter import faults
from transloc.jobs.newsroom import Newsroom, now
from transloc.model import Article, Catalog, Document, Kind, Segment, Unit
from transloc.project import Project, keep_choices
from transloc.steps.choose import Choices, choose
from transloc.steps.extract import extract
from transloc.steps.update import Updated, align, keep_ids, update
from transloc.wording import say

#: Letters of a slug: a file system takes names of 255 bytes, and a letter may have four.
_LONGEST = 60
#: So much of the shorter text stands in both, in letters, where one is a new version of the other under another headline.
_ALIKE = 1 / 2


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a file did; ``updated`` has a row for each locale in which the article was known before."""

    article: Article
    locales: tuple[str, ...]
    updated: tuple[Updated, ...] = ()
    copied: bool = False


def add(newsroom: Newsroom, path: Path, locales: tuple[str, ...], *, slug: str = "", deadline: datetime | None = None) -> Added:
    """Add the article in the file ``path``, or bring a known one to its new text; every unchanged segment keeps its work.

    A file outside of ``articles/`` is copied into it, so that a clone of the project holds it. Raises InputError for what cannot
    be read or named, its front matter included.
    """
    data = files.read(path)
    faults.heed(data, path)
    slug = slug or _known_as(newsroom, path) or slug_of(path)
    article = _article(newsroom, path, data, slug)
    if slug in _known(newsroom):
        old = _same_one(newsroom, path, slug, article)
        _keep(newsroom, old, data)
        return _renew(newsroom, old, article, locales, deadline)
    home = newsroom.project.root / article.path
    copied = not home.exists()
    if copied:
        files.write(home, data, within=newsroom.project.articles)
    article = _chosen(newsroom, article)
    catalogs = _fresh(newsroom, article, locales)
    newsroom.store.add_article(article, catalogs, actor=newsroom.owner(), at=now(), deadline=deadline)
    return Added(article, locales, copied=copied)


def _known_as(newsroom: Newsroom, path: Path) -> str:
    """Return the slug of the article whose file this is, whatever it was called when it was added."""
    full = path.resolve()
    return next((listed.slug for listed in newsroom.store.listing() if (newsroom.project.root / listed.path).resolve() == full), "")


def slug_of(path: Path) -> str:
    """Return the article's name from its file's: letters, digits and hyphens; raises InputError where nothing is left."""
    words = unicodedata.normalize("NFC", path.stem).lower()
    slug = re.sub(r"[^\w]+", "-", words)[:_LONGEST].strip("-_")
    if not slug:
        raise InputError(say("no name for the article can be made from the name of this file"), path=path, hint=say("Give one with --slug"))
    return slug


def checked_slug(slug: str) -> str:
    """Return ``slug`` as a person typed it; raises InputError for what could not name a file in ``locales/``."""
    if slug and (not re.fullmatch(r"\w[\w-]*", slug) or len(slug) > _LONGEST):
        raise InputError(
            say("“{slug}” cannot name an article", slug=slug),
            hint=say("Use letters, digits and hyphens, {longest} at most", longest=_LONGEST),
        )
    return slug.lower()


def _article(newsroom: Newsroom, path: Path, data: bytes, slug: str) -> Article:
    project = newsroom.project
    options = formats.Options(front_matter=project.front_matter) if project.front_matter else formats.Options()
    document = formats.for_name(path.name).parse(data, path, options)
    if not document.article:
        raise InputError(say("no text to translate was found"), path=path, hint=say("Check that this is the article"))
    return Article(slug=slug, path=_home(newsroom, path, slug), locale=project.source, document=document, external=project.may_leave(slug))


def _chosen(newsroom: Newsroom, article: Article) -> Article:
    """Return ``article``, whose units have the ids that they keep, with the editor's choices."""
    choices = newsroom.project.choices.get(article.slug)
    return replace(article, document=choose(article.document, choices)) if choices else article


def _ids(article: Article) -> tuple[str, ...]:
    return tuple(unit.id for unit in article.document.article)


def _home(newsroom: Newsroom, path: Path, slug: str) -> str:
    root, full = newsroom.project.root, path.resolve()
    if full.is_relative_to(newsroom.project.articles):
        return full.relative_to(root).as_posix()
    home = newsroom.project.articles / f"{slug}{path.suffix.lower()}"
    if home.exists() and home.read_bytes() != path.read_bytes() and slug not in _known(newsroom):
        raise InputError(
            say("{home} is another file of that name", home=files.shown(home)),
            path=path,
            hint=say("Give the article another name with --slug"),
        )
    return home.relative_to(root).as_posix()


def _known(newsroom: Newsroom) -> set[str]:
    return {listed.slug for listed in newsroom.store.listing()}


def _cut(newsroom: Newsroom, document: Document) -> tuple[Segment, ...]:
    return extract(document, newsroom.segmenter().segments)


def _fresh(newsroom: Newsroom, article: Article, locales: Iterable[str]) -> tuple[Catalog, ...]:
    segments = _cut(newsroom, article.document)
    return tuple(_catalog(article, locale, segments) for locale in locales)


def _catalog(article: Article, locale: str, segments: tuple[Segment, ...]) -> Catalog:
    return Catalog(
        article=article.slug,
        source_locale=article.locale,
        target_locale=locale,
        segments=segments,
        digest=files.digest(article.document.data),
    )


def _keep(newsroom: Newsroom, old: Article, data: bytes) -> None:
    """Bring the article's own file to ``data``, before the database has it: ``add`` again is right wherever this process dies.

    Raises InputError where the file holds what nobody has added yet.
    """
    home = newsroom.project.root / old.path
    standing = home.read_bytes() if home.exists() else None
    if standing == data:
        return
    if standing is not None and standing != old.document.data:
        raise InputError(
            say("{path} was changed, and would be lost", path=old.path), path=home, hint=say("Add it first, or take it out of the way")
        )
    files.write(home, data, within=newsroom.project.articles)


def _same_one(newsroom: Newsroom, path: Path, slug: str, new: Article) -> Article:
    """Return the known article ``slug``, of which ``path`` is a new version; raises InputError where it is another article.

    A file that replaces the article's own must look like it: what somebody has brought from elsewhere may share but the name.
    """
    old = newsroom.store.article(slug)
    home = newsroom.project.root / old.path
    if home.resolve() == path.resolve():
        return old
    moved = new.path != old.path and not home.exists()
    inside = path.resolve().is_relative_to(newsroom.project.articles)
    if not _alike(old.document.article, new.document.article) or (inside and not moved) or old.document.format != new.document.format:
        hint = say("Give this one another name with --slug; a new version goes into the article's own file")
        raise InputError(say("“{slug}” is already the name of {path}, another article", slug=slug, path=old.path), path=path, hint=hint)
    return replace(old, path=new.path) if moved else old


def _alike(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Tell whether two texts may be versions of one: a byline and “Share:” stand in every article of a newsroom."""
    partners = align([unit.source for unit in old], [unit.source for unit in new])
    if any(new[mine].kind is Kind.HEADLINE for mine in partners):
        return True
    shared = sum(len(new[mine].source) for mine in partners)
    return shared >= _ALIKE * min(sum(len(unit.source) for unit in old), sum(len(unit.source) for unit in new))


def _renew(newsroom: Newsroom, old: Article, new: Article, locales: tuple[str, ...], deadline: datetime | None) -> Added:
    store, at, actor = newsroom.store, now(), newsroom.owner()
    before = store.locales(old.slug)
    moved = old.path != store.article(old.slug).path
    new = _chosen(newsroom, replace(new, path=old.path, mirror=old.mirror, document=keep_ids(old.document, new.document)))
    fresh = _catalog(new, "", _cut(newsroom, new.document))
    updated = tuple(
        update(store.catalog(old.slug, has), new.document.article, fresh.segments, digest=fresh.digest, at=at) for has in before
    )
    if moved or new.external != old.external or new.document.data != old.document.data or _ids(new) != _ids(old):
        store.update_article(new, [u.catalog for u in updated], actor=actor, at=at)
    for locale in locales:
        if locale not in before:
            store.add_locale(old.slug, replace(fresh, target_locale=locale), actor=actor, at=at, deadline=deadline)
        elif deadline:
            store.set_deadline(old.slug, locale, deadline, actor=actor, at=at)
    return Added(new, tuple(dict.fromkeys((*before, *locales))), updated)


def choose_units(newsroom: Newsroom, slug: str, choices: Choices) -> tuple[Newsroom, Added]:
    """Keep the editor's choices for an article in ``transloc.toml`` and carry them out; return the newsroom with its new settings.

    The article is the one that was added last, whatever stands in its file by now. The settings are written first: a process that
    dies between leaves a choice that the next ``transloc add`` carries out.
    """
    newsroom = replace(newsroom, project=keep_choices(newsroom.project, slug, choices))
    old = newsroom.store.article(slug)
    path = newsroom.project.root / old.path
    return newsroom, _renew(newsroom, old, _article(newsroom, path, old.document.data, slug), (), None)


def follow_source(newsroom: Newsroom, slug: str, digest: str) -> bool:
    """Bring an article to the text in its file if that has ``digest``; False where it has not.

    So a colleague's new version of an article comes in with their PO file. The bases follow: what the new text changes in them is
    nobody's work.
    """
    store = newsroom.store
    old = store.article(slug)
    path = newsroom.project.root / old.path
    if not path.exists() or files.digest(data := files.read(path)) != digest:
        return False
    bases = {locale: base for locale in store.locales(slug) if (base := store.base(slug, locale))}
    new = _renew(newsroom, old, _article(newsroom, path, data, slug), (), None).article
    cut, at = _cut(newsroom, new.document), now()
    for locale, base in bases.items():
        moved = update(base, new.document.article, cut, digest=digest, at=at).catalog
        store.set_base(slug, locale, moved, store.base_digest(slug, locale) or "")
    return True


@dataclass(frozen=True, slots=True)
class _Restored:
    """An article as its files have it: its catalogs on today's text, and each PO file as it was read, with its digest."""

    article: Article
    catalogs: tuple[Catalog, ...]
    read: tuple[tuple[Catalog, str], ...]


def rebuild(newsroom: Newsroom) -> tuple[Article, ...]:
    """Add every article that ``locales/`` knows and the database does not, with states as the PO files give them.

    Raises InputError, with nothing added, where one of the files cannot be read.
    """
    project, known = newsroom.project, _known(newsroom)
    mirrors: dict[str, list[Path]] = {}
    for path in sorted(project.locales.glob("*/*.po")):
        if path.stem not in known:
            mirrors.setdefault(path.stem, []).append(path)
    if not mirrors:
        return ()
    sources = {path: files.read(path) for path in sorted(project.articles.rglob("*")) if slug_of_or_none(path)}
    restored = [_restored(newsroom, slug, paths, sources) for slug, paths in mirrors.items()]
    for one in restored:
        newsroom.store.add_article(one.article, one.catalogs, actor=newsroom.owner(), at=now(), imported=True)
        for catalog, digest in one.read:
            newsroom.store.set_base(one.article.slug, catalog.target_locale, catalog, digest)
    return tuple(one.article for one in restored)


def _restored(newsroom: Newsroom, slug: str, paths: list[Path], sources: Mapping[Path, bytes]) -> _Restored:
    project = newsroom.project
    data = {path: files.read(path) for path in paths}
    catalogs = {path: po.read(read, files.shown(path)).catalog for path, read in data.items()}
    source = _source(slug, {catalog.digest for catalog in catalogs.values()}, sources)
    if not source:
        where = files.shown(project.articles)
        raise InputError(
            say("its article is not in {where}", where=where),
            path=files.shown(paths[0]),
            hint=say("Bring {slug} back, or remove this file", slug=slug),
        )
    article = _article(newsroom, source, sources[source], slug)
    held = {path: _held(catalog, article, _locale(project, path)) for path, catalog in catalogs.items()}
    article = _chosen(newsroom, replace(article, document=keep_ids(_document_of(held[paths[0]]), article.document)))
    fresh = _catalog(article, "", _cut(newsroom, article.document))
    today = [update(catalog, article.document.article, fresh.segments, digest=fresh.digest, at=now()).catalog for catalog in held.values()]
    return _Restored(article, tuple(today), tuple((held[path], files.digest(data[path])) for path in paths))


def _locale(project: Project, path: Path) -> str:
    try:
        return project.target(path.parent.name)
    except InputError as error:
        raise InputError(error.message, path=files.shown(path), hint=say("{hint}, or remove this file", hint=error.hint)) from None


def _source(slug: str, digests: set[str], sources: Mapping[Path, bytes]) -> Path | None:
    """Return the article of that name among ``sources``: the very file that a PO file was made of, else one called so."""
    same = [path for path, data in sources.items() if files.digest(data) in digests]
    called = [path for path in sources if slug_of_or_none(path) == slug]
    return next(iter([*(path for path in called if path in same), *called, *same]), None)


def _held(catalog: Catalog, article: Article, locale: str) -> Catalog:
    return replace(catalog, article=article.slug, source_locale=article.locale, target_locale=locale)


def slug_of_or_none(path: Path) -> str | None:
    """Return the slug of a file in ``articles/``, None for what cannot be an article."""
    try:
        formats.for_name(path.name)
        return slug_of(path) if path.is_file() else None
    except InputError:
        return None


def _document_of(catalog: Catalog) -> Document:
    """Return a document with the units that a catalog's segments came from, to find their partners in a newer text."""
    units: dict[str, list[str]] = {}
    for segment in catalog.segments:
        if not segment.added:
            units.setdefault(segment.unit, []).append(segment.source)
    return Document(
        format="",
        data=b"",
        encoding="utf-8",
        units=tuple(Unit(id=key, kind=Kind.PARAGRAPH, source=" ".join(texts), span=(0, 0)) for key, texts in units.items()),
    )
