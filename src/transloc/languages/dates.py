"""Dates in running text: found and read in one language, written in another with the same fields (CLDR through Babel).

A date has a day and a month at least. Month and weekday names are CLDR's, in the forms of a sentence and of a calendar, wide
and short: «24 листопада 2026, 10:15» and “Nov 24” both read. What is stated twice and contradicts itself (a Monday that was a
Sunday, the 31st of June) is no date: a person must look at it.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from functools import cache, lru_cache

from transloc.languages import cldr, kept, language
from transloc.model import Span

#: What follows a year, and what joins a time to its date, by language; CLDR has no name for either.
_YEAR = {"uk": r"року|рік|рр?\.?", "ru": r"года|год|гг?\.?", "be": r"года|год|г\.?", "bg": r"година|г\.?", "pl": r"roku|r\.?"}
_AT = {
    "uk": "об?", "ru": "в", "be": "[аоу]", "bg": "в", "pl": r"o(?:\sgodz(?:inie|\.))?|godz(?:ina|\.)", "de": "um", "en": "at",
    "cs": "v", "sk": "o", "fr": "à", "es": "a las", "it": "alle(?: ore)?", "ro": "ora|la",
}  # fmt: skip
_AFTER_TIME = {"de": r"\s?Uhr\b", "pl": r"\s?(?:godz\.|h\b)", "uk": r"\s?год\.?", "fr": r""}
_ORDINAL = {"en": "(?:st|nd|rd|th)?", "de": r"\.?", "cs": r"\.?", "sk": r"\.?", "fr": "(?:er)?"}

#: No date of any language takes more characters.
_LONGEST = 120
_LEAP = 2024
_CYCLE = range(2000, 2028)  # every weekday on every day, leap years too


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date as a text states it: no ``year``, ``weekday`` (0 is Monday) or ``at`` where the text has none.

    ``zone`` is an offset that the text states itself (ISO 8601 alone does). ``short`` tells that it stands in figures, or with the
    month cut short. ``span`` is where it stands, what belongs to it included («2026 року»).
    """

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    at: time | None = None
    zone: tzinfo | None = None
    short: bool = False
    span: Span = (0, 0)

    @property
    def iso(self) -> str:
        """The date in ISO 8601, with its time where it has one; empty without a year."""
        if self.year is None:
            return ""
        day = date(self.year, self.month, self.day)
        return datetime.combine(day, self.at, self.zone).isoformat(timespec="minutes") if self.at else day.isoformat()

    def agrees(self, other: "Dated") -> bool:
        """Tell whether the two may be one moment: what both state is the same, years and times as they are written."""
        stated = ((self.day, other.day), (self.month, other.month), (self.year, other.year), (self.at, other.at))
        return all(one == another or None in (one, another) for one, another in stated)


def find(text: str, locale: str) -> tuple[Dated, ...]:
    """Return the dates that stand in ``text``, in order, none within another."""
    if not any(map(str.isdigit, text)):
        return ()
    return tuple(_all(text, locale))


@lru_cache(maxsize=4096)
def read(text: str, locale: str) -> Dated | None:
    """Return the date that ``text`` is and nothing else, white space and a full stop apart; None for all else."""
    bare = text.strip()
    found = find(bare, locale) if len(bare) <= _LONGEST else ()
    if len(found) != 1:
        return None
    start, end = found[0].span
    return found[0] if start == 0 and bare[end:].strip() in ("", ".") else None


def _all(text: str, locale: str) -> Iterator[Dated]:
    for found in _pattern(locale).finditer(text):
        dated = _dated(found, locale)
        if dated and _real(dated):
            yield dated


def _dated(found: re.Match[str], locale: str) -> Dated | None:
    group = found.groupdict()
    word = group["month1"] or group["month2"]
    names, weekdays = _months(locale), _weekdays(locale)
    if word:
        day, year, month = group["day1"] or group["day2"], group["year1"] or group["year2"], names[_key(word)]
        short = _key(word) not in _wide_months(locale)
    elif group["iso"]:
        return _iso(found)
    else:
        day, year, month, short = group["first"], group["year3"], int(group["second"]), True
        if _month_first(locale) and group["mark"] == "/":
            day, month = group["second"], int(group["first"])
    weekday = weekdays[_key(group["weekday"])] if group["weekday"] else None
    at = _time(found)
    if at is None and group["hour"]:
        return None
    return Dated(day=int(day), month=month, year=int(year) if year else None, weekday=weekday, at=at, short=short, span=found.span())


def _iso(found: re.Match[str]) -> Dated | None:
    try:
        moment = datetime.fromisoformat(found["iso"].replace(" ", "T"))
    except ValueError:
        return None
    at = moment.time() if len(found["iso"]) > len("2026-11-24") else None
    return Dated(day=moment.day, month=moment.month, year=moment.year, at=at, zone=moment.tzinfo, short=True, span=found.span("iso"))


def _time(found: re.Match[str]) -> time | None:
    if not found["hour"]:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half == "p")
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _real(dated: Dated) -> bool:
    try:
        day = date(dated.year or _LEAP, dated.month, dated.day)
    except ValueError:
        return False
    return dated.weekday is None or dated.year is None or day.weekday() == dated.weekday


