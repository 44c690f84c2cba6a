from dataclasses import replace
from datetime import date

import pytest

from transloc.errors import InputError
from transloc.glossary import Case, Concept, ConceptKind, Status, Term, Usage, export, read, update

HEADER = "id,kind,uk,en,pl,en.forbidden,uk.forms,gender,speaks,case,translate,status,note"
MACRON = "macron,person,Емманюель Макрон,Emmanuel Macron,Emmanuel Macron,Emanuel Macron,,m,fr,auto,yes,approved,"
KYIV = "kyiv,place,Київ,Kyiv,Kijów,Kiev|Kiew,Києва | Києву,,,exact,yes,draft,capital"


def glossary(*rows, header=HEADER):
    return read("\n".join([header, *rows, ""]).encode(), "g.csv").glossary


def test_a_row_becomes_a_concept():
    macron, kyiv = glossary(MACRON, "", KYIV).concepts
    assert (macron.kind, macron.gender, macron.speaks, macron.line) == (ConceptKind.PERSON, "m", "fr", 2)
    assert kyiv.forbidden("en") == ("Kiev", "Kiew")
    assert kyiv.forms("uk") == ("Києва", "Києву")
    assert (kyiv.case, kyiv.status, kyiv.note, kyiv.line) == (Case.EXACT, Status.DRAFT, "capital", 4)
    assert kyiv.terms[-1] == Term("Kijów", "pl", Usage.PREFERRED)


def test_two_language_columns_are_enough():
    found = glossary("Джерела,Sources|Source", header="uk,en-GB")
    assert found.locales == ("uk", "en-GB")
    assert found.concepts[0] == Concept(
        id="Джерела", terms=(Term("Джерела", "uk"), Term("Sources", "en-GB"), Term("Source", "en-GB", Usage.ADMITTED))
    )


def test_rows_without_an_id_are_told_apart():
    assert [c.id for c in glossary("Рада,Council", "Рада,Parliament", header="uk,en").concepts] == ["Рада", "Рада-2"]


def test_id_is_the_key_and_indonesian_has_its_full_tag():
    found = glossary("a,Київ,Kyiv", header="ID,uk,id-ID")
    assert found.concepts[0].id == "a"
    assert found.locales == ("uk", "id-ID")


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ((MACRON, MACRON), 3, "the id “macron” is already that of line 2"),
        (("a,perso,б,b,,,,,,,,,",), 2, "“perso” is no kind"),
        (("a,,б,b,,,,x,,,,,",), 2, "“x” is no gender"),
        (("a,,б,b,,,,,,,maybe,,",), 2, "“maybe” is no translate"),
        (("a,,б,b,,,,,ua,,,,",), 2, "Did you mean “uk”"),
        ((MACRON, "a,,б,b"), 3, "the row has 4 cells, the header 13"),
        (("a,,б,b,,,,,,,,,a note, with a comma",), 2, "the row has 14 cells"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(rows, line, message):
    with pytest.raises(InputError) as caught:
        glossary(*rows)
    assert f"g.csv:{line}:" in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("id,uk,note", "at least two language columns"),
        ("", "at least two language columns"),
        ("id,ua,en", "Did you mean “uk”"),
        ("id,uk,en,uk", "“uk” stands twice"),
        ("id,uk,en,zz.forms", "not a language tag"),
    ],
)
def test_a_header_that_is_no_glossary_is_refused(header, message):
    with pytest.raises(InputError, match=message) as caught:
        glossary(header=header)
    assert caught.value.line == 1


def test_too_many_empty_cells_are_no_fault():
    assert glossary("a,б,b,,,", header="id,uk,en").concepts[0].preferred("en") == "b"


@pytest.mark.parametrize("data", [f"{HEADER}\n{MACRON}\n", f"\ufeff{HEADER}\r\n\r\n{KYIV}"])
def test_writing_what_was_read_changes_no_byte(data):
    file = read(data.encode(), "g.csv")
    assert file.sheet.write() == data.encode()
    assert update(file, file.glossary.concepts).sheet.write() == data.encode()


def test_an_edit_touches_its_cell_alone():
    data = 'id;uk;"en";owner;en.forbidden\r\nkyiv;"Київ";Kyiv;"Оля; відділ";Kiev\r\nlviv;Львів;"Lviv";=A1;\r\n'
    file = read(data.encode(), "g.csv")
    kyiv, lviv = file.glossary.concepts
    terms = (*kyiv.terms[:2], Term("Kiev", "en", Usage.FORBIDDEN), Term("Kiew", "en", Usage.FORBIDDEN))
    written = update(file, [replace(kyiv, terms=terms), lviv])
    assert written.sheet.write().decode() == data.replace(";Kiev\r", ";Kiev|Kiew\r")
    assert written.glossary.concepts[0].forbidden("en") == ("Kiev", "Kiew")


def test_rows_come_and_go_and_a_column_is_made_where_one_is_needed():
    file = read("id,uk,en\nkyiv,Київ,Kyiv\nlviv,Львів,Lviv\n".encode(), "g.csv")
    new = Concept(id="macron", kind=ConceptKind.PERSON, terms=(Term("Макрон", "uk"), Term("=Macron", "en")), gender="m")
    written = update(file, [file.glossary.concepts[1], new])
    assert written.sheet.write().decode() == "id,uk,en,kind,gender\nlviv,Львів,Lviv,,\nmacron,Макрон,'=Macron,person,m\n"
    assert written.glossary.concepts[1] == new


GOVERNED = "id,uk,en,status,owner,reason,source,valid-from,replaced-by\n"


def test_a_row_tells_who_looks_after_it_why_and_since_when():
    data = f"{GOVERNED}kiev,Київ,Kiev,deprecated,Olena,the city asks for it,https://example.org/kyiv,2026-12-01,kyiv\n"
    file = read(data.encode(), "g.csv")
    kiev = file.glossary.concepts[0]
    assert (kiev.owner, kiev.reason, kiev.source) == ("Olena", "the city asks for it", "https://example.org/kyiv")
    assert (kiev.valid_from, kiev.replaced_by) == (date(2026, 12, 1), "kyiv")
    assert update(file, [kiev]).sheet.write() == data.encode()


def test_governance_is_written_where_it_is_said_and_only_there():
    file = read("id,uk,en,owner\nkiev,Київ,Kiev,Olena\n".encode(), "g.csv")
    kiev = replace(file.glossary.concepts[0], status=Status.DEPRECATED, valid_from=date(2026, 12, 1))
    written = update(file, [kiev])
    assert written.sheet.write().decode() == "id,uk,en,owner,status,valid-from\nkiev,Київ,Kiev,Olena,deprecated,2026-12-01\n"
    assert written.glossary.concepts == (kiev,)
    assert read(export(written.glossary)).glossary.concepts == (kiev,)


@pytest.mark.parametrize("day", ["1.12.2026", "2026-13-01", "tomorrow"])
def test_a_day_that_is_none_is_refused(day):
    with pytest.raises(InputError, match=f"“{day}” is no day. Write valid-from as 2026-11-30"):
        glossary(f"a,б,b,{day}", header="id,uk,en,valid-from")


def test_the_export_opens_in_a_spreadsheet_and_runs_nothing():
    original = glossary("a,term,-ом,=HYPERLINK(1),,,,,,,,,@note", KYIV)
    data = export(original)
    assert data.startswith(b"\xef\xbb\xbfid,kind,uk,en,pl,")
    assert "a,term,'-ом,'=HYPERLINK(1)," in data.decode()
    assert ",'@note\r\n" in data.decode()
    assert read(data).glossary.concepts == original.concepts
