"""Four eyes in the table: who may sign, who may look a second time, and what starts the count anew."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from transloc import states
from transloc.errors import Refused
from transloc.model import Finding, Kind, Person, Quotation, QuotationStatus, Role, Segment, Severity, State
from transloc.states import Action, Change

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ALICE, CAROL = Person("p1", "Alice", Role.EDITOR), Person("p3", "Carol", Role.EDITOR)
BOB = Person("p2", "Bob", Role.TRANSLATOR)
MARK = Quotation(unit="u1", span=(0, 4), text="Київ", spoken_in="fr", status=QuotationStatus.RETRANSLATED)


def segment(state=State.REVIEWED, **more):
    return Segment(id="u1.s1", source="Київ", target="Kyiv", state=state, **more)


def change(action, actor, **more):
    return Change(action=action, at=NOON, actor=actor, four_eyes=True, **more)


def test_the_refusal_tells_what_is_missing_and_the_way_out():
    with pytest.raises(Refused) as told:
        states.apply(segment(people=("p1",)), change(Action.SIGN_OFF, ALICE))
    assert "four eyes: nobody else has looked at it" in told.value.message
    assert told.value.hint == "Ask a colleague to confirm it, then sign it; or ask another editor to sign it"


def test_a_translator_is_sent_to_an_editor():
    with pytest.raises(Refused) as told:
        states.apply(segment(people=("p1",)), change(Action.SIGN_OFF, BOB))
    assert told.value.hint == "Ask an editor"


def test_a_colleague_who_may_not_sign_is_the_other_pair_of_eyes_by_confirming():
    seen = states.apply(segment(people=("p1",)), change(Action.CONFIRM, BOB))
    assert (seen.state, seen.people) == (State.REVIEWED, ("p1", "p2"))
    assert states.apply(seen, change(Action.SIGN_OFF, ALICE)).state is State.FINAL


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (change(Action.CONFIRM, ALICE), "it is confirmed already"),
        (replace(change(Action.CONFIRM, BOB), four_eyes=False), "confirm is not possible from the state reviewed"),
    ],
)
def test_nobody_confirms_twice(made, why):
    assert states.refusal(segment(people=("p1",)), made) == why


def test_a_second_look_is_no_way_past_an_error():
    wrong = Finding(rule="number", severity=Severity.ERROR, message="12 is missing")
    assert "12 is missing" in states.refusal(segment(people=("p1",)), change(Action.CONFIRM, BOB, findings=(wrong,)))


def test_a_mark_of_a_quotation_starts_the_count_anew_and_leaves_a_machines_text_nobodys():
    assert states.apply(segment(people=("p1", "p2")), change(Action.QUOTE, CAROL, quotation=MARK)).people == ("p3",)
    assert states.apply(segment(State.TRANSLATED), change(Action.QUOTE, CAROL, quotation=MARK)).people == ()
    marked = segment(people=("p1", "p2"), quotations=(MARK,))
    assert states.apply(marked, change(Action.QUOTE, CAROL, quotation=MARK)).people == ("p1", "p2"), "nothing was changed"


@pytest.mark.parametrize(("touches_facts", "people"), [(True, ("p3",)), (False, ("p1", "p2", "p3"))])
def test_a_correction_of_a_fact_stands_and_counts_anew_once_it_is_reopened(touches_facts, people):
    done = states.apply(
        segment(State.FINAL, people=("p1", "p2")),
        change(Action.CORRECT, CAROL, target="Lviv", reason="wrong town", touches_facts=touches_facts),
    )
    assert (done.state, done.people) == (State.FINAL, people)
    reopened = states.apply(done, change(Action.REOPEN, CAROL, reason="look again"))
    assert (states.refusal(reopened, change(Action.SIGN_OFF, CAROL)) == "") is not touches_facts


@pytest.mark.parametrize(("people", "refused"), [(("p1",), True), (("p1", "p2"), False)])
def test_undo_brings_back_no_signature_of_one_person(people, refused):
    back = change(Action.UNDO, ALICE, restored=segment(State.FINAL, people=people))
    assert ("four eyes" in states.refusal(segment(State.TRANSLATED), back)) is refused


@pytest.mark.parametrize("action", [Action.ADAPT, Action.WAIVE])
def test_what_changes_no_word_changes_nothing_of_who_has_seen_it(action):
    before = segment(people=("p1",), kind=Kind.HEADLINE)
    after = states.apply(before, change(action, BOB, alternatives=("Capital",), rule="number", reason="so it is"))
    assert after.people == ("p1",)
    assert "four eyes" in states.refusal(after, change(Action.SIGN_OFF, ALICE))
