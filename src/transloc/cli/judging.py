"""Checking many catalogs, on the cores that there are: reading and judging one needs no other."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from transloc.checks.settings import Settings
from transloc.cli import catalogs
from transloc.glossary import Glossary, inflection
from transloc.glossary.inflection import Morphology
from transloc.steps.check import Judged, Opened, Row, judge, row_of

#: Bytes of PO files, some thousand segments, for which it pays to start a process.
_WORTH = 1_000_000


@dataclass(frozen=True)
class Judging:
    """Reads a PO file and judges its catalog, in whatever process: raises InputError as ``formats.po.read`` does."""

    glossary: Glossary | None
    settings: Settings
    morphology: Morphology

    def __call__(self, path: Path) -> Judged:
        """Return what the rules find in the file by itself."""
        inflection.use(self.morphology)
        return judge(catalogs.catalog(path), self.glossary, self.settings, partial(_again, path))


def _again(path: Path, number: int, identity: str) -> Row:
    return row_of(_read_again(path), number, identity)


@lru_cache(maxsize=1)
def _read_again(path: Path) -> Opened:
    return catalogs.catalog(path)


def judged(judging: Judging, paths: Sequence[Path], jobs: int | None = None) -> Iterator[Judged]:
    """Yield the verdict on each file, in order; on at most ``jobs`` processes (None: one a core), on fewer where there is less to do."""
    most = 1 if jobs == 1 else min(len(paths), sum(map(_size, paths)) // _WORTH)
    if most < 2:
        return map(judging, paths)
    from transloc.cli import processes  # few projects are so large

    return processes.in_order(judging, paths, min(most, jobs or processes.cores()))


def _size(path: Path) -> int:
    with suppress(OSError):  # whoever reads the file tells of it
        return path.stat().st_size
    return 0
