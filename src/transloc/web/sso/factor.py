"""The second factor of a person: a key from which an app on their phone makes codes, and codes for the day when it is lost."""

from dataclasses import dataclass

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import is_mfa_enabled
from django.db import transaction
from django.http import HttpRequest

from transloc.store.models import User
from transloc.web.accounts import tries

_CODES = Authenticator.Type.RECOVERY_CODES


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a code was right, or nothing more is tried for now."""

    right: bool = False
    shut: bool = False


def has(user: User) -> bool:
    """Tell whether ``user`` has one."""
    return bool(is_mfa_enabled(user, [Authenticator.Type.TOTP]))


def judge(request: HttpRequest, user: User, code: str) -> Judged:
    """Judge a code of the phone, or one of those for when it is lost, each of which is good once; wrong ones count as wrong passwords."""
    if tries.shut(request, user):
        return Judged(shut=True)
    form = AuthenticateForm({"code": code}, user=user)
    if form.is_valid():
        form.authenticator.record_usage()
        return Judged(right=True)
    shut = tries.wrong(request, user)
    return Judged(shut=shut or form.has_error("code", "too_many_login_attempts"))


def turn_on(user: User, key: str, code: str) -> list[str]:
    """Have codes asked for that ``key`` makes, of which ``code``, the first, is used up; returns the codes for when the phone is lost."""
    with transaction.atomic():
        TOTP.activate(user, key).validate_code(code)
        return _codes(user)


def new_codes(user: User) -> list[str]:
    """Return new codes for when the phone is lost; those of before are worth nothing any more."""
    with transaction.atomic():
        return _codes(user)


def left(user: User) -> int:
    """Return how many of those codes were not used yet."""
    found = Authenticator.objects.filter(user=user, type=_CODES).first()
    return len(found.wrap().get_unused_codes()) if found else 0


def picture(user: User, key: str) -> str:
    """Return the QR code of ``key``, as SVG."""
    adapter = get_adapter()
    found: str = adapter.build_totp_svg(adapter.build_totp_url(user, key))
    return found


def _codes(user: User) -> list[str]:
    Authenticator.objects.filter(user=user, type=_CODES).delete()
    found: list[str] = RecoveryCodes.activate(user).get_unused_codes()
    return found
