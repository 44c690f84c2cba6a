"""Without a line the work goes on, and arrives in its order once the line is back."""

import re

import pytest
from playwright.sync_api import expect

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
    expect(tab.page.locator(".row[aria-busy]")).to_have_count(6)
    assert tab.page.locator(".row[data-state=reviewed]").count() == 0
    tab.page.context.set_offline(False)
    tab.page.clock.resume()
    until(lambda: tab.page.locator(".row[data-state=reviewed]").count() == 6)
    arrived = [one.id for one in (first, *others)]
    assert kept.events("edit") == kept.events("confirm") == arrived
    assert [one.target for one in kept.segments()[3:9]] == [f"{one.target}!" for one in (first, *others)]
    tab.page.locator("#line").wait_for(state="hidden")
    expect(tab.page.locator(".sign.unsaved")).to_have_count(0)


def test_what_was_done_is_not_done_twice_where_only_the_answer_was_lost(tab, kept):
    one, two = kept.segment(bridge.LASTED), kept.segment(bridge.LENGTH)
    lost = []

    def cut(route):
        """Let the desk do it, and the browser not hear of it, the first time."""
        if route.request.url in lost:
            return route.continue_()
        lost.append(route.request.url)
        route.fetch()
        return route.abort()

    tab.page.route(re.compile(r"/(do/confirm|undo|add/\w+|do/omit)/$"), cut)
    for steps in (lambda: confirmed_and_undone(tab, one), lambda: annotated(tab, one), lambda: left_out(tab, two)):
        steps()
        until(lambda: tab.page.locator(".row[aria-busy]").count() == 0)
    assert kept.segment(bridge.LENGTH).omitted == "known"
    assert len(lost) == 4
    assert [kept.events(action) for action in ("confirm", "undo", "omit")] == [[one.id], [one.id], [two.id]]
    assert len(kept.events("add")) == 1
    assert tab.page.locator(".conflict").count() == 0


def confirmed_and_undone(tab, one):
    tab.write(one)
    tab.page.keyboard.press("Control+Enter")
    tab.page.locator(f'[id="s-{one.id}"][data-state=reviewed]').wait_for()
    tab.page.keyboard.press("Escape")
    tab.page.keyboard.press("u")
    tab.page.locator(f'[id="s-{one.id}"][data-state=translated]').wait_for()


def annotated(tab, one):
    tab.stand(one)
    tab.page.keyboard.press("Control+k")
    tab.page.keyboard.type("add a note")
    tab.page.keyboard.press("Enter")
    tab.page.locator("#ask[open] textarea").fill("The Tysa rises in Ukraine.")
    tab.page.keyboard.press("Enter")
    until(lambda: tab.page.locator(".row").count() == 41)


def left_out(tab, one):
    tab.stand(one)
    tab.page.keyboard.press("o")
    tab.page.locator("#ask[open] textarea").fill("known")
    tab.page.keyboard.press("Enter")
    tab.page.locator(f'[id="s-{one.id}"] .reason').wait_for()
