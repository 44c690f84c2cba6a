"""What an exported article states of itself in its new language: decided here, written by its format."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from transloc import markup
from transloc.formats.convert import Beside
from transloc.formats.localisation import Localisation
from transloc.languages import in_language, romanise
from transloc.model import Article, Kind
from transloc.steps.links import Atlas, Known, Link, in_article, written
from transloc.steps.localise_settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another article that this one links to: its file, what its export is called, and whether it is ready in the target locale."""

    name: str
    ready: bool
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody gives at export because the article does not state it; ``date`` in ISO 8601."""

    byline: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """An article on its way out: ``target`` is the project's tag, ``variant`` the full locale, ``name`` what its file is called.

    ``titled``: by its headline. ``others`` are the locales, beside the target, in which it is ready, and its names there.
    """

    article: Article
    target: str
    variant: str
    name: str
    titled: bool = False
    others: Mapping[str, str] = field(default_factory=dict)
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What is to be written, and which links could not be led anywhere: to what is not translated, or has no known address.

    ``beside`` are the translated articles that a link names by their files, by the link's new address.
    """

    wishes: Localisation
    beside: Mapping[str, Beside] = field(default_factory=dict)
    untranslated: tuple[str, ...] = ()
    unaddressed: tuple[str, ...] = ()


def titled(headlines: Mapping[str, str], slugs: Collection[str], locale: str, settings: Settings) -> dict[str, str]:
    """Return by slug what those articles' exports are called that their headline names; the others keep their slugs.

    None where the settings do not say so. A name that two articles would share is neither's.
    """
    if settings.slug != "title":
        return {}
    named = {slug: romanise.slug(markup.words(headline), locale) for slug, headline in headlines.items()}
    shared = Counter(named.values())
    return {slug: name for slug, name in named.items() if name and shared[name] == 1 and (name == slug or name not in slugs)}


def source_address(article: Article, settings: Settings) -> str:
    """Return where the source is published: as the document states it, else by the settings."""
    stated = article.document.metadata.get("address")
    return stated.value if stated else settings.address(article.locale, article.slug)


def known(slug: str, path: str, address: str, source: str, settings: Settings) -> Known:
    """Return an article as links know it."""
    return Known(slug=slug, path=path, addresses=tuple(filter(None, (address, settings.address(source, slug)))))


def linked(article: Article, articles: Iterable[Known], settings: Settings) -> tuple[Link, ...]:
    """Return the links of ``article`` to other articles of the newsroom."""
    if not settings.links and not settings.untranslated_mark:
        return ()
    atlas = Atlas(articles, article.path, source_address(article, settings) or settings.site)
    found = (atlas.find(address) for address in written(article.document))
    return tuple(link for link in found if link and link.slug != article.slug)


def of_site(article: Article, links: Iterable[Link], settings: Settings) -> tuple[str, ...]:
    """Return the addresses in the article, as written, of pages of the site that the newsroom has not here, in the source language."""
    pattern = settings.addresses.get(article.locale, "")
    if not pattern:
        return ()
    theirs = [_pages(other) for locale, other in settings.addresses.items() if locale != article.locale]
    origin = source_address(article, settings)
    atlas, met = Atlas((), article.path, origin or settings.site), {link.written for link in links}
    found = []
    for address in sorted(in_article(article.document) - met):
        page = atlas.whole(address).partition("#")[0].partition("?")[0]
        if page != origin and _pages(pattern).fullmatch(page) and not any(other.fullmatch(page) for other in theirs):
            found.append(address)
    return tuple(found)


def _pages(pattern: str) -> re.Pattern[str]:
    before, _, after = pattern.partition("{slug}")
    return re.compile(rf"{re.escape(before)}[^/?#.]+{re.escape(after.rstrip('/'))}/?")


def decide(going: Going, links: Sequence[Link], neighbours: Mapping[str, Neighbour], settings: Settings) -> Decided:
    """Return what ``going`` states of itself; ``neighbours`` are the articles that ``links`` lead to, by slug."""
    article, new = going.article, dict[str, str]()
    lost, unaddressed = dict[str, str](), dict[str, str]()
    for link in links:
        neighbour = neighbours[link.slug]
        address = _address(link, neighbour, going.target, settings)
        if not neighbour.ready:
            lost[link.written] = link.slug
        elif not address:
            unaddressed[link.written] = link.slug
        elif settings.links and address != link.written:
            new[link.written] = address
    elsewhere = of_site(article, links, settings)
    read = in_article(article.document) if lost or unaddressed else frozenset()
    marked = frozenset(address for address in (*lost, *unaddressed) if address in read) | frozenset(elsewhere)
    origin = source_address(article, settings)
    wishes = Localisation(
        source=article.locale,
        target=going.variant,
        lang=settings.lang,
        links=new,
        untranslated=marked if settings.untranslated_mark else frozenset(),
        mark=f" ({in_language(article.locale, going.variant)})",
        alternates=_alternates(going, origin, settings),
        canonical=settings.address(going.target, going.name),
        origin=origin,
        title=_headline(article),
        json_ld=settings.json_ld,
        slug=going.name if going.titled else "",
        byline=going.given.byline,
        date=going.given.date,
    )
    return Decided(
        wishes=wishes,
        beside=_beside(going, links, neighbours, settings),
        untranslated=(*dict.fromkeys(lost.values()), *elsewhere),
        unaddressed=tuple(dict.fromkeys(unaddressed.values())),
    )


def _address(link: Link, neighbour: Neighbour, target: str, settings: Settings) -> str:
    """Return a link's new address, written as the old one was: a file's name, a path of the site, or all of it."""
    if link.file:
        return f"{neighbour.name}{link.suffix}{link.rest}"
    address = settings.address(target, neighbour.name)
    if link.rooted and address:
        address = urlsplit(address).path
    return f"{address}{link.rest}" if address else ""


def _beside(going: Going, links: Iterable[Link], neighbours: Mapping[str, Neighbour], settings: Settings) -> dict[str, Beside]:
    ready = [(link, neighbours[link.slug]) for link in links if link.file and neighbours[link.slug].ready and settings.links]
    return {
        _address(link, other, going.target, settings): Beside(other.name, other.path, link.rest, settings.address(going.target, other.name))
        for link, other in ready
    }


def _alternates(going: Going, origin: str, settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return the pages of the article in all its languages, the source first; none where only one has an address."""
    if not settings.hreflang:
        return ()
    pages = {going.article.locale: origin, going.target: settings.address(going.target, going.name)}
    pages |= {locale: settings.address(locale, called) for locale, called in going.others.items()}
    found = tuple((locale, address) for locale, address in pages.items() if address)
    return found if len(found) > 1 else ()


def _headline(article: Article) -> str:
    unit = next((unit for unit in article.document.article if unit.kind is Kind.HEADLINE), None)
    return markup.words(unit.source) if unit else ""
