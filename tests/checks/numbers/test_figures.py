import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.checks.numbers import figures
from transloc.checks.numbers.number_words import word_values
from transloc.checks.pair import side

#: Of amounts in several scales.
PARTS = (*"0123 .,", " тис", " тис. ", " млн ", " млрд ")


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
        ("20-тисячна", ("20000",)),
        ("150‑тисячному", ("150000",)),
        ("20-ти тисячна", ("20000",)),
        ("8-тисячник", ("8000",)),
        ("2-мільйонне", ("2000000",)),
        ("20-tysięcznej", ("20000",)),
        ("20-тысячный", ("20000",)),
        ("5 мільйонам", ("5000000",)),
        ("від 20 до 25 тис.", ("20000",)),
        ("$2-$3 million", ("2000000",)),
        ("UAH 20 to UAH 25 thousand", ("20000",)),
        ("24.02.22", ("24", "2022")),
        ("24.02.97", ("24", "1997")),
    ],
)
def test_a_figure_has_this_reading(text, reading):
    assert reading in readings(text)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("40 000", ("40",)),
        ("40,000", ("40",)),
        ("1990s", ("90",)),
        ("40 000", ("40", "0")),
        ("12500", ("500",)),
        ("24.02.22", ("24", "1922")),
    ],
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


@pytest.mark.parametrize(
    ("text", "whole", "total"),
    [
        ("1 млн 165 тис. солдатів", "1 млн 165", "1165000"),
        ("3\u00a0млрд\u00a0200\u00a0млн", "3\u00a0млрд\u00a0200", "3200000000"),
        ("1 мільйон 200 тисяч", "1 мільйон 200", "1200000"),
        ("1 тис. 200 гривень", "1 тис. 200", "1200"),
        ("1 тис. 50 гривень", "1 тис. 50", "1050"),
        ("2 млн 305 тис. 400", "2 млн 305 тис. 400", "2305400"),
        ("1 млн 165,5 тис.", "1 млн 165,5", "1165500"),
        ("3 billion 200 million", "3 billion 200", "3200000000"),
        ("3 Mrd. 200 Mio. Euro", "3 Mrd. 200", "3200000000"),
        ("1 mln 165 tys.", "1 mln 165", "1165000"),
    ],
)
def test_neighbouring_scales_are_one_amount_and_may_be_two_numbers(text, whole, total):
    (figure,) = figures.find(text)
    assert (figure.text, figure.readings[0]) == (whole, (total,))
    assert figure.among(frozenset(value for part in figure.parts for reading in part.readings for value in reading))
    assert not figure.among(frozenset({figure.parts[0].readings[0][0]}))


@pytest.mark.parametrize(
    "text",
    [
        "1 млн, 165 тис.",
        "1 млн осіб 165 тис.",
        "165 тис. 1 млн",
        "1,5 млн 200 тис.",
        "1 млн 1200 тис.",
        "5 млн 24 лютого",
        "5 тис. 2024 року",
        "5 тис. 14.30",
        "5 тис. і 200 осіб",
    ],
)
def test_these_neighbours_are_two_numbers(text):
    assert len(figures.find(text)) == 2


@settings(max_examples=100)
@given(st.text(st.sampled_from("0123 .,:\u00a0-–()xVI млнpm%"), max_size=30) | st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
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
