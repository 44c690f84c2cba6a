"""A deadline in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


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
        return Due(at, _("overdue by %(time)s") % {"time": _length(today - at)}, overdue=True)
    clock, days = date_format(at, "TIME_FORMAT"), (at.date() - today.date()).days
    if days < 2:
        said = _("due tomorrow, %(clock)s") if days else _("due today, %(clock)s")
        return Due(at, said % {"clock": clock}, overdue=False)
    day = date_format(at, "MONTH_DAY_FORMAT" if at.year == today.year else "DATE_FORMAT")
    return Due(at, _("due %(day)s, %(clock)s") % {"day": day, "clock": clock}, overdue=False)


def _length(late: timedelta) -> str:
    if days := late // timedelta(days=1):
        return ngettext("%(number)s day", "%(number)s days", days) % {"number": days}
    if hours := late // timedelta(hours=1):
        return ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": hours}
    if minutes := late // timedelta(minutes=1):
        return ngettext("%(number)s minute", "%(number)s minutes", minutes) % {"number": minutes}
    return _("less than a minute")
