"""Which unit of the exported document is which unit of the source: ids and kinds go with the source, words with the export."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from transloc import markup
from transloc.formats import captions
from transloc.model import Document, Unit


@dataclass(frozen=True, slots=True)
class Said:
    """A unit as exported; ``source`` is the unit of the source it stands for, None for a text that was added."""

    unit: Unit
    source: Unit | None
    aside: str

    @property
    def words(self) -> str:
        """The words without codes, white space in a row as one space."""
        return " ".join(captions.spoken(self.unit).split())


def plain(text: str) -> str:
    """Return the words of a coded text, white space in a row as one space."""
    return " ".join(markup.words(text).split())


def align(source: Document, exported: Document, targets: Mapping[str, str], omitted: Set[str]) -> tuple[Said, ...]:
    """Return the units of ``exported``, in order, each with the unit of ``source`` whose target it says.

    Where an export has changed as many words as there were units (a date, a byline), they are taken for each other. What was
    added belongs to the part of the page that it stands in.
    """
    meant = [unit for unit in source.units if unit.id not in omitted]
    pairs = _pairs([plain(targets.get(unit.id, unit.source)) for unit in meant], [plain(unit.source) for unit in exported.units])
    said: list[Said] = []
    for at, unit in enumerate(exported.units):
        origin = meant[pairs[at]] if at in pairs else None
        aside = origin.aside if origin else said[-1].aside if said else unit.aside
        said.append(Said(unit, origin, aside))
    return tuple(said)


def _pairs(meant: list[str], found: list[str]) -> dict[int, int]:
    """Return the positions in ``meant`` by those in ``found``."""
    start = _alike(meant, found)
    end = _alike(meant[start:][::-1], found[start:][::-1])
    pairs = {at: at for at in range(start)}
    pairs |= {len(found) - at: len(meant) - at for at in range(1, end + 1)}
    changed = SequenceMatcher(None, meant[start : len(meant) - end], found[start : len(found) - end])
    for tag, begin, stop, other, rest in changed.get_opcodes():
        if tag == "equal" or (tag == "replace" and stop - begin == rest - other):
            pairs |= {start + other + n: start + begin + n for n in range(stop - begin)}
    return pairs


def _alike(one: list[str], other: list[str]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
