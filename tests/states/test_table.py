from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc import states
from transloc.errors import Refused
from transloc.model import Finding, Kind, Person, Quotation, QuotationStatus, Role, Segment, Severity, State, Waiver
from transloc.states import Action, Change

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ALICE = Person("p1", "Alice", Role.EDITOR)
BOB = Person("p2", "Bob", Role.TRANSLATOR)
WRONG_NUMBER = Finding(rule="number", severity=Severity.ERROR, message="12 is missing")


def segment(state=State.INITIAL, **more):
    text = {} if state is State.INITIAL else {"target": "Kyiv, 12 May"}
    return Segment(id="u1.s1", source="Київ, 12 травня", state=state, **(text | more))


def change(action, actor=BOB, **more):
    return Change(action=action, at=NOON, actor=actor, **more)


MARK = Quotation(unit="u1", span=(0, 4), text="Київ", spoken_in="fr")
FULL = {
    "target": "Kyiv on 12 May",
    "source": "Київ, 13 травня",
    "reason": "because",
    "rule": "number",
    "quotation": MARK,
    "restored": segment(State.TRANSLATED),
}
#: Carried out by steps.resegment, on two segments.
OF_TWO = frozenset({Action.SPLIT, Action.MERGE})

ALLOWED = {
    Action.DRAFT: dict.fromkeys((State.INITIAL, State.TRANSLATED), State.TRANSLATED),
    Action.EDIT: dict.fromkeys((State.INITIAL, State.TRANSLATED, State.REVIEWED), State.TRANSLATED),
    Action.CONFIRM: {State.TRANSLATED: State.REVIEWED},
    Action.OMIT: dict.fromkeys((State.INITIAL, State.TRANSLATED), State.REVIEWED),
    Action.ADD: {},
    Action.SIGN_OFF: {State.REVIEWED: State.FINAL},
    Action.REJECT: {State.REVIEWED: State.TRANSLATED},
    Action.REOPEN: {State.FINAL: State.REVIEWED},
    Action.CORRECT: {State.FINAL: State.FINAL},
    Action.WAIVE: {s: s for s in (State.INITIAL, State.TRANSLATED, State.REVIEWED)},
    Action.SUGGEST: {s: s for s in State},
    Action.SOURCE_CHANGED: dict.fromkeys(State, State.INITIAL),
    Action.QUOTE: {s: s for s in (State.INITIAL, State.TRANSLATED, State.REVIEWED)},
    Action.ADAPT: {},
    Action.UNDO: dict.fromkeys(State, State.TRANSLATED),
}


@pytest.mark.parametrize("action", sorted(set(Action) - OF_TWO))
@pytest.mark.parametrize("state", State)
def test_the_table_allows_exactly_these_ways(action, state):
    made = change(action, ALICE, **FULL)
    if state in ALLOWED[action]:
        assert states.apply(segment(state), made).state is ALLOWED[action][state]
    else:
        with pytest.raises(Refused):
            states.apply(segment(state), made)


def test_every_action_has_a_rule_and_an_effect():
    assert set(states.TABLE) == set(Action)
    for action in Action:
        assert states.refusal(segment(), change(action)) is not None


@pytest.mark.parametrize(
    ("action", "state", "more", "words"),
    [
        (Action.DRAFT, State.INITIAL, {"target": " "}, "empty"),
        (Action.DRAFT, State.INITIAL, {"target": "x", "codes_valid": False}, "inline codes"),
        (Action.EDIT, State.TRANSLATED, {"target": "x", "codes_valid": False}, "inline codes"),
        (Action.CONFIRM, State.TRANSLATED, {"findings": (WRONG_NUMBER,)}, "12 is missing"),
        (Action.OMIT, State.TRANSLATED, {}, "reason"),
        (Action.SIGN_OFF, State.REVIEWED, {}, "editor"),
        (Action.REJECT, State.REVIEWED, {}, "reason"),
        (Action.REOPEN, State.FINAL, {}, "reason"),
        (Action.CORRECT, State.FINAL, {"target": "x", "reason": "typo"}, "editor"),
        (Action.WAIVE, State.TRANSLATED, {"rule": "number"}, "reason"),
        (Action.SOURCE_CHANGED, State.FINAL, {"source": "Київ, 12 травня"}, "same"),
    ],
)
def test_each_guard_says_why(action, state, more, words):
    with pytest.raises(Refused, match=words) as told:
        states.apply(segment(state), change(action, **more))
    assert "u1.s1" in str(told.value)


