"""``Unit.syntax`` of the formats that splice: how text is written at a place, kept with the unit as compact JSON.

It is stored with the article and read back by later versions: keys are only ever added.
"""

import json
from dataclasses import dataclass, field

from transloc.formats.runs import Spot
from transloc.model import Span

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Insertion:
    """Where a block can be added after the unit: the offset, and what stands before and after its text."""

    offset: int
    lead: str
    tail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How a unit is written.

    ``context`` is line (text that begins a line), heading, cell, alt, title, html, attribute, yaml or toml. ``wrap``,
    ``entities`` and ``spot`` are explained in ``runs``. ``quote`` is the delimiter or the style of a scalar, ``key`` the name
    of a field. ``within`` are the blocks that go too when all units in them are left out.
    """

    context: str
    wrap: tuple[tuple[str, str], ...] = ()
    entities: dict[str, str] = field(default_factory=dict)
    quote: str = ""
    key: str = ""
    spot: Spot | None = None
    within: tuple[Span, ...] = ()
    after: Insertion | None = None


def written(place: Place) -> str:
    """Return ``place`` as ``Unit.syntax``."""
    fields: dict[str, object] = {"as": place.context}
    if place.wrap:
        fields["wrap"] = place.wrap
    if place.entities:
        fields["entities"] = place.entities
    if place.quote:
        fields["quote"] = place.quote
    if place.key:
        fields["key"] = place.key
    if place.spot:
        fields["spot"] = (place.spot.number, place.spot.side, place.spot.offset)
    if place.within:
        fields["within"] = place.within
    if place.after:
        fields["after"] = (place.after.offset, place.after.lead, place.after.tail)
    return _compact(fields)


def context(syntax: str) -> str:
    """Return the context of the place that ``written`` made, without reading the rest of it."""
    begin = len('{"as":"')
    return syntax[begin : syntax.index('"', begin)]


def read(syntax: str) -> Place:
    """Return the place that ``written`` made."""
    fields = json.loads(syntax)
    return Place(
        context=fields["as"],
        wrap=tuple((before, after) for before, after in fields.get("wrap", ())),
        entities=fields.get("entities", {}),
        quote=fields.get("quote", ""),
        key=fields.get("key", ""),
        spot=Spot(*fields["spot"]) if "spot" in fields else None,
        within=tuple((start, end) for start, end in fields.get("within", ())),
        after=Insertion(*fields["after"]) if "after" in fields else None,
    )
