"""Events: what they tell, that they never change, and that they and the rows are one story."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.desk import ALICE, BOB, NOON, RULES, article, catalog
from transloc.errors import Refused
from transloc.model import Quotation, Segment
from transloc.states import Action, Change

SECOND = "u00000001.s1"


def test_an_event_holds_names_and_both_texts(desk):
    desk.translate(SECOND, "The ministers met.")
    desk.translate(SECOND, "Ministers met.", by=BOB, reason="shorter")
    event = desk.store.history("talks", "en", SECOND)[-1]
    assert (event.actor, event.by, event.action, event.at) == ("Bob", "p2", "edit", NOON)
    assert (event.before, event.after, event.note) == ("The ministers met.", "Ministers met.", "shorter")
    assert (event.article, event.locale, event.segment) == ("talks", "en", SECOND)


def test_history_is_that_of_an_article_a_catalog_or_a_segment(desk):
    desk.store.add_locale("talks", catalog(article(), "pl"), actor=BOB, at=NOON)
    desk.translate(SECOND, "The ministers met.")
    told = [(event.action, event.locale) for event in desk.store.history("talks")]
    assert told == [("added", ""), ("added", "en"), ("added", "pl"), ("edit", "en")]
    assert [event.action for event in desk.store.history("talks", "en")] == ["added", "edit"]
    assert [event.action for event in desk.store.history("talks", "en", SECOND)] == ["edit"]
    assert desk.store.history("other") == ()


def test_a_waiver_tells_its_rule_and_reason(desk):
    desk.do(SECOND, Action.WAIVE, rule="number", reason="round figures are our style")
    assert desk.store.history("talks", "en", SECOND)[-1].note == "number: round figures are our style"


@pytest.mark.parametrize("statement", ["UPDATE store_event SET note = 'x'", "DELETE FROM store_event"])
def test_the_database_refuses_to_change_an_event(desk, statement):
    with pytest.raises(DatabaseError, match="Events are never changed"), connection.cursor() as cursor:
        cursor.execute(statement)


TEXTS = st.sampled_from(["", "The ministers met.", "Talks у Варшаві", "They agreed <1>on everything</1>.", "<1>broken"])
CHANGES = st.builds(
    Change,
    action=st.sampled_from(sorted(set(Action) - {Action.ADD, Action.SPLIT, Action.MERGE, Action.UNDO})),
    at=st.integers(0, 9).map(lambda hours: NOON + timedelta(hours=hours)),
    actor=st.sampled_from([ALICE, BOB, None]),
    target=TEXTS,
    source=st.sampled_from(["Міністри зустрілися.", "Міністри домовилися."]),
    origin=st.sampled_from(["", "deepl"]),
    reason=st.sampled_from(["", "so be it"]),
    rule=st.sampled_from(["", "untranslated"]),
    quotation=st.sampled_from([None, Quotation(unit="u00000001", span=(0, 8), text="Міністри", spoken_in="fr")]),
    alternatives=st.sampled_from([(), ("Warsaw talks",)]),
)
UNDO = st.just(None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(0, 3), UNDO | CHANGES, st.booleans()), max_size=25))
def test_events_retold_give_the_rows(store, steps):
    slug = f"story-{len(store.listing())}"
    one = article(slug)
    store.add_article(one, [catalog(one)], actor=BOB, at=NOON)
    for at, change, fresh in steps:
        segment = store.catalog(slug, "en").segments[at]
        try:
            if change is None:
                store.undo(slug, "en", actor=ALICE, moment=NOON, rules=RULES)
                continue
            store.change(slug, "en", segment.id, seen=segment.revision if fresh else 0, change=change, rules=RULES)
        except Refused:
            assert store.catalog(slug, "en").segments[at] == segment
    assert retold(slug, catalog(one)) == store.catalog(slug, "en").segments
    vouched = {s.source: s.target for s in store.catalog(slug, "en") if s.done and s.target}
    assert {e.source: e.target for e in store.entries() if e.article == slug} == vouched


def retold(slug, start):
    from transloc.store import models, rows

    told: dict[str, Segment] = {segment.id: segment for segment in start}
    for event in models.Event.objects.filter(article=slug).exclude(segment="").order_by("id"):
        told[event.segment] = replace(rows.apply(told[event.segment], event.changed), revision=event.revision)
    return tuple(told.values())
