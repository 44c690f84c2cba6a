import pytest

from transloc.checks.numbers import counts
from transloc.checks.pair import side


def strangers(text, other, locales="uk en"):
    first, second = locales.split()
    return [(count.text, count.value) for count in counts.strangers(side(text, first), side(other, second))]


@pytest.mark.parametrize(
    ("text", "other", "locales", "expected"),
    [
        ("троє поранених", "four wounded", "uk en", [("троє", "3")]),
        ("троє поранених", "three wounded", "uk en", []),
        ("троє поранених", "3 wounded", "uk en", []),
        ("п’ять днів", "six days", "uk en", [("п’ять", "5")]),
        ("обидві сторони", "two sides", "uk en", []),
        ("two sides", "обидві сторони", "en uk", []),
        ("двадцять п'ять", "25", "uk en", [("двадцять", "20"), ("п'ять", "5")]),
        ("перший день", "second day", "uk en", []),
        ("pięciu rannych", "sechs Verletzte", "pl de", [("pięciu", "5")]),
        ("троє поранених", "quatre blessés", "uk fr", []),
        ("сім'я", "family", "uk en", []),
    ],
)
def test_cardinals_that_the_other_side_lacks(text, other, locales, expected):
    assert strangers(text, other, locales) == expected


def test_offsets_are_those_of_the_bare_words():
    (count,) = counts.strangers(side("Їх <1>троє</1>", "uk"), side("They are four", "en"))
    assert (count.start, count.end) == (3, 7)
