"""Every page of the desk for everybody: WCAG 2.2 A and AA by axe in both themes and on a phone, every width."""

import re

import pytest
from django.urls import URLPattern, get_resolver, resolve

from fakes.axe import DESKTOP, PHONE, WALL, WIDER, look, resize
from fakes.places import PLACES, browsed, visit

pytestmark = pytest.mark.needs("chromium")

#: Addresses that show no page: they do something and lead on, or give a script, a file or a part of a page.
NO_PAGES = {
    *("start", "sign-out", "password", "language", "begin-glossary", "decide", "news-seen", "opened"),
    *("draft", "claim", "release", "assign", "deadline", "undo", "add-unit", "do", "sign-off"),
    *("who", "words", "mentionable", "changes", "log-csv", "export-file", "picture", "jobs", "unread", "row-forms", "panel"),
}


@pytest.fixture(scope="module")
def page(chromium, tour):
    with browsed(chromium, tour, "en") as found:
        yield found


@pytest.mark.parametrize("name", PLACES)
def test_nothing_stands_in_anybodys_way(page, tour, name):
    resize(page, DESKTOP)
    look(page, parts=visit(page, tour, name))
    resize(page, WALL)
    assert page.evaluate(WIDER) <= 0


def test_no_page_is_left_out(tour):
    ours = {pattern.name for pattern in get_resolver().url_patterns if isinstance(pattern, URLPattern)}
    paths = [path if isinstance(path, str) else path(tour) for path, _ in PLACES.values()]
    assert {resolve(f"/{path.partition('?')[0].partition('#')[0]}").url_name for path in paths} == ours - NO_PAGES


def test_nor_in_that_of_somebody_who_is_not_signed_in(chromium, tour):
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(tour.at)
    look(page)
    context.close()


def test_lines_stay_short_enough_to_read_on_a_wall_of_pixels(page, tour):
    resize(page, WALL)
    for name in ("read through", "what the frame shows"):
        visit(page, tour, name)
        paragraph = page.locator(".published p", has_text=re.compile(r".{150}")).first
        size = paragraph.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert paragraph.bounding_box()["width"] <= 40 * size, "about eighty characters"


def test_an_article_on_a_phone_stands_one_text_above_the_other(page, tour):
    resize(page, PHONE)
    visit(page, tour, "article")
    row = page.locator(f'[id="s-{tour.segments["reviewed"]}"]')
    source, target = row.locator(".source").bounding_box(), row.locator(".target").bounding_box()
    assert target["y"] >= source["y"] + source["height"]
    assert min(source["width"], target["width"]) > 240


def test_every_page_can_be_walked_by_the_tab_key_and_shows_where_one_is(page, tour):
    resize(page, DESKTOP)
    for name in ("queue", "board", "article", "read through", "quotes and names", "findings", "export", "glossary"):
        visit(page, tour, name)
        for _ in range(12):
            page.keyboard.press("Tab")
            ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert ring != "none", (name, page.evaluate("document.activeElement.outerHTML"))
