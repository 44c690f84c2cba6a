from datetime import timedelta

import pytest

from fakes.people import signed_in
from fakes.site import text
from transloc.jobs.newsroom import now
from transloc.steps.duty import HOLD

PRICE = "Вони коштують 480 млн гривень."


@pytest.fixture
def olha(site):
    return signed_in(site, "Olha Melnyk")


def poll(site, client=None, **asked):
    given = {"seen": site.store.catalog("tram", "en").revision, "tab": "one", **asked}
    return (client or site.client).get("/a/tram/en/changes/", given)


def test_a_page_hears_of_the_others_once(site, olha):
    assert poll(site).status_code == 204
    poll(site, olha, row=site.segment(PRICE).id, typing="1")
    told = poll(site).json()["here"]
    (person,) = told["people"]
    assert person == {"name": "Olha Melnyk", "initials": "OM", "rows": {site.segment(PRICE).id: True}}
    assert poll(site, here=told["token"]).status_code == 204
    poll(site, olha, row=site.segment(PRICE).id)
    assert poll(site, here=told["token"]).json()["here"]["people"][0]["rows"] == {site.segment(PRICE).id: False}


def test_what_is_no_sentence_of_the_article_is_nowhere(site, olha):
    poll(site, olha, row="<script>", tab="x" * 10_000)
    assert poll(site).json()["here"]["people"] == [{"name": "Olha Melnyk", "initials": "OM", "rows": {}}]


def test_a_sentence_by_itself_tells_who_else_is_at_it(site, olha):
    segment = site.segment(PRICE).id
    poll(site, olha, row=segment, typing="1")
    assert "Here: Olha Melnyk (writes in this sentence)." in text(site.get(f"/a/tram/en/s/{segment}/"))
    olha.get(f"/a/tram/en/s/{segment}/")
    assert "(has this sentence open)" not in text(site.get(f"/a/tram/en/s/{site.segment('Решта — до кінця року.').id}/"))


def test_somebody_elses_claim_is_told_and_ones_own_is_not(site, olha):
    site.store.claim("tram", "en", actor=site.store.person("Olha Melnyk"), at=now())
    assert poll(site).json()["here"]["holder"] == "Olha Melnyk"
    assert "Olha Melnyk has claimed this article" in text(site.get("/a/tram/en/"))
    assert "has claimed" not in text(olha.get("/a/tram/en/"))


def test_a_claim_lasts_while_its_holder_does_something_and_not_because_a_page_is_open(site, olha):
    person, early = site.store.person("Olha Melnyk"), now() - timedelta(minutes=25)
    poll(site, olha, row=site.segment(PRICE).id)
    site.store.claim("tram", "en", actor=person, at=early)
    poll(site, olha, row=site.segment(PRICE).id)
    assert held(site) == early + HOLD
    poll(site, olha)
    assert held(site) > early + HOLD


def test_nobody_elses_act_makes_it_last(site, olha):
    early = now() - timedelta(minutes=25)
    site.store.claim("tram", "en", actor=site.store.person("Olha Melnyk"), at=early)
    poll(site, row=site.segment(PRICE).id, typing="1")
    assert held(site) == early + HOLD


def held(site):
    (counts,) = site.store.progress("tram")
    return counts.duty.held
