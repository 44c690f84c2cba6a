"""Changes to segments: guards, stale revisions, many at once, drafts, added units."""

import os
from dataclasses import replace

import pytest
from django.db import connection

from store.desk import ALICE, BOB, NOON, RULES, article, catalog
from transloc.checks.settings import Settings
from transloc.errors import InputError, Refused, StaleRevision
from transloc.glossary import Concept, ConceptKind, Glossary, Term
from transloc.model import Kind, Segment, Severity, State
from transloc.states import Action, Change
from transloc.store import CachedAnswer

FIRST, SECOND, CODED, LAST = (f"u{at:08x}.s1" for at in range(4))


def change(action, by=ALICE, **words):
    return Change(action=action, at=NOON, actor=by, **words)


def test_a_change_is_written_as_it_is_returned(desk):
    after = desk.translate(SECOND, "The ministers met.")
    assert (after.target, after.state, after.people, after.at, after.revision) == ("The ministers met.", State.TRANSLATED, ("p1",), NOON, 1)
    assert desk.segment(SECOND) == after
    assert [s.revision for s in desk.store.catalog("talks", "en")] == [0, 1, 0, 0]


def test_a_stale_write_is_refused_with_both_texts(desk):
    desk.translate(SECOND, "The ministers met.")
    with pytest.raises(StaleRevision) as refused:
        desk.translate(SECOND, "Ministers have met.", seen=0, by=BOB)
    assert (refused.value.theirs, refused.value.mine) == ("The ministers met.", "Ministers have met.")
    assert (refused.value.seen, refused.value.revision) == (0, 1)
    assert desk.segment(SECOND).target == "The ministers met."
    assert len(desk.store.history("talks", "en", SECOND)) == 1


def test_a_guard_holds_in_the_store(desk):
    with pytest.raises(Refused, match="the target is empty"):
        desk.do(SECOND, Action.CONFIRM)
    with pytest.raises(Refused, match="inline codes"):
        desk.translate(CODED, "They agreed on everything.")
    assert desk.segment(CODED) == catalog(article()).segments[2]
    assert desk.store.history("talks", "en", CODED) == ()


def test_findings_are_judged_inside(desk):
    desk.translate(FIRST, "Talks у Варшаві")
    with pytest.raises(Refused, match="untranslated"):
        desk.do(FIRST, Action.CONFIRM)
    desk.do(FIRST, Action.WAIVE, rule="untranslated", reason="a quotation")
    assert desk.do(FIRST, Action.CONFIRM).state is State.REVIEWED


def test_a_name_may_stand_in_another_sentence_of_the_unit(store):
    kyiv = Concept(id="kyiv", kind=ConceptKind.PLACE, terms=(Term("Київ", "uk"), Term("Kyiv", "en")))
    rules = replace(RULES, glossary=Glossary((kyiv,), ("uk", "en")), checks=Settings(severity={"term-missing": Severity.ERROR}))
    first, second = Segment(id="u1.s1", source="Київ чекає."), Segment(id="u1.s2", source="Місто готове.")
    store.add_article(article(), [replace(catalog(article()), segments=(first, second))], actor=ALICE, at=NOON)

    def put(name, seen, action, target=""):
        return store.change("talks", "en", name, seen=seen, change=change(action, target=target), rules=rules)

    put("u1.s1", 0, Action.EDIT, "It waits.")
    put("u1.s2", 0, Action.EDIT, "The city is ready.")
    with pytest.raises(Refused, match="Kyiv"):
        put("u1.s1", 1, Action.CONFIRM)
    put("u1.s2", 1, Action.EDIT, "Kyiv is ready.")
    assert put("u1.s1", 1, Action.CONFIRM).state is State.REVIEWED


def test_four_eyes_hold_over_sessions(desk):
    rules = replace(RULES, four_eyes=True)
    desk.translate(SECOND, "The ministers met.", by=BOB)
    desk.do(SECOND, Action.CONFIRM, by=BOB)
    sign = change(Action.SIGN_OFF, BOB)
    with pytest.raises(Refused, match="four eyes"):
        desk.store.change("talks", "en", SECOND, seen=2, change=sign, rules=rules)
    desk.do(SECOND, Action.REJECT, reason="look again")
    desk.do(SECOND, Action.CONFIRM, by=ALICE)
    assert desk.store.change("talks", "en", SECOND, seen=4, change=sign, rules=rules).state is State.FINAL


