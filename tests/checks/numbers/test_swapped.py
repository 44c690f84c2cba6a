import pytest

from transloc.checks.numbers import swapped
from transloc.checks.pair import Pair, side


def swaps(source, target, locales="uk en"):
    first, second = locales.split()
    pair = Pair(source=side(source, first), target=side(target, second))
    return [(swap.first[0].text, swap.second[0].text, swap.sure) for swap in swapped.find(pair)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("загинуло 12 людей, поранено 30", "12 people were killed, 30 wounded"),
        ("30 поранених і 12 загиблих", "12 killed and 30 wounded"),
        ("У Києві 12 ударів, у Львові 30", "30 strikes in Lviv, 12 in Kyiv"),
        ("У 2022 році їх було 40", "There were 40 in 2022"),
        ("з 2011 року загинуло понад 360 000 осіб", "more than 360,000 people have died since 2011"),
        ("від 5 до 10 км", "5 to 10 kilometres"),
        ("Квиток коштує від 25 до 40 грн.", "A ticket costs UAH 25 to 40."),
        ("від 25 до 40 грн", "UAH 25–40"),
        ("25–40 грн за кг", "UAH 25–40 a kg"),
        ("від 38 до 54 млн грн", "UAH 38 million to 54 million"),
        ("між 38 і 54 млн грн", "between UAH 38 million and 54 million"),
        ("від 38 до 54 євро", "€38 to 54"),
        ("від 2 до 3 млрд доларів", "$2 billion to 3 billion"),
        ("100–200 доларів", "$100-200"),
        ("5 або 6 грн", "UAH 5 or 6"),
        ("від 25 до 40 кілометрів", "from 25 kilometres to 40"),
        ("від 25 до 40 грн, а згодом від 50 до 60 грн", "UAH 25–40, and later UAH 50–60"),
        ("за 3 млрд 200 млн грн збудували 12 шкіл", "12 schools were built for UAH 3.2 billion"),
    ],
)
def test_numbers_that_kept_what_they_count_have_not_swapped(source, target):
    assert [swap for swap in swaps(source, target) if swap[2]] == []


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("UAH 25 to 40", "від 25 до 40 грн", "en uk"),
        ("від 25 до 40 євро", "€25 bis 40", "uk de"),
        ("€25 to 40", "zwischen 25 und 40 Euro", "en de"),
        ("€25 to 40", "od 25 do 40 euro", "en pl"),
        ("vom 12. bis zum 25. Februar", "February 12 to 25", "de en"),
    ],
)
def test_languages_bind_a_range_at_its_first_number_or_its_last(source, target, locales):
    assert swaps(source, target, locales) == []


@pytest.mark.parametrize(
    ("source", "target", "numbers"),
    [
        ("12 загиблих і 30 поранених", "30 killed and 12 wounded", ("12", "30")),
        ("12 загиблих і 30 поранених", "12 wounded and 30 killed", ("12", "30")),
        ("У CBS було 3,1 мільйона глядачів, у NBC — 2,9 мільйона", "CBS had 2.9 million viewers, NBC had 3.1 million", ("3,1", "2,9")),
        ("У Києві 12 ударів, у Львові 30", "12 strikes in Lviv, 30 in Kyiv", ("12", "30")),
        ("понад 40% голосів у 2016 році", "more than 2016 percent of votes in 40", ("40", "2016")),
        ("від 30 до 43 виборців", "43 to 30 voters", ("30", "43")),
        ("за 5 млн євро 12 будинків", "12 million euros for 5 houses", ("5", "12")),
        ("від 25 до 40 грн", "UAH 40 to 25", ("25", "40")),
        ("25–40 грн", "UAH 40–25", ("25", "40")),
        ("від 38 до 54 млн грн", "UAH 54 million to 38 million", ("38", "54")),
        ("між 38 і 54 млн грн", "between UAH 54 million and 38 million", ("38", "54")),
        ("від 25 до 40 грн за 3–5 кг", "UAH 3–5 for 25–40 kg", ("40", "3")),
        ("від 25 до 40 грн за 12 яєць", "UAH 25 to 12 for 40 eggs", ("40", "12")),
        ("за 1 тис. 200 гривень 30 тонн", "UAH 30 for 1,200 tonnes", ("1 тис. 200", "30")),
    ],
)
def test_numbers_that_count_what_the_other_counted_have(source, target, numbers):
    assert (*numbers, True) in swaps(source, target)


def test_another_order_alone_is_told_as_no_more_than_that():
    assert swaps("продажі зросли на 2, а прибутки впали на 4", "profits fell by 4 while sales rose by 2") == [("2", "4", False)]


def test_a_long_table_is_left_alone():
    numbers = [str(100 + n) for n in range(30)]
    assert swaps(", ".join(numbers), ", ".join(reversed(numbers))) == []
