"""Which of the dates in an article tell when it was published, and which are told apart: an update, a date that the text speaks of."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from transloc.formats.convert.align import Said
from transloc.formats.convert.places import in_body
from transloc.formats.kinds.signed import BODY
from transloc.languages import dates
from transloc.model import Kind

_BESIDE = frozenset({Kind.HEADLINE, Kind.LEDE, Kind.BYLINE})
_LEAP = 2024


class Days:
    """``line`` are the words of the date that readers see, empty where none says the article's; ``apart`` are the ids of those that stay.

    ``stated`` is the article's date in ISO 8601 where one is stated: no line of another day takes its place. Only a line before
    the body, beside headline, lede or byline, or after the body speaks of the article; within the body a date is text.
    """

    def __init__(self, said: Sequence[Said], stated: str, locales: Sequence[str]) -> None:
        self.locales = locales
        self.stated = dates.read(stated, locales[0]) if stated else None
        lines = [one for one in said if _kind(one) is Kind.DATE]
        placed = _placed([one for one in said if in_body(one.unit)])
        first = self._first(lines, placed)
        self.line = first.words if first else ""
        self.apart = frozenset(one.unit.id for one in lines if one is not first and self._differs(one, first, placed))

    def _first(self, lines: Sequence[Said], placed: frozenset[str]) -> Said | None:
        """Return the line that says the article's date, one of the body before one of the head."""
        row = [*(one for one in lines if one.unit.id in placed), *(one for one in lines if not in_body(one.unit))]
        return next((one for one in row if self.stated is None or self._says(one, self.stated)), None)

    def _says(self, one: Said, stated: dates.Dated) -> bool:
        return any(_near(found, stated) for found in self._moments(one.words))

    def _differs(self, one: Said, first: Said | None, placed: frozenset[str]) -> bool:
        if one.unit.id not in placed:
            return True
        if first and one.words == first.words:
            return False
        found = self._moments(one.words)
        known = self._moments(first.words) if first else (self.stated,) if self.stated else ()
        labelled = not any(dates.read(one.words, locale) for locale in self.locales)
        return bool(found) and (labelled or not _agree(found, known))

    def _moments(self, words: str) -> tuple[dates.Dated, ...]:
        """Return the dates in ``words``, in the first of the locales in which there are any."""
        return next((found for locale in self.locales if (found := dates.find(words, locale))), ())


def _kind(one: Said) -> Kind:
    return one.source.kind if one.source else one.unit.kind


def _placed(body: Sequence[Said]) -> frozenset[str]:
    """Return the ids of the dates that stand where an article states its own."""
    return frozenset(body[at].unit.id for at in (*_above(body), *_below(body)))


def _above(body: Sequence[Said]) -> Iterator[int]:
    """Yield the dates above the body, and those with nothing of it between them and headline, lede or byline."""
    beside = True
    for at, one in enumerate(body):
        kind = _kind(one)
        leads = kind is Kind.LABEL and one.words.endswith(":")
        beside = kind not in BODY and not leads and (beside or kind in _BESIDE)
        if beside and kind is Kind.DATE:
            yield at


def _below(body: Sequence[Said]) -> Iterator[int]:
    """Yield the date below the body; where several stand there, they are a list."""
    end = max((at for at, one in enumerate(body) if _kind(one) in BODY), default=-1) + 1
    below = [at for at in range(end, len(body)) if _kind(body[at]) is Kind.DATE]
    earlier = {one.words for one in body[:end]}
    if len(below) == 1 and end and body[below[0]].words not in earlier:
        yield below[0]


def _near(one: dates.Dated, stated: dates.Dated) -> bool:
    """Tell whether ``one`` may be the day ``stated``: by a clock of another zone than the newsroom's it is the day before or after."""
    year = stated.year or _LEAP
    distance = abs(_day(one, year) - _day(stated, year))
    return distance <= timedelta(days=1 if stated.zone else 0)


def _day(one: dates.Dated, year: int) -> date:
    """Return the day; one of a leap year alone is taken for the day after in others."""
    try:
        return date(one.year or year, one.month, one.day)
    except ValueError:
        return date(year, 3, 1)


def _agree(ones: Iterable[dates.Dated], others: Sequence[dates.Dated]) -> bool:
    return all(any(map(one.agrees, others)) for one in ones)
