"""An article goes out: judged, rebuilt, localised, and written in one step."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from transloc import files, formats
from transloc.errors import InputError, Refused
from transloc.formats import convert
from transloc.jobs.convey import Outgoing, others
from transloc.jobs.newsroom import Newsroom, login
from transloc.jobs.survey import measure
from transloc.model import Article, Catalog, Embed
from transloc.steps import localise, report
from transloc.steps.export import Exported, export, leftover
from transloc.steps.localise import Decided, Given, Going, Neighbour
from transloc.steps.report import Report
from transloc.store import Listed


@dataclass(frozen=True, slots=True)
class Published:
    """Where the localised article lies, once for each kind, and what a person should know of it.

    ``left_out`` is what of the article stands in none of the kinds that are not its own format, ``unsaid`` names the fields
    that stay empty in them, ``leftover`` tells where letters of the source's script are left in their files.
    """

    paths: tuple[Path, ...]
    report: Report
    left_out: tuple[Embed, ...] = ()
    unsaid: tuple[str, ...] = ()
    leftover: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article as it would be written: its bytes by file name; the rest as in ``Published``, ``leftover`` by file name too."""

    files: Mapping[str, bytes]
    report: Report
    left_out: tuple[Embed, ...] = ()
    unsaid: tuple[str, ...] = ()
    leftover: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def publish(
    newsroom: Newsroom,
    slug: str,
    locale: str,
    folder: Path,
    *,
    draft: bool,
    given: Given = Given(),
    kinds: Sequence[str] = (convert.OWN,),
) -> Published:
    """Write one localised article into ``folder``, as each of ``kinds``; raises Refused, with nothing written, where it is not ready.

    ``given`` is what the article does not state; raises InputError where it does.
    """
    made = prepare(newsroom, slug, locale, draft=draft, given=given, kinds=kinds)
    if folder.resolve().is_relative_to(newsroom.project.articles.resolve()):
        raise InputError("the source articles lie in this folder", path=folder, hint="Name another one with -o")
    for name, data in made.files.items():
        files.write(folder / name, data, within=folder)
    beside = {folder / name: places for name, places in made.leftover.items()}
    return Published(tuple(folder / name for name in made.files), made.report, made.left_out, made.unsaid, beside)


def prepare(
    newsroom: Newsroom,
    slug: str,
    locale: str,
    *,
    draft: bool,
    given: Given = Given(),
    kinds: Sequence[str] = (convert.OWN,),
) -> Prepared:
    """Return what ``publish`` would write, with nothing written; raises as it does."""
    article = newsroom.store.article(slug)
    _not_stated(article, given)
    outdated = newsroom.outdated(article.path, files.digest(article.document.data))
    progress = measure(newsroom, newsroom.store.catalog(slug, locale), outdated)
    if progress.outdated and not draft:
        raise Refused(f"{slug} ({locale}): {progress.outdated}")
    line = credit(newsroom, article, progress.catalog)
    exported = export(article.document, progress, draft=draft, credit=line, glossary=newsroom.glossary)
    going, decided = decide(newsroom, article, locale, given)
    data, placed = _localised(article, exported, decided)
    left = () if exported.marked else leftover(article.document.encoding, data, progress.catalog)
    settings = newsroom.project.export
    known = newsroom.glossary
    told = report.report(article, progress.catalog, exported, decided, settings, leftover=left, credit=line, placed=placed, glossary=known)
    own = {_file_name(kind, going.name, article): data for kind in kinds if convert.is_own(kind, article.document.format)}
    converted = others(newsroom, Outgoing(article, progress.catalog, data, going, line, told), kinds)
    beside = {_file_name(kind, going.name, article): made for kind, made in converted.files.items()}
    marks = {} if exported.marked else {n: leftover("utf-8", made, progress.catalog, convert.OF_SOURCE) for n, made in beside.items()}
    marks = {name: places for name, places in marks.items() if places}
    return Prepared(own | beside, told, converted.left_out, converted.unsaid, marks)


