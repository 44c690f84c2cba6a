import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transloc.checks.pair import Pair, side
from transloc.checks.rules import number

SAME = [
    ("12 500 осіб", "12,500 people"),
    ("12\u00a0500 осіб", "12,500 people"),
    ("2,5 бала", "2.5 points"),
    ("2,5 млн грн", "UAH 2.5 million"),
    ("1,2 млрд", "1,200 million"),
    ("1 234,56 євро", "€1,234.56"),
    ("о 14.30", "at 2:30 p.m."),
    ("о 14:00", "at 2 p.m."),
    ("о 9-й", "at 9am"),
    ("04.02.2026", "February 4, 2026"),
    ("4 лютого 2026 року", "4 February 2026"),
    ("24 листопада 2026 р. о 00:30", "November 24, 2026, 12:30\u00a0AM"),
    ("2026-11-24T17:05", "24 Nov 2026, 17:05"),
    ("2024–2025 рр.", "2024–25"),
    ("90-х років", "the 1990s"),
    ("1990-ті", "the 1990s"),
    ("2 роки", "two years"),
    ("25 років", "twenty-five years"),
    ("двадцять п'ять років", "25 years"),
    ("двоє поранених", "2 wounded"),
    ("ХХІ століття", "the 21st century"),
    ("рахунок 2:1", "the score was 2-1"),
    ("50 %", "50%"),
    ("№ 007", "No. 7"),
    ("200 миль (322 км)", "200 miles"),
    ("200 миль", "200 miles (322 km)"),
    ("6 метрів", "20 feet"),
    ("2,2 млрд євро (3,6 млрд дол.)", "€2.2 billion"),
    ("сайт https://a.ua/2024/11", "the site"),
    ("немає чисел", "no numbers"),
    ("у 2024 300 осіб", "300 people in 2024"),
    ("½ міста", "0.5 of the city"),
    ("Квиток коштує від 25 до 40 грн.", "A ticket costs UAH 25 to 40."),
    ("від 38 до 54 млн грн", "between UAH 38 million and 54 million"),
    ("20-тисячна колона", "A column of 20,000"),
    ("150-тисячне місто", "a city of 150,000"),
    ("Зарплата від 20 до 25 тис. грн", "UAH 20,000 to 25,000"),
    ("1 млн 165 тис. солдатів", "1,165,000 soldiers"),
    ("1 млн 165 тис. солдатів", "1 million 165 thousand soldiers"),
    ("3 млрд 200 млн грн", "UAH 3.2 billion"),
    ("1 мільйон 200 тисяч", "1.2 million"),
    ("1 тис. 200 гривень", "UAH 1,200"),
    ("серед 2 тис. 300 осіб", "300 people among two thousand"),
    ("24.02.22", "24 February 2022"),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_the_same_value_in_another_writing_is_no_fault(judge, source, target):
    assert judge("number", source, target) == []
    assert judge("number", target, source, "en uk") == []


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("2 stycznia", "2. Januar", "pl de"),
        ("о 20:00", "o godz. 8 wieczorem", "uk pl"),
        ("12.500 Menschen", "12 500 osób", "de pl"),
        ("1.234,5 Tonnen", "1234,5 т", "de uk"),
        ("3 Mio. Euro", "3 млн євро", "de uk"),
        ("den 1930er-Jahren", "у 1930-х", "de uk"),
        ("in the 1980s", "w latach osiemdziesiątych", "en pl"),
        ("1 Million 165 Tausend Soldaten", "1,165,000 soldiers", "de en"),
        ("1 mln 165 tys. żołnierzy", "1.165.000 Soldaten", "pl de"),
        ("20-tysięczna kolumna", "20-тисячна колона", "pl uk"),
        ("in the 1980s", "w latach 80. ubiegłego wieku", "en pl"),
        ("у вісімдесятих роках", "in the 1980s", "uk en"),
    ],
)
def test_other_languages(judge, source, target, locales):
    assert judge("number", source, target, locales) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("12 500 осіб", "12,700 people", "The source has 12 500, the target 12,700"),
        ("12 500 осіб", "12 people", "12 500 is missing from the target"),
        ("24 листопада 2026, 00:30", "November 24, 2026, 12:31 AM", "The source has 00:30, the target 12:31"),
        ("2,5 млн", "25 million", "The source has 2,5, the target 25"),
        ("загинули 14 людей", "people died", "14 is missing from the target"),
        ("загинули люди", "14 people died", "14 does not stand in the source"),
        ("1930-х", "1030s", "The source has 1930, the target 1030"),
        ("40 000 справ", "40 cases", "The source has 40 000, the target 40"),
        ("04.02.2026", "February 5, 2026", "The source has 04.02.2026, the target 5"),
        ("200 миль (322 км)", "miles (322 km)", "200 is missing from the target"),
        ("200 миль (322 км)", "200 miles (422 km)", "The source has 322, the target 422"),
        ("6 метрів", "30 feet", "The source has 6, the target 30"),
        ("20-тисячна колона", "A column of 30,000", "The source has 20, the target 30,000"),
        ("1 млн 165 тис. солдатів", "1,156,000 soldiers", "The source has 1 млн 165, the target 1,156,000"),
        ("1 млн 165 тис. солдатів", "165,000 soldiers", "1 млн 165 is missing from the target"),
        ("1 млн 165 тис. солдатів", "1 million soldiers", "1 млн 165 is missing from the target"),
        ("3 млрд 200 млн грн", "UAH 3.2 million", "The source has 3 млрд 200, the target 3.2"),
        ("1 тис. 200 гривень", "UAH 200", "1 тис. 200 is missing from the target"),
        ("24.02.22", "24 February 2023", "The source has 24.02.22, the target 2023"),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(judge, source, target, message):
    (finding,) = judge("number", source, target)
    assert finding.message == message
    assert finding.severity == "error"


