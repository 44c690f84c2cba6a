"""What kills cost: ``python -m benchmarks.killed`` kills a run of 3,000 segments twenty times, at moments that nobody chose.

The engine is the tests' DeepL, as a process of its own: it counts the characters that it bills, and what it was asked for twice.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from benchmarks.sample import GLOSSARY, ROOT
from benchmarks.translate import article
from transloc.jobs.sending import UNDER_WAY

_SERVER = ROOT / "tests" / "fakes" / "deepl_server.py"
_SETTINGS = '[project]\nsource = "uk"\ntargets = ["en"]\n'

#: Seconds that the engine takes for an answer, and within which a run is killed once it has sent its first request.
_ANSWER, _LATEST = 0.1, 0.8


@click.command()
@click.option("--segments", default=3_000, show_default=True)
@click.option("--kills", default=20, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(segments: int, kills: int, seed: int) -> None:
    """Kill a run again and again, let the last one end, and tell what was paid for in vain. Exit status 1 where it was too much."""
    rng = random.Random(seed)
    command = [sys.executable, str(_SERVER), "--seconds", str(_ANSWER)]
    with tempfile.TemporaryDirectory() as name, subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        root, url = Path(name), server.stdout.readline().strip()
        try:
            _furnish(root, segments)
            kept = [_killed(root, url, rng.uniform(0, _LATEST)) for _ in range(kills)]
            _run(root, url).wait()
            faults = list(_judge(root, _stats(url), kept))
        finally:
            server.terminate()
            server.communicate()
    for fault in faults:
        click.echo(f"FAULT: {fault}")
    sys.exit(bool(faults))


def _furnish(root: Path, segments: int) -> None:
    (root / "articles").mkdir()
    (root / "transloc.toml").write_text(_SETTINGS, encoding="utf-8")
    (root / "glossary.csv").write_bytes(GLOSSARY.read_bytes())
    (root / "articles" / "long.md").write_text(article(segments), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "transloc", "add", "articles/long.md"], cwd=root, check=True, capture_output=True)


def _run(root: Path, url: str) -> subprocess.Popen[bytes]:
    env = os.environ | {"DEEPL_AUTH_KEY": "secret", "DEEPL_SERVER_URL": url}
    command = [sys.executable, "-m", "transloc", "translate", "--engine", "deepl"]
    return subprocess.Popen(command, cwd=root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _killed(root: Path, url: str, after: float) -> set[str]:
    """Kill a run so many seconds after its first request; return the segments that were drafted by then."""
    before, run = _stats(url)["requests"], _run(root, url)
    while _stats(url)["requests"] == before and run.poll() is None:
        time.sleep(0.01)
    time.sleep(after)
    run.send_signal(signal.SIGKILL)
    run.wait()
    drafted = set(_asked(root, "SELECT key FROM store_segment WHERE target <> ''"))
    click.echo(f"killed {after:.2f} s after its first request: {len(drafted)} segments are drafted")
    return drafted


def _judge(root: Path, stats: dict[str, int], kept: list[set[str]]) -> Iterator[str]:
    events = Counter(_asked(root, "SELECT segment FROM store_event WHERE action = 'draft'"))
    sources = _asked(root, "SELECT source FROM store_segment WHERE origin = 'deepl'")
    billed, need, most = stats["billed_characters"], sum(map(len, sources)), UNDER_WAY * len(kept)
    twice = stats["paid_twice"]
    click.echo(f"{len(events)} segments drafted; {billed} characters billed for {need}; {twice} texts paid twice, at most {most}")
    if set(events.values()) != {1}:
        yield f"drafted more than once: {[name for name, times in events.items() if times > 1][:5]}"
    if any(not drafted <= set(events) for drafted in kept):
        yield "a segment that was drafted is no longer"
    if stats["paid_twice"] > most:
        yield "more was paid twice than was under way"
    if _asked(root, "PRAGMA integrity_check") != ["ok"]:
        yield "the database is damaged"
    if left := _asked(root, "SELECT key FROM store_segment WHERE target = '' AND kind = 'paragraph'"):
        yield f"{len(left)} segments were never drafted"


def _asked(root: Path, query: str) -> list[str]:
    with closing(sqlite3.connect(root / ".transloc" / "transloc.db")) as database:
        return [value for (value,) in database.execute(query)]


def _stats(url: str) -> dict[str, int]:
    with urllib.request.urlopen(f"{url}/stats") as answer:
        found: dict[str, int] = json.load(answer)
        return found


if __name__ == "__main__":
    main()
