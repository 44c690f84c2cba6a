"""Work done in processes of its own under a clock: one that hangs, dies or eats memory costs one case, not the run."""

import contextlib
import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

Case = TypeVar("Case")
Result = TypeVar("Result")

#: No document that may be read needs more; a process that asks for more gets MemoryError.
MOST_MEMORY = 3 << 30


@dataclass(frozen=True)
class Lost:
    """What became of a case that gave no result."""

    why: str


def run(
    work: Callable[[Case], Result], cases: Iterable[Case], *, seconds: Callable[[Case], float], workers: int = 1
) -> Iterator[tuple[Case, Result | Lost]]:
    """Yield each case with its result, as they come; ``work`` must be a function of a module.

    ``seconds`` is what a case may take: of the processor where the system tells (Linux), else by the clock. A machine that does much
    else makes no case slow; waiting ends all the same, at six times as long by the clock.
    """
    queue = iter(cases)
    crew = [_Worker(work) for _ in range(workers)]
    try:
        busy = {worker for worker in crew if worker.begin(next(queue, None), seconds)}
        while busy:
            left = min(worker.until for worker in busy) - time.monotonic()
            answered = wait([worker.line for worker in busy], timeout=max(0.0, left))
            for worker in [one for one in busy if one.line in answered or one.late()]:
                yield worker.case, worker.result()
                if not worker.begin(next(queue, None), seconds):
                    busy.discard(worker)
    finally:
        for worker in crew:
            worker.end()


class _Worker(Generic[Case, Result]):
    def __init__(self, work: Callable[[Case], Result]) -> None:
        self.work = work
        self.until = 0.0
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, self.work), daemon=True)
        self.process.start()
        theirs.close()
        self.fresh = True

    def begin(self, case: Case | None, seconds: Callable[[Case], float]) -> bool:
        """Hand over ``case``; tell whether there was one."""
        if case is None:
            return False
        self.case, self.allowed = case, seconds(case) + (30 if self.fresh else 0)  # a fresh process imports first
        self.began, self.used, self.fresh = time.monotonic(), self._used(), False
        self.until = self.began + self.allowed
        self.line.send(case)
        return True

    def late(self) -> bool:
        """Tell whether the case has had its time; else give it the rest."""
        now = time.monotonic()
        left = self.allowed - (self._used() - self.used)
        if now >= self.until and left > 0.1 and now < self.began + 6 * self.allowed:
            self.until = now + left
        return now >= self.until

    def _used(self) -> float:
        """Return the seconds of the processor that the process has had, of the clock where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return time.monotonic()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def result(self) -> Result | Lost:
        if self.line.poll():
            with contextlib.suppress(EOFError, OSError):
                result: Result | Lost = self.line.recv()
                return result
            self.process.join()
            status = self.process.exitcode or 0
            why = f"the process died ({signal.Signals(-status).name if status < 0 else f'exit status {status}'})"
        else:
            why = f"no answer in {self.allowed:.3g} s"
        self.end()
        self._start()
        return Lost(why)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.line.close()


def _serve(line: Connection, work: Callable[[Case], Result]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while True:
            line.send(_one(work, line.recv()))


def _one(work: Callable[[Case], Result], case: Case) -> Result | Lost:
    try:
        return work(case)
    except Exception as error:  # whatever it is, it is the result of this case
        return Lost(f"{type(error).__name__}: {error}")
