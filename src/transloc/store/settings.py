"""Django's settings, the same for every process; ``web`` adds its own on top.

No database stands here: which one it is depends on the project, and ``store.open`` sets it.
"""

from typing import Any

#: Those with tables stand here, so that every process finds the same ones, whichever has made them.
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions", "transloc.store"]
AUTH_USER_MODEL = "store.User"
#: Seconds for which a link opens the page where somebody sets their password.
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
_OF_DJANGO = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_OF_DJANGO}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_OF_DJANGO}.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("name", "email")}},
    {"NAME": f"{_OF_DJANGO}.CommonPasswordValidator"},
    {"NAME": f"{_OF_DJANGO}.NumericPasswordValidator"},
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES: dict[str, Any] = {}

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

#: Logging is the business of whoever runs us; Django's default would mail and print.
LOGGING_CONFIG = None
