import pytest

from transloc.glossary import Concept, Glossary, Term, Usage

KYIV = Concept(
    id="kyiv",
    terms=(
        Term("Київ", "uk"),
        Term("Києва", "uk", Usage.FORM),
        Term("Kyiv", "en"),
        Term("City of Kyiv", "en", Usage.ADMITTED),
        Term("Kiev", "en", Usage.FORBIDDEN),
    ),
    line=4,
)


def test_a_concept_tells_its_terms_by_language_and_use():
    assert KYIV.preferred("en") == "Kyiv"
    assert KYIV.variants("en") == ("Kyiv", "City of Kyiv")
    assert KYIV.forbidden("en") == ("Kiev",)
    assert KYIV.forms("uk") == ("Києва",)
    assert KYIV.preferred("pl") == ""


def test_glossaries_of_one_content_are_one_wherever_they_were_read():
    moved = Concept(id="kyiv", terms=KYIV.terms, line=9)
    here, there = Glossary((KYIV,), ("uk", "en"), "a.csv"), Glossary((moved,), ("uk", "en"), "b.csv")
    assert here == there
    assert {here: "found"}[there] == "found"


@pytest.mark.parametrize("change", [{"note": "see the style book"}, {"translate": False}, {"terms": KYIV.terms[:-1]}, {"id": "kiev"}])
def test_any_change_of_content_changes_the_digest(change):
    fields = {"id": "kyiv", "terms": KYIV.terms} | change
    assert Glossary((Concept(**fields),), ("uk", "en")).digest != Glossary((KYIV,), ("uk", "en")).digest


@pytest.mark.parametrize(
    ("columns", "locale", "found"),
    [
        (("uk", "en"), "en-GB", "en"),
        (("uk", "en", "en-GB"), "en-GB", "en-GB"),
        (("uk", "en-GB"), "en", "en-GB"),
        (("uk", "en-GB", "en-US"), "en", None),
        (("uk", "en-US"), "en-GB", None),
        (("uk", "zh-Hant"), "zh-Hant-TW", "zh-Hant"),
        (("uk", "enm"), "en", None),
        (("uk", "pl"), "de", None),
    ],
)
def test_the_column_for_a_locale(columns, locale, found):
    assert Glossary((), columns).column_for(locale) == found


def test_a_concept_is_found_by_its_id():
    assert Glossary((KYIV,), ("uk", "en")).concept("kyiv") is KYIV
    assert Glossary((KYIV,), ("uk", "en")).concept("lviv") is None
