"""Being told at the desk: the count in the header, the list, and where a notification leads."""

import re
from datetime import timedelta

import pytest

from fakes.site import stranger, text
from transloc.jobs.newsroom import now
from transloc.states import Action, Change

PRICE = "Вони коштують 480 млн гривень."
COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
EVIL = '<script>alert("1")</script>'


@pytest.fixture
def me(site):
    return site.newsroom.owner()


@pytest.fixture
def bob(site):
    return site.store.person("Bob")


def say(site, words, by, source=PRICE):
    return site.store.comment("tram", "en", site.segment(source).id, author=by, text=words, at=now())


def did(site, by, source, action, **values):
    segment = site.segment(source)
    change = Change(action=action, at=now(), actor=by, **values)
    site.store.change("tram", "en", segment.id, seen=segment.revision, change=change, rules=site.newsroom.rules("en"))


def listed(site):
    """Return what the list says, one line after the other."""
    page = site.get("/notifications/").content.decode()
    found = re.findall(r'<li[^>]* id="n-\d+">(.*?)</li>', page, re.DOTALL)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", one)).strip() for one in found]


def count(site):
    """Return what a screen reader hears of the link in the header."""
    link = re.search(r'<a class="told" id="news".*?</a>', site.get("/").content.decode(), re.DOTALL)[0]
    heard = re.sub(r'<span class="number" aria-hidden="true">.*?</span>', "", link)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", heard)).strip()


def test_every_page_tells_how_much_is_unread(site, me, bob):
    assert count(site) == "News"
    say(site, f"@{me.name} one", bob)
    assert count(site) == "News 1 unread"
    say(site, f"@{me.name} two", bob)
    assert count(site) == "News 2 unread"
    assert "2 unread" in text(site.get("/notifications/count/"))


def test_a_mention_stands_in_the_list_with_its_words_and_leads_to_its_sentence(site, me, bob):
    say(site, f"@{me.name} is it so?", bob)
    (line,) = listed(site)
    assert line.startswith(f"new Bob mentioned you in “Львів купує 12 трамваїв” (en) @{me.name} is it so?")
    (told,) = site.store.notifications(me)
    answer = site.get(f"/notifications/{told.id}/", status=302)
    assert answer["Location"] == f"/a/tram/en/#s-{site.segment(PRICE).id}"
    assert count(site) == "News"
    assert not listed(site)[0].startswith("new")


def test_a_confirmed_sentence_that_somebody_changed_is_told(site, me, bob):
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    site.change(PRICE, Action.CONFIRM)
    did(site, bob, PRICE, Action.REJECT, reason="too long")
    assert listed(site)[0].startswith("new Bob changed a sentence of “Львів купує 12 трамваїв” (en) that you had confirmed")


def test_several_sentences_are_counted(site, me, bob):
    for source, target in ((PRICE, "They cost 480 million hryvnias."), (COUNCIL, "Lviv’s city council has agreed to buy 12 trams.")):
        site.change(source, Action.EDIT, target=target)
        site.change(source, Action.CONFIRM)
        did(site, bob, source, Action.REJECT, reason="no")
    assert "Bob changed 2 sentences of" in listed(site)[0]


def test_a_deadline_is_told_by_the_clock_of_the_newsroom(site, me):
    from transloc.store import models

    models.Catalog.objects.filter(article__slug="tram").update(assignee=me.id)
    noon = now().replace(hour=12, minute=0) + timedelta(days=1)
    site.store.set_deadline("tram", "en", noon, actor=me, at=now())
    site.store.remind(noon - timedelta(hours=1))
    site.store.remind(noon + timedelta(hours=1))
    missed, due = listed(site)
    at = noon.astimezone(site.newsroom.project.zone())
    assert f"is due on {at.day} {at:%B}, {at:%H:%M}" in due
    assert f"was due on {at.day} {at:%B}, {at:%H:%M}" in missed