def test_a_segment_that_is_not_there_is_named(desk):
    with pytest.raises(Refused, match=r"no segment nowhere in talks \(en\)"):
        desk.store.change("talks", "en", "nowhere", seen=0, change=change(Action.CONFIRM), rules=RULES)
    with pytest.raises(InputError, match="no catalog for de"):
        desk.store.change("talks", "de", SECOND, seen=0, change=change(Action.CONFIRM), rules=RULES)


def test_of_many_the_good_ones_are_kept(desk):
    desk.translate(FIRST, "Talks in Warsaw")
    desk.translate(LAST, "More to come.")
    rows = [(name, 1 if name in (FIRST, LAST) else 0, change(Action.CONFIRM)) for name in (FIRST, SECOND, LAST, "nowhere")]
    outcome = desk.store.change_many("talks", "en", rows, rules=RULES)
    assert [(s.id, s.state, s.revision) for s in outcome.changed] == [(FIRST, State.REVIEWED, 2), (LAST, State.REVIEWED, 2)]
    assert [str(why) for why in outcome.refused] == [
        f"segment {SECOND}: the target is empty. Edit the target, or waive the finding with a reason",
        "there is no segment nowhere in talks (en). Read the article again: its source may have changed",
    ]
    assert desk.segment(LAST) == outcome.changed[1]


def test_a_stale_one_among_many_is_reported_with_both_texts(desk):
    desk.translate(FIRST, "Talks in Warsaw")
    (refused,) = desk.store.change_many("talks", "en", [(FIRST, 0, change(Action.EDIT, target="Warsaw talks"))], rules=RULES).refused
    assert isinstance(refused, StaleRevision)
    assert (refused.theirs, refused.mine) == ("Talks in Warsaw", "Warsaw talks")


def test_changes_of_one_segment_follow_each_other(desk):
    steps = [change(Action.EDIT, target="The ministers met."), change(Action.CONFIRM), change(Action.SIGN_OFF, BOB)]
    outcome = desk.store.change_many("talks", "en", [(SECOND, 0, step) for step in steps], rules=RULES)
    (after,) = outcome.changed
    assert (after.state, after.revision, after.people) == (State.FINAL, 3, ("p1", "p2"))
    assert [event.action for event in desk.store.history("talks", "en", SECOND)] == ["edit", "confirm", "sign-off"]


def test_after_a_refusal_the_rest_of_the_chain_is_not_tried(desk):
    steps = [change(Action.EDIT, target="The ministers met."), change(Action.REOPEN, reason="?"), change(Action.CONFIRM)]
    outcome = desk.store.change_many("talks", "en", [(SECOND, 0, step) for step in steps], rules=RULES)
    assert len(outcome.refused) == 1
    assert desk.segment(SECOND).state is State.TRANSLATED
    assert desk.segment(SECOND) == outcome.changed[0]


def test_no_change_at_all_is_fine(desk):
    assert desk.store.change_many("talks", "en", [], rules=RULES).changed == ()


def test_more_segments_than_a_statement_may_name_are_changed_at_once(store):
    one = article("long", tuple(f"Рядок {number}" for number in range(1100)))
    store.add_article(one, [catalog(one)], actor=BOB, at=NOON)
    rows = [(s.id, 0, change(Action.OMIT, reason="not for readers abroad")) for s in store.catalog("long", "en")]
    assert len(store.change_many("long", "en", rows, rules=RULES).changed) == 1100
    assert store.progress("long")[0].done == 1100


def drafts(*texts):
    rows = zip((FIRST, SECOND, CODED, LAST), texts, strict=False)
    return [(name, 0, change(Action.DRAFT, None, target=text, origin="deepl")) for name, text in rows]


def test_a_batch_of_drafts_is_written_whole(desk):
    answer = CachedAnswer("d" * 64, "deepl", "The ministers met.", NOON)
    done = desk.store.draft("talks", "en", drafts("Talks in Warsaw", "The ministers met."), rules=RULES, answers=[answer])
    assert [s.target for s in done.changed] == ["Talks in Warsaw", "The ministers met."]
    assert desk.store.answers(["d" * 64, "e" * 64]) == {"d" * 64: "The ministers met."}
    event = desk.store.history("talks", "en", SECOND)[-1]
    assert (event.action, event.actor, event.origin, event.after) == ("draft", "", "deepl", "The ministers met.")


