from dataclasses import replace
from datetime import UTC, datetime

import pytest

from transloc import states
from transloc.model import Kind, Person, Quotation, QuotationStatus, Role, Segment, State, Waiver
from transloc.steps.follow import changes

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
READER = Person("p9", "Reader", Role.EDITOR)


def led(ours, theirs, **more):
    for change in changes(ours, theirs, reader=READER, at=NOON):
        ours = states.apply(ours, replace(change, **more))
    return ours


def at_state(state, target="Kyiv", **more):
    return Segment(id="u1.s1", source="Київ", target="" if state is State.INITIAL else target, state=state, **more)


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", [State.TRANSLATED, State.REVIEWED, State.FINAL])
@pytest.mark.parametrize("target", ["Kyiv", "Kyiv!"])
def test_the_desk_follows_the_file_from_every_state_to_every_state(before, after, target):
    done = led(at_state(before), at_state(after, target))
    assert (done.state, done.target) == (after, target)


@pytest.mark.parametrize("before", State)
def test_an_omission_in_the_file_is_followed(before):
    theirs = Segment(id="u1.s1", source="Київ", state=State.REVIEWED, omitted="not for abroad")
    done = led(at_state(before), theirs)
    assert (done.state, done.target, done.omitted) == (State.REVIEWED, "", "not for abroad")


def test_an_added_unit_in_the_file_is_added():
    ours = Segment(id="a1.s1", source="", after="u1")
    done = led(ours, replace(ours, target="Kyiv is the capital.", state=State.REVIEWED, people=("p3",)))
    assert (done.target, done.state, done.people) == ("Kyiv is the capital.", State.REVIEWED, ("p3",))


def test_an_added_unit_that_was_left_out_again_keeps_its_words():
    ours = Segment(id="a1.s1", source="", after="u1")
    theirs = replace(ours, suggestion="Kyiv is the capital.", omitted="known", state=State.REVIEWED)
    done = led(ours, theirs)
    assert (done.target, done.suggestion, done.omitted, done.state) == ("", "Kyiv is the capital.", "known", State.REVIEWED)


def test_waivers_come_before_confirming():
    theirs = at_state(State.REVIEWED, waivers=(Waiver("number", "the source is wrong"),))
    assert led(at_state(State.TRANSLATED), theirs).waivers[0].reason == "the source is wrong"


def test_people_of_the_file_are_kept_so_that_four_eyes_are_judged_by_them():
    done = led(at_state(State.INITIAL), at_state(State.FINAL, people=("p1", "p2")), four_eyes=True)
    assert (done.state, done.people) == (State.FINAL, ("p1", "p2"))


def test_one_person_in_the_file_is_not_four_eyes():
    from transloc.errors import Refused

    with pytest.raises(Refused, match="four eyes"):
        led(at_state(State.INITIAL), at_state(State.FINAL, people=("p1",)), four_eyes=True)


def test_nothing_to_follow_is_no_change():
    assert changes(at_state(State.FINAL), at_state(State.FINAL), reader=READER, at=NOON) == ()
    assert changes(at_state(State.TRANSLATED), at_state(State.INITIAL), reader=READER, at=NOON) == ()


def test_a_suggestion_that_somebody_changed_in_the_file_is_kept_beside_the_segment():
    ours = at_state(State.INITIAL, previous_source="Києве", suggestion="O Kyiv")
    done = led(ours, replace(ours, suggestion="Kyiv, new text"))
    assert (done.state, done.target, done.suggestion) == (State.INITIAL, "", "Kyiv, new text")


def test_the_other_text_of_a_merge_conflict_stays_beside_ours():
    ours = at_state(State.REVIEWED)
    done = led(ours, at_state(State.TRANSLATED, suggestion="Kiew"))
    assert (done.state, done.target, done.suggestion) == (State.TRANSLATED, "Kyiv", "Kiew")


@pytest.mark.parametrize("before", State)
def test_a_correction_in_the_file_is_followed_with_its_date(before):
    theirs = at_state(State.FINAL, "Kyiv!", correction="2026-11-20: a missing sign")
    done = led(at_state(before), theirs)
    assert (done.state, done.target, done.correction) == (State.FINAL, "Kyiv!", "2026-11-20: a missing sign")


def test_a_correction_of_a_final_text_does_not_reopen_it():
    theirs = at_state(State.FINAL, "Kyiv!", correction="2026-11-20: a missing sign")
    assert [change.action for change in changes(at_state(State.FINAL), theirs, reader=READER, at=NOON)] == [states.Action.CORRECT]


def test_a_waiver_keeps_the_name_of_who_gave_it():
    theirs = at_state(State.REVIEWED, people=("p1",), waivers=(Waiver("number", "the source is wrong", "p2"),))
    assert led(at_state(State.TRANSLATED), theirs).waivers == theirs.waivers


def test_waivers_that_both_sides_know_outlast_an_edit_in_the_file():
    given = (Waiver("number", "the source is wrong", "p2"),)
    done = led(at_state(State.TRANSLATED, waivers=given), at_state(State.REVIEWED, "Kyiv 2", waivers=given))
    assert (done.state, done.waivers) == (State.REVIEWED, given)


MARK = Quotation(unit="u1", span=(0, 4), text="Київ", spoken_in="fr")


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", [State.TRANSLATED, State.REVIEWED, State.FINAL])
def test_a_resolved_quotation_and_alternatives_in_the_file_are_followed(before, after):
    verified = replace(MARK, status=QuotationStatus.VERIFIED, url="https://lemonde.fr/1")
    ours = at_state(before, kind=Kind.HEADLINE, quotations=(MARK,), alternatives=("A",))
    theirs = at_state(after, "Kyiv!", kind=Kind.HEADLINE, quotations=(verified,), alternatives=("B", "C"))
    done = led(ours, theirs)
    assert (done.state, done.target, done.quotations, done.alternatives) == (after, "Kyiv!", (verified,), ("B", "C"))


def test_a_mark_in_the_file_makes_a_hint_of_a_draft_here():
    theirs = replace(at_state(State.INITIAL), suggestion="Kyiv", quotations=(MARK,))
    ours = at_state(State.TRANSLATED, origin="deepl")
    *others, mark = changes(ours, theirs, reader=READER, at=NOON)
    assert (others, mark.quotation) == ([], MARK)
    done = states.apply(ours, replace(mark, foreign=True))
    assert (done.state, done.target, done.suggestion, done.quotations) == (State.INITIAL, "", "Kyiv", (MARK,))


def test_a_mark_that_the_file_no_longer_has_is_taken_away():
    assert led(at_state(State.REVIEWED, quotations=(MARK,)), at_state(State.REVIEWED)).quotations == ()
