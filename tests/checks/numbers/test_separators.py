import pytest

from transloc.checks.numbers import separators
from transloc.checks.pair import side
from transloc.languages.numbers import marks


def foreign(source, target, locales="uk en"):
    first, second = locales.split()
    return [(figure.text, better, misread) for figure, better, misread in separators.foreign(side(source, first), side(target, second))]


@pytest.mark.parametrize(
    ("source", "target", "locales", "expected"),
    [
        ("2,5 млн", "2,5 million", "uk en", [("2,5", "2.5", "")]),
        ("12 500 євро", "12.500 euros", "uk en", [("12.500", "12,500", "12.5")]),
        ("12,500 euros", "12,500 євро", "en uk", [("12,500", "12\u00a0500", "12.5")]),
        ("2.5 million", "2.5 млн", "en uk", [("2.5", "2,5", "")]),
        ("1.234,56 Euro", "1.234,56 euros", "de en", [("1.234,56", "1,234.56", "")]),
        ("2,5 млн", "2.5 million", "uk en", []),
        ("1,2 млрд", "1,200 million", "uk en", []),
        ("12 500 євро", "12\u00a0500 euros", "uk en", [("12\u00a0500", "12,500", "")]),
        ("12 500 осіб", "12,500 people", "uk en", []),
        ("iOS 12.1", "iOS 12.1", "en uk", []),
        ("за номером 116 123", "call 116 123", "uk en", []),
        ("о 17.30", "at 5.30pm", "uk en", []),
        ("04.02.2026", "04.02.2026", "uk de", []),
        ("12 500", "12500", "uk en", []),
        ("20-тисячна колона", "a column of 20,000", "uk en", []),
        ("20-тисячна колона", "a column of 20.000", "uk en", [("20.000", "20,000", "20")]),
        ("20-тисячна колона", "eine Kolonne von 20.000", "uk de", []),
        ("від 20 до 25 тис. грн", "UAH 20,000 to 25,000", "uk en", []),
        ("від 20 до 25 тис. грн", "UAH 20.000 to 25.000", "uk en", [("25.000", "25,000", "25")]),
        ("20 із двадцяти тисяч", "20 of 20,000", "uk en", []),
        ("20 осіб", "20,000 people", "uk en", []),
        ("12,5 євро", "12,5 euros", "uk en", [("12,5", "12.5", "")]),
        ("1 тис. 200 гривень і 1,2 бала", "UAH 1,200 and 1.2 points", "uk en", []),
    ],
)
def test_marks_of_another_language(source, target, locales, expected):
    assert foreign(source, target, locales) == expected


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("12,500", "en", "12500"),
        ("12.5", "en", "12.5"),
        ("2,5", "en", None),
        ("12 500,5", "uk", "12500.5"),
        ("1.2.3", "en", None),
        ("1,23,456", "en", None),
    ],
)
def test_a_number_as_readers_of_a_locale_read_it(text, locale, value):
    assert separators.read(text, marks(locale)) == value
