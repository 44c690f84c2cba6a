from datetime import UTC, datetime

import pytest

from transloc.memory import CONTEXT, EXACT, FUZZY, Entry, Policy, Query, best, ranked

BUDGET = "Рада ухвалила бюджет на 2026 рік у другому читанні."
PASSED = "The council passed the 2026 budget at second reading."


def entry(target, *, source="Так.", previous=None, following=None, day=1, **words):
    usual = {"source_locale": "uk", "target_locale": "en-GB", "at": datetime(2026, 1, day, tzinfo=UTC), "by": "p1"}
    return Entry(source=source, target=target, previous=previous, next=following, **(usual | words))


def budget(**words):
    return entry(PASSED, source=BUDGET, **words)


def found(source, *candidates, policy=None, **around):
    return [(m.target, m.kind, round(m.score, 2)) for m in ranked(Query(source, **around), candidates, policy)]


class TestTheSameSentence:
    def test_nothing_like_it_gives_none(self):
        assert best(Query("Так."), []) is None
        assert best(Query("Так."), [entry("No.", source="Ні!")]) is None

    def test_the_same_neighbours_win_over_a_later_confirmation(self):
        candidates = [
            entry("Yes.", previous="Ви згодні?", following="Дякую.", day=1),
            entry("Right.", previous="Отже.", following="Далі.", day=9),
        ]
        chosen = best(Query("Так.", "Ви згодні?", "Дякую."), candidates)
        assert (chosen.target, chosen.origin, chosen.score) == ("Yes.", CONTEXT, 1.0)

    def test_neighbours_are_compared_like_sources(self):
        remembered = entry("Yes.", previous="<1>Ви</1> згодні?", following="")
        assert best(Query("Так.", "<7>Ви</7>  згодні?", ""), [remembered]).origin == CONTEXT

    def test_one_neighbour_alone_is_no_context(self):
        remembered = entry("Yes.", previous="Ви згодні?", following="Ні.")
        assert best(Query("Так.", "Ви згодні?", "Дякую."), [remembered]).origin == EXACT

    def test_unknown_neighbours_are_not_the_edge_of_an_article(self):
        assert best(Query("Так."), [entry("Yes.")]).origin == EXACT
        assert best(Query("Так."), [entry("Yes.", previous="", following="")]).origin == CONTEXT

    def test_of_equals_the_latest_wins(self):
        candidates = [entry("Old.", day=1), entry("New.", day=3), entry("Middle.", day=2)]
        assert best(Query("Так.", "а", "б"), candidates).target == "New."

    def test_an_entry_without_a_date_comes_last(self):
        assert [target for target, *_ in found("Так.", entry("Undated.", at=None), entry("Dated."))] == ["Dated.", "Undated."]

    def test_codes_are_adapted_and_a_broken_entry_is_passed_over(self):
        broken = entry("Yes.", source="<2>Так</2>.", day=9)
        good = entry("<2>Yes</2>.", source="<2>Так</2>.", day=1)
        assert best(Query("<5>Так</5>."), [broken, good]).target == "<5>Yes</5>."

    def test_an_empty_target_is_none(self):
        assert best(Query("Так."), [entry(" ")]) is None

    def test_every_different_translation_is_offered_once(self):
        targets = [target for target, *_ in found("Так.", entry("Yes.", day=1), entry("Yes.", day=2), entry("Right.", day=3))]
        assert targets == ["Right.", "Yes."]


class TestAlike:
    def test_the_score_is_one_less_the_edits_by_the_longer_text(self):
        assert found("Рада ухвалила закон.", entry("The council passed a law.", source="Рада ухвалила указ.")) == [
            ("The council passed a law.", FUZZY, 0.80)
        ]

    def test_below_the_least_score_nothing_is_offered(self):
        remembered = entry("Yes.", source="абвгд" + "е" * 5)
        assert found("абвгд" + "ж" * 5, remembered) == []
        assert len(found("абвгд" + "ж" * 5, remembered, policy=Policy(least=0.5))) == 1

    def test_what_is_alike_never_stands_as_a_draft(self):
        assert best(Query(BUDGET.replace("2026", "2027")), [budget()]) is None

    def test_a_sentence_that_differs_in_its_numbers_alone_has_them_put_in_and_is_not_the_same(self):
        assert found(BUDGET.replace("2026", "2027"), budget()) == [(PASSED.replace("2026", "2027"), FUZZY, 0.99)]

    def test_numbers_count_as_letters_where_it_is_not_certain_which_goes_where(self):
        silent = entry("The council passed next year's budget.", source="Рада ухвалила бюджет на 2026 рік.")
        assert found("Рада ухвалила бюджет на 2027 рік.", silent) == [(silent.target, FUZZY, round(1 - 1 / 33, 2))]

    def test_codes_take_the_numbers_of_the_sentence_at_hand(self):
        coded = entry("The <1>council</1> voted<2/>.", source="<1>Рада</1> голосувала<2/>.")
        assert found("<4>Рада</4> голосує<7/>.", coded)[0][0] == "The <4>council</4> voted<7/>."

    def test_codes_that_the_sentence_at_hand_has_not_are_left_out(self):
        coded = entry("The <1>council</1> voted.", source="<1>Рада</1> голосувала.")
        assert found("Рада голосувала", coded)[0][0] == "The council voted."
        assert found(r"Рада \<1> голосувала.", entry(r"The council \<1> voted.", source=r"Рада \<1>  голосувала!"))[0][0] == (
            r"The council \<1> voted."
        )

    def test_the_same_sentence_comes_before_what_is_alike(self):
        assert [kind for _, kind, _ in found(BUDGET, budget(day=1), entry("x", source=BUDGET + "!", day=9))] == [EXACT, FUZZY]


class TestPenalties:
    def test_what_a_penalty_takes_off_from_is_offered_and_never_drafted(self):
        policy = Policy(penalties={"tmx": 0.05})
        assert found("Так.", entry("Yes.", origin="tmx"), policy=policy) == [("Yes.", EXACT, 0.95)]
        assert best(Query("Так."), [entry("Yes.", origin="tmx")], policy) is None
        assert best(Query("Так."), [entry("Yes.", origin="person")], policy).score == 1

    @pytest.mark.parametrize(("origin", "score"), [("deepl", 0.9), ("deepl+edit", 0.98), ("firefox+edit", 0.95), ("", 1.0)])
    def test_an_engine_s_draft_and_one_that_was_edited_may_differ(self, origin, score):
        policy = Policy(penalties={"deepl": 0.1, "deepl+edit": 0.02, "firefox": 0.05})
        assert found("Так.", entry("Yes.", origin=origin), policy=policy)[0][2] == score

    def test_another_article_adds_to_it(self):
        policy = Policy(penalties={"tmx": 0.05, "other-article": 0.01})
        assert found("Так.", entry("Yes.", origin="tmx", article="old"), policy=policy, article="new")[0][2] == 0.94
        assert found("Так.", entry("Yes.", article="new"), policy=policy, article="new")[0][2] == 1

    def test_the_least_score_is_judged_after_them(self):
        assert found("Так.", entry("Yes.", origin="tmx"), policy=Policy(penalties={"tmx": 0.4})) == []
