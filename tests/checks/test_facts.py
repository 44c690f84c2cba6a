import pytest

from transloc.checks.facts import differ


@pytest.mark.parametrize(
    ("before", "after", "locale"),
    [
        ("It cost 12 million", "It cost 13 million", "en"),
        ("It cost two million", "It cost three million", "en"),
        ("He came in May", "He came in June", "en"),
        ("Прийшов у травні", "Прийшов у червні", "uk"),
        ("Przyszedł w maju", "Przyszedł w czerwcu", "pl"),
        ("The visit of Macron", "The visit of Merkel", "en"),
        ("Macron said so", "Merkel said so", "en"),
        ("He came", "Macron came", "en"),
        ("He did not come", "He came", "en"),
        ("He didn't come", "He did come", "en"),
        ("Він прийшов", "Він не прийшов", "uk"),
        ("Er kommt", "Er kommt nicht", "de"),
        ("He said “we win”", "He said “we may win”", "en"),
        ("He said that we win", "He said “we win”", "en"),
        ("See https://a.ua/1", "See https://a.ua/2", "en"),
        ("It is 2.5 percent", "It is 25 percent", "en"),
    ],
)
def test_an_edit_of_a_fact(before, after, locale):
    assert differ(before, after, locale)


@pytest.mark.parametrize(
    ("before", "after", "locale"),
    [
        ("The talks of Macron went on", "The talks of Macron continued", "en"),
        ("The minister came", "A minister came", "en"),
        ("However, he left", "Yet he left", "en"),
        ("He said “we win.”", "He said: «we win»", "en"),
        ("Macron’s visit", "the visit of Macron", "en"),
        ("It <1>cost</1> 12 500", "It cost <1>some</1> 12 500", "en"),
        ("Він швидко прийшов", "Він хутко прийшов", "uk"),
        ("same", "same", "en"),
    ],
)
def test_an_edit_of_style(before, after, locale):
    assert not differ(before, after, locale)
