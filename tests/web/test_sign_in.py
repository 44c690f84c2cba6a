"""In by name and password: who comes in, who does not, what they are told, and what stays in the record."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from fakes.site import PASSWORD, stranger, text
from transloc.model import Role
from transloc.store.models import Event, User

REFUSED = "This name and this password do not belong together, or the account is stopped."


@pytest.fixture
def olena(site):
    return site.join("Олена Гайдук", Role.TRANSLATOR, email="olena@example.org")


def told():
    return [(one.action, one.actor) for one in Event.objects.filter(article="").order_by("id")]


@pytest.mark.parametrize("name", ["Олена Гайдук", "  олена   гайдук ", "olena@example.org", "Olena@Example.ORG"])
def test_a_name_or_an_address_and_the_password_let_in(site, olena, name):
    client = stranger()
    assert site.sign_in(client, name)["Location"] == "/"
    assert "Олена Гайдук" in text(client.get("/"))


def test_who_is_not_in_is_led_to_the_form_and_back(site, olena):
    client = stranger()
    answer = client.get("/a/tram/en/?only=open")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=/a/tram/en/%3Fonly%3Dopen")
    assert 'value="/a/tram/en/?only=open"' in client.get(answer["Location"]).content.decode()
    assert site.sign_in(client, "Олена Гайдук", next="/a/tram/en/?only=open")["Location"] == "/a/tram/en/?only=open"


def test_a_part_of_a_page_leads_the_whole_page_there(site, olena):
    answer = stranger().get("/jobs/", headers={"hx-request": "true", "hx-current-url": "http://localhost/?state=open"})
    assert answer.status_code == 403
    assert answer["HX-Redirect"] == "/sign-in/?next=/"


@pytest.mark.parametrize(
    "place", ["https://evil.example/", "//evil.example/", "/\\evil.example/", "///evil.example", "\t//evil.example", "javascript:alert(1)"]
)
def test_nobody_is_led_away(site, olena, place):
    assert site.sign_in(stranger(), "Олена Гайдук", next=place)["Location"] == "/"


def test_everybody_who_does_not_come_in_is_told_the_same(site, olena):
    site.join("Тарас")
    site.store.change_account("Тарас", {"is_active": False}, actor=site.newsroom.owner(), at=timezone.now())
    site.store.person("Ніна")  # known by what she has done, without a password
    for name, password in (("Олена Гайдук", "wrong"), ("Nobody", PASSWORD), ("Тарас", PASSWORD), ("Ніна", PASSWORD)):
        answer = site.sign_in(stranger(), name, password, status=422)
        said = text(answer)
        assert REFUSED in said
        assert re.sub(r"csrf\w*", "", said).replace(name, "") == said.replace(name, "")
        assert password not in answer.content.decode()


def test_a_name_that_nobody_has_takes_a_hash_like_any_other(site, olena, monkeypatch):
    hashed = []
    make = User.set_password
    monkeypatch.setattr(User, "set_password", lambda self, password: hashed.append(password) or make(self, password))
    site.sign_in(stranger(), "Nobody", "secret", status=422)
    assert hashed == ["secret"]


def test_after_five_wrong_passwords_the_right_one_waits_a_quarter_of_an_hour(site, olena):
    for _ in range(4):
        site.sign_in(stranger(), "Олена Гайдук", "wrong", status=422)
    said = text(site.sign_in(stranger(), "Олена Гайдук", "wrong", status=429))
    again = (timezone.now() + timedelta(minutes=15)).astimezone(site.newsroom.project.zone())
    assert f"try again after {again:%H:%M}" in said
    assert site.sign_in(stranger(), "olena@example.org", status=429), "by whatever name"
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert site.sign_in(stranger(), "Олена Гайдук")["Location"] == "/"


def test_waiting_does_not_begin_anew_with_every_try(site, olena):
    for _ in range(5):
        site.sign_in(stranger(), "Олена Гайдук", "wrong", status=None)
    before = AccessAttempt.objects.get().attempt_time
    site.sign_in(stranger(), "Олена Гайдук", status=429)
    assert AccessAttempt.objects.get().attempt_time == before


def test_nobody_shuts_a_colleague_out_from_elsewhere(site, olena):
    for _ in range(6):
        site.sign_in(Client(SERVER_NAME="localhost", REMOTE_ADDR="203.0.113.9"), "Олена Гайдук", "wrong", status=None)
    assert site.sign_in(stranger(), "Олена Гайдук")["Location"] == "/"


def test_one_network_of_ipv6_is_one_address(site, olena):
    for n in range(5):
        site.sign_in(Client(SERVER_NAME="localhost", REMOTE_ADDR=f"2001:db8::{n}:1"), "Олена Гайдук", "wrong", status=None)
    site.sign_in(Client(SERVER_NAME="localhost", REMOTE_ADDR="2001:db8::ffff"), "Олена Гайдук", status=429)


def test_a_header_of_the_visitors_own_is_no_other_address(site, olena):
    for n in range(5):
        client = Client(SERVER_NAME="localhost", headers={"x-forwarded-for": f"203.0.113.{n}"})
        site.sign_in(client, "Олена Гайдук", "wrong", status=None)
    site.sign_in(stranger(), "Олена Гайдук", status=429)


def test_coming_in_takes_the_wrong_tries_back(site, olena):
    for _ in range(4):
        site.sign_in(stranger(), "Олена Гайдук", "wrong", status=422)
    site.sign_in(stranger(), "Олена Гайдук")
    for _ in range(4):
        site.sign_in(stranger(), "Олена Гайдук", "wrong", status=422)


def test_who_came_and_who_did_not_stays_in_the_record_without_what_was_typed(site, olena, monkeypatch):
    monkeypatch.setattr("transloc.web.accounts.tries._last", -1e9)
    before = len(told())
    client = stranger()
    site.sign_in(client, "Олена Гайдук")
    site.sign_out(client)
    for _ in range(7):
        site.sign_in(stranger(), "olena@example.org", "wrong-secret", status=None)
    for _ in range(3):
        site.sign_in(stranger(), "my-secret-in-the-wrong-field", "wrong-secret", status=422)
    olena, nobody = "Олена Гайдук", ""
    kept = [("signed-in", olena), ("signed-out", olena), *[("turned-away", olena)] * 4, ("shut-out", olena), ("turned-away", nobody)]
    assert told()[before:] == kept, "neither tries that were not looked at, nor all that a stranger sends"
    database = (site.desk.root / ".transloc/transloc.db").read_bytes() + (site.desk.root / ".transloc/transloc.db-wal").read_bytes()
    assert b"wrong-secret" not in database
    assert b"my-secret-in-the-wrong-field" not in database


def test_signing_out_ends_the_session_for_good(site, olena):
    client = stranger()
    site.sign_in(client, "Олена Гайдук")
    kept = client.cookies["sessionid"].value
    assert client.get("/sign-out/").status_code == 405, "an image on a page elsewhere signs nobody out"
    site.sign_out(client)
    assert client.cookies["sessionid"].value == ""
    client.cookies["sessionid"] = kept
    assert client.get("/").status_code == 302


def test_an_answer_to_a_session_that_is_gone_takes_no_newer_one_away(site, olena):
    client = stranger()
    site.sign_in(client, "Олена Гайдук")
    Session.objects.all().delete()
    for path in ("/who/", "/"):
        assert "sessionid" not in client.get(path).cookies


def test_a_session_that_somebody_prepared_is_not_signed_in(site, olena):
    attacker, victim = stranger(), stranger()
    attacker.get("/sign-in/")
    planted = attacker.cookies["sessionid"].value
    victim.cookies["sessionid"] = planted
    site.sign_in(victim, "Олена Гайдук")
    assert victim.cookies["sessionid"].value != planted
    attacker.cookies["sessionid"] = planted
    assert attacker.get("/").status_code == 302


def test_nobody_is_signed_in_by_a_form_elsewhere(site, olena):
    answer = stranger().post("/sign-in/", {"name": "Олена Гайдук", "password": PASSWORD})
    assert answer.status_code == 403
    assert "sessionid" not in answer.cookies


def test_a_stopped_account_is_out_at_once_and_its_old_session_stays_out(site, olena):
    site.join("Тарас")
    client = stranger()
    site.sign_in(client, "Олена Гайдук")
    site.store.change_account("Олена Гайдук", {"is_active": False}, actor=site.newsroom.owner(), at=timezone.now())
    assert client.get("/").status_code == 302
    site.store.change_account("Олена Гайдук", {"is_active": True}, actor=site.newsroom.owner(), at=timezone.now())
    assert client.get("/").status_code == 302
    assert site.sign_in(stranger(), "Олена Гайдук")["Location"] == "/"


def test_another_person_in_the_same_browser_gets_a_session_of_their_own(site, olena):
    site.join("Тарас")
    client = stranger()
    site.sign_in(client, "Олена Гайдук")
    first = client.cookies["sessionid"].value
    assert "Олена Гайдук" in text(client.get("/sign-in/"))
    site.sign_in(client, "Тарас")
    assert client.cookies["sessionid"].value != first
    assert "Тарас" in text(client.get("/"))


def test_a_script_is_told_whose_session_it_is(site, olena):
    client = stranger()
    assert client.get("/who/", headers={"accept": "application/json"}).status_code == 403
    site.sign_in(client, "Олена Гайдук")
    assert client.get("/who/").json()["person"] == olena.id
    assert "go back to your other tab" in text(client.get("/signed-in/"))


def test_the_owner_without_a_password_is_not_offered_to_go(site):
    assert "Sign out" not in text(site.get("/"))


def test_a_desk_without_passwords_says_so_where_one_would_sign_in(site):
    assert "this desk opens by the link" in text(stranger().get("/sign-in/"))
    site.join("Тарас")
    assert "this desk opens by the link" not in text(stranger().get("/sign-in/"))
