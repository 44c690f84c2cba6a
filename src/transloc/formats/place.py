"""``Unit.syntax`` of the formats that splice: how text is written at a place, kept with the unit as compact JSON.

It is stored with the article and read back by later versions: keys are only ever added. Offsets are written as distances
from the unit, so that the notes of most units are alike: they are held and read once.
"""

import json
from dataclasses import dataclass, field, replace
from functools import lru_cache

from transloc.formats.runs import Spot
from transloc.model import Span, Unit


@dataclass(slots=True)  # as Place is, not frozen: that takes three times as long to make, and each text has one
class Insertion:
    """Where a block can be added after the unit: the offset, and what stands before and after its text."""

    offset: int
    lead: str
    tail: str = ""


@dataclass(slots=True, kw_only=True)
class Place:
    """How a unit is written; nobody changes one.

    ``context`` is line (text that begins a line), heading, cell, alt, title, html, attribute, shortcode, yaml or toml. ``wrap``,
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


def written(place: Place, span: Span | None = None) -> str:
    """Return ``place`` as ``Unit.syntax``; with the unit's ``span``, offsets are told from there and ``of`` reads them."""
    start, end = span or (0, 0)
    after = place.after and (place.after.offset - end, place.after.lead, place.after.tail)
    within = _shifted(place.within, -start) if place.within else ()
    spot = place.spot and (place.spot.number, place.spot.side, place.spot.offset)
    entities = tuple(place.entities.items())
    return _as_json(place.context, place.wrap, entities, place.quote, place.key, spot, within, after, distant=span is not None)


#: ``json.dumps`` makes an encoder each time, which takes as long as the encoding.
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(maxsize=4096)
def _as_json(
    context: str,
    wrap: tuple[tuple[str, str], ...],
    entities: tuple[tuple[str, str], ...],
    quote: str,
    key: str,
    spot: tuple[int, str, int] | None,
    within: tuple[Span, ...],
    after: tuple[int, str, str] | None,
    *,
    distant: bool,
) -> str:
    around, following = ("around", "next") if distant else ("within", "after")
    fields: dict[str, object] = {"as": context, "wrap": wrap, "entities": dict(entities), "quote": quote, "key": key}
    fields |= {"spot": spot, around: within, following: after}
    return _encoded({name: value for name, value in fields.items() if value})


def of(unit: Unit) -> Place:
    """Return how ``unit`` is written, with offsets in its document."""
    place, distant = _parsed(unit.syntax)
    if not distant:
        return place
    after = place.after and replace(place.after, offset=place.after.offset + unit.span[1])
    return replace(place, after=after, within=_shifted(place.within, unit.span[0]))


def context(syntax: str) -> str:
    """Return the context of the place that ``written`` made, without reading the rest of it."""
    begin = len('{"as":"')
    return syntax[begin : syntax.index('"', begin)]


def read(syntax: str) -> Place:
    """Return the place that ``written`` made, with offsets as they are told there."""
    return _parsed(syntax)[0]


def _shifted(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in spans)


@lru_cache(maxsize=4096)
def _parsed(syntax: str) -> tuple[Place, bool]:
    """Return a place, which nobody may change, and whether its offsets are distances from the unit."""
    fields = json.loads(syntax)
    after = fields.get("after") or fields.get("next")
    place = Place(
        context=fields["as"],
        wrap=tuple((before, after) for before, after in fields.get("wrap", ())),
        entities=fields.get("entities", {}),
        quote=fields.get("quote", ""),
        key=fields.get("key", ""),
        spot=Spot(*fields["spot"]) if "spot" in fields else None,
        within=tuple((start, end) for start, end in fields.get("within") or fields.get("around", ())),
        after=Insertion(*after) if after else None,
    )
    return place, "next" in fields or "around" in fields
