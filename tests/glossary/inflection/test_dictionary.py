import pytest

from transloc.glossary import Concept, ConceptKind
from transloc.glossary.inflection import morphology
from transloc.glossary.inflection.dictionary import cited, listed


@pytest.fixture(params=["base", "pymorphy3"], autouse=True)
def _lexicon(request, monkeypatch):
    monkeypatch.setattr(morphology, "_wanted", morphology.Morphology(request.param))
    monkeypatch.setenv("TRANSLOC_CACHE", "")


def of(term, kind=ConceptKind.TERM):
    return cited(term, Concept(id="a", kind=kind), "uk")


@pytest.mark.parametrize(
    ("term", "citation"),
    [("Києва", "Київ"), ("санкцій", "санкція"), ("депутатом", "депутат"), ("Верховної Ради", "Верховна Рада")],
)
def test_an_oblique_form_is_told_with_its_citation(term, citation):
    assert of(term) == citation


@pytest.mark.parametrize(
    "term",
    [
        "Київ",
        "санкції",
        "Збройні сили України",
        "Кошиці",
        "заморожені активи",
        "військовополонена",
        "втома від розширення",
        "Шольц",
        "Ґрау",
        "",
    ],
)
def test_a_nominative_of_either_number_and_an_unknown_word_are_left(term):
    assert of(term) is None


@pytest.mark.parametrize("kind", [ConceptKind.LABEL, ConceptKind.ABBR])
def test_labels_and_abbreviations_are_what_they_are(kind):
    assert of("Києва", kind) is None


def test_other_languages_are_left():
    assert cited("Kijowa", Concept(id="a"), "pl") is None


@pytest.mark.parametrize(("word", "found"), [("правда", True), ("Правда", False), ("москва", True), ("Москва", True), ("макрон", False)])
def test_the_dictionary_is_asked_for_the_very_letters(word, found):
    assert listed(word, "uk") is found


def test_languages_that_write_nouns_in_capitals_or_have_no_table_list_nothing():
    assert not listed("haus", "de")
    assert not listed("a", "zh")


def test_an_answer_is_kept(monkeypatch, tmp_path):
    monkeypatch.setenv("TRANSLOC_CACHE", str(tmp_path))
    first = of("Києва")
    monkeypatch.setattr("transloc.glossary.inflection.dictionary._oblique", lambda word: pytest.fail("asked again"))
    assert of("Києва") == first == "Київ"
