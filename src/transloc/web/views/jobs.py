"""Drafting in the background: started here, and watched while it runs."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from transloc.web import desk, onward, told


@require_POST
def draft(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Queue a catalog for drafting; what a person has written in it is left alone."""
    here = desk.here(request)
    desk.at(here, slug, locale)
    here.newsroom.store.enqueue_job(slug, locale, at=here.now, actor=here.person)
    said = _("%(slug)s (%(locale)s) will be drafted in the background. You can work on meanwhile.") % {"slug": slug, "locale": locale}
    if told.wants_json(request):
        return JsonResponse({"said": said}, status=202)
    messages.info(request, said)
    return redirect(onward.inside(request))


@require_safe
def jobs(request: HttpRequest) -> HttpResponse:
    """Show what is drafted now. The asker names in ``n`` how many jobs it shows: when that has changed, the queue has too."""
    here = desk.here(request)
    found = [job for job in here.newsroom.store.latest_jobs() if job.unfinished]
    answer = render(request, "desk/jobs.html", {"jobs": found})
    if request.GET.get("n", "") != str(len(found)):
        answer["HX-Trigger"] = "queue-changed"
    return answer
