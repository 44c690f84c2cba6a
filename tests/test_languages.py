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


@pytest.mark.parametrize(("tag", "name"), [("uk", "Ukrainian"), ("en-GB", "English (United Kingdom)"), ("rue", "rue")])
def test_a_language_has_a_name_or_its_tag(tag, name):
    assert languages.name(tag) == name
