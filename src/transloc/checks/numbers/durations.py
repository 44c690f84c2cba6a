"""How long something lasts: «доба» is “24 hours”, and three weeks are 21 days."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from transloc.checks.numbers.figures import JOINING, Figure
from transloc.checks.numbers.number_words import runs, with_words
from transloc.checks.numbers.units import SEVERAL, worth
from transloc.checks.pair import Side
from transloc.checks.text.later import later

#: Minutes, by the stems of each language; "=" asks for the whole word. From a month on units count in the calendar.
_TIMES = {
    "uk": """1 хвилин хв= | 60 годин год= | 1440 доба= доби= добу= добою= добі= діб= добов день= ден= дня= дні= днем= днів= днями=
        дням= дню= днях= денн | 10080 тижн тижд | 43830 місяц місяч | 525960 рік= рок роц річн річч літт літн""",
    "en": """1 minut min= mins= | 60 hour hr= hrs= h= | 1440 day= days= daily= | 10080 week= weeks= weekl | 43830 month |
        525960 year yr= yrs= annual""",
    "pl": """1 minut min= | 15 kwadrans | 60 godzin godz= | 1440 dzień= dnia= dni= dniu= dniem= dniach= dniami= dniom= dniow doba=
        doby= dobę= dobie= dobą= dób= dobow | 10080 tydzień tygod | 43830 miesią miesię | 525960 rok= roku= rokiem= lat= lata=
        latach= latami= letni leci rocz | 52596000 wiek= wieku= wieków= wiekiem=""",
    "de": """1 minut minüt min= | 60 stund stünd std= | 1440 tag= tage= tagen= tages= tägig | 10080 woche wöch | 43830 monat |
        525960 jahr= jahre= jahren= jahres= jährig""",
    "ru": """1 минут мин= | 60 час= часа= часов часу= часам= часах= | 1440 сутки= суток= суткам сутках= суточн день= дня= дней= дни=
        днем= днём= днях= дневн | 10080 недел | 43830 месяц месяч | 525960 год= года= году= годов лет= летн летия= летие= |
        52596000 век= века= веков= веком=""",
}
_WEEK, _MONTH, _YEAR = 10080.0, 43830.0, 525960.0
#: Number words that are spans of time themselves, each with the minutes of the unit that it counts: a decade is ten years.
_OF_THEMSELVES = later(
    r"(fortnight)|(?:decad|dekad|centur|jahrzehnt|jahrhundert|десятил|десятир|століт|сторіч|столет|stulec|lec|wiecz)\w*\Z", re.IGNORECASE
)
#: Between a number and its unit: within one word, «дво(го)динний», or the end of its word and at most one word more, “24 long hours”.
_TO_UNIT = r"(?:[^\W\d_]{0,3}?|[^\W\d_]{0,4}\.?[\s\u00a0‑–-]+(?:of\s+)?(?:[^\W\d_]+[\s\u00a0-]+)?)"
_TO_NEXT = later(rf"\w*(?:\s?[-‑–—]\s?|\s(?:{JOINING})\s)", re.IGNORECASE)
_TOGETHER = later(r"\w*\.?,?\s(?:(?:and|і|й|та|und|i|и)\s)?", re.IGNORECASE)
_AND_A_HALF = later(r"\w*[\s-](?:and[\s-]a[\s-]half|[із]з? половиною|с половиной|i pół|und eine?n? halb)", re.IGNORECASE)
#: A month is 28 to 31 days and a year 365, near enough.
_CALENDAR, _EXACT = 0.03, 1e-6


class _Length(NamedTuple):
    """How long something lasts, and the unit that says so, both in minutes."""

    unit: float
    minutes: float

    def as_long_as(self, other: "_Length") -> bool:
        """Tell whether both last as long; months and years are as long as their days, give or take 3 %, and months as four weeks."""
        ratio = self.minutes / other.minutes if other.minutes else 0.0
        if (self.unit >= _MONTH) == (other.unit >= _MONTH):
            return abs(ratio - 1) < _EXACT
        four_weeks = _MONTH / _WEEK / 4 if self.unit == _WEEK else 4 * _WEEK / _MONTH if other.unit == _WEEK else 1.0
        return abs(ratio - 1) < _CALENDAR or abs(ratio * four_weeks - 1) < _EXACT


class _Duration(NamedTuple):
    """A span of time: where its numbers begin, where all of it begins and ends, how long it is."""

    numbers: tuple[int, ...]
    start: int
    end: int
    length: _Length


def lasts(figure: Figure, side: Side, other: Side) -> bool:
    """Tell whether ``figure`` measures a time that the other side gives in another unit: «доба», “24 hours”.

    What the other side has of the same unit and length stands for what it stands for here, and for nothing else.
    """
    mine = [duration for duration in _durations(side) if figure.start in duration.numbers]
    if not mine:
        return False
    measured_here = Counter(duration.length for duration in mine)
    free = [length for length, spare in _spare(side, other).items() if spare + measured_here[length] > 0]
    return any(duration.length.as_long_as(length) for duration in mine for length in free)


@lru_cache(maxsize=64)
def _spare(side: Side, other: Side) -> Counter[_Length]:
    """Return how many more spans of a unit and length the other side has than this one."""
    spare = Counter(duration.length for duration in _durations(other))
    spare.subtract(duration.length for duration in _durations(side))
    return spare


@lru_cache(maxsize=64)
def with_number_words(side: Side) -> tuple[tuple[Figure, int, float], ...]:
    """Return the numbers in digits that go on in words, each with where these end and what all of it is: “2 dozen”, «3 з половиною»."""
    words = runs(side.prose, side.language)
    starts = [run.start for run in words]
    found = []
    for figure in side.figures:
        number = bisect_left(starts, figure.end)
        if number < len(words) and not figure.power:
            run = words[number]
            totals = [with_words(value, side.prose[figure.end : run.start], run) for value in worth(figure)]
            found += [(figure, run.end, total) for total in totals if total is not None]
    return tuple(found)


@lru_cache(maxsize=64)
def _durations(side: Side) -> tuple[_Duration, ...]:
    """Return the spans of time of a text: in digits, in words, and of one unit where no number stands («за добу»)."""
    if side.language not in _TIMES:
        return ()
    counted = sorted(_counted(side), key=lambda duration: (duration.start, duration.end))
    ends = {duration.end for duration in counted}
    units, minutes = _units_of_time(side.language)[0]
    bare = [
        _Duration((), unit.start(), unit.end(), _Length(size, size * _with_half(1, side.prose, unit.end())))
        for unit in units.finditer(side.prose)
        if unit.end() not in ends and not SEVERAL.match(side.prose, unit.start())
        for size in [minutes[(unit.lastindex or 1) - 1]]
    ]
    sums = [
        _Duration(one.numbers + two.numbers, one.start, two.end, _Length(two.length.unit, one.length.minutes + two.length.minutes))
        for one, two in pairwise(counted)
        if one.length.unit > two.length.unit and _TOGETHER.fullmatch(side.prose, one.end, two.start)
    ]
    return (*counted, *bare, *sums)


def _counted(side: Side) -> Iterator[_Duration]:
    """Yield the spans that numbers measure; the first number of a range has the unit of the second."""
    prose, (units, minutes) = side.prose, _units_of_time(side.language)[1]
    amounts = [(figure.start, figure.stop, value) for figure in side.figures for value in worth(figure)]
    amounts += [(figure.start, end, value) for figure, end, value in with_number_words(side)]
    amounts += [(run.start, run.end, run.value) for run in runs(prose, side.language)]
    known: tuple[int, int, float] | None = None
    for start, end, value in sorted(amounts, reverse=True):
        itself = _OF_THEMSELVES.search(prose, start, end)
        unit = units.match(prose, end)
        if itself:
            known = (start, end, 1440.0 if itself[1] else _YEAR)
        elif unit:
            known = (start, unit.end(), minutes[(unit.lastindex or 1) - 1])
        elif known and (start == known[0] or _TO_NEXT.fullmatch(prose, end, known[0])):
            known = (start, *known[1:])
        else:
            known = None
            continue
        yield _Duration((start,), start, known[1], _Length(known[2], known[2] * _with_half(value, prose, known[1])))


def _with_half(value: float, prose: str, end: int) -> float:
    return value + 0.5 if _AND_A_HALF.match(prose, end) else value


_Units = tuple[re.Pattern[str], tuple[float, ...]]


@cache
def _units_of_time(language: str) -> tuple[_Units, _Units]:
    """Return patterns of the units, as they begin a word and as they stand behind a number; the n-th group has the n-th minutes."""
    stems = [(stem, float(minutes)) for row in _TIMES[language].split("|") for minutes, *row_ in [row.split()] for stem in row_]
    stems.sort(key=lambda pair: -len(pair[0]))
    groups = "|".join(f"({re.escape(stem[:-1])}(?!\\w))" if stem.endswith("=") else f"({re.escape(stem)})" for stem, _ in stems)
    means = tuple(minutes for _, minutes in stems)
    alone, behind = rf"(?<![^\W\d_])(?:{groups})", f"{_TO_UNIT}(?:{groups})"
    return (re.compile(alone, re.IGNORECASE), means), (re.compile(behind, re.IGNORECASE), means)
