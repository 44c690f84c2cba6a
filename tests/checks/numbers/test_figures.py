import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.checks.numbers import figures
from transloc.checks.numbers.number_words import word_values
from transloc.checks.pair import side


def readings(text):
    return {reading for figure in figures.find(text) for reading in figure.readings}


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("12 500", ("12500",)),
        ("12,500", ("12500",)),
        ("1.234.567", ("1234567",)),
        ("2,50", ("2.5",)),
        ("1.234,56", ("1234.56",)),
        ("007", ("7",)),
        ("14.30", ("2", "30")),
        ("14:00", ("14",)),
        ("2:30 p.m.", ("14", "30")),
        ("04.02.2026", ("4", "2026")),
        ("2024–25", ("2025",)),
        ("90s", ("1990",)),
        ("2,5 млн", ("2500000",)),
        ("1.2345k", ("1234.5",)),
        ("3 hundred", ("300",)),
        ("F-16", ("16",)),
    ],
)
def test_a_figure_has_this_reading(text, reading):
    assert reading in readings(text)


@pytest.mark.parametrize(
    ("text", "reading"), [("40 000", ("40",)), ("40,000", ("40",)), ("1990s", ("90",)), ("40 000", ("40", "0")), ("12500", ("500",))]
)
def test_a_figure_has_not_this_reading(text, reading):
    assert reading not in readings(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [("12 500 і 3", ["12 500", "3"]), ("2024 300", ["2024", "300"]), ("15,24см.", ["15,24"]), ("до10,16", ["10,16"]), ("5. 6", ["5", "6"])],
)
def test_where_a_figure_begins_and_ends(text, written):
    found = figures.find(text)
    assert [figure.text for figure in found] == written
    assert all(text[figure.start : figure.end] == figure.text for figure in found)


@settings(max_examples=100)
@given(st.text(st.sampled_from("0123 .,:\u00a0-–()xVI млнpm%"), max_size=30))
def test_any_text_is_read_without_a_slip(text):
    found = figures.find(text)
    assert "".join(filter(str.isdigit, text)) == "".join(c for figure in found for c in figure.text if c.isdigit())
    values = side(text, "uk").values
    assert all(figure.among(values) for figure in found)
    assert all(value == figures.normal(value) for figure in found for reading in figure.readings for value in reading)


@pytest.mark.parametrize(("numeral", "value"), [("XXI", 21), ("ХІХ", 19), ("IV", 4), ("XC", 90), ("II", 2)])
def test_roman_numerals(numeral, value):
    assert figures.roman(numeral) == value


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("двоє", "uk", {"2"}),
        ("двадцять п'ять", "uk", {"20", "5", "25"}),
        ("twenty-five", "en", {"20", "5", "25"}),
        ("two hundred and fifty", "en", {"2", "100", "50", "250"}),
        ("три тисячі", "uk", {"3", "1000", "3000"}),
        ("a dozen", "en", {"12"}),
        ("half", "en", {"0.5"}),
        ("fünf Uhr", "de", {"5"}),
        ("pięciu", "pl", {"5"}),
        ("один день, два тижні", "uk", {"1", "2"}),
        ("often", "en", set()),
        ("cinq", "fr", set()),
    ],
)
def test_number_words(text, language, values):
    assert word_values(text, language) == values