def test_a_draft_takes_the_place_of_a_machines_text_and_of_nobodys_work():
    better = change(Action.DRAFT, target="Kyiv, 12 May", origin="memory")
    drafted = states.apply(segment(State.TRANSLATED), better)
    assert (drafted.target, drafted.origin, drafted.people) == ("Kyiv, 12 May", "memory", ())
    with pytest.raises(Refused, match="somebody has written it"):
        states.apply(replace(segment(State.TRANSLATED), people=("p1",)), better)


def test_an_empty_segment_cannot_be_confirmed():
    with pytest.raises(Refused, match="empty"):
        states.apply(segment(), change(Action.CONFIRM))


def test_broken_codes_pass_when_a_person_says_so_with_a_reason():
    done = states.apply(segment(State.TRANSLATED), change(Action.EDIT, target="x", codes_valid=False, reason="the link is dead"))
    assert done.target == "x"


def test_a_waived_error_no_longer_blocks():
    waived = states.apply(segment(State.TRANSLATED), change(Action.WAIVE, rule="number", reason="the source is wrong"))
    assert waived.waivers == (Waiver("number", "the source is wrong", "p2"),)
    assert states.apply(waived, change(Action.CONFIRM, findings=(WRONG_NUMBER,))).state is State.REVIEWED


def test_in_a_headline_a_number_only_informs():
    headline = segment(State.TRANSLATED, kind=Kind.HEADLINE)
    assert states.apply(headline, change(Action.CONFIRM, findings=(WRONG_NUMBER,))).state is State.REVIEWED


def test_a_headline_in_cyrillic_is_still_refused():
    leftover = Finding(rule="untranslated", severity=Severity.ERROR, message="still Ukrainian")
    with pytest.raises(Refused):
        states.apply(segment(State.TRANSLATED, kind=Kind.HEADLINE), change(Action.CONFIRM, findings=(leftover,)))


def test_an_omission_keeps_its_reason_and_the_text_that_stood_there():
    done = states.apply(segment(State.TRANSLATED), change(Action.OMIT, reason="local phone numbers"))
    assert (done.target, done.omitted, done.suggestion, done.state) == ("", "local phone numbers", "Kyiv, 12 May", State.REVIEWED)
    back = states.apply(done, change(Action.REJECT, reason="needed after all"))
    assert (back.state, back.omitted, back.suggestion) == (State.INITIAL, "", "Kyiv, 12 May")


def test_an_added_unit_has_no_source_and_stands_after_a_unit():
    fresh = Segment(id="a1.s1", source="", kind=Kind.NOTE, after="u1")
    done = states.apply(fresh, change(Action.ADD, target="Kyiv is the capital of Ukraine."))
    assert done.added
    assert done.state is State.REVIEWED
    with pytest.raises(Refused, match="stands after a unit"):
        states.apply(replace(fresh, after=""), change(Action.ADD, target="x"))


def test_four_eyes_want_a_second_person():
    confirmed = states.apply(segment(State.TRANSLATED), change(Action.CONFIRM, ALICE))
    with pytest.raises(Refused, match="four eyes"):
        states.apply(confirmed, change(Action.SIGN_OFF, ALICE, four_eyes=True))
    confirmed = states.apply(segment(State.TRANSLATED), change(Action.CONFIRM, BOB))
    assert states.apply(confirmed, change(Action.SIGN_OFF, ALICE, four_eyes=True)).state is State.FINAL


