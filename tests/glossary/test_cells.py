from dataclasses import replace
from datetime import date

import pytest

from transloc.glossary import Concept, ConceptKind, Status, Term, Usage, export, read
from transloc.glossary.cells import cell, cells, differing
from transloc.glossary.table import SETTINGS

ROW = Concept(
    id="kyiv",
    kind=ConceptKind.PLACE,
    terms=(
        Term("Київ", "uk"),
        Term("Kyiv", "en"),
        Term("Kyjiw", "en", Usage.ADMITTED),
        Term("Kiev", "en", Usage.FORBIDDEN),
        Term("Києва", "uk", Usage.FORM),
    ),
    translate=False,
    status=Status.DRAFT,
    valid_from=date(2026, 12, 1),
    note="so",
)
SAID = {
    "uk": "Київ",
    "en": "Kyiv|Kyjiw",
    "en.forbidden": "Kiev",
    "uk.forms": "Києва",
    "id": "kyiv",
    "kind": "place",
    "translate": "no",
    "status": "draft",
    "note": "so",
    "valid-from": "2026-12-01",
}


def test_a_row_says_what_is_no_default():
    assert cells(ROW) == SAID
    assert list(cells(ROW)) == list(SAID)
    assert cells(Concept(id="x")) == {"id": "x"}


@pytest.mark.parametrize("column", ["uk", "en", "de", "en.forbidden", "en.forms", *SETTINGS])
def test_a_column_spells_its_default_out(column):
    assert cell(ROW, column) == SAID.get(column, "auto" if column == "case" else "")
    defaults = {"id": "x", "kind": "term", "case": "auto", "translate": "yes", "status": "approved"}
    assert cell(Concept(id="x"), column) == defaults.get(column, "")


def test_every_field_has_its_column():
    glossary = read(b"id,uk,en\n").glossary
    assert set(read(export(replace(glossary, concepts=(ROW,)))).sheet.header) >= set(cells(ROW))
    assert {column.replace("-", "_") for column in SETTINGS} == set(Concept.__slots__) - {"terms", "line"}


def test_rows_differ_by_column():
    assert differing(ROW, replace(ROW, note="", owner="Olena", terms=ROW.terms[:4])) == ("uk.forms", "note", "owner")
