from datetime import datetime, timedelta

import pytest

from fakes.desk import ENGLISH
from fakes.people import signed_in
from fakes.site import text
from transloc.jobs.newsroom import now
from transloc.states import Action

PRICE = "Вони коштують 480 млн гривень."


@pytest.fixture
def olha(site):
    """A translator, and her browser."""
    return Translator(site)


class Translator:
    def __init__(self, site):
        self.client = signed_in(site, "Olha Melnyk")
        self.person = site.store.person("Olha Melnyk")

    def post(self, path, **fields):
        token = self.client.get("/account/").content.decode().partition('name="csrf" content="')[2].partition('"')[0]
        return self.client.post(path, {**fields, "csrfmiddlewaretoken": token})

    def get(self, path):
        return self.client.get(path)


def duty(site, slug="tram"):
    (counts,) = site.store.progress(slug)
    return counts.duty


def test_an_editor_assigns_and_says_something_with_it(site, olha):
    answer = site.post("/a/tram/en/assign/", {"person": olha.person.id, "note": " by\nnoon ", "next": "/?text=t"})
    assert answer["Location"] == "/?text=t"
    assert "is Olha Melnyk’s now." in site.said()
    assert duty(site).assignee == olha.person.id
    said = text(olha.get("/"))
    assert f"Handed to you by {site.newsroom.owner().name}" in said
    assert "“by noon”" in said
    assert "“by noon”" in text(olha.get("/a/tram/en/"))
    assert "“by noon”" not in text(site.get("/"))


def test_an_article_is_nobodys_again(site, olha):
    site.post("/a/tram/en/assign/", {"person": olha.person.id})
    site.post("/a/tram/en/assign/", {"person": ""})
    assert "is nobody’s now." in site.said()
    assert duty(site).assignee == ""


def test_a_translator_takes_what_is_nobodys(site, olha):
    page = olha.get("/").content.decode()
    assert 'id="take-tram-en"' in page
    assert 'id="assign-tram-en"' not in page
    olha.post("/a/tram/en/assign/", person=olha.person.id)
    assert "is yours now." in text(olha.get("/"))
    assert 'id="assign-tram-en"' in olha.get("/").content.decode(), "what is theirs, they may hand on"


def test_what_a_translator_may_not_is_told_in_a_sentence(site, olha):
    owner = site.newsroom.owner()
    site.post("/a/tram/en/assign/", {"person": owner.id})
    assert olha.post("/a/tram/en/assign/", person=olha.person.id).status_code == 302
    assert f"Tram (en) is {owner.name}’s. Ask an editor to assign it" in text(olha.get("/"))
    olha.post("/a/tram/en/deadline/", deadline="2026-11-24T18:00")
    assert "A deadline is an editor’s to set" in text(olha.get("/"))
    assert "due-tram-en" not in olha.get("/").content.decode()


def test_somebody_who_is_nobody_gets_nothing(site, olha):
    site.post("/a/tram/en/assign/", {"person": "p0"})
    assert "Nobody here is called “p0”" in site.said()
    assert duty(site).assignee == ""


def test_who_hands_over_is_told_of_what_they_have_not_saved(site, olha):
    segment = site.segment(PRICE)
    site.store.keep_draft("tram", "en", segment.id, person=site.newsroom.owner(), text="They cost", seen=segment.revision, at=now())
    site.post("/a/tram/en/assign/", {"person": olha.person.id})
    assert "Of one sentence you have typed a text that is not saved: nobody but you sees it." in site.said()


def test_a_claim_is_shown_to_others_and_released(site, olha):
    olha.post("/a/tram/en/claim/")
    assert "Olha Melnyk is at it" in text(site.get("/"))
    assert "you are at it" in text(olha.get("/"))
    site.post("/a/tram/en/claim/")
    assert "Olha Melnyk is at tram (en) already. You may write beside them" in site.said()
    site.post("/a/tram/en/release/")
    assert "is claimed no longer" in site.said()
    assert duty(site).holder == ""


def test_a_translator_ends_nobody_elses_claim(site, olha):
    site.post("/a/tram/en/claim/")
    assert 'action="/a/tram/en/release/"' not in olha.get("/").content.decode()
    olha.post("/a/tram/en/release/")
    assert "They or an editor may release it" in text(olha.get("/"))
    assert duty(site).holder == site.newsroom.owner().id


def test_a_deadline_is_set_in_the_newsrooms_time_and_taken_away(site):
    site.desk.settings(timezone='"Europe/Kyiv"')
    site.post("/a/tram/en/deadline/", {"deadline": "2031-07-01T18:00"})
    assert site.store.progress("tram")[0].deadline == datetime.fromisoformat("2031-07-01T15:00Z")
    page = site.get("/").content.decode()
    assert 'value="2031-07-01T18:00"' in page
    assert "due 1 July 2031, 18:00" in page
    site.post("/a/tram/en/deadline/", {"deadline": ""})
    assert "has no deadline now" in site.said()
    site.post("/a/tram/en/deadline/", {"deadline": "soon"})
    assert "That is no moment. Write it such as 2026-11-24 18:00" in site.said()


def test_a_form_leads_nowhere_else(site):
    for wanted in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        assert site.post("/a/tram/en/claim/", {"next": wanted})["Location"] == "/"


def test_nothing_happens_by_a_link(site):
    for act in ("assign", "claim", "release", "deadline"):
        assert site.client.get(f"/a/tram/en/{act}/").status_code == 405


def test_an_act_on_no_article_is_not_found(site):
    site.post("/a/none/en/claim/", status=404)


def test_who_works_alone_is_spared_all_that(site):
    page = site.get("/").content.decode()
    for name in ("hold-tram-en", "assign-tram-en", "filter-who", "Nobody’s yet"):
        assert name not in page
    assert 'id="due-tram-en"' in page


def test_a_claim_is_over_when_its_time_is(site, olha):
    site.store.claim("tram", "en", actor=olha.person, at=now() - timedelta(minutes=31))
    assert "is at it" not in text(site.get("/"))
    assert "has claimed" not in text(site.get("/a/tram/en/"))


def test_what_is_claimed_is_written_by_others_all_the_same(site, olha):
    site.store.claim("tram", "en", actor=olha.person, at=now())
    site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    assert site.segment(PRICE).target == ENGLISH[PRICE]


def test_it_is_all_said_in_ukrainian_to_who_reads_it(site, olha):
    owner = site.newsroom.owner()
    for one in (owner, olha.person):
        site.store.change_account(one.name, {"language": "uk"}, actor=owner, at=now())
    segment = site.segment(PRICE)
    site.store.keep_draft("tram", "en", segment.id, person=owner, text="They cost", seen=segment.revision, at=now())
    site.post("/a/tram/en/deadline/", {"deadline": "soon"})
    assert "Це не дата й час. Напишіть, наприклад, 2026-11-24 18:00" in site.said()
    site.post("/a/tram/en/assign/", {"person": olha.person.id})
    said = site.said()
    assert "«Львів купує 12 трамваїв» (en) тепер робить Olha Melnyk." in said
    assert "До 1 речення ви набрали текст і не зберегли: його бачите лише ви." in said
    site.post("/a/tram/en/assign/", {"person": owner.id})
    olha.post("/a/tram/en/assign/", person=olha.person.id)
    assert f"Tram (en) доручено іншій людині: {owner.name}. Попросіть редактора доручити це" in text(olha.get("/"))
    olha.post("/a/tram/en/deadline/", deadline="2026-11-24T18:00")
    assert "Термін здачі задають редактори. Попросіть когось із них" in text(olha.get("/"))
