"""The choice of the language of the pages, and the words of the scripts in it."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import JavaScriptCatalog

from transloc.web import desk, onward
from transloc.web.tongue import KEPT

#: Seconds for which a browser keeps the words: another version has another address.
_LONG = 365 * 24 * 3600


@login_not_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Speak the language that was chosen from now on, with the person wherever they sign in, else as long as the session lasts."""
    wanted = request.POST.get("language", "")
    if wanted and wanted not in dict(settings.LANGUAGES):
        raise Http404(wanted)
    if request.user.is_authenticated:
        here = desk.here(request)
        here.newsroom.store.change_account(here.person.name, {"language": wanted}, actor=here.person, at=here.now)
    else:
        request.session[KEPT] = wanted
    return redirect(onward.inside(request))


@login_not_required
@require_safe
def words(request: HttpRequest, language: str, version: str) -> HttpResponseBase:
    """Send the words of the scripts in a language, for the page's own scripts alone; raises Http404 for one that there is not."""
    if language not in dict(settings.LANGUAGES):
        raise Http404(language)
    with translation.override(language):
        answer = JavaScriptCatalog.as_view(packages=["transloc.web"])(request)
    patch_cache_control(answer, private=True, max_age=_LONG, immutable=True)
    return answer
