from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.glossary import Concept, ConceptKind, inflection
from transloc.glossary.inflection import Morphology, ukrainian

TERMS = st.text(st.sampled_from("АКНІЇабвгеиіїйкнорстуцьюя'’-. 1aŹ"), max_size=14)


@settings(max_examples=200)
@given(TERMS, st.sampled_from(ConceptKind), st.sampled_from(["", "m", "f", "n", "pl"]), st.sampled_from(Morphology))
def test_whatever_an_editor_writes_has_forms_or_none(term, kind, gender, choice):
    inflection.use(choice)
    forms = list(ukrainian.inflect(term, Concept(id="x", kind=kind, gender=gender)))
    assert all(isinstance(form, str) for form in forms)
    assert len(set(forms)) < 2000


def test_forms_keep_the_capitals_of_the_term():
    for kind in (ConceptKind.PLACE, ConceptKind.PERSON):
        assert all(form[0].isupper() for form in ukrainian.inflect("Полтава", Concept(id="x", kind=kind)))


def test_a_stress_mark_and_a_curly_apostrophe_are_no_hindrance():
    assert "Кам'янки" in set(ukrainian.inflect("Кам’я́нка", Concept(id="x", kind=ConceptKind.PLACE)))
