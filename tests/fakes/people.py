"""Several people at one desk, each in a browser of their own."""

from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

from fakes.browser import Article
from fakes.site import stranger
from transloc.model import Role


def signed_in(site, name, role=Role.TRANSLATOR):
    """Return somebody's client, as after their sign-in; they are made where nobody is called so."""
    return _sign_in(stranger(), site, name, role)


def _sign_in(client: Client, site, name, role):
    person = site.store.person(name, role=role)
    client.force_login(get_user_model().objects.get(public_id=person.id))
    return client


@contextmanager
def browser_of(chromium, served, site, name, role=Role.TRANSLATOR):
    """Yield a browser in which somebody is signed in; whatever its pages complain of fails the test."""
    context = chromium.new_context()
    session = _sign_in(Client(), site, name, role).cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": served.at}])
    complaints = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    assert complaints == []


def at(context, served, path="a/tram/en/"):
    """Return the article page in a new tab of somebody's browser."""
    return Article(context.new_page(), served.at).open(path)
