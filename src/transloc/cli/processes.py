"""One piece of work after the other, on several cores: the results come in the order of the pieces, as if one process had done them."""

import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, TypeVar

from transloc.errors import TranslocError

Item = TypeVar("Item")
Result = TypeVar("Result")

#: So many results may wait for an earlier one: more would only fill the memory.
_AHEAD = 8
#: Seconds until the thread that takes the others' results is let in, while this process works: a result comes in many pieces, and whoever
#: sends it waits for each to be taken.
_SWITCH = 0.0002


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(work: Callable[[Item], Result], items: Sequence[Item], processes: int) -> Iterator[Result]:
    """Yield ``work`` of each item, in order; of several processes this one is the first, and works while the others start.

    ``work``, the items and the results must be picklable. What ``work`` raises is raised in its turn. Raises TranslocError where a
    process died. When the caller stops early, as after Ctrl-C, the others are ended.
    """
    if processes < 2:
        yield from map(work, items)
        return
    before, interval = set(multiprocessing.active_children()), sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    pool = ProcessPoolExecutor(processes - 1, multiprocessing.get_context(_way()), _begin, (work, gc.get_threshold()))
    try:
        yield from _Row(pool, work, items, processes).results()
        pool.shutdown()
    except BrokenProcessPool:
        hint = "Is there enough memory? With --jobs 1 all is done in one process"
        raise TranslocError("a process that did a part of the work ended before its time", hint=hint) from None
    finally:
        sys.setswitchinterval(interval)
        pool.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - before:
            process.terminate()


def _way() -> str:
    """Return how processes start, as children of this one, which so can end them.

    A forked one has all modules and is at work in no time, but to fork is safe only where no other thread runs.
    """
    try:
        return "fork" if len(list(Path("/proc/self/task").iterdir())) == 1 else "spawn"
    except OSError:  # no Linux
        return "spawn"


class _Row(Generic[Item, Result]):
    """The pieces of work in order: some are with the others, this process takes the next one whenever the first is not done."""

    def __init__(self, pool: ProcessPoolExecutor, work: Callable[[Item], Result], items: Sequence[Item], processes: int) -> None:
        self._pool, self._work, self._left, self._processes = pool, work, deque(items), processes
        self._begun: deque[Future[Result]] = deque()

    def results(self) -> Iterator[Result]:
        while True:
            self._give()
            if not self._begun:
                return
            if not self._begun[0].done() and self._left and len(self._begun) < self._processes * _AHEAD:
                self._begun.append(self._done(self._left.popleft()))
            else:
                yield self._begun.popleft().result()

    def _give(self) -> None:
        """Let each of the others have a piece, and two to go on with, which near the end would wait there in vain."""
        while self._left:
            wanted = (self._processes - 1) * (3 if len(self._left) > self._processes else 1)
            if sum(not future.done() for future in self._begun) >= wanted:
                return
            with _unheard():
                self._begun.append(self._pool.submit(_do, self._left.popleft()))

    def _done(self, item: Item) -> Future[Result]:
        done: Future[Result] = Future()
        try:
            done.set_result(self._work(item))
        except Exception as error:  # raised again in its turn
            done.set_exception(error)
        return done


@contextmanager
def _unheard() -> Iterator[None]:
    """Let processes that start here not hear Ctrl-C, which a terminal tells to all: this one ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_work: Callable[[Any], Any]


def _begin(work: Callable[[Any], Any], threshold: tuple[int, int, int]) -> None:
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*threshold)
    _work = work


def _do(item: Any) -> Any:
    return _work(item)
