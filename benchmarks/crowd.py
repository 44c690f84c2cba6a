"""Several people at one desk, over real HTTP on loopback: the queue over 100,000 segments, an article of 300 opened, a sentence saved.

``python -m benchmarks.crowd [--segments 100000] [--people 1 --people 8 --people 32] [--seconds 40]``: a project of articles of some 300
segments, ``transloc serve`` as a program of its own on SQLite, and people with accounts. Each works through an article of
their own as the page in a browser does (asks what is new, keeps the unsaved text, saves, reads what stands beside the next sentence), a
sentence every two seconds; every fifth sentence is one of an article that all share, where two may hold the same revision. Milliseconds
are what a person waits. Afterwards the database is asked for every text that the server acknowledged, and for the last one of every
sentence.
"""

import http.client
import json
import random
import re
import sqlite3
import statistics
import tempfile
import threading
import time
import urllib.parse
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import click
from rich.console import Console
from rich.table import Table

from benchmarks.program import served, transloc
from benchmarks.sample import long_article

#: Paragraphs of the sample newsroom that make some 300 segments.
PARAGRAPHS = 84
#: Seconds between two sentences of one person, who reads, and types nothing in less.
PACE = 2.0
#: After so many sentences a person goes back to the queue and opens the article anew.
ROUND = 8
#: Every so many sentences one of the shared article is saved.
SHARED = 5

_TOKEN = re.compile(r'name="csrf" content="([^"]+)"')
_ROW = re.compile(r'id="s-([^"]+)" data-segment="[^"]+" data-revision="(\d+)"')


@dataclass
class Seen:
    """What a crowd went through: milliseconds by what was asked, what was acknowledged, and what was refused as stale."""

    taken: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    kept: dict[tuple[str, str, int], str] = field(default_factory=dict)
    stale: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, what: str, milliseconds: float) -> None:
        with self.lock:
            self.taken[what].append(milliseconds)


