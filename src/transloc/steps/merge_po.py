"""Three versions of a PO file → one: what git's merge driver does."""

from dataclasses import dataclass
from pathlib import Path

from transloc.errors import InputError
from transloc.formats import po
from transloc.steps.reconcile import Conflict, reconcile


@dataclass(frozen=True, slots=True)
class Merged:
    """``data`` is a whole PO file in any case; a segment in conflict holds our text, to be confirmed, and theirs as suggestion."""

    data: bytes
    conflicts: tuple[Conflict, ...]


def merge_po(base: bytes, ours: bytes, theirs: bytes, *, path: Path | str | None = None) -> Merged:
    """Merge two PO files segment by segment, with their comments and headers; ``base`` is empty where both sides added the file.

    Raises InputError, naming ``path`` and the version, where one of the three is not a whole PO file.
    """
    before = _read(base, path, "the common version") if base.strip() else None
    mine, yours = _read(ours, path, "our version"), _read(theirs, path, "their version")
    done = reconcile(before.catalog if before else None, mine.catalog, yours.catalog)
    return Merged(po.write(done.catalog, old=po.combine(before, mine, yours)), done.conflicts)


def _read(data: bytes, path: Path | str | None, version: str) -> po.PoFile:
    try:
        return po.read(data, path)
    except InputError as error:
        error.message += f" (in {version})"
        raise
