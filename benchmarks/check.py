"""``transloc check`` as a commit hook feels it: the whole process on one catalog, beside an empty Python."""

import sys
from collections.abc import Iterator

from benchmarks.measure import Figure, process, seconds, time_of
from benchmarks.sample import CATALOG, GLOSSARY


def figures() -> Iterator[Figure]:
    command = [sys.executable, "-m", "transloc", "check", str(CATALOG), "--glossary", str(GLOSSARY)]
    yield time_of("check, one catalog, whole process", seconds(process(command)), "< 0.4")
    yield time_of("an empty Python, for comparison", seconds(process([sys.executable, "-c", ""])))
