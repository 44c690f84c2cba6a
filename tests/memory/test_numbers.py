import pytest

from transloc.memory.numbers import put, same


def placed(source, target, wanted, to="en-GB", of="uk"):
    return put(source, target, wanted, of, to)


@pytest.mark.parametrize(
    ("source", "target", "wanted", "put_in"),
    [
        ("Загинули 5 людей.", "5 people died.", "Загинули 17 людей.", "17 people died."),
        ("Ціна 1,5 млн.", "It costs 1.5 million.", "Ціна 2,75 млн.", "It costs 2.75 million."),
        ("Ціна 12 000 грн.", "It costs 12,000 hryvnias.", "Ціна 1 250 000 грн.", "It costs 1,250,000 hryvnias."),
        ("Ціна 5000 грн.", "It costs 5,000 hryvnias.", "Ціна 16500 грн.", "It costs 16,500 hryvnias."),
        ("Ціна 5000 грн.", "It costs 5,000 hryvnias.", "Ціна 650 грн.", "It costs 650 hryvnias."),
        ("У 2025 році — 3%.", "In 2025, 3%.", "У 2026 році — 4%.", "In 2026, 4%."),
        ("З 3 до 5, ще 3.", "3 to 5, then 3.", "З 4 до 6, ще 4.", "4 to 6, then 4."),
        ("З 3 до 5.", "Up to 5 from 3.", "З 5 до 3.", "Up to 3 from 5."),
        ("<1>5</1> днів", "<1>5</1> days", "<2>6</2> днів", "<1>6</1> days"),
        ("Було 5 і 7.", "There were 5 and seven.", "Було 6 і 7.", "There were 6 and seven."),
    ],
)
def test_numbers_go_where_their_like_stood(source, target, wanted, put_in):
    assert placed(source, target, wanted) == put_in


def test_marks_are_those_of_the_locale():
    assert placed("Ціна 1,5.", "Preis 1,5.", "Ціна 12 000,5.", to="de") == "Preis 12.000,5."
    assert placed("Ціна 1,5.", "Cena 1,5.", "Ціна 12 000,5.", to="pl") == "Cena 12\u00a0000,5."
    assert placed("It cost 1,500.5.", "Коштувало 1500,5.", "It cost 2,500.5.", of="en", to="uk") == "Коштувало 2\u00a0500,5."


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Загинули 5 людей.", "Five people died.", "Загинули 17 людей."),  # in words
        ("Загинули 5 людей.", "5 people died, 5.", "Загинули 17 людей."),  # twice
        ("З 3 до 3.", "3 to 3.", "З 4 до 5."),  # the same one turns into two
        ("24-го листопада", "24th November", "3-го листопада"),  # 24th becomes no 3th
        ("5 днів", "on the 5th day", "6 днів"),
        ("Літак F-16 збито", "An F-16 was shot down", "Літак F-35 збито"),
        ("24.11.2026 року", "on 24.11.2026", "25.11.2026 року"),  # a date
        ("Ціна 1.5 грн", "It costs 1.5", "Ціна 2.5 грн"),  # not how Ukrainian writes a number
        ("Агент 007", "Agent 007", "Агент 008"),
        ("Було 5.", "There were 5.", "Було 5 і 6."),  # one more
        ("5 котів і собака", "5 cats and a dog", "кіт і 6 собак"),  # elsewhere
    ],
)
def test_where_it_is_not_certain_nothing_is_put_in(source, target, wanted):
    assert placed(source, target, wanted) is None


def test_the_same_numbers_in_the_same_order():
    assert same("5 і 6", "<1>5</1> або 6")
    assert not same("5 і 6", "6 і 5")
    assert not same("5", "5,0")
