"""Django's own check of what is served to others (``check --deploy --tag security``), with the settings that a team's desk runs under."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import override_settings

from transloc.store import place
from transloc.web.reach import Reach


def checked(site, url, tags=("security",)):
    with override_settings(SECRET_KEY=place.secret(site.newsroom.project.root)):
        Reach("127.0.0.1", url).settle(8765)
        call_command("check", tags=tags, deploy=True, fail_level="WARNING")
        return settings.ALLOWED_HOSTS


def test_nor_has_one_with_the_extra_sso_of_anything_at_all(ways_in, site, monkeypatch):
    with monkeypatch.context() as patch:
        patch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE", raising=False)  # of the browser that tests of the same process may have opened
        assert checked(site, "https://desk.example.org", None) == ["desk.example.org"]


def test_a_desk_under_https_has_nothing_that_django_warns_of(site):
    assert checked(site, "https://desk.example.org") == ["desk.example.org"]


def test_one_without_is_warned_of(site):
    with pytest.raises(SystemCheckError, match="SESSION_COOKIE_SECURE"):
        checked(site, "http://desk.example.org")