class Visitor:
    """One person's browser: a kept-alive connection and a session, begun by the ``link`` that sets a password."""

    def __init__(self, desk: str, link: str) -> None:
        self._connection = http.client.HTTPConnection(urllib.parse.urlsplit(desk).netloc, timeout=120)
        self.seen, self._token, self._cookies = Seen(), "", dict[str, str]()
        self.ask(link)
        secret = uuid4().hex
        status, _ = self.ask(link, {"new": secret, "again": secret})
        assert status == 302, status
        self.ask("/")

    def ask(self, path: str, form: dict[str, str] | None = None, *, json_wanted: bool = False, what: str = "") -> tuple[int, str]:
        """Return status and text of an answer; ``what`` it is counted as."""
        headers = {"Accept-Encoding": "identity", "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        headers |= {"Accept": "application/json"} if json_wanted else {}
        body = None
        if form is not None:
            headers |= {"X-CSRFToken": self._token, "Content-Type": "application/x-www-form-urlencoded", "Idempotency-Key": uuid4().hex}
            body = urllib.parse.urlencode(form)
        began = time.perf_counter()
        self._connection.request("GET" if form is None else "POST", path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        if what:
            self.seen.note(what, (time.perf_counter() - began) * 1000)
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        if found := _TOKEN.search(text):
            self._token = found[1]
        return answer.status, text


class Worker(threading.Thread):
    """One person, until ``until``."""

    def __init__(self, visitor: Visitor, own: str, shared: str, until: float, number: int) -> None:
        super().__init__(daemon=True)
        self._visitor, self._own, self._shared, self._seen, self._until = visitor, own, shared, visitor.seen, until
        self._chance, self._number = random.Random(number), number
        self.failed: Exception | None = None

    def run(self) -> None:
        try:
            time.sleep(self._chance.random() * PACE)  # nobody comes at the same moment
            while time.monotonic() < self._until:
                self._round()
        except Exception as error:  # told by who started it
            self.failed = error

    def _round(self) -> None:
        self._visitor.ask("/", what="queue")
        _, page = self._visitor.ask(f"/a/{self._own}/en/", what="article of 300 segments")
        own = _ROW.findall(page)
        _, page = self._visitor.ask(f"/a/{self._shared}/en/", what="article of 300 segments")
        shared = _ROW.findall(page)
        place = self._chance.randrange(len(own) - ROUND)
        for n in range(ROUND):
            if time.monotonic() > self._until:
                return
            began = time.monotonic()
            slug, (segment, seen) = (self._shared, shared[self._chance.randrange(12)]) if n % SHARED == 0 else (self._own, own[place + n])
            self._sentence(slug, segment, int(seen))
            time.sleep(max(0.0, PACE - (time.monotonic() - began)))

    def _sentence(self, slug: str, segment: str, seen: int) -> None:
        at = f"/a/{slug}/en/s/{segment}/"
        text = f"Sentence {uuid4().hex} of person {self._number}."
        self._visitor.ask(f"{at}panel/", what="panel of a sentence")
        self._visitor.ask(f"/a/{slug}/en/changes/?seen=0&drafting=", json_wanted=True, what="what is new, all rows")
        self._visitor.ask(f"{at}do/draft/", {"target": text[:20], "seen": str(seen)}, json_wanted=True, what="unsaved text kept")
        status, answer = self._visitor.ask(
            f"{at}do/edit/", {"target": text, "before": "", "seen": str(seen)}, json_wanted=True, what="sentence saved"
        )
        if status == 409:
            with self._seen.lock:
                self._seen.stale += 1
            return
        if status == 422:  # it has inline codes, which these words lack
            return
        if status != 200:
            raise RuntimeError(f"{status}: {answer[:300]}")
        revision = next(int(found) for name, found in _ROW.findall(json.loads(answer)["rows"][segment]) if name == segment)
        with self._seen.lock:
            self._seen.kept[slug, segment, revision] = text


def furnish(folder: Path, segments: int) -> list[str]:
    """Make a project of so many segments; return the slugs."""
    transloc(folder, "init", ".", "--from", "uk", "--to", "en")
    count, slugs = 0, list[str]()
    while count < segments:
        slug = f"piece-{len(slugs):04}"
        text = (
            long_article(PARAGRAPHS).replace("Довга стаття", f"Стаття {len(slugs)}").replace("Це абзац", f"У статті {len(slugs)} це абзац")
        )
        (folder / f"articles/{slug}.md").write_text(text, encoding="utf-8")
        slugs.append(slug)
        count += 300
    transloc(folder, "add", *(f"articles/{slug}.md" for slug in slugs))
    return slugs


def crowd(visitors: list[Visitor], slugs: list[str], seconds: float) -> Seen:
    """Let so many people work; raises what went wrong for one of them."""
    seen = Seen()
    for visitor in visitors:
        visitor.seen = seen
    until = time.monotonic() + seconds
    workers = [Worker(visitor, slugs[n + 1], slugs[0], until, n) for n, visitor in enumerate(visitors)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    for worker in workers:
        if worker.failed:
            raise worker.failed
    return seen


def lost(folder: Path, kept: dict[tuple[str, str, int], str]) -> list[str]:
    """Return what was acknowledged and is not in the database: texts without an Event, and sentences that do not read as last saved."""
    with closing(sqlite3.connect(folder / ".transloc/transloc.db")) as database:
        told = {(slug, segment, revision): text for slug, segment, revision, text in database.execute(_EVENTS)}
        now = {(slug, segment): (revision, text) for slug, segment, revision, text in database.execute(_NOW)}
    gone = [f"{key}: no Event" for key, text in kept.items() if told.get(key) != text]
    for slug, segment in {key[:2] for key in kept}:
        last = max(revision for (of, name, revision) in kept if (of, name) == (slug, segment))
        if now[slug, segment] != (last, kept[slug, segment, last]):
            gone.append(f"{slug} {segment}: reads otherwise")
    return gone


_EVENTS = "SELECT article, segment, revision, after FROM store_event WHERE action = 'edit'"
_NOW = """
    SELECT article.slug, segment.key, segment.revision, segment.target FROM store_segment AS segment
    JOIN store_catalog AS catalog ON catalog.id = segment.catalog_id JOIN store_article AS article ON article.id = catalog.article_id
"""


def link_of(folder: Path, name: str) -> str:
    """Make an account, and return the path at which its password is set."""
    return re.search(r"/link/\S+", transloc(folder, "people", "add", name, "--role", "translator"))[0]


def settled(visitor: Visitor) -> None:
    """Wait until every article is measured: after a start the background has much to do, which is told apart."""
    pages = 1
    while any("every 2s" in visitor.ask(f"/?page={page}")[1] for page in range(1, pages + 1)):
        pages = max(map(int, re.findall(r"page \d+ of (\d+)", visitor.ask("/")[1])), default=1)
        time.sleep(2)


def _spread(taken: list[float]) -> tuple[float, float, float]:
    """Return the middle, what 95 of 100 stay below, and the most."""
    return statistics.median(taken), statistics.quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0], max(taken)


@click.command()
@click.option("--segments", default=100_000)
@click.option("--people", "sizes", type=int, multiple=True, default=(1, 8, 32))
@click.option("--seconds", default=40.0)
def main(segments: int, sizes: tuple[int, ...], seconds: float) -> None:
    """Print a table a crowd, with what was refused and whether anything was lost."""
    table = Table("people", "what", "times", "middle ms", "p95 ms", "most ms")
    notes = []
    everything: dict[tuple[str, str, int], str] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        slugs = furnish(folder, segments)
        links = [link_of(folder, f"Перекладачка {n}") for n in range(max(sizes))]
        with served(folder) as door:
            visitors = [Visitor(door, link) for link in links]
            settled(visitors[0])
            for size in sizes:
                seen = crowd(visitors[:size], slugs, seconds)
                everything |= seen.kept
                for what, taken in sorted(seen.taken.items()):
                    table.add_row(str(size), what, f"{len(taken):,}", *(f"{one:,.0f}" for one in _spread(taken)))
                notes.append(f"{size} at once: {len(seen.kept):,} texts acknowledged, {seen.stale:,} stale writes refused with both texts")
        gone = lost(folder, everything)
    Console(width=120).print(table)
    for note in notes:
        click.echo(note)
    click.echo(f"{len(everything):,} acknowledged texts looked for in the database: {len(gone)} lost")
    for line in gone[:20]:
        click.echo(line)
    raise SystemExit(bool(gone))


if __name__ == "__main__":
    main()
