"""What JavaScript adds to the queue and the form, in Debian's Chromium: nothing is needed for the work, all of it must hold."""

import pytest
from playwright.sync_api import expect

from fakes.deepl_server import FakeDeepL
from fakes.long_article import furnish, sentences
from fakes.open_desk import OpenDesk

pytestmark = pytest.mark.needs("chromium")

DROP = """() => {
  const carried = new DataTransfer();
  carried.items.add(new File(["Міст відкрили."], "bridge.md"));
  for (const name of ["dragover", "drop"])
    document.getElementById("add").dispatchEvent(new DragEvent(name, {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def root(tables, tmp_path):
    articles = {"bridge-news": sentences(60), "museum": ["Музей відкрили."]}
    return furnish(tmp_path / "desk", tables, articles, settings='[engine]\nname = "deepl"\n')


@pytest.fixture
def page(root, chromium):
    """The owner's browser on the queue; whatever it complains of fails the test."""
    complaints = []
    with FakeDeepL(seconds=2.0) as deepl, OpenDesk(root, deepl=deepl.url) as opened:
        context = chromium.new_context(base_url=opened.address)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(opened.link)
        yield page
        context.close()
    assert [told for told in complaints if "404" not in told] == []


def test_a_filter_works_while_one_types_and_stands_in_the_address(page):
    expect(page.locator("li.entry")).to_have_count(2)
    page.get_by_label("Article").press_sequentially("museum")
    expect(page.locator("li.entry")).to_have_count(1)
    expect(page.get_by_label("Article")).to_be_focused()
    assert "text=museum" in page.url
    page.get_by_label("Article").fill("")
    expect(page.locator("li.entry")).to_have_count(2)
    page.get_by_label("State").select_option("ready")
    expect(page.locator("li.entry")).to_have_count(0)


def test_progress_is_seen_without_loading_the_page_and_the_focus_stays(page):
    page.locator("#draft-bridge-news-en").click()
    expect(page.locator("#q-bridge-news-en")).to_contain_text("being drafted")  # the page that the form leads to has come
    page.locator("#export-bridge-news-en").focus()
    expect(page.locator("#jobs progress")).to_have_attribute("max", "60")
    expect(page.locator("#q-bridge-news-en .counts")).to_contain_text("60 translated")
    expect(page.locator("#jobs")).not_to_contain_text("segments")
    expect(page.locator("#export-bridge-news-en")).to_be_focused()


def test_a_file_is_dropped_on_the_form(page, root):
    page.goto("/add/")
    page.evaluate(DROP)
    assert page.evaluate("document.getElementById('file').files[0].name") == "bridge.md"
    page.get_by_label("Draft it at once").uncheck()
    page.get_by_role("button", name="Add").click()
    expect(page.locator(".notice.success")).to_contain_text("was added: 1 segment for en.")
    assert (root / "articles/bridge.md").exists()