def test_spans_show_the_numbers_in_the_coded_texts(judge):
    (finding,) = judge("number", "Це <1>12</1> млн", "It is <1>13</1> million")
    assert finding.source_spans == ((6, 8),)
    assert finding.target_spans == ((9, 11),)


def test_groups_of_thousands_are_no_list_of_numbers(judge):
    assert judge("number", "разом 999\u00a0100 осіб", "in all 999,999,100 people")
    assert judge("number", "разом 24\u00a0300 осіб", "in all 300 and 24 people")


@settings(max_examples=100)
@given(value=st.integers(0, 10**9), other=st.integers(0, 10**9))
@example(value=999100, other=999999100)
def test_any_whole_number_is_the_same_in_both_writings_and_no_other(value, other):
    source = side(f"разом {value:,} осіб".replace(",", "\u00a0"), "uk")

    def findings(number_):
        return list(number.check(Pair(source=source, target=side(f"in all {number_:,} people", "en"))))

    assert findings(value) == []
    if value >= 1000 and other != value:
        assert findings(other)


@pytest.mark.parametrize(
    ("source", "target", "locales", "message"),
    [
        ("2,5 млн осіб", "2.5 billion people", "uk en", "The source has 2,5 млн, the target 2.5 billion"),
        ("2,5 млрд", "2.5 million", "uk en", "The source has 2,5 млрд, the target 2.5 million"),
        ("12 тис. осіб", "12 people", "uk en", "The source has 12 тис, the target 12"),
        ("3 Milliarden", "3 млн", "de uk", "The source has 3 Milliarden, the target 3 млн"),
        ("5 млн євро", "$5 million", "uk en", "Another currency: the source has 5 млн євро, the target $5 million"),
        ("100 гривень", "100 złotych", "uk pl", "Another currency: the source has 100 гривень, the target 100 złotych"),
        ("о 14:30", "at 2:30 a.m.", "uk en", "The other half of the day: the source has 14:30, the target 2:30 a.m."),
        ("о 9-й вечора", "at 9am", "uk en", "The other half of the day: the source has 9-й вечора, the target 9am"),
        ("12 загиблих і 30 поранених", "30 killed and 12 wounded", "uk en", "12 and 30 have changed places"),
        ("від 25 до 40 грн", "UAH 40 to 25", "uk en", "25 and 40 have changed places"),
        ("від 25 до 40 грн", "$25 to 40", "uk en", "Another currency: the source has 40 грн, the target 40"),
        ("12 тис. грн", "$12,000", "uk en", "Another currency: the source has 12 тис. грн, the target $12,000"),
        ("3 млрд 200 млн грн", "$3.2 billion", "uk en", "Another currency: the source has 3 млрд 200 млн грн, the target $3.2 billion"),
        ("20-тисячна колона", "a column of 20", "uk en", "The source has 20-тисячна, the target 20"),
        ("3 млрд 200 млн", "3 million 200 million", "uk en", "The source has 3 млрд, the target 3 million"),
        ("3 млрд 200 млн", "3 billion 200 thousand", "uk en", "The source has 200 млн, the target 200 thousand"),
        ("1 тис. 200 гривень", "UAH 1 and 200", "uk en", "The source has 1 тис, the target 1"),
        ("12 500 євро", "12.500 euros", "uk en", "12.500 is written 12,500 here, it would be read as 12.5"),
    ],
)
def test_what_a_number_counts_is_part_of_it(judge, source, target, locales, message):
    (finding,) = judge("number", source, target, locales)
    assert finding.message == message
    assert finding.severity == "error"
    assert finding.target_spans


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("від 2 до 3 млн осіб", "2 to 3 million people", "uk en"),
        ("2 млн", "two million", "uk en"),
        ("5 млн євро (5,8 млн дол.)", "€5 million ($5.8 million)", "uk en"),
        ("5 млн євро", "€5 million (about $5.8 million)", "uk en"),
        ("5 фунтів", "£5", "uk en"),
        ("колекція 2019 року", "the SS19 collection", "uk en"),
        ("рахунок 16,5:10,5", "a score of 16.5 to 10.5", "uk en"),
        ("приблизно за 1,6 км", "about a mile away", "uk en"),
        ("зріст 1,98 м", "a 6-foot-6 junior", "uk en"),
        ("5–10,2 см", "2 to 4 inches", "uk en"),
        ("о 12:15", "at quarter past 12, 15 people", "uk en"),
    ],
)
def test_scales_sums_and_measures_in_another_writing(judge, source, target, locales):
    assert judge("number", source, target, locales) == []


