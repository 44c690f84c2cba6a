"""Measures that translators convert for their readers: a number may come back in another unit, or with a conversion beside it."""

import re
from functools import lru_cache
from itertools import pairwise

from transloc.checks.numbers import bound
from transloc.checks.numbers.figures import Figure
from transloc.checks.numbers.number_words import value_of
from transloc.checks.pair import Side
from transloc.checks.text.later import later

#: Metres and kilogrammes in one unit, by the stems that four languages write it with.
_UNITS = (
    ("length", 1609.344, r"miles?\b|mph\b|mil[aei]?\b|мил[яьіюи]|meilen?\b"),
    ("length", 0.9144, r"yards?\b|ярд|jard"),
    ("length", 0.3048, r"f(?:oo|ee)t\b|ft\b|фут(?!б)|stóp\b|stopy\b|fuß\b"),
    ("length", 0.0254, r"inch|дюйм|cal[aei]?\b|zoll\b"),
    ("length", 1000.0, r"km\b|kph\b|км\b|kilomet|кілометр"),
    ("length", 1.0, r"m\b|м\b|met(?:er|re|r)|метр"),
    ("length", 0.01, r"cm\b|см\b|centym|zentim|centim|сантим"),
    ("weight", 0.45359237, r"pound|lbs?\b|фунт|funt|pfund"),
    ("weight", 1.0, r"kg\b|кг\b|kilo(?!m)|кіло(?!м)"),
)
_UNIT = later("|".join(rf"(?P<u{n}>(?<![^\W\d_])(?:{stems}))" for n, (_, _, stems) in enumerate(_UNITS)), re.IGNORECASE)
#: A person's height: “6-foot-6”, «6 футів і 6 дюймів».
_FEET_AND_INCHES = later(r"(\d)[\s-]?(?:f(?:oo|ee)t|ft|фут\w*|stóp|fuß)[\s-]+(?:and |і |та |i |und )?(\d\d?)(?![\d.,]*\d)", re.IGNORECASE)
#: More than one, where nothing says how many.
SEVERAL = later(
    r"(?!kwadrans)(?:\w+(?:s|метрів|metrów)|годин|хвилин|днів|днями|днях|діб|тижн(?:ів|ями|ях)|місяц(?:ів|ями|ях)|рок(?:ів|ами|ах)|godzin|minut|dni|tygodni|miesięcy"
    r"|lat|latach|stunden|minuten|tagen?|wochen|monaten?|jahren?|часов|минут|дней|недель|месяцев|лет)(?!\w)",
    re.IGNORECASE,
)
_DEGREE = later(r"degree|градус|stopni|grad\b|°|º", re.IGNORECASE)
_ONE = later(r"\b(?:an?|ein(?:e[mnrs]?)?)\s(?=\w)", re.IGNORECASE)
_ARTICLE = later(r"\b(?:an?|one|ein(?:e[mnrs]?)?)\b", re.IGNORECASE)
_WITH_ARTICLES = frozenset({"en", "de"})
_TWO_WORDS = later(r"[\s-]+[^\W\d_]+(?:\s[^\W\d_]+)?")
_LAST = later(r"(?:\d|[^\W\d_]+)(?=[\s-]*\Z)")
_NEAR = 12
_MONEY = later(r"[$€£¥₴]|дол|євро|грн|гривен|euro|dollar|dolar|usd|eur|pound|фунт|funt|pfund|hryvn|hrywn", re.IGNORECASE)
_BETWEEN = later(r"[^()\d]{0,28}\([^()\d]{0,16}\Z")
_CLOSING = later(r"([^()\d]{0,30})\)")
_BRACKET = later(r"\([^()\d]{0,16}\Z")
#: 5 cm for 2 inches, 25 for 10: what is lost to rounding.
_TOLERANCE = 0.03
_REACH = 30


def converted(figure: Figure, prose: str, others: frozenset[str], other_prose: str) -> bool:
    """Tell whether ``figure`` of ``prose`` stands in the other text in a unit of the same kind, give or take 3 % of rounding."""
    near = prose[figure.start : figure.end + _REACH]
    units, values = _units(near), worth(figure)
    factors = {mine[1] / theirs[1] for mine in units for theirs in _units(other_prose) if mine[0] == theirs[0] and mine[1] != theirs[1]}
    wanted = [value * factor for value in values for factor in factors]
    if _DEGREE.search(near) or _degrees(other_prose):
        wanted += [degrees for value in values for degrees in ((value - 32) / 1.8, value / 1.8, value * 1.8, value * 1.8 + 32)]
    wanted += _heights(prose, figure)
    tall = _heights(other_prose) if any(kind == "length" for kind, _ in units) else []
    known = {float(other) for other in others} | ({1.0} if _one(other_prose) else set()) if wanted else ()
    return any(_about(other, value) for value in wanted for other in known) or any(_about(one, value) for value in values for one in tall)


def _heights(prose: str, figure: Figure | None = None) -> list[float]:
    """Return the heights in feet and inches, in metres and in centimetres; those alone that ``figure`` is part of, where it is given."""
    heights: list[float] = []
    start, end = (max(0, figure.start - _REACH), figure.end + _REACH) if figure else (0, len(prose))
    for found in _FEET_AND_INCHES.finditer(prose, start, end):
        if figure is None or figure.start in (found.start(1), found.start(2)):
            metres = int(found[1]) * 0.3048 + int(found[2]) * 0.0254
            heights += [metres, metres * 100]
    return heights


