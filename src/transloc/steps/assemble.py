"""Put the targets of segments together to the targets of units, as ``rebuild`` of a format wants them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from transloc import markup
from transloc.checks.rules import inline_code
from transloc.errors import Refused, about
from transloc.markup import CodeToken, Fault, Form
from transloc.model import Document, Segment, Unit
from transloc.wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """Targets by unit id, units to leave out, texts to add after a unit, and how many segments kept their source."""

    targets: Mapping[str, str] = field(default_factory=dict)
    omitted: frozenset[str] = frozenset()
    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    untranslated: int = 0


_OTHER = say("The document has changed, or this is the PO file of another one: extract it again")


def assemble(document: Document, segments: Iterable[Segment]) -> Assembled:
    """Return what ``segments`` make of ``document``; a segment without a target keeps its source and is counted.

    The segments of a unit are found in its source one after another, whatever was split or merged, and the white space
    between them stays. Raises Refused, naming the segment, where its codes are broken (but for codes that a person left out, and
    waived the finding) or its source is not in the document.
    """
    by_unit: dict[str, list[Segment]] = {}
    added: dict[str, list[str]] = {}
    for segment in segments:
        if segment.added:
            if segment.target.strip():
                added.setdefault(segment.after, []).append(segment.target)
        else:
            by_unit.setdefault(segment.unit, []).append(segment)
    known = {unit.id for unit in document.units}
    _all_known(known, by_unit, added)
    targets: dict[str, str] = {}
    omitted = set()
    for unit in document.units:
        held = by_unit.get(unit.id, [])
        if held and all(segment.omitted for segment in held):
            omitted.add(unit.id)
        elif any(segment.omitted or segment.target.strip() for segment in held):
            targets[unit.id] = _target(unit, held)
    untranslated = sum(1 for held in by_unit.values() for segment in held if not segment.target.strip() and not segment.omitted)
    return Assembled(
        targets=targets,
        omitted=frozenset(omitted),
        added={key: tuple(texts) for key, texts in added.items()},
        untranslated=untranslated,
    )


def _all_known(units: set[str], by_unit: Mapping[str, list[Segment]], added: Mapping[str, list[str]]) -> None:
    for unit in (*by_unit, *added):
        if unit not in units:
            name = by_unit[unit][0].id if unit in by_unit else f"after {unit}"
            raise Refused(about(name, say("its unit is not in the document")), hint=_OTHER)


def _target(unit: Unit, segments: list[Segment]) -> str:
    """Return the unit's text with each target in the place of its source.

    An omitted segment goes with the white space before it; of a code pair that it shares with a neighbour its half stays.
    """
    written, held, gap, at = "", "", "", 0
    for segment in segments:
        start = found(unit, segment, at)
        gap = gap or unit.source[at:start]
        at = start + len(segment.source)
        if segment.omitted:
            for half in _halves(segment.source):
                if half.form is Form.OPEN:
                    held += str(half)
                elif (opened := f"<{half.number}>") in held:
                    held = held.replace(opened, "")  # all that the pair held is left out
                else:
                    written += str(half)
            continue
        written += (gap if written else "") + held + _words(segment)
        held = gap = ""
    if unit.source[at:].strip():
        raise Refused(say("unit {unit}: its segments do not cover its text", unit=unit.id), hint=_OTHER)
    outer = unit.source[: len(unit.source) - len(unit.source.lstrip())], unit.source[at:]
    return outer[0] + written + held + outer[1]


def _words(segment: Segment) -> str:
    if not segment.target.strip():
        return segment.source
    faults = markup.compare(segment.source, segment.target)
    if any(waiver.rule == inline_code.NAME for waiver in segment.waivers):
        faults = tuple(fault for fault in faults if fault.fault is not Fault.MISSING)  # left out on purpose
    if faults:
        broken = ", ".join(f"{fault.code} is {fault.fault.value}" for fault in faults)
        raise Refused(
            about(segment.id, say("its inline codes differ from the source: {broken}", broken=broken)),
            hint=say("Correct its target"),
        )
    return segment.target


def _halves(source: str) -> list[CodeToken]:
    """Return the codes that open or close here and whose other half is elsewhere."""
    tokens = markup.codes(source)
    forms = Counter(token.number for token in tokens if token.form is not Form.EMPTY)
    return [token for token in tokens if token.form is not Form.EMPTY and forms[token.number] == 1]


def found(unit: Unit, segment: Segment, at: int) -> int:
    """Return where the segment's source stands: after ``at``, with nothing but white space between; raises Refused where it does not."""
    start = at
    while start < len(unit.source) and unit.source[start].isspace():
        start += 1
    if not unit.source.startswith(segment.source, start):
        raise Refused(about(segment.id, say("its source is not in the document")), hint=_OTHER)
    return start
