"""Without a line the work goes on, and arrives in its order once the line is back."""

import pytest

from fakes import bridge
from fakes.browser import until

pytestmark = pytest.mark.needs("chromium")


def test_a_minute_without_a_line(tab, kept):
    """The page's clock runs ahead, so that the minute with its tries takes no minute here."""
    tab.page.clock.install()
    tab.open(bridge.PATH)
    first, *others = kept.segments()[3:9]
    tab.write(first)
    tab.page.context.set_offline(True)
    tab.page.locator("#line", has_text="lost").wait_for()
    for one in (first, *others):
        until(lambda one=one: tab.opened == one.id)
        tab.page.keyboard.type("!")
        tab.page.keyboard.press("Control+Enter")
        tab.page.clock.run_for(10_000)
    assert {one.state for one in kept.segments()} == {"translated"}
    assert tab.page.locator(".row[aria-busy]").count() == 6
    assert tab.page.locator(".row[data-state=reviewed]").count() == 0
    tab.page.context.set_offline(False)
    tab.page.clock.resume()
    until(lambda: tab.page.locator(".row[data-state=reviewed]").count() == 6, seconds=20)
    arrived = [one.id for one in (first, *others)]
    assert kept.events("edit") == kept.events("confirm") == arrived
    assert [one.target for one in kept.segments()[3:9]] == [f"{one.target}!" for one in (first, *others)]
    assert tab.page.locator("#line").is_hidden()
    assert tab.page.locator(".sign.unsaved").count() == 0
