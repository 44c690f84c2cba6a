import pytest

from transloc.model import Severity


def test_a_term_inside_of_a_longer_one_that_is_rendered_otherwise_is_told(look):
    (fault,) = look("a,org,Верховна Рада,Parliament", "b,org,Рада,Council", only="overlap")
    assert (fault.line, fault.column, fault.severity) == (2, 16, Severity.INFO)
    assert "“Рада” of line 3" in fault.message


@pytest.mark.parametrize(
    "rows",
    [
        ("a,org,Рада Європи,Council of Europe", "b,place,Європа,Europe", "c,org,Рада,Council"),
        ("a,org,Радар,Radar", "b,org,Рада,Council"),
        ("a,org,Рада Європи,", "b,org,Рада,Council"),
        ("a,org,Верховна Рада|Рада,Parliament",),
    ],
)
def test_what_is_asked_for_all_the_same_is_fine(places, rows):
    assert places("overlap", *rows) == []
