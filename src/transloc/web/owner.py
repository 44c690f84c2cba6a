"""The owner's one-time link, and the door: nobody who is not signed in sees a page."""

import secrets
import threading
import time
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from transloc.store import accounts
from transloc.store.models import User
from transloc.web import desk, told
from transloc.web.accounts import entry, ways

#: Seconds for which the link opens the door.
VALID = 600

_AGAIN = gettext_lazy("Stop the desk with Ctrl-C where it runs, start it again with: transloc serve, and open the link that it prints.")


class Link:
    """A secret that opens the door once, within ten minutes."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(32)
        self._until = time.monotonic() + VALID
        self._lock = threading.Lock()

    def take(self, token: str) -> bool:
        """Tell whether ``token`` opens the door now; it does not a second time."""
        with self._lock:
            fits = secrets.compare_digest(token.encode(), self.token.encode())
            if not fits or time.monotonic() > self._until:
                return False
            self._until = 0.0
            return True


_links: list[Link] = []


def issue() -> str:
    """Return the token of a new link; an earlier one is worth nothing any more."""
    _links[:] = [Link()]
    return _links[0].token


@login_not_required
@never_cache
@require_GET
def start(request: HttpRequest, token: str) -> HttpResponse:
    """Sign the owner in by the one-time link; who is in already needs none, unless the desk was opened in another name."""
    owner = desk.current().newsroom().owner()
    if request.user.is_authenticated and request.user.public_id == owner.id:
        return redirect("queue")
    if not any(link.take(token) for link in _links):
        return told.answer(request, 403, _("This link has been used, or is too old"), str(_AGAIN), outside=True)
    user = User.objects.get(public_id=owner.id)
    if not user.is_active:
        return told.answer(request, 403, _("Your account is stopped"), _("Let it in again with: transloc people start"), outside=True)
    return entry.let_in(request, user, proven=True)  # who reads the terminal has the disk, and could take the second factor off


class SignedIn(LoginRequiredMiddleware):
    """Every page but the start asks for somebody who is signed in, and is asked for again when one comes back to it."""

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> HttpResponseBase | None:
        """Let in who is signed in; what a page sends that was opened by somebody else is not taken in this person's name."""
        meant = request.headers.get("X-Person")
        if meant and request.user.is_authenticated and meant != request.user.public_id:
            return told.answer(request, 403, _("Somebody else is signed in in this browser now"), _("Sign in again yourself."))
        return super().process_view(request, view_func, view_args, view_kwargs)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Let no cache show one person's page to another, or an older one than there is."""
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_cache=True)
        return response

    def handle_no_permission(self, request: HttpRequest, view_func: object) -> HttpResponse:  # type: ignore[override] # Django’s own redirects
        """Say how to come in: by name and password where somebody has one, else by the link of the owner."""
        if told.wants_json(request):
            return told.answer(request, 403, _("You are not signed in"), _("Sign in again in another tab."))
        if not accounts.anybody() and not ways.given().provider:
            how = _("The desk opens by the link that it printed when it started.")
            return told.answer(request, 403, _("You are not signed in"), f"{how} {_AGAIN}", outside=True)
        if "HX-Request" in request.headers:  # a part of a page asks: it is the page that has to be led there
            page = urlsplit(request.headers.get("HX-Current-URL", "/"))
            to = redirect_to_login(page.path or "/")["Location"]
            return HttpResponse(status=403, headers={"HX-Redirect": to})
        return redirect_to_login(request.get_full_path())
