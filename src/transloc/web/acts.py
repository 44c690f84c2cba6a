"""What can be done to one segment from the desk: each action reads its form and hands the change to the store, which judges it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from transloc import memory, states
from transloc.checks.rules import inline_code
from transloc.errors import InputError
from transloc.model import Catalog, Segment
from transloc.states import Action, Change
from transloc.steps.repeat import repeats
from transloc.store import Outcome, Row
from transloc.web import desk
from transloc.web.desk import At, Here
from transloc.wording import say


@dataclass(slots=True, kw_only=True)
class Task:
    """One form about one segment. ``now`` is the catalog as the task last wrote it, None before it has written."""

    here: Here
    at: At
    segment: Segment
    form: QueryDict
    now: Catalog | None = None

    @property
    def seen(self) -> int:
        """The revision that the form was filled in on."""
        return self.number("seen")

    @property
    def place(self) -> tuple[str, str]:
        """The catalog, as the store names it."""
        return self.at.article.slug, self.at.catalog.target_locale

    def word(self, name: str) -> str:
        """Return one field, with the line ends of a text as we keep them."""
        return self.form.get(name, "").replace("\r\n", "\n")

    def number(self, name: str) -> int:
        """Return a whole number from a field; raises InputError where it is none."""
        try:
            return int(self.form.get(name, ""))
        except ValueError:
            raise InputError(say("the form has no number “{name}”", name=name), hint=say("Load the page again")) from None

    def change(self, action: Action, **words: Any) -> Change:
        """Return a change by this person, now."""
        return Change(action=action, at=self.here.now, actor=self.here.person, **words)

    @property
    def second_look(self) -> bool:
        """Whether this person is the other pair of eyes that the project asks for, on a text that somebody has confirmed."""
        return not states.refusal(self.segment, replace(self.change(Action.CONFIRM), four_eyes=self.here.newsroom.project.four_eyes))

    def make(self, *changes: Change) -> None:
        """Make changes in one transaction; raises what refused one of them, after those before it were made."""
        rows = [(self.segment.id, self.seen, change) for change in changes]
        refused = self.write(rows).refused
        if refused:
            raise refused[0]

    def write(self, rows: Iterable[Row]) -> Outcome:
        """Make changes of any segments of the catalog in one transaction; return what became of them."""
        outcome = self.here.newsroom.store.change_many(*self.place, rows, rules=self.here.rules(self.at.catalog))
        self.now = desk.written(self.here.newsroom, *self.place, outcome)
        return outcome

    def edited(self, *, codes_may_differ: bool = True) -> tuple[Change, ...]:
        """Return the edit that the form asks for, none where its text is the one that stands.

        The form's reason allows codes that differ from the source's, unless it was given for something else.
        """
        target = self.word("target")
        if "target" not in self.form or (target == self.segment.target and self.seen == self.segment.revision):
            return ()
        return (self.change(Action.EDIT, target=target, reason=self.word("reason") if codes_may_differ else ""),)


def _edit(task: Task) -> str:
    if changes := task.edited():
        task.make(*changes)
        return _("Saved")
    task.here.newsroom.store.drop_draft(*task.place, task.segment.id, person=task.here.person)
    return _("Nothing was changed")


def _confirm(task: Task) -> str:
    edit = task.edited()
    if task.segment.done and not edit and not task.second_look:
        return _("Confirmed already")
    task.make(*edit, task.change(Action.CONFIRM))
    if task.segment.done and not edit:
        return _("Confirmed, as a second person")
    again = _repeat(task)
    if not again:
        return _("Confirmed")
    return _("Confirmed, and put where the same sentence stands again (%(number)s)") % {"number": again}


def _repeat(task: Task) -> int:
    """Put the confirmed text where the same sentence waits with a machine's draft and nobody types; return in how many places."""
    store = task.here.newsroom.store
    catalog = task.now or task.at.catalog
    confirmed = next(one for one in catalog if one.id == task.segment.id)
    again = tuple(repeats(catalog, confirmed))
    typing = {draft.segment for draft in store.drafts(*task.place, person=task.here.person)} if again else set()
    rows = [
        (one.id, one.revision, Change(action=Action.DRAFT, at=task.here.now, target=target, origin=memory.EXACT))
        for one, target in again
        if one.id not in typing
    ]
    return len(task.write(rows).changed) if rows else 0


