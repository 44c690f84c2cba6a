"""What people are told, in words: the same ones on the page and in mails."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from transloc.store import News, Notification
from transloc.web import desk, spoken

#: Of these ``text`` is what somebody said.
_SAID = frozenset({News.MENTIONED, News.COMMENTED, News.ASSIGNED})


_WORDS: Mapping[News, Promise] = {
    News.MENTIONED: gettext_lazy("%(by)s mentioned you in %(title)s"),
    News.COMMENTED: gettext_lazy("%(by)s commented after you on a sentence of %(title)s"),
    News.ASSIGNED: gettext_lazy("%(by)s assigned %(title)s to you"),
    News.SOURCE_CHANGED: gettext_lazy("The source of %(title)s, which you work on, has changed"),
    News.DUE: gettext_lazy("%(title)s, which is assigned to you, is due on %(when)s"),
    News.MISSED: gettext_lazy("%(title)s, which is assigned to you, was due on %(when)s"),
    News.DRAFT_FAILED: gettext_lazy("Drafting %(title)s stopped"),
}


def sentence(one: Notification, zone: ZoneInfo, *, whole: bool = True) -> str:
    """Return one notification as a sentence, in the language that is active; without ``whole`` it tells the title alone of an article.

    Moments are told in ``zone``.
    """
    title = " ".join(one.title.split())
    given = {"by": one.by or _("Somebody"), "title": _("“%(title)s” (%(locale)s)") % {"title": title, "locale": one.locale}}
    if one.kind is News.REWORKED:
        return _reworked(one, given)
    if one.kind in (News.DUE, News.MISSED):
        given["when"] = date_format(datetime.fromisoformat(one.text).astimezone(zone), "j E, H:i")
    if one.kind is News.DRAFT_FAILED and whole:
        return _("Drafting %(title)s stopped: %(why)s") % {**given, "why": " ".join(spoken.said(one.text).split())}
    return str(_WORDS[one.kind]) % given


def _reworked(one: Notification, given: Mapping[str, str]) -> str:
    count = len(one.segments)
    if one.by:
        told = ngettext(
            "%(by)s changed a sentence of %(title)s that you had confirmed",
            "%(by)s changed %(count)d sentences of %(title)s that you had confirmed",
            count,
        )
    else:
        told = ngettext(
            "Colleagues changed a sentence of %(title)s that you had confirmed",
            "Colleagues changed %(count)d sentences of %(title)s that you had confirmed",
            count,
        )
    return told % {**given, "count": count}


def clock(at: datetime, zone: ZoneInfo) -> str:
    """Return a moment by the newsroom's clock, to the minute, in the language that is active."""
    return date_format(at.astimezone(zone), "DATETIME_FORMAT")


def said(one: Notification) -> str:
    """Return what somebody said in a notification, empty where nobody said anything."""
    return one.text if one.kind in _SAID else ""


def address(one: Notification) -> str:
    """Return where its sentence or its article stands."""
    page = reverse("article", args=(one.article, one.locale))
    return f"{page}#s-{one.segment}" if one.segment else page


def unread(request: HttpRequest) -> Mapping[str, Callable[[], int]]:
    """Give every page how much somebody has not read; asked only where the page shows it."""

    @cache
    def count() -> int:
        here = desk.here(request)
        return here.newsroom.store.unread(here.person)

    return {"unread": count} if getattr(request, "user", None) and request.user.is_authenticated else {}
