"""A small list at the head of an article that says who wrote it and when: its date is the article's, that of any other list is not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transloc import markup
from transloc.formats import place
from transloc.formats.kinds import dates, wording
from transloc.model import Kind, Unit

#: What such a list may hold, and what may stand between it and the headline, the lede or the byline.
_LISTED = frozenset({Kind.ITEM, Kind.BYLINE, Kind.DATE})
_BETWEEN = frozenset({Kind.CAPTION, Kind.CATEGORY, Kind.TAG, Kind.GENRE, Kind.SOCIAL, Kind.DATE})
_BESIDE = frozenset({Kind.HEADLINE, Kind.LEDE, Kind.BYLINE})
_FIELDS = frozenset({"yaml", "toml", "json", "rcdata", "property"})
#: Byline, date, section, time of reading; longer lists and items are text.
_MOST, _LONGEST = 6, 80


def dated(row: Sequence[Unit]) -> Iterator[tuple[int, Unit]]:
    """Yield the items of ``row``, with their positions, that are the article's date.

    They stand beside the headline, the lede or the byline, before the body begins: alone, or in a short list with the byline. Under
    the first paragraph they do only where the list is byline and date and nothing else.
    """
    seen = [at for at, unit in enumerate(row) if not _field(unit)]
    body = [row[at] for at in seen]
    headed = any(unit.kind is Kind.HEADLINE for unit in row)
    for start, stop in _lists(body):
        held = body[start:stop]
        items = [at for at in range(start, stop) if body[at].kind is Kind.ITEM and dates.single(_words(body[at]))]
        if items and _tells(held) and _stands(body, start, stop, headed=headed):
            yield from ((seen[at], replace(body[at], kind=Kind.DATE)) for at in items)


def _lists(body: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(body):
        stop = start
        while stop < len(body) and body[stop].kind in _LISTED:
            stop += 1
        if stop > start:
            yield start, stop
        start = stop + 1


def _tells(held: Sequence[Unit]) -> bool:
    """Tell whether a list may be one of byline and date: short, with one date, or each told apart («Оновлено: …»)."""
    if len(held) > _MOST or any(len(unit.source) > _LONGEST for unit in held):
        return False
    said = [_words(unit).rstrip() for unit in held]
    days = [words for words in said if dates.whole(words)]
    apart = sum(not dates.stamped(words) for words in days) <= 1
    return apart and not any(words.endswith((";", ":", ".", ",")) for words in said)


def _stands(body: Sequence[Unit], start: int, stop: int, *, headed: bool) -> bool:
    held = body[start:stop]
    signed = any(unit.kind is Kind.BYLINE or _name(_words(unit)) for unit in held)
    alone = len(held) == 1
    if stop < len(body) and body[stop].kind is Kind.HEADLINE:
        return alone or signed
    at = start - 1
    while at >= 0 and body[at].kind in _BETWEEN:
        at -= 1
    if at < 0:
        return signed
    if body[at].kind in _BESIDE or (not headed and body[at].kind is Kind.SUBHEAD and _first(body, at)):
        return alone or signed
    below = at > 0 and body[at].kind is Kind.PARAGRAPH and body[at - 1].kind is Kind.HEADLINE and not _leads(body[at])
    return below and signed and len(held) == 2


def _first(body: Sequence[Unit], at: int) -> bool:
    """Tell whether the heading at ``at`` is the first: the headline of a page is told later than its other units."""
    return not any(unit.kind in (Kind.SUBHEAD, Kind.PARAGRAPH) for unit in body[:at])


def _leads(unit: Unit) -> bool:
    return _words(unit).rstrip().endswith((":", ";", ","))


def _name(words: str) -> bool:
    """Tell whether an item may be who wrote it: two or three words with capitals, with a town or without; or with a label."""
    if wording.short_kind(words) is Kind.BYLINE or wording.named(words):
        return True
    parts = words.replace("-", "").replace("’", "").replace("'", "").replace(".", "").split()
    return 2 <= len(parts) <= 3 and all(part.isalpha() and part[0] == part[0].upper() for part in parts)


def _field(unit: Unit) -> bool:
    return bool(unit.syntax) and place.context(unit.syntax) in _FIELDS


def _words(unit: Unit) -> str:
    return markup.words(unit.source) if "<" in unit.source else unit.source
