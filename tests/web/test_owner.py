import re
from dataclasses import replace

import pytest

from fakes.site import stranger, text
from transloc.store.models import Event
from transloc.web import desk as served
from transloc.web import owner

PAGES = ("/", "/add/", "/jobs/", "/a/tram/en/conflicts/", "/a/tram/en/", "/a/tram/en/draft/")


@pytest.mark.parametrize("page", PAGES)
def test_nobody_sees_a_page_who_is_not_signed_in(site, page):
    answer = stranger().get(page)
    assert answer.status_code == 403
    assert "transloc serve" in text(answer)
    assert "трамваї" not in text(answer)


def test_a_script_is_told_in_json(site):
    answer = stranger().get("/", headers={"accept": "application/json"})
    assert answer.status_code == 403
    assert answer.json()["message"] == "You are not signed in"


def test_the_link_works_once(site):
    link = f"/start/{owner.issue()}/"
    first, second = stranger(), stranger()
    assert first.get(link)["Location"] == "/"
    assert first.get("/").status_code == 200
    answer = second.get(link)
    assert answer.status_code == 403
    assert "transloc serve" in text(answer)
    assert second.get("/").status_code == 403


def test_coming_in_by_the_link_is_in_the_record(site):
    before = Event.objects.count()
    stranger().get(f"/start/{owner.issue()}/")
    (told,) = Event.objects.order_by("id")[before:]
    assert (told.action, told.actor, told.note) == ("signed-in", site.newsroom.owner().name, "127.0.0.1")


def test_a_wrong_link_does_not_use_up_the_right_one(site):
    token = owner.issue()
    client = stranger()
    for wrong in (token[:-1], token + "x", "x" * 43, "ї"):
        assert client.get(f"/start/{wrong}/").status_code == 403
    assert client.get(f"/start/{token}/").status_code == 302


def test_the_link_is_too_old_after_ten_minutes(site, monkeypatch):
    token = owner.issue()
    later = owner.time.monotonic() + 601
    monkeypatch.setattr(owner.time, "monotonic", lambda: later)
    assert stranger().get(f"/start/{token}/").status_code == 403


def test_a_new_link_makes_the_old_one_worthless(site):
    old = owner.issue()
    owner.issue()
    assert stranger().get(f"/start/{old}/").status_code == 403


def test_neither_a_form_nor_a_look_ahead_uses_the_link(site):
    token = owner.issue()
    client = stranger()
    assert client.head(f"/start/{token}/").status_code == 405
    assert client.post(f"/start/{token}/").status_code in (403, 405)
    assert client.get(f"/start/{token}/").status_code == 302


def test_who_is_in_already_comes_to_the_queue_by_any_link(site):
    assert site.get("/start/used/", status=302)["Location"] == "/"


def test_a_session_that_somebody_prepared_is_not_signed_in(site):
    """Session fixation: the number of the session changes when the owner comes in."""
    attacker = stranger()
    attacker.get("/start/wrong/")
    session = attacker.session
    session["planted"] = True
    session.save()
    before = session.session_key
    victim = stranger()
    victim.cookies["sessionid"] = before
    victim.get(f"/start/{owner.issue()}/")
    assert victim.cookies["sessionid"].value != before
    attacker.cookies["sessionid"] = before
    assert attacker.get("/").status_code == 403


def test_another_name_comes_in_by_a_new_link(site):
    named = served.open_in(replace(site.newsroom, by="Ірина Дорошенко"))
    assert site.get(f"/start/{owner.issue()}/", status=302)["Location"] == "/"
    assert "Ірина Дорошенко" in text(site.get("/"))
    assert named.newsroom().owner().name == "Ірина Дорошенко"


def test_the_owner_is_who_sits_at_the_machine(site):
    assert site.newsroom.owner().name in text(site.get("/"))


def test_a_form_without_its_token_is_refused_with_the_way_out(site):
    answer = site.client.post("/a/tram/en/draft/")
    assert answer.status_code == 403
    assert "load the page again" in text(answer)
    assert site.store.latest_jobs() == ()


def test_a_form_from_another_site_is_refused(site):
    site.post("/a/tram/en/draft/", status=403, origin="https://evil.example")
    assert site.store.latest_jobs() == ()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.0.7", "localhost.evil.example:8765"])
def test_a_name_that_is_not_this_machines_is_refused(site, host):
    assert site.client.get("/", headers={"host": host}).status_code == 400


def test_every_page_forbids_what_is_not_ours(site):
    answer = site.get("/")
    policy = dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert {"private", "no-cache"} <= set(answer["Cache-Control"].split(", "))


@pytest.mark.parametrize("page", ["/", "/add/", "/a/tram/en/conflicts/", "/nothing/"])
def test_no_page_has_a_script_or_a_style_of_its_own(site, page):
    body = site.client.get(page).content.decode()
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)|javascript:|https?://(?!www\.w3\.org)", body)


def test_static_files_are_for_everybody(site):
    answer = stranger().get("/static/desk/icon.svg")
    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer
    answer.close()
