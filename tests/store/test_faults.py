"""Faults: a process killed in mid-write, many writers at once in one process and in several."""

import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from store.desk import ALICE, BOB, NOON, RULES, article, catalog
from transloc.errors import StaleRevision
from transloc.states import Action, Change

SECOND = "u00000001.s1"

#: Edits one segment again and again and says each time what is written; reads its revision first, and again when it was stale.
WRITER = """
import sys, pathlib, transloc.store
from store.desk import ALICE, NOON, RULES
from transloc.errors import StaleRevision
from transloc.states import Action, Change
name, times = sys.argv[2], int(sys.argv[3])
with transloc.store.open(pathlib.Path(sys.argv[1])) as store:
    print("ready", flush=True)
    for n in range(times):
        while True:
            (segment,) = [s for s in store.catalog("talks", "en") if s.id == "u00000001.s1"]
            change = Change(action=Action.EDIT, at=NOON, actor=ALICE, target=f"Text {name} {n}")
            try:
                store.change("talks", "en", segment.id, seen=segment.revision, change=change, rules=RULES)
            except StaleRevision:
                continue
            break
        print(f"Text {name} {n}", flush=True)
"""


def writer(root, name, times):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(root), name, str(times)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[1])},
    )


def told(desk):
    return [event.after for event in desk.store.history("talks", "en", SECOND)]


def test_a_kill_loses_nothing_that_was_acknowledged(desk, tmp_path):
    process = writer(tmp_path, "a", 10_000)
    acknowledged = [process.stdout.readline().strip() for _ in range(40)]
    process.kill()
    acknowledged += [line.strip() for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    process.wait()
    process.stdout.close()
    assert acknowledged.pop(0) == "ready"
    with sqlite3.connect(tmp_path / ".transloc/transloc.db") as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    raw.close()
    written = told(desk)
    assert written[: len(acknowledged)] == acknowledged
    assert len(written) - len(acknowledged) in (0, 1)  # one may have been written and not yet said
    assert (desk.segment(SECOND).target, desk.segment(SECOND).revision) == (written[-1], len(written))


def test_two_processes_write_at_once(desk, tmp_path):
    both = [writer(tmp_path, name, 20) for name in "ab"]
    said = [process.communicate(timeout=60)[0].split("\n")[1:-1] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    written = told(desk)
    assert sorted(written) == sorted(said[0] + said[1])
    assert len(written) == 40
    assert desk.segment(SECOND).revision == 40
    assert desk.segment(SECOND).target == written[-1]


def test_eight_threads_write_at_once(desk):
    failures = []

    def work(name):
        try:
            for n in range(10):
                save(name, n)
        except BaseException as error:
            failures.append(error)
        finally:
            desk.store.release()

    def save(name, n):
        while True:
            change = Change(action=Action.EDIT, at=NOON, actor=ALICE, target=f"{name} {n}")
            try:
                desk.store.change("talks", "en", SECOND, seen=desk.segment(SECOND).revision, change=change, rules=RULES)
            except StaleRevision:
                continue
            return

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(told(desk)) == sorted(f"{name} {n}" for name in "abcdefgh" for n in range(10))
    assert desk.segment(SECOND).revision == 80


def test_what_is_read_fits_together_while_others_write(desk):
    """A reader sees the article before an update or after it, never segments of one and the digest of the other."""
    one, other = article(), article(sources=("Заголовок", "Речення."))
    stop, seen = threading.Event(), set()

    def read():
        while not stop.is_set():
            found = desk.store.catalog("talks", "en")
            seen.add((found.digest, len(found.segments)))
        desk.store.release()

    reader = threading.Thread(target=read)
    reader.start()
    for new in (other, one) * 15:
        now = desk.store.catalog("talks", "en")
        desk.store.update_article(new, [replace(catalog(new), revision=now.revision)], actor=BOB, at=NOON)
    stop.set()
    reader.join()
    assert seen <= {(catalog(one).digest, 4), (catalog(other).digest, 2)}
    assert len(desk.store.history("talks")) > 60


def test_a_failure_in_mid_write_leaves_nothing(desk, monkeypatch):
    from transloc.store import memory

    desk.translate(SECOND, "The ministers met.")
    before = desk.store.catalog("talks", "en"), desk.store.history("talks")

    def fail(*_):
        raise OSError("the disk is gone")

    monkeypatch.setattr(memory, "follow", fail)
    with pytest.raises(OSError, match="the disk is gone"):
        desk.do(SECOND, Action.CONFIRM)
    assert (desk.store.catalog("talks", "en"), desk.store.history("talks")) == before
