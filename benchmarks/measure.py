"""How a figure is taken: several runs, the middle one told with the extremes."""

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure; ``low`` and ``high`` are the extremes of the runs."""

    name: str
    median: float
    low: float
    high: float
    unit: str
    target: str = ""

    def as_json(self) -> dict[str, object]:
        return asdict(self)


def seconds(work: Callable[[], object], runs: int = 5) -> list[float]:
    """Return the wall seconds of each run, after one that is not counted."""
    work()
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return taken


def process(command: Sequence[str], *, cwd: str | None = None, stdin: str = "") -> Callable[[], object]:
    """Return a whole process as work; a failing one ends the benchmark."""

    def run() -> object:
        return subprocess.run(command, cwd=cwd, input=stdin, text=True, capture_output=True, check=True)

    return run


def time_of(name: str, taken: list[float], target: str = "") -> Figure:
    """Return seconds as a figure."""
    return Figure(name, statistics.median(taken), min(taken), max(taken), "s", target)


def rate_of(name: str, amount: float, taken: list[float], unit: str, target: str = "") -> Figure:
    """Return amount per second as a figure."""
    return Figure(name, amount / statistics.median(taken), amount / max(taken), amount / min(taken), unit, target)
