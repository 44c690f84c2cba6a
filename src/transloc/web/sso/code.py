"""Between the password and the desk: the code of a person who has a second factor."""

import time
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from transloc.store.events import Happened
from transloc.store.models import User
from transloc.web import desk
from transloc.web.accounts import entry, tries
from transloc.web.sso import factor

#: Under which name a session keeps who waits to be let in, and for how many seconds.
_KEPT = "waits-for-code"
_PATIENCE = 600


def ask(request: HttpRequest, user: User, to: str) -> HttpResponse:
    """Lead to the page that asks ``user`` for a code, and from there to the page ``to``; nobody is signed in yet.

    The session gets a new number: who has planted it is not where somebody has shown their password.
    """
    request.session.cycle_key()
    request.session[_KEPT] = {"user": user.pk, "hash": user.get_session_auth_hash(), "at": time.time(), "to": to}
    return redirect("code")


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code, and let in whose it is."""
    kept: dict[str, Any] = request.session.get(_KEPT) or {}
    user = _waiting(kept)
    if user is None:
        request.session.pop(_KEPT, None)
        return redirect("sign-in")
    if request.method != "POST":
        return render(request, "desk/code.html")
    judged = factor.judge(request, user, request.POST.get("code", ""))
    if judged.right:
        del request.session[_KEPT]
        return entry.let_in(request, user, kept["to"], proven=True)
    return _refused(request, user, judged)


def _waiting(kept: dict[str, Any]) -> User | None:
    """Return who has shown a password a short while ago that is still theirs."""
    if not kept or time.time() - kept["at"] > _PATIENCE:
        return None
    user = User.objects.filter(pk=kept["user"], is_active=True).first()
    return user if user and constant_time_compare(kept["hash"], user.get_session_auth_hash()) else None


def _refused(request: HttpRequest, user: User, judged: factor.Judged) -> HttpResponse:
    if getattr(request, "axes_failures_since_start", None) is not None:  # later tries are not even looked at
        entry.tell(request, Happened.SHUT_OUT if judged.shut else Happened.TURNED_AWAY, user.person)
    if judged.shut:
        return render(request, "desk/code.html", {"until": until(request, user)}, status=429)
    wrong = _("This is not the code of now, or it was used already.")
    return render(request, "desk/code.html", {"refused": wrong}, status=422)


def until(request: HttpRequest, user: User) -> str:
    """Return from when on ``user`` may try again, by the newsroom's clock."""
    return f"{tries.until(request, user.username).astimezone(desk.current().newsroom().project.zone()):%H:%M}"
