import re
from datetime import timedelta

import pytest
from turbohtml import parse

from fakes.desk import ENGLISH, GLOSSARY
from fakes.people import signed_in
from fakes.site import text
from transloc.jobs.newsroom import now
from transloc.states import Action
from transloc.web import waiting

PRICE = "Вони коштують 480 млн гривень."
TRAM, LIBRARY = "Львів купує 12 трамваїв", "У Полтаві відкрили бібліотеку просто неба"


def entries(answer):
    """Return what the page says of each catalog, by its name, in the order of the page."""
    found = re.findall(r'<li class="entry card" id="q-([\w-]+)".*?</li>', answer.content.decode(), re.DOTALL)
    parts = re.split(r'<li class="entry card" id="q-[\w-]+"', answer.content.decode())[1:]
    return dict(zip(found, parts, strict=True))


def due(site, slug, **delta):
    site.store.set_deadline(slug, "en", now() + timedelta(**delta), actor=site.newsroom.owner(), at=now())


def test_every_catalog_is_there_with_what_is_left(site):
    found = entries(site.get("/"))
    assert set(found) == {"tram-en", "library-en"}
    assert TRAM in found["tram-en"]
    assert "initial" in found["tram-en"]
    assert f"{sum(len(s.source.split()) for s in site.store.catalog('tram', 'en'))} words left" in found["tram-en"]


def test_the_oldest_deadline_comes_first_and_none_last(site):
    assert list(entries(site.get("/"))) == ["tram-en", "library-en"]
    due(site, "library", days=40)
    assert list(entries(site.get("/"))) == ["library-en", "tram-en"]
    due(site, "tram", hours=-30)
    found = entries(site.get("/"))
    assert list(found) == ["tram-en", "library-en"]
    assert "overdue by 1 day<" in found["tram-en"]
    assert re.search(r"due \d+ \w+( \d{4})?, \d\d:\d\d", found["library-en"])


def test_going_on_leads_to_the_first_segment_that_waits(site):
    first, second, *_ = site.store.catalog("tram", "en").segments
    assert f'href="/a/tram/en/#s-{first.id}"' in entries(site.get("/"))["tram-en"]
    site.change(first.source, Action.EDIT, target=ENGLISH[first.source])
    site.change(first.source, Action.CONFIRM)
    assert f'href="/a/tram/en/#s-{second.id}"' in entries(site.get("/"))["tram-en"]


def test_findings_that_block_are_counted(site):
    site.change(PRICE, Action.EDIT, target="They cost 840 million hryvnias.")
    assert "1 segment with findings that block" in entries(site.get("/"))["tram-en"]
    site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    assert "findings that block" not in entries(site.get("/"))["tram-en"]


def test_a_reviewed_article_is_ready_and_a_signed_one_is_done(site):
    site.review(ENGLISH)
    found = entries(site.get("/"))["tram-en"]
    assert "ready to export" in found
    assert "Continue" not in found
    for segment in site.store.catalog("tram", "en"):
        site.change(segment.source, Action.SIGN_OFF)
    assert "signed off" in entries(site.get("/"))["tram-en"]


def test_what_is_done_waits_for_nobody_and_comes_last(site):
    due(site, "tram", days=-3)
    site.review(ENGLISH)
    assert list(entries(site.get("/"))) == ["tram-en", "library-en"]
    for segment in site.store.catalog("tram", "en"):
        site.change(segment.source, Action.SIGN_OFF)
    found = entries(site.get("/"))
    assert list(found) == ["library-en", "tram-en"]
    assert "overdue" not in found["tram-en"]


def test_a_long_queue_has_pages_that_keep_the_filter(site, monkeypatch):
    monkeypatch.setattr("transloc.web.views.queue.PAGE", 1)
    answer = site.get("/?state=open")
    assert set(entries(answer)) == {"tram-en"}
    assert "page 1 of 2" in text(answer)
    assert 'href="?state=open&amp;page=2"' in answer.content.decode()
    assert set(entries(site.get("/?state=open&page=2"))) == {"library-en"}
    assert set(entries(site.get("/?page=nonsense"))) == {"tram-en"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"tram-en", "library-en"}),
        ("text=ТРАМВАЇВ", {"tram-en"}),
        ("text=полтаві бібліотеку", {"library-en"}),
        ("text=library", {"library-en"}),
        ("text=nothing", set()),
        ("locale=en", {"tram-en", "library-en"}),
        ("locale=pl", set()),
        ("state=ready", {"tram-en"}),
        ("state=open", {"library-en"}),
        ("state=done", set()),
        ("state=ready&text=library", set()),
    ],
)
def test_filters_work_by_their_address(site, asked, found):
    site.review(ENGLISH)
    assert set(entries(site.get(f"/?{asked}"))) == found


def test_a_filter_keeps_what_was_typed_and_says_how_many_fit(site):
    answer = site.get("/?text=трамваїв&state=open")
    assert 'value="трамваїв"' in answer.content.decode()
    assert '<option value="open" selected>open</option>' in answer.content.decode()
    assert "1 of 2 in the queue" in text(answer)
    assert "Nothing in the queue fits" in text(site.get("/?text=xyz"))


def test_a_filter_is_shown_and_not_run(site):
    body = site.get('/?text="><script>alert(1)</script>').content.decode()
    assert "<script>alert" not in body


def test_a_glossary_that_changes_counts_anew(site):
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    assert "findings that block" not in text(site.get("/"))
    site.desk.write("glossary.csv", f"{GLOSSARY}price,term,коштувати,be priced at,kosztować,cost\n")
    site.desk.write("transloc.toml", site.desk.read("transloc.toml") + '\n[checks]\nterm-forbidden = "error"\n')
    assert "1 segment with findings that block" in text(site.get("/"))


