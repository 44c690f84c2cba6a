"""A thread that owns what belongs to one thread alone, with a queue for those who need it."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

_Result = TypeVar("_Result")


class Owner:
    """Runs calls one after the other in a thread of its own, which starts with the first and never keeps a process alive."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._calls: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] | None = None

    def call(self, function: Callable[[], _Result]) -> _Result:
        """Return what ``function`` returns in the owner's thread, or raise what it raises."""
        future: Future[_Result] = Future()
        with self._lock:
            if self._calls is None:
                self._calls = queue.SimpleQueue()
                threading.Thread(target=_work, args=(self._calls,), name=self._name, daemon=True).start()
            self._calls.put((future, function))
        return future.result()

    def close(self) -> None:
        """End the thread after the calls that wait; a later call starts a new one."""
        with self._lock:
            if self._calls is not None:
                self._calls.put(None)
            self._calls = None


def _work(calls: "queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None]") -> None:
    while (call := calls.get()) is not None:
        _answer(*call)
        del call  # what the call holds, and its result, are not kept until the next one


def _answer(future: "Future[Any]", function: Callable[[], Any]) -> None:
    try:
        future.set_result(function())
    except BaseException as error:  # a panic in native code is no Exception, and whoever waits must hear of it
        future.set_exception(error)


def within(seconds: float, function: Callable[[], _Result]) -> _Result:
    """Return what ``function`` returns; raises TimeoutError after ``seconds`` and leaves it behind in a daemon thread."""
    future: Future[_Result] = Future()
    threading.Thread(target=_answer, args=(future, function), daemon=True).start()
    return future.result(timeout=seconds)
