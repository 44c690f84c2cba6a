import pytest

from transloc import glossary
from transloc.steps.search import known_as, near, search

ROWS = """\
id,kind,uk,en,pl,uk.forms,en.forbidden,gender,status,note
macron,person,Емманюель Макрон,Emmanuel Macron,Emmanuel Macron,,,m,approved,
kyiv,place,Київ,Kyiv,Kijów,,Kiev,,approved,the capital
night,term,ніч,night,noc,ночами,,,approved,
zsu,org,Збройні сили України,Armed Forces of Ukraine,Siły Zbrojne Ukrainy,,,,approved,
ukraine,place,Україна,Ukraine,Ukraina,,,,approved,
mayor,term,мер,mayor,mer,,,,deprecated,
forces,term,сили,forces,siły,,,,approved,
"""


@pytest.fixture
def rows():
    return glossary.read(ROWS.encode()).glossary


def names(found):
    return [concept.id for concept in found]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Макроном", "macron"),
        ("макроном", "macron"),
        ("Емманюелеві Макрону", "macron"),
        ("розмовляв з Макроном у четвер", "macron"),
        ("Києві", "kyiv"),
        ("Київ", "kyiv"),
        ("ночами", "night"),
        ("Збройними силами України", "zsu"),
        ("Kijów", "kyiv"),
        ("nights", "night"),
        ("Kiev", "kyiv"),
        ("мером", "mayor"),
        ("zsu", "zsu"),
    ],
)
def test_a_row_is_found_by_any_word_in_any_form(rows, words, first):
    assert names(search(rows, words))[:1] == [first]


def test_a_beginning_is_enough(rows):
    assert "macron" in names(search(rows, "Макр"))
    assert "macron" in names(search(rows, "emm"))


def test_what_stands_in_a_note_or_an_id_is_found_too(rows):
    assert names(search(rows, "capital")) == ["kyiv"]


def test_the_rows_of_which_it_is_a_term_come_first(rows):
    assert names(search(rows, "Україну")) == ["ukraine"]
    assert names(search(rows, "України")) == ["ukraine", "zsu"]


def test_nothing_is_found_for_what_no_row_says(rows):
    assert search(rows, "пінгвін") == ()


def test_no_words_ask_for_every_row(rows):
    assert search(rows, "  ") == rows.concepts


def test_what_is_known_is_told_by_any_form_in_its_language_alone(rows):
    assert names(known_as(rows, "Києві", "uk")) == ["kyiv"]
    assert names(known_as(rows, "Макроном", "uk")) == ["macron"]
    assert known_as(rows, "Kyiv", "uk") == ()
    assert known_as(rows, "", "uk") == ()


def test_rows_that_may_overlap_are_near(rows):
    assert names(near(rows, [rows.concept("ukraine")]).concepts) == ["zsu", "ukraine"]
