"""A line that is a name and a date, «Соломія Гнатюк, 26 листопада 2026 року»: who wrote an article and when, in one unit.

It is a paragraph like any other to whoever translates it; where the article states neither elsewhere, it states both.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from transloc import markup
from transloc.formats.kinds import dates, wording
from transloc.model import Kind, Unit

#: What stands between the two.
_MARK = re.compile(r"\s*[,|·•\n]\s*|\s+[—–-]\s+")
_LABEL = re.compile(r"^[^:,]{1,40}:[\s,]*")
#: In English a byline has a label without a colon too.
_BY = re.compile(r"^(?:(?:written|reported|reporting|story|text|words|interview) )?by\s+(?=\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: What a body is made of; such a line stands above it, below its first paragraph (the lede) or at its end.
BODY = frozenset({Kind.PARAGRAPH, Kind.SUBHEAD, Kind.ITEM, Kind.CELL, Kind.QUOTE, Kind.TIMELINE, Kind.NOTE})
_LINES = frozenset({Kind.PARAGRAPH, Kind.BYLINE})
_ABOVE = 2


class Signed(NamedTuple):
    """The name, a town with it or not, and the date, as they are written; without a label («Автор:»)."""

    name: str
    date: str


def line(units: Iterable[Unit]) -> Unit | None:
    """Return the unit of an article, given all of its ``units`` in order, that is a name and a date; None where there is none."""
    body = [unit for unit in units if unit.kind in BODY | _LINES and not unit.parent]
    near = [*body[:_ABOVE], *body[_ABOVE:][-1:]]
    return next((unit for unit in near if unit.kind in _LINES and parted(markup.words(unit.source))), None)


def parted(words: str) -> Signed | None:
    """Return the name and the date that ``words`` are and nothing else; None for all else."""
    words = bare(words)
    if len(words) > wording.SHORT or not _YEAR.search(words):
        return None
    for mark in _MARK.finditer(words):
        for name, date in ((words[: mark.start()], words[mark.end() :]), (words[mark.end() :], words[: mark.start()])):
            if dates.single(date) and _YEAR.search(date) and _named(name):
                return Signed(name, date)
    return None


def bare(byline: str) -> str:
    """Return a byline without the label before it, «Автор: …», “By …”."""
    return _BY.sub("", _LABEL.sub("", byline)) or byline


def _named(words: str) -> bool:
    """Tell whether ``words`` are the name of a person, as two or three words with capitals, with a town or without."""
    parts = words.replace("-", "").replace("’", "").replace("'", "").replace("ʼ", "").replace(".", " ").split()
    person = 2 <= len(parts) <= 3 and all(part.isalpha() and part[0].isupper() for part in parts)
    return person or wording.named(words)
