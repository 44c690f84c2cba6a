import pytest

from transloc.model import Severity


def citation(term, concept, column):
    return {"Києва": "Київ"}.get(term)


def listed(word, column):
    return column == "uk" and word in {"буча", "світ", "москва", "Москва"}


def test_an_inflected_form_is_told_with_that_of_a_dictionary(look):
    (fault,) = look("a,place,Столиця|Києва,Kyiv", citation=citation, only="not-citation-form")
    assert (fault.line, fault.column, fault.fix, fault.severity) == (2, 17, "Столиця|Київ", Severity.WARNING)


@pytest.mark.parametrize("row", ["a,place,Київ,Kyiv", "a,label,Києва,Kyiv"])
def test_a_citation_form_and_a_label_are_fine(places, row):
    assert places("not-citation-form", row, citation=citation) == []


@pytest.mark.parametrize(("case", "severity"), [("", Severity.INFO), ("any", Severity.WARNING)])
def test_a_name_that_is_a_common_noun_too_is_told(look, case, severity):
    (fault,) = look(f"a,place,Буча,Bucha,{case}", header="id,kind,uk,en,case", listed=listed, only="homonym-common-word")
    assert (fault.line, fault.column, fault.severity) == (2, 9, severity)
    assert "case to exact" in fault.message


@pytest.mark.parametrize(
    "row",
    [
        "a,place,Буча,Bucha,exact",
        "a,label,Світ,World,",
        "a,term,буча,noise,",
        "a,place,Київ,Kyiv,",
        "a,org,БУЧА,x,",
        "a,place,Москва,Moscow,any",
    ],
)
def test_what_cannot_be_taken_for_a_noun_is_fine(places, row):
    assert places("homonym-common-word", row, header="id,kind,uk,en,case", listed=listed) == []
