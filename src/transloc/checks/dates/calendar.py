"""Months and weekdays that a text names, in words or in a date of figures, with the days of the month beside them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from transloc.checks.text.later import later
from transloc.checks.text.traits import trait
from transloc.languages import calendar, dates, language
from transloc.languages.calendar import Name, Part

#: Their names have capitals; a word without one is no name.
_CAPITALS = frozenset({"en", "de"})

_DAY = r"\d{1,2}(?:\.|st|nd|rd|th|-?(?:го|е|й|ого|ме|ше|ге|те))?"
_JOINED = r"(?:\s?[-‑–—,/]\s?|\s(?:and|to|or|until|through|та|і|й|до|по|або|и|или|und|bis|oder|i|do|lub|oraz)\s)"
_DAYS_BEFORE = later(rf"(?<![\d.,:/])((?:{_DAY}{_JOINED}){{0,3}}{_DAY})\s(?:of\s)?\Z")
_DAYS_AFTER = later(rf"\.?\s((?:{_DAY}{_JOINED}){{0,3}}{_DAY})(?![\d:]|[.,]\d)")
_YEAR_AFTER = later(r"\.?,?\s['’]?\d")
_IN_FIGURES = later(r"(?<![\w.:/-])(?:\d{4}-\d\d-\d\d|\d{1,2}([./])\d{1,2}\1\d{4})(?![\w/-]|\.\d)")
_LEADS = later(
    r"\b(?:in|since|until|last|next|early|late|mid|during|this|[ув]|від|до|з|із|на|цього|минулого|наступного|во|с|от|прошлого|w|od|im|seit)"
    r"[\s-]\Z",
    re.IGNORECASE,
)
_MARCH_OF = later(r"\s(?:[A-Z][a-z]|for\b|on\b)")
_REACH = 28


class Mention(NamedTuple):
    """A month or weekday at an offset of the bare words.

    ``numbers`` has several where figures may be read in two orders. ``sure`` tells that it can be nothing else; ``days`` are the days
    of that month beside it.
    """

    part: Part
    numbers: frozenset[int]
    start: int
    end: int
    sure: bool = True
    days: frozenset[int] = frozenset()


class _Word(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def _named(word: str, locale: str) -> bool:
    names, small = calendar.names(locale), language(locale) not in _CAPITALS
    return any(part.lower() in names and (small or part[0].isupper()) for part in word.split("-"))


#: Words that name a month or a weekday, alone or joined to others.
NAMED = trait(words=lambda locale: calendar.names(locale), parts=True, tells=_named)


def find(prose: str, words: Sequence[_Word], locale: str, *, in_figures: bool) -> tuple[Mention, ...]:
    """Return what ``prose`` names, in order; ``words`` are those of its words that are ``NAMED``, ``in_figures``: it may have dates."""
    mentions = list(_in_figures(prose, locale)) if in_figures else []
    mentions += _in_words(prose, words, locale)
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def may_be_figures(token: str) -> bool:
    """Tell whether what stands between two white spaces and has digits may be a date."""
    return token.count(".") > 1 or "/" in token or token.count("-") > 1


def _in_words(prose: str, words: Sequence[_Word], locale: str) -> Iterator[Mention]:
    names, own = calendar.names(locale), language(locale)
    for word in words:
        at = word.start
        for text in word.text.split("-"):
            name = names.get(text.lower())
            if name and (own not in _CAPITALS or text[0].isupper()):
                yield _mention(name, at, at + len(text), prose, own)
            at += len(text) + 1


def _mention(name: Name, start: int, end: int, prose: str, own: str) -> Mention:
    numbers = frozenset([name.number])
    if name.part is Part.WEEKDAY:
        return Mention(name.part, numbers, start, end, name.plain)
    before, after = prose[max(0, start - _REACH) : start], prose[end : end + _REACH]
    days = _DAYS_BEFORE.search(before) or (_DAYS_AFTER.match(after) if own == "en" else None)
    sure = name.plain or days is not None or _YEAR_AFTER.match(after) is not None
    if not sure and len(prose[start:end]) > 2 and _LEADS.search(before):
        sure = not _MARCH_OF.match(after) and not prose.startswith(".", end)
    return Mention(name.part, numbers, start, end, sure, _numbers(days[1]) if days else frozenset())


def _numbers(days: str) -> frozenset[int]:
    return frozenset(number for number in map(int, re.findall(r"\d+", days)) if 1 <= number <= 31)


def _in_figures(prose: str, locale: str) -> Iterator[Mention]:
    for found in _IN_FIGURES.finditer(prose):
        read = [one for order in _orders(locale) if (one := dates.read(found[0], order))]
        if read:
            months, days = frozenset(one.month for one in read), frozenset(one.day for one in read)
            yield Mention(Part.MONTH, months, *found.span(), days=days if len(days) == 1 else frozenset())


@cache
def _orders(locale: str) -> tuple[str, ...]:
    """Return the locales whose order of day and month a text of ``locale`` may follow: English alone has two, unless it says which."""
    return ("en-US", "en-GB") if locale == "en" else (locale,)
