"""In by name and password, out again, and who is in."""

from datetime import datetime

from django.contrib.auth import authenticate, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from transloc.store import accounts
from transloc.store.events import Happened
from transloc.store.models import User
from transloc.web import desk, onward
from transloc.web.accounts import entry, tries, ways
from transloc.web.accounts.entry import tell
from transloc.web.accounts.forms import SignIn


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the form; let in whose name and password belong together, with a session of a new number."""
    if request.method != "POST":
        return page(request)
    form = SignIn(request.POST)
    name = form.cleaned_data["name"] if form.is_valid() else ""
    user = authenticate(request, username=name, password=form.cleaned_data["password"]) if name else None
    if isinstance(user, User):
        return entry.let_in(request, user, onward.inside(request))
    return _refused(request, name)


def _refused(request: HttpRequest, name: str) -> HttpResponse:
    """Answer a wrong name, a wrong password and a stopped account alike; say when to try again who has tried too often."""
    known = accounts.called(name)
    shut = getattr(request, "axes_locked_out", False)
    first = getattr(request, "axes_failures_since_start", None) is not None  # later tries are not even looked at
    if (known and first) or (not known and tries.worth_telling()):
        tell(request, Happened.SHUT_OUT if shut else Happened.TURNED_AWAY, known.person if known else None)
    if not shut:
        return page(request, name=name, refused=_("This name and this password do not belong together, or the account is stopped."))
    return page(request, name=name, until=tries.until(request, name), status=429)


def page(request: HttpRequest, *, name: str = "", refused: str = "", until: datetime | None = None, status: int = 0) -> HttpResponse:
    """Show the form, with why somebody was not let in."""
    context = {
        "name": name,
        "refused": refused,
        "until": until and f"{until.astimezone(desk.current().newsroom().project.zone()):%H:%M}",
        "accounts": accounts.anybody() or bool(ways.given().provider),
        "next": onward.inside(request, ""),
    }
    return render(request, "desk/sign_in.html", context, status=status or (422 if refused else 200))


@login_not_required
@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if isinstance(request.user, User):
        tell(request, Happened.SIGNED_OUT, request.user.person)
    logout(request)
    return redirect("sign-in")


@require_GET
def signed_in(request: HttpRequest) -> HttpResponse:
    """Say that the other tab has its session back."""
    return render(request, "desk/signed_in.html")


@never_cache
@require_GET
def who(request: HttpRequest) -> HttpResponse:
    """Tell a script whose session this is, and what its writes are signed with now."""
    return JsonResponse({"person": desk.here(request).person.id, "token": get_token(request)})
