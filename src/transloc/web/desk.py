"""The first beat of every page: the open newsroom, and who is asking."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse

from transloc.errors import InputError
from transloc.jobs.current import Current
from transloc.jobs.newsroom import Newsroom
from transloc.jobs.newsroom import now as _now
from transloc.model import Article, Catalog, Person
from transloc.steps.duty import Duty
from transloc.steps.review import Rules
from transloc.store import Comment, Outcome, Version
from transloc.web.recent import Recent

_opened: list[Current] = []  # the server's one newsroom; set before the first request

#: What was read last, by the project's folder, slug and locale: it is read again when its version has changed.
_catalogs: Recent[tuple[Path, str, str], Catalog] = Recent(16)
_articles: Recent[tuple[Path, str], tuple[Version, Article]] = Recent(16)


@dataclass(frozen=True, slots=True)
class Here:
    """One request's newsroom and person."""

    newsroom: Newsroom
    person: Person

    @property
    def now(self) -> datetime:
        """The present moment, as Events keep it."""
        return _now()

    def rules(self, catalog: Catalog) -> Rules:
        """Return what a change in ``catalog`` is judged by."""
        return self.newsroom.rules(catalog.target_locale, catalog.glossary)


@dataclass(frozen=True, slots=True)
class At:
    """The catalog that an address names, as it stands now."""

    article: Article
    catalog: Catalog
    #: The full target locale (``en-GB``), for ``lang`` attributes.
    variant: str
    duty: Duty = field(default_factory=Duty)


def open_in(newsroom: Newsroom) -> Current:
    """Serve ``newsroom`` from now on; returns it as it follows its files."""
    _opened[:] = [Current(newsroom)]
    return current()


def current() -> Current:
    """Return the newsroom that is served, and what is known of it beside the store."""
    return _opened[0]


def here(request: HttpRequest) -> Here:
    """Return the newsroom and the person of ``request``; only pages of somebody signed in ask."""
    user = request.user
    assert user.is_authenticated
    return Here(replace(current().newsroom(), worker=user.person), user.person)


def at(here: Here, slug: str, locale: str) -> At:
    """Return the catalog of an address; raises Http404 where there is none."""
    try:
        version = here.newsroom.store.version(slug, locale)
    except InputError as error:
        raise Http404(str(error)) from None
    article, found = _article(here.newsroom, slug, version), _catalog(here.newsroom, slug, locale, version)
    return At(article, found, here.newsroom.project.variant(locale), version.duty)


def catalog(newsroom: Newsroom, slug: str, locale: str) -> Catalog:
    """Return a catalog; one of the version that was read last is not read again: 300 segments take 20 ms, their version one."""
    return _catalog(newsroom, slug, locale, newsroom.store.version(slug, locale))


def _catalog(newsroom: Newsroom, slug: str, locale: str, version: Version) -> Catalog:
    key = (newsroom.project.root, slug, locale)
    known = _catalogs.get(key)
    if known is None or known.revision != version.revision:
        known = newsroom.store.catalog(slug, locale)
        _catalogs.put(key, known)
    return known


def _article(newsroom: Newsroom, slug: str, version: Version) -> Article:
    key = (newsroom.project.root, slug)
    known = _articles.get(key)
    if known is None or known[0].article != version.article:
        known = version, newsroom.store.article(slug)
        _articles.put(key, known)
    return known[1]


def written(newsroom: Newsroom, slug: str, locale: str, outcome: Outcome) -> Catalog:
    """Return the catalog with what was just written; it is read again only where somebody else has written in between."""
    key = (newsroom.project.root, slug, locale)
    known = _catalogs.get(key)
    before, after = outcome.revisions
    if known is None or known.revision != before:
        return catalog(newsroom, slug, locale)
    fresh = {segment.id: segment for segment in outcome.changed}
    segments = tuple(fresh.get(segment.id, segment) for segment in known)
    now = replace(known, segments=segments, revision=after, glossary=outcome.glossary)
    _catalogs.put(key, now)
    return now


def names(here: Here, comments: Iterable[Comment]) -> tuple[str, ...]:
    """Return the names that ``comments`` may address; none where no comment has an “@”, which spares a question."""
    return tuple(person.name for person in here.newsroom.store.people()) if any("@" in one.text for one in comments) else ()


class Answering:
    """Lets the background know that somebody waits for an answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on."""
        with current().quiet.answering():
            return self._get_response(request)


def trouble(request: HttpRequest) -> Mapping[str, str]:
    """Give every page what is wrong with the settings or the glossary, and so not in force yet."""
    return {"trouble": current().trouble if _opened else ""}
