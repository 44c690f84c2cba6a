"""The whole policy of the desk on one screen: which action leads a segment from which state to which, and under what guard.

``TABLE`` is that policy; ``apply`` carries it out on one frozen segment. It knows neither markup nor checks nor people's
history beyond the values that it is given: the store passes them from inside its transaction.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from transloc.errors import Refused
from transloc.model import ADAPTED, Finding, Kind, Person, Role, Segment, Severity, State, Waiver


class Action(StrEnum):
    """What can be done to a segment."""

    DRAFT = "draft"
    EDIT = "edit"
    CONFIRM = "confirm"
    OMIT = "omit"
    ADD = "add"
    SIGN_OFF = "sign-off"
    REJECT = "reject"
    REOPEN = "reopen"
    CORRECT = "correct"
    WAIVE = "waive"
    SUGGEST = "suggest"
    SOURCE_CHANGED = "source-changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One action with all that its guards ask for.

    ``target`` is the new text (draft, edit, add, correct, suggest), ``source`` the new source (source-changed), ``reason`` the words
    a person gives (omit, reject, reopen, correct, waive, or an edit that breaks codes on purpose). ``codes_valid`` and
    ``findings`` are judged on the text as it will stand. ``touches_facts`` tells whether an edit changes a number, date,
    name, negation or quotation: such an edit needs other eyes again, and waivers anew.
    """

    action: Action
    at: datetime
    actor: Person | None = None
    target: str = ""
    source: str = ""
    origin: str = ""
    reason: str = ""
    rule: str = ""
    codes_valid: bool = True
    findings: tuple[Finding, ...] = ()
    touches_facts: bool = True
    four_eyes: bool = False


Guard = Callable[[Segment, Change], str]
"""Returns why the change is refused, or an empty text."""


def _target_given(_: Segment, change: Change) -> str:
    return "" if change.target.strip() else "the target is empty"


def _target_stands(segment: Segment, _: Change) -> str:
    return "" if segment.target.strip() or segment.omitted else "the target is empty"


def _codes(_: Segment, change: Change) -> str:
    return "" if change.codes_valid else "the inline codes of the target differ from those of the source"


def _codes_or_reason(segment: Segment, change: Change) -> str:
    return "" if change.reason.strip() else _codes(segment, change)


def _reason(_: Segment, change: Change) -> str:
    return "" if change.reason.strip() else f"{change.action.value} needs a reason"


def _rule(_: Segment, change: Change) -> str:
    return "" if change.rule else "name the rule that is waived"


def _no_open_error(segment: Segment, change: Change) -> str:
    open_errors = blocking(segment, change.findings)
    return f"{open_errors[0].rule}: {open_errors[0].message}" if open_errors else ""


def _somebody(_: Segment, change: Change) -> str:
    return "" if change.actor else f"{change.action.value} needs a person who answers for it"


def _editor(segment: Segment, change: Change) -> str:
    if change.actor and change.actor.role is Role.TRANSLATOR:
        return f"{change.action.value} is an editor's step"
    return _somebody(segment, change)


def _four_eyes(segment: Segment, change: Change) -> str:
    people = {*segment.people, *([change.actor.id] if change.actor else [])}
    alone = change.four_eyes and len(people) < 2
    return "four eyes: nobody else has looked at it since the last draft, source change or edit of a fact" if alone else ""


def _source_differs(segment: Segment, change: Change) -> str:
    return "" if change.source != segment.source else "the source is the same"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table; ``to`` None leaves the state as it is."""

    before: frozenset[State]
    to: State | None
    guards: tuple[Guard, ...] = ()


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


_OPEN = _from(State.INITIAL, State.TRANSLATED)
_NOT_FINAL = _OPEN | {State.REVIEWED}

TABLE: Mapping[Action, Rule] = {
    Action.DRAFT: Rule(_from(State.INITIAL), State.TRANSLATED, (_target_given, _codes)),
    Action.EDIT: Rule(_NOT_FINAL, State.TRANSLATED, (_somebody, _target_given, _codes_or_reason)),
    Action.CONFIRM: Rule(_OPEN, State.REVIEWED, (_somebody, _target_stands, _no_open_error)),
    Action.OMIT: Rule(_OPEN, State.REVIEWED, (_somebody, _reason)),
    Action.ADD: Rule(frozenset(), State.REVIEWED, (_somebody, _target_given)),
    Action.SIGN_OFF: Rule(_from(State.REVIEWED), State.FINAL, (_editor, _no_open_error, _four_eyes)),
    Action.REJECT: Rule(_from(State.REVIEWED), State.TRANSLATED, (_somebody, _reason)),
    Action.REOPEN: Rule(_from(State.FINAL), State.REVIEWED, (_somebody, _reason)),
    Action.CORRECT: Rule(_from(State.FINAL), State.FINAL, (_editor, _target_given, _codes, _reason)),
    Action.WAIVE: Rule(_NOT_FINAL, None, (_somebody, _rule, _reason)),
    Action.SUGGEST: Rule(frozenset(State), None, (_target_given,)),
    Action.SOURCE_CHANGED: Rule(frozenset(State), State.INITIAL, (_source_differs,)),
}

#: In a headline, lede or social description, which are rewritten, these rules only inform.
_SOFT_IN_ADAPTED = frozenset({"omission", "addition", "term-missing", "number"})


def soften(kind: Kind, finding: Finding) -> Finding:
    """Return ``finding`` with the severity that it has in a unit of this kind."""
    if kind in ADAPTED and finding.rule in _SOFT_IN_ADAPTED:
        return replace(finding, severity=Severity.INFO)
    return finding


def blocking(segment: Segment, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that forbid confirming: errors that nobody has waived."""
    waived = {waiver.rule for waiver in segment.waivers}
    weighed = (soften(segment.kind, finding) for finding in findings if finding.rule not in waived)
    return tuple(finding for finding in weighed if finding.severity is Severity.ERROR)


