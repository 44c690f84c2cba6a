"""The queue: what waits, the oldest deadline first, and how to go on with it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from transloc.web import desk
from transloc.web.views.add import blank
from transloc.web.waiting import Asked, lines

#: Lines of a page: to write them takes most of the time.
PAGE = 40

STATES = ("open", "ready", "done")


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show every catalog that the filters ask for; a project without articles shows how to add one."""
    here = desk.here(request)
    found = lines(desk.current(), here.now)
    if not found:
        return render(request, "desk/empty.html", blank(here.newsroom))
    given = {name: request.GET.get(name, "").strip() for name in ("text", "locale", "state")}
    asked = Asked(**given)
    shown = Paginator(asked.of(found), PAGE).get_page(request.GET.get("page"))
    context = {
        "lines": shown,
        "asked": asked,
        "total": len(found),
        "locales": sorted({line.counts.locale for line in found}),
        "states": STATES,
        "jobs": [line.job for line in found if line.job and line.job.unfinished],
        "measuring": any(line.standing is None for line in shown),
    }
    return render(request, "desk/queue.html", context)
