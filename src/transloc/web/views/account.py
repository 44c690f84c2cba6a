"""What a person keeps of their own account: address, language, password."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from transloc.errors import InputError, Refused
from transloc.jobs.newsroom import now
from transloc.model import Role
from transloc.store import accounts, place
from transloc.store.models import User
from transloc.web import desk, told
from transloc.web.accounts import entry, ways
from transloc.web.accounts.forms import NewPassword, Settings
from transloc.web.spoken import whole


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show the account; a POST keeps what was chosen."""
    here, user = desk.here(request), _user(request)
    if request.method != "POST":
        return _page(request, user)
    form = Settings(request.POST)
    if not form.is_valid():
        return _page(request, user, settings=form, status=422)
    try:
        here.newsroom.store.change_account(user.name, _chosen(form, user), actor=here.person, at=here.now)
    except (InputError, Refused) as why:
        form.add_error("email", f"{whole(why)}.")
        return _page(request, user, settings=form, status=422)
    messages.success(request, _("Saved."))
    return redirect("account")


@sensitive_post_parameters()
@require_POST
def password(request: HttpRequest) -> HttpResponse:
    """Change the password; every other session of this person ends."""
    here, user = desk.here(request), _user(request)
    form = NewPassword(user, request.POST, ask_old=user.has_usable_password())
    if not form.is_valid():
        return _page(request, user, password=form, status=422)
    here.newsroom.store.set_password(here.person.id, form.cleaned_data["new"], actor=here.person, at=here.now)
    user.refresh_from_db()
    update_session_auth_hash(request, user)
    messages.success(request, _("You have a new password. Wherever else you were signed in, you are no more."))
    return redirect("account")


def _chosen(form: Settings, user: User) -> dict[str, Any]:
    """Return what was chosen: an address only where it is the person's own business."""
    return {name: value for name, value in form.cleaned_data.items() if name != "email" or _own_address(user)}


def _own_address(user: User) -> bool:
    """Tell whether ``user`` may set their address: a provider vouches for people by it, so it must be no colleague's."""
    return not ways.given().provider or Role(user.role).may(Role.ADMIN)


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return User.objects.get(pk=request.user.pk)


def _page(
    request: HttpRequest, user: User, *, settings: Settings | None = None, password: NewPassword | None = None, status: int = 200
) -> HttpResponse:
    kept = {"email": user.email, "language": user.language, "mails": user.mails}
    context = {
        "settings": settings or Settings(kept),
        "password": password or NewPassword(user),
        "has_password": user.has_usable_password(),
        "role": user.role,
        "own_address": _own_address(user),
        "guarded": entry.has_factor(user),
    }
    return render(request, "desk/account.html", context, status=status)


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, person: str, token: str) -> HttpResponse:
    """Let who has the link of an account set its password, once, and be signed in."""
    newsroom = desk.current().newsroom()
    user = User.objects.filter(public_id=person).first()
    if user is None or not accounts.fits(user, token, place.secret(newsroom.project.root)):
        again = _("Ask an admin for a new one; or sign in, if you have a password.")
        return told.answer(request, 403, _("This link has been used, or is too old"), again, outside=True)
    form = NewPassword(user, request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return render(request, "desk/link.html", {"form": form, "name": user.name}, status=422 if form.is_bound else 200)
    newsroom.store.set_password(user.public_id, form.cleaned_data["new"], actor=user.person, at=now())
    return entry.let_in(request, User.objects.get(pk=user.pk))
