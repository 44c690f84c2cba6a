"""A run that is killed: what was committed is not paid for again, whatever the moment."""

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from pathlib import Path

import pytest

from fakes import deepl_server
from fakes.long_article import SIZE, drafted, environment, furnish, open_newsroom, rows, sentences
from transloc.formats import po
from transloc.jobs.sending import UNDER_WAY
from transloc.store import JobState

COUNT = 300
SLUG = "long"
TEXTS = sentences(COUNT)

#: After so many requests of the run, and so many seconds later: during an answer, between answer and commit, between batches.
MOMENTS = ((1, 0.0), (3, 0.1), (3, 0.155), (4, 0.16), (3, 0.17), (3, 0.2))

#: The program, which kills itself at a call of ours that a clock would hardly meet.
SUICIDE = """
import os, pathlib, signal
import transloc.store
from transloc.__main__ import main
transloc.store.open(pathlib.Path()).close()  # the modules of the store can be imported then
from {module} import {owner}
real, calls = {owner}.{name}, 0
def deadly(*args, **kwargs):
    global calls
    calls += {counts}
    if calls >= {call} and not {after}:
        os.kill(os.getpid(), signal.SIGKILL)
    result = real(*args, **kwargs)
    if calls >= {call}:
        os.kill(os.getpid(), signal.SIGKILL)
    return result
{owner}.{name} = deadly
main()
"""


class Served:
    """The fake DeepL as a process of its own."""

    def __init__(self, seconds: float) -> None:
        command = [sys.executable, deepl_server.__file__, "--seconds", str(seconds)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.url = self._process.stdout.readline().strip()

    def __enter__(self) -> "Served":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate()

    def stats(self) -> dict:
        with urllib.request.urlopen(f"{self.url}/stats") as answer:
            return json.load(answer)


def start(root: Path, url: str, *program: str) -> subprocess.Popen:
    command = [sys.executable, *(program or ("-m", "transloc")), "translate", "--engine", "deepl"]
    return subprocess.Popen(command, cwd=root, env=environment(url), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(root: Path, url: str) -> str:
    run = start(root, url)
    told, complaint = run.communicate(timeout=60)
    assert run.returncode == 0, complaint
    assert "somebody has changed" not in complaint, complaint
    return told


def check_whole(root: Path) -> None:
    """The database is sound, and the mirror can be read to the last entry."""
    assert rows(root, "PRAGMA integrity_check") == [("ok",)]
    assert rows(root, "PRAGMA foreign_key_check") == []
    path = root / "locales" / "en" / f"{SLUG}.po"
    assert [s.source for s in po.read(path.read_bytes(), path).catalog.segments] == TEXTS


def check_finished(root: Path) -> None:
    """Every segment was drafted once, and the mirror says the same as the database."""
    check_whole(root)
    assert set(drafted(root)) == set(TEXTS)
    events = Counter(segment for (segment,) in rows(root, "SELECT segment FROM store_event WHERE action = 'draft'"))
    assert len(events) == COUNT
    assert set(events.values()) == {1}
    path = root / "locales" / "en" / f"{SLUG}.po"
    assert {s.source: s.target for s in po.read(path.read_bytes(), path).catalog.segments} == drafted(root)
    assert rows(root, "SELECT count(*) FROM store_job") == [(1,)]
    with open_newsroom(root) as newsroom:
        (job,) = newsroom.store.latest_jobs()
        assert (job.state, job.done, job.total) == (JobState.DONE, COUNT, COUNT)
        assert newsroom.store.base_digest(SLUG, "en")


def kill_after(run: subprocess.Popen, served: Served, requests: int, seconds: float) -> None:
    asked = served.stats()["requests"]
    while served.stats()["requests"] < asked + requests:
        assert run.poll() is None, run.communicate()
        time.sleep(0.005)
    time.sleep(seconds)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    assert run.returncode == -signal.SIGKILL


def test_no_finished_batch_is_paid_for_twice(tables, tmp_path, record_property):
    root = furnish(tmp_path / "desk", tables, {SLUG: TEXTS})
    with Served(seconds=0.15) as served:
        kills = []
        for requests, seconds in MOMENTS:
            kill_after(start(root, served.url), served, requests, seconds)
            check_whole(root)
            kills.append((drafted(root), served.stats()["texts"]))
        finish(root, served.url)
        stats = served.stats()
    kept = [len(done) for done, _ in kills]
    record_property("kept_paid_twice_billed", f"{kept} {stats['paid_twice']} {stats['billed_characters']}")
    assert len(set(kept)) > 2, "the kills must meet a run that advances"
    assert 0 < kept[-1] < COUNT
    for done, paid in kills:
        assert {text: stats["texts"][text] for text in done} == {text: paid[text] for text in done}
    check_finished(root)
    need, biggest = sum(map(len, TEXTS)), UNDER_WAY * max(map(len, TEXTS))
    assert set(stats["texts"]) == set(TEXTS)
    assert stats["paid_twice"] <= len(kills) * UNDER_WAY
    assert stats["billed_characters"] <= need + len(kills) * biggest


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        pytest.param(("transloc.engines.deepl", "DeepL", "translate", "1", True), {1, 2}, id="answered but not committed"),
        pytest.param(("transloc.store", "jobs", "keep_answers", "bool(args[0])", True), {2}, id="written but not committed"),
        pytest.param(("transloc.store.store", "Store", "draft", "bool(kwargs.get('batch'))", True), {3}, id="just committed"),
    ],
)
def test_around_a_commit_no_more_is_paid_again_than_was_under_way(tables, tmp_path, where, kept):
    root = furnish(tmp_path / "desk", tables, {SLUG: TEXTS})
    call = 3
    module, owner, name, counts, after = where
    code = SUICIDE.format(module=module, owner=owner, name=name, counts=counts, call=call, after=after)
    with Served(seconds=0.0) as served:
        run = start(root, served.url, "-c", code)
        run.communicate(timeout=60)
        assert run.returncode == -signal.SIGKILL
        check_whole(root)
        done, before = drafted(root), served.stats()["texts"]
        assert len(done) // SIZE in kept
        finish(root, served.url)
        stats = served.stats()
    assert {text: stats["texts"][text] for text in done} == {text: before[text] for text in done}
    assert stats["paid_twice"] <= UNDER_WAY
    check_finished(root)


@pytest.mark.parametrize(
    ("where", "left_behind"),
    [
        pytest.param(("transloc", "files", "write", "args[0].suffix == '.po'", False), 0, id="before the file is replaced"),
        pytest.param(("transloc", "files", "write", "args[0].suffix == '.po'", True), COUNT, id="before the base advances"),
    ],
)
def test_killed_while_mirroring(tables, tmp_path, where, left_behind):
    root = furnish(tmp_path / "desk", tables, {SLUG: TEXTS})
    module, owner, name, counts, after = where
    code = SUICIDE.format(module=module, owner=owner, name=name, counts=counts, call=1, after=after)
    with Served(seconds=0.0) as served:
        run = start(root, served.url, "-c", code)
        run.communicate(timeout=60)
        assert run.returncode == -signal.SIGKILL
        check_whole(root)
        path = root / "locales" / "en" / f"{SLUG}.po"
        assert sum(bool(s.target) for s in po.read(path.read_bytes(), path).catalog.segments) == left_behind
        finish(root, served.url)
        assert served.stats()["paid_twice"] == 0
    check_finished(root)
