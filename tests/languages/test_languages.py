import pytest

from transloc import languages
from transloc.errors import InputError


@pytest.mark.parametrize(
    ("typed", "tag"), [("uk", "uk"), ("en_gb", "en-GB"), ("EN-us", "en-US"), ("crh", "crh"), ("rue", "rue"), ("zh-hant-tw", "zh-Hant-TW")]
)
def test_tags_are_put_in_canonical_form(typed, tag):
    assert languages.normalise(typed) == tag


@pytest.mark.parametrize(("typed", "meant"), [("ua", "uk"), ("cz", "cs"), ("gr", "el"), ("en-UK", "en-GB"), ("en_uk", "en-GB")])
def test_country_codes_get_a_did_you_mean(typed, meant):
    with pytest.raises(InputError, match=f"Did you mean “{meant}”"):
        languages.normalise(typed)


@pytest.mark.parametrize("typed", ["", "xx", "english", "uk en", "../uk", "u"])
def test_what_is_no_language_is_refused(typed):
    with pytest.raises(InputError, match="BCP 47"):
        languages.normalise(typed)


def test_lookup_goes_from_long_to_short():
    assert languages.fallbacks("zh-Hant-TW") == ("zh-Hant-TW", "zh-Hant", "zh")
    assert languages.language("en-GB") == "en"


@pytest.mark.parametrize(("tag", "direction"), [("ar-EG", "rtl"), ("he", "rtl"), ("uk", "ltr"), ("ku", "ltr"), ("ku-Arab", "rtl")])
def test_direction(tag, direction):
    assert languages.direction(tag) == direction


@pytest.mark.parametrize(("tag", "name"), [("uk", "Ukrainian"), ("en-GB", "English (United Kingdom)"), ("rue", "Rusyn"), ("qaa", "qaa")])
def test_a_language_has_a_name_or_its_tag(tag, name):
    assert languages.name(tag) == name


@pytest.mark.parametrize(
    ("tag", "name"), [("uk", "uk_UA"), ("en-GB", "en_GB"), ("en", "en_US"), ("zh-Hant-TW", "zh_TW"), ("crh", "crh_UA")]
)
def test_open_graph_wants_a_territory(tag, name):
    assert languages.territorial(tag) == name


@pytest.mark.parametrize(
    ("reader", "words"),
    [("en-GB", "in Ukrainian"), ("de", "auf Ukrainisch"), ("pl", "po ukraińsku"), ("fr", "ukrainien")],
)
def test_what_language_a_link_leads_to_is_told_in_the_readers_words(reader, words):
    assert languages.in_language("uk", reader) == words


@pytest.mark.parametrize(
    ("tag", "reader", "words"),
    [
        ("uk", "en-GB", "translated from Ukrainian"),
        ("uk", "pl", "tłumaczenie z ukraińskiego"),
        ("pl", "en", "translated from Polish"),
        ("en", "uk", "переклад, мова джерела: англійська"),
        ("uk", "fr", "ukrainien"),
    ],
)
def test_that_words_are_translated_is_told_in_the_readers_words(tag, reader, words):
    assert languages.translated_from(tag, reader) == words


def test_a_list_in_a_sentence():
    assert languages.joined(["A", "B", "C"], "en-GB") == "A, B and C"
    assert languages.joined(["A", "B"], "de") == "A und B"
