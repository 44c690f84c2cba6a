"""What only the order of units tells: the lede, a list of dates, who says a quotation, what closes an article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from transloc import markup
from transloc.formats.kinds import dates, heads, wording
from transloc.formats.kinds.vocabulary import SECTIONS, chronological, key
from transloc.model import Kind, Unit

#: What may stand between the headline and the lede.
_BEFORE_LEDE = frozenset(
    {Kind.HEADLINE, Kind.SOCIAL, Kind.CAPTION, Kind.BYLINE, Kind.DATE, Kind.CATEGORY, Kind.TAG, Kind.LABEL, Kind.GENRE, Kind.LEDE}
)
#: Italics are more often a note of the editor's.
_STRONG = re.compile(r'"wrap":\[(?:\["[*_]{1,2}[^"]*","[^"]*"\],)?\["(?:\*\*|__|<(?:b|strong)\b)', re.IGNORECASE)
_NO_LEDE = re.compile(
    "від редакції|примітка|оновлено|увага|note|editor|update|disclaimer|correction|anmerkung|hinweis|przypis|uwaga|примечание|от редакции",
    re.IGNORECASE,
)
_SHORTEST_LEDE = 40
_READ = 400


def settled(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return ``units``, all of a document in its order, with the kinds and notes that their order tells.

    The first paragraph of an article that is bold as a whole, or stands between the headline and the byline or date, is its
    lede. Under a subhead such as «Хронологія», what begins with a date is an entry of a timeline. A line «— Emmanuel Macron» under a
    quotation belongs to it, and its note names the quotation's unit. «Олена Коваленко, Київ» is a byline beside the headline, a date
    or the lede. An item of a small list beside them is a date, where it is one (see ``heads``). The name of a section that closes the
    article is its category; «За матеріалами …» closes it too, or is a paragraph.
    """
    found = list(units)
    flow = [at for at, unit in enumerate(found) if not unit.parent and not unit.aside and unit.kind is not Kind.ATTRIBUTE]
    row = [found[at] for at in flow]
    for step in (heads.dated, _bylines, _lede, _timeline, _attributions, _closing):
        for at, unit in step(row):
            row[at] = unit
    for at, unit in zip(flow, row, strict=True):
        found[at] = unit
    return tuple(found)


def _words(unit: Unit) -> str:
    return markup.words(unit.source[:_READ]) if "<" in unit.source else unit.source


def _bylines(row: list[Unit]) -> Iterator[tuple[int, Unit]]:
    for at, unit in enumerate(row):
        if unit.kind is not Kind.PARAGRAPH or len(unit.source) > wording.SHORT:
            continue
        beside = {row[at - 1].kind} if at else set()
        beside |= {row[at + 1].kind} & {Kind.DATE} if at + 1 < len(row) else set()
        if beside & {Kind.HEADLINE, Kind.LEDE, Kind.DATE} and wording.named(_words(unit)):
            yield at, replace(unit, kind=Kind.BYLINE)


def _lede(row: list[Unit]) -> Iterator[tuple[int, Unit]]:
    first = next((at for at, unit in enumerate(row) if unit.kind not in _BEFORE_LEDE), len(row))
    if first == len(row) or row[first].kind is not Kind.PARAGRAPH:
        return
    unit = row[first]
    headed = first > 0 and row[first - 1].kind is Kind.HEADLINE
    between = headed and not _words(unit).rstrip().endswith(":") and _above_body(row, first + 1)
    emphasised = _STRONG.search(unit.syntax) is not None and len(unit.source) >= _SHORTEST_LEDE and not _NO_LEDE.match(unit.source)
    if between or emphasised:
        yield first, replace(unit, kind=Kind.LEDE)


def _above_body(row: list[Unit], at: int) -> bool:
    """Tell whether a byline or a date stands at ``at``, and below it more of the article: the only paragraph of one is no lede."""
    return at < len(row) and row[at].kind in (Kind.BYLINE, Kind.DATE) and any(unit.kind not in _BEFORE_LEDE for unit in row[at:])


def _timeline(row: list[Unit]) -> Iterator[tuple[int, Unit]]:
    within = False
    for at, unit in enumerate(row):
        if unit.kind in (Kind.SUBHEAD, Kind.HEADLINE):
            within = chronological(_words(unit))
        elif within and unit.kind in (Kind.PARAGRAPH, Kind.ITEM) and dates.prefix(_words(unit)):
            yield at, replace(unit, kind=Kind.TIMELINE)


def _attributions(row: list[Unit]) -> Iterator[tuple[int, Unit]]:
    for at in range(1, len(row)):
        before, unit = row[at - 1], row[at]
        if before.kind is not Kind.QUOTE or before.note or unit.kind not in (Kind.QUOTE, Kind.PARAGRAPH):
            continue
        said = _words(unit)
        bare = unit.kind is Kind.QUOTE and _closes(before) and len(said) <= wording.SHORT and said[-1:] not in '.!?…»”“"'
        if not wording.attribution(_words(before)) and (wording.attribution(said) or bare):
            yield at, replace(unit, kind=Kind.QUOTE, note=f"attribution of {before.id}")


def _closes(unit: Unit) -> bool:
    return unit.source.rstrip(".,!?… ")[-1:] in '»”“"'


def _closing(row: list[Unit]) -> Iterator[tuple[int, Unit]]:
    last = max((at for at, unit in enumerate(row) if unit.kind in (Kind.PARAGRAPH, Kind.SUBHEAD)), default=-1)
    for at, unit in enumerate(row):
        if unit.kind is Kind.SOURCES and at < last and wording.according(_words(unit)):
            yield at, replace(unit, kind=Kind.PARAGRAPH)
        elif unit.kind is Kind.LABEL and at > last > -1 and at > 0 and key(_words(unit)) in SECTIONS:
            yield at, replace(unit, kind=Kind.CATEGORY)
