"""What every test may rely on."""

import os
import shutil
import signal
import tempfile

import django
import pytest
from django.conf import settings as of_django
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from hypothesis import HealthCheck, settings

from transloc.web import settings as bare

# How long one example takes tells of the machine, not of the code. In CI hypothesis' own profile holds, with fixed examples.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if "CI" not in os.environ:
    settings.load_profile("desk")

# What the glossary keeps belongs to whoever runs the tests, not into their home folder; programs that tests start inherit it.
_cache = tempfile.TemporaryDirectory(prefix="transloc-cache-")
os.environ["TRANSLOC_CACHE"] = _cache.name

# Where a shell starts the tests in the background they ignore Ctrl-C, and so would all programs that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A process has Django's applications once, and those of a desk with the extra `sso` hold what every other needs. What the pages are
# made by is that of a desk without it: `fakes.provider` takes the rest.
with pytest.MonkeyPatch.context() as patch:
    patch.setenv("DJANGO_SETTINGS_MODULE", "transloc.web.sso.settings")
    django.setup()
    of_django.ROOT_URLCONF, of_django.MIDDLEWARE = bare.ROOT_URLCONF, bare.MIDDLEWARE
    of_django.SECRET_KEY = "only for tests"
    PBKDF2PasswordHasher.iterations = 1  # what it takes half a second for on purpose; programs that tests start read it all the same


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is absent, unless TRANSLOC_REQUIRE names it: then its absence is an error."""
    for marker in item.iter_markers("needs"):
        for program in marker.args:
            if shutil.which(program):
                continue
            if program in os.environ.get("TRANSLOC_REQUIRE", "").split(","):
                pytest.fail(f"{program} is required here and is not installed", pytrace=False)
            pytest.skip(f"{program} is not installed")
