"""A deadline in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Due:
    """When a catalog is due, in the newsroom's time zone, and how to say it."""

    at: datetime
    words: str
    overdue: bool


def in_words(deadline: datetime | None, now: datetime, zone: ZoneInfo) -> Due | None:
    """Return a deadline in words as they are right at the moment ``now``; None where there is none."""
    if deadline is None:
        return None
    at, today = deadline.astimezone(zone), now.astimezone(zone)
    if at < today:
        return Due(at, f"overdue by {_length(today - at)}", overdue=True)
    clock, days = f"{at:%H:%M}", (at.date() - today.date()).days
    if days < 2:
        return Due(at, f"due {('today', 'tomorrow')[days]}, {clock}", overdue=False)
    year = "" if at.year == today.year else f" {at.year}"
    return Due(at, f"due {at.day} {at:%B}{year}, {clock}", overdue=False)


def _length(late: timedelta) -> str:
    for size, unit in ((timedelta(days=1), "day"), (timedelta(hours=1), "hour"), (timedelta(minutes=1), "minute")):
        if count := late // size:
            return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
    return "less than a minute"
