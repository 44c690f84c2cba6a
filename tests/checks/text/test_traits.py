import pytest

from transloc.checks.dates.calendar import NAMED
from transloc.checks.names.proper import CAPITAL
from transloc.checks.numbers.counts import CARDINAL
from transloc.checks.numbers.money import OF_MONEY
from transloc.checks.pair import DIGIT, MAY_BE_ADDRESS, Side
from transloc.checks.text.negation import NEGATES
from transloc.checks.text.traits import WORD, sign, words_of


@pytest.mark.parametrize(
    ("text", "locale", "trait"),
    [
        ("у травні", "uk", NAMED),
        ("the mid-May vote", "en", NAMED),
        ("Двоє пішли.", "uk", CARDINAL),
        ("a no-deal exit", "en", NEGATES),
        ("it won’t hold", "en", NEGATES),
        ("ціна в євро-валюті", "uk", OF_MONEY),
        ("in Kyiv", "en", CAPITAL),
        ("о 5-й", "uk", DIGIT),
        ("пишіть на a@b.ua", "uk", MAY_BE_ADDRESS),
    ],
)
def test_what_a_word_may_be(text, locale, trait):
    assert Side(text, locale).traits & trait


@pytest.mark.parametrize(
    ("text", "locale", "trait"),
    [
        ("it may rain", "en", NAMED),
        ("НАТО", "uk", CAPITAL),
        ("see https://no-deal.example.com/May", "en", NEGATES | NAMED),
        ("two-thirds", "en", CARDINAL),
    ],
)
def test_what_a_word_is_not(text, locale, trait):
    assert not Side(text, locale).traits & trait


def test_words_with_a_trait_keep_their_places():
    side = Side("Іран, Ірану: <1>Іран</1> й Іраном.", "uk")
    found = side.having(CAPITAL)
    assert [word.text for word in found] == ["Іран", "Ірану", "Іран", "Іраном"]
    assert [side.bare[word.start : word.end] for word in found] == [word.text for word in found]
    assert side.spelt_having(CAPITAL) == [word.text for word in found]


@pytest.mark.parametrize("text", ["«Так, — сказав він-таки. — Об'єкт»", "it won’t hold: 1,5-fold (re-)cut", "a_b Łódź\u200bx п’ять2", ""])
def test_words_are_those_of_the_whole_text(text):
    assert words_of(text.split()) == WORD.findall(text)


def test_a_new_trait_is_seen_in_words_that_were_looked_at_before():
    seen = Side("an odd~pair", "en").traits
    new = sign("", "d~p")
    assert not seen & new
    assert Side("an odd~pair", "en").traits & new


def test_what_has_a_sign_is_given_whole_addresses_among_it():
    side = Side("a <1>5-й</1> дім, https://a.ua/7 і 8", "uk")
    assert side.having_sign(DIGIT) == ["5-й", "https://a.ua/7", "8"]
