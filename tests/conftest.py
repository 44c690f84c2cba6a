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

# How long one example takes tells of the machine, not of the code. In CI hypothesis' own profile holds, with fixed examples.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if "CI" not in os.environ:
    settings.load_profile("desk")

# What the glossary keeps belongs to whoever runs the tests, not into their home folder; programs that tests start inherit it.
_cache = tempfile.TemporaryDirectory(prefix="transloc-cache-")
os.environ["TRANSLOC_CACHE"] = _cache.name

# Where a shell starts the tests in the background they ignore Ctrl-C, and so would all programs that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A process has Django's settings once, and those of the desk hold what the store alone needs.
with pytest.MonkeyPatch.context() as patch:
    patch.setenv("DJANGO_SETTINGS_MODULE", "transloc.web.settings")
    django.setup()
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