def file_names(newsroom: Newsroom, article: Article, locale: str) -> Mapping[str, str]:
    """Return by kind what the files of an export of ``article`` are called."""
    name = _titled(newsroom, locale, {listed.slug for listed in newsroom.store.listing()}).get(article.slug, article.slug)
    return {kind: _file_name(kind, name, article) for kind in (convert.OWN, *convert.KINDS)}


def _file_name(kind: str, name: str, article: Article) -> str:
    if convert.is_own(kind, article.document.format):
        return f"{name}{PurePath(article.path).suffix}"
    return convert.file_name(kind, name, article.path)


def _not_stated(article: Article, given: Given) -> None:
    for what, value, stated in (("byline", given.byline, report.byline(article)), ("date", given.date, report.date(article))):
        if value and stated:
            raise InputError(f"{article.slug} states its {what}: {stated}", hint=f"Leave --{what} out, or correct the article")


def _localised(article: Article, exported: Exported, decided: Decided) -> tuple[bytes, bool]:
    """Return the bytes as they go out, and whether what was given has found a place in them."""
    made = formats.named(article.document.format)
    data = made.localise(exported.data, decided.wishes, article.document.encoding)
    if not decided.wishes.byline and not decided.wishes.date:
        return data, True
    without = replace(decided.wishes, byline="", date="")
    return data, data != made.localise(exported.data, without, article.document.encoding)


def credit(newsroom: Newsroom, article: Article, catalog: Catalog) -> str:
    """Return the credit line, empty where none is wanted; who is known by the login of this machine alone has no name to print."""
    project = newsroom.project
    if not project.export.credit:
        return ""
    people: dict[str, str] = {}
    if project.export.credit_people:
        known = {person.id: person.name for person in newsroom.store.people() if person.name != login()}
        people = {one: known[one] for segment in catalog for one in segment.people if one in known}
    address = localise.source_address(article, project.export)
    return project.export.credit_line(project.variant(catalog.target_locale), article.locale, address, people.values())


def decide(newsroom: Newsroom, article: Article, locale: str, given: Given = Given()) -> tuple[Going, Decided]:
    """Return what the article is called when it goes out, and what it then states of itself."""
    listing = {listed.slug: listed for listed in newsroom.store.listing()}
    project, settings = newsroom.project, newsroom.project.export
    names = _titled(newsroom, locale, listing)
    ready = _ready_in(newsroom, listing[article.slug], locale)
    others = {other: _titled(newsroom, other, listing).get(article.slug, article.slug) for other in ready}
    going = Going(
        article=article,
        target=locale,
        variant=project.variant(locale),
        name=names.get(article.slug, article.slug),
        titled=article.slug in names,
        others=others,
        given=given,
    )
    known = (localise.known(one.slug, one.path, one.address, project.source, settings) for one in listing.values())
    links = localise.linked(article, known, settings)
    neighbours = {
        slug: Neighbour(name=names.get(slug, slug), ready=_ready(newsroom, listing[slug], locale)) for slug in {link.slug for link in links}
    }
    return going, localise.decide(going, links, neighbours, settings)


def _titled(newsroom: Newsroom, locale: str, listing: Collection[str]) -> dict[str, str]:
    settings = newsroom.project.export
    headlines = newsroom.store.headlines(locale) if settings.slug == "title" else {}
    return localise.titled(headlines, listing, newsroom.project.variant(locale), settings)


def _ready_in(newsroom: Newsroom, listed: Listed, locale: str) -> tuple[str, ...]:
    """Return the other locales whose page exists, or may; only where somebody wants to lead readers there."""
    if not newsroom.project.export.hreflang:
        return ()
    return tuple(other for other in listed.locales if other != locale and _ready(newsroom, listed, other))


def _ready(newsroom: Newsroom, listed: Listed, locale: str) -> bool:
    if locale not in listed.locales:
        return False
    return measure(newsroom, newsroom.store.catalog(listed.slug, locale), newsroom.outdated(listed.path, listed.digest)).ready
