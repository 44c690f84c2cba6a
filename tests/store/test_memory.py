"""The memory in the store: it holds what people vouch for, no more and no less."""

from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from store.desk import ALICE, BOB, NOON, RULES, SOURCES, article, catalog
from transloc import memory
from transloc.memory import Entry
from transloc.states import Action, Change

FIRST, SECOND, CODED, LAST = (f"u{at:08x}.s1" for at in range(4))


def targets(desk):
    return [entry.target for entry in desk.store.entries()]


def confirmed(desk, identity=SECOND, target="The ministers met."):
    desk.translate(identity, target)
    return desk.do(identity, Action.CONFIRM)


def test_a_confirmed_segment_enters_with_its_neighbours(desk):
    desk.translate(SECOND, "The ministers met.")
    assert targets(desk) == []
    desk.do(SECOND, Action.CONFIRM)
    (entry,) = desk.store.lookup(SOURCES[1], "uk", "en")
    assert entry == Entry(
        source=SOURCES[1],
        target="The ministers met.",
        source_locale="uk",
        target_locale="en",
        previous=SOURCES[0],
        next=SOURCES[2],
        article="talks",
        at=NOON,
        by="p1",
    )


def test_the_edges_of_an_article_have_empty_neighbours(desk):
    confirmed(desk, FIRST, "Talks in Warsaw")
    confirmed(desk, LAST, "More to come.")
    (first,) = desk.store.lookup(SOURCES[0], "uk", "en")
    (last,) = desk.store.lookup(SOURCES[3], "uk", "en")
    assert (first.previous, first.next) == ("", SOURCES[1])
    assert (last.previous, last.next) == (SOURCES[2], "")


def test_the_proposal_in_the_same_place_is_a_context_match(desk):
    confirmed(desk)
    candidates = desk.store.lookup(SOURCES[1], "uk", "en")
    assert memory.best(memory.Query(SOURCES[1], SOURCES[0], SOURCES[2]), candidates).origin == memory.CONTEXT
    assert memory.best(memory.Query(SOURCES[1]), candidates).origin == memory.EXACT


def test_a_sentence_is_found_by_what_it_says(desk):
    confirmed(desk)
    assert len(desk.store.lookup("  Міністри\u00a0зустрілися. ", "uk", "en")) == 1
    assert desk.store.lookup("міністри зустрілися.", "uk", "en") == ()
    assert desk.store.lookup(SOURCES[1], "uk", "pl") == ()
    assert desk.store.lookup(SOURCES[1], "ru", "en") == ()


@pytest.mark.parametrize(
    "leave",
    [
        {"action": Action.EDIT, "target": "Ministers met."},
        {"action": Action.REJECT, "reason": "look again"},
        {"action": Action.SOURCE_CHANGED, "source": "Інше."},
    ],
)
def test_a_segment_that_is_worked_on_again_leaves(desk, leave):
    confirmed(desk)
    desk.do(SECOND, leave.pop("action"), **leave)
    assert targets(desk) == []


def test_a_new_wording_replaces_the_old(desk):
    confirmed(desk)
    desk.translate(SECOND, "Ministers met.", by=BOB)
    desk.do(SECOND, Action.CONFIRM, by=BOB)
    desk.do(SECOND, Action.SIGN_OFF, by=BOB)
    desk.do(SECOND, Action.CORRECT, by=BOB, target="The ministers have met.", reason="tense")
    assert targets(desk) == ["The ministers have met."]


def test_omitted_and_added_units_are_no_translations(desk):
    from store.test_review import note

    desk.do(SECOND, Action.OMIT, reason="not for readers abroad")
    desk.store.add("talks", "en", note(), change=Change(action=Action.ADD, at=NOON, actor=ALICE, target="A note."), rules=RULES)
    assert targets(desk) == []
    confirmed(desk, CODED, "They agreed <1>on everything</1>.")
    (entry,) = desk.store.entries()
    assert (entry.previous, entry.next) == (SOURCES[1], SOURCES[3])


def test_a_sentence_that_left_its_article_is_still_known(desk):
    confirmed(desk, LAST, "More to come.")
    left = desk.store.catalog("talks", "en")
    desk.store.update_article(article(sources=SOURCES[:3]), [replace(left, segments=left.segments[:3])], actor=BOB, at=NOON)
    assert [entry.target for entry in desk.store.lookup(SOURCES[3], "uk", "en")] == ["More to come."]


def entry(source="Добрий день", target="Good day", **words):
    return Entry(**({"source": source, "target": target, "source_locale": "uk", "target_locale": "en"} | words))


def test_entries_from_elsewhere_are_added_once(store):
    both = [entry(), entry(target="Good afternoon", previous="", next="Так.", at=NOON, origin="old.tmx", by="p9")]
    assert store.add_entries(both) == 2
    assert store.add_entries([*both, entry("Так", "Yes")]) == 1
    assert store.count_entries() == 3
    assert [*store.entries(target_locale="en")][:2] == both
    assert [*store.entries(target_locale="pl")] == []


def test_what_the_memory_holds_of_an_article_is_not_added_again(desk):
    confirmed(desk)
    same = replace(next(desk.store.entries()), origin="tmx", article="", by="")
    assert desk.store.add_entries([same, replace(same, previous=None, next=None)]) == 0
    assert desk.store.add_entries([replace(same, previous="Інше"), replace(same, target="The ministers have met.")]) == 2
    assert targets(desk) == ["The ministers met.", "The ministers met.", "The ministers have met."]


