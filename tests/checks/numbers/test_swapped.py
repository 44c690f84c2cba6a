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
    ],
)
def test_numbers_that_kept_what_they_count_have_not_swapped(source, target):
    assert [swap for swap in swaps(source, target) if swap[2]] == []


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
    ],
)
def test_numbers_that_count_what_the_other_counted_have(source, target, numbers):
    assert (*numbers, True) in swaps(source, target)


def test_another_order_alone_is_told_as_no_more_than_that():
    assert swaps("продажі зросли на 2, а прибутки впали на 4", "profits fell by 4 while sales rose by 2") == [("2", "4", False)]


def test_a_long_table_is_left_alone():
    numbers = [str(100 + n) for n in range(30)]
    assert swaps(", ".join(numbers), ", ".join(reversed(numbers))) == []
