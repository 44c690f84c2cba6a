"""Times of the day, as minutes since midnight: «14:30», «о 9-й вечора», “2:30 p.m.”, „um 21 Uhr“, „o godz. 8 wieczorem“."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transloc.checks.pair import Side
from transloc.checks.text.later import later
from transloc.checks.text.traits import trait

#: What a half of the day is called behind an hour.
_HALVES = {
    "am": r"a\.m\.?|am\b|ранку|утра|rano\b|morgens|vormittags|früh\b|in the morning",
    "pm": r"p\.m\.?|pm\b|вечора|вечера|wieczorem|abends|in the evening|po południu|nachmittags|in the afternoon|пополудні",
    "day": r"дня\b",
    "night": r"ночі|ночи|w nocy|nachts|at night",
}
_HALF = "|".join(rf"(?P<{name}>{words})" for name, words in _HALVES.items())
_HOUR = r"(?:-?(?:й|ій|ї|ої|та|тій|ша|шій|га|гій|ма|мій|ти))?(?:\s?(?:Uhr|годин[іаиу]|год\.|часов|часа|ч\.|o['’]clock))?"
_TIME = later(
    rf"(?P<lead>(?<!\w)(?:[Оо]б?|[Уу]м|[Uu]m|godz\.|godzinie|at|At|до|після|від|з)\s)?(?<![\d.,:/-])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?(?![\d:/]|[.,]\d)"
    rf"(?P<tail>{_HOUR})(?:\s?(?:{_HALF}))?",
    re.IGNORECASE,
)
_BESIDE = ("am", "pm", "m", "о", "об", "ч")
_BEGINNINGS = """
    uhr o'clock o’clock год godz час утра ранку вечора вечера дня ночі ночи пополудні rano wieczor nocy połudn morg vorm früh nachm abend
    nacht night morning evening afternoon
"""
_ENGLISH = later(r"[ap]\.?m", re.IGNORECASE)
_NOON = 12


class Time(NamedTuple):
    """A time at an offset of the bare words; ``minutes`` are those since midnight that it may mean, ``half`` where “am” or “pm” stands."""

    text: str
    start: int
    end: int
    face: int
    minutes: frozenset[int]
    half: tuple[int, int] | None


#: Words of which one stands beside an hour that has no minutes.
OF_CLOCK = trait(words=lambda _: _BESIDE, beginnings=lambda _: _BEGINNINGS.split())


def may_be(side: Side) -> bool:
    """Tell whether a text may name a time of the day."""
    return bool(side.traits & OF_CLOCK) or any(":" in figure.text or "." in figure.text for figure in side.figures)


def find(prose: str, language: str) -> tuple[Time, ...]:
    """Return the times of the day in ``prose``, in order; a bare number is none."""
    return tuple(_all(prose, language))


def _all(prose: str, language: str) -> Iterator[Time]:
    for found in _TIME.finditer(prose):
        hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found.lastgroup if found.lastgroup in _HALVES else None
        told = half or found["tail"].strip("-йїіоаую ") or (found["minute"] and (":" in found[0] or found["lead"]))
        if hour > 2 * _NOON or not told:
            continue
        hours = _hours(hour, half, written_out=bool(found["minute"]) and language != "en")
        minutes = frozenset(60 * (one % 24) + minute for one in hours)
        start, end = found.start("hour"), found.end()
        yield Time(
            prose[start:end],
            start,
            end,
            hour % _NOON * 60 + minute,
            minutes,
            found.span(half) if half and _ENGLISH.match(found[half]) else None,
        )


def _hours(hour: int, half: str | None, *, written_out: bool) -> tuple[int, ...]:
    """Return the hours of 24 that ``hour`` may be; languages with the clock of 24 hours mean it where they write the minutes."""
    if hour > _NOON or hour == 0:
        return (hour,)
    before, after = hour % _NOON, hour % _NOON + _NOON
    if half == "am":
        return (before,)
    if half == "pm":
        return (after,)
    if half == "day":
        return (after,) if hour < 8 or hour == _NOON else (before,)
    if half == "night":
        return (before,) if hour < 6 or hour == _NOON else (after,) if hour > 7 else (before, after)
    return (hour,) if written_out else (before, after)


def other_half(half: str) -> str:
    """Return “a.m.” for “p.m.” and the reverse, as it is written."""
    return half.translate(str.maketrans("apAP", "paPA"))
