"""Where allauth asks us: whom a provider's person is here, what is told where that went wrong, and how keys of codes are kept."""

import base64
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from transloc.errors import InputError
from transloc.store.models import User
from transloc.web.sso import line, who
from transloc.wording import say


class Provided(DefaultSocialAccountAdapter):  # type: ignore[misc] # allauth has no types
    """People of the provider: those who have an account here come in, nobody else does, and no account is made."""

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Any:
        """Return the provider, with whom we speak more strictly than allauth does."""
        found = super().get_provider(request, provider, client_id)
        found.oauth2_adapter_class = line.Line
        return found

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Answer in allauth's place, as soon as it is proven who somebody is at the provider."""
        raise ImmediateHttpResponse(who.answer(request, sociallogin))

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        """Say in one sentence why nobody is signed in."""
        name = {"name": provider.name}
        if error == AuthError.CANCELLED:
            raise ImmediateHttpResponse(who.refused(request, _("You said no at %(name)s, so nobody was signed in.") % name))
        if exception is None and "state" not in (extra_context or {}):  # no answer to a question of this session
            unasked = _("This sign-in by %(name)s was not begun here, or too long ago: try again.")
            raise ImmediateHttpResponse(who.refused(request, unasked % name))
        raise ImmediateHttpResponse(who.failed(request, exception or Exception(request.GET.get("error", "no code"))))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Let nobody make an account."""
        return False


class Kept(DefaultMFAAdapter):  # type: ignore[misc] # likewise
    """Keys of codes lie in the database enciphered: who reads a copy of it makes no codes."""

    def get_totp_label(self, user: User) -> str:
        """Return under which name an app on a phone lists the key."""
        return user.email or user.name

    def encrypt(self, text: str) -> str:
        """Return ``text`` as it is kept."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return what was kept; raises InputError where another secret was in force then."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            hint = say("An admin takes it off with: transloc people forget-factor")
            raise InputError(say("this second factor was kept with another secret than the desk has now"), hint=hint) from None


def _cipher() -> Fernet:
    key = salted_hmac("transloc.web.sso.adapter", "keys of codes", settings.SECRET_KEY, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
