import pytest

from transloc.steps.effort import PostEdit, effort


def test_an_untouched_draft_costs_nothing():
    report = effort([PostEdit("The ministers <1>met</1>.", "The ministers <2>met</2>.", "deepl")])
    (met,) = report.by_engine.values()
    assert (met.segments, met.untouched, met.edits, met.similarity) == (1, 1, 0, 100.0)


def test_edits_are_of_letters_and_a_rate_is_of_a_hundred_of_them():
    report = effort([PostEdit("The ministers meet.", "The ministers met.", "deepl"), PostEdit("abc", "abcdefg", "deepl")])
    met = report.by_engine["deepl"]
    assert (met.edits, met.characters, met.untouched) == (2 + 4 - 1, 18 + 7, 0)
    assert met.rate == pytest.approx(100 * met.edits / 25)
    assert 0 < met.similarity < 100


def test_a_draft_that_was_thrown_away_is_far_from_what_was_confirmed():
    far = effort([PostEdit("Погода хороша", "The weather is fine", "firefox")]).by_engine["firefox"]
    near = effort([PostEdit("The weather was fine", "The weather is fine", "firefox")]).by_engine["firefox"]
    assert far.similarity < 10 < 60 < near.similarity


def test_terms_and_rules_have_tables_of_their_own_with_the_most_effort_first():
    report = effort(
        [
            PostEdit("Kiev waits", "Kyiv waits", "deepl", frozenset({"kyiv"}), frozenset({"term-forbidden"})),
            PostEdit("A tram", "A tram", "memory", frozenset({"tram"})),
            PostEdit("One hundred", "Two hundred and ten", "deepl", rules=frozenset({"number"})),
        ]
    )
    assert list(report.by_engine) == ["deepl", "memory"]
    assert report.by_engine["deepl"].segments == 2
    assert list(report.by_term) == ["kyiv", "tram"]
    assert list(report.by_rule) == ["number", "term-forbidden"]


def test_nothing_confirmed_is_an_empty_report():
    report = effort([])
    assert (report.by_engine, report.by_term, report.by_rule) == ({}, {}, {})
