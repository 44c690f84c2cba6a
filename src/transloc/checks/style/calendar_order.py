"""The order of a date in English, and months in words elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import replace

from transloc.checks.pair import Side
from transloc.checks.style.house import House
from transloc.checks.style.marks import Change
from transloc.checks.text.later import later
from transloc.languages import dates

_DAY_FIRST = later(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? +(?P<month>[A-Z][a-z]+\.?)(?:,? +(?P<year>\d{4}))?")
_MONTH_FIRST = later(r"(?P<month>[A-Z][a-z]{2,}\.?) +(?P<day>\d{1,2})(?!\d)(?:st|nd|rd|th)?(?:,? +(?P<year>\d{4}))?")


def find(side: Side, house: House) -> Iterator[Change]:
    """Yield each date in the other order, or in figures alone where the house writes the month out."""
    if not house.dates:
        return
    for dated in dates.find(side.prose, side.locale):
        start, end = dated.span
        text = side.prose[start:end]
        if house.dates == "words":
            if dated.short and dated.year and not any(map(str.isalpha, text)):
                yield text, dates.write(replace(dated, short=False), side.locale), dated.span
        elif side.language == "en" and (found := (_MONTH_FIRST if house.dates == "day-first" else _DAY_FIRST).search(text)):
            at = (start + found.start(), start + found.end())
            yield found[0], _turned(found, house, side.prose[at[1] :]), at


def _turned(found: re.Match[str], house: House, after: str) -> str:
    day, month, year = found["day"], found["month"], found["year"]
    if house.dates == "day-first":
        return f"{day} {month} {year}" if year else f"{day} {month}"
    goes_on = re.match(r"\s+[^\W\d_]", after)  # in running text a comma closes the year
    return f"{month} {day}, {year}{',' if goes_on else ''}" if year else f"{month} {day}"