def refusal(segment: Segment, change: Change) -> str:
    """Return in plain words why ``change`` may not be made to ``segment``; empty when it may."""
    rule = TABLE[change.action]
    if change.action is Action.ADD:
        if segment.source or segment.target or not segment.after:
            return "an added unit has no source and stands after a unit"
    elif segment.state not in rule.before:
        return f"{change.action.value} is not possible from the state {segment.state.value}"
    return next((why for guard in rule.guards if (why := guard(segment, change))), "")


def apply(segment: Segment, change: Change) -> Segment:
    """Return ``segment`` after ``change``.

    Raises Refused, naming the segment and the guard, when the table forbids it.
    """
    why = refusal(segment, change)
    if why:
        raise Refused(f"segment {segment.id}: {why}", hint=_WAY_OUT.get(change.action, ""))
    after = TABLE[change.action].to or segment.state
    if change.action is Action.REJECT and segment.omitted:
        after = State.INITIAL  # there is no text to call translated; what stood there before is a suggestion
    return replace(_EFFECTS[change.action](segment, change), state=after, at=change.at)


_WAY_OUT = {
    Action.CONFIRM: "Edit the target, or waive the finding with a reason",
    Action.SIGN_OFF: "Have a second person confirm it, or resolve the finding",
    Action.DRAFT: "The segment is left to people",
}


def _joined(segment: Segment, change: Change) -> tuple[str, ...]:
    if change.actor is None or change.actor.id in segment.people:
        return segment.people
    return (*segment.people, change.actor.id)


def _only(change: Change) -> tuple[str, ...]:
    return (change.actor.id,) if change.actor else ()


def _draft(segment: Segment, change: Change) -> Segment:
    return replace(segment, target=change.target, origin=change.origin, people=(), omitted="")


def _edit(segment: Segment, change: Change) -> Segment:
    written = replace(segment, target=change.target, origin=change.origin or segment.origin, omitted="")
    if change.touches_facts:  # who vouched for the text, or let a finding in it pass, has not seen this one
        return replace(written, people=_only(change), waivers=())
    return replace(written, people=_joined(segment, change))


def _confirm(segment: Segment, change: Change) -> Segment:
    return replace(segment, people=_joined(segment, change))


def _omit(segment: Segment, change: Change) -> Segment:
    return replace(segment, target="", suggestion=segment.target or segment.suggestion, omitted=change.reason, people=_only(change))


def _add(segment: Segment, change: Change) -> Segment:
    return replace(segment, target=change.target, origin=change.origin, people=_only(change))


def _reject(segment: Segment, _: Change) -> Segment:
    return replace(segment, omitted="")


def _same(segment: Segment, _: Change) -> Segment:
    return segment


_DATED = re.compile(r"\d{4}-\d{2}-\d{2}: ")


def _correct(segment: Segment, change: Change) -> Segment:
    note = change.reason if _DATED.match(change.reason) else f"{change.at:%Y-%m-%d}: {change.reason}"
    return replace(segment, target=change.target, people=_joined(segment, change), correction=note)


def _waive(segment: Segment, change: Change) -> Segment:
    by = change.actor.id if change.actor else ""
    others = tuple(waiver for waiver in segment.waivers if waiver.rule != change.rule)
    return replace(segment, waivers=(*others, Waiver(change.rule, change.reason, by)))


def _suggest(segment: Segment, change: Change) -> Segment:
    return replace(segment, suggestion=change.target)


def _source_changed(segment: Segment, change: Change) -> Segment:
    old = segment.target or segment.suggestion
    of = segment.source if segment.target else segment.previous_source or segment.source  # changed twice: of the first
    return replace(
        segment,
        source=change.source,
        previous_source=of,
        suggestion=old,
        target="",
        origin="",
        people=(),
        omitted="",
        waivers=(),
    )


_EFFECTS: Mapping[Action, Callable[[Segment, Change], Segment]] = {
    Action.DRAFT: _draft,
    Action.EDIT: _edit,
    Action.CONFIRM: _confirm,
    Action.OMIT: _omit,
    Action.ADD: _add,
    Action.SIGN_OFF: _confirm,
    Action.REJECT: _reject,
    Action.REOPEN: _same,
    Action.CORRECT: _correct,
    Action.WAIVE: _waive,
    Action.SUGGEST: _suggest,
    Action.SOURCE_CHANGED: _source_changed,
}