def write(dated: Dated, locale: str, zone: tzinfo | None = None) -> str:
    """Return the date as readers of ``locale`` write it, with the fields it has, the clock of 12 or 24 hours as CLDR says.

    A moment with an offset of its own is told by the clock of ``zone``, the newsroom's.
    """
    from babel import dates

    at, name = _moment(dated, zone), cldr(locale)
    if dated.year is None:
        day = str(dates.format_skeleton("MMMd" if dated.short else "MMMMd", at, locale=name))
    else:
        day = dates.format_date(at, "medium" if dated.short else "long", locale=name)
    if dated.weekday is not None:
        long, full = dates.format_date(at, "long", locale=name), dates.format_date(at, "full", locale=name)
        day = full.replace(long, day) if long in full else f"{dates.format_date(at, 'EEEE', locale=name)}, {day}"
    if dated.at is not None:
        glue = str(dates.get_datetime_format("medium", locale=name))
        day = glue.replace("{1}", day).replace("{0}", dates.format_time(at.time(), "short", locale=name))
    return day.replace("\u202f", "\u00a0")  # CLDR's narrow space: many a typeface and every older charset lacks it


def _moment(dated: Dated, zone: tzinfo | None) -> datetime:
    year = dated.year
    if year is None:
        fitting = (y for y in _CYCLE if _on(y, dated) == dated.weekday)
        year = _LEAP if dated.weekday is None else next(fitting, _LEAP)
    moment = datetime.combine(date(year, dated.month, dated.day), dated.at or time(), dated.zone)
    if dated.zone and zone:
        with suppress(OverflowError):  # the first and the last day of the calendar
            moment = moment.astimezone(zone)
    return moment.replace(tzinfo=None)


def _on(year: int, dated: Dated) -> int | None:
    try:
        return date(year, dated.month, dated.day).weekday()
    except ValueError:
        return None


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    own = language(locale)
    months, weekdays = _either(_months(locale)), _either(_weekdays(locale))
    year = rf"\s{{0,2}}(?:{_YEAR[own]})(?!\w)" if own in _YEAR else "(?!)"
    ordinal = _ORDINAL.get(own, "")
    clock = (
        rf"(?:\s?,)?\s{{1,3}}(?:(?:{_AT.get(own, '(?!)')})\s|[|·—–-]\s)?"
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::\d\d)?)?(?!\d)(?:\s?(?P<half>[ap]\.?m\.?)(?!\w))?"
    )
    # A bare number after a date is no time: it needs minutes, a half of the day or a word.
    need = rf"(?=[^\d]{{0,12}}\d{{1,2}}(?:[:.]\d\d|\s?[ap]\.?m))(?:{clock})(?:{_AFTER_TIME.get(own) or '(?!)'})?"
    day_first = rf"(?P<day1>\d{{1,2}}){ordinal}\s{{1,2}}(?P<month1>{months})(?!\w)(?:,?\s{{1,2}}(?P<year1>\d{{4}})(?!\d)(?:{year})?)?"
    month_first = rf"(?P<month2>{months})\s{{1,2}}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s{{1,2}}(?P<year2>\d{{4}})(?!\d))?"
    iso = r"(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\d)"
    figures = rf"(?P<first>\d{{1,2}})(?P<mark>[./])(?P<second>\d{{1,2}})(?P=mark)(?P<year3>\d{{4}})(?![\d.]\d)(?!\d)(?:{year})?"
    forms = [day_first, figures] + ([month_first] if _starts_with_month(own) else [r"(?P<month2>(?!))(?P<day2>)(?P<year2>)"])
    return re.compile(rf"(?<![\w.:/-])(?:{iso}|(?:(?P<weekday>{weekdays})\.?,?\s{{1,2}})?(?:{'|'.join(forms)})(?:{need})?)", re.IGNORECASE)


def _either(names: dict[str, int]) -> str:
    return "|".join(re.escape(name).replace("ʼ", "['’ʼ]") for name in sorted(names, key=len, reverse=True))


def _key(word: str) -> str:
    return word.lower().replace("’", "ʼ").replace("'", "ʼ")


@cache
def _months(locale: str) -> dict[str, int]:
    return _names(kept.of(locale).months["short"], kept.of(locale).months["wide"])


@cache
def _wide_months(locale: str) -> dict[str, int]:
    return _names(kept.of(locale).months["wide"])


@cache
def _weekdays(locale: str) -> dict[str, int]:
    return _names(kept.of(locale).weekdays["short"], kept.of(locale).weekdays["wide"])


def _names(*lists: list[tuple[str, int]]) -> dict[str, int]:
    """Return the number of each name, with its point and without."""
    return {_key(form): number for listed in lists for name, number in listed for form in (name, name.rstrip("."))}


def _month_first(locale: str) -> bool:
    return kept.of(locale).order.startswith("M")


@cache
def _starts_with_month(own: str) -> bool:
    """Tell whether some variety of the language writes “November 24”."""
    return own == "en" or _month_first(own)