def test_settings_that_break_are_told_and_the_last_good_ones_hold(site):
    good = site.desk.read("transloc.toml")
    site.desk.write("transloc.toml", "[project]\ntargets = 5\n")
    said = text(site.get("/"))
    assert "transloc.toml:2: “targets” must be" in said
    assert "last good settings" in said
    assert TRAM in said
    site.desk.write("transloc.toml", good + "\n")
    assert "last good settings" not in text(site.get("/"))


def test_new_settings_are_in_force_at_the_next_request(site):
    site.desk.settings(targets='["en", "pl"]')
    assert 'value="pl"' in site.get("/add/").content.decode()


def test_an_article_whose_file_has_changed_says_so(site):
    assert "has changed" not in text(site.get("/"))
    site.desk.write("articles/tram.md", site.desk.read("articles/tram.md") + "\nЩе речення.\n")
    assert "tram.md has changed since it was added" in entries(site.get("/"))["tram-en"]


def test_a_page_that_has_no_time_to_check_everything_comes_again(site, monkeypatch):
    monkeypatch.setattr(waiting, "_PATIENCE", -1)
    answer = site.get("/")
    assert "being checked" in text(answer)
    assert "every 2s" in answer.content.decode()
    monkeypatch.undo()
    assert "every 2s" not in site.get("/").content.decode()


def test_what_follows_the_filters_is_asked_of_the_same_address(site):
    assert 'hx-get="/?text=%D1%82&amp;state=open"' in site.get("/?text=%D1%82&state=open").content.decode()


def test_an_article_is_checked_once_and_not_at_every_request(site, monkeypatch):
    site.get("/")
    monkeypatch.setattr("transloc.jobs.current.measure", lambda *_: pytest.fail("checked again"))
    site.get("/")


def test_an_empty_project_explains_itself_and_takes_the_first_article(bare):
    answer = bare.get("/")
    assert "No article yet" in text(answer)
    assert 'action="/add/"' in answer.content.decode()


def test_titles_are_text_whatever_they_hold(site):
    site.post("/add/", {"title": "<img src=x onerror=alert(1)> & «так»", "text": "Слово.", "locales": "en", "name": "trap"})
    body = site.get("/").content.decode()
    assert "<img" not in body
    assert "&lt;img" in body


@pytest.fixture
def olha(site):
    """A translator beside the owner."""
    signed_in(site, "Olha Melnyk")
    return site.store.person("Olha Melnyk")


def groups(answer):
    """Return the headings of the queue, each with the names of the lines below it."""
    document = parse(answer.content.decode(), positions=False)
    headings = [" ".join(heading.text.split()) for heading in document.select("#queue h2")]
    lines = [[line.attr("id").removeprefix("q-") for line in group.select("li.entry")] for group in document.select("#queue ul.queue")]
    return dict(zip(headings, lines, strict=True))


def test_what_waits_for_me_comes_first_then_nobodys_then_others(site, olha):
    due(site, "tram", hours=1)
    assert groups(site.get("/")) == {"Nobody’s yet 2": ["tram-en", "library-en"]}
    site.store.assign("library", "en", site.newsroom.owner(), actor=site.newsroom.owner(), at=now())
    assert groups(site.get("/")) == {"Waiting for you 1": ["library-en"], "Nobody’s yet 1": ["tram-en"]}
    site.store.assign("tram", "en", olha, actor=site.newsroom.owner(), at=now())
    assert groups(site.get("/")) == {"Waiting for you 1": ["library-en"], "With others 1": ["tram-en"]}
    site.store.claim("tram", "en", actor=site.newsroom.owner(), at=now())
    assert groups(site.get("/")) == {"Waiting for you 2": ["tram-en", "library-en"]}


def test_what_is_signed_off_waits_for_nobody_whosever_it_is(site, olha):
    site.review(ENGLISH)
    site.store.assign("tram", "en", site.newsroom.owner(), actor=site.newsroom.owner(), at=now())
    for segment in site.store.catalog("tram", "en"):
        site.change(segment.source, Action.SIGN_OFF)
    assert groups(site.get("/")) == {"Nobody’s yet 1": ["library-en"], "Signed off 1": ["tram-en"]}


def test_the_filter_of_whose_it_is(site, olha):
    site.store.assign("library", "en", olha, actor=site.newsroom.owner(), at=now())
    site.store.claim("tram", "en", actor=site.newsroom.owner(), at=now())
    for asked, found in (("me", {"tram-en"}), (olha.id, {"library-en"}), ("nobody", set()), ("p0", set())):
        answer = site.get(f"/?who={asked}")
        assert set(entries(answer)) == found, asked
    assert f'<option value="{olha.id}" selected>Olha Melnyk</option>' in site.get(f"/?who={olha.id}").content.decode()


def test_the_filter_of_findings(site):
    site.change(PRICE, Action.EDIT, target="They cost 840 million hryvnias.")
    for asked, found in (("errors", {"tram-en"}), ("any", {"tram-en"}), ("none", {"library-en"}), ("", {"tram-en", "library-en"})):
        assert set(entries(site.get(f"/?findings={asked}"))) == found, asked


def test_what_is_not_checked_yet_is_not_hidden_by_the_filter_of_findings(site, monkeypatch):
    monkeypatch.setattr(waiting, "_PATIENCE", -1)
    assert set(entries(site.get("/?findings=errors"))) == {"tram-en", "library-en"}
    assert "every 2s" in site.get("/?findings=errors").content.decode()
