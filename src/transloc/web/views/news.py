"""What somebody is told: the list, one after the other opened, and how many are unread."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST, require_safe

from transloc.store import Notification
from transloc.web import desk, news

#: Lines of a page.
PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """A notification in words; ``said`` is the comment that it tells of."""

    one: Notification
    words: str
    said: str


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Show what this person was told, the latest first; ``before`` in the address is the number of the last one that was read."""
    here = desk.here(request)
    before = request.GET.get("before", "")
    found = here.newsroom.store.notifications(here.person, before=int(before) if before.isdecimal() else None, limit=PAGE + 1)
    zone = here.newsroom.project.zone()
    lines = [Line(one, news.sentence(one, zone), news.said(one)) for one in found[:PAGE]]
    context = {
        "lines": lines,
        "latest": found[0].id if found else 0,
        "more": found[PAGE - 1].id if len(found) > PAGE else 0,
        "first": not before,
    }
    return render(request, "desk/news.html", context)


@require_GET
def opened(request: HttpRequest, number: int) -> HttpResponse:
    """Lead to what a notification tells of; it counts as seen then."""
    here = desk.here(request)
    one = here.newsroom.store.notification(number, person=here.person)
    if one is None:
        raise Http404(f"there is no notification {number}")
    if one.seen is None:
        here.newsroom.store.see(here.person, at=here.now, number=number)
    return redirect(news.address(one))


@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """Mark all that the page showed, and what came before, as seen."""
    here = desk.here(request)
    until = request.POST.get("until", "")
    if until.isdecimal():
        here.newsroom.store.see(here.person, at=here.now, until=int(until))
    return redirect("news")


@require_safe
def count(request: HttpRequest) -> HttpResponse:
    """Show how many are unread, a fragment of every page's header; nothing (204) where so many are ``shown``: only news are heard."""
    here = desk.here(request)
    if request.GET.get("shown") == str(here.newsroom.store.unread(here.person)):
        return HttpResponse(status=204)
    return render(request, "desk/unread.html")


@require_safe
def people(request: HttpRequest) -> JsonResponse:
    """Return the names that a comment may address, for the field in which it is written."""
    here = desk.here(request)
    return JsonResponse({"names": [person.name for person in here.newsroom.store.colleagues() if person.id != here.person.id]})
