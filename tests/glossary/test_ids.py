import pytest

from transloc.glossary import Concept, ConceptKind, Glossary, Term
from transloc.glossary.ids import free_id

LOCALES = ("uk", "de", "en")


def concept(kind=ConceptKind.TERM, **terms):
    return Concept(id="", kind=kind, terms=tuple(Term(text, locale) for locale, text in terms.items()))


def known(*ids):
    return Glossary(tuple(Concept(id=name) for name in ids), LOCALES)


@pytest.mark.parametrize(
    ("terms", "made"),
    [
        ({"uk": "воля", "de": "Wille", "en": "will power"}, "will-power"),
        ({"uk": "воля", "de": "Wille"}, "wille"),
        ({"uk": "воля"}, "volia"),
        ({"uk": "воля", "pl": "wola"}, "wola"),
        ({}, "row"),
    ],
)
def test_it_is_the_first_term_in_latin_letters_the_english_one_before_others(terms, made):
    assert free_id(concept(**terms), known()) == made


def test_of_a_person_it_is_the_surname_then_the_whole_name_then_a_number():
    person = concept(ConceptKind.PERSON, en="Olena Petrenko")
    assert free_id(person, known()) == "petrenko"
    assert free_id(person, known("petrenko")) == "olena-petrenko"
    assert free_id(person, known("petrenko", "olena-petrenko")) == "olena-petrenko-2"
    assert free_id(person, known("petrenko", "olena-petrenko", "olena-petrenko-2")) == "olena-petrenko-3"
