"""What a person should know of an exported article: what in it was not translated, and what was asked for and is missing."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from transloc import formats, markup
from transloc.checks.dates import relative
from transloc.checks.dates.relative import Period
from transloc.formats import captions
from transloc.formats.kinds import signed
from transloc.formats.localisation import Localisation
from transloc.glossary import Glossary
from transloc.languages import dates, language
from transloc.model import Article, Catalog, Document, Embed, Kind, Quotation, QuotationStatus
from transloc.steps.export import Exported
from transloc.steps.labels import Standing
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

    ``aside`` counts the texts that are no part of the article and stand as they were; ``furniture`` tells which of them hold words of the
    source, by their lines in it, those between the texts of the article first. ``leftover`` tells where letters of the source's script
    are. ``quotations`` are those that a person marked as spoken or published in another language.
    """

    article: str
    locale: str
    draft: bool
    embeds: tuple[Embed, ...] = ()
    untranslated: int = 0
    kept: tuple[str, ...] = ()
    aside: int = 0
    furniture: tuple[str, ...] = ()
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
    own: bool = True,
    glossary: Glossary | None = None,
    today: dt.date | None = None,
) -> Report:
    """Return the report of one export; ``placed``: what was given at export has found a place in the document in its ``own`` format.

    Where it does not go out in that, only other forms count: each of them has a place for whatever is given.
    ``today`` is the day of the export by the newsroom's clock: what says “yesterday” is listed when the article is of another day.
    """
    entries = ledger(article.document, catalog, glossary)
    wishes = decided.wishes
    given = Given(byline=wishes.byline, date=wishes.date)
    missing = [
        *_headline(article),
        *_facts(article, given, wishes, placed=placed or not own, own=own),
        *_addresses(catalog, decided, settings),
        *_captions(article),
        *_labels(exported),
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
        furniture=tuple(_standing(one) for one in exported.left),
        leftover=leftover,
        missing=tuple(missing),
        quotations=tuple(_quoted(entry.quotation) for entry in entries if entry.marked and entry.suspected),
    )


#: What people call what was given at export.
FACTS = {"byline": say("byline"), "date": say("date")}


def _headline(article: Article) -> Iterable[Missing]:
    document = article.document
    if not any(unit.kind is Kind.HEADLINE for unit in document.article) and "title" not in document.metadata:
        yield Missing("headline", say("the article has no headline"), say("Give it one, or its page is called by its first words"))


def _facts(article: Article, given: Given, wishes: Localisation, *, placed: bool, own: bool) -> Iterable[Missing]:
    for what, value, stated in (("byline", given.byline, byline(article)), ("date", given.date, date(article))):
        if not value and not stated:
            yield Missing(what, say("the article states no {what}", what=FACTS[what]), _way_out(article, wishes, what, own=own))
        elif value and not placed:
            message = say("the article's own format has no place for a {what}", what=FACTS[what])
            yield Missing(what, message, say("State it in the text; the formats other than its own have it"))


def _way_out(article: Article, wishes: Localisation, what: str, *, own: bool) -> str:
    """Return how a byline or a date gets into what is exported: a format without a place for it needs it in the text."""
    if not own or _has_place(article.document, wishes, what):
        return say("Give one with --{what}", what=what)
    return say("State it in the text, or give one with --{what} to another form, such as --as html", what=what)


def _has_place(document: Document, wishes: Localisation, what: str) -> bool:
    made = formats.named(document.format)
    without = replace(wishes, byline="", date="")
    probe = replace(without, byline="N. N.") if what == "byline" else replace(without, date="2000-01-01")
    return made.localise(document.data, probe, document.encoding) != made.localise(document.data, without, document.encoding)


def byline(article: Article) -> str:
    """Return who an article is by, as far as it says so."""
    return _stated(article, "author", Kind.BYLINE) or (found.name if (found := _signed(article)) else "")


def date(article: Article) -> str:
    """Return when an article was published, as far as it says so."""
    return _stated(article, "date", Kind.DATE) or (found.date if (found := _signed(article)) else "")


def _signed(article: Article) -> signed.Signed | None:
    line = signed.line(article.document.article)
    return signed.parted(markup.words(line.source)) if line else None


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


def _labels(exported: Exported) -> Iterable[Missing]:
    for one in exported.unlabelled:
        message = say("no row of the glossary translates a label of the page: {place}", place=_standing(one))
        yield Missing("label", message, say("Add a row of kind label for it"))


def _standing(one: Standing) -> str:
    words = _short(one.words)
    return say("line {line}, “{words}”", line=one.line, words=words) if one.line else say("“{words}”", words=words)


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
