"""Judge a change by the project's rules and carry it out: the one way to a new state, for page, command and import alike."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from transloc import markup, states
from transloc.checks import facts
from transloc.checks.quotations import quoted
from transloc.checks.run import check_segment
from transloc.checks.settings import Settings
from transloc.glossary import Glossary
from transloc.model import Kind, Segment
from transloc.states import Action, Change

_WRITES_TARGET = frozenset({Action.DRAFT, Action.EDIT, Action.ADD, Action.CORRECT})
_VOUCHES = frozenset({Action.CONFIRM, Action.SIGN_OFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a change is judged by; passed as a value, so that no path goes round it."""

    source_locale: str
    target_locale: str
    glossary: Glossary | None = None
    checks: Settings = field(default_factory=Settings)
    four_eyes: bool = False


def review(segment: Segment, change: Change, rules: Rules, unit: Iterable[Segment] = ()) -> Segment:
    """Return ``segment`` after ``change``; raises Refused with the guard that forbids it.

    ``unit`` are the segments of the same unit: a name that is missing here may stand in a neighbour.
    """
    return states.apply(segment, judge(segment, change, rules, unit))


def judge(segment: Segment, change: Change, rules: Rules, unit: Iterable[Segment] = ()) -> Change:
    """Return ``change`` with what the guards ask for filled in: codes, findings, facts, four eyes."""
    told: dict[str, Any] = {"four_eyes": rules.four_eyes}
    if change.action in _WRITES_TARGET and segment.source:
        told["codes_valid"] = markup.valid(segment.source, change.target)
    if change.action in (Action.EDIT, Action.CORRECT):
        told["touches_facts"] = _touches_facts(segment, change.target, rules, unit)
    if change.action in _VOUCHES:
        told["findings"] = check_segment(segment, rules, unit)
    if change.action is Action.DRAFT:
        told["foreign"] = _foreign(segment, rules, unit)
    if change.action is Action.QUOTE and change.quotation:
        told["begins"] = quoted.reach(change.quotation, _sources(segment, unit))[:1] == (segment.id,)
        told["foreign"] = quoted.foreign(change.quotation, rules.source_locale)
    if change.action is Action.UNDO and change.restored:
        told["findings"] = check_segment(change.restored, rules, unit)
    return replace(change, **told)


def _touches_facts(segment: Segment, target: str, rules: Rules, unit: Iterable[Segment]) -> bool:
    """Tell whether other eyes have to look at ``target``; a quotation may have begun in a sentence before, and end in a later one."""
    if target == segment.target:
        return False
    whole = [other for other in unit if other.source]
    at = next((n for n, other in enumerate(whole) if other.id == segment.id), len(whole))
    around = whole[:at], whole[at + 1 :]
    lead, tail = (" ".join(other.source for other in side) for side in around)
    said = segment.kind is Kind.QUOTE or (bool(segment.source) and facts.within(segment.source, lead, tail))
    lead, tail = (" ".join(other.target for other in side) for side in around)
    return facts.differ(segment.target, target, rules.target_locale, lead=lead, tail=tail, said=said)


def reached(segment: Segment, change: Change, rules: Rules, unit: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return the other segments of the unit that ``change`` alters: those into which a foreign quotation, unresolved, reaches."""
    mark = change.quotation
    if change.action is not Action.QUOTE or mark is None or not quoted.unresolved(mark, rules.source_locale):
        return ()
    sources = _sources(segment, unit)
    names = quoted.reach(mark, sources)
    found = ((other, states.withdrawn(other)) for other in sources if other.id in names and other.id != segment.id)
    return tuple(replace(after, at=change.at) for other, after in found if after != other)


def _foreign(segment: Segment, rules: Rules, unit: Iterable[Segment]) -> bool:
    held = quoted.reaching(_sources(segment, unit)).get(segment.id, ())
    return any(quoted.unresolved(mark, rules.source_locale) for mark in held)


def _sources(segment: Segment, unit: Iterable[Segment]) -> list[Segment]:
    return [other for other in unit if other.source] or [segment]