@lru_cache(maxsize=256)
def _one(prose: str) -> bool:
    """Tell whether an article stands for the number, “about a mile”."""
    return any(_UNIT.match(prose, found.end()) for found in _ONE.finditer(prose))


def rounded(figure: Figure, prose: str, other: Figure, other_prose: str) -> bool:
    """Tell whether one of two measures in the same unit is the other one with fewer figures: «10,2 см», “10 cm”."""
    here = _units(prose[figure.start : figure.end + _REACH])
    if here.isdisjoint(_units(other_prose[other.start : other.end + _REACH])):
        return False
    return any(_rounds(one, two) or _rounds(two, one) for one in worth(figure) for two in worth(other))


def _rounds(exact: float, short: float) -> bool:
    return exact != short and _about(short, exact) and any(float(f"{exact:.{figures}g}") == short for figures in (1, 2, 3))


def worth(figure: Figure) -> list[float]:
    """Return what a number may be worth where it is one number."""
    return [float(reading[0]) for reading in figure.readings if len(reading) == 1]


def _about(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= max(abs(wanted) * _TOLERANCE, 0.01)


@lru_cache(maxsize=256)
def _degrees(prose: str) -> bool:
    return _DEGREE.search(prose) is not None


@lru_cache(maxsize=256)
def _units(prose: str) -> frozenset[tuple[str, float]]:
    return frozenset(_UNITS[int(found.lastgroup[1:])][:2] for found in _UNIT.finditer(prose) if found.lastgroup)


def measured(prose: str, start: int, end: int) -> bool:
    """Tell whether what stands at ``start`` counts a length, a weight or degrees, which may come back in another unit."""
    near = prose[start : end + _REACH]
    return bool(_units(near)) or _degrees(near)


@lru_cache(maxsize=64)
def _singles(side: Side, other: str) -> frozenset[str]:
    """Return what an article or the number one counts in a text, and the units that stand without a number."""
    articles = [(found.start(), found.end()) for found in _ARTICLE.finditer(side.prose) if side.language in _WITH_ARTICLES]
    counted = {noun for start, end in articles for noun in _nouns(side, start, end, other)}
    bare = (
        found
        for found in _UNIT.finditer(side.prose)
        if not SEVERAL.match(side.prose, found.start())
        and not _is_counted(side.prose[max(0, found.start() - _REACH) : found.start()], side.language)
    )
    return frozenset(counted | {f"{_UNITS[int(found.lastgroup[1:])][:2]}" for found in bare if found.lastgroup})


def single(figure: Figure, side: Side, other: Side) -> bool:
    """Tell whether ``figure`` is one of what the other side gives with an article, „ein Mensch“, or as a unit without any number."""
    if ("1",) not in figure.readings:
        return False
    mine = _nouns(side, figure.start, figure.stop, other.locale)
    mine |= {f"{unit}" for unit in _units(side.prose[figure.stop : figure.stop + _NEAR])}
    return not mine.isdisjoint(_singles(other, side.locale))


def _is_counted(before: str, language: str) -> bool:
    """Tell whether a number other than one ends ``before``."""
    last = _LAST.search(before)
    value = value_of(last[0].lower(), language) if last and not last[0].isdigit() else None
    return last is not None and (last[0].isdigit() or value not in (None, 1.0))


def _nouns(side: Side, start: int, end: int, other: str) -> frozenset[str]:
    """Return what the two words behind ``end`` say is counted."""
    words = _TWO_WORDS.match(side.prose, end)
    if not words:
        return frozenset()
    text = side.prose[start : words.end()]
    found = bound.keys(Figure(text[: end - start], 0, end - start, (("1",),), stop=end - start), Side(text, side.locale), other)
    return frozenset(key for key in found if " " not in key)


def twins(prose: str, figures: tuple[Figure, ...]) -> dict[Figure, Figure]:
    """Return the numbers that stand beside their own conversion in brackets, «200 миль (322 км)», each with the other.

    Where both units are known, the two must agree; sums of money are believed.
    """
    found: dict[Figure, Figure] = {}
    if "(" not in prose:
        return found
    for first, second in pairwise(figures):
        between = prose[first.end : second.start]
        closing = _CLOSING.match(prose, second.end)
        if closing and _BETWEEN.match(between):
            outside, _, inside = between.partition("(")
            inside += closing[1]
            if _MONEY.search(inside) or (_units(inside) and _agree(first, outside, second, inside)):
                found |= {first: second, second: first}
    return found


def _agree(first: Figure, outside: str, second: Figure, inside: str) -> bool:
    factors = [here[1] / there[1] for here in _units(outside) for there in _units(inside) if here[0] == there[0]]
    return not factors or any(_about(other, value * factor) for factor in factors for value in worth(first) for other in worth(second))


def bracketed(figure: Figure, prose: str) -> bool:
    """Tell whether ``figure`` is the number in such brackets."""
    return _BRACKET.search(prose[max(0, figure.start - _REACH) : figure.start]) is not None
