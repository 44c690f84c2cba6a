"""The small newsroom behind the desk's pages, and somebody who is signed in: for tests of pages, without a socket."""

import html
import re

import pytest
from django.test import Client

from transloc.jobs.newsroom import now
from transloc.model import Role
from transloc.states import Action, Change
from transloc.web import desk as served
from transloc.web import owner, waiting

PASSWORD = "twelve trams for Lviv"


class Site:
    """The pages of one newsroom. ``client`` is the owner's browser, without JavaScript; forms need their token."""

    def __init__(self, desk, newsroom):
        self.desk = desk
        self.newsroom = newsroom
        self.store = newsroom.store
        self.current = served.open_in(newsroom)
        self.client = stranger()
        assert self.client.get(f"/start/{owner.issue()}/").status_code == 302

    def get(self, path, status=200, **headers):
        answer = self.client.get(path, headers=headers)
        assert answer.status_code == status, answer.content.decode()
        return answer

    def post(self, path, fields=None, status=302, **headers):
        token = re.search(r'name="csrf" content="(\w+)"', self.client.get("/account/").content.decode())[1]
        answer = self.client.post(path, {**(fields or {}), "csrfmiddlewaretoken": token}, headers=headers)
        assert status in (None, answer.status_code), answer.content.decode()
        return answer

    def said(self):
        """Return the text of the queue: what was said after a redirect stands on the next page, whichever that is."""
        return text(self.get("/"))

    def segment(self, source, slug="tram", locale="en"):
        return next(one for one in self.store.catalog(slug, locale) if one.source == source)

    def change(self, source, action, *, slug="tram", locale="en", **values):
        """Do to a segment what the owner does on a page."""
        segment = self.segment(source, slug, locale)
        change = Change(action=action, at=now(), actor=self.newsroom.owner(), **values)
        return self.store.change(slug, locale, segment.id, seen=segment.revision, change=change, rules=self.newsroom.rules(locale))

    def review(self, targets, slug="tram", locale="en"):
        """Translate and confirm everything."""
        for segment in self.store.catalog(slug, locale):
            self.change(segment.source, Action.EDIT, target=targets[segment.source], slug=slug, locale=locale)
            self.change(segment.source, Action.CONFIRM, slug=slug, locale=locale)

    def join(self, name, role=Role.TRANSLATOR, *, email="", password=PASSWORD):
        """Give somebody an account with a password."""
        person = self.store.add_account(name, role, email, actor=self.newsroom.owner(), at=now()).person
        self.store.set_password(person.id, password, actor=person, at=now())
        return person

    def sign_in(self, client, name, password=PASSWORD, *, status=302, **fields):
        """Fill in the form as ``client``; whatever it is answered where ``status`` is None."""
        answer = self.send(client, "/sign-in/", "/sign-in/", {"name": name, "password": password, **fields})
        assert status in (None, answer.status_code), answer.content.decode()
        return answer

    def sign_out(self, client):
        assert self.send(client, "/account/", "/sign-out/").status_code == 302

    def of(self, name, role=Role.TRANSLATOR):
        """Return the browser of somebody new who is signed in."""
        self.join(name, role)
        client = stranger()
        self.sign_in(client, name)
        return client

    @staticmethod
    def send(client, page, path, fields=None, **headers):
        """Send a form that stands on ``page``."""
        token = re.search(r'name="csrf" content="(\w+)"', client.get(page).content.decode())[1]
        return client.post(path, {**(fields or {}), "csrfmiddlewaretoken": token}, headers=headers)


def stranger():
    return Client(enforce_csrf_checks=True, SERVER_NAME="localhost")


def text(answer):
    """Return what a page says, without its markup, on one line."""
    body = re.sub(r"<(script|style|head)\b.*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", body))).strip()


@pytest.fixture
def site(desk):
    with desk.newsroom() as newsroom, pytest.MonkeyPatch.context() as patch:
        patch.setattr(waiting, "_PATIENCE", 60)  # how much is checked in a moment tells of the machine
        yield Site(desk, newsroom)


@pytest.fixture
def bare(empty):
    """The pages of a project without articles."""
    with empty.newsroom() as newsroom:
        yield Site(empty, newsroom)
