"""Django's settings of a desk with the extra ``sso``: those of the desk, and what allauth needs on top. The server adds the provider."""

from typing import Any

from transloc.web.settings import *  # noqa: F403 -- Django reads settings from one module
from transloc.web.settings import INSTALLED_APPS as _APPS
from transloc.web.settings import MIDDLEWARE as _MIDDLEWARE

#: Without the app “allauth” itself, whose templates are none of ours: a page of its own that we forgot would fail, and not show.
INSTALLED_APPS = [
    *_APPS,
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
]
MIDDLEWARE = [*_MIDDLEWARE, "allauth.account.middleware.AccountMiddleware"]
ROOT_URLCONF = "transloc.web.sso.urls"
SOCIALACCOUNT_ADAPTER = "transloc.web.sso.adapter.Provided"
#: Which provider it is stands in transloc.toml, and its secret in the environment.
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
MFA_ADAPTER = "transloc.web.sso.adapter.Kept"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
#: A code holds half a minute longer, and begins as much sooner: clocks differ.
MFA_TOTP_TOLERANCE = 1
#: Of our own accounts none has an address that allauth would have to verify.
MFA_ALLOW_UNVERIFIED_EMAIL = True
#: Wrong codes of one person, from wherever they come; from one address axes says stop after five.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/15m/key"}