@pytest.mark.parametrize(("touches_facts", "signed"), [(False, True), (True, False)])
def test_who_signs_may_edit_first_unless_a_fact_changed(touches_facts, signed):
    confirmed = states.apply(segment(State.TRANSLATED), change(Action.CONFIRM, BOB))
    edited = states.apply(confirmed, change(Action.EDIT, ALICE, target="Kyiv, May", touches_facts=touches_facts))
    again = states.apply(edited, change(Action.CONFIRM, ALICE))
    assert (states.refusal(again, change(Action.SIGN_OFF, ALICE, four_eyes=True)) == "") is signed


def test_a_source_change_keeps_both_old_texts_and_asks_everybody_again():
    final = segment(State.FINAL, people=("p1", "p2"), waivers=(Waiver("number", "x"),))
    fresh = states.apply(final, change(Action.SOURCE_CHANGED, source="Київ, 13 травня"))
    assert (fresh.source, fresh.previous_source) == ("Київ, 13 травня", "Київ, 12 травня")
    assert (fresh.target, fresh.suggestion) == ("", "Kyiv, 12 May")
    assert (fresh.people, fresh.waivers, fresh.state) == ((), (), State.INITIAL)


def test_a_correction_is_dated_and_stays_final():
    done = states.apply(segment(State.FINAL), change(Action.CORRECT, ALICE, target="Kyiv, 13 May", reason="wrong day"))
    assert (done.state, done.target, done.correction) == (State.FINAL, "Kyiv, 13 May", "2026-11-23: wrong day")


CHANGES = st.builds(
    Change,
    action=st.sampled_from(sorted(set(Action) - OF_TWO - {Action.ADD})),
    at=st.just(NOON),
    actor=st.sampled_from([ALICE, BOB, None]),
    target=st.sampled_from(["", "Kyiv", "Kyiv, 12 May"]),
    source=st.sampled_from(["Київ", "Київ, 12 травня"]),
    reason=st.sampled_from(["", "because"]),
    rule=st.sampled_from(["", "number"]),
    codes_valid=st.booleans(),
    findings=st.sampled_from([(), (WRONG_NUMBER,)]),
    touches_facts=st.booleans(),
    four_eyes=st.just(True),
    quotation=st.sampled_from([None, MARK, replace(MARK, spoken_in=""), replace(MARK, status=QuotationStatus.RETRANSLATED)]),
    foreign=st.booleans(),
)


@given(st.lists(CHANGES, max_size=12))
def test_no_sequence_of_changes_breaks_the_promises(changes):
    now = segment()
    for made in changes:
        try:
            now = states.apply(now, made)
        except Refused:
            continue
        assert now.source
        if now.state is not State.INITIAL:
            assert now.target or now.omitted
        if now.omitted:
            assert not now.target
        if made.action == Action.SIGN_OFF:
            assert len(now.people) >= 2
        assert len(set(now.people)) == len(now.people)


def test_a_source_that_changes_twice_keeps_the_source_that_the_suggestion_translates():
    once = states.apply(segment(State.FINAL), change(Action.SOURCE_CHANGED, source="Київ, 13 травня"))
    twice = states.apply(once, change(Action.SOURCE_CHANGED, source="Київ, 14 травня"))
    assert (twice.previous_source, twice.suggestion) == ("Київ, 12 травня", "Kyiv, 12 May")


def test_a_suggestion_stands_beside_the_text_and_changes_nothing_else():
    done = states.apply(segment(State.FINAL, people=("p1", "p2")), change(Action.SUGGEST, None, target="Kyiv on 12 May"))
    assert done == segment(State.FINAL, people=("p1", "p2"), suggestion="Kyiv on 12 May", at=NOON)


def test_a_correction_that_comes_with_its_date_keeps_it():
    done = states.apply(segment(State.FINAL), change(Action.CORRECT, ALICE, target="Kyiv", reason="2026-11-20: wrong day"))
    assert done.correction == "2026-11-20: wrong day"


@pytest.mark.parametrize(("touches_facts", "left"), [(True, ()), (False, (Waiver("number", "x"),))])
def test_a_waiver_ends_with_the_figures_that_it_was_given_for(touches_facts, left):
    waived = segment(State.TRANSLATED, waivers=(Waiver("number", "x"),))
    assert states.apply(waived, change(Action.EDIT, target="Kyiv", touches_facts=touches_facts)).waivers == left


