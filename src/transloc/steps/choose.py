"""The editor's word on what belongs to an article, over the format's own verdict."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from transloc.errors import InputError
from transloc.model import Document, Unit

#: Why a unit is aside that an editor has excluded.
EXCLUDED = "excluded by the editor"


@dataclass(frozen=True, slots=True)
class Choices:
    """Ids of units of one article that are translated, and that are not, whatever the format says; kept in ``transloc.toml``."""

    include: frozenset[str] = frozenset()
    exclude: frozenset[str] = frozenset()

    def with_(self, include: Collection[str] = (), exclude: Collection[str] = (), forget: Collection[str] = ()) -> "Choices":
        """Return these choices and newer ones; a unit named in ``forget`` is left to the format again."""
        gone = {*include, *exclude, *forget}
        return Choices((self.include - gone) | {*include}, (self.exclude - gone) | {*exclude})


def choose(document: Document, choices: Choices) -> Document:
    """Return ``document`` with the units chosen; what lies inside a unit's markup goes with it unless it is chosen itself."""
    if not (choices.include or choices.exclude):
        return document
    verdicts: dict[str, Unit] = {}
    units = []
    for unit in document.units:
        if unit.id in choices.exclude:
            unit = replace(unit, aside=EXCLUDED, confidence=1.0)
        elif unit.id in choices.include:
            unit = replace(unit, aside="", confidence=1.0)
        elif (parent := verdicts.get(unit.parent)) and parent.id in choices.include | choices.exclude:
            unit = replace(unit, aside=parent.aside, confidence=1.0)
        verdicts[unit.id] = unit
        units.append(unit)
    return replace(document, units=tuple(units))


def known(document: Document, named: Collection[str]) -> tuple[str, ...]:
    """Return the ids that a person named, of units or of segments; raises InputError for one that is in no unit of ``document``."""
    ids = {unit.id for unit in document.units}
    found = []
    for name in named:
        unit = name if name in ids else name.rpartition(".")[0]
        if unit not in ids:
            raise InputError(f"there is no unit “{name}” in this article", hint="transloc units ARTICLE --all lists them")
        found.append(unit)
    return tuple(found)
