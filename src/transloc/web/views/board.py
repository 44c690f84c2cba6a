"""The board: every article by what is to be done with it next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from transloc.web import desk
from transloc.web.waiting import Asked, lines

_COLUMNS = {
    "draft": gettext_lazy("To draft"),
    "review": gettext_lazy("To review"),
    "sign": gettext_lazy("To sign off"),
    "ready": gettext_lazy("Ready"),
    "published": gettext_lazy("Published"),
}

#: Cards of a column: what was published long ago is found in the queue.
_MOST = 60


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Show the catalogs that the filters ask for in columns, the oldest deadline first in each."""
    here = desk.here(request)
    found = lines(desk.current(), here, published=True)
    asked = Asked(locale=request.GET.get("locale", ""), who=request.GET.get("who", ""))
    shown = sorted(asked.of(found), key=lambda line: (line.due is None, line.counts.deadline or here.now, line.title))
    columns = [(key, name, [line for line in shown if line.column == key]) for key, name in _COLUMNS.items()]
    context = {
        "columns": [(key, name, cards[:_MOST], len(cards)) for key, name, cards in columns],
        "asked": asked,
        "shown": len(shown),
        "total": len(found),
        "locales": sorted({line.counts.locale for line in found}),
        "crew": found[0].whose.crew if found else None,
        "zone": here.newsroom.project.timezone,
    }
    return render(request, "desk/board.html", context)
