"""On paper: the texts with their notes; no header, form or panel; and what nobody has confirmed says so without a colour."""

import pytest
from playwright.sync_api import expect
from turbohtml import parse

from fakes.desk import ENGLISH
from transloc.jobs.newsroom import now
from transloc.states import Action

pytestmark = pytest.mark.needs("chromium")

PRICE = "Вони коштують 480 млн гривень."
PAGES = ["a/tram/en/", "a/tram/en/read/", "a/tram/en/compare/?tab=draft&only=all", "a/tram/en/export/"]


@pytest.fixture
def half(site):
    """An article that is confirmed but for one sentence, which has a finding and a comment."""
    site.review(ENGLISH)
    site.change(PRICE, Action.EDIT, target="They cost 481 million hryvnias.")
    segment = site.segment(PRICE)
    site.store.comment("tram", "en", segment.id, author=site.newsroom.owner(), text="Is it so much?", at=now())
    return site


@pytest.fixture
def paper(half, context, served):
    """Open a page as it goes to the printer."""

    def put(path):
        page = context.new_page()
        page.goto(served.at + path)
        page.emulate_media(media="print")
        return page

    return put


@pytest.mark.parametrize("path", PAGES)
def test_nothing_to_press_is_printed_and_the_head_says_what_it_is(paper, path):
    page = paper(path)
    for selector in (".top", ".skip", "form", "button", ".panel", "nav", "textarea"):
        assert not any(one.is_visible() for one in page.locator(selector).all()), selector
    head = page.locator(".on-paper")
    expect(head).to_be_visible()
    expect(head).to_contain_text("Львів купує 12 трамваїв, English")
    expect(head).to_contain_text(f"{now():%Y}")
    expect(head).to_contain_text("Unreviewed machine translation: 1 of 8 sentences is not confirmed")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("path", PAGES)
def test_on_the_screen_the_head_of_the_paper_is_not_there(half, path):
    head = parse(half.get(f"/{path}").content.decode(), positions=False).select_one(".on-paper")
    assert head is not None


def test_a_confirmed_article_bears_no_mark(half, paper):
    half.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    half.change(PRICE, Action.CONFIRM)
    assert "Unreviewed" not in paper("a/tram/en/read/").locator(".on-paper").inner_text()


def test_findings_and_comments_are_notes_beside_what_is_read(half, paper):
    page = paper("a/tram/en/read/")
    note = page.locator(f'[id="{half.segment(PRICE).id}"]')
    expect(note).to_be_visible()
    expect(note).to_contain_text("number")
    expect(note).to_contain_text("Is it so much?")
    assert page.locator(".unreviewed").first.evaluate("one => getComputedStyle(one).textDecorationStyle") == "dotted"


def test_the_article_stands_in_two_columns_with_its_states_in_words(half, paper):
    page = paper("a/tram/en/")
    row = page.locator(f'[id="s-{half.segment(PRICE).id}"]')
    source, target = row.locator(".source").bounding_box(), row.locator(".target").bounding_box()
    assert source["x"] + source["width"] <= target["x"]
    assert abs(source["y"] - target["y"]) < 4
    expect(row.locator(".signs")).to_contain_text("draft")
    assert set(page.locator(".row").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")) == {"avoid"}
    colours = page.locator(".signs .state").evaluate_all("all => all.map(one => getComputedStyle(one).color)")
    assert set(colours) == {"rgb(0, 0, 0)"}


def test_it_is_as_long_as_its_text(paper):
    assert paper("a/tram/en/read/").pdf().count(b"/Type /Page\n") <= 2


def test_the_button_prints(half, context, served):
    page = context.new_page()
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1 }")
    page.goto(f"{served.at}a/tram/en/read/")
    page.get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("window.printed") == 1