def test_who_queued_a_draft_by_the_page_is_told_that_it_failed(site):
    site.post("/a/tram/en/draft/")
    (job,) = site.store.latest_jobs()
    site.store.finish_job(job.id, at=now(), error="the budget\nis spent")
    assert listed(site)[0].startswith("new Drafting “Львів купує 12 трамваїв” (en) stopped: the budget is spent")


def test_all_that_was_shown_is_marked_and_nothing_that_came_since(site, me, bob):
    say(site, f"@{me.name} one", bob)
    shown = re.search(r'name="until" value="(\d+)"', site.get("/notifications/").content.decode())[1]
    say(site, f"@{me.name} two", bob)
    site.post("/notifications/seen/", {"until": shown})
    assert [line.startswith("new") for line in listed(site)] == [True, False]
    site.post("/notifications/seen/", {"until": "all"})
    assert count(site) == "News 1 unread"


def test_pages_go_back_in_time(site, me, bob):
    for number in range(53):
        say(site, f"@{me.name} no. {number}", bob)
    first = listed(site)
    assert len(first) == 50
    more = re.search(r'rel="next" href="\?before=(\d+)"', site.get("/notifications/").content.decode())[1]
    page = text(site.get(f"/notifications/?before={more}"))
    assert "no. 2 " in page
    assert "no. 3 " not in page
    assert "The latest" in page


def test_nobody_opens_what_somebody_else_was_told(site, me, bob):
    say(site, "@Bob", me)
    (told,) = site.store.notifications(bob)
    site.get(f"/notifications/{told.id}/", status=404)
    assert site.store.unread(bob) == 1
    assert stranger().get(f"/notifications/{told.id}/").status_code == 403


def test_names_and_comments_are_text_and_never_markup(site, me):
    evil = site.store.person(f"Eve {EVIL}")
    say(site, f"@{me.name} {EVIL}", evil)
    page = site.get("/notifications/").content.decode()
    assert EVIL not in page
    assert "Eve &lt;script&gt;" in page
    panel = site.get(f"/a/tram/en/s/{site.segment(PRICE).id}/panel/").content.decode()
    assert EVIL not in panel
    assert f'<b class="mention">@{me.name}</b> &lt;script&gt;' in panel


def test_a_name_with_markup_is_marked_as_text(site, me):
    evil = site.store.person("<b>Eve</b>")
    say(site, "ask @<b>eve</b> & Bob\nnow", me)
    panel = site.get(f"/a/tram/en/s/{site.segment(PRICE).id}/panel/").content.decode()
    assert 'ask <b class="mention">@&lt;b&gt;eve&lt;/b&gt;</b> &amp; Bob<br>now' in panel
    assert site.store.unread(evil) == 1


def test_who_is_named_is_marked_in_the_margin_of_the_read_through(site, me, bob):
    say(site, "@Bob?", me)
    assert '<b class="mention">@Bob</b>?' in site.get("/a/tram/en/read/").content.decode()


def test_the_article_page_is_told_the_count_whatever_else_is_new(site, me, bob):
    revision = site.store.catalog("tram", "en").revision
    say(site, f"@{me.name}", bob)
    assert site.get(f"/a/tram/en/changes/?seen={revision}", status=204)["X-Unread"] == "1"
    assert site.get("/a/tram/en/changes/?seen=-1")["X-Unread"] == "1"


def test_the_names_that_can_be_addressed_are_those_of_the_others(site, me, bob):
    assert site.get("/notifications/people/").json() == {"names": ["Bob"]}


def test_a_desk_without_news_says_what_will_stand_there(site):
    assert "Nobody has told you anything yet" in text(site.get("/notifications/"))


def test_who_is_stopped_is_not_offered_for_a_comment(site):
    site.join("Олена")
    site.join("Петро")
    assert site.get("/notifications/people/").json()["names"] == ["Олена", "Петро"]
    site.store.change_account("Петро", {"is_active": False}, actor=site.newsroom.owner(), at=now())
    assert site.get("/notifications/people/").json()["names"] == ["Олена"]
