"""The whole policy of the desk on one screen: which action leads a segment from which state to which, and under what guard.

``TABLE`` is that policy; ``apply`` carries it out on one frozen segment. It knows neither markup nor checks nor people's
history beyond the values that it is given: the store passes them from inside its transaction. Split and merge, which take two
segments, are carried out by ``steps.resegment`` under the guards that stand here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from transloc.errors import Refused, about
from transloc.model import ADAPTED, Finding, Kind, QuotationStatus, Role, Segment, Severity, State
from transloc.states.change import CALLED, Action, Change
from transloc.states.effects import EFFECTS, says_nothing
from transloc.wording import say

_STATES: Mapping[State, str] = {
    State.INITIAL: say("initial"),
    State.TRANSLATED: say("translated"),
    State.REVIEWED: say("reviewed"),
    State.FINAL: say("final"),
}

#: How many other wordings of a headline are kept.
MOST_ALTERNATIVES = 4


Guard = Callable[[Segment, Change], str]
"""Returns why the change is refused, or an empty text."""


def _target_given(_: Segment, change: Change) -> str:
    return "" if change.target.strip() else say("the target is empty")


def _target_stands(segment: Segment, _: Change) -> str:
    return "" if segment.target.strip() or segment.omitted else say("the target is empty")


def _codes(_: Segment, change: Change) -> str:
    return "" if change.codes_valid else say("the inline codes of the target differ from those of the source")


def _codes_or_reason(segment: Segment, change: Change) -> str:
    return "" if change.reason.strip() else _codes(segment, change)


def _reason(_: Segment, change: Change) -> str:
    return "" if change.reason.strip() else say("{action} needs a reason", action=CALLED[change.action])


def _rule(_: Segment, change: Change) -> str:
    return "" if change.rule else say("name the rule that is waived")


def _no_open_error(segment: Segment, change: Change) -> str:
    open_errors = blocking(segment, change.findings)
    return say("{rule}: {message}", rule=open_errors[0].rule, message=open_errors[0].message) if open_errors else ""


def _somebody(_: Segment, change: Change) -> str:
    return "" if change.actor else say("{action} needs a person who answers for it", action=CALLED[change.action])


def _editor(segment: Segment, change: Change) -> str:
    if change.actor and not change.actor.role.may(Role.EDITOR):
        return say("{action} is an editor's step", action=CALLED[change.action])
    return _somebody(segment, change)


def _four_eyes(segment: Segment, change: Change) -> str:
    people = {*segment.people, *([change.actor.id] if change.actor else [])}
    if not change.four_eyes or len(people) > 1:
        return ""
    return say(
        "four eyes: nobody else has looked at it since it was drafted, its source changed, or somebody edited a number, date, name,"
        " negation or quotation in it"
    )


def _second_look(segment: Segment, change: Change) -> str:
    # what is confirmed may be confirmed again by somebody else: so a colleague who may not sign can be the other two eyes
    if segment.state is not State.REVIEWED:
        return ""
    if change.four_eyes and change.actor and change.actor.id not in segment.people and not segment.omitted:
        return ""
    return say("it is confirmed already") if change.four_eyes else _not_from(segment, change)


def _not_from(segment: Segment, change: Change) -> str:
    return say("{action} is not possible from the state {state}", action=CALLED[change.action], state=_STATES[segment.state])


def _undone_alone(_: Segment, change: Change) -> str:
    back = change.restored
    return _four_eyes(back, replace(change, actor=None)) if back and back.state is State.FINAL else ""


def _mark(segment: Segment, change: Change) -> str:
    mark = change.quotation
    if mark is None or mark.unit != segment.unit or not mark.text.strip():
        return say("name the quotation that is marked")
    return "" if change.begins or says_nothing(mark) else say("the quotation does not begin in this segment")


def _cited(_: Segment, change: Change) -> str:
    mark = change.quotation
    if mark and mark.url and not mark.on_the_web:  # it becomes a link on pages, and in what is exported
        return say("the address of a quotation begins with https:// or http://")
    if mark is None or mark.status is not QuotationStatus.VERIFIED or mark.url or mark.note:
        return ""
    return say("a verified wording needs its address, or a note on who authorised it")


def _adapted(segment: Segment, change: Change) -> str:
    if segment.kind not in ADAPTED:
        return say("only a headline, lede or social text has alternatives")
    if len(change.alternatives) > MOST_ALTERNATIVES:
        return say("{number} alternatives are enough", number=MOST_ALTERNATIVES)
    return "" if all(text.strip() for text in change.alternatives) else say("an alternative has no words")


def _no_foreign_words(_: Segment, change: Change) -> str:
    return say("its words are a quotation from another language, which nobody has resolved") if change.foreign else ""


def _nobody_wrote(segment: Segment, _: Change) -> str:
    # a better draft, such as the memory's, may take the place of a machine's, and of nothing else
    return say("somebody has written it") if segment.state is State.TRANSLATED and segment.people else ""


def _undoable(segment: Segment, change: Change) -> str:
    return "" if change.restored and change.restored.id == segment.id else say("there is nothing to undo")


def _error_stays_open(segment: Segment, change: Change) -> str:
    # a state that vouches for the text comes back only where today's rules allow it
    return _no_open_error(change.restored, change) if change.restored and change.restored.done and not segment.done else ""


def _whole(segment: Segment, change: Change) -> str:
    if segment.added:
        return say("an added unit has no source to {action}", action=CALLED[change.action])
    return say("{action} takes a segment that is not omitted", action=CALLED[change.action]) if segment.omitted else ""


def _source_differs(segment: Segment, change: Change) -> str:
    return "" if change.source != segment.source else say("the source is the same")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table; ``to`` None leaves the state to the action, which mostly keeps it."""

    before: frozenset[State]
    to: State | None
    guards: tuple[Guard, ...] = ()


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


