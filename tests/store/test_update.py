"""An article on a new source."""

from dataclasses import replace

import pytest

from store.desk import ALICE, BOB, NOON, RULES, SOURCES, article, catalog
from transloc.errors import Refused
from transloc.model import Kind, Segment, State
from transloc.states import Action, Change
from transloc.steps.update import keep_ids, update

FIRST, SECOND, CODED, LAST = (f"u{at:08x}.s1" for at in range(4))


def renewed(desk, *sources):
    """The new document with kept ids, and the catalog on it, as ``transloc add`` makes them from what it reads now."""
    new = article(sources=sources)
    new = replace(new, document=keep_ids(desk.store.article("talks").document, new.document))
    cut = catalog(new)
    return new, update(desk.store.catalog("talks", "en"), new.document.units, cut.segments, digest=cut.digest, at=NOON).catalog


def test_work_stays_where_the_source_stays(desk):
    desk.translate(SECOND, "The ministers met.")
    desk.do(SECOND, Action.CONFIRM)
    before = desk.segment(SECOND)
    new, carried = renewed(desk, "Новий початок", *SOURCES)
    desk.store.update_article(new, [carried], actor=BOB, at=NOON)
    assert desk.store.article("talks") == new
    assert [s.source for s in desk.store.catalog("talks", "en")] == ["Новий початок", *SOURCES]
    assert desk.segment(SECOND) == before
    assert desk.store.catalog("talks", "en").digest == carried.digest


def test_a_changed_source_keeps_the_old_text_beside_it(desk):
    desk.translate(SECOND, "The ministers met.")
    desk.store.update_article(*as_given(renewed(desk, SOURCES[0], "Міністри зустрілися знову.", *SOURCES[2:])), actor=BOB, at=NOON)
    after = desk.segment(SECOND)
    assert (after.state, after.target, after.suggestion, after.previous_source) == (State.INITIAL, "", "The ministers met.", SOURCES[1])
    event = desk.store.history("talks", "en", SECOND)[-1]
    assert (event.action, event.before, event.after, event.actor) == ("source-changed", SOURCES[1], "Міністри зустрілися знову.", "Bob")


def as_given(pair):
    new, carried = pair
    return new, [carried]


def test_the_event_of_a_segment_that_is_gone_keeps_its_text(desk):
    desk.translate(LAST, "More to come.")
    desk.store.update_article(*as_given(renewed(desk, *SOURCES[:3])), actor=BOB, at=NOON)
    assert LAST not in desk.ids()
    event = desk.store.history("talks", "en", LAST)[-1]
    assert (event.action, event.before, event.after, event.note) == ("gone", "More to come.", "", "Далі буде.")


def test_a_new_segment_has_its_event(desk):
    desk.store.update_article(*as_given(renewed(desk, *SOURCES, "Кінець.")), actor=BOB, at=NOON)
    new = desk.ids()[-1]
    (event,) = desk.store.history("talks", "en", new)
    assert (event.action, event.after) == ("new", "Кінець.")


def test_unchanged_segments_have_no_event_and_keep_their_revision(desk):
    desk.store.update_article(*as_given(renewed(desk, "Зовсім інше тут", *SOURCES)), actor=BOB, at=NOON)
    assert desk.store.history("talks", "en", CODED) == ()
    assert desk.segment(CODED).revision == 0


def test_a_write_after_the_update_sees_the_same_revisions(desk):
    new, carried = renewed(desk, *SOURCES, "Кінець.")
    desk.store.update_article(new, [carried], actor=BOB, at=NOON)
    again = desk.store.catalog("talks", "en")
    desk.store.update_article(new, [again], actor=BOB, at=NOON)
    assert desk.translate(SECOND, "The ministers met.", seen=0).revision == 1


@pytest.mark.parametrize("meanwhile", ["edited", "added"])
def test_work_done_since_the_catalog_was_read_is_not_lost(desk, meanwhile):
    new, carried = renewed(desk, *SOURCES[:3])
    if meanwhile == "edited":
        desk.translate(LAST, "More to come.")
    else:
        note = Segment(id="", source="", kind=Kind.NOTE, after="u00000001")
        desk.store.add("talks", "en", note, change=Change(action=Action.ADD, at=NOON, actor=ALICE, target="A note."), rules=RULES)
    before = desk.store.catalog("talks", "en")
    with pytest.raises(Refused, match=r"somebody has worked on talks \(en\) meanwhile"):
        desk.store.update_article(new, [carried], actor=BOB, at=NOON)
    assert desk.store.catalog("talks", "en") == before
    assert desk.store.article("talks") == article()


def test_a_locale_added_meanwhile_is_not_forgotten(desk):
    new, carried = renewed(desk, *SOURCES[:3])
    desk.store.add_locale("talks", catalog(article(), "pl"), actor=BOB, at=NOON)
    with pytest.raises(Refused, match="locales of talks have changed"):
        desk.store.update_article(new, [carried], actor=BOB, at=NOON)
    assert len(desk.store.catalog("talks", "pl").segments) == 4


def test_what_moved_is_told_of_the_fewest_and_their_work_stays(desk):
    turned = (SOURCES[0], SOURCES[3], SOURCES[1], SOURCES[2])
    fresh = article(sources=turned)
    ids = dict(zip(SOURCES, desk.ids(), strict=True))
    before = {segment.id: segment for segment in desk.store.catalog("talks", "en")}
    segments = tuple(before[ids[source]] for source in turned)
    desk.store.update_article(fresh, [replace(desk.store.catalog("talks", "en"), segments=segments)], actor=BOB, at=NOON)
    (version,) = desk.store.source_versions("talks", "en")
    assert [(event.action, event.segment) for event in version.events] == [("moved", ids[SOURCES[3]])]
    assert (version.actor, version.at, version.path) == ("Bob", NOON, "articles/talks.md")
    assert desk.segment(ids[SOURCES[3]]) == before[ids[SOURCES[3]]]
