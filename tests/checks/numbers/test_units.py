import pytest

from transloc.checks.numbers import figures
from transloc.checks.numbers.units import bracketed, converted, twins
from transloc.checks.pair import side


def is_converted(text, other):
    figure = figures.find(text)[0]
    return converted(figure, text, side(other, "en").values, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("20 feet", "6 метрів"),
        ("85 mph", "137 км на годину"),
        ("550 pounds", "249 кг"),
        ("10 inches", "25,4 см"),
        ("30 yards", "27 Meter"),
        ("80 degrees", "27 градусів"),
        ("27 °C", "80 degrees"),
        ("3 to 6 inches", "7,6 cm"),
    ],
)
def test_a_measure_may_come_back_in_another_unit(text, other):
    assert is_converted(text, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("20 feet", "7 метрів"),
        ("20 feet", "6 кг"),
        ("20 people", "6 метрів"),
        ("20 км", "20.5 km"),
        ("5 ранку, за довгих сто кроків до лісу — 10 км", "8 miles"),
    ],
)
def test_but_not_as_another_length(text, other):
    assert not is_converted(text, other)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("200 миль (322 км) звідси", 2),
        ("€3.1 billion ($3.6bn)", 2),
        ("45 miles (about 72 kilometers)", 2),
        ("200 миль (422 км)", 0),
        ("200 осіб (2019 рік)", 0),
        ("200 миль, 322 км", 0),
        ("200 (у тексті, дуже довгому тексті, 322 км)", 0),
    ],
)
def test_a_number_beside_its_own_conversion(text, count):
    assert len(twins(text, figures.find(text))) == count


def test_which_of_the_two_stands_in_brackets():
    text = "200 миль (близько 322 км)"
    assert [bracketed(figure, text) for figure in figures.find(text)] == [False, True]


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("через 1 годину", "in an hour", "uk en"),
        ("1 км", "a kilometre", "uk en"),
        ("за 1 км від села", "a kilometre from the village", "uk en"),
        ("Загинула 1 людина", "Ein Mensch starb", "uk de"),
        ("1 людина загинула", "One person died", "uk en"),
        ("1 людина загинула", "A person died", "uk en"),
        ("кілометр", "1 km", "uk en"),
        ("кілометр звідси", "1 km away", "uk en"),
        ("1 км", "kilometr stąd", "uk pl"),
        ("1 мільйон", "a million", "uk en"),
        ("1 тонна", "a tonne", "uk en"),
        ("1 доба", "a day", "uk en"),
        ("1 годину", "eine Stunde", "uk de"),
        ("1 рік", "ein Jahr", "uk de"),
        ("1 тис. людей", "a thousand people", "uk en"),
        ("1 дитина поранена", "a child was wounded", "uk en"),
        ("1 дрон", "a Shahed drone", "uk en"),
        ("1 млрд", "a billion", "uk en"),
        ("вага 1 кг", "a kilo", "uk en"),
        ("за 1 милю", "a mile", "uk en"),
        ("1 метр", "one metre", "uk en"),
    ],
)
def test_one_is_an_article_or_a_unit_without_a_number(judge, source, target, locales):
    assert judge("number", source, target, locales) == []
    assert judge("number", target, source, " ".join(reversed(locales.split()))) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("1 км", "2 km"),
        ("загинула 1 людина", "a drone killed people"),
        ("1 км", "kilometres"),
        ("2 км", "a kilometre"),
        ("загинула 1 людина", "2 people died"),
        ("Загинули 3 людини", "A person died"),
        ("25 людей", "2 dozen people"),
        ("1 км", "kilo"),
        ("1 дрон", "drones"),
        ("1 дитина", "2 children"),
        ("1 дитина поранена, 5 убито", "children wounded, 5 killed"),
        ("1 дрон", "a car and drones"),
    ],
)
def test_but_no_other_number_and_of_nothing_else(judge, source, target):
    assert judge("number", source, target)
