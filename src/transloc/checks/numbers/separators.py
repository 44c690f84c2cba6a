"""Numbers with the marks of another language: “2,5” in English, «12.500» in Ukrainian."""

import re
from collections.abc import Iterator

from transloc.checks.numbers import money
from transloc.checks.numbers.figures import Figure, normal, scaled, values_in_words
from transloc.checks.numbers.number_words import SCALES
from transloc.checks.pair import Side
from transloc.checks.text.later import later
from transloc.languages.numbers import Marks, marks

_MARKED = later(r"\d{1,3}(?:([., \u00a0\u202f])\d{3})*(?:[.,]\d+)?\Z|\d+[.,]\d+\Z")
_POWERS = frozenset(SCALES.values())
_SPACES = " \u00a0\u202f"
_MEASURED = later(r"[\s\u00a0-]?(?:%|°|percent|per cent|відсот|процент|procent|prozent|(?:к?м|кг|k?m|kg)\b)", re.IGNORECASE)


def foreign(source: Side, target: Side) -> Iterator[tuple[Figure, str, str]]:
    """Yield the numbers of the target whose marks are not the locale's, with how each is written there and what it would be read as.

    The second text is empty where nobody could misread it. The source says what is meant: a number counts that is the same value in its
    own marks. Where nothing tells a measure it may be a version («iOS 12.1») or a telephone number, and is left alone.
    """
    if source.language == target.language or all(figure.text.isdigit() for figure in target.figures):
        return
    here, there = marks(source.locale), marks(target.locale)
    meant = {total: figure for figure in source.figures if (total := _total(figure, here))}
    for figure in target.figures:
        mine = read(figure.text, there)
        if _total(figure, there) in meant or not _MARKED.match(figure.text) or figure.text.isdigit():
            continue
        used = next((used for used in (here, _turned(there)) if _total(figure, used) in meant and _plausible(figure, used)), None)
        if used and (mine or _measured(figure, target)) and _total(figure, there) not in _meant(source, here):
            yield figure, _rewritten(figure.text, used, there), mine or ""


def _plausible(figure: Figure, used: Marks) -> bool:
    """Tell whether anybody may have meant these marks: “20,000” is no 20 with three decimals."""
    return (read(figure.text, used),) in figure.readings


def _total(figure: Figure, used: Marks) -> str | None:
    value = read(figure.text, used)
    return scaled(value, figure.power) if value else None


def _meant(side: Side, used: Marks) -> frozenset[str]:
    """Return all values that the numbers of ``side`` may mean to readers of these marks: of a range, of an amount in parts, in words."""
    found = {reading[0] for figure in side.figures if figure.parts for reading in figure.readings if len(reading) == 1}
    for figure in side.figures:
        if value := read(figure.text, used):  # the first number of a range has the scale of the last one: «20–25 тис.»
            found |= {total for power in _POWERS if ((total := scaled(value, power)),) in figure.readings}
    return frozenset(found) | values_in_words(side.prose, side.language)


def _turned(marks_: Marks) -> Marks:
    return Marks("," if marks_.decimal == "." else ".", marks_.decimal)


def _measured(figure: Figure, side: Side) -> bool:
    behind = side.prose[figure.stop : figure.stop + 12]
    return bool(figure.power or money.currency(figure, side) or _MEASURED.match(behind))


def read(text: str, marks_: Marks) -> str | None:
    """Return the value of ``text`` as readers of these marks read it, a decimal as text; None where they would not write it so."""
    group = _SPACES if marks_.group in _SPACES else marks_.group
    whole, mark, part = text.partition(marks_.decimal)
    if (mark and not part.isdigit()) or not re.fullmatch(rf"\d+|\d{{1,3}}(?:[{re.escape(group)}]\d{{3}})+", whole):
        return None
    return normal(re.sub(r"\D", "", whole) + (f".{part}" if part else ""))


def _rewritten(text: str, used: Marks, wanted: Marks) -> str:
    becomes: dict[str, str | int | None] = {**dict.fromkeys(_SPACES, wanted.group), used.group: wanted.group, used.decimal: wanted.decimal}
    return text.translate(str.maketrans(becomes))
