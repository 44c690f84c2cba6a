"""Progress, and how it came about."""

from store.desk import ALICE, BOB, NOON, RULES, article, catalog
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
