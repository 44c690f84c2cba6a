from dataclasses import replace
from datetime import UTC, datetime

import pytest

from transloc import states
from transloc.checks.rules import unchanged_draft
from transloc.engines import choose
from transloc.model import Person, Segment, State
from transloc.states import Action, Change

DRAFT = Segment(id="u1.s1", source="Так.", target="Yes.", state=State.TRANSLATED, origin="deepl")
AT = datetime(2026, 11, 26, tzinfo=UTC)
OLENA = Person("p7", "Olena")


def acted(segment, action, **more):
    return states.apply(segment, Change(action=action, at=AT, actor=OLENA, **more))


def test_a_draft_confirmed_as_it_stood_is_told():
    (found,) = unchanged_draft.check(acted(DRAFT, Action.CONFIRM))
    assert (found.severity, "deepl" in found.message) == ("info", True)


def test_a_draft_that_a_person_changed_is_not():
    edited = acted(DRAFT, Action.EDIT, target="Yes, of course.")
    assert edited.origin == "deepl+edit"
    assert list(unchanged_draft.check(acted(edited, Action.CONFIRM))) == []
    assert acted(edited, Action.EDIT, target="Sure.").origin == "deepl+edit"


def test_an_edit_that_changes_nothing_is_none():
    assert acted(DRAFT, Action.EDIT, target="Yes.").origin == "deepl"


@pytest.mark.parametrize(
    "segment", [DRAFT, replace(DRAFT, state=State.REVIEWED, origin="memory"), replace(DRAFT, state=State.FINAL, origin="")]
)
def test_what_nobody_confirmed_and_what_no_machine_wrote_is_not(segment):
    assert list(unchanged_draft.check(segment)) == []


def test_every_engine_is_a_machine():
    assert set(choose.NAMES) - {"auto"} == unchanged_draft.MACHINES
