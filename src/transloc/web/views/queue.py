"""The queue: what waits for whoever looks, the oldest deadline first, and how to go on with it."""

from dataclasses import fields

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from transloc.web import desk
from transloc.web.views.add import blank
from transloc.web.waiting import GROUPS, Asked, Line, lines
from transloc.web.whose import Crew

#: Lines of a page: to write them takes most of the time.
PAGE = 40

STATES = ("open", "ready", "done")
_FINDINGS = (("errors", gettext_lazy("with errors")), ("any", gettext_lazy("with any")), ("none", gettext_lazy("with none")))


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show every catalog that the filters ask for; a project without articles shows how to add one."""
    here = desk.here(request)
    found = lines(desk.current(), here)
    if not found:
        return render(request, "desk/empty.html", blank(here.newsroom))
    asked = Asked(**{field.name: request.GET.get(field.name, "").strip() for field in fields(Asked)})
    shown = Paginator(asked.of(found), PAGE).get_page(request.GET.get("page"))
    crew = found[0].whose.crew
    context = {
        "lines": shown,
        "groups": _grouped(list(shown), crew),
        "asked": asked,
        "total": len(found),
        "locales": sorted({line.counts.locale for line in found}),
        "states": STATES,
        "findings": _FINDINGS,
        "crew": crew,
        "zone": here.newsroom.project.timezone,
        "jobs": [line.job for line in found if line.job and line.job.unfinished],
        "measuring": any(line.standing is None for line in shown),
    }
    return render(request, "desk/queue.html", context)


def _grouped(shown: list[Line], crew: Crew) -> list[tuple[object, list[Line]]]:
    """Return the lines under what is said of whose they are; who works alone needs no such words."""
    if crew.alone:
        return [("", shown)]
    groups = ((name, [line for line in shown if line.group == key]) for key, name in GROUPS.items())
    return [(name, of_it) for name, of_it in groups if of_it]
