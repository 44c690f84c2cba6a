"""The desk is killed while somebody works, and started again: what was confirmed stands, and what was typed goes on."""

import pytest
from playwright.sync_api import expect

from fakes import bridge
from fakes.browser import until

pytestmark = pytest.mark.needs("chromium")


def confirmed(tab):
    """Return the sentences that the page shows as confirmed."""
    return {row.get_attribute("data-segment") for row in tab.page.locator(".row[data-state=reviewed]").all()}


def test_what_is_typed_stays_and_what_was_asked_is_sent_when_the_desk_is_back(tab, desk, kept):
    one, two = kept.segment(bridge.BUSES), kept.segment(bridge.LASTED)
    tab.write(one).fill("Forty buses were")
    desk.kill()
    tab.page.keyboard.type(" first: 40 of them.")
    tab.page.keyboard.press("Control+Enter")
    tab.page.locator("#line", has_text="lost").wait_for()
    until(lambda: tab.opened == two.id)
    tab.page.keyboard.type(" And longer")
    assert tab.row(one).get_attribute("data-state") == "translated"
    desk.start()
    until(lambda: kept.segment(bridge.BUSES).state == "reviewed")
    assert kept.segment(bridge.BUSES).target == "Forty buses were first: 40 of them."
    until(lambda: tab.row(one).get_attribute("data-state") == "reviewed")
    expect(tab.field).to_have_value(f"{two.target} And longer")
    until(lambda: kept.draft(two) == f"{two.target} And longer")
    tab.page.locator("#line").wait_for(state="hidden")


def test_of_a_row_of_confirms_none_that_was_answered_is_lost(tab, desk, kept):
    tab.write(kept.segment(bridge.OPENED))
    for _ in range(12):
        tab.page.keyboard.press("Control+Enter")
        if len(confirmed(tab)) >= 4:
            break
    desk.kill()
    shown = confirmed(tab)
    assert shown <= {one.id for one in kept.segments() if one.state == "reviewed"}
    desk.start()
    until(lambda: tab.page.locator(".row[aria-busy]").count() == 0)
    stand = {one.id for one in kept.segments() if one.state == "reviewed"}
    assert shown <= stand == confirmed(tab)
    assert len(kept.events("confirm")) == len(stand)
