"""Forty sentences from the queue to the exported file, and no hand leaves the keyboard."""

import json

import pytest
from playwright.sync_api import expect

from fakes import bridge
from fakes.browser import Article, until
from fakes.deepl_server import FakeDeepL, pseudo
from fakes.keyboard import Keyboard
from fakes.open_desk import LastingDesk

pytestmark = pytest.mark.needs("chromium")

TITLE = "A new bridge joins the banks of the Tysa"
NOTE = "The Tysa rises in Ukraine and flows into the Danube."
REASON = "known to every reader"
WORDS = "“This bridge is to serve people, not reports,” said the engineer Katrin Voss in German."
MENDED = "The bridge across the Tysa opened on Tuesday morning."


@pytest.fixture
def kept(undrafted, tmp_path):
    return bridge.Kept(bridge.copy(undrafted, tmp_path / "desk"))


@pytest.fixture
def desk(kept):
    with FakeDeepL() as deepl, LastingDesk(kept.root, deepl=deepl.url) as opened:
        yield opened


@pytest.fixture
def keys(signed_in, desk):
    article = Article(signed_in().new_page(), desk.at)
    yield Keyboard(article)
    assert article.errors == []


def test_a_whole_article_is_reviewed_signed_off_and_exported(keys, desk, kept):
    keys.page.goto(desk.at)
    draft(keys, kept)
    resolve_the_quotation(keys)
    review(keys, kept)
    sign_off(keys, kept)
    holds_what_was_done(export(keys, kept))


def draft(keys, kept):
    keys.reach("Draft")
    keys.press("Enter")
    until(lambda: {one.state for one in kept.segments()} == {"translated"})


def resolve_the_quotation(keys):
    keys.follow("Quotes and names", "**/quotes/")
    keys.follow("Mark it so", "**/quotes/#*")
    keys.page.locator(".notice", has_text="Marked").wait_for()
    keys.reach("It is the published wording")
    keys.press("ArrowDown", "ArrowDown")
    assert keys.at.startswith("It is translated from Ukrainian")
    keys.reach("The sentence as it goes out")
    keys.write(WORDS)
    keys.reach("Resolve")
    keys.press("Enter")
    keys.page.locator(".notice", has_text="Resolved").wait_for()


def review(keys, kept):
    """Go from open sentence to open sentence until none is left; a few ask for more than a look."""
    keys.follow("Translate", "**/en/")
    keys.page.locator("#desk[data-ready]").wait_for()
    keys.reach("headline, 1 of 40")
    keys.press("Enter")
    special = {
        bridge.HEADLINE: adapt,
        bridge.OPENED: mend,
        bridge.BUSES: undo,
        bridge.CLOSED: leave_out,
        bridge.UNION: annotate,
        bridge.DETOUR: split,
        bridge.CHECKED: merge,
    }
    while left := {one.id: one for one in kept.segments() if one.state in ("initial", "translated")}:
        one = left[keys.article.opened]
        special.pop(one.source, confirm)(keys, kept)
    assert special == {}
    keys.article.said("read the article through and sign it off")


def confirm(keys, kept):
    """Vouch for a draft as it stands."""
    one = keys.article.opened
    keys.press("Control+Enter")
    until(lambda: one not in [left.id for left in kept.segments() if left.state == "translated"])
    until(lambda: keys.article.opened != one or "No open" in keys.page.locator("#said").inner_text())


def adapt(keys, kept):
    keys.page.locator("#wordings").wait_for()
    keys.choose("keep the present wording")
    keys.article.said("The wordings were kept")
    keys.write(TITLE)
    keys.confirm()
    assert json.loads(kept.segment(bridge.HEADLINE).alternatives) == [pseudo(bridge.HEADLINE, {"Тиси": "Tysa"})]


def mend(keys, kept):
    """A forbidden spelling is found while one writes; the next finding is looked for, and its fix taken."""
    keys.write(MENDED.replace("Tysa", "Tisza"))
    keys.page.locator("#findings .finding.error").wait_for()
    keys.press("Control+Enter")
    keys.page.locator(".trouble:visible").wait_for()
    keys.press("Escape", "n", "f")
    expect(keys.article.field).to_have_value(MENDED)
    keys.confirm()
    keys.press("Enter")


def undo(keys, kept):
    first = keys.article.opened
    keys.confirm()
    keys.press("Escape", "u")
    until(lambda: keys.article.opened == first)
    assert kept.segment(bridge.BUSES).state == "translated"
    keys.confirm()
    keys.press("Enter")


def leave_out(keys, kept):
    keys.press("Escape", "o")
    keys.page.locator("#ask[open]").wait_for()
    keys.page.keyboard.type(REASON)
    before = keys.article.opened
    keys.press("Enter")
    until(lambda: keys.article.opened != before)
    keys.press("Enter")


def annotate(keys, kept):
    before = keys.article.opened
    keys.choose("add a note")
    keys.page.locator("#ask[open]").wait_for()
    keys.page.keyboard.type(NOTE)
    keys.press("Enter")
    until(lambda: keys.article.opened != before)
    keys.confirm()
    keys.press("Enter")


def split(keys, kept):
    keys.write("People drove round. It took long.")
    keys.press("Escape", "s")
    keys.reach("Where to cut the source")
    keys.press("Home", "ArrowRight", "ArrowRight", "ArrowRight")
    assert "об’їзд,  | і" in keys.page.evaluate("document.activeElement.getAttribute('aria-valuetext')")
    keys.press("Enter")
    until(lambda: keys.page.locator(".row").count() == 42)
    keys.press("Enter")


def merge(keys, kept):
    keys.press("Escape", "m")
    until(lambda: keys.page.locator(".row").count() == 41)
    keys.press("Enter")


def sign_off(keys, kept):
    keys.choose("read the article")
    keys.page.wait_for_url("**/read/")
    keys.follow("To the signature", "**/read/#sign-off")
    keys.reach("Sign off article")
    keys.press("Enter")
    keys.page.get_by_role("status").filter(has_text="Signed off: 41 sentences").wait_for()
    assert {one.state for one in kept.segments()} == {"final"}


def export(keys, kept):
    keys.follow("Export it", "**/export/")
    keys.reach("as it came")
    keys.reach("Export")
    keys.press("Enter")
    keys.page.locator(".notice", has_text="Exported.").wait_for()
    (written,) = (kept.root / "exports" / "en").iterdir()
    return written.read_text(encoding="utf-8")


def holds_what_was_done(text):
    assert f"title: {TITLE}\n" in text
    assert pseudo(bridge.HEADLINE, {"Тиси": "Tysa"}) not in text
    assert f"{MENDED} {pseudo(bridge.BUSES)}" in text
    assert pseudo(bridge.CLOSED) not in text
    assert "2019" not in text
    assert f"\n\n{NOTE}\n\n" in text
    assert f"{WORDS} (translated from Ukrainian)" in text
    assert "People drove round. It took long." in text
    assert f"{pseudo(bridge.CHECKED)} {pseudo(bridge.CLEAN)}" in text
