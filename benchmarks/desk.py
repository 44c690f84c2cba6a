"""The desk as the person at it feels it: an article of 300 segments, a real server, real HTTP on loopback and Debian's Chromium.

``python -m benchmarks.desk`` measures this alone.
"""

import http.client
import json
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import polib
from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.chromium import FLAGS, PROGRAM
from benchmarks.program import served, transloc
from benchmarks.sample import ROOT

SEGMENTS = 300
OPENS, CONFIRMS = 60, 100
PAUSE = 0.4  # nobody reads a sentence in less; meanwhile the panel of the next one has come
ARTICLE = "/a/long/en/"

#: Notes for each press of Ctrl+Enter when the row was painted as saved and the next one stood open: a message that is sent while the
#: frame is made arrives when it has been painted.
WATCH = """() => {
  window.taken = [];
  let began = 0, row = null;
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) [began, row] = [performance.now(), document.querySelector(".row.is-open")];
  }, { capture: true });
  new MutationObserver(() => {
    const next = document.querySelector(".row.is-open");
    if (!row || row.dataset.state !== "reviewed" || next === row || !next) return;
    const since = began;
    row = null;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => taken.push(performance.now() - since);
      painted.port2.postMessage(0);
    });
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""

#: Bytes of the page and of all that it loads, as sent and unpacked.
SENT = """() => ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type))
  .reduce(([sent, unpacked], one) => [sent + one.transferSize, unpacked + one.decodedBodySize], [0, 0])"""


class Taken(NamedTuple):
    """What something took, in ``unit``: the middle, what 95 of 100 stay below, and the most."""

    name: str
    p50: float
    p95: float
    most: float
    unit: str = "ms"
    target: str = ""


def of(name: str, taken: list[float], target: str = "") -> Taken:
    """Return milliseconds as one figure."""
    return Taken(name, statistics.median(taken), statistics.quantiles(taken, n=20)[-1], max(taken), "ms", target)


def one(name: str, amount: float, unit: str, target: str = "") -> Taken:
    """Return what is the same each time."""
    return Taken(name, amount, amount, amount, unit, target)


def pairs() -> list[tuple[str, str]]:
    """Return sentences of the sample newsroom with the translations that people confirmed, without their inline codes."""
    files = sorted((ROOT / "locales" / "en").glob("*.po"))
    entries = (entry for path in files for entry in polib.pofile(str(path), wrapwidth=0) if entry.msgstr and not entry.fuzzy)
    bare = ((re.sub(r"</?\d+/?>", "", entry.msgid), re.sub(r"</?\d+/?>", "", entry.msgstr)) for entry in entries)
    return [(source, target) for source, target in bare if source.endswith(".") and source.count(". ") == 0]


def furnish(folder: Path) -> None:
    """Make a project with one article of 300 segments, all of them drafted."""
    transloc(folder, "init", ".", "--from", "uk", "--to", "en")
    known = pairs()
    wanted = [known[n % len(known)] for n in range(SEGMENTS - 1)]
    paragraphs = (" ".join(source for source, _ in wanted[n : n + 3]) for n in range(0, len(wanted), 3))
    (folder / "articles/long.md").write_text("---\ntitle: Довга стаття\n---\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    transloc(folder, "add", "articles/long.md")
    catalog = polib.pofile(str(folder / "locales/en/long.po"), wrapwidth=0)
    targets = dict(known) | {"Довга стаття": "A long article"}
    for entry in catalog:
        if entry.msgid in targets:
            entry.msgstr, entry.flags = targets[entry.msgid], ["fuzzy"]
    catalog.save()
    transloc(folder, "sync")


class Visitor:
    """One kept-alive connection with the owner's cookie, as a browser has it."""

    def __init__(self, link: str) -> None:
        self._connection = http.client.HTTPConnection(link.split("/")[2])
        self._headers = {"Accept-Encoding": "gzip"}
        cookie = self._ask(link.partition("/start/")[1] + link.partition("/start/")[2]).headers["Set-Cookie"]
        self.cookie = cookie.split(";")[0]
        self._headers["Cookie"] = self.cookie

    def _ask(self, path: str) -> http.client.HTTPResponse:
        self._connection.request("GET", path, headers=self._headers)
        answer = self._connection.getresponse()
        answer.read()
        return answer

    def milliseconds(self, path: str) -> float:
        """Return how long a page takes, its last byte included."""
        began = time.perf_counter()
        answer = self._ask(path)
        taken = (time.perf_counter() - began) * 1000
        assert answer.status == 200, (path, answer.status)
        return taken

    def times(self, path: str, count: int = OPENS, before: Callable[[], object] = lambda: None) -> list[float]:
        """Return the milliseconds of each of so many openings."""
        self.milliseconds(path)
        taken = []
        for _ in range(count):
            before()
            taken.append(self.milliseconds(path))
        return taken


