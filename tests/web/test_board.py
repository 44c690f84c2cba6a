from datetime import timedelta

import pytest
from turbohtml import parse

from fakes.desk import ENGLISH
from fakes.people import signed_in
from fakes.site import text
from transloc.jobs.newsroom import now
from transloc.states import Action
from transloc.store import events

TRAM, LIBRARY = "Львів купує 12 трамваїв", "У Полтаві відкрили бібліотеку просто неба"


def board(site, query=""):
    """Return the columns of the board with the names of their cards."""
    document = parse(site.get(f"/board/{query}").content.decode(), positions=False)
    columns = {column.attr("id").removeprefix("column-"): column for column in document.select("section.column")}
    return {name: [card.attr("id").removeprefix("b-") for card in column.select("li.card")] for name, column in columns.items()}


def column(site, card):
    return next(name for name, cards in board(site).items() if card in cards)


def export(site, note="own", **delta):
    at, owner = now() + timedelta(**delta), site.newsroom.owner()
    told = events.of_article(events.Happened.EXPORTED, "tram", locale="en", actor=owner, at=at, note=note)
    with site.store._database.writing():
        events.write([told])


def test_an_article_goes_from_column_to_column(site):
    assert board(site) == {"draft": ["tram-en", "library-en"], "review": [], "sign": [], "ready": [], "published": []}
    for segment in site.store.catalog("tram", "en"):
        site.change(segment.source, Action.EDIT, target=ENGLISH[segment.source])
    assert column(site, "tram-en") == "review"
    for segment in site.store.catalog("tram", "en"):
        site.change(segment.source, Action.CONFIRM)
    assert column(site, "tram-en") == "sign"
    for segment in site.store.catalog("tram", "en"):
        site.change(segment.source, Action.SIGN_OFF)
    assert column(site, "tram-en") == "ready"
    export(site, "own, unreviewed draft")
    assert column(site, "tram-en") == "ready", "a draft that went out is not published"
    export(site, seconds=1)
    assert column(site, "tram-en") == "published"


def test_what_is_written_after_it_went_out_is_to_do_again(site):
    site.review(ENGLISH)
    export(site, minutes=-5)
    assert column(site, "tram-en") == "sign"
    export(site, minutes=1)
    assert column(site, "tram-en") == "published", "a newsroom without four eyes signs nothing off"
    site.change(TRAM, Action.REJECT, reason="Say it better")
    assert column(site, "tram-en") == "review"


def test_a_card_tells_what_it_is_and_whose(site):
    signed_in(site, "Olha Melnyk")
    olha = site.store.person("Olha Melnyk")
    site.store.assign("tram", "en", olha, actor=site.newsroom.owner(), at=now())
    site.store.claim("library", "en", actor=olha, at=now())
    site.store.set_deadline("tram", "en", now() - timedelta(hours=30), actor=site.newsroom.owner(), at=now())
    said = text(site.get("/board/"))
    assert f"{TRAM} uk → en overdue by 1 day for Olha Melnyk" in said
    assert "0 of 8" in said
    assert f"{LIBRARY} uk → en Olha Melnyk is at it" in said
    assert board(site)["draft"] == ["tram-en", "library-en"]


def test_an_article_is_assigned_from_its_card_and_the_filter_stays(site):
    signed_in(site, "Olha Melnyk")
    olha = site.store.person("Olha Melnyk")
    assert 'name="next" value="/board/?who=nobody"' in site.get("/board/?who=nobody").content.decode()
    assert site.post("/a/tram/en/assign/", {"person": olha.id, "next": "/board/?who=nobody"})["Location"] == "/board/?who=nobody"
    assert board(site, "?who=nobody")["draft"] == ["library-en"]


@pytest.mark.parametrize(("query", "cards"), [("?locale=en", 2), ("?locale=pl", 0), ("?who=me", 0), ("?who=nobody", 2), ("?who=p0", 0)])
def test_filters_stand_in_the_address(site, query, cards):
    assert sum(map(len, board(site, query).values())) == cards


def test_every_column_is_a_list_under_its_heading_with_its_size(site):
    document = parse(site.get("/board/").content.decode(), positions=False)
    headings = [" ".join(heading.text.split()) for heading in document.select("section.column > h2")]
    assert headings == ["To draft 2", "To review 0", "To sign off 0", "Ready 0", "Published 0"]
    for section in document.select("section.column"):
        assert section.attr("aria-labelledby") == section.select("h2")[0].attr("id")


def test_the_board_is_one_link_away_from_every_page(site):
    for path in ("/", "/glossary/", "/a/tram/en/"):
        assert 'href="/board/"' in site.get(path).content.decode()


def test_a_project_without_articles_has_an_empty_board(bare):
    assert text(bare.get("/board/")).count("Nothing here.") == 5
