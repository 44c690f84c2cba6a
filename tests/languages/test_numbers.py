import pytest

from transloc.languages.numbers import marks


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", (".", ",")),
        ("uk", (",", "\u00a0")),
        ("pl", (",", "\u00a0")),
        ("de", (",", ".")),
        ("sv", (",", "\u00a0")),
        ("fr", (",", "\u00a0")),
        ("tlh", (".", ",")),
    ],
)
def test_marks_are_those_of_cldr(locale, expected):
    assert tuple(marks(locale)) == expected
