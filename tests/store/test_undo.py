"""Undo: one's own last word comes back, segment after segment, and never over somebody else's work."""

from dataclasses import replace
from datetime import timedelta

import pytest

from store.desk import ALICE, BOB, NOON, RULES
from transloc.errors import Refused
from transloc.glossary import Concept, ConceptKind, Glossary, Term
from transloc.model import State
from transloc.states import Action

FIRST, SECOND, THIRD = "u00000000.s1", "u00000001.s1", "u00000003.s1"
LATER = NOON + timedelta(hours=1)


def undo(desk, by=ALICE, rules=RULES):
    return desk.store.undo("talks", "en", actor=by, moment=LATER, rules=rules)


def confirm(desk, name, target, by=ALICE):
    desk.translate(name, target, by=by)
    return desk.do(name, Action.CONFIRM, by=by)


def same(one, other):
    return replace(one, revision=0) == replace(other, revision=0)


def test_a_confirm_is_undone_and_the_text_stays(desk):
    before = desk.translate(SECOND, "The ministers met.")
    desk.do(SECOND, Action.CONFIRM)
    after = undo(desk)
    assert same(after, before)
    assert after.revision == 3
    assert desk.segment(SECOND) == after


def test_undo_goes_back_across_segments_in_the_order_of_the_words_given(desk):
    confirm(desk, FIRST, "Talks in Warsaw")
    confirm(desk, THIRD, "More follows.")
    confirm(desk, SECOND, "The ministers met.")
    assert [undo(desk).id for _ in range(3)] == [SECOND, THIRD, FIRST]
    assert {segment.state for segment in desk.store.catalog("talks", "en")} == {State.INITIAL, State.TRANSLATED}
    with pytest.raises(Refused, match="nothing of Alice’s to undo"):
        undo(desk)


@pytest.mark.parametrize(
    ("action", "words"),
    [(Action.OMIT, {"reason": "said above"}), (Action.REJECT, {"reason": "look again"}), (Action.SIGN_OFF, {"by": BOB})],
)
def test_the_other_words_are_undone_as_well(desk, action, words):
    desk.do(SECOND, Action.DRAFT, by=None, target="The ministers met.", origin="deepl")
    if action is not Action.OMIT:
        desk.do(SECOND, Action.CONFIRM)
    before = desk.segment(SECOND)
    desk.do(SECOND, action, at=LATER, **words)
    assert same(undo(desk, words.get("by", ALICE)), before)


def test_what_somebody_wrote_since_is_left_and_an_earlier_word_is_taken_back(desk):
    confirm(desk, FIRST, "Talks in Warsaw")
    confirm(desk, SECOND, "The ministers met.")
    desk.do(SECOND, Action.REJECT, by=BOB, reason="look again")
    assert undo(desk).id == FIRST
    with pytest.raises(Refused, match="Alice"):
        undo(desk)
    assert desk.segment(SECOND).state is State.TRANSLATED


def test_nobody_undoes_the_words_of_another(desk):
    confirm(desk, SECOND, "The ministers met.")
    with pytest.raises(Refused, match="nothing of Bob’s to undo in talks \\(en\\)"):
        undo(desk, BOB)
    assert desk.segment(SECOND).state is State.REVIEWED


def test_memory_and_history_follow(desk):
    confirm(desk, SECOND, "The ministers met.")
    assert desk.store.count_entries() == 1
    undo(desk)
    assert desk.store.count_entries() == 0
    told = desk.store.history("talks", "en", SECOND)[-1]
    assert (told.action, told.actor, told.note, told.at) == ("undo", "Alice", "confirm", LATER)
    desk.do(SECOND, Action.CONFIRM)
    desk.do(SECOND, Action.REJECT, reason="look again")
    undo(desk)
    assert desk.store.count_entries() == 1


def test_an_error_of_today_keeps_a_text_from_being_vouched_for_again(desk):
    confirm(desk, SECOND, "Politicians met.")
    desk.do(SECOND, Action.REJECT, reason="look again")
    minister = Concept(id="minister", kind=ConceptKind.TERM, terms=(Term("міністри", "uk"), Term("ministers", "en")))
    with pytest.raises(Refused, match="term-missing"):
        undo(desk, rules=replace(RULES, glossary=Glossary((minister,), ("uk", "en"))))
    assert undo(desk).state is State.REVIEWED
