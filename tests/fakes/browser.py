"""A real browser before the desk's pages: the small newsroom served on a free port of this machine, and its owner signed in."""

import socket
import threading
import time
from contextlib import suppress

import pytest
from benchmarks.chromium import FLAGS, SHELL
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import expect, sync_playwright

from fakes.open_desk import PATIENCE
from fakes.site import Site
from transloc.web import owner


class Article:
    """The article page of “tram” in one tab, as somebody at the keyboard has it."""

    def __init__(self, page, at):
        self.page, self.at = page, at
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, path="a/tram/en/"):
        self.page.goto(self.at + path)
        self.page.locator("#desk[data-ready]").wait_for()
        return self

    def row(self, segment):
        return self.page.locator(f'[id="s-{segment.id}"]')

    def write(self, segment):
        """Open a sentence with its field, and wait for its panel."""
        self.row(segment).locator(".source").click()
        self.page.locator(f'#panel .about[data-segment="{segment.id}"]').wait_for()
        return self.field

    def stand(self, segment):
        """Open a sentence in row mode."""
        self.write(segment)
        self.page.keyboard.press("Escape")

    def mark(self, segment, words):
        """Mark words of a source as a mouse does."""
        script = """([id, words]) => {
          const text = document.getElementById(`s-${id}`).querySelector(".source").firstChild;
          const at = text.data.indexOf(words);
          getSelection().setBaseAndExtent(text, at, text, at + words.length);
        }"""
        self.page.evaluate(script, [segment.id, words])

    @property
    def field(self):
        return self.page.locator(".row.is-open textarea.editor")

    @property
    def opened(self):
        return self.page.evaluate("document.querySelector('.row.is-open')?.dataset.segment ?? null")

    @property
    def writing(self):
        return self.page.evaluate("document.activeElement.classList.contains('editor')")

    def key(self, code, key="", **modifiers):
        """Send one key as a keyboard of some layout sends it; return whether the page took it from the browser.

        ``composing`` is an input method at work; ``AltGraph`` a modifier that only ``getModifierState`` tells.
        """
        event = {"code": code, "key": key, "bubbles": True, "cancelable": True}
        event |= {"isComposing" if name == "composing" else name: value for name, value in modifiers.items()}
        event["modifierAltGraph"] = modifiers.get("AltGraph", False)
        return self.page.evaluate("event => !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', event))", event)

    def said(self, words):
        """Wait until the live region has said so."""
        self.page.locator("#said", has_text=words).wait_for(state="attached")


def until(true):
    """Wait until ``true()`` holds; the page's own policy forbids to let the browser wait for an expression."""
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.01)
    return found


# What a page shows is asked of it until it shows it: a click comes back as soon as the next page begins, of which nothing is read yet.
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def driver():
    """Playwright: a process has it once."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this thread, and awaits nothing of Django's
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver):
    """The browser of a process: whoever waits in it has patience."""
    browser = driver.chromium.launch(executable_path=SHELL, args=FLAGS)
    plain = browser.new_context

    def patient(**options):
        made = plain(**options)
        made.set_default_timeout(PATIENCE * 1000)
        return made

    browser.new_context = patient
    yield browser
    browser.close()


class _Server(ThreadedWSGIServer):
    """Ends like a process: its connections are cut, and no answer outlives it."""

    daemon_threads = False

    def __init__(self, *given):
        super().__init__(*given)
        self._open = []

    def get_request(self):
        connection, address = super().get_request()
        self._open.append(connection)
        return connection, address

    def server_close(self):
        for connection in self._open:
            with suppress(OSError):  # it is closed already
                connection.shutdown(socket.SHUT_RDWR)
        super().server_close()


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


class Served:
    """The pages on a port; ``stop`` and ``start`` are what a crash and a new start look like from the browser."""

    def __init__(self, newsroom):
        self._newsroom = newsroom
        self.port = 0
        self.start()

    def start(self):
        self._server = _Server(("127.0.0.1", self.port), _Quiet)
        self._server.set_app(get_wsgi_application())
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    @property
    def at(self):
        return f"http://127.0.0.1:{self.port}/"


@pytest.fixture
def served(site: Site):
    running = Served(site.newsroom)
    yield running
    running.stop()


@pytest.fixture
def context(chromium, served):
    made = chromium.new_context()
    made.request.get(f"{served.at}start/{owner.issue()}/")
    yield made
    made.close()


@pytest.fixture
def article(context, served):
    found = Article(context.new_page(), served.at).open()
    yield found
    assert found.errors == []
