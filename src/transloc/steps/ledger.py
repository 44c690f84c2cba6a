"""The ledger of an article: every quotation with how its wording is come by, on one page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from transloc import markup
from transloc.checks.quotations import quoted
from transloc.checks.rules import quote_origin
from transloc.glossary import Glossary
from transloc.model import Catalog, Document, Quotation, Segment
from transloc.steps import quotations


@dataclass(frozen=True, slots=True)
class Entry:
    """A quotation of an article in one catalog: ``segments`` hold its words, ``source`` and ``target`` are their words without codes.

    ``marked``: a person has said whose words these are. ``suspected``: they were spoken or published in another language than the
    source's, as it seems or as it is marked. ``blocked``: nobody has resolved that, so that no segment of it is confirmed.
    """

    quotation: Quotation
    segments: tuple[str, ...]
    source: str
    target: str
    marked: bool
    suspected: bool
    blocked: bool


def ledger(document: Document, catalog: Catalog, glossary: Glossary | None = None) -> tuple[Entry, ...]:
    """Return the quotations of the article in its order; a mark takes the place of whatever was detected in its words."""
    units: dict[str, list[Segment]] = {}
    for segment in catalog:
        if segment.source:
            units.setdefault(segment.unit, []).append(segment)
    order = {unit.id: at for at, unit in enumerate(document.article)}
    marks = [mark for segment in catalog for mark in segment.quotations]
    found = quotations.find(document, glossary, locale=catalog.source_locale)
    detected = [one for one in found if not any(_overlap(one, mark) for mark in marks)]
    held = [(one, one in marks) for one in (*detected, *marks)]
    held.sort(key=lambda pair: (order.get(pair[0].unit, len(order)), pair[0].span))
    return tuple(_entries(held, units, catalog.source_locale))


def _overlap(one: Quotation, other: Quotation) -> bool:
    near = one.span[0] < other.span[1] and other.span[0] < one.span[1]
    return one.unit == other.unit and (near or one.text == other.text)


def _entries(held: Sequence[tuple[Quotation, bool]], units: Mapping[str, Sequence[Segment]], locale: str) -> Iterator[Entry]:
    for quotation, marked in held:
        unit = units.get(quotation.unit, ())
        names = quoted.reach(quotation, unit) or tuple(segment.id for segment in unit[:1])
        segments = [segment for segment in unit if segment.id in names]
        if segments:
            open_ones = [segment for segment in segments if not any(waiver.rule == quote_origin.NAME for waiver in segment.waivers)]
            yield Entry(
                quotation=quotation,
                segments=names,
                source=_words(segment.source for segment in segments),
                target=_words(segment.target for segment in segments),
                marked=marked,
                suspected=quoted.foreign(quotation, locale),
                blocked=marked and quoted.unresolved(quotation, locale) and bool(open_ones),
            )


def _words(texts: Iterator[str]) -> str:
    return " ".join(markup.words(text) for text in texts if text)
