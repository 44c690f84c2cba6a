"""``python -m benchmarks.fuzz --cases 100000``: two processes under a clock, a count of what came of it, and the failures kept."""

import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from benchmarks.fuzz.cases import KINDS, Case, known, outcome_of, seconds
from benchmarks.fuzz.checks import Outcome
from benchmarks.watched import Lost, run


@click.command()
@click.option("--cases", "count", default=100_000, show_default=True, help="How many.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same cases.")
@click.option("--format", "kinds", type=click.Choice(sorted({*KINDS})), multiple=True, help="Only this format; may be given several times.")
@click.option("--minutes", type=float, help="Stop after so many minutes.")
@click.option("--workers", type=click.IntRange(1, 2), default=2, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), default=Path("fuzz-failures"), show_default=True, help="Where failures are saved.")
def main(count: int, seed: int, kinds: tuple[str, ...], minutes: float | None, workers: int, keep: Path) -> None:
    r"""Read, rebuild and change documents that nobody would write, and tell what did not hold.

    \b
    Example: python -m benchmarks.fuzz --cases 1000 --seed 7 --format md
    """
    began = time.monotonic()
    of = itertools.cycle(kinds or known())
    report = _Report(keep)
    cases = _timed((Case(next(of), seed, at) for at in range(count)), began, minutes)
    for case, outcome in run(outcome_of, cases, seconds=seconds, workers=workers):
        report.take(case, outcome)
        if sys.stderr.isatty() and report.total % 100 == 0:
            print(f"\r{report.total} cases, {len(report.faults)} failures", end="", file=sys.stderr)
    report.tell(time.monotonic() - began)
    raise SystemExit(1 if report.faults else 0)


def _timed(cases: Iterator[Case], began: float, minutes: float | None) -> Iterator[Case]:
    return itertools.takewhile(lambda _: minutes is None or time.monotonic() - began < minutes * 60, cases)


class _Report:
    def __init__(self, keep: Path) -> None:
        self.keep = keep
        self.total = 0
        self.kinds: Counter[tuple[str, str]] = Counter()
        self.refusals: Counter[tuple[str, str]] = Counter()
        self.faults: list[tuple[str, str]] = []
        self.slowest: tuple[float, str] = (0.0, "")
        self.largest: tuple[int, str] = (0, "")

    def take(self, case: Case, outcome: Outcome | Lost) -> None:
        self.total += 1
        fault = outcome.why if isinstance(outcome, Lost) else outcome.fault
        if fault:
            self._fault(case, fault)
        if isinstance(outcome, Lost):
            return
        self.kinds[case.kind, "loaded" if outcome.loaded else "refused"] += 1
        if outcome.refused:
            self.refusals[case.kind, outcome.refused] += 1
        for refusal in outcome.unchanged:
            self.kinds[case.kind, "change refused" if refusal else "changed"] += 1
            if refusal:
                self.refusals[case.kind, f"(changed) {refusal}"] += 1
        self.slowest = max(self.slowest, (outcome.seconds, case.name))
        self.largest = max(self.largest, (outcome.memory, case.name))

    def _fault(self, case: Case, fault: str) -> None:
        self.keep.mkdir(parents=True, exist_ok=True)
        (self.keep / case.name).write_bytes(case.data())
        (self.keep / f"{case.name}.fault").write_text(fault + "\n", encoding="utf-8")
        self.faults.append((case.name, fault))

    def tell(self, took: float) -> None:
        print(f"\n{self.total} cases in {took:.0f} s")
        for kind in sorted({kind for kind, _ in self.kinds}):
            told = ("loaded", "refused", "changed", "change refused")
            print(f"{kind:5}", ", ".join(f"{what} {self.kinds[kind, what]}" for what in told))
        print(f"slowest {self.slowest[0]:.1f} s ({self.slowest[1]}), most memory {self.largest[0] >> 20} MB ({self.largest[1]})")
        for (kind, said), times in self.refusals.most_common(60):
            print(f"{times:7} {kind:5} {said}")
        print(f"{len(self.faults)} failures" + (f", kept in {self.keep}" if self.faults else ""))
        for name, fault in self.faults[:40]:
            print(f"  {name}: {fault[:240]}")


if __name__ == "__main__":
    main()
