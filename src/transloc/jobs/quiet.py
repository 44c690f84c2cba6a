"""The moments in which nobody waits for an answer: there the background does what would make requests slow."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

#: Seconds after an answer in which the person reads: what is begun there is done before the next key.
_READING = (0.1, 0.2)

#: Seconds without any request after which nobody seems to be there.
_AWAY = 1.0


class Quiet:
    """Counts the requests that are being answered. Methods may be called from any thread."""

    def __init__(self) -> None:
        self._open = 0
        self._last = -_AWAY
        self._changed = Condition()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Say that somebody waits, for as long as the block takes."""
        with self._changed:
            self._open += 1
        try:
            yield
        finally:
            with self._changed:
                self._open -= 1
                self._last = time.monotonic()
                self._changed.notify_all()

    def wait(self, most: float) -> None:
        """Wait until an answer was given just now, or nobody has asked for a while; ``most`` seconds at longest."""
        until = time.monotonic() + most
        with self._changed:
            while (left := min(self._until_quiet(), until - time.monotonic())) > 0:
                self._changed.wait(left)

    def _until_quiet(self) -> float:
        """Return in how many seconds it may be quiet, if nothing happens until then; 0 where it is now."""
        if self._open:
            return _AWAY
        idle = time.monotonic() - self._last
        begin, end = _READING
        if begin <= idle <= end or idle >= _AWAY:
            return 0
        return begin - idle if idle < begin else _AWAY - idle
