"""One process at a time: by SQLite's own lock on a file, which no crash leaves behind and every system has."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def alone(path: Path, *, seconds: float = 0) -> Iterator[bool]:
    """Hold the lock on the file ``path``; yields False where another process still has it after ``seconds``."""
    with closing(sqlite3.connect(path, timeout=seconds, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            yield False
        else:
            yield True
