"""The second factor on a person's own account: turned on, new codes, turned off."""

import base64

from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import clear_totp_secret
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from transloc.store.models import User
from transloc.web import desk
from transloc.web.accounts import tries
from transloc.web.sso import factor
from transloc.web.sso.code import until

#: Signs of a key that stand together.
_GROUP = 4


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def second(request: HttpRequest) -> HttpResponse:
    """Show what a person needs to turn it on, or what they can do when it is on; a POST does it."""
    user = User.objects.get(public_id=desk.here(request).person.id)
    if factor.has(user):
        return _change(request, user) if request.method == "POST" else _on(request, user)
    return _turn_on(request, user) if request.method == "POST" else _off(request, user, ActivateTOTPForm(user=user))


def _turn_on(request: HttpRequest, user: User) -> HttpResponse:
    form = ActivateTOTPForm(request.POST, user=user)
    if tries.shut(request, user):
        return _off(request, user, form, shut=True)
    wrong_password = user.has_usable_password() and not user.check_password(request.POST.get("password", ""))
    if not form.is_valid() or wrong_password:
        shut = tries.wrong(request, user) if wrong_password else form.has_error("code", "rate_limited")
        return _off(request, user, form, wrong_password=wrong_password, shut=shut)
    codes = factor.turn_on(user, form.secret, form.cleaned_data["code"])
    clear_totp_secret(request)
    return _codes(request, user, codes, "second factor", "on")


def _change(request: HttpRequest, user: User) -> HttpResponse:
    proof = request.POST.get("proof", "")
    judged = _judge(request, user, proof)
    if not judged.right:
        return _on(request, user, refused=not judged.shut, shut=judged.shut)
    if request.POST.get("do") == "codes":
        return _codes(request, user, factor.new_codes(user), "recovery codes", "")
    here = desk.here(request)
    here.newsroom.store.forget_factor(user.name, actor=here.person, at=here.now)
    messages.success(request, _("Your second factor is off: your password alone lets you in."))
    return redirect("account")


def _judge(request: HttpRequest, user: User, proof: str) -> factor.Judged:
    """Judge what may be a code or the password, which is never of figures alone."""
    if not user.has_usable_password() or proof.replace(" ", "").isdecimal():
        return factor.judge(request, user, proof)
    if tries.shut(request, user):
        return factor.Judged(shut=True)
    right = user.check_password(proof)
    return factor.Judged(right=right, shut=not right and tries.wrong(request, user))


def _off(request: HttpRequest, user: User, form: ActivateTOTPForm, *, wrong_password: bool = False, shut: bool = False) -> HttpResponse:
    key, picture = form.secret, base64.b64encode(factor.picture(user, form.secret).encode()).decode()
    context = {
        "picture": f"data:image/svg+xml;base64,{picture}",
        "key": " ".join(key[at : at + _GROUP] for at in range(0, len(key), _GROUP)),
        "has_password": user.has_usable_password(),
        "wrong_password": wrong_password,
        "wrong_code": form.is_bound and not shut and "code" in form.errors,
        "until": until(request, user) if shut else "",
    }
    return render(request, "desk/factor_off.html", context, status=429 if shut else 422 if form.is_bound else 200)


def _on(request: HttpRequest, user: User, *, refused: bool = False, shut: bool = False) -> HttpResponse:
    context = {
        "left": factor.left(user),
        "has_password": user.has_usable_password(),
        "refused": refused,
        "until": until(request, user) if shut else "",
    }
    return render(request, "desk/factor_on.html", context, status=429 if shut else 422 if refused else 200)


def _codes(request: HttpRequest, user: User, codes: list[str], what: str, after: str) -> HttpResponse:
    """Show the codes for when the phone is lost, this once: they stand on no page that could be loaded again."""
    here = desk.here(request)
    here.newsroom.store.note_account(user.public_id, what, after=after, actor=here.person, at=here.now)
    return render(request, "desk/factor_codes.html", {"codes": codes})
