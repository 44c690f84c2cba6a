"""The line to a provider of OpenID Connect. What the standard demands and allauth leaves out is judged here.

OpenID Connect Core 1.0 (3.1.3.7: issuer, audience, end, nonce; 5.3.2: one subject in both answers) and Discovery 1.0 (4.3: the
issuer that is found is the one that was asked for). Tokens come by a line of our own to the provider, whose certificate vouches
for them (3.1.3.7, 6).
"""

import hmac
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac

#: Where a provider tells of itself, below its issuer.
KNOWN = "/.well-known/openid-configuration"

#: What has to be told.
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")

#: Under which name that is kept, and for how long.
_KEPT, _SECONDS = "transloc.web.sso.line:", 300


def nonce(state: str) -> str:
    """Return what the ID token must carry in answer to the question ``state``, which is good once and in one session."""
    return salted_hmac("transloc.web.sso.line", state, algorithm="sha256").hexdigest()


def fault(issuer: str, told: object) -> str:
    """Return what is wrong with what a provider tells of itself, empty where it can be used."""
    if not isinstance(told, dict) or not all(isinstance(told.get(name), str) for name in NEEDED):
        return "what it tells of itself is not OpenID Connect"
    if told["issuer"].rstrip("/") != issuer.rstrip("/"):
        return f"it calls itself “{told['issuer']}”"
    return ""


class Line(OpenIDConnectOAuth2Adapter):  # type: ignore[misc] # allauth has no types
    """Asks the provider, and judges its answers; whatever is wrong with one is an OAuth2Error."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """Return what the provider tells of itself, now or a short while ago: whoever presses the button has us ask nobody."""
        with _judged():
            told: dict[str, Any] = cache.get(f"{_KEPT}{self.provider_id}") or super().openid_config
            if wrong := fault(self.provider_id, told):
                raise OAuth2Error(wrong)
        cache.add(f"{_KEPT}{self.provider_id}", told, _SECONDS)
        told.setdefault("token_endpoint_auth_methods_supported", ["client_secret_basic"])  # as Discovery 1.0 says
        return told

    def get_callback_url(self, request: HttpRequest, app: object) -> str:
        """Return where the provider sends people back to."""
        return request.build_absolute_uri(reverse("provider-back"))

    def get_access_token_data(self, *given: Any, **named: Any) -> dict[str, Any]:
        """Return what the provider gives for the code that it sent."""
        with _judged():
            found: dict[str, Any] = super().get_access_token_data(*given, **named)
        return found

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> SocialLogin:
        """Return who somebody is at the provider; nothing that it tells of them is kept but their subject."""
        app.settings["fetch_userinfo"] = "userinfo_endpoint" in self.openid_config
        with _judged():
            login = super().complete_login(request, app, token, **kwargs)
            told = login.account.extra_data
            sealed, more = told["id_token"], told.get("userinfo", {})
            if not hmac.compare_digest(str(sealed.get("nonce", "")), nonce(request.GET["state"])):
                raise OAuth2Error("the ID token answers another question")
            if more and more["sub"] != sealed["sub"]:
                raise OAuth2Error("the answers are about two people")
        login.account.extra_data, login.told = {}, {**sealed, **more, "amr": sealed.get("amr")}
        return login


def told(login: SocialLogin) -> Mapping[str, Any]:
    """Return what the provider says of somebody."""
    found: Mapping[str, Any] = login.told
    return found


@contextmanager
def _judged() -> Iterator[None]:
    """Take an answer of another shape than the standard's for what it is."""
    try:
        yield
    except (AttributeError, ImproperlyConfigured, KeyError, TypeError, ValueError) as error:
        raise OAuth2Error(f"the answer is not OpenID Connect ({error!r})") from error
