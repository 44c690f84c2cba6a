"""Numbers by value: digits in any writing of Europe, and what number words of a text may stand for.

A value is a decimal without needless zeros, as text. Whatever can be read in several ways («1.234») keeps all its readings.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from transloc.checks.numbers.number_words import SCALES, word_values
from transloc.checks.text.later import later

#: It begins with a digit and nothing else, so that other letters are passed over fast.
_FIGURE = later(r"\d(?:(?<!\d\d)\d{0,2}(?:[ \u00a0\u202f\u2009']\d{3}(?!\d))+|\d*)(?:[.,:]\d+)*")
_GROUPED = later(r"\d{1,3}(?:(?P<mark>[.,])\d{3})(?:(?P=mark)\d{3})*\Z")
_DECIMAL = later(r"\d+[.,](?:\d|\d{3,})\Z")
_SCORE = later(r"\d+[.,]\d:\d+(?:[.,]\d)?\Z|\d+:\d+[.,]\d\Z")  # 16,5:10,5
_DATE = later(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\Z")
_TIME = later(r"([01]?\d|2[0-4])[.:]([0-5]\d)\Z")
_AFTERNOON = later(r"\s?(?:[pP]\.?\s?[mM]\b|в?вечора\b|дня\b|wieczorem\b|po południu\b|abends\b|nachmittags\b)")
#: How all begins that one of the two may find.
_MAY_TELL = later(r"[-‑–.]?\s?[pPвдwansхтмиeyJl]")
_DASHES = frozenset("-–—/")
_DECADE = later(r"[-‑–]?(?:s\b|х\b|ті\b|тих\b|ми\b|их\b|er\b|e\b|ych\b)|\.? (?:Jahre|lat)")
#: «lat 80.», and two figures of a year behind an apostrophe or a season: “’18”, “SS19”.
_ENDS_BEFORE_YEAR = ("a ", "h ", "'", "’")
_YEAR_BEFORE = later(r"\blat(?:a|ach) \Z|(?<![^\W_])(?:['’]|[A-Z]{2})\Z")
#: Words that join two numbers, as a pattern: “38 to 54”, «дві чи три».
JOINING = "to|or|and|до|чи|або|і|й|та|bis|oder|und|do|lub|i|или|и"
#: Between the numbers of a range, of which the second may have a currency before it: “$2-$3 million”.
_RANGE = later(rf"(?:\s?[-‑–—]\s?|\s(?:until|{JOINING})\s)(?:(?:[A-Z]{{2}})?[$€£₴₽¥]|[A-Z]{{3}}\s?)?")
#: Between the parts of one amount: «1 млн 165 тис.», „3 Mrd. 200 Mio.“
_NEXT_PART = later(r"\.?[ \u00a0\u202f]")
_DECADES = later(r"\b(?:lat(?:a|ach)|рок(?:и|ів|ах|ами)|год(?:ы|ов|ах)|Jahren?)\b")
_HOUR = later(r"\d{1,2}")
_ROMAN = later(r"\b(?:[IVXLCІХС]{2,6}|[VX])\b")
#: «20 тис.», «20-тисячна» and, as many write it, «20-ти тисячна».
_SCALE = later(r"(?:[‑-](?:ти|ми|и|х)[ ‑-]|[ \u00a0\u202f‑-])?([^\W\d_]+)")
_THOUSANDS = 3
#: Two figures of a year from here on are of the last century.
_LAST_CENTURY = 69
_TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
_HALVES = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


class Figure(NamedTuple):
    """A number in digits. ``readings`` are the values it may stand for; a reading of several (a time, a date) means all of them.

    ``power`` is that of ten of a scale word behind it (6: «млн»), 0 where there is none; ``stop`` is where that word ends.
    ``parts`` are the numbers of one amount, «1 млн 165 тис.», whose power is that of the first; none where it has one scale.
    """

    text: str
    start: int
    end: int
    readings: tuple[tuple[str, ...], ...]
    power: int = 0
    stop: int = 0
    parts: tuple["Figure", ...] = ()

    def meets(self, other: "Figure") -> bool:
        """Tell whether the two may have the same value."""
        return not set(self.readings).isdisjoint(other.readings)

    def among(self, values: frozenset[str]) -> bool:
        """Tell whether some reading has all its values in ``values``."""
        return any(map(values.issuperset, self.readings))


def find(prose: str) -> tuple[Figure, ...]:
    """Return the numbers in digits, in order."""
    found: list[Figure] = []
    before = ""
    for match in _FIGURE.finditer(prose):
        text, (start, end) = match[0], match.span()
        tail = prose[end : end + 24]
        gap = prose[found[-1].end : start] if found else ""
        readings = _readings(text)
        joined = before if gap.strip() in _DASHES else ""
        if joined or _MAY_TELL.match(tail):
            readings = (*readings, *_by_neighbours(text, tail, joined))
        lead = prose[max(0, start - 8) : start]
        if (lead.endswith(_ENDS_BEFORE_YEAR) or lead[-1:].isupper()) and _YEAR_BEFORE.search(lead):
            readings += _decade(text)
        power, stop = _scale(tail)
        if power:
            readings += _scaled_readings(text, power)
            if found and not found[-1].power and _RANGE.fullmatch(gap):  # «від 2 до 3 млн»
                found[-1] = found[-1]._replace(readings=(*found[-1].readings, *_scaled_readings(found[-1].text, power)))
        if len(readings) > 1:
            readings = tuple(dict.fromkeys(readings))
        figure = Figure(text, start, end, readings, power, end + stop)
        if found and found[-1].power:
            found[-1:] = _together(found[-1], figure, prose)
        else:
            found.append(figure)
        before = text
    return tuple(found)


def _scale(tail: str) -> tuple[int, int]:
    """Return the power of ten of the scale word that ``tail`` begins with, and where the word ends; 0 and 0 where none stands there."""
    word = _SCALE.match(tail)
    power = SCALES.get(word[1].lower(), 0) if word else 0
    return (power, word.end()) if word and power else (0, 0)


def _scaled_readings(text: str, power: int) -> tuple[tuple[str, ...], ...]:
    return tuple((scaled(reading[0], power),) for reading in _readings(text) if len(reading) == 1)


def _together(first: Figure, second: Figure, prose: str) -> tuple[Figure, ...]:
    """Return two neighbours, of which the first has a scale word, as the one amount that they may be: «1 млн 165 тис.»."""
    between = _NEXT_PART.fullmatch(prose, first.stop, second.start)
    readings = tuple(dict.fromkeys(_amount(first, second))) if between else ()
    if not readings:
        return first, second
    parts = (*(first.parts or (first,)), second)
    return (Figure(prose[first.start : second.end], first.start, second.end, readings, first.power, second.stop, parts),)


def _amount(first: Figure, second: Figure) -> Iterator[tuple[str, ...]]:
    """Yield what two neighbours are together, the second in a smaller scale, then what they are as two numbers; nothing if no amount."""
    last = first.parts[-1] if first.parts else first
    plain = second.power == 0 and last.power == _THOUSANDS and second.text.isdigit()  # «5 млн 24 лютого» is no amount
    if not last.text.isdigit() or second.power >= last.power or not (second.power or plain):
        return
    whole = first.readings[0][0] if first.parts else scaled(last.text, last.power)
    small = [scaled(reading[0], second.power).partition(".") for reading in _readings(second.text) if len(reading) == 1]
    totals = [f"{whole[: -last.power]}{units.zfill(last.power)}.{part}" for units, _, part in small if len(units) <= last.power]
    if totals:
        yield from ((normal(total),) for total in totals)
        alone = [reading for reading in first.readings if len(reading) > 1] if first.parts else first.readings
        yield from ((*one, *other) for one, other in product(alone, second.readings))


def values_in_words(prose: str, language: str) -> frozenset[str]:
    """Return all values of the number words, Roman numerals and vulgar fractions of ``prose``."""
    pool = {_HALVES[letter] for letter in _HALVES if letter in prose}
    words = word_values(prose, language)
    pool |= words
    if _DECADES.search(prose):  # «у вісімдесятих роках»
        pool |= {f"19{value}" for value in words if value in _TENS}
    pool |= {str(roman(found)) for found in _ROMAN.findall(prose)}
    return frozenset(pool)


def normal(digits: str) -> str:
    """Return digits with at most one decimal point in their shortest form."""
    whole, _, part = digits.partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + ("." + part if part else "")


@lru_cache(maxsize=8192)
def _readings(text: str) -> tuple[tuple[str, ...], ...]:
    joined = re.sub(r"[ \u00a0\u202f\u2009']", "", text)
    if joined.isdigit():
        parts = re.split(r"\D", text)
        # «у 24 300 осіб» may be two numbers; with a no-break space between it is one
        apart = len(parts) > 1 and " " in text and not any(part.startswith("0") for part in parts)
        return ((normal(joined),), tuple(map(normal, parts))) if apart else ((normal(joined),),)
    marks = re.sub(r"\d", "", joined)
    grouped = _GROUPED.match(joined)
    thousands = bool(grouped) and len(marks) > 1  # 1,234,567 is no list, no date and no time
    decimal = _DECIMAL.match(joined) is not None  # 7,1 is no 7 and 1; 14.30 and 04.02 may be a time and a date
    readings = [] if thousands or decimal else [tuple(normal(part) for part in re.split(r"[.,:]", joined))]
    if ":" in joined and _SCORE.match(joined):
        readings.append(tuple(normal(part.replace(",", ".")) for part in joined.split(":")))
    if grouped:
        readings.append((normal(re.sub(r"\D", "", joined)),))
    if marks in (".", ",") and not (grouped and joined.endswith("000")):
        readings.append((normal(joined.replace(",", ".")),))
    elif len(set(marks[:-1])) == 1 and marks[-1] not in marks[:-1] and ":" not in marks:  # 1.234,56
        whole, part = joined.rsplit(marks[-1], 1)
        readings.append((normal(f"{re.sub(r'[.,]', '', whole)}.{part}"),))
    readings += _calendar(joined)
    return tuple(readings)


def _calendar(text: str) -> list[tuple[str, ...]]:
    """Return the readings as a date, whose month may be written out and its year in full, and as a time of either half of the day."""
    date, time = _DATE.match(text), _TIME.match(text)
    if date:
        day, month, year = map(normal, date.groups())
        full = [] if len(date[3]) > 2 else [("19" if int(date[3]) >= _LAST_CENTURY else "20") + date[3]]
        return [(day, year), *((day, written) for written in full), (day, month)]
    if not time:
        return []
    hour, minute = int(time[1]), time[2]
    hours = [hour, hour - 12] if hour > 12 else [hour]
    return [(str(h), *([] if minute == "00" else [normal(minute)])) for h in hours]


def _by_neighbours(text: str, tail: str, before: str) -> list[tuple[str, ...]]:
    """Return the readings that the words after the digits, or the number before a dash, allow."""
    readings: list[tuple[str, ...]] = []
    hour = _HOUR.match(text)
    if hour and int(hour[0]) < 12 and _AFTERNOON.match(tail):
        minutes = [normal(part) for part in re.split(r"[.:]", text)[1:] if part != "00"]
        readings.append((str(int(hour[0]) + 12), *minutes))
    if text.isdigit() and _DECADE.match(tail):
        readings += _decade(text)
    if text.isdigit() and len(text) == 2 and len(before) == 4 and before.isdigit():
        readings.append((normal(before[:2] + text),))
    return readings


def _decade(text: str) -> tuple[tuple[str, ...], ...]:
    """Return what the two digits of a decade stand for: «90-ті» is 1990."""
    return (("19" + text,), ("20" + text,)) if len(text) == 2 and text.isdigit() else ()


def scaled(value: str, power: int) -> str:
    """Return ``value`` times ten to the ``power``."""
    whole, _, part = value.partition(".")
    kept = max(0, len(part) - power)
    digits = (whole + part).ljust(len(whole) + power, "0")
    return normal(digits[: len(digits) - kept] + ("." + digits[-kept:] if kept else ""))


def roman(text: str) -> int:
    """Return the value of a Roman numeral, Cyrillic look-alikes allowed."""
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    numbers = [worth[letter] for letter in text.translate(str.maketrans("ІХС", "IXC"))]
    return sum(-n if n < max(numbers[i:]) else n for i, n in enumerate(numbers))
