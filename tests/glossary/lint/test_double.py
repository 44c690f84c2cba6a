import pytest

from transloc.model import Severity

STATUS = "id,kind,uk,en,case,status,replaced-by"


def test_a_term_that_another_row_has_already_is_told(look):
    (fault,) = look("a,term,рада,council", "b,term,збір|рада,council", only="dup-source")
    assert (fault.line, fault.column, fault.severity) == (3, 13, Severity.WARNING)
    assert "line 2" in fault.message


@pytest.mark.parametrize("again", ["м'яч", "м’я́ч", "мʼяч", "м’ячa".replace("a", "\u00ad")])
def test_a_term_in_another_spelling_is_the_same(places, again):
    assert places("dup-source", "a,,м’яч,ball", f"b,,{again},ball") == [(3, 4)]


def test_a_variant_that_a_cell_has_twice_is_told(places):
    assert places("dup-source", "a,,Рада,Council|Rada|Council") == [(2, 22)]


@pytest.mark.parametrize("row", ["b,term,буча,noise", "b,place,Буча,Noise", "b,label,Рада,Council", "b,term,Радa2,x"])
def test_homonyms_are_told_at_most(look, row):
    found = look("a,org,Рада,Council", "c,org,Буча,Bucha", row, only="dup-source")
    assert all(fault.severity is Severity.INFO for fault in found)


def test_a_kind_that_was_forgotten_makes_no_homonym(look):
    (fault,) = look("a,place,Київ,Kyiv", "b,,Київ,Kyiv", only="dup-source")
    assert fault.severity is Severity.WARNING


def test_case_any_takes_both_cases(places):
    assert places("dup-source", "a,,буча,noise,any,,", "b,,Буча,noise,,,", header=STATUS) == [(3, 4)]


def test_two_renderings_of_one_term_contradict_each_other(look):
    (fault,) = look("a,place,Київ,Kyiv|Kiew,,,", "b,place,Київ,Kiew,,,", header=STATUS, only="conflict-target")
    assert (fault.line, fault.column, fault.severity) == (3, 9, Severity.ERROR)
    assert "“Kyiv” in line 2 and “Kiew” here" in fault.message


def test_a_draft_that_contradicts_warns(look):
    (fault,) = look("a,place,Київ,Kyiv,,,", "b,place,Київ,Kiew,,draft,", header=STATUS, only="conflict-target")
    assert fault.severity is Severity.WARNING


@pytest.mark.parametrize(
    "rows",
    [
        ("a,place,Київ,Kyiv,,,", "b,place,Київ,Kiew,,deprecated,"),
        ("a,place,Київ,Kiew,,,b", "b,place,Київ,Kyiv,,,"),
        ("a,place,Дніпро,Dnipro,,,", "b,org,Дніпро,Dnipro FC,,,"),
        ("a,place,Київ,Kyiv,,,", "b,place,Київ,,,,"),
    ],
)
def test_what_is_over_planned_another_thing_or_not_said_contradicts_nothing(places, rows):
    assert places("conflict-target", *rows, header=STATUS) == []