def test_what_a_person_edited_meanwhile_is_left_alone(desk):
    desk.translate(FIRST, "Negotiations in Warsaw")
    rows = [*drafts("Talks in Warsaw", "The ministers met."), ("gone", 0, change(Action.DRAFT, None, target="x"))]
    done = desk.store.draft("talks", "en", rows, rules=RULES)
    assert [s.id for s in done.changed] == [SECOND]
    assert done.refused == ()
    assert desk.segment(FIRST).target == "Negotiations in Warsaw"
    assert desk.segment(SECOND).target == "The ministers met."


def test_a_draft_with_broken_codes_is_refused_and_the_others_stay(desk):
    done = desk.store.draft("talks", "en", drafts("Talks in Warsaw", "The ministers met.", "They agreed."), rules=RULES)
    assert len(done.changed) == 2
    assert "inline codes" in str(done.refused[0])
    assert desk.segment(CODED).state is State.INITIAL


def note(after="u00000001", **words):
    return Segment(**({"id": "", "source": "", "kind": Kind.NOTE, "after": after} | words))


def test_a_unit_is_added_behind_its_unit(desk):
    add = change(Action.ADD, target="Editor's note: Warsaw is in Poland.")
    first = desk.store.add("talks", "en", note(), change=add, rules=RULES)
    second = desk.store.add("talks", "en", note(), change=replace(add, target="Another note."), rules=RULES)
    assert desk.ids() == [FIRST, SECOND, first.id, second.id, CODED, LAST]
    assert desk.segment(first.id) == first
    assert (first.added, first.state, first.target, first.revision) == (True, State.REVIEWED, "Editor's note: Warsaw is in Poland.", 1)
    assert desk.store.history("talks", "en", first.id)[0].after == first.target


def test_an_added_unit_can_be_edited_like_any_other(desk):
    added = desk.store.add("talks", "en", note(id="a1.s1"), change=change(Action.ADD, target="A note."), rules=RULES)
    assert added.id == "a1.s1"
    assert desk.translate("a1.s1", "A better note.").target == "A better note."


@pytest.mark.parametrize(
    ("segment", "why"),
    [
        (note(after="u9"), "no unit u9"),
        (note(id=SECOND), "already a segment"),
        (note(target="x"), "has no source"),
        (note(after=""), "stands after a unit"),
    ],
)
def test_a_unit_that_cannot_be_added_is_refused(desk, segment, why):
    with pytest.raises(Refused, match=why):
        desk.store.add("talks", "en", segment, change=change(Action.ADD, target="A note."), rules=RULES)
    assert desk.ids() == [FIRST, SECOND, CODED, LAST]


def test_an_added_unit_stands_after_a_unit_of_the_source_alone(desk):
    desk.store.add("talks", "en", note(id="a1.s1"), change=change(Action.ADD, target="A note."), rules=RULES)
    with pytest.raises(Refused, match="no unit a1"):
        desk.store.add("talks", "en", note(after="a1"), change=change(Action.ADD, target="A note on it."), rules=RULES)


def test_a_suggestion_is_told_in_the_history(desk):
    desk.do(SECOND, Action.SUGGEST, by=None, target="The ministers met.")
    assert desk.store.history("talks", "en", SECOND)[-1].after == "The ministers met."


def test_a_segment_whose_id_names_no_unit_is_its_own(store):
    one = article("odd", sources=())
    alone = (Segment(id="u1", source="Так."), Segment(id="u1-2.s1", source="Ні."))
    store.add_article(one, [replace(catalog(one), segments=alone)], actor=BOB, at=NOON)
    change = Change(action=Action.EDIT, at=NOON, actor=ALICE, target="Yes.")
    assert store.change("odd", "en", "u1", seen=0, change=change, rules=RULES).target == "Yes."
    assert [segment.target for segment in store.catalog("odd", "en")] == ["Yes.", ""]


@pytest.fixture
def steps(store):
    """Tell how many hundreds of instructions SQLite takes for a change in an article of so many paragraphs."""

    def counted(paragraphs):
        one = article(f"of-{paragraphs}", tuple(f"Речення {number}." for number in range(paragraphs)))
        store.add_article(one, [catalog(one)], actor=ALICE, at=NOON)
        middle = store.catalog(one.slug, "en").segments[paragraphs // 2].id
        taken = []
        connection.connection.set_progress_handler(lambda: taken.append(1), 100)
        store.change(one.slug, "en", middle, seen=0, change=change(Action.EDIT, target="A sentence."), rules=RULES)
        connection.connection.set_progress_handler(None, 100)
        return len(taken)

    return counted


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="it is SQLite that tells")
def test_a_change_costs_no_more_in_a_long_article(steps):
    assert steps(3000) < 2 * steps(30)
