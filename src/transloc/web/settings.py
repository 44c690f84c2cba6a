"""Django's settings of the desk: those of the store, and what pages need on top. The server adds the secret and the address."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from transloc.store.settings import *  # noqa: F403 -- Django reads settings from one module
from transloc.store.settings import INSTALLED_APPS as _STORE
from transloc.web.compiled import compiled

ROOT_URLCONF = "transloc.web.urls"
INSTALLED_APPS = [
    *_STORE,
    "django.contrib.messages",
    "axes",
    "csp",
    "transloc.web",  # before the admin, whose templates it may replace
    "django.contrib.admin.apps.SimpleAdminConfig",
]
MIDDLEWARE = [
    "transloc.web.desk.Answering",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",  # with the two around it before all others: static files and refusals are answers too
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "transloc.web.accounts.sessions.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "transloc.web.tongue.Speaking",
    "transloc.web.owner.SignedIn",
    "transloc.web.told.Told",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "transloc.web.templatetags.desk"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "transloc.web.desk.trouble",
                "transloc.web.tongue.page",
                "transloc.web.access.role",
                "transloc.web.accounts.ways.page",
                "transloc.web.news.unread",
            ],
        },
    }
]

#: The languages of the pages. Those of articles are the project's, and any.
LANGUAGES = [("en", "English"), ("uk", "Ukrainian")]
LANGUAGE_COOKIE_NAME = "transloc-language"  # never set: a person's choice lies with the person
FORMAT_MODULE_PATH = "transloc.web.dates"
compiled()  # in a checkout no page ever speaks with yesterday's words

#: Nothing inline, nothing evaluated, nothing from another host; the preview narrows this further.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
#: The preview alone may stand in a frame, and only in one of ours.
X_FRAME_OPTIONS = "DENY"
LOGIN_URL = "sign-in"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "transloc.web.accounts.backend.ByName"]
#: Five wrong passwords for one name from one address, then a quarter of an hour of nothing; what was typed is kept nowhere.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the time that was told holds
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "transloc.web.accounts.tries.name"
AXES_CLIENT_IP_CALLABLE = "transloc.web.accounts.tries.address"
AXES_SENSITIVE_PARAMETERS = ["name", "password", "code", "proof", "csrfmiddlewaretoken", "next"]
AXES_DISABLE_ACCESS_LOG = True  # signing in and out are Events of ours
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
#: Names of this machine only: a page elsewhere whose name leads here is refused.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = True
#: What ``check --deploy`` warns of, and why it is so here: who is kept out is told by our own sign-in page (W002); other hosts of the
#: domain are not ours to promise for (W005, W021); that http leads to https is the proxy's business (W008).
SILENCED_SYSTEM_CHECKS = ["axes.W002", "security.W005", "security.W008", "security.W021"]
CSRF_FAILURE_VIEW = "transloc.web.told.forged"
#: In the session and not in a cookie, whose name all servers of one machine would share.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
STATIC_URL = "/static/"
STATIC_ROOT = Path(__file__).with_name("static")
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = True  # for the files of Django's admin, which lie in its own package
WHITENOISE_MAX_AGE = 0  # asked for again each time, by its date: on loopback that is cheap, and no update meets an old script
#: More than an article may have, so that what is too large can be told in words.
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a choice for each segment of a long article