def over_http(visitor: Visitor, segment: str) -> Iterator[Taken]:
    """Measure the pages by themselves."""
    yield one("article page, the first time after the start", visitor.milliseconds(ARTICLE), "ms")
    yield of("article page", visitor.times(ARTICLE), "p95 ≤ 200")
    yield of("queue", visitor.times("/"))
    yield of("panel of a sentence", visitor.times(f"{ARTICLE}s/{segment}/panel/"))
    yield of("preview", visitor.times(f"{ARTICLE}preview/", 30))
    yield of("read-through", visitor.times(f"{ARTICLE}read/", 20))
    yield of("quotes and names", visitor.times(f"{ARTICLE}quotes/", 20))
    yield of("export page", visitor.times(f"{ARTICLE}export/", 20))


def weight(page: Page, address: str) -> Iterator[Taken]:
    """Measure what comes over the wire for the article page when nothing of it is kept, and how much of that is the article's text."""
    page.goto(address + ARTICLE)
    page.locator("#desk[data-ready]").wait_for()
    page.wait_for_load_state("networkidle")
    text = page.evaluate("[...document.querySelectorAll('.source, .target')].map((one) => one.textContent).join('')")
    own = len(text.encode())
    sent, unpacked = page.evaluate(SENT)
    yield one("page, styles and scripts as sent (gzip), text and all", sent / 1024, "KB", "≤ 150")
    yield one("the same unpacked, without the article's text", (unpacked - own) / 1024, "KB")
    yield one("the article's text itself, unpacked", own / 1024, "KB")


def keys(page: Page, address: str) -> Iterator[Taken]:
    """Confirm a hundred sentences by Ctrl+Enter."""
    page.goto(address + ARTICLE)
    page.locator("#desk[data-ready]").wait_for()
    page.locator(".row[data-state=translated]:not([data-findings]) .target").nth(1).click()
    page.evaluate(WATCH)
    for count in range(1, CONFIRMS + 1):
        page.keyboard.press("Control+Enter")
        _until(page, count)
        time.sleep(PAUSE)
    yield of("Ctrl+Enter → saved, painted, next row open", page.evaluate("taken"), "p95 ≤ 100")


def _until(page: Page, count: int) -> None:
    end = time.monotonic() + 10
    while page.evaluate("taken.length") < count:
        assert time.monotonic() < end, page.locator(".row.is-open").inner_text()
        time.sleep(0.05)  # asking takes time from what is measured; the page keeps the clock


def figures() -> Iterator[Taken]:
    """Measure all of it, in one run on one server."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        furnish(folder)
        segment = polib.pofile(str(folder / "locales/en/long.po"))[40].msgctxt
        with served(folder) as link:
            visitor = Visitor(link)
            yield from over_http(visitor, segment)
            address = link.partition("/start/")[0]
            browser = playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            called, _, value = visitor.cookie.partition("=")
            context.add_cookies([{"name": called, "value": value, "url": address}])
            yield from weight(context.new_page(), address)
            yield from keys(context.new_page(), address)
            browser.close()
            yield of("article page, 100 sentences confirmed", visitor.times(ARTICLE), "p95 ≤ 200")


def main() -> None:
    """Print the table, and keep it beside the others."""
    shown = Table("the desk, 300 segments", "middle", "p95", "most", "unit", "wanted")
    held = list(figures())
    for f in held:
        shown.add_row(f.name, f"{f.p50:,.0f}", f"{f.p95:,.0f}", f"{f.most:,.0f}", f.unit, f.target)
    Console(width=120).print(shown)
    results = Path(__file__).parent / "results"
    results.mkdir(exist_ok=True)
    (results / "desk.json").write_text(json.dumps([f._asdict() for f in held], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
