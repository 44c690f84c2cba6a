"""The log as a table for other programs."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from transloc.model import Event

COLUMNS = ("at", "person", "id", "action", "article", "locale", "segment", "note", "before", "after", "origin")

#: With these a spreadsheet takes a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

#: Lines of a piece: each piece is a write.
_LINES = 500


def cells(event: Event, zone: ZoneInfo) -> tuple[str, ...]:
    """Return what an Event says by column; its moment is told in ``zone`` (ISO 8601)."""
    what = (event.action, event.article, event.locale, event.segment)
    return (moment(event.at, zone), event.actor, event.by, *what, event.note, event.before, event.after, event.origin)


def moment(at: datetime, zone: ZoneInfo) -> str:
    """Return a moment as ISO 8601 has it."""
    return at.astimezone(zone).isoformat(timespec="seconds")


def table(events: Iterable[Event], zone: ZoneInfo) -> Iterator[str]:
    """Yield the Events as CSV (RFC 4180), piece by piece, its head first. No cell of it is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for number, event in enumerate(events, 1):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells(event, zone)])
        if number % _LINES == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()