def _sign_off(task: Task) -> str:
    edit = task.edited()
    vouched = () if task.segment.done and not edit else (task.change(Action.CONFIRM),)
    task.make(*edit, *vouched, task.change(Action.SIGN_OFF))
    return _("Signed off")


def _with_reason(action: Action, said: Promise) -> Callable[[Task], str]:
    def act(task: Task) -> str:
        task.make(task.change(action, reason=task.word("reason")))
        return str(said)

    return act


def _correct(task: Task) -> str:
    task.make(task.change(Action.CORRECT, target=task.word("target"), reason=task.word("reason")))
    return _("Corrected")


def _waive(task: Task) -> str:
    rule = task.word("rule")
    edit = task.edited(codes_may_differ=rule == inline_code.NAME)
    task.make(*edit, task.change(Action.WAIVE, rule=rule, reason=task.word("reason")))
    return _("The finding was let pass")


def _adapt(task: Task) -> str:
    others = tuple(dict.fromkeys(text for text in task.form.getlist("alternative") if text.strip()))
    task.make(*task.edited(), task.change(Action.ADAPT, alternatives=others))
    return _("The wordings were kept")


def _split(task: Task) -> str:
    at, target_at = task.number("at"), task.number("target_at")
    by, rules = task.here.person, task.here.rules(task.at.catalog)
    task.here.newsroom.store.split(
        *task.place, task.segment.id, seen=task.seen, at=at, target_at=target_at, actor=by, moment=task.here.now, rules=rules
    )
    return _("Split in two")


def _merge(task: Task) -> str:
    by, rules = task.here.person, task.here.rules(task.at.catalog)
    following = task.number("following")
    task.here.newsroom.store.merge(
        *task.place, task.segment.id, seen=task.seen, following=following, actor=by, moment=task.here.now, rules=rules
    )
    return _("Merged with the next")


def _comment(task: Task) -> str:
    task.here.newsroom.store.comment(
        *task.place, task.segment.id, author=task.here.person, text=task.word("text").strip(), at=task.here.now
    )
    return _("The comment was added")


def _settle(task: Task) -> str:
    task.here.newsroom.store.settle(task.number("comment"), actor=task.here.person, at=task.here.now)
    return _("The comment was settled")


def _draft(task: Task) -> str:
    task.here.newsroom.store.keep_draft(
        *task.place, task.segment.id, person=task.here.person, text=task.word("target"), seen=task.seen, at=task.here.now
    )
    return ""


def _drop(task: Task) -> str:
    task.here.newsroom.store.drop_draft(*task.place, task.segment.id, person=task.here.person)
    return _("The unsaved draft was thrown away")


ACTS: Mapping[str, Callable[[Task], str]] = {
    "edit": _edit,
    "restore": _edit,
    "take": _edit,
    "confirm": _confirm,
    "sign-off": _sign_off,
    "omit": _with_reason(Action.OMIT, gettext_lazy("Left out")),
    "reject": _with_reason(Action.REJECT, gettext_lazy("Rejected")),
    "reopen": _with_reason(Action.REOPEN, gettext_lazy("Reopened")),
    "correct": _correct,
    "waive": _waive,
    "adapt": _adapt,
    "split": _split,
    "merge": _merge,
    "comment": _comment,
    "settle": _settle,
    "draft": _draft,
    "drop": _drop,
}
"""By the last part of the address, what an action does; each returns what the person is told."""
