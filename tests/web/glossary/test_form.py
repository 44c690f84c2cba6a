from datetime import date

from transloc.glossary import Case, Concept, ConceptKind, Status, Term, Usage
from transloc.web.glossary.form import filled, typed, understood

KYIV = Concept(
    id="kyiv",
    kind=ConceptKind.PLACE,
    terms=(
        Term("Київ", "uk"),
        Term("Kyiv", "en"),
        Term("the capital", "en", Usage.ADMITTED),
        Term("Kiev", "en", Usage.FORBIDDEN),
        Term("Kijów", "pl"),
        Term("Києвом", "uk", Usage.FORM),
    ),
    case=Case.EXACT,
    status=Status.DRAFT,
    reason="the city’s own | spelling",
    valid_from=date(2026, 12, 1),
    note="=1+1",
    line=7,
)


def test_a_row_comes_back_from_its_form_as_it_was():
    form = filled(KYIV, ("uk", "en"))
    again, _ = understood(typed(form.values, ("uk", "en")), KYIV)
    assert set(again.terms) == set(KYIV.terms), "languages that the form does not ask for are kept"
    assert (again.id, again.status, again.case, again.valid_from) == (KYIV.id, KYIV.status, KYIV.case, KYIV.valid_from)
    assert (again.reason, again.note, again.line) == (KYIV.reason, KYIV.note, KYIV.line)


def test_variants_stand_between_bars_the_preferred_one_first():
    values = filled(KYIV, ("uk", "en")).values
    assert values["en"] == "Kyiv|the capital"
    meant, _ = understood(typed({**values, "en": " capital | Kyiv || "}, ("uk", "en")), KYIV)
    assert meant.variants("en") == ("capital", "Kyiv")
    assert meant.preferred("en") == "capital"


def test_how_far_a_row_has_come_is_not_typed():
    meant, _ = understood(typed({**filled(KYIV, ("uk", "en")).values, "status": "approved", "id": "x"}, ("uk", "en")), KYIV)
    assert (meant.status, meant.id) == (Status.DRAFT, "kyiv")


def test_what_cannot_be_meant_is_told_by_its_field():
    meant, form = understood(typed({**filled(KYIV, ("uk", "en")).values, "kind": "plase", "valid-from": "soon"}, ("uk", "en")), KYIV)
    assert meant is None
    assert set(form.wrong) == {"kind", "valid-from"}
    assert "Did you mean “place”?" in form.wrong["kind"]
    assert form.fields["valid_from"].value == "soon"
