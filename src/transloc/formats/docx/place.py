"""``Unit.syntax`` of a DOCX: how the text of a unit is written, kept with the unit as compact JSON. Keys are only ever added."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from transloc.model import Code, Span


@dataclass(slots=True)  # as Place is, not frozen: that takes three times as long to make, and each text has one
class Insertion:
    """Where a paragraph can be added after the unit: the offset, and what stands before and after its text."""

    offset: int
    lead: str
    tail: str


@dataclass(slots=True, kw_only=True)
class Place:
    """How a unit is written; nobody changes one. Offsets count as spans of units do.

    ``context`` is runs (a paragraph), attribute (alternative text) or property (of the document). ``part`` is the name of the
    part, ``prefix`` what its WordprocessingML elements have before their names (``w:``). ``base`` is the raw ``w:rPr`` of the
    plain text, ``bases`` that of the plain text within a code, by its number. ``lead`` and ``tail`` are written before and after
    the text, ``pad`` is white space at its edges. ``held`` tells which stretch of a code's markup lies where in the part, so that
    units inside of it can be written: number, offset in the markup, start, end. ``copies`` are other places of the same text.
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
    copies: tuple["Copy", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Another place of a unit's text, written as the unit is: a text box for older word processors, a title that repeats the headline.

    The fields are those of a unit.
    """

    span: Span
    place: Place
    codes: tuple[Code, ...] = ()
    block: Span | None = None
    parent: str = ""


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def written(place: Place) -> str:
    """Return ``place`` as ``Unit.syntax``."""
    return _encoded(_fields(place))


def _fields(place: Place) -> dict[str, object]:
    fields: dict[str, object] = {"as": place.context, "part": place.part}
    if place.prefix != "w:":
        fields["prefix"] = place.prefix
    for name in ("base", "bases", "lead", "tail", "quote", "held"):
        if value := getattr(place, name):
            fields[name] = value
    if any(place.pad):
        fields["pad"] = place.pad
    if place.after:
        fields["after"] = (place.after.offset, place.after.lead, place.after.tail)
    if place.copies:
        fields["copies"] = [_copy(copy) for copy in place.copies]
    return fields


def _copy(copy: Copy) -> dict[str, object]:
    codes = [(code.number, code.open, code.close, code.label) for code in copy.codes]
    fields: dict[str, object] = {"span": copy.span, "codes": codes, "block": copy.block, "parent": copy.parent}
    return {**{name: value for name, value in fields.items() if value}, "place": _fields(copy.place)}


def read(syntax: str) -> Place:
    """Return the place that ``written`` made."""
    return _place(json.loads(syntax))


def _place(fields: dict[str, Any]) -> Place:
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
        copies=tuple(_copied(copy) for copy in fields.get("copies", ())),
    )


def _copied(fields: dict[str, Any]) -> Copy:
    return Copy(
        span=(fields["span"][0], fields["span"][1]),
        place=_place(fields["place"]),
        codes=tuple(Code(*code) for code in fields.get("codes", ())),
        block=(fields["block"][0], fields["block"][1]) if "block" in fields else None,
        parent=fields.get("parent", ""),
    )
