"""What a project of any size says, within a bounded memory: a list and a table that lie on disk as they grow, gone with the process."""

import pickle
import tempfile
from collections.abc import Collection, Iterator
from typing import IO, TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    import sqlite3

Item = TypeVar("Item")

#: So many items, and so many numbers, are held in memory; twenty times as many items took longer, for want of the processor's cache.
_IN_MEMORY, _FEW = 1_000, 100_000
_PRAGMAS = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8192"


class Spool(Collection[Item], Generic[Item]):
    """Items in the order in which they came, to be read over and over; but for the last thousand they lie on disk, pickled."""

    def __init__(self) -> None:
        self._last: list[Item] = []
        self._batches: list[int] = []  # where each begins
        self._file: IO[bytes] | None = None

    def add(self, item: Item) -> None:
        """Append ``item``."""
        self._last.append(item)
        if len(self._last) == _IN_MEMORY:
            self._file = self._file or tempfile.TemporaryFile()  # noqa: SIM115 # closed with the spool
            self._batches.append(self._file.seek(0, 2))
            pickle.dump(self._last, self._file, pickle.HIGHEST_PROTOCOL)
            self._last = []

    def __iter__(self) -> Iterator[Item]:
        """Yield the items; two readers do not disturb each other."""
        for start in self._batches:
            assert self._file
            self._file.seek(start)
            yield from pickle.load(self._file)  # noqa: S301 # our own, written by this process
        yield from self._last

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self._batches) * _IN_MEMORY + len(self._last)

    def __contains__(self, item: object) -> bool:
        """Tell whether ``item`` is one of them; reads them all."""
        return any(one == item for one in self)

    def __del__(self) -> None:
        if self._file:
            self._file.close()


class Table:
    """Pairs of numbers by a number, all below 2**63; many of them lie on disk."""

    def __init__(self) -> None:
        self._few: dict[int, tuple[int, int]] = {}
        self._cursor: sqlite3.Cursor | None = None

    def setdefault(self, key: int, value: tuple[int, int]) -> tuple[int, int]:
        """Return what stands under ``key``, which is ``value`` where nothing did."""
        if self._cursor is None:
            found = self._few.setdefault(key, value)
            if len(self._few) == _FEW:
                self._cursor = _opened()
                self._cursor.executemany("INSERT INTO said VALUES (?, ?, ?)", ((key, *pair) for key, pair in self._few.items()))
                self._few.clear()
            return found
        if self._cursor.execute("INSERT OR IGNORE INTO said VALUES (?, ?, ?)", (key, *value)).rowcount:
            return value
        one, other = self._cursor.execute("SELECT one, other FROM said WHERE key = ?", (key,)).fetchone()
        return one, other

    def __del__(self) -> None:
        if self._cursor:
            self._cursor.connection.close()


def _opened() -> "sqlite3.Cursor":
    import sqlite3  # few projects are so large

    database = sqlite3.connect("", isolation_level=None)  # a file without a name, on disk where it outgrows its cache
    database.executescript(f"{_PRAGMAS}; CREATE TABLE said (key INTEGER PRIMARY KEY, one, other); BEGIN")
    return database.cursor()
