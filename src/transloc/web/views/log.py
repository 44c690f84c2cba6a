"""The log of everything that was done in the project, for admins."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_safe

from transloc.model import Event, Role
from transloc.steps.log import table
from transloc.store import Asked, Store
from transloc.web import desk, names
from transloc.web.access import needs
from transloc.web.done import DONE
from transloc.web.news import clock

#: Rows of a page.
PAGE = 100

_FIELDS = ("person", "action", "article", "from", "to")
#: What a spreadsheet knows UTF-8 by.
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: when it was by the newsroom's clock, who did what, and where that is, empty where it stands no more."""

    at: str
    who: str
    done: str
    where: str
    link: str
    note: str
    event: Event


@require_safe
@needs(Role.ADMIN)
def log(request: HttpRequest) -> HttpResponse:
    """Show what was done, the latest first; ``after`` in the address is the number of the last row that was read."""
    here = desk.here(request)
    store, zone = here.newsroom.store, here.newsroom.project.zone()
    given = _given(request)
    asked, wrong = _asked(given, zone)
    after = request.GET.get("after", "")
    found = store.log(asked, after=int(after) if after.isdecimal() else None, limit=PAGE + 1) if not wrong else ()
    query = urlencode({name: value for name, value in given.items() if value})
    known = set(store.revisions())
    context = {
        "lines": [_line(one.event, known, zone) for one in found[:PAGE]],
        "more": f"?{query}{'&' if query else ''}after={found[PAGE - 1].id}" if len(found) > PAGE else "",
        "first": f"?{query}" if after else "",
        "csv": f"{reverse('log-csv')}?{query}",
        "given": given,
        "wrong": wrong,
        "people": store.people(),
        "actions": sorted(((name, str(words)) for name, words in DONE.items()), key=lambda one: one[1].casefold()),
        "articles": sorted({slug for slug, _ in known}),
    }
    return render(request, "desk/log.html", context)


@require_GET
@needs(Role.ADMIN)
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """Send what fits the filters as CSV, while it is read."""
    here = desk.here(request)
    zone = here.newsroom.project.zone()
    asked, wrong = _asked(_given(request), zone)
    if wrong:
        return HttpResponse(wrong, status=422, content_type="text/plain; charset=utf-8")
    headers = {"Content-Disposition": 'attachment; filename="log.csv"', "X-Content-Type-Options": "nosniff"}
    return StreamingHttpResponse(_table(here.newsroom.store, asked, zone), content_type="text/csv; charset=utf-8", headers=headers)


def _table(store: Store, asked: Asked, zone: ZoneInfo) -> Iterator[str]:
    yield _MARK
    yield from table((one.event for one in store.logged(asked)), zone)


def _given(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET.get(name, "").strip() for name in _FIELDS}


def _asked(given: Mapping[str, str], zone: ZoneInfo) -> tuple[Asked, str]:
    """Return what the filters mean, and what is wrong with them."""
    try:
        since, until = (date.fromisoformat(given[name]) if given[name] else None for name in ("from", "to"))
        begin = _midnight(since, zone) if since else None
        end = _midnight(until + timedelta(days=1), zone) if until else None
    except (ValueError, OverflowError):
        return Asked(), _("A day is written such as 2026-11-24.")
    return Asked(person=given["person"], action=given["action"], article=given["article"], since=begin, until=end), ""


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _line(event: Event, known: set[tuple[str, str]], zone: ZoneInfo) -> Line:
    stands = (event.article, event.locale) in known
    page = reverse("article", args=(event.article, event.locale)) if stands else ""
    return Line(
        at=clock(event.at, zone),
        who=event.actor or event.origin or "transloc",
        done=names.name("done", event.action),
        where=" ".join(filter(None, (event.article, f"({event.locale})" if event.locale else "", event.segment))),
        link=f"{page}#s-{event.segment}" if page and event.segment else page,
        note=_note(event, zone),
        event=event,
    )


def _note(event: Event, zone: ZoneInfo) -> str:
    if event.action == "deadline":
        return clock(datetime.fromisoformat(event.after), zone) if event.after else _("none")
    return event.note