def test_a_memory_larger_than_a_statement_is_added_whole(store):
    assert store.add_entries(entry(f"Рядок {n}", f"Line {n}") for n in range(1203)) == 1203


def test_search_finds_words_in_any_letter_case(store):
    store.add_entries([entry("Угода про <1>Київ</1>", "Agreement on <1>Kyiv</1>"), entry("100% правда", "100% true")])
    assert [e.target for e in store.search("київ УГОДА")] == ["Agreement on <1>Kyiv</1>"]
    assert [e.target for e in store.search("kyiv")] == ["Agreement on <1>Kyiv</1>"]
    assert [e.target for e in store.search("100%")] == ["100% true"]
    assert store.search("0_%") == ()
    assert store.search("київ", target_locale="pl") == ()
    assert store.search("  ") == ()
    assert len(store.search("про")) == 1
    assert store.search("пр") == ()


def test_of_what_is_found_the_latest_come_first_and_other_forms_last(store):
    store.add_entries([entry("Нова угода", "New deal"), entry("Без угоди", "No deal"), entry("Та угода", "That deal")])
    assert [e.target for e in store.search("угода")] == ["That deal", "New deal", "No deal"]
    assert [e.target for e in store.search("угода", limit=2)] == ["That deal", "New deal"]


def test_a_sentence_that_is_remembered_twice_is_shown_once(store):
    twice = [entry("Нова угода", "New deal", previous=before, next="") for before in ("", "Так.", "Ні.")]
    store.add_entries([entry("Стара угода", "Old deal"), *twice])
    assert [e.target for e in store.search("угода", limit=2)] == ["New deal", "Old deal"]


def test_words_of_both_languages_narrow_the_search_together(store):
    store.add_entries([entry("Рада", "Council"), entry("Рада", "Soviet")])
    assert [e.target for e in store.search("рада council")] == ["Council"]


NEWS = "Президент підписав закон про бюджет на 2026 рік."


def likes(store, source, **words):
    return [e.target for e in store.similar(source, "uk", "en", **words)]


def test_what_is_alike_is_found_the_most_like_first(store):
    store.add_entries(
        [
            entry(NEWS, "Whole."),
            entry(NEWS.replace("підписав", "ветував"), "Vetoed."),
            entry("Президент виїхав із країни.", "Left."),
            entry(NEWS, "Polish.", target_locale="pl"),
        ]
    )
    assert likes(store, NEWS.replace("2026", "1 203,5")) == ["Whole.", "Vetoed."]
    assert likes(store, NEWS, least=0.99) == ["Whole."]
    assert likes(store, "2026 <1>…</1>") == []


def test_a_sentence_is_found_among_many_that_share_its_common_words(store):
    store.add_entries(entry(f"Президент підписав закон про бюджет {word}.", word) for word in map(chr, range(0x430, 0x450)))
    store.add_entries([entry("Президент підписав закон про бюджет оборони.", "defence")])
    assert likes(store, "Президент не підписав закон про бюджет оборони.")[0] == "defence"


def test_a_sentence_that_is_said_again_and_again_hides_no_other(store):
    again = [entry(NEWS, f"Version {n}.", previous=f"{n}", next="") for n in range(50)]
    store.add_entries([entry(NEWS.replace("підписав", "ветував"), "Vetoed."), *again])
    assert likes(store, NEWS.replace("бюджет", "мову")) == ["Version 49.", "Vetoed."]


def test_an_entry_that_left_is_found_by_no_word_of_its_own(desk):
    confirmed(desk)
    assert [e.target for e in desk.store.search("зустрілися")] == ["The ministers met."]
    desk.do(SECOND, Action.REJECT, reason="look again")
    assert desk.store.search("зустрілися") == desk.store.similar(SOURCES[1], "uk", "en") == ()


def test_a_replaced_wording_is_found_by_its_own_words_alone(desk):
    confirmed(desk)
    desk.translate(SECOND, "Talks took place.", by=BOB)
    desk.do(SECOND, Action.CONFIRM, by=BOB)
    assert desk.store.search("ministers") == ()
    assert [e.target for e in desk.store.search("talks")] == ["Talks took place."]


def test_imported_segments_enter_the_memory(store):
    from store.test_articles import worked

    one = article()
    store.add_article(one, [worked(catalog(one))], actor=BOB, at=NOON, imported=True)
    assert [e.target for e in store.lookup(SOURCES[0], "uk", "en")] == ["Talks in Warsaw"]


def test_the_memory_of_an_earlier_version_is_indexed(store):
    store.add_entries([entry("Нова угода про об’єкт", "New deal")])
    migration = import_module("transloc.store.migrations.0006_memory_words")
    with store._database.writing(), connection.cursor() as cursor:
        editor = SimpleNamespace(execute=cursor.execute, connection=connection)
        editor.execute("DROP TABLE store_memorywords")
        editor.execute("UPDATE store_memoryentry SET words = 'нова угода про об’єкт' || char(10) || 'new deal'")
        migration.reword(apps, editor)
        migration.index(apps, editor)
    assert [e.target for e in store.search("угода об'єкт deal")] == ["New deal"]
    assert [e.target for e in store.similar("Нова угода про об’єкт.", "uk", "en")] == ["New deal"]
