"""Words that mean a day, week, month or year by the day on which they are written: “yesterday”, «цього тижня»."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from transloc.checks.text.later import later
from transloc.checks.text.traits import trait
from transloc.languages import language


class Period(StrEnum):
    """What such a word counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Relative(NamedTuple):
    """Such a word at an offset; ``distance`` counts periods from the one in which it is written."""

    text: str
    start: int
    end: int
    period: Period
    distance: int


# A line has a period and a distance, then the words by language; longer phrases stand before what they hold.
_WORDS = {
    (Period.DAY, -2): {"uk": "позавчора", "en": "the day before yesterday", "pl": "przedwczoraj", "de": "vorgestern"},
    (Period.DAY, 2): {"uk": "післязавтра", "en": "the day after tomorrow", "pl": "pojutrze", "de": "übermorgen"},
    (Period.DAY, 0): {
        "uk": r"сьогодні(?:шн\w+)?",
        "en": r"today|tonight|this (?:morning|afternoon|evening)",
        "pl": r"dziś|dzisiaj|dzisiejsz\w+",
        "de": r"heut(?:e|ig\w+)",
    },
    (Period.DAY, -1): {"uk": r"[ву]чора(?:шн\w+)?", "en": "yesterday|last night", "pl": r"wczoraj(?:sz\w+)?", "de": r"gest(?:ern|rig\w+)"},
    (Period.DAY, 1): {"uk": r"завтра(?:шн\w+)?", "en": "tomorrow", "pl": r"jutro|jutrzejsz\w+", "de": r"morgen|morgig\w+"},
    (Period.WEEK, 0): {"uk": "цього тижня", "en": "this week", "pl": "w tym tygodniu", "de": "diese[rn]? Woche"},
    (Period.WEEK, -1): {
        "uk": "минулого тижня",
        "en": "last week",
        "pl": "w (?:zeszłym|ubiegłym) tygodniu",
        "de": "(?:letzte|vergangene|vorige)[rn]? Woche",
    },
    (Period.WEEK, 1): {
        "uk": "наступного тижня",
        "en": "next week",
        "pl": "w (?:przyszłym|następnym) tygodniu",
        "de": "(?:nächste|kommende)[rn]? Woche",
    },
    (Period.MONTH, 0): {"uk": "цього місяця", "en": "this month", "pl": "w tym miesiącu", "de": "diese[nms] Monats?"},
    (Period.MONTH, -1): {
        "uk": "минулого місяця",
        "en": "last month",
        "pl": "w (?:zeszłym|ubiegłym) miesiącu",
        "de": "(?:letzte|vergangene)[nm] Monat",
    },
    (Period.MONTH, 1): {
        "uk": "наступного місяця",
        "en": "next month",
        "pl": "w (?:przyszłym|następnym) miesiącu",
        "de": "(?:nächste|kommende)[nm] Monat",
    },
    (Period.YEAR, 0): {"uk": "цього року|цьогоріч", "en": "this year", "pl": "w tym roku", "de": "diese[sm] Jahre?s?|heuer"},
    (Period.YEAR, -1): {
        "uk": "минулого року|торік",
        "en": "last year",
        "pl": "w (?:zeszłym|ubiegłym) roku",
        "de": "(?:letzte|vergangene|vorige)[snm] Jahre?s?",
    },
    (Period.YEAR, 1): {
        "uk": "наступного року",
        "en": "next year",
        "pl": "w (?:przyszłym|następnym) roku",
        "de": "(?:nächste|kommende)[snm] Jahre?s?",
    },
}
_MEANT = tuple(_WORDS)
#: How the word begins that every phrase for a day has.
_OF_DAYS = {
    "uk": ("позавчора", "післязавтра", "сьогодні", "вчора", "учора", "завтра"),
    "en": ("today", "tonight", "yesterday", "tomorrow", "morning", "afternoon", "evening", "night"),
    "pl": ("przedwczoraj", "pojutrze", "dziś", "dzisiaj", "dzisiejsz", "wczoraj", "jutro", "jutrzejsz"),
    "de": ("vorgestern", "übermorgen", "heut", "gest", "morgen", "morgig"),
}
_QUOTED = later(r"«[^»]*»?|“[^”]*”?|„[^”“]*[”“]?|\"[^\"]*\"?")


#: Words of which one stands wherever a text names a day by that of its writing.
OF_DAY = trait(beginnings=lambda locale: _OF_DAYS.get(language(locale), ()), parts=True)


def find(text: str, tongue: str) -> tuple[Relative, ...]:
    """Return what ``text`` says by the day of its writing, in order; what stands in quotation marks was said on a day of its own."""
    pattern = _pattern(tongue)
    if not pattern or not pattern.search(text):
        return ()
    return tuple(_all(pattern, _QUOTED.sub(lambda found: " " * len(found[0]), text)))


def _all(pattern: re.Pattern[str], text: str) -> Iterator[Relative]:
    for found in pattern.finditer(text):
        if found[0] != "Morgen":  # German writes the morning with a capital; a sentence that begins with tomorrow is lost
            period, distance = _MEANT[int((found.lastgroup or "m0")[1:])]
            yield Relative(found[0], *found.span(), period, distance)


@cache
def _pattern(tongue: str) -> re.Pattern[str] | None:
    groups = [f"(?P<m{index}>{words[tongue]})" for index, words in enumerate(_WORDS.values()) if tongue in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE) if groups else None


def stale(period: Period, written: date, read: date) -> bool:
    """Tell whether a word that counts ``period`` means another one on the day ``read`` than on the day on which it was ``written``."""
    if period is Period.WEEK:
        return written.isocalendar()[:2] != read.isocalendar()[:2]
    if period is Period.DAY:
        return written != read
    same_year = written.year == read.year
    return not same_year or (period is Period.MONTH and written.month != read.month)
