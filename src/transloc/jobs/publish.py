"""An article goes out: judged, rebuilt, localised, and written in one step."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePath

from transloc import files, formats
from transloc.checks.rules import relative_date
from transloc.errors import InputError, Refused
from transloc.formats import convert
from transloc.formats.convert import Converted
from transloc.formats.localisation import Localisation
from transloc.jobs.convey import Outgoing, others
from transloc.jobs.newsroom import Newsroom, login, now
from transloc.jobs.survey import measure
from transloc.model import Article, Catalog
from transloc.steps import localise, report
from transloc.steps.assemble import assemble
from transloc.steps.body import body
from transloc.steps.export import Exported, export
from transloc.steps.leftover import leftover
from transloc.steps.localise import Decided, Given, Going, Neighbour
from transloc.steps.printed import printed
from transloc.steps.report import Report
from transloc.store import Listed
from transloc.wording import say

#: Where a page tells machines its whole text again (schema.org).
_BODY = b"articleBody"


@dataclass(frozen=True, slots=True)
class Published:
    """The localised article, a file for each kind, and what a person should know of it.

    ``converted`` are the kinds that are not its own format, ``leftover`` tells where letters of the source's script are left in
    their files.
    """

    files: Mapping[Path, bytes]
    report: Report
    converted: Converted
    leftover: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the files lie."""
        return tuple(self.files)


def publish(
    newsroom: Newsroom,
    slug: str,
    locale: str,
    folder: Path | None,
    *,
    draft: bool,
    given: Given = Given(),
    kinds: Sequence[str] = (convert.OWN,),
) -> Published:
    """Write one localised article into ``folder``, as each of ``kinds``; raises Refused, with nothing written, where it is not ready.

    Without a ``folder`` nothing is written either: the files bear their names alone. ``given`` is what the article does not
    state; raises InputError where it does. What is written is kept by an Event, in the name of who acts in ``newsroom``.
    """
    article = newsroom.store.article(slug)
    _not_stated(article, given)
    outdated = newsroom.outdated(article.path, files.digest(article.document.data))
    measured = measure(newsroom, newsroom.store.catalog(slug, locale), outdated)
    progress = replace(measured, catalog=printed(measured.catalog))
    if progress.outdated and not draft:
        raise Refused(say("{slug} ({locale}): {outdated}", slug=slug, locale=locale, outdated=progress.outdated))
    settings = newsroom.project.export
    line = credit(newsroom, article, progress.catalog)
    known = newsroom.glossary_of(progress.catalog.glossary)
    exported = export(article.document, progress, draft=draft, credit=line, glossary=known)
    going, decided = decide(newsroom, article, locale, given)
    data, placed = _localised(article, exported, replace(decided.wishes, body=_told_again(article, progress.catalog)))
    left = () if exported.marked else leftover(article.document.encoding, data, progress.catalog)
    told = report.report(
        article,
        progress.catalog,
        exported,
        decided,
        settings,
        leftover=left,
        credit=line,
        placed=placed,
        own=any(convert.is_own(kind, article.document.format) for kind in kinds),
        glossary=known,
        today=_today(newsroom),
    )
    own = (kind for kind in kinds if convert.is_own(kind, article.document.format))
    written = {_file_name(kind, going.name, article): data for kind in own}
    converted = others(newsroom, Outgoing(article, progress.catalog, data, going, decided, line, told), kinds)
    others_written = {_file_name(kind, going.name, article): made for kind, made in converted.files.items()}
    written |= others_written
    into = _kept(newsroom, written, folder) if folder else Path()
    judged = {} if exported.marked else others_written
    marks = {into / name: leftover("utf-8", made, progress.catalog, convert.OF_SOURCE) for name, made in judged.items()}
    beside = {path: places for path, places in marks.items() if places}
    if folder:
        newsroom.store.exported(slug, locale, actor=newsroom.owner(), kinds=tuple(dict.fromkeys(kinds)), draft=draft, at=now())
    return Published({into / name: made for name, made in written.items()}, told, converted, beside)


def _today(newsroom: Newsroom) -> date | None:
    """Return the day by the newsroom's clock; None where the project does not want to hear of days."""
    wanted = newsroom.project.check_settings().runs(relative_date.NAME)
    return now().astimezone(newsroom.project.zone()).date() if wanted else None


def _kept(newsroom: Newsroom, written: Mapping[str, bytes], folder: Path) -> Path:
    """Write the files into ``folder``, and return it."""
    if folder.resolve().is_relative_to(newsroom.project.articles.resolve()):
        raise InputError(say("the source articles lie in this folder"), path=folder, hint=say("Name another one with -o"))
    for name, made in written.items():
        files.write(folder / name, made, within=folder)
    return folder


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
            raise InputError(
                say("{article} states its {what}: {stated}", article=article.slug, what=report.FACTS[what], stated=stated),
                hint=say("Leave --{what} out, or correct the article", what=what),
            )


def _told_again(article: Article, catalog: Catalog) -> str:
    """Return the text that a page tells machines again, empty where it does not."""
    document = article.document
    return body(document, assemble(document, catalog.segments)) if _BODY in document.data else ""


def _localised(article: Article, exported: Exported, wishes: Localisation) -> tuple[bytes, bool]:
    """Return the bytes as they go out, and whether what was given has found a place in them."""
    made = formats.named(article.document.format)
    data = made.localise(exported.data, wishes, article.document.encoding)
    if not wishes.byline and not wishes.date:
        return data, True
    without = replace(wishes, byline="", date="")
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
        slug: Neighbour(name=names.get(slug, slug), ready=_ready(newsroom, listing[slug], locale), path=listing[slug].path)
        for slug in {link.slug for link in links}
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
