import re
from html.parser import HTMLParser

import pytest

from fakes.desk import ENGLISH
from fakes.site import text
from transloc.jobs.newsroom import now
from transloc.states import Action

HEADLINE = "Львів купує 12 трамваїв"
COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
PRICE = "Вони коштують 480 млн гривень."
QUOTED = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."


def rows(site, query=""):
    """Return the rows of the article page, each as its HTML, by the id of its segment."""
    page = site.get(f"/a/tram/en/{query}").content.decode()
    return {found[1]: found[0] for found in re.finditer(r'<li class="row[^>]*data-segment="([^"]+)".*?</li>', page, re.DOTALL)}


def row(site, source, query=""):
    return rows(site, query)[site.segment(source).id]


def test_every_sentence_stands_beside_its_translation_in_reading_order(site):
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    segments = [segment.id for segment in site.store.catalog("tram", "en")]
    assert list(rows(site)) == segments
    found = row(site, PRICE)
    assert '<div class="source" lang="uk" dir="ltr">Вони коштують 480 млн гривень.</div>' in found
    assert '<div class="target" lang="en" dir="ltr">They cost 480 million hryvnias.</div>' in found


def test_a_row_says_what_its_unit_is_and_where_it_stands(site):
    found = row(site, HEADLINE)
    assert 'data-kind="headline"' in found
    assert 'aria-label="headline, 1 of 8"' in found


def test_sentences_of_one_paragraph_are_a_group(site):
    first, second = row(site, COUNCIL), row(site, PRICE)
    assert 'class="row first"' in first
    assert 'class="row"' in second
    assert re.search(r'data-unit="(\w+)"', first)[1] == re.search(r'data-unit="(\w+)"', second)[1]


def test_codes_are_numbered_chips_that_say_what_they_stand_for(site):
    found = row(site, QUOTED)
    assert '<span class="code" title="bold">1</span>Олена Гайдук<span class="code end" title="bold">1</span>' in found
    assert "&lt;1&gt;Олена" in re.search(r'data-text="([^"]*)"', found)[1]


def test_a_text_without_codes_is_not_sent_twice(site):
    assert "data-text" not in row(site, PRICE)


def test_markup_in_a_text_is_shown_and_not_obeyed(site):
    site.change(PRICE, Action.EDIT, target="<script>alert(480)</script> million")
    page = site.get("/a/tram/en/").content.decode()
    assert "&lt;script&gt;alert(480)&lt;/script&gt; million" in page
    assert "<script>alert" not in page


def test_findings_are_counted_by_weight(site):
    site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    found = row(site, PRICE)
    assert 'data-findings="1"' in found
    assert "1 error" in found


def test_a_finding_that_was_let_pass_is_counted_no_more(site):
    site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    site.change(PRICE, Action.WAIVE, rule="number", reason="the source is wrong")
    assert "data-findings" not in row(site, PRICE)


def test_findings_follow_an_edit(site):
    site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    assert "1 error" in row(site, PRICE)
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    assert "error" not in row(site, PRICE)


def test_the_filters_show_what_they_name_and_how_many(site):
    site.review(ENGLISH)
    site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    assert list(rows(site, "?only=open")) == [site.segment(PRICE).id]
    assert list(rows(site, "?only=findings")) == [site.segment(PRICE).id]
    assert "All 8 Open 1 With findings 1" in text(site.get("/a/tram/en/"))


def test_an_unknown_filter_shows_everything(site):
    assert len(rows(site, "?only=nothing")) == 8


def test_progress_is_told_in_words(site):
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    site.change(PRICE, Action.CONFIRM)
    assert "1 of 8 confirmed" in text(site.get("/a/tram/en/"))


def test_an_omission_shows_its_reason(site):
    site.change(PRICE, Action.OMIT, reason="known to every reader")
    found = row(site, PRICE)
    assert "left out" in found
    assert "known to every reader" in found


def test_comments_that_are_open_are_counted(site):
    segment = site.segment(PRICE)
    at = site.store.history("tram")[0].at
    said = [site.store.comment("tram", "en", segment.id, author=site.newsroom.owner(), text=word, at=at) for word in ("Why?", "How?")]
    assert "2 comments" in row(site, PRICE)
    site.store.settle(said[0].id, actor=site.newsroom.owner(), at=at)
    assert "1 comment<" in row(site, PRICE)


def test_what_was_being_typed_goes_along_with_the_page(site):
    segment = site.segment(PRICE)
    at = site.store.history("tram")[0].at
    site.store.keep_draft("tram", "en", segment.id, person=site.newsroom.owner(), text="They co</script>", seen=segment.revision, at=at)
    page = site.get("/a/tram/en/").content.decode()
    held = re.search(r'<script id="drafts" type="application/json">(.*?)</script>', page)[1]
    assert segment.id in held
    assert "They co" in held
    assert "<" not in held


def test_an_article_or_a_locale_that_is_not_there_is_not_found(site):
    site.get("/a/nothing/en/", status=404)
    site.get("/a/tram/fr/", status=404)


def test_the_page_is_for_reading_only(site):
    site.post("/a/tram/en/", status=405)


class _Parts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def test_nothing_in_the_page_runs_or_is_styled_inline(site):
    parts = _Parts()
    parts.feed(site.get("/a/tram/en/").content.decode())
    assert not [tag for tag, given in parts.found if "style" in given or any(name.startswith("on") for name in given)]
    assert all("src" in given or given.get("type") == "application/json" for tag, given in parts.found if tag == "script")


def test_a_row_costs_little_beside_its_text(site):
    found = row(site, HEADLINE)
    assert len(found.encode()) - len(text_of(found).encode()) < 520


def text_of(found):
    return re.sub(r"<[^>]+>", "", found)


@pytest.mark.parametrize("name", ["confirm", "omit", "undo", "split"])
def test_the_palette_lists_what_can_be_done(site, name):
    assert f'data-command="{name}"' in site.get("/a/tram/en/").content.decode()


def changes(site, seen, status=200):
    return site.get(f"/a/tram/en/changes/?seen={seen}", status=status)


def test_what_others_have_written_arrives_in_an_open_page(site):
    seen = site.store.catalog("tram", "en").revision
    changes(site, seen, status=204)
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    news = changes(site, seen).json()
    assert "They cost 480 million hryvnias." in news["rows"][site.segment(PRICE).id]
    assert news["order"] == [segment.id for segment in site.store.catalog("tram", "en")]
    changes(site, news["revision"][1], status=204)


def test_drafting_that_is_under_way_is_told(site):
    seen = site.store.catalog("tram", "en").revision
    site.store.enqueue_job("tram", "en", at=now())
    assert changes(site, seen).json()["drafting"] == "Drafts will come soon"
