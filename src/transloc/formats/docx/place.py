"""``Unit.syntax`` of a DOCX: how the text of a unit is written, kept with the unit as compact JSON. Keys are only ever added."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Insertion:
    """Where a paragraph can be added after the unit: the offset, and what stands before and after its text."""

    offset: int
    lead: str
    tail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How a unit is written. Offsets count as spans of units do.

    ``context`` is runs (a paragraph), attribute (alternative text) or property (of the document). ``part`` is the name of the
    part, ``prefix`` what its WordprocessingML elements have before their names (``w:``). ``base`` is the raw ``w:rPr`` of the
    plain text, ``bases`` that of the plain text within a code, by its number. ``lead`` and ``tail`` are written before and after
    the text, ``pad`` is white space at its edges. ``held`` tells which stretch of a code's markup lies where in the part, so that
    units inside of it can be written: number, offset in the markup, start, end. ``copy`` is the id of the unit that this one
    repeats for older word processors.
    """

    context: str
    part: str
    prefix: str = "w:"
    base: str = ""
    bases: Mapping[int, str] = field(default_factory=dict)
    lead: str = ""
    tail: str = ""
    pad: tuple[str, str] = ("", "")
    quote: str = ""
    held: tuple[tuple[int, int, int, int], ...] = ()
    after: Insertion | None = None
    copy: str = ""


def written(place: Place) -> str:
    """Return ``place`` as ``Unit.syntax``."""
    fields: dict[str, object] = {"as": place.context, "part": place.part}
    if place.prefix != "w:":
        fields["prefix"] = place.prefix
    for name in ("base", "bases", "lead", "tail", "quote", "held", "copy"):
        if value := getattr(place, name):
            fields[name] = value
    if any(place.pad):
        fields["pad"] = place.pad
    if place.after:
        fields["after"] = (place.after.offset, place.after.lead, place.after.tail)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def read(syntax: str) -> Place:
    """Return the place that ``written`` made."""
    fields = json.loads(syntax)
    before, after = fields.get("pad", ("", ""))
    return Place(
        context=fields["as"],
        part=fields["part"],
        prefix=fields.get("prefix", "w:"),
        base=fields.get("base", ""),
        bases={int(number): base for number, base in fields.get("bases", {}).items()},
        lead=fields.get("lead", ""),
        tail=fields.get("tail", ""),
        pad=(before, after),
        quote=fields.get("quote", ""),
        held=tuple((number, offset, start, end) for number, offset, start, end in fields.get("held", ())),
        after=Insertion(*fields["after"]) if "after" in fields else None,
        copy=fields.get("copy", ""),
    )
