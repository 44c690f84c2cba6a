"""The store: segments added a second, at three sizes."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Figure, rate_of
from benchmarks.program import transloc
from benchmarks.sample import long_article

SIZES = (100, 1_000, 10_000)


def figures() -> Iterator[Figure]:
    for paragraphs in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            desk = Path(folder)
            transloc(desk, "init", ".", "--from", "uk", "--to", "en")
            (desk / "articles/long.md").write_text(long_article(paragraphs), encoding="utf-8")
            began = time.perf_counter()
            transloc(desk, "add", "articles/long.md")
            taken = time.perf_counter() - began
            count = (desk / "locales/en/long.po").read_text(encoding="utf-8").count("\nmsgid ") - 1
            yield rate_of(f"add with mirror, {count} segments, whole process", count, [taken], "segments/s", "3,000 at scale")
