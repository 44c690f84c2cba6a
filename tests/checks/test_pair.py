import pytest

from transloc.checks.pair import Side
from transloc.checks.text.alphabets import foreign, traces


def test_addresses_are_no_prose_and_move_nothing():
    side = Side("Пишіть на a.b@c.com.ua, https://d.ua/7?x=8 або @канал #тег9; див. site.ua/5", "uk")
    assert [word.text for word in side.words] == ["Пишіть", "на", "або", "див"]
    assert side.figures == ()
    assert len(side.prose) == len(side.bare)


def test_words_keep_their_apostrophes_and_hyphens():
    assert [word.text for word in Side("Прем’єр-міністр, об'єкт 5-й", "uk").words] == ["Прем’єр-міністр", "об'єкт", "й"]


def test_spans_lead_back_into_the_coded_text():
    side = Side("Це <1>дуже</1> <2/>важливо", "uk")
    word = side.words[2]
    assert side.text[slice(*side.span(word.start, word.end))] == "важливо"
    assert side.vocabulary == {"це", "дуже", "важливо"}


@pytest.mark.parametrize(
    ("word", "target", "source", "is_foreign"),
    [
        ("Рада", "en", "uk", True),
        ("об’єкт", "de", "uk", True),
        ("Council", "en", "uk", False),
        ("Cоuncil", "en", "uk", True),
        ("iPhone", "uk", "en", True),
        ("їжак", "ru", "uk", True),
        ("рада", "ru", "uk", False),
        ("объект", "uk", "ru", True),
        ("Łódź", "en", "pl", True),
        ("größer", "pl", "de", True),
        ("groß", "de", "de", False),
        ("Αθήνα", "en", "el", True),
    ],
)
def test_letters_betray_a_word_of_the_source(word, target, source, is_foreign):
    assert foreign(word, target, source) == is_foreign
    assert traces(word, target, source) or not is_foreign
