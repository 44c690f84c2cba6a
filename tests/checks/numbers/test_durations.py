import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.checks.pair import Pair, side
from transloc.checks.rules import number


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("За минулу добу відбулося 132 зіткнення", "Over the past 24 hours there were 132 clashes", "uk en"),
        ("протягом двох діб", "within 48 hours", "uk en"),
        ("за дві доби", "in 48 hours", "uk en"),
        ("21 день тому", "three weeks ago", "uk en"),
        ("2 тижні", "a fortnight", "uk en"),
        ("за 12 місяців", "over a year", "uk en"),
        ("через півтора року", "after 18 months", "uk en"),
        ("90 хв", "an hour and a half", "uk en"),
        ("90 хвилин", "one and a half hours", "uk en"),
        ("10 років", "a decade", "uk en"),
        ("2 десятиліття", "20 years", "uk en"),
        ("двадцять років", "2 decades", "uk en"),
        ("пів години", "30 minutes", "uk en"),
        ("півгодини", "30 minutes", "uk en"),
        ("чверть століття", "25 years", "uk en"),
        ("2 год 30 хв", "150 minutes", "uk en"),
        ("від 24 до 48 годин", "one to two days", "uk en"),
        ("тримісячний термін", "a 90-day term", "uk en"),
        ("дводенний візит", "a 48-hour visit", "uk en"),
        ("тридобовий", "72 Stunden", "uk de"),
        ("добовий", "24-godzinny", "uk pl"),
        ("24 hours", "an einem Tag", "en de"),
        ("anderthalb Jahre", "18 місяців", "de uk"),
        ("półtora roku", "18 months", "pl en"),
        ("za dwa tygodnie", "in 14 days", "pl en"),
        ("1 годину", "in an hour", "uk en"),
        ("пів року", "6 months", "uk en"),
        ("півроку", "six months or 6 months", "uk en"),
        ("годину з половиною", "90 minutes", "uk en"),
        ("zweieinhalb Stunden", "150 minutes", "de en"),
        ("двое суток", "48 hours", "ru en"),
        ("полтора часа", "90 minutes", "ru en"),
        ("три доби", "72 hours", "uk en"),
        ("столітній", "100-year-old", "uk en"),
        ("24-годинний", "a day-long", "uk en"),
        ("vierzehntägig", "2-week", "de en"),
        ("тиждень", "7 days", "uk en"),
        ("25 років", "a quarter of a century", "uk en"),
        ("50 років", "half a century", "uk en"),
        ("30 хвилин", "half an hour", "uk en"),
        ("За добу, протягом дня", "24 hours, during the day", "uk en"),
        ("За минулу добу.", "24 hours", "uk en"),
        ("ein Vierteljahrhundert", "25 years", "de en"),
        ("ein Jahrhundert", "100 years", "de en"),
        ("eine Viertelstunde", "15 minutes", "de en"),
        ("два тижні", "14 days", "uk en"),
        ("dziesięciolecie", "10 років", "pl uk"),
        ("у 2,5 раза", "two and a half times", "uk en"),
        ("2,5 року", "two and a half years", "uk en"),
        ("36 годин", "a day and a half", "uk en"),
        ("15 хвилин", "a quarter of an hour", "uk en"),
        ("сорок вісім годин", "2 days", "uk en"),
        ("протягом 3 діб", "for 72 hours", "uk en"),
        ("У 18-місячному дослідженні", "In a year-and-a-half study", "uk en"),
        ("півторарічний", "18-month", "uk en"),
        ("два роки й шість місяців", "30 months", "uk en"),
        ("30 місяців", "two and a half years", "uk en"),
        ("три з половиною роки", "42 months", "uk en"),
        ("за останні 24 години", "in the past day", "uk en"),
        ("over the past 24 hours", "упродовж минулої доби", "en uk"),
        ("a 48-hour ceasefire", "дводобове перемир'я", "en uk"),
        ("in 72 hours", "за три доби", "en uk"),
        ("for 18 months", "півтора року", "en uk"),
        ("two 12-hour shifts", "дві зміни по пів доби", "en uk"),
        ("over 365 days", "за рік", "en uk"),
        ("over the past 24 hours", "am vergangenen Tag", "en de"),
        ("36 hours", "anderthalb Tage", "en de"),
        ("24 months", "zweijährige Haft", "en de"),
        ("24 hours", "doba", "en pl"),
        ("in the last 24 hours", "w ciągu ostatniej doby", "en pl"),
        ("48 hours", "dwie doby", "en pl"),
        ("6 months", "pół roku", "en pl"),
        ("18 months", "półtoraroczny", "en pl"),
        ("30 minutes", "pół godziny", "en pl"),
        ("15 minutes", "kwadrans", "en pl"),
        ("15 хвилин", "ćwierć godziny", "uk pl"),
        ("30 хвилин", "eine halbe Stunde", "uk de"),
        ("10 років", "ein Jahrzehnt", "uk de"),
        ("20 років", "zwei Jahrzehnte", "uk de"),
        ("24 hours", "сутки", "en ru"),
        ("48 hours", "двое суток", "en ru"),
        ("1,5 року", "a year and a half", "uk en"),
        ("1,5 години", "an hour and a half", "uk en"),
        ("4 тижні", "a month", "uk en"),
        ("14 днів", "fortnight", "uk en"),
        ("25-річчя", "quarter-century", "uk en"),
        ("50-річчя", "half-century", "uk en"),
        ("100 років тому", "a century ago", "uk en"),
        ("200 років", "two centuries", "uk en"),
        ("впродовж 90 днів", "for three months", "uk en"),
        ("36-годинний", "a day-and-a-half", "uk en"),
        ("40%", "сорок відсотків", "en uk"),
        ("46 років", "forty-six years", "uk en"),
        ("fünfundzwanzig Jahre", "25 years", "de en"),
        ("6 тижнів", "a month and a half", "uk en"),
        ("8 weeks", "два місяці", "en uk"),
        ("2 місяці", "eight weeks", "uk en"),
        ("pół wieku", "50 years", "pl en"),
        ("półwiecze", "50 років", "pl uk"),
        ("полвека", "50 years", "ru en"),
        ("zweitägig", "48-hour", "de en"),
    ],
)
def test_a_time_may_come_back_in_another_unit(judge, source, target, locales):
    assert judge("number", source, target, locales) == []
    assert judge("number", target, source, " ".join(reversed(locales.split()))) == []


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("За минулу добу відбулося 132 зіткнення", "Over the past 42 hours there were 132 clashes", "uk en"),
        ("дві доби", "24 hours", "uk en"),
        ("24 години", "42 hours", "uk en"),
        ("за добу, 24 години", "for hours a day", "uk en"),
        ("24 години", "two days", "uk en"),
        ("21 день тому", "two weeks ago", "uk en"),
        ("12 місяців", "two years", "uk en"),
        ("90 хв", "an hour", "uk en"),
        ("десять років", "20 decades", "uk en"),
        ("пів години", "40 minutes", "uk en"),
        ("чверть століття", "35 years", "uk en"),
        ("2 год 30 хв", "140 minutes", "uk en"),
        ("тиждень", "8 days", "uk en"),
        ("дві доби", "72 hours", "uk en"),
        ("ein Vierteljahrhundert", "52 years", "de en"),
        ("за минулу добу", "over the past 23 hours", "uk en"),
        ("дві доби", "47 hours", "uk en"),
        ("24 hours", "дві доби", "en uk"),
        ("48 hours", "за добу", "en uk"),
        ("24 дні", "a day", "uk en"),
        ("24 години", "24 days and 42 hours", "uk en"),
        ("24 удари за добу", "42 strikes per day", "uk en"),
        ("15 хвилин", "an hour", "uk en"),
        ("2 години", "an hour", "uk en"),
        ("30 років", "a quarter of a century", "uk en"),
        ("15 людей", "a year and a half", "uk en"),
        ("5 weeks", "місяць", "en uk"),
        ("16 місяців", "a year and a half", "uk en"),
        ("3 місяці", "15 weeks", "uk en"),
    ],
)
def test_another_time_is_told(judge, source, target, locales):
    assert any(finding.severity == "error" for finding in judge("number", source, target, locales))


@settings(max_examples=60)
@given(hours=st.integers(1, 500), minutes=st.integers(2, 40_000))
def test_hours_are_so_many_minutes_and_no_others(hours, minutes):
    pair = Pair(source=side(f"тривало {hours} годин", "uk"), target=side(f"it took {minutes} minutes", "en"))
    assert bool(list(number.check(pair))) == (hours * 60 != minutes and hours != minutes)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("2 десятки людей", "20 people"),
        ("24 людини", "2 dozen people"),
        ("2 з половиною мільйони", "2.5 million"),
        ("2,5 року", "2 and a half years"),
    ],
)
def test_digits_may_go_on_in_words(judge, source, target):
    assert judge("number", source, target) == []
    assert judge("number", target, source, "en uk") == []
