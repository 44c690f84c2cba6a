"""The first beat of every page: the open newsroom, and who is asking."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest

from transloc.errors import InputError
from transloc.jobs.newsroom import Newsroom
from transloc.jobs.newsroom import now as _now
from transloc.model import Article, Catalog, Person, Role
from transloc.steps.review import Rules

_opened: list[Newsroom] = []  # the server's one newsroom; set before the first request


@dataclass(frozen=True, slots=True)
class Here:
    """One request's newsroom and person."""

    newsroom: Newsroom
    person: Person

    @property
    def now(self) -> datetime:
        """The present moment, as Events keep it."""
        return _now()

    def rules(self, locale: str) -> Rules:
        """Return what a change in a catalog of ``locale`` is judged by."""
        return self.newsroom.rules(locale)


@dataclass(frozen=True, slots=True)
class At:
    """The catalog that an address names, as it stands now."""

    article: Article
    catalog: Catalog
    #: The full target locale (``en-GB``), for ``lang`` attributes.
    variant: str


def open_in(newsroom: Newsroom) -> None:
    """Serve ``newsroom`` from now on."""
    _opened[:] = [newsroom]


def here(request: HttpRequest) -> Here:
    """Return the newsroom and the person of ``request``; only pages of somebody signed in ask."""
    user = request.user
    return Here(_opened[0], Person(user.public_id, user.name, Role(user.role)))


def at(here: Here, slug: str, locale: str) -> At:
    """Return the catalog of an address; raises Http404 where there is none."""
    try:
        catalog = here.newsroom.store.catalog(slug, locale)
        article = here.newsroom.store.article(slug)
    except InputError as error:
        raise Http404(str(error)) from None
    return At(article, catalog, here.newsroom.project.variant(locale))
