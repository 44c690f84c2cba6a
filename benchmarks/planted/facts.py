"""Wrong facts: numbers that changed places, millions for billions, another weekday, half of the day, currency or day."""

import re
from collections.abc import Mapping
from random import Random

from benchmarks.planted.fault import Fault

_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NUMBER = re.compile(r"(?<![\w.,:/-])\d[\d,.]*(?<![.,])(?![\w:/-])")


def swapped_numbers(source: str, target: str, rng: Random) -> str | None:
    """Exchange the places of two numbers of the target."""
    found = [match for match in _NUMBER.finditer(target) if match[0] in source or match[0].replace(".", ",") in source]
    if len(found) < 2:
        return None
    first, second = sorted(rng.sample(found, 2), key=re.Match.start)
    return target[: first.start()] + second[0] + target[first.end() : second.start()] + first[0] + target[second.end() :]


def another_count(source: str, target: str, rng: Random) -> str | None:
    """Replace a number in words by another one."""
    words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty"]
    found = list(re.finditer(rf"\b(?:{'|'.join(words)})\b", target))
    if not found:
        return None
    one = rng.choice(found)
    return target[: one.start()] + rng.choice([word for word in words if word != one[0]]) + target[one.end() :]


def million_for_billion(source: str, target: str, rng: Random) -> str | None:
    """Replace a scale word by the next one."""
    scales = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
    found = list(re.finditer(rf"(?<=\d[ \u00a0-])(?:{'|'.join(scales)})\b", target))
    if not found:
        return None
    one = rng.choice(found)
    return target[: one.start()] + scales[one[0]] + target[one.end() :]


def wrong_weekday(source: str, target: str, rng: Random) -> str | None:
    """Replace a weekday by another one."""
    found = list(re.finditer(rf"\b(?:{'|'.join(_WEEKDAYS)})(?=\b)", target))
    if not found:
        return None
    one = rng.choice(found)
    return target[: one.start()] + rng.choice([day for day in _WEEKDAYS if day != one[0]]) + target[one.end() :]


def am_for_pm(source: str, target: str, rng: Random) -> str | None:
    """Turn a morning into an evening, an evening into a morning."""
    found = list(re.finditer(r"(?<=\d)\s?([ap])(?=\.?m\b)", target))
    if not found:
        return None
    one = rng.choice(found)
    return target[: one.start(1)] + ("p" if one[1] == "a" else "a") + target[one.end(1) :]


def currency_changed(source: str, target: str, rng: Random) -> str | None:
    """Turn dollars into euros, all else into dollars."""
    found = list(re.finditer(r"[$€£](?=\d)|(?<=\d )(?:dollars|euros)|\b(?:UAH|USD|EUR)(?= \d)", target))
    if not found:
        return None
    one = rng.choice(found)
    others = {"$": "€", "€": "$", "£": "€", "dollars": "euros", "euros": "dollars", "UAH": "USD", "USD": "EUR", "EUR": "USD"}
    return target[: one.start()] + others[one[0]] + target[one.end() :]


def wrong_day(source: str, target: str, rng: Random) -> str | None:
    """Move the day of a date by a few."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    found = list(
        re.finditer(rf"(?<=\b)\d{{1,2}}(?=(?:st|nd|rd|th)? (?:{months})\b)|(?<=(?:ber|ary|uly|une|May|rch|ust) )\d{{1,2}}(?!\d)", target)
    )
    if not found:
        return None
    one = rng.choice(found)
    return target[: one.start()] + str((int(one[0]) + rng.randrange(1, 9)) % 28 + 1) + target[one.end() :]


#: Each fault with the rules that are about it.
FAULTS: Mapping[Fault, frozenset[str]] = {
    swapped_numbers: frozenset({"number", "date"}),
    another_count: frozenset({"number"}),
    million_for_billion: frozenset({"number"}),
    wrong_weekday: frozenset({"date"}),
    am_for_pm: frozenset({"number"}),
    currency_changed: frozenset({"number"}),
    wrong_day: frozenset({"number", "date"}),
}
