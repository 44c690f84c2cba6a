import pytest

from transloc.errors import InputError
from transloc.glossary import ConceptKind
from transloc.glossary.sheet import read_sheet
from transloc.glossary.table import column, split, tabulate


def table(*rows):
    return tabulate(read_sheet("\n".join([*rows, ""]).encode(), "g.csv"))


def test_columns_and_languages():
    found = table("ID,kind,uk,en_gb,EN-gb.forbidden,client", "a,org,б,b,c,d", "", ",,,,,")
    assert found.columns == ("id", "kind", "uk", "en-GB", "en-GB.forbidden", "")
    assert found.locales == ("uk", "en-GB")
    assert [record.concept.kind for record in found.records] == [ConceptKind.ORG]
    assert found.records[0].values == ("a", "org", "б", "b", "c", "d")
    assert found.flaws == ()


def test_all_flaws_are_kept_and_their_cells_read_as_empty():
    found = table("id,kind,uk,en,en,ua", "a,town,б,b,c,d", "a,org,в")
    assert [(flaw.code, flaw.row.line, flaw.cell) for flaw in found.flaws] == [
        ("columns", 1, 4),
        ("lang-invalid", 1, 5),
        ("bad-enum", 2, 1),
        ("ragged-row", 3, 3),
        ("dup-id", 3, 0),
    ]
    assert [(record.concept.id, record.concept.kind) for record in found.records] == [("a", ConceptKind.TERM), ("a-2", ConceptKind.ORG)]
    assert found.records[0].concept.preferred("en") == "b"


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("Kind", "kind"),
        ("valid-from", "valid-from"),
        ("pt_br", "pt-BR"),
        ("uk.FORMS", "uk.forms"),
        ("uk.notes", ""),
        ("owner 2", ""),
        ("", ""),
    ],
)
def test_what_a_column_means(name, means):
    assert column(name) == means


@pytest.mark.parametrize("name", ["ua", "en-UK", "zz.forms"])
def test_a_language_that_is_none_is_refused(name):
    with pytest.raises(InputError):
        column(name)


def test_variants_stand_between_bars():
    assert split(" а | б||в") == ["а", "б", "в"]
