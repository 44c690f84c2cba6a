"""What can be done to a segment, and what its guards are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from transloc.model import Finding, Person, Quotation, Segment
from transloc.wording import say


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
    QUOTE = "quote"
    ADAPT = "adapt"
    UNDO = "undo"
    SPLIT = "split"
    MERGE = "merge"


#: What an action is called where its refusal is told.
CALLED: Mapping[Action, str] = {
    Action.DRAFT: say("draft"),
    Action.EDIT: say("edit"),
    Action.CONFIRM: say("confirm"),
    Action.OMIT: say("omit"),
    Action.ADD: say("add"),
    Action.SIGN_OFF: say("sign-off"),
    Action.REJECT: say("reject"),
    Action.REOPEN: say("reopen"),
    Action.CORRECT: say("correct"),
    Action.WAIVE: say("waive"),
    Action.SUGGEST: say("suggest"),
    Action.SOURCE_CHANGED: say("source-changed"),
    Action.QUOTE: say("quote"),
    Action.ADAPT: say("adapt"),
    Action.UNDO: say("undo"),
    Action.SPLIT: say("split"),
    Action.MERGE: say("merge"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One action with all that its guards ask for.

    ``target`` is the new text (draft, edit, add, correct, suggest), ``source`` the new source (source-changed), ``reason`` the words
    a person gives (omit, reject, reopen, correct, waive, or an edit that breaks codes on purpose). ``codes_valid`` and
    ``findings`` are judged on the text as it will stand. ``touches_facts`` tells whether an edit changes a number, date,
    name, negation or quotation: such an edit needs other eyes again, and waivers anew.

    ``quotation`` is the mark that a quote sets (one that says nothing takes the mark away), ``begins`` tells whether its words begin in
    this segment, ``foreign`` whether they are of another language than the source's; of a draft, whether it would be one of such
    words that nobody has resolved. ``alternatives`` are the other wordings that an adapt keeps, ``restored`` is the segment as an undo
    brings it back.
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
    quotation: Quotation | None = None
    foreign: bool = False
    begins: bool = True
    alternatives: tuple[str, ...] = ()
    restored: Segment | None = None
