"""Three versions of a PO file → one: what git's merge driver does."""

from dataclasses import dataclass
from pathlib import Path

from transloc.formats import po
from transloc.steps.reconcile import Conflict, reconcile


@dataclass(frozen=True, slots=True)
class Merged:
    """``data`` is a whole PO file in any case; a segment in conflict holds our text, to be confirmed, and theirs as suggestion."""

    data: bytes
    conflicts: tuple[Conflict, ...]


def merge_po(base: bytes, ours: bytes, theirs: bytes, *, path: Path | str | None = None) -> Merged:
    """Merge two PO files segment by segment, with their comments and headers; ``base`` is empty where both sides added the file.

    Raises InputError, naming ``path``, where one of the three is not a whole PO file.
    """
    before = po.read(base, path) if base.strip() else None
    mine, yours = po.read(ours, path), po.read(theirs, path)
    done = reconcile(before.catalog if before else None, mine.catalog, yours.catalog)
    return Merged(po.write(done.catalog, old=po.combine(before, mine, yours)), done.conflicts)
