import pytest

from transloc.glossary.inflection.ukrainian import foreign


@pytest.mark.parametrize(("word", "form"), [("ТЕС", "ТЕСу"), ("ТЕС", "ТЕСами"), ("ВНЗ", "ВНЗів"), ("НАТО", "НАТО")])
def test_an_abbreviation_takes_short_endings(word, form):
    assert form in set(foreign.abbreviation(word))


def test_an_abbreviation_in_a_vowel_has_one_form():
    assert list(foreign.abbreviation("НАТО")) == ["НАТО"]


@pytest.mark.parametrize("form", ["Starlink", "Starlinkом", "Starlink'и", "Starlink-ів"])
def test_a_name_in_latin_letters_takes_endings_in_three_ways(form):
    assert form in set(foreign.latin("Starlink"))


@pytest.mark.parametrize(("term", "latin"), [("Starlink", True), ("термінал Starlink", True), ("Сtarlink", False), ("дрон", False)])
def test_latin_is_told_by_the_last_word(term, latin):
    assert foreign.is_latin(term) is latin
