import pytest

from transloc.errors import InputError
from transloc.model import Document, Kind, Unit
from transloc.steps.choose import EXCLUDED, Choices, choose, known

UNITS = (
    Unit(id="u1", kind=Kind.PARAGRAPH, source="Текст", span=(0, 5)),
    Unit(id="u2", kind=Kind.PARAGRAPH, source="Поділитися", span=(6, 16), aside="share bar", confidence=0.8),
    Unit(id="u3", kind=Kind.ATTRIBUTE, source="Опис", span=(7, 9), aside="share bar", parent="u2", confidence=0.8),
)
DOCUMENT = Document(format="html", data=b"", encoding="utf-8", units=UNITS)


def ids(choices: Choices) -> list[str]:
    return [unit.id for unit in choose(DOCUMENT, choices).article]


def test_the_formats_verdict_stands_without_a_choice():
    assert choose(DOCUMENT, Choices()) is DOCUMENT
    assert ids(Choices()) == ["u1"]


def test_an_included_unit_brings_what_lies_in_its_markup():
    assert ids(Choices(include=frozenset({"u2"}))) == ["u1", "u2", "u3"]
    assert ids(Choices(include=frozenset({"u2"}), exclude=frozenset({"u3"}))) == ["u1", "u2"]


def test_an_excluded_unit_says_who_left_it_out_and_is_sure():
    unit = choose(DOCUMENT, Choices(exclude=frozenset({"u1"}))).units[0]
    assert (unit.aside, unit.confidence) == (EXCLUDED, 1.0)


def test_a_later_choice_takes_the_place_of_an_earlier_one():
    first = Choices().with_(include=["u2"], exclude=["u1"])
    assert first.with_(exclude=["u2"]) == Choices(exclude=frozenset({"u1", "u2"}))
    assert first.with_(forget=["u1", "u2"]) == Choices()


def test_units_are_named_by_their_segments_too():
    assert known(DOCUMENT, ["u1", "u2.s1"]) == ("u1", "u2")
    with pytest.raises(InputError, match="there is no unit “u9”"):
        known(DOCUMENT, ["u9"])
