"""One person at one article in two tabs, and in two browsers: what one saves the other shows, and no words are lost."""

import pytest

from fakes import bridge
from fakes.browser import Article, until

pytestmark = pytest.mark.needs("chromium")

ONE, OTHER = "The first forty were buses.", "Forty buses were the first to cross."


@pytest.fixture(params=["tab", "browser"])
def second(request, tab, signed_in, desk):
    """The same article once more: in another tab, or in another browser."""
    context = tab.page.context if request.param == "tab" else signed_in()
    found = Article(context.new_page(), desk.at).open(bridge.PATH)
    yield found
    assert found.errors == []


def test_what_is_saved_here_is_shown_there(tab, second, kept):
    one = kept.segment(bridge.BUSES)
    tab.write(one).fill(ONE)
    tab.page.keyboard.press("Control+Enter")
    until(lambda: second.row(one).get_attribute("data-state") == "reviewed", seconds=15)
    assert ONE in second.row(one).inner_text()
    assert "1 of 40 confirmed" in second.page.locator("#counts").inner_text()


def test_a_row_that_stands_open_there_without_a_word_follows(tab, second, kept):
    one = kept.segment(bridge.BUSES)
    second.write(one)
    tab.write(one).fill(ONE)
    tab.page.keyboard.press("Control+Enter")
    until(lambda: second.field.input_value() == ONE, seconds=15)
    assert second.page.locator(".conflict").count() == 0


@pytest.mark.parametrize(("choice", "stands"), [("mine", OTHER), ("theirs", ONE), ("", f"{OTHER} So it was.")])
def test_of_two_texts_the_later_one_is_laid_beside_the_first(tab, second, kept, choice, stands):
    one = kept.segment(bridge.BUSES)
    second.write(one).fill(OTHER)
    tab.write(one).fill(ONE)
    tab.page.keyboard.press("Control+Enter")
    until(lambda: kept.segment(bridge.BUSES).target == ONE)
    second.page.locator(".trouble:visible").wait_for(timeout=15_000)
    second.field.press("Control+Enter")
    second.said("Somebody wrote this sentence")
    second.write(one)  # a late answer finds the person in the next row
    second.page.locator(".conflict").wait_for()
    assert second.page.locator(".conflict .columns p").all_inner_texts() == [one.target, ONE, OTHER]
    assert kept.segment(bridge.BUSES).target == ONE
    second.page.locator(f'[data-choice="{choice}"]').click()
    if not choice:
        second.field.press_sequentially(" So it was.")
    second.field.press("Control+Enter")
    until(lambda: (kept.segment(bridge.BUSES).target, kept.segment(bridge.BUSES).state) == (stands, "reviewed"))
    until(lambda: tab.row(one).locator(".target").inner_text() == stands, seconds=15)
