"""What large files cost: seconds and memory at 0.5, 5 and 50 MB, each in a process of its own.

``python -m benchmarks.growth [KIND...]`` measures this alone.
"""

import gc
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks import corpus
from benchmarks.fuzz.checks import cased, fresh_peak, peak
from benchmarks.watched import Lost, run
from transloc import formats
from transloc.formats import Options

SIZES = (500_000, 5_000_000, 50_000_000)
MOST_SECONDS = 1200


class Size(NamedTuple):
    """A document to make: its kind and about how many bytes; of a DOCX, of its main part."""

    kind: str
    size: int


class Point(NamedTuple):
    """What a file cost. ``size`` is its bytes, of a DOCX those of its parts; ``memory`` how many times as much was held at most."""

    kind: str
    size: int
    units: int
    parse: float
    rebuild: float
    memory: float
    fault: str = ""


def points(kinds: Iterable[str], sizes: Iterable[int] = SIZES) -> Iterator[Point]:
    """Measure generated documents of each kind at each size."""
    tasks = [Size(kind, size) for kind in kinds for size in sizes]
    for task in tasks:  # one process each, as memory once taken is not given back
        ((_, came),) = run(measure, [task], seconds=lambda _: MOST_SECONDS)
        yield Point(task.kind, task.size, 0, 0, 0, 0, came.why) if isinstance(came, Lost) else came


def measure(task: Size) -> Point:
    """Parse a document, change every text and rebuild it; the document itself and the texts count as memory."""
    held = formats.for_name(f"x.{task.kind}")
    held.parse(corpus.sized(task.kind, 20_000), Path("x"), Options(whole_page=True))  # what it imports is not its memory
    data = corpus.sized(task.kind, task.size)
    size = _unpacked(data) if task.kind == "docx" else len(data)
    gc.collect()
    before = fresh_peak()
    began = time.process_time()
    document = held.parse(data, Path("x"), Options(whole_page=True))
    parsed = time.process_time()
    targets = {unit.id: cased(unit.source, 0) for unit in document.units}
    changed = time.process_time()
    held.rebuild(document, targets)
    rebuilt = time.process_time()
    return Point(task.kind, size, len(document.units), parsed - began, rebuilt - changed, (peak() - before) / size)


def _unpacked(data: bytes) -> int:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        return sum(member.file_size for member in archive.infolist())


def table(held: Iterable[Point]) -> Table:
    """Return the points as a table."""
    shown = Table("kind", title="large files, every text changed")
    for head in ("MB", "units", "parse s", "rebuild s", "MB/s", "memory ×"):
        shown.add_column(head, justify="right")
    for point in held:
        took = point.parse + point.rebuild
        rate = f"{point.size / 1e6 / took:.2f}" if took else point.fault
        costs = (f"{point.parse:.2f}", f"{point.rebuild:.2f}", rate, f"{point.memory:.1f}")
        shown.add_row(point.kind, f"{point.size / 1e6:.1f}", f"{point.units:,}", *costs)
    return shown


if __name__ == "__main__":
    from benchmarks.growth import points as measured  # under its own name: the processes that measure are begun by name

    Console(width=120).print(table(measured(sys.argv[1:] or corpus.KINDS)))
