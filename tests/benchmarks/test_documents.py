"""The trial of a tool at a document, and the figures made of trials."""

import json
import time
from functools import lru_cache
from pathlib import Path

import pytest
from benchmarks.peers import Taken
from benchmarks.trial import Task, Trial
from click.testing import CliRunner

from benchmarks import corpus, documents, growth, peers, trial

ARTICLE = "# Один\n\nДва [три](https://example.org) `код`.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


class Careless:
    """A tool of which each method may be replaced by a worse one."""

    name = "careless"
    kinds = ("md",)

    def version(self):
        return "1"

    def syntax(self, kind):
        return "markdown"

    def take(self, kind, path):
        return Taken(path.read_text(encoding="utf-8").split("\n\n"), None)

    def fill(self, taken, texts):
        return Taken(texts, None)

    def give(self, kind, path, filled):
        return "\n\n".join(filled.texts).encode()


def tried(monkeypatch, path: Path, **worse) -> Trial:
    tool = type("Worse", (Careless,), worse)()
    monkeypatch.setattr(peers, "named", lambda name: tool)
    trial._warm.cache_clear()
    return trial.judged(trial.work(Task("careless", "md", path)))


def test_a_tool_that_keeps_all(monkeypatch, article):
    held = tried(monkeypatch, article)
    assert (held.identical, held.structure, held.exact, held.crash) == (True, True, True, "")
    assert held.size == len(ARTICLE.encode())
    assert 0 < held.unchanged_seconds < 5


def test_what_a_tool_needs_for_its_first_document_alone_does_not_count(monkeypatch, article):
    late = []

    def take(self, kind, path):
        if path == article and not late:
            late.append(path)
            began = time.process_time()
            while time.process_time() < began + 0.3:
                pass
        return Careless.take(self, kind, path)

    held = tried(monkeypatch, article, take=take)
    assert late
    assert 0 < held.unchanged_seconds < 0.3
    assert 0 < held.changed_seconds < 0.3


def test_no_tool_answers_from_memory(monkeypatch, article):
    read = []

    @lru_cache(maxsize=9)
    def texts(path):
        read.append(path)
        return path.read_text(encoding="utf-8").split("\n\n")

    tried(monkeypatch, article, take=lambda self, kind, path: Taken(texts(path), None))
    assert read.count(article) > 1


def test_what_is_made_only_when_asked_for_stays_unmade(monkeypatch, article):
    class Lazy:
        @property
        def __class__(self):
            raise RuntimeError("asked too late")

    kept = Lazy()
    assert not tried(monkeypatch, article).crash
    del kept


def test_a_slow_tool_is_timed_once(monkeypatch, article):
    took = []
    monkeypatch.setattr(trial, "_clock", lambda: 3.0 * len(took))
    tried(monkeypatch, article, take=lambda self, kind, path: took.append(path) or Careless.take(self, kind, path))
    assert took.count(article) == 1


def test_a_tool_that_ends_the_file_otherwise_is_not_identical(monkeypatch, article):
    held = tried(monkeypatch, article, give=lambda self, kind, path, filled: "\n\n".join(filled.texts).strip().encode())
    assert (held.identical, held.structure, held.exact) == (False, True, True)


def test_a_tool_that_loses_markup_has_lost_structure(monkeypatch, article):
    held = tried(monkeypatch, article, give=lambda self, kind, path, filled: "\n\n".join(filled.texts).replace("# ", "").encode())
    assert (held.structure, held.exact) == (False, False)


def test_a_tool_that_keeps_the_old_texts_has_not_brought_them_back(monkeypatch, article):
    held = tried(monkeypatch, article, give=lambda self, kind, path, filled: ARTICLE.encode())
    assert (held.identical, held.structure, held.exact) == (True, True, False)


def test_a_tool_that_fails_has_crashed(monkeypatch, article):
    held = tried(monkeypatch, article, give=lambda self, kind, path, filled: {}["слово"])
    assert held.crash == "KeyError: 'слово'"


@pytest.mark.parametrize(
    ("text", "syntax", "changed"),
    [
        ("Слово <1>тут</1>", "codes", "сЛОВО <1>ТУТ</1>"),
        ('Слово <a href="Адреса">тут</a>&nbsp;є', "html", 'сЛОВО <a href="Адреса">ТУТ</a>&nbsp;Є'),
        ("Слово [тут](Адреса) `код` {0} <b>є</b> [^ab] &nbsp;", "markdown", "сЛОВО [ТУТ](Адреса) `код` {0} <b>Є</b> [^ab] &nbsp;"),
        ("新闻", "codes", "斱闼"),
    ],
)
def test_a_change_leaves_markup(text, syntax, changed):
    assert trial.change(text, syntax) == changed


def test_figures_count_a_crash_as_nothing_kept():
    good = Trial(1_000_000, True, True, True, 1.0, 1, 100, 0.5, 1.0)
    half = Trial(1_000_000, False, True, False, 0.5, 9, 100, 0.5, 1.0)
    told = documents.figures([good, half, Trial(9, crash="KeyError"), Trial(9, crash="no answer")])
    assert told == {
        "files": 4,
        "identical": 0.25,
        "structure": 0.5,
        "exact": 0.25,
        "recall": 0.75,
        "leakage": 0.05,
        "crashes": 2,
        "unchanged": 2.0,
        "changed": 1.0,
    }


def test_the_command_measures_us_and_keeps_json(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "RESULTS", tmp_path / "results" / "documents.json")
    monkeypatch.setattr(peers, "ALL", tuple(peer for peer in peers.ALL if peer.name == "transloc"))
    folder = tmp_path / "in"
    corpus.write(folder, 2)
    done = CliRunner().invoke(documents.main, [str(folder), "--no-curve"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    told = json.loads((tmp_path / "results" / "documents.json").read_text(encoding="utf-8"))
    assert {(row["kind"], row["files"], row["crashes"]) for row in told["rows"]} == {(kind, 2, 0) for kind in documents.known(corpus.KINDS)}
    assert all(row["identical"] == row["structure"] == 1 for row in told["rows"])


def test_an_absent_tool_is_named(tmp_path, monkeypatch):
    class Absent(Careless):
        def version(self):
            raise FileNotFoundError

    monkeypatch.setattr(documents, "RESULTS", tmp_path / "documents.json")
    monkeypatch.setattr(peers, "ALL", (Absent(),))
    (tmp_path / "a.md").write_text("слово", encoding="utf-8")
    done = CliRunner().invoke(documents.main, [str(tmp_path), "--no-curve"], catch_exceptions=False)
    assert "careless is not installed: left out" in done.output


def test_a_large_file_is_measured():
    (point,) = growth.points(["md"], [50_000])
    assert point.fault == ""
    assert 40_000 < point.size < 60_000
    assert point.units > 100
    assert point.parse > 0
    assert point.memory >= 0


@pytest.mark.parametrize("kind", corpus.KINDS)
def test_the_corpus_is_the_same_whenever_it_is_made_and_varies(kind):
    once, again = dict(corpus.documents(kind, 6)), dict(corpus.documents(kind, 6))
    assert once == again
    assert len({*once.values()}) == 6


@pytest.mark.parametrize("size", [100_000, 1_000_000])
def test_a_sized_document_has_its_size(size):
    assert len(corpus.sized("html", size)) == pytest.approx(size, rel=0.1)
