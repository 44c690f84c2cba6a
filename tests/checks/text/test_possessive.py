import pytest

from transloc.checks.text.possessive import without_possessive


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Haiduk's", "Haiduk"),
        ("Haiduk’s", "Haiduk"),
        ("Hughes'", "Hughes"),
        ("Hughes", "Hughes"),
        ("O'Brien", "O'Brien"),
        ("Знам'янка", "Знам'янка"),
    ],
)
def test_the_mark_goes_and_the_name_stays(word, name):
    assert without_possessive(word) == name
