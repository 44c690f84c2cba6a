"""A PO file that somebody has changed: what it brings, and whose text stands where both sides changed a segment."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from transloc.errors import Refused
from transloc.jobs import mirror
from transloc.jobs.mirror import News, Outcome, Side
from transloc.model import Role
from transloc.web import desk
from transloc.web.access import needs
from transloc.web.spoken import plain, said


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.EDITOR)
def conflicts(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Show what the file would bring; take it in as it was decided."""
    here = desk.here(request)
    at = desk.at(here, slug, locale)
    status = 200
    if request.method == "POST":
        try:
            stamp = request.POST.get("stamp", "")
            outcome = mirror.take_in(here.newsroom, slug, locale, lambda segment: _side(request, segment), stamp)
        except Refused as error:
            messages.error(request, f"{plain(error)}. {said(error.hint)}.")
            return redirect("conflicts", slug, locale)
        if not outcome.conflicts and not _held_back(outcome):
            messages.success(request, _taken(outcome.taken))
            for sentence in outcome.refused:
                messages.warning(request, said(sentence))
            return redirect("queue")
        status = 422
    news = mirror.news(here.newsroom, slug, locale)
    context = {"at": at, "news": news, "slug": slug, "locale": locale, "undecided": status == 422, "decided": _decided(request, news)}
    return render(request, "desk/conflicts.html", context, status=status)


def _taken(count: int) -> str:
    return ngettext("Taken from the file: %(number)s segment.", "Taken from the file: %(number)s segments.", count) % {"number": count}


def _held_back(outcome: Outcome) -> bool:
    """Tell whether the file was left as it is, because one of its texts cannot be taken."""
    return bool(outcome.refused) and not outcome.taken and not outcome.written


def _side(request: HttpRequest, segment: str) -> Side | None:
    given = request.POST.get(f"side-{segment}", "")
    return Side(given) if given in list(Side) else None


def _decided(request: HttpRequest, news: News | None) -> list[tuple[mirror.Conflict, Side | None]]:
    return [(conflict, _side(request, conflict.segment)) for conflict in news.conflicts] if news else []