def test_a_split_is_no_change_of_one_segment():
    with pytest.raises(ValueError, match="two segments"):
        states.apply(segment(State.TRANSLATED), change(Action.SPLIT))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"quotation": None}, "name the quotation"),
        ({"quotation": replace(MARK, unit="u2")}, "name the quotation"),
        ({"quotation": MARK, "begins": False}, "does not begin in this segment"),
        ({"quotation": replace(MARK, status=QuotationStatus.VERIFIED)}, "address, or a note"),
        ({"quotation": replace(MARK, url="javascript:alert(1)")}, "begins with https://"),
        ({"quotation": MARK, "actor": None}, "a person who answers for it"),
    ],
)
def test_a_mark_is_of_words_that_begin_here_and_a_verified_one_is_cited(more, words):
    assert words in states.refusal(segment(), change(Action.QUOTE, **({"actor": BOB} | more)))


def test_a_mark_takes_the_place_of_the_one_on_the_same_words_and_one_that_says_nothing_ends_it():
    other = replace(MARK, text="травня", span=(9, 15))
    marked = states.apply(states.apply(segment(), change(Action.QUOTE, quotation=MARK)), change(Action.QUOTE, quotation=other))
    verified = replace(MARK, status=QuotationStatus.VERIFIED, url="https://zeit.de/1")
    assert states.apply(marked, change(Action.QUOTE, quotation=verified)).quotations == (other, verified)
    assert states.apply(marked, change(Action.QUOTE, quotation=replace(MARK, spoken_in=""))).quotations == (other,)


def test_a_foreign_quotation_takes_the_target_from_a_machine_alone():
    quote = change(Action.QUOTE, quotation=MARK, foreign=True)
    draft = states.apply(segment(State.TRANSLATED, origin="deepl"), quote)
    assert (draft.state, draft.target, draft.origin, draft.suggestion) == (State.INITIAL, "", "", "Kyiv, 12 May")
    written = states.apply(segment(State.TRANSLATED, people=("p2",)), quote)
    assert (written.state, written.target) == (State.TRANSLATED, "Kyiv, 12 May")
    confirmed = states.apply(segment(State.REVIEWED, people=("p2",)), quote)
    assert (confirmed.state, confirmed.target) == (State.TRANSLATED, "Kyiv, 12 May")
    resolved = replace(quote, quotation=replace(MARK, status=QuotationStatus.RETRANSLATED))
    assert states.apply(segment(State.REVIEWED, people=("p2",)), resolved).state is State.REVIEWED


def test_alternatives_are_of_a_headline_and_few():
    headline = segment(State.REVIEWED, kind=Kind.HEADLINE)
    done = states.apply(headline, change(Action.ADAPT, alternatives=("Kyiv waits", "A day in May")))
    assert (done.alternatives, done.state, done.target) == (("Kyiv waits", "A day in May"), State.REVIEWED, "Kyiv, 12 May")
    assert states.apply(done, change(Action.ADAPT)).alternatives == ()
    assert "only a headline" in states.refusal(segment(), change(Action.ADAPT, alternatives=("Kyiv",)))
    assert "4 alternatives" in states.refusal(headline, change(Action.ADAPT, alternatives=tuple("abcde")))
    assert "no words" in states.refusal(headline, change(Action.ADAPT, alternatives=("Kyiv", " ")))


def test_an_undo_brings_back_state_people_and_time_unless_an_error_forbids_it():
    was = segment(State.REVIEWED, people=("p1",), at=NOON, revision=3)
    now = segment(State.TRANSLATED, people=(), revision=4)
    back = change(Action.UNDO, restored=was)
    assert states.apply(now, replace(back, at=NOON.replace(hour=13))) == replace(was, revision=4)
    assert "12 is missing" in states.refusal(now, replace(back, findings=(WRONG_NUMBER,)))
    assert "nothing to undo" in states.refusal(now, change(Action.UNDO))