@pytest.mark.parametrize(("source", "target"), [("10,2 см", "10 cm"), ("249 кг", "250 kg")])
def test_a_rounded_measure_is_told_as_info(judge, source, target):
    (finding,) = judge("number", source, target)
    assert finding.severity == "info"
    assert finding.message.endswith("are the same measure, rounded")


def test_a_decimal_is_no_list_of_its_halves(judge):
    assert judge("number", "7,1 бала за 3 дні", "1 point, 7 more in 3 days")


@pytest.mark.parametrize(
    ("source", "target", "fix"),
    [
        ("12 500 осіб", "12,700 people", "12,500 people"),
        ("у 2024 році", "in <1>2042</1>", "in <1>2024</1>"),
        ("2,5 млн осіб", "2.5 billion people", "2.5 million people"),
        ("2,5 млн осіб", "2,5 million people", "2.5 million people"),
        ("о 14:30", "at 2:30 a.m.", "at 2:30 p.m."),
        ("12 500 осіб", "12 people", None),
        ("5 млн євро", "$5 million", None),
        ("6 метрів", "30 feet", None),
    ],
)
def test_a_fix_is_given_where_it_is_certain(judge, source, target, fix):
    (finding,) = judge("number", source, target)
    assert finding.fix == fix


@pytest.mark.parametrize(
    ("source", "target", "messages"),
    [
        ("Загинули троє людей.", "Four people died.", ["The source has троє, the target Four"]),
        ("Загинули троє людей.", "Three people died.", []),
        ("Загинули двадцять п'ять людей.", "25 people died.", []),
        ("Загинули троє людей.", "People died.", []),
        ("за два метри", "six feet away", []),
    ],
)
def test_a_count_in_words_that_became_another_is_a_warning(judge, source, target, messages):
    found = judge("number", source, target)
    assert [finding.message for finding in found] == messages
    assert all(finding.severity == "warning" for finding in found)
