"""To the provider, and back from it."""

import secrets

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from transloc.web import onward
from transloc.web.sso import line, who


@login_not_required
@never_cache
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Lead to the provider, with a question of this session's own: state, nonce, and the half of a secret (PKCE).

    By a page, and not by a redirect: browsers hold a form to our own policy (``form-action``) through all redirects that follow it.
    """
    state = secrets.token_urlsafe(32)
    kept = {"state_id": state, "auth_params": {"nonce": line.nonce(state)}}
    try:
        found = get_adapter().get_provider(request, _issuer(request))
        answer: HttpResponse = found.redirect(request, AuthProcess.LOGIN, onward.inside(request, ""), **kept)
    except (OAuth2Error, RequestException) as error:
        return who.failed(request, error)
    if "Location" not in answer:
        return answer
    return render(request, "desk/provider.html", {"to": answer["Location"]})


@login_not_required
@never_cache
@require_GET
def back(request: HttpRequest) -> HttpResponse:
    """Take the provider's answer; who that is, and whether they come in, is told by ``who``."""
    try:
        answer: HttpResponse = OAuth2CallbackView.adapter_view(line.Line(request, _issuer(request)))(request)
    except (OAuth2Error, RequestException) as error:
        return who.failed(request, error)
    return answer


def _issuer(request: HttpRequest) -> str:
    """Return what people of this provider are linked under: its issuer, since a subject is somebody at one issuer alone."""
    (app,) = get_adapter().list_apps(request)
    found: str = app.provider_id
    return found
