import pytest

from transloc.errors import InputError
from transloc.formats.units import LEAST_BYTES, MAX_UNITS, Namer, checked, most_units
from transloc.model import Code, Kind, Unit


def unit(at=0):
    return Unit(id=f"u{at}", kind=Kind.PARAGRAPH, source="а", span=(at, at + 1))


def test_a_large_file_may_have_more_units():
    assert most_units(10) == MAX_UNITS
    assert most_units(MAX_UNITS * LEAST_BYTES * 2) == MAX_UNITS * 2


def test_too_many_units_are_refused_with_the_line_of_the_first_that_is_too_much():
    units = (unit(at) for at in range(0, 10 * MAX_UNITS, 2))
    with pytest.raises(InputError, match="more than can be held") as told:
        checked(units, "а\n" * (MAX_UNITS + 1), "x.md")
    assert str(told.value).startswith(f"x.md:{MAX_UNITS + 1}:")
    assert next(units)  # the rest was not even asked for


def test_lines_may_be_told_by_a_function():
    with pytest.raises(InputError) as told:
        checked(map(unit, range(MAX_UNITS + 1)), lambda offset: offset + 5, "x.md", 100)
    assert told.value.line == MAX_UNITS + 5


def test_equal_values_are_held_once():
    namer = Namer()
    first, second = Code(1, "**", "**", "bold"), Code(1, "**", "**", "bold")
    assert namer.same(first) is namer.same(second) is first
