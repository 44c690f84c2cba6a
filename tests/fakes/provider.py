"""A provider of OpenID Connect on loopback (oidc-provider-mock), and the pages of a desk that lets people in by it."""

import base64
import hashlib
import hmac
import html
import json
import re
import struct
import time
import warnings
from contextlib import contextmanager
from io import BytesIO
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.core.cache import cache
from django.test import override_settings

from transloc.project import Sso
from transloc.web.accounts import ways

NAME = "Newsroom account"
SECRET = "kept in no file"


class Provider:
    """People at the provider, and what they do there; ``asked`` are the requests that it got, with their forms."""

    def __init__(self, server):
        self._server = server
        self.at = f"http://localhost:{server.server_port}"
        self.asked = []
        self.status = 200
        self.calls_itself = ""
        server.app = self._recorded(server.app)

    def _recorded(self, app):
        def answer(environ, start):
            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            environ["wsgi.input"] = BytesIO(body)
            self.asked.append((environ["PATH_INFO"], dict(parse_qs(body.decode()))))
            if self.status != 200 and environ["PATH_INFO"].startswith(("/.well-known", "/oauth2/token")):
                start(f"{self.status} Broken", [("Content-Type", "text/html")])
                return [b"<h1>Traceback</h1>"]
            if self.calls_itself and environ["PATH_INFO"].startswith("/.well-known"):
                start("200 OK", [("Content-Type", "application/json")])
                told = dict.fromkeys(("authorization_endpoint", "token_endpoint", "jwks_uri"), f"{self.at}/x")
                return [json.dumps({"issuer": self.calls_itself, **told}).encode()]
            return app(environ, start)

        return answer

    def knows(self, subject, **claims):
        """Have somebody there, with what is told of them."""
        requests.put(f"{self.at}/users/{subject}", json=claims, timeout=10).raise_for_status()

    def says(self, address, subject=None):
        """Sign in as ``subject`` at an address to which the desk led, or say no; return where the provider leads."""
        form = {"sub": subject} if subject else {"action": "deny"}
        return requests.post(address, data=form, timeout=10, allow_redirects=False).headers["Location"]

    def sso(self, **given):
        return Sso(**{"issuer": self.at, "client_id": "desk", "name": NAME, "second_factor": True, **given})


def question(address):
    """Return what the desk asks of the provider, by name."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def led_to(answer):
    """Return the address to which the page leads that stands between the desk and the provider."""
    assert answer.status_code == 200, answer.content.decode()
    return html.unescape(re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', answer.content.decode())[1])


def begun(site, client, **fields):
    """Press the button of the sign-in page."""
    return led_to(site.send(client, "/sign-in/", "/sign-in/provider/", fields))


def came_back(client, address):
    parts = urlsplit(address)
    assert parts.path == "/sign-in/provider/back/"
    return client.get(f"{parts.path}?{parts.query}")


def signed_in_by(site, provider, client, subject, **fields):
    """Go the whole way, and return the desk's last answer."""
    return came_back(client, provider.says(begun(site, client, **fields), subject))


def code(key, at):
    """Return what an app on a phone shows for ``key`` (base 32) at a moment, by RFC 6238."""
    sealed = hmac.digest(base64.b32decode(key), struct.pack(">Q", int(at) // 30), hashlib.sha1)
    start = sealed[-1] & 15
    return f"{(struct.unpack('>I', sealed[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


class Phone:
    """The clock of the desk and of the phone, which stands still until ``later``, and the app on it."""

    def __init__(self):
        self.now = time.time() // 30 * 30 + 5
        self.key = ""

    @property
    def code(self):
        return code(self.key, self.now)

    def later(self, seconds=30):
        self.now += seconds


@contextmanager
def _running():
    with warnings.catch_warnings(record=True):  # that what it is made of will change is no concern of ours
        from oidc_provider_mock import run_server_in_thread
    with warnings.catch_warnings(), run_server_in_thread() as server:
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="authlib|oidc_provider_mock")
        yield server


@pytest.fixture
def provider():
    with _running() as server:
        yield Provider(server)


@pytest.fixture
def ways_in(provider, monkeypatch):
    """Have the desk's pages as ``[sso]`` makes them; take it before ``site``."""
    from transloc.web.sso import ready, settings

    monkeypatch.setenv("TRANSLOC_SSO_SECRET", SECRET)
    cache.clear()  # what was tried, and which codes were used, by ids that every test's people have
    with override_settings(MIDDLEWARE=settings.MIDDLEWARE, SOCIALACCOUNT_PROVIDERS={}):
        ready.settle(provider.sso(), print)
        with override_settings(ROOT_URLCONF=settings.ROOT_URLCONF):
            yield provider
    ways.use()


@pytest.fixture
def phone(monkeypatch):
    held = Phone()
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time", SimpleNamespace(time=lambda: held.now))
    return held
