"""Four eyes on every path through the store: whatever one person does alone, they cannot sign it alone."""

from dataclasses import replace

import pytest

from store.desk import BOB, NOON, RULES, article, catalog
from transloc.checks.rules import ALL
from transloc.checks.settings import Settings
from transloc.errors import Refused
from transloc.model import Person, Quotation, QuotationStatus, Role, Segment, State
from transloc.states import Action, Change
from transloc.steps.update import update

#: What the checks find is not asked here: a wrong figure of both people would be refused before.
EYES = replace(RULES, four_eyes=True, checks=Settings(skip=frozenset(ALL)))
CAROL = Person("p3", "Carol", Role.EDITOR)
ALICE = Person("p1", "Alice", Role.TRANSLATOR)
HEADLINE, ONE, TWO, LAST = "u00000000.s1", "u00000001.s1", "u00000002.s1", "u00000003.s1"
TEXT = "The ministers met in Lviv on 12 May."


def do(desk, name, action, by=BOB, **words):
    change = Change(action=action, at=NOON, actor=by, **words)
    return desk.store.change("talks", "en", name, seen=desk.segment(name).revision, change=change, rules=EYES)


def confirmed(desk, name=ONE, by=BOB, text=TEXT):
    do(desk, name, Action.EDIT, by, target=text)
    return do(desk, name, Action.CONFIRM, by)


def signed(desk, name=ONE, by=BOB):
    return do(desk, name, Action.SIGN_OFF, by).state is State.FINAL


def refused(desk, name=ONE, by=BOB):
    with pytest.raises(Refused, match="four eyes") as told:
        do(desk, name, Action.SIGN_OFF, by)
    assert "Ask a colleague to confirm it" in told.value.hint
    return desk.segment(name).state is not State.FINAL


def test_who_confirmed_it_does_not_sign_it_and_another_does(desk):
    confirmed(desk)
    assert refused(desk)
    assert signed(desk, by=CAROL)


def test_a_typo_is_mended_by_who_signs(desk):
    confirmed(desk, by=ALICE, text="The ministers meet in Lviv on 12 May.")
    confirmed(desk)
    assert signed(desk)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Lviv on 13 May.",
        "The ministers met in Lviv on 12 June.",
        "The ministers met in Kyiv on 12 May.",
        "The ministers never met in Lviv on 12 May.",
        "The ministers “met” in Lviv on 12 May.",
        "The ministers met in Lviv at 12 May.",
        "A wholly other text stands here now.",
    ],
)
def test_a_fact_is_not(desk, text):
    confirmed(desk, by=ALICE)
    confirmed(desk, text=text)
    assert refused(desk)
    do(desk, ONE, Action.CONFIRM, ALICE)
    assert signed(desk)


@pytest.mark.parametrize("text", ["The men came home at noon.", "The men went home late."])
def test_a_text_that_was_taken_away_and_written_anew_is_new(desk, text):
    confirmed(desk, by=ALICE, text="The men came home late.")
    do(desk, ONE, Action.REJECT, reason="look again")
    do(desk, ONE, Action.OMIT, ALICE, reason="said above")
    do(desk, ONE, Action.REJECT, ALICE, reason="needed after all")
    confirmed(desk, text=text)
    assert refused(desk)


def test_undo_is_no_way_round(desk):
    confirmed(desk, by=ALICE)
    confirmed(desk, text="The ministers met in Lviv on 13 May.")
    desk.store.undo("talks", "en", actor=BOB, moment=NOON, rules=EYES)
    do(desk, ONE, Action.CONFIRM)
    assert refused(desk)
    do(desk, ONE, Action.REJECT, reason="look again")
    desk.store.undo("talks", "en", actor=BOB, moment=NOON, rules=EYES)
    assert refused(desk)


def test_undoing_a_signature_leaves_what_had_been_seen(desk):
    confirmed(desk, by=ALICE)
    assert signed(desk)
    after = desk.store.undo("talks", "en", actor=BOB, moment=NOON, rules=EYES)
    assert (after.state, after.people) == (State.REVIEWED, ("p1",))
    assert signed(desk)


