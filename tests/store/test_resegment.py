"""Split and merge in the store: order, revisions, Events, memory, talk; and what an update or an undo makes of it."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from store.desk import ALICE, BOB, NOON, RULES, Desk, article, catalog
from transloc.errors import Refused, StaleRevision
from transloc.model import Quotation, Segment, State
from transloc.states import Action, Change
from transloc.steps.update import update

LEAD = "Міністри зустрілися.\u00a0 Вони домовилися <1>про все</1>."
UNIT = "u00000001"
FIRST, SECOND, THIRD = (f"{UNIT}.s{number}" for number in (1, 2, 3))
LAST = "u00000002.s1"
#: Makes of a sentence one without Cyrillic letters, of the same length and with the same codes.
LATIN = {letter: "x" for letter in map(ord, LEAD.lower() + LEAD.upper()) if letter > 0x400}


@pytest.fixture
def desk(store):
    one = article(sources=("Переговори у Варшаві", LEAD, "Далі буде."))
    store.add_article(one, [catalog(one)], actor=BOB, at=NOON)
    return Desk(store)


def split(desk, name=FIRST, *, at=21, target_at=18, seen=None, by=ALICE):
    seen = desk.segment(name).revision if seen is None else seen
    return desk.store.split("talks", "en", name, seen=seen, at=at, target_at=target_at, actor=by, moment=NOON, rules=RULES)


def merge(desk, name=FIRST, *, seen=None, following=None, after=SECOND):
    seen = desk.segment(name).revision if seen is None else seen
    following = desk.segment(after).revision if following is None else following
    return desk.store.merge("talks", "en", name, seen=seen, following=following, actor=ALICE, moment=NOON, rules=RULES)


def translated(desk):
    desk.translate(FIRST, "The ministers met. They agreed <1>on everything</1>.")
    return desk.do(FIRST, Action.CONFIRM)


def test_the_second_part_stands_behind_the_first(desk):
    translated(desk)
    parts = split(desk)
    assert desk.ids() == ["u00000000.s1", FIRST, SECOND, LAST]
    assert (desk.segment(FIRST), desk.segment(SECOND)) == parts
    assert [(part.target, part.state, part.revision) for part in parts] == [
        ("The ministers met.", State.TRANSLATED, 3),
        ("They agreed <1>on everything</1>.", State.TRANSLATED, 1),
    ]
    (waiting,) = [row for row in desk.store.progress() if row.locale == "en"]
    assert waiting.total == 4


def test_a_merge_brings_back_the_sentence_as_it_stood_in_the_document(desk):
    split(desk)
    desk.translate(FIRST, "The ministers met.")
    desk.translate(SECOND, "They agreed <1>on everything</1>.")
    merged = merge(desk)
    assert (merged.source, merged.target) == (LEAD, "The ministers met.\u00a0 They agreed <1>on everything</1>.")
    assert desk.ids() == ["u00000000.s1", FIRST, LAST]
    assert desk.segment(FIRST) == merged


def test_a_note_goes_behind_the_unit_after_a_split_and_a_merge(desk):
    split(desk)
    note = Segment(id="a1.s1", source="", after=UNIT)
    change = replace(_add(), target="A note.")
    desk.store.add("talks", "en", note, change=change, rules=RULES)
    assert desk.ids() == ["u00000000.s1", FIRST, SECOND, "a1.s1", LAST]
    merge(desk)
    assert desk.ids() == ["u00000000.s1", FIRST, "a1.s1", LAST]
    split(desk)
    assert desk.ids() == ["u00000000.s1", FIRST, THIRD, "a1.s1", LAST]


def test_a_note_has_nothing_to_merge_with(desk):
    note = desk.store.add("talks", "en", Segment(id="a1.s1", source="", after=UNIT), change=replace(_add(), target="A note."), rules=RULES)
    with pytest.raises(Refused, match="added unit has no source to merge"):
        merge(desk, note.id, after=LAST)


def _add():
    return Change(action=Action.ADD, at=NOON, actor=ALICE)


def test_a_stale_reader_changes_nothing(desk):
    translated(desk)
    with pytest.raises(StaleRevision):
        split(desk, seen=0)
    split(desk)
    desk.translate(SECOND, "They agreed on <1>all</1>.", by=BOB)
    with pytest.raises(StaleRevision) as refused:
        merge(desk, following=1)
    assert refused.value.theirs == "They agreed on <1>all</1>."
    assert desk.ids() == ["u00000000.s1", FIRST, SECOND, LAST]


def test_units_are_not_merged_with_each_other(desk):
    with pytest.raises(Refused, match="nothing follows it in its unit"):
        merge(desk, after=LAST)


def test_unsaved_words_are_not_merged_away(desk):
    split(desk)
    desk.store.keep_draft("talks", "en", SECOND, person=BOB, text="They ag", seen=1, at=NOON)
    desk.store.keep_draft("talks", "en", SECOND, person=ALICE, text="They agr", seen=1, at=NOON)
    with pytest.raises(Refused, match="unsaved words of yours"):
        merge(desk)
    desk.store.drop_draft("talks", "en", SECOND, person=ALICE)
    merge(desk)


def test_events_keep_everything(desk):
    translated(desk)
    split(desk)
    desk.do(SECOND, Action.CONFIRM, by=BOB)
    gone = desk.segment(SECOND)
    merge(desk)
    assert [event.action for event in desk.store.history("talks", "en", FIRST)] == ["edit", "confirm", "split", "merge"]
    told = desk.store.history("talks", "en", SECOND)
    assert [(event.action, event.note) for event in told] == [("split", ""), ("confirm", ""), ("gone", f"merged into {FIRST}")]
    assert (told[0].before, told[0].after) == ("", "Вони домовилися <1>про все</1>.")
    from transloc.store import models, rows

    kept = models.Event.objects.get(segment=SECOND, action="gone").changed
    assert rows.unpacked_segment(kept) == gone


def test_the_memory_forgets_what_nobody_vouches_for_any_more(desk):
    translated(desk)
    assert desk.store.count_entries() == 1
    split(desk)
    assert desk.store.count_entries() == 0
    for name in (FIRST, SECOND):
        desk.do(name, Action.CONFIRM)
    assert [entry.source for entry in desk.store.entries()] == ["Міністри зустрілися.", "Вони домовилися <1>про все</1>."]
    merge(desk)
    assert desk.store.count_entries() == 0


def test_what_was_said_of_the_second_part_goes_with_its_text(desk):
    split(desk)
    said = desk.store.comment("talks", "en", SECOND, author=BOB, text="All of it?", at=NOON)
    merge(desk)
    assert desk.store.comments("talks", "en", FIRST) == (replace(said, segment=FIRST),)


def test_what_somebody_types_into_a_part_that_goes_is_not_lost(desk):
    split(desk)
    desk.store.keep_draft("talks", "en", SECOND, person=BOB, text="They agr", seen=1, at=NOON)
    merge(desk)
    assert [(draft.segment, draft.text) for draft in desk.store.drafts("talks", "en", person=BOB)] == [(SECOND, "They agr")]


def test_a_confirm_of_a_part_is_undone(desk):
    translated(desk)
    first, _ = split(desk)
    desk.do(FIRST, Action.CONFIRM)
    desk.do(SECOND, Action.CONFIRM)
    for name in (SECOND, FIRST):
        after = desk.store.undo("talks", "en", actor=ALICE, moment=NOON, rules=RULES)
        assert (after.id, after.state) == (name, State.TRANSLATED)
    assert replace(after, revision=0) == replace(first, revision=0)
    with pytest.raises(Refused, match="nothing"):  # the word of before the split was about another text
        desk.store.undo("talks", "en", actor=ALICE, moment=NOON, rules=RULES)


def test_an_update_keeps_splits_where_the_unit_has_not_changed(desk):
    split(desk)
    desk.translate(FIRST, "The ministers met.")
    standing = desk.store.catalog("talks", "en")
    new = article(sources=("Переговори у Варшаві", LEAD, "Далі буде ще."))
    new = replace(new, document=replace(new.document, data=b"new"))
    fresh = [Segment(id=f"{unit.id}.s1", source=unit.source, kind=unit.kind) for unit in new.document.units]
    updated = update(standing, new.document.units, fresh, digest="new", at=NOON)
    desk.store.update_article(new, [updated.catalog], actor=BOB, at=NOON)
    assert desk.ids() == ["u00000000.s1", FIRST, SECOND, LAST]
    assert desk.segment(FIRST).target == "The ministers met."
    assert merge(desk).source == LEAD


STEPS = st.tuples(st.sampled_from(["split", "merge", "edit", "confirm", "undo", "quote"]), st.integers(0, 5), st.integers(0, 50))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=20))
@example(steps=[("split", 0, 21), ("edit", 1, 0), ("confirm", 1, 0), ("merge", 0, 0), ("split", 0, 25), ("undo", 0, 0)])
def test_whatever_is_cut_and_undone_the_unit_stays_whole_and_the_events_tell_all_of_it(store, steps):
    slug = f"story-{len(store.listing())}"
    one = article(slug, sources=("Переговори", LEAD, "Далі буде."))
    store.add_article(one, [catalog(one)], actor=BOB, at=NOON)
    for step, at, offset in steps:
        unit = [segment for segment in store.catalog(slug, "en") if segment.unit == UNIT]
        with suppress(Refused):
            _do(store, slug, step, unit, unit[at % len(unit)], offset)
    after = store.catalog(slug, "en")
    held = [segment for segment in after if segment.unit == UNIT]
    assert "".join("".join(segment.source.split()) for segment in held) == "".join(LEAD.split())
    assert [segment.unit for segment in after] == ["u00000000", *[UNIT] * len(held), "u00000002"]
    assert {segment.id: segment for segment in after} == retold(slug, catalog(one))
    vouched = {segment.source for segment in after if segment.done}
    assert {entry.source for entry in store.entries() if entry.article == slug} == vouched


def _do(store, slug, step, unit, segment, offset):
    who = {"actor": ALICE, "moment": NOON, "rules": RULES}
    if step == "split":
        store.split(slug, "en", segment.id, seen=segment.revision, at=offset, target_at=offset, **who)
    elif step == "merge":
        following = unit[min(unit.index(segment) + 1, len(unit) - 1)].revision
        store.merge(slug, "en", segment.id, seen=segment.revision, following=following, **who)
    elif step == "undo":
        store.undo(slug, "en", **who)
    else:
        mark = Quotation(unit=UNIT, span=(22, 60), text="Вони домовилися про все", spoken_in="fr")
        target = segment.source.translate(LATIN)
        change = Change(action=Action(step), at=NOON, actor=ALICE, target=target, quotation=mark)
        store.change(slug, "en", segment.id, seen=segment.revision, change=change, rules=RULES)


def retold(slug, start):
    from transloc.store import models, rows

    told = {segment.id: segment for segment in start}
    for event in models.Event.objects.filter(article=slug).exclude(segment="").order_by("id"):
        if event.action == "gone":
            assert rows.unpacked_segment(event.changed) == told.pop(event.segment)
        else:
            before = told.get(event.segment, Segment(id=event.segment, source=""))
            told[event.segment] = replace(rows.apply(before, event.changed), revision=event.revision)
    return told
