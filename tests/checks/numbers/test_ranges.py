import pytest

from transloc.checks.numbers import ranges
from transloc.checks.pair import side


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("від 25 до 40 грн", "uk"),
        ("25–40 грн", "uk"),
        ("25 — 40 грн", "uk"),
        ("між 38 та 54 млн", "uk"),
        ("від 38 млн до 54 млн", "uk"),
        ("20 тис. – 25 тис.", "uk"),
        ("від 25 кілометрів до 40", "uk"),
        ("5 чи 6 млн", "uk"),
        ("UAH 25 to 40", "en"),
        ("UAH25–40", "en"),
        ("between UAH 38 million and 54 million", "en"),
        ("between about 38 and 54", "en"),
        ("$2 billion to $3 billion", "en"),
        ("25% to 40%", "en"),
        ("25 euros to 40", "en"),
        ("zwischen 25 und 40", "de"),
        ("vom 12. bis zum 25. Februar", "de"),
        ("między 25 a 40", "pl"),
        ("od 12 aż do 25", "pl"),
    ],
)
def test_two_numbers_of_one_range(text, locale):
    one = side(text, locale)
    first, second = one.figures
    assert ranges.joined(first, second, one)
    assert ranges.partners(first, one) == [second]
    assert ranges.partners(second, one) == [first]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("12 загиблих і 30 поранених", "uk"),
        ("12 і 30 осіб", "uk"),
        ("Су-34 — 12 машин", "uk"),
        ("у 2022 — 3000 осіб", "uk"),
        ("між 12 будинками загинули 30 осіб і 5 коней", "uk"),
        ("12 killed, 30 wounded", "en"),
        ("12 people moved to 30 houses", "en"),
        ("on 12 and 30", "en"),
    ],
)
def test_two_numbers_that_are_no_range(text, locale):
    one = side(text, locale)
    assert not ranges.joined(*one.figures[:2], one)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("UAH 25 to 40", ["UAH", "UAH"]),
        ("€38 million to 54 million", ["EUR", "EUR"]),
        ("25–40 hryvnias for 3 tickets", ["UAH", "UAH", ""]),
        ("€5 for 3 to 4 tickets", ["EUR", "", ""]),
    ],
)
def test_the_currency_of_one_number_is_that_of_its_range(text, codes):
    one = side(text, "en")
    assert [ranges.currency(figure, one) for figure in one.figures] == codes
