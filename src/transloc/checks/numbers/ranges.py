"""The two numbers of one range, «від 25 до 40 грн», “between UAH 38 million and 54 million”, “$100-200”: what stands at one counts both."""

import re
from bisect import bisect_left
from operator import attrgetter

from transloc.checks.numbers import money
from transloc.checks.numbers.figures import Figure
from transloc.checks.pair import Side
from transloc.checks.text.later import later

_COIN = r"(?:(?:[^\W\d_]{1,2})?[$€£₴₽¥]\s?|[A-Z]{3}\s?)?"
_DASH, _AND = r"(?P<dash>\s?[-‑–—]\s?)", r"(?P<both>\s(?:and|та|і|й|und|i|oraz|a|и)\s)"
_TO = rf"{_DASH}|\s(?:to|until|till|or|до|чи|або|bis(?:\szu[mr]?)?|oder|(?:aż\s)?do|lub|albo|или)\s|{_AND}"
#: What stands between them: a measure of up to two words at the first number, and a currency before the second.
_JOINT = later(rf"\.?(?P<measure>(?:\s?(?:[^\W\d_]+\.?|[%°$€£₴₽¥])){{0,2}}?)(?:{_TO}){_COIN}")
_LEAD = rf"\s(?:[^\W\d_]+\s)?{_COIN}\Z"
_BETWEEN = later(rf"(?<!\w)(?:between|між|поміж|zwischen|między|pomiędzy|между){_LEAD}", re.IGNORECASE)
_FROM = later(rf"(?<!\w)(?:from|від|од|з|із|зі|von|od|z|от|с|со){_LEAD}", re.IGNORECASE)
_SIGN = later(r"\.?\s?[%°]?\Z")
_YEAR = later(r"(?:1[89]|20)\d\d\Z")
_LEFT, _APART = 28, 40
_start = attrgetter("start")


def joined(first: Figure, second: Figure, side: Side) -> bool:
    """Tell whether ``second`` ends the range that ``first`` begins."""
    if second.start - first.stop > _APART:
        return False
    prose = side.prose
    joint = _JOINT.fullmatch(prose, first.stop, second.start)
    if not joint:
        return False
    lead = prose[max(0, first.start - _LEFT) : first.start]
    between = _BETWEEN.search(lead) is not None
    if joint["both"]:
        return between
    if joint["dash"] and (_named(first, lead, side) or _dated(first, second, joint["dash"])):
        return False
    measured = _SIGN.match(joint["measure"]) or money.named(joint["measure"].strip())
    return bool(measured or between or _FROM.search(lead))


def is_year(figure: Figure) -> bool:
    """Tell whether a number looks like a year of our time."""
    return _YEAR.match(figure.text) is not None


def _named(figure: Figure, lead: str, side: Side) -> bool:
    """Tell whether a number is part of a name, «Су-34 — 12 машин»."""
    return (lead[-1:].isalpha() or lead[-1:] in ("-", "‑")) and not money.currency(figure, side)


def _dated(first: Figure, second: Figure, dash: str) -> bool:
    """Tell whether a dash between spaces stands behind a year and before what happened in it: «у 2022 — 40»."""
    return dash != dash.strip() and is_year(first) != is_year(second)


def partners(figure: Figure, side: Side) -> list[Figure]:
    """Return the numbers that stand in one range with ``figure``: mostly one, or none."""
    figures = side.figures
    at = bisect_left(figures, figure.start, key=_start)
    before, behind = figures[max(0, at - 1) : at], figures[at + 1 : at + 2]
    return [one for one in before if joined(one, figure, side)] + [one for one in behind if joined(figure, one, side)]


def currency(figure: Figure, side: Side) -> str:
    """Return the ISO code of the currency beside ``figure`` or, where none is, beside a number of its range; empty where there is none."""
    return money.currency(figure, side) or next((coin for one in partners(figure, side) if (coin := money.currency(one, side))), "")
