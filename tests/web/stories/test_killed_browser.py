"""The browser is killed in the middle of a word: of what was typed, at most two seconds are gone when it is open again."""

import os
import re
import signal
import subprocess
import time

import pytest
from benchmarks.chromium import FLAGS, PROGRAM
from playwright.sync_api import expect

from fakes import bridge
from fakes.browser import Article

pytestmark = pytest.mark.needs("chromium")

TYPED = "The first forty buses crossed it in the morning and nobody on the bank wanted to go home before noon although it rained"
PACE = 40  # ms a letter
LOST = 2.0  # seconds of typing that may be gone


class Browser:
    """Chromium as a person has it: a process with a profile that lasts."""

    def __init__(self, driver, profile):
        self._driver, self._profile = driver, profile

    def open(self):
        # Chromium's parts are ended with it as one group.
        command = [PROGRAM, *FLAGS, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={self._profile}", "about:blank"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
        address = next(found[1] for line in self._process.stderr if (found := re.search(r"listening on (ws://\S+)", line)))
        self._connected = self._driver.chromium.connect_over_cdp(address)
        context = self._connected.contexts[0]
        context.set_default_timeout(60_000)
        return context.new_page()

    def close(self):
        """End as on an ordinary evening: what the browser keeps is written."""
        self._connected.new_browser_cdp_session().send("Browser.close")
        self._reap()

    def kill(self):
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._reap()

    def _reap(self):
        self._process.wait(30)
        self._process.stderr.close()


@pytest.fixture
def browser(driver, desk, tmp_path):
    """The owner's browser, who signed in yesterday."""
    made = Browser(driver, tmp_path / "profile")
    made.open().goto(desk.link)
    made.close()
    yield made
    made.kill()


def typed_until_killed(page, browser):
    """Type for a while, and return what was typed two seconds before the end."""
    moments = []
    for end in range(1, len(TYPED) + 1):
        page.keyboard.type(TYPED[end - 1], delay=PACE)
        moments.append((time.monotonic(), TYPED[:end]))
        if moments[-1][0] - moments[0][0] > LOST + 1.5:
            break
    ended = time.monotonic()
    browser.kill()
    return [text for moment, text in moments if moment < ended - LOST][-1]


@pytest.mark.parametrize("line", ["up", "down"])
def test_the_words_are_offered_again(browser, desk, kept, line):
    one = kept.segment(bridge.BUSES)
    article = Article(browser.open(), desk.at).open(bridge.PATH)
    article.write(one).fill("")
    article.page.context.set_offline(line == "down")
    least = typed_until_killed(article.page, browser)
    again = Article(browser.open(), desk.at).open(bridge.PATH)
    expect(again.row(one)).to_contain_text("unsaved draft")
    found = again.write(one).input_value()
    assert found.startswith(least)
    assert TYPED.startswith(found)
    expect(again.row(one)).to_contain_text("Unsaved draft of")
    assert kept.segment(bridge.BUSES) == one
