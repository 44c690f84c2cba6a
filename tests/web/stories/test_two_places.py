"""One person at one article in two tabs, and in two browsers: what one saves the other shows, and no words are lost."""

import pytest
from playwright.sync_api import expect

from fakes import bridge
from fakes.browser import Article, until

pytestmark = pytest.mark.needs("chromium")

ONE, OTHER = "So it was told.", "Thus it was told."


@pytest.fixture(params=["tab", "browser"])
def second(request, tab, signed_in, desk):
    """The same article once more: in another tab, or in another browser."""
    context = tab.page.context if request.param == "tab" else signed_in()
    found = Article(context.new_page(), desk.at).open(bridge.PATH)
    yield found
    assert found.errors == []


def save(place, one, text):
    place.write(one).fill(text)
    place.page.keyboard.press("Control+Enter")


def test_what_is_saved_here_is_shown_there(tab, second, kept):
    closed, standing = kept.segment(bridge.CLEAN), kept.segment(bridge.LASTED)
    second.write(standing)
    save(tab, closed, ONE)
    until(lambda: second.row(closed).get_attribute("data-state") == "reviewed")
    expect(second.row(closed)).to_contain_text(ONE)
    expect(second.page.locator("#counts")).to_contain_text("1 of 40 confirmed")
    save(tab, standing, OTHER)
    expect(second.field).to_have_value(OTHER)
    assert second.page.locator(".conflict").count() == 0


def test_of_two_texts_the_later_one_is_laid_beside_the_first(tab, second, kept):
    for source, choice, stands in (
        (bridge.UNION, "mine", OTHER),
        (bridge.LASTED, "theirs", ONE),
        (bridge.DETOUR, "", f"{OTHER} So it was."),
    ):
        one = kept.segment(source)
        laid_beside(tab, second, kept, one)
        second.page.locator(f'[data-choice="{choice}"]').click()
        if not choice:
            second.field.press_sequentially(" So it was.")
        second.field.press("Control+Enter")
        until(lambda source=source, stands=stands: saved(kept, source) == (stands, "reviewed"))
        until(lambda one=one, stands=stands: tab.row(one).locator(".target").text_content() == stands)


def saved(kept, source):
    one = kept.segment(source)
    return one.target, one.state


def laid_beside(tab, second, kept, one):
    second.write(one).fill(OTHER)
    save(tab, one, ONE)
    second.page.locator(".trouble:visible").wait_for()
    second.field.press("Control+Enter")
    second.said("Somebody wrote this sentence")
    second.write(one)  # a late answer finds the person in the next row
    second.page.locator(".conflict").wait_for()
    expect(second.page.locator(".conflict .columns p")).to_have_text([one.target, ONE, OTHER])
    assert kept.segment(one.source).target == ONE