def test_a_split_keeps_who_has_seen_it_and_confirms_nothing(desk):
    confirmed(desk, LAST, text="More follows.")
    first, second = desk.store.split(
        "talks", "en", LAST, seen=desk.segment(LAST).revision, at=6, target_at=5, actor=BOB, moment=NOON, rules=EYES
    )
    for part in (first, second):
        do(desk, part.id, Action.CONFIRM)
        assert refused(desk, part.id)


def test_two_halves_of_two_people_are_seen_by_nobody_whole(desk):
    confirmed(desk, LAST, text="More follows.")
    first, second = desk.store.split(
        "talks", "en", LAST, seen=desk.segment(LAST).revision, at=6, target_at=5, actor=BOB, moment=NOON, rules=EYES
    )
    do(desk, second.id, Action.EDIT, ALICE, target="comes on 12 May.")
    seen, following = desk.segment(first.id).revision, desk.segment(second.id).revision
    desk.store.merge("talks", "en", first.id, seen=seen, following=following, actor=BOB, moment=NOON, rules=EYES)
    do(desk, LAST, Action.CONFIRM)
    assert refused(desk, LAST)
    assert signed(desk, LAST, CAROL)


def test_a_note_for_readers_is_signed_by_another(desk):
    change = Change(action=Action.ADD, at=NOON, actor=BOB, target="Lviv lies in the west.")
    added = desk.store.add("talks", "en", Segment(id="", source="", after="u00000001"), change=change, rules=EYES)
    assert refused(desk, added.id)
    assert signed(desk, added.id, CAROL)


def test_a_machines_draft_wants_two_as_well(desk):
    do(desk, ONE, Action.DRAFT, None, target=TEXT, origin="memory")
    do(desk, ONE, Action.CONFIRM)
    assert refused(desk)


def test_a_quotation_that_is_marked_by_who_signs_wants_another_look(desk):
    confirmed(desk, by=ALICE)
    mark = Quotation(unit="u00000001", span=(0, 8), text="Міністри", status=QuotationStatus.VERIFIED, url="https://zeit.de/1")
    do(desk, ONE, Action.QUOTE, quotation=mark)
    assert refused(desk)
    do(desk, ONE, Action.CONFIRM, ALICE)
    assert signed(desk)


def test_a_finding_that_is_let_pass_gives_nobody_a_second_pair_of_eyes(desk):
    do(desk, ONE, Action.EDIT, target=TEXT)
    do(desk, ONE, Action.WAIVE, rule="number", reason="the day was announced later")
    do(desk, ONE, Action.CONFIRM)
    assert refused(desk)


def test_other_wordings_are_no_way_round(desk):
    confirmed(desk, HEADLINE, ALICE, "Talks in Warsaw")
    do(desk, HEADLINE, Action.ADAPT, alternatives=("12 talks in Warsaw",))
    confirmed(desk, HEADLINE, text="12 talks in Warsaw")
    assert refused(desk, HEADLINE)


def test_of_many_the_ones_that_nobody_else_has_seen_are_refused(desk):
    confirmed(desk, by=ALICE)
    confirmed(desk, LAST, text="More follows.")
    sign = Change(action=Action.SIGN_OFF, at=NOON, actor=BOB)
    rows = [(name, desk.segment(name).revision, sign) for name in (ONE, LAST)]
    outcome = desk.store.change_many("talks", "en", rows, rules=EYES)
    assert [one.id for one in outcome.changed] == [ONE]
    assert [LAST in str(why) and "four eyes" in str(why) for why in outcome.refused] == [True]


def test_after_a_source_changed_the_count_begins_anew(desk):
    confirmed(desk, by=ALICE)
    assert signed(desk)
    fresh = article(sources=("Переговори у Варшаві", "Міністри зустрілися знову.", "Вони домовилися <1>про все</1>.", "Далі буде."))
    new = update(desk.store.catalog("talks", "en"), fresh.document.units, catalog(fresh).segments, digest="x", at=NOON).catalog
    desk.store.update_article(fresh, [new], actor=BOB, at=NOON)
    confirmed(desk)
    assert refused(desk)
