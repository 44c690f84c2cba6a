import pytest

from transloc.languages.calendar import Part, names


@pytest.mark.parametrize(
    ("locale", "form", "part", "number"),
    [
        ("uk", "лютому", Part.MONTH, 2),
        ("uk", "листопадом", Part.MONTH, 11),
        ("uk", "січні", Part.MONTH, 1),
        ("uk", "вересневого", Part.MONTH, 9),
        ("uk", "п'ятницю", Part.WEEKDAY, 4),
        ("uk", "п’ятниці", Part.WEEKDAY, 4),
        ("uk", "пʼятниць", Part.WEEKDAY, 4),
        ("uk", "четверга", Part.WEEKDAY, 3),
        ("uk", "суботнього", Part.WEEKDAY, 5),
        ("uk", "недільних", Part.WEEKDAY, 6),
        ("pl", "październiku", Part.MONTH, 10),
        ("pl", "wtorkiem", Part.WEEKDAY, 1),
        ("pl", "środę", Part.WEEKDAY, 2),
        ("pl", "sobotniego", Part.WEEKDAY, 5),
        ("de", "januars", Part.MONTH, 1),
        ("de", "jänner", Part.MONTH, 1),
        ("de", "mittwochabend", Part.WEEKDAY, 2),
        ("de", "sonnabend", Part.WEEKDAY, 5),
        ("ru", "сентябре", Part.MONTH, 9),
        ("ru", "воскресенья", Part.WEEKDAY, 6),
        ("en", "sept", Part.MONTH, 9),
        ("en-GB", "mondays", Part.WEEKDAY, 0),
        ("fr", "janvier", Part.MONTH, 1),
        ("cs", "ledna", Part.MONTH, 1),
    ],
)
def test_inflected_names_are_known(locale, form, part, number):
    assert names(locale)[form][:2] == (part, number)


@pytest.mark.parametrize(
    ("locale", "word"), [("uk", "четверо"), ("uk", "середина"), ("uk", "лютня"), ("de", "so"), ("pl", "środki"), ("en", "sun day")]
)
def test_neighbouring_words_are_none(locale, word):
    assert word not in names(locale)


@pytest.mark.parametrize(
    ("locale", "word"), [("en", "may"), ("en", "march"), ("uk", "лютий"), ("ru", "среда"), ("en", "mon"), ("uk", "лист")]
)
def test_names_that_are_words_as_well_are_not_plain(locale, word):
    assert not names(locale)[word].plain


def test_a_language_that_cldr_does_not_know_has_english_names():
    assert names("tlh")["january"].number == 1
