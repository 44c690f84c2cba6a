from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from transloc.glossary import Status, read
from transloc.glossary.exchange import Format, loads, save
from transloc.glossary.exchange.table import of_csv, to_csv

REPOSITORY = Path(__file__).parents[3]
DTD = etree.DTD(str(Path(__file__).with_name("tbx_basic.dtd")))
#: The data categories of TBX-Basic that we use: where each may stand, and its picklist, None where it is free.
CATEGORIES = {
    ("descrip", "subjectField"): ("termEntry", None),
    ("xref", "externalCrossReference"): ("termEntry", None),
    ("termNote", "partOfSpeech"): ("tig", {"noun", "verb", "adjective", "adverb", "properNoun", "other"}),
    ("termNote", "grammaticalGender"): ("tig", {"masculine", "feminine", "neuter", "other"}),
    ("termNote", "administrativeStatus"): (
        "tig",
        {"preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts"},
    ),
}
GLOSSARY = """id,kind,uk,en,en.forbidden,uk.forms,gender,speaks,case,translate,status,owner,source,note,desk
macron,person,Емманюель Макрон,Emmanuel Macron|Macron,Emanuel Macron,Макрону,m,fr,auto,yes,,Olena,https://example.org/m,his own,politics
reuters,org,Reuters,,,,,,exact,no,approved,,,,
2026,term,бюджет <2026>,the “2026” & budget,,,,,any,yes,draft,,the house,,
sea,place,Чорне море,Black Sea,,,n,,auto,yes,deprecated,,,,
them,place,Карпати,Carpathians,,,pl,,auto,yes,approved,,,,
"""


def written(text):
    file = read(text.encode())
    return file, save(file, Format.TBX, "names")


def tree(data):
    root = etree.fromstring(data, etree.XMLParser(load_dtd=False, no_network=True))
    assert DTD.validate(root), DTD.error_log
    for element in root.find("text").iter("descrip", "xref", "termNote", "admin", "ref"):
        level, picklist = CATEGORIES[element.tag, element.get("type")]
        assert element.getparent().tag == level
        assert picklist is None or element.text in picklist
    return root


def test_every_cell_comes_back_as_it_was():
    file, out = written(GLOSSARY)
    tree(out.data)
    back = loads(out.data, Format.TBX, "names.tbx").file
    assert back.glossary.concepts == file.glossary.concepts
    assert back.sheet.write() == to_csv(of_csv(file)).data
    assert "desk" in back.sheet.header, "a column that only people know"


def test_what_has_no_place_in_the_format_is_told_in_a_sentence():
    _, out = written(GLOSSARY)
    (note,) = out.notes
    assert note.startswith("TBX-Basic has no place for case, desk, gender, id, owner, source, speaks, status, translate, uk.forms:")
    assert written("id,uk,en\nkyiv,Київ,Kyiv\n")[1].notes == ()


def test_the_words_of_the_standard_say_what_ours_say():
    root = tree(written(GLOSSARY)[1].data)
    person = root.find(".//termEntry[@id='macron']")
    assert person.findtext("descrip") == "person"
    assert person.find("xref").get("target") == "https://example.org/m"
    assert [(tig.findtext("term"), tig.findtext("termNote[@type='administrativeStatus']")) for tig in person.findall("langSet/tig")] == [
        ("Емманюель Макрон", "preferredTerm-admn-sts"),
        ("Emmanuel Macron", "preferredTerm-admn-sts"),
        ("Macron", "admittedTerm-admn-sts"),
        ("Emanuel Macron", "deprecatedTerm-admn-sts"),
    ]
    assert person.findtext("langSet/tig/termNote[@type='grammaticalGender']") == "masculine"
    old = root.find(".//termEntry[@id='sea']")
    assert {note.text for note in old.iter("termNote") if note.get("type") == "administrativeStatus"} == {"supersededTerm-admn-sts"}


def test_the_glossary_of_this_repository_is_valid_and_comes_back():
    file = read((REPOSITORY / "glossary.csv").read_bytes())
    out = save(file, Format.TBX, "glossary")
    tree(out.data)
    assert loads(out.data, Format.TBX, "g.tbx").file.glossary.concepts == file.glossary.concepts


def test_a_row_without_a_term_and_forbidden_characters_are_told():
    _, out = written("id,uk,en\nkyiv,Київ\x01,Kyiv\nempty,,\n")
    tree(out.data)
    assert out.notes == ("rows without a term were left out: 1", "characters that XML forbids were left out: 1")


KIND = st.sampled_from(["", "person", "abbr", "label"])
STATUS = st.sampled_from(["", *map(str, Status)])
TERM = st.text(st.sampled_from("аЇз <>&\"'=-+é#;"), min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)


@settings(max_examples=60)
@given(
    rows=st.lists(
        st.tuples(
            TERM, TERM, TERM, st.sampled_from(["", *map(str, Status)]), st.sampled_from(["", "person", "abbr", "label"]), st.booleans()
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_words_come_back(rows):
    lines = [f'"{t}"' for t in ("id", "kind", "uk", "en", "en.forbidden", "status", "translate")]
    text = [",".join(lines)]
    for number, (uk, en, bad, status, kind, stays) in enumerate(rows):
        cells = (f"{number} {uk}", kind, uk, en, bad, status, "no" if stays else "")
        text.append(",".join('"' + cell.replace('"', '""') + '"' for cell in cells))
    file, out = written("\n".join(text))
    tree(out.data)
    assert loads(out.data, Format.TBX, "x.tbx").file.glossary.concepts == file.glossary.concepts


def test_translate_toolkit_and_with_it_weblate_load_it():
    tbx = pytest.importorskip("translate.storage.tbx", reason="translate-toolkit is in the group bench alone")
    store = tbx.tbxfile.parsestring(written(GLOSSARY)[1].data, sourcelanguage="uk", targetlanguage="en")
    assert (store.units[0].source, store.units[0].target) == ("Емманюель Макрон", "Emmanuel Macron")
    assert len(store.units) == 5
    assert [(term.text, term.deprecated) for term in store.units[0].get_target_terms()][-1] == ("Emanuel Macron", True)