_OPEN = _from(State.INITIAL, State.TRANSLATED)
_NOT_FINAL = _OPEN | {State.REVIEWED}

TABLE: Mapping[Action, Rule] = {
    Action.DRAFT: Rule(_OPEN, State.TRANSLATED, (_target_given, _codes, _no_foreign_words, _nobody_wrote)),
    Action.EDIT: Rule(_NOT_FINAL, State.TRANSLATED, (_somebody, _target_given, _codes_or_reason)),
    Action.CONFIRM: Rule(_NOT_FINAL, State.REVIEWED, (_somebody, _second_look, _target_stands, _no_open_error)),
    Action.OMIT: Rule(_OPEN, State.REVIEWED, (_somebody, _reason)),
    Action.ADD: Rule(frozenset(), State.REVIEWED, (_somebody, _target_given)),
    Action.SIGN_OFF: Rule(_from(State.REVIEWED), State.FINAL, (_editor, _no_open_error, _four_eyes)),
    Action.REJECT: Rule(_from(State.REVIEWED), State.TRANSLATED, (_somebody, _reason)),
    Action.REOPEN: Rule(_from(State.FINAL), State.REVIEWED, (_somebody, _reason)),
    Action.CORRECT: Rule(_from(State.FINAL), State.FINAL, (_editor, _target_given, _codes, _reason)),
    Action.WAIVE: Rule(_NOT_FINAL, None, (_somebody, _rule, _reason)),
    Action.SUGGEST: Rule(frozenset(State), None, (_target_given,)),
    Action.SOURCE_CHANGED: Rule(frozenset(State), State.INITIAL, (_source_differs,)),
    Action.QUOTE: Rule(_NOT_FINAL, None, (_somebody, _mark, _cited)),
    Action.ADAPT: Rule(_NOT_FINAL, None, (_somebody, _adapted)),
    Action.UNDO: Rule(frozenset(State), None, (_somebody, _undoable, _undone_alone, _error_stays_open)),
    Action.SPLIT: Rule(_NOT_FINAL, None, (_somebody, _whole)),
    Action.MERGE: Rule(_NOT_FINAL, None, (_somebody, _whole)),
}

#: In a headline, lede or social description, which are rewritten, these rules only inform.
_SOFT_IN_ADAPTED = frozenset({"omission", "addition", "term-missing", "number", "hashtag"})


def soften(kind: Kind, finding: Finding) -> Finding:
    """Return ``finding`` with the severity that it has in a unit of this kind."""
    if kind in ADAPTED and finding.rule in _SOFT_IN_ADAPTED:
        return replace(finding, severity=Severity.INFO)
    return finding


def unwaived(segment: Segment, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a segment that nobody has waived."""
    waived = {waiver.rule for waiver in segment.waivers}
    return tuple(finding for finding in findings if finding.rule not in waived)


def blocking(segment: Segment, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that forbid confirming: errors that nobody has waived."""
    weighed = (soften(segment.kind, finding) for finding in unwaived(segment, findings))
    return tuple(finding for finding in weighed if finding.severity is Severity.ERROR)


def refusal(segment: Segment, change: Change) -> str:
    """Return in plain words why ``change`` may not be made to ``segment``; empty when it may."""
    return _judged(segment, change)[0]


def _judged(segment: Segment, change: Change) -> tuple[str, str]:
    """Return why ``change`` is refused, and the way out; two empty texts when it is not."""
    rule, usual = TABLE[change.action], _WAY_OUT.get(change.action, "")
    if change.action is Action.ADD:
        if segment.source or segment.target or not segment.after:
            return say("an added unit has no source and stands after a unit"), usual
    elif segment.state not in rule.before:
        return _not_from(segment, change), usual
    failed = next(((why, guard) for guard in rule.guards if (why := guard(segment, change))), None)
    return (failed[0], _BY_GUARD.get(failed[1], usual)) if failed else ("", "")


def permit(segment: Segment, change: Change) -> None:
    """Raise Refused, naming the segment and the guard, when the table forbids ``change``."""
    why, hint = _judged(segment, change)
    if why:
        raise Refused(about(segment.id, why), hint=hint)


def apply(segment: Segment, change: Change) -> Segment:
    """Return ``segment`` after ``change``, which is neither a split nor a merge.

    Raises Refused, naming the segment and the guard, when the table forbids it.
    """
    if change.action not in EFFECTS:
        raise ValueError(f"{change.action} takes two segments")
    permit(segment, change)
    after = EFFECTS[change.action](segment, change)
    if change.action is Action.UNDO:
        return after  # with the state and the time of before
    state = TABLE[change.action].to or after.state
    if change.action is Action.REJECT and segment.omitted:
        state = State.INITIAL  # there is no text to call translated; what stood there before is a suggestion
    return replace(after, state=state, at=change.at)


_WAY_OUT = {
    Action.CONFIRM: say("Edit the target, or waive the finding with a reason"),
    Action.SIGN_OFF: say("Confirm it first"),
    Action.DRAFT: say("The segment is left to people"),
}
_BY_GUARD: Mapping[Guard, str] = {
    _four_eyes: say("Ask a colleague to confirm it, then sign it; or ask another editor to sign it"),
    _undone_alone: say("Ask another editor to sign it"),
    _editor: say("Ask an editor"),
    _second_look: say("Another person may confirm it, or an editor sign it"),
    _no_open_error: say("Edit the target, or waive the finding with a reason"),
}
