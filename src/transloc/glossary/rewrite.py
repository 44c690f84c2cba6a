"""The one way to write a glossary that is there already: what others write meanwhile is never lost.

One writer at a time in the process. What another process writes between the reading and the writing stays, and the write is refused.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from transloc import files
from transloc.errors import Refused
from transloc.glossary.csv_file import CsvFile, read
from transloc.wording import say

#: Held by who writes a glossary.
alone = threading.Lock()


@dataclass(frozen=True, slots=True)
class Held:
    """A glossary that this process alone may write now: ``file`` as it was read from ``path``, of which messages say ``name``."""

    file: CsvFile
    path: Path
    name: Path
    data: bytes

    def write(self, written: CsvFile, *, hint: str, within: Path | None = None) -> None:
        """Write the glossary anew where anything of it changed.

        Raises Refused, with the way out that ``hint`` tells, where another program has written the file since it was read, and
        InputError as ``files.write`` does.
        """
        fresh = written.sheet.write()
        if fresh != self.data and not files.rewrite(self.path, fresh, seen=self.data, within=within):
            raise Refused(say("another program has just written the glossary"), path=self.name, hint=hint)


@contextmanager
def held(path: Path, name: Path) -> Iterator[Held]:
    """Read the glossary of ``path``, called ``name`` in messages, for a change; other threads that want one wait until the block ends."""
    with alone:
        data = files.read(path)
        yield Held(read(data, name), path, name, data)
