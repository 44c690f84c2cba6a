"""Marked quotations in the store: a machine's draft becomes a hint, confirming is blocked, resolving opens the way."""

from dataclasses import replace

import pytest

from store.desk import ALICE, BOB, NOON, RULES, Desk, article
from transloc.errors import Refused
from transloc.model import Catalog, Kind, Quotation, QuotationStatus, Segment, State
from transloc.states import Action, Change

FIRST, SECOND, THIRD = (f"u1.s{number}" for number in (1, 2, 3))
MARK = Quotation(unit="u1", span=(9, 42), text="Ми увійшли в нову фазу. Вона триває", speaker="Макрон", spoken_in="fr")
SEGMENTS = (
    Segment(id="u0.s1", source="Нова фаза", kind=Kind.HEADLINE),
    Segment(id=FIRST, source="Макрон: «Ми увійшли в нову фазу."),
    Segment(id=SECOND, source="Вона триває»."),
    Segment(id=THIRD, source="Так він сказав."),
)


@pytest.fixture
def desk(store):
    catalog = Catalog(article="talks", source_locale="uk", target_locale="en", segments=SEGMENTS)
    store.add_article(article(), [catalog], actor=BOB, at=NOON)
    desk = Desk(store)
    for name, target in ((FIRST, "Macron: “We are in a new phase."), (SECOND, "It goes on.”"), (THIRD, "So he said.")):
        desk.do(name, Action.DRAFT, by=None, target=target, origin="deepl")
    return desk


def quote(desk, mark=MARK, name=FIRST, **more):
    return desk.do(name, Action.QUOTE, quotation=mark, **more)


def test_marking_makes_a_hint_of_the_draft_in_every_segment_of_the_quotation(desk):
    marked = quote(desk)
    assert (marked.state, marked.target, marked.suggestion, marked.quotations) == (
        State.INITIAL,
        "",
        "Macron: “We are in a new phase.",
        (MARK,),
    )
    second = desk.segment(SECOND)
    assert (second.state, second.target, second.suggestion, second.quotations, second.revision) == (
        State.INITIAL,
        "",
        "It goes on.”",
        (),
        2,
    )
    assert desk.segment(THIRD).target == "So he said."
    assert desk.store.catalog("talks", "en").segments[1] == marked
    assert [event.action for event in desk.store.history("talks", "en", SECOND)] == ["draft", "quote"]


def test_confirming_is_blocked_until_the_wording_is_resolved(desk):
    quote(desk)
    for name, target in ((FIRST, "Macron: “We are in a new phase."), (SECOND, "It goes on.”")):
        desk.translate(name, target)
        with pytest.raises(Refused, match="quote-origin: These words were spoken in French"):
            desk.do(name, Action.CONFIRM)
    with pytest.raises(Refused, match="needs its address"):
        quote(desk, replace(MARK, status=QuotationStatus.VERIFIED))
    quote(desk, replace(MARK, status=QuotationStatus.VERIFIED, url="https://lemonde.fr/1", original="Nous sommes entrés …"))
    assert {desk.do(name, Action.CONFIRM).state for name in (FIRST, SECOND)} == {State.REVIEWED}
    assert desk.segment(FIRST).quotations[0].url == "https://lemonde.fr/1"


def test_no_machine_writes_a_draft_of_words_that_nobody_has_resolved(desk):
    quote(desk)
    for name in (FIRST, SECOND):
        with pytest.raises(Refused, match="a quotation from another language"):
            desk.do(name, Action.DRAFT, by=None, target="It goes on.", origin="deepl")
    quote(desk, replace(MARK, status=QuotationStatus.PARAPHRASE))
    assert desk.do(SECOND, Action.DRAFT, by=None, target="It goes on.", origin="deepl").state is State.TRANSLATED


def test_a_person_s_text_stays_and_is_confirmed_again(desk):
    desk.do(SECOND, Action.CONFIRM)
    desk.translate(FIRST, "Macron: “We have entered a new phase.")
    assert quote(desk).target == "Macron: “We have entered a new phase."
    second = desk.segment(SECOND)
    assert (second.state, second.target) == (State.TRANSLATED, "It goes on.”")
    assert desk.store.count_entries() == 0


def test_a_mark_is_taken_away_by_one_that_says_nothing(desk):
    quote(desk)
    assert quote(desk, replace(MARK, spoken_in="")).quotations == ()
    desk.translate(FIRST, "Macron: “We are in a new phase.")
    assert desk.do(FIRST, Action.CONFIRM).state is State.REVIEWED


def test_a_mark_is_set_where_its_words_begin(desk):
    with pytest.raises(Refused, match="does not begin in this segment"):
        quote(desk, name=SECOND)
    with pytest.raises(Refused, match="does not begin in this segment"):
        quote(desk, replace(MARK, text="Цього ніхто не казав"))


def test_words_of_the_source_s_own_language_keep_their_draft(desk):
    assert quote(desk, replace(MARK, spoken_in="uk")).target == "Macron: “We are in a new phase."


def test_a_split_and_a_merge_carry_the_mark_with_its_words(desk):
    quote(desk)
    cut = SEGMENTS[1].source.index("«")
    rules = {"actor": ALICE, "moment": NOON, "rules": RULES}
    first, second = desk.store.split("talks", "en", FIRST, seen=desk.segment(FIRST).revision, at=cut, target_at=0, **rules)
    assert (first.quotations, second.quotations) == ((), (MARK,))


def test_alternatives_of_a_headline_are_kept(desk):
    adapted = desk.do("u0.s1", Action.ADAPT, alternatives=("A new phase", "Macron sees a new phase"))
    assert desk.segment("u0.s1") == adapted
    with pytest.raises(Refused, match="only a headline"):
        desk.do(FIRST, Action.ADAPT, alternatives=("Macron",))


def test_many_changes_at_once_may_mark_resolve_and_confirm(desk):
    made = (
        Change(action=Action.QUOTE, at=NOON, actor=ALICE, quotation=replace(MARK, status=QuotationStatus.RETRANSLATED)),
        Change(action=Action.CONFIRM, at=NOON, actor=ALICE),
    )
    done = desk.store.change_many("talks", "en", [(FIRST, 1, change) for change in made], rules=RULES)
    assert [(one.id, one.state) for one in done.changed] == [(FIRST, State.REVIEWED)]
