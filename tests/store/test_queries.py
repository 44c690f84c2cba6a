"""Queue and progress."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from store.desk import ALICE, BOB, NOON, RULES, article, catalog
from transloc.errors import InputError
from transloc.model import State
from transloc.states import Action
from transloc.store import Drafting

FIRST, SECOND, CODED, LAST = (f"u{at:08x}.s1" for at in range(4))


def test_progress_counts_states_and_words(desk):
    desk.translate(FIRST, "Talks in Warsaw")
    desk.translate(SECOND, "The ministers met.")
    desk.do(SECOND, Action.CONFIRM)
    (counts,) = desk.store.progress("talks")
    assert counts.states == {State.INITIAL: 2, State.TRANSLATED: 1, State.REVIEWED: 1, State.FINAL: 0}
    assert (counts.total, counts.done, counts.words, counts.words_done) == (4, 1, 11, 2)


def test_progress_has_a_row_for_each_catalog(desk):
    other = article("art", sources=())
    desk.store.add_article(other, [catalog(other, "pl"), catalog(other, "en")], actor=BOB, at=NOON)
    rows = [(row.article, row.locale, row.total) for row in desk.store.progress()]
    assert rows == [("art", "en", 0), ("art", "pl", 0), ("talks", "en", 4)]


def test_the_queue_begins_with_the_oldest_deadline(store):
    for slug, days in (("none", None), ("later", 2), ("soon", 1)):
        one = article(slug)
        due = NOON + timedelta(days=days) if days else None
        store.add_article(one, [catalog(one)], actor=BOB, at=NOON, deadline=due)
    waiting = store.queue(limit=9)
    assert [row.article for row in waiting] == ["soon"] * 4 + ["later"] * 4 + ["none"]
    assert [row.segment.id for row in waiting[:4]] == [FIRST, SECOND, CODED, LAST]
    assert waiting[0].deadline == NOON + timedelta(days=1)
    assert waiting[-1].deadline is None


def test_the_queue_holds_what_is_open_in_the_locale_or_article_asked_for(desk):
    desk.store.add_locale("talks", catalog(article(), "pl"), actor=BOB, at=NOON)
    desk.do(SECOND, Action.OMIT, by=ALICE, reason="not for readers abroad")
    assert [row.segment.id for row in desk.store.queue("en")] == [FIRST, CODED, LAST]
    assert [row.locale for row in desk.store.queue("pl")] == ["pl"] * 4
    assert len(desk.store.queue(slug="talks")) == 7
    with pytest.raises(InputError, match="no article “art”"):
        desk.store.queue(slug="art")


def test_the_queue_is_read_from_its_index_without_sorting(desk):
    for locale, index in ((None, "store_queue"), ("en", "store_queue_of_a_locale")):
        with CaptureQueriesContext(connection) as asked:
            desk.store.queue(locale)
        query = next(q["sql"] for q in asked.captured_queries if "ORDER BY" in q["sql"])
        with connection.cursor() as cursor:
            cursor.execute("EXPLAIN QUERY PLAN " + query)
            plan = " ".join(str(row[-1]) for row in cursor.fetchall())
        assert f"USING INDEX {index}" in plan.replace("COVERING ", "")
        assert "TEMP B-TREE" not in plan


def test_a_revision_tells_which_catalog_was_written(desk):
    before = desk.store.revisions()
    assert set(before) == {("talks", "en")}
    desk.translate(desk.ids()[0], "Talks in Warsaw")
    after = desk.store.revisions()
    assert after["talks", "en"] > before["talks", "en"]
    assert after["talks", "en"] == desk.store.catalog("talks", "en").revision


def test_the_last_draft_of_a_machine_is_kept_beside_what_people_made_of_it(desk):
    desk.do(FIRST, Action.DRAFT, by=None, target="Talks at Warsaw", origin="deepl")
    desk.do(FIRST, Action.EDIT, target="Talks in Warsaw")
    desk.do(FIRST, Action.CONFIRM)
    desk.translate(SECOND, "The ministers met.")
    assert desk.store.machine_drafts("talks", "en") == {FIRST: Drafting("Talks at Warsaw", "deepl")}


def test_a_draft_of_a_sentence_that_was_joined_to_another_is_none_of_the_new_one(desk):
    desk.do(SECOND, Action.DRAFT, by=None, target="The ministers met.", origin="deepl")
    desk.store.split("talks", "en", SECOND, seen=desk.segment(SECOND).revision, at=9, target_at=4, actor=ALICE, moment=NOON, rules=RULES)
    assert desk.store.machine_drafts("talks", "en") == {}
