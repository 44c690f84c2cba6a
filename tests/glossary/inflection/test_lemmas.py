import pytest

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.lemmas import INFLECT


def forms(tongue, term, kind="term"):
    return set(INFLECT[tongue](term, Concept(id="x", kind=ConceptKind(kind))))


@pytest.mark.parametrize(
    ("tongue", "term", "wanted"),
    [
        ("fr", "premier ministre", "premiers ministres"),
        ("fr", "ministre", "ministres"),
        ("it", "governo", "governi"),
        ("id", "menteri", "menteri"),
    ],
)
def test_a_word_of_the_table_has_its_forms(tongue, term, wanted):
    assert wanted in forms(tongue, term)


@pytest.mark.parametrize(
    ("tongue", "term", "wanted"),
    [
        ("cs", "Emmanuel Macron", "Emmanuelem Macronem"),
        ("cs", "Angela Merkel", "Angely Merkel"),
        ("sv", "Emmanuel Macron", "Emmanuel Macrons"),
        ("tr", "Emmanuel Macron", "Emmanuel Macron'un"),
        ("fi", "Emmanuel Macron", "Emmanuel Macronin"),
    ],
)
def test_names_take_the_endings_of_the_language(tongue, term, wanted):
    assert wanted in forms(tongue, term, "person")


def test_a_longer_term_inflects_at_its_beginning_or_its_end():
    found = forms("it", "consiglio di sicurezza")
    assert "consigli di sicurezza" in found
    assert len(found) < 100
