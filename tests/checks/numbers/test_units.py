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
