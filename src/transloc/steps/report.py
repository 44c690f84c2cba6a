"""What a person should know of an exported article: what in it was not translated, and what was asked for and is missing."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from transloc import markup
from transloc.checks.dates import relative
from transloc.checks.dates.relative import Period
from transloc.formats import captions
from transloc.glossary import Glossary
from transloc.languages import dates, language
from transloc.model import Article, Catalog, Embed, Kind, Quotation, QuotationStatus
from transloc.steps.export import Exported
from transloc.steps.ledger import Entry, ledger
from transloc.steps.localise import Decided, Given
from transloc.steps.localise_settings import Settings
from transloc.wording import say


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that was asked for: ``what`` names it for programs, ``message`` says it, ``hint`` is the way out."""

    what: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A foreign quotation as it goes out: ``how`` says its status in plain words, ``url`` and ``note`` are its citation."""

    text: str
    speaker: str
    status: QuotationStatus
    how: str
    url: str = ""
    note: str = ""


_HOW = {
    QuotationStatus.UNRESOLVED: "nobody has resolved its wording",
    QuotationStatus.DIRECT: "given as its speaker said it",
    QuotationStatus.VERIFIED: "verified",
    QuotationStatus.RETRANSLATED: "printed with the remark that it is translated",
    QuotationStatus.PARAPHRASE: "told in indirect speech",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """``embeds`` hold words that no unit has; ``untranslated`` segments kept their source, ``kept`` are texts that read as in the source.

    ``aside`` counts the texts that are no part of the article and stand as they were, ``leftover`` tells where letters of the source's
    script are. ``quotations`` are those that a person marked as spoken or published in another language.
    """

    article: str
    locale: str
    draft: bool
    embeds: tuple[Embed, ...] = ()
    untranslated: int = 0
    kept: tuple[str, ...] = ()
    aside: int = 0
    leftover: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    quotations: tuple[Quoted, ...] = ()


def report(
    article: Article,
    catalog: Catalog,
    exported: Exported,
    decided: Decided,
    settings: Settings,
    *,
    leftover: tuple[str, ...],
    credit: str,
    placed: bool,
    glossary: Glossary | None = None,
    today: dt.date | None = None,
) -> Report:
    """Return the report of one export; ``placed``: what was given at export has found a place in the document.

    ``today`` is the day of the export by the newsroom's clock: what says “yesterday” is listed when the article is of another day.
    """
    entries = ledger(article.document, catalog, glossary)
    wishes = decided.wishes
    given = Given(byline=wishes.byline, date=wishes.date)
    missing = [
        *_facts(article, given, placed=placed),
        *_addresses(catalog, decided, settings),
        *_captions(article),
        *_quotations(entries),
        *(_relative(given.date or date(article), catalog, today) if today else ()),
    ]
    if credit and not exported.credited:
        missing.append(Missing("credit", say("there is no place for the credit line in this document"), say("Add it by hand")))
    return Report(
        article=article.slug,
        locale=catalog.target_locale,
        draft=exported.marked,
        embeds=article.document.embeds,
        untranslated=exported.untranslated,
        kept=tuple(_plain(segment.source) for segment in catalog if segment.source and segment.target == segment.source),
        aside=len(article.document.units) - len(article.document.article) - exported.labelled,
        leftover=leftover,
        missing=tuple(missing),
        quotations=tuple(_quoted(entry.quotation) for entry in entries if entry.marked and entry.suspected),
    )


#: What people call what was given at export.
FACTS = {"byline": say("byline"), "date": say("date")}


def _facts(article: Article, given: Given, *, placed: bool) -> Iterable[Missing]:
    for what, value, stated in (("byline", given.byline, byline(article)), ("date", given.date, date(article))):
        if not value and not stated:
            yield Missing(what, say("the article states no {what}", what=FACTS[what]), say("Give one with --{what}", what=what))
        elif value and not placed:
            yield Missing(what, say("a document of this kind has no place for a {what}", what=FACTS[what]), say("State it in the text"))


def byline(article: Article) -> str:
    """Return who an article is by, as far as it says so."""
    return _stated(article, "author", Kind.BYLINE)


def date(article: Article) -> str:
    """Return when an article was published, as far as it says so."""
    return _stated(article, "date", Kind.DATE)


def _stated(article: Article, name: str, kind: Kind) -> str:
    stated = article.document.metadata.get(name)
    if stated and stated.value.strip():
        return stated.value
    return next((_plain(unit.source) for unit in article.document.article if unit.kind is kind), "")


def given_date(text: str, locales: Iterable[str], zone: tzinfo) -> str:
    """Return a date that a person typed, in ISO 8601; empty where it is none, or has no year, in any of ``locales``.

    A time is told to the second, as TOML wants it, and with its offset: that of ``zone`` where it has none of its own.
    """
    read = (dates.read(text, locale) for locale in locales)
    found = next((one for one in read if one and one.iso), None)
    if found is None or found.at is None:
        return found.iso if found else ""
    return datetime.fromisoformat(replace(found, zone=found.zone or zone).iso).isoformat()


def _addresses(catalog: Catalog, decided: Decided, settings: Settings) -> Iterable[Missing]:
    target, source = catalog.target_locale, catalog.source_locale
    if settings.hreflang:
        for locale, known in ((source, decided.wishes.origin), (target, decided.wishes.canonical)):
            if not known:
                hint = say('Add a pattern for it: addresses = {{ {locale} = "…/{{slug}}" }} in [export]', locale=locale)
                yield Missing("address", say("hreflang needs the address of the page in {locale}", locale=locale), hint)
    for slug in decided.untranslated:
        if "://" in slug:
            yield Missing(
                "link",
                say("a link leads to {slug}, which is in the language of the source", slug=slug),
                say("Lead it elsewhere, or leave it"),
            )
            continue
        yield Missing(
            "link",
            say("a link leads to “{slug}”, which is not ready in {target}", slug=slug, target=target),
            say("Export the article again when that one is"),
        )
    for slug in decided.unaddressed:
        hint = say('Add a pattern for it: addresses = {{ {target} = "…/{{slug}}" }} in [export]', target=target)
        yield Missing("link", say("a link leads to “{slug}”, whose address in {target} is not known", slug=slug, target=target), hint)


def _captions(article: Article) -> Iterable[Missing]:
    for unit in captions.uncredited(article.document.article):
        said = _short(_plain(unit.source))
        yield Missing("caption", say("a caption names no source of its picture: “{said}”", said=said), say("Ask who holds the rights"))


def _quotations(entries: Iterable[Entry]) -> Iterable[Missing]:
    for entry in entries:
        said = say("“{words}”", words=_short(_plain(entry.quotation.text)))
        if not entry.quotation.speaker:
            yield Missing("quotation", say("nobody is named who said {said}", said=said), say("Name the speaker beside the words"))
        if entry.suspected and not entry.marked:
            hint = say("Mark it at the desk, with the language of the original or as direct")
            yield Missing("suspicion", say("nobody has looked whether {said} was spoken or published in another language", said=said), hint)


_PERIODS = {Period.DAY: say("day"), Period.WEEK: say("week"), Period.MONTH: say("month"), Period.YEAR: say("year")}


def _relative(stated: str, catalog: Catalog, today: dt.date) -> Iterable[Missing]:
    dated = dates.read(stated, catalog.source_locale)
    if not dated or dated.year is None:
        return
    written = dt.date(dated.year, dated.month, dated.day)
    for segment in catalog:
        words = markup.words(segment.target)
        for one in relative.find(words, language(catalog.target_locale)):
            if relative.stale(one.period, written, today):
                message = say(
                    "“{word}” counts from {written}, the day of the source: “{words}”",
                    word=one.text,
                    written=written,
                    words=_short(_plain(segment.target)),
                )
                yield Missing(
                    "relative-date",
                    message,
                    say("Name the {period}, or make sure that the reader sees the source's date", period=_PERIODS[one.period]),
                )


def _quoted(quotation: Quotation) -> Quoted:
    how = _HOW[quotation.status]
    return Quoted(quotation.text, quotation.speaker, quotation.status, how, quotation.url, quotation.note)


def _plain(text: str) -> str:
    return " ".join(markup.words(text).split())


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
