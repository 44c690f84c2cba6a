"""What each action makes of a segment."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from transloc.model import Quotation, QuotationStatus, Segment, State, Waiver
from transloc.states.change import Action, Change

#: What the origin of a draft ends with, once a person has changed its words.
EDITED = "+edit"
#: The origin of what was written in a PO file by other tools.
ORIGIN_OF_FILES = "po"


def _joined(segment: Segment, change: Change) -> tuple[str, ...]:
    if change.actor is None or change.actor.id in segment.people:
        return segment.people
    return (*segment.people, change.actor.id)


def _only(change: Change) -> tuple[str, ...]:
    return (change.actor.id,) if change.actor else ()


def _draft(segment: Segment, change: Change) -> Segment:
    return replace(segment, target=change.target, origin=change.origin, people=(), omitted="")


def _edit(segment: Segment, change: Change) -> Segment:
    written = replace(segment, target=change.target, origin=change.origin or _worked_on(segment, change.target), omitted="")
    if change.touches_facts:  # who vouched for the text, or let a finding in it pass, has not seen this one
        return replace(written, people=_only(change), waivers=())
    return replace(written, people=_joined(segment, change))


def _worked_on(segment: Segment, target: str) -> str:
    """Return where the text came from, and that a person changed it: how much of a draft is left as it was is told by nothing else."""
    untouched = not segment.origin or target == segment.target or segment.origin == ORIGIN_OF_FILES or segment.origin.endswith(EDITED)
    return segment.origin if untouched else segment.origin + EDITED


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
    people = _only(change) if change.touches_facts else _joined(segment, change)
    return replace(segment, target=change.target, people=people, correction=note)


def _waive(segment: Segment, change: Change) -> Segment:
    by = change.actor.id if change.actor else ""
    others = tuple(waiver for waiver in segment.waivers if waiver.rule != change.rule)
    return replace(segment, waivers=(*others, Waiver(change.rule, change.reason, by)))


def _suggest(segment: Segment, change: Change) -> Segment:
    return replace(segment, suggestion=change.target)


def _quote(segment: Segment, change: Change) -> Segment:
    mark = change.quotation
    assert mark is not None
    others = tuple(known for known in segment.quotations if (known.unit, known.text) != (mark.unit, mark.text))
    # what is printed of somebody's words is a fact; a machine's text stays nobody's
    people = _only(change) if segment.people and mark not in segment.quotations else segment.people
    marked = replace(segment, quotations=others if says_nothing(mark) else (*others, mark), people=people)
    return withdrawn(marked) if change.foreign and mark.status is QuotationStatus.UNRESOLVED else marked


def says_nothing(mark: Quotation) -> bool:
    """Tell whether a mark claims nothing of its words, which is how it is taken away."""
    return mark.status is QuotationStatus.UNRESOLVED and not (mark.spoken_in or mark.published_in)


def withdrawn(segment: Segment) -> Segment:
    """Return ``segment`` once its words belong to a foreign quotation that nobody has resolved.

    What a machine made of them is a suggestion; what a person wrote waits to be confirmed again.
    """
    if segment.state is State.TRANSLATED and segment.target and not segment.people:
        return replace(segment, target="", origin="", suggestion=segment.target, state=State.INITIAL)
    return replace(segment, state=State.TRANSLATED) if segment.state is State.REVIEWED and not segment.omitted else segment


def _adapt(segment: Segment, change: Change) -> Segment:
    return replace(segment, alternatives=change.alternatives)


def _undo(segment: Segment, change: Change) -> Segment:
    assert change.restored is not None
    return replace(change.restored, revision=segment.revision)


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


#: Of each action on one segment, its state and time apart, which the table gives.
EFFECTS: Mapping[Action, Callable[[Segment, Change], Segment]] = {
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
    Action.QUOTE: _quote,
    Action.ADAPT: _adapt,
    Action.UNDO: _undo,
}
