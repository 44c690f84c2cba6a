"""What is no DOCX, or was made to harm: each in one sentence, and soon."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.word import NAMESPACES, docx, members, p, packed, part, r
from transloc.errors import InputError
from transloc.formats.docx import Docx, package
from transloc.formats.localisation import Localisation

WORD = p(r("Слово"))


def refused(data, match):
    with pytest.raises(InputError, match=match) as told:
        Docx().parse(data, "a.docx")
    assert str(told.value).startswith("a.docx: ")
    assert "\n" not in str(told.value)


def with_part(name, data):
    made = members(WORD)
    made[name] = data
    return packed(made)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"", "does not begin as a ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word file.*password"),
        (b"{\\rtf1 text}", "does not begin as a ZIP"),
        (docx(WORD)[:-40], "no whole ZIP"),
        (docx(WORD)[:900], "no whole ZIP"),
        (packed({"a.txt": "x"}), "a ZIP archive and no DOCX"),
        (packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "an Excel workbook"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "an OpenDocument"),
    ],
)
def test_what_is_no_docx(data, match):
    refused(data, match)


def test_a_workbook_by_its_content_type():
    made = members(WORD)
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace("wordprocessingml", "spreadsheetml")
    refused(packed(made), "no DOCX")


@pytest.mark.parametrize("name", ["../x.xml", "a/../../x", "/etc/x", "C:/x", "a\\b.xml", "a//b", "./a", "a\x07b"])
def test_names_that_lead_elsewhere(name):
    refused(with_part(name, "<x/>"), "leads out of the archive")


def test_a_name_without_end_is_told_in_part():
    refused(with_part("../" + "x" * 2000, "<x/>"), "“../x{57}…”, which leads out of the archive")


def test_a_folder_is_no_harm():
    assert Docx().parse(with_part("word/media/", "")).units


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "WORD/Document.xml"])
def test_a_member_twice(name):
    out = io.BytesIO(docx(WORD))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, "<x/>")
    refused(out.getvalue(), "twice")


def test_an_encrypted_member():
    data = bytearray(docx(WORD))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    refused(bytes(data), "encrypted")


def test_a_compression_that_no_docx_has():
    refused(packed(members(WORD), method=zipfile.ZIP_BZIP2), "compressed in a way")


def test_too_many_members():
    refused(packed({f"m{n}": b"" for n in range(4_001)}, method=zipfile.ZIP_STORED), "more than 4,000 members")


def test_a_bomb_by_its_ratio():
    refused(with_part("word/media/a.png", b"\0" * 20_000_000), "250 times.*bomb")


def test_a_bomb_by_its_sum():
    data = bytearray(docx(WORD))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 0x7FFF_FFFF)
    refused(bytes(data), "1 GiB.*bomb")


def test_a_member_that_inflates_to_more_than_it_says():
    made = members(p(r("слово " * 5_000)))
    data = bytearray(packed(made))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    struct.pack_into("<L", data, at + 24, 1_000)
    refused(bytes(data), "word/document.xml in it is damaged")


def test_text_without_end(monkeypatch):
    monkeypatch.setattr(package, "MAX_TEXT", 1024**2)
    refused(docx(p(r("слово " * 10_000)) * 10), "more than 1 MiB when it is unpacked")


def test_members_that_overlap():
    data = bytearray(packed(members(WORD), method=zipfile.ZIP_STORED))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    refused(bytes(data), "overlap|no whole ZIP|not where")


def test_a_wrong_checksum():
    data = bytearray(packed(members(WORD), method=zipfile.ZIP_STORED))
    at = data.index("Слово".encode())
    data[at] ^= 0x01
    refused(bytes(data), "word/document.xml in it is damaged")


BOMB = '<!DOCTYPE a [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'


@pytest.mark.parametrize("dtd", [BOMB, EXTERNAL, "<!DOCTYPE a>", f"<!-- {'x' * 9_000} -->{BOMB}"])
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/theme/theme1.xml", "docProps/core.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_in_any_part(dtd, name, encoding):
    root = f"<w:document {NAMESPACES}><w:body>{WORD}</w:body></w:document>"
    refused(with_part(name, f'<?xml version="1.0" encoding="{encoding}"?>{dtd}{root}'.encode(encoding)), f"{name}: .*XML with a DTD")


def test_an_endless_prolog():
    refused(with_part("word/theme/theme1.xml", f"<!--{'x' * 1_100_000}--><a/>"), "million bytes")


@pytest.mark.parametrize("tag", ["w:tbl", "w:r", "w:ins", "w:sdt", "w:hyperlink", "x"])
def test_ten_thousand_levels(tag):
    inner = "<w:p>" + f"<{tag}>" * 10_000 + f"</{tag}>" * 10_000 + "</w:p>"
    refused(docx(inner), "nested more than 256 levels")


def test_fields_within_fields_without_end():
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    refused(docx(p(begin * 9_000, r("Слово"), end * 9_000)), "fields are nested")


@pytest.mark.parametrize(
    ("xml", "match"),
    [
        ("<w:document", "XML is broken"),
        (part("document", "<w:p>&nbsp;</w:p>"), "XML is broken"),
        (part("document", "<w:p><w:r></w:p>"), "XML is broken"),
        ("<document><body/></document>", "no part of a Word document"),
        (b"\xff\xfe<\0a\0", "charset|XML is broken"),
        (part("document", p(r("Слово"))).encode().replace("в".encode(), b"\xb2"), "charset"),
        (b"", "XML is broken"),
    ],
)
def test_broken_parts_are_named(xml, match):
    refused(with_part("word/document.xml", xml), f"word/document.xml: .*(?:{match})")


def test_broken_styles_matter_to_what_is_written_in_them_alone():
    style = '<w:style w:type="paragraph" w:default="1" w:styleId="&#x999999;"><w:name w:val="A&B"/><w:lang w:val="uk"/>'
    data = with_part("word/styles.xml", part("styles", style))
    assert Docx().parse(data).units
    with pytest.raises(InputError, match=r"word/styles\.xml: its XML is broken"):
        Docx().localise(data, Localisation(source="uk", target="en"))


def test_a_paragraph_without_end():
    refused(docx(p(r("слово " * 200_000))), "longer than a million characters")


def test_a_paragraph_of_too_many_pieces():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>а</w:t></w:r>"
    refused(docx(p((r("б") + bold) * 10_001)), "word/document.xml: a paragraph consists of more than 20,000 pieces")
    assert Docx().parse(docx(p((r("б") + bold) * 100) * 200)).units  # as many in all, in paragraphs of their own


def test_more_units_than_can_be_held():
    refused(docx("<w:p><w:r><w:t>а</w:t></w:r></w:p>" * 60_001), "word/document.xml: it has more units than can be held")


def test_relationships_that_lead_nowhere():
    made = members(WORD)
    rels = made["word/_rels/document.xml.rels"]
    made["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", '<Relationship Id="x" Type="a/footnotes" Target="../../x.xml"/></Relationships>'
    )
    assert len(Docx().parse(packed(made)).units) == 1


@pytest.mark.parametrize(
    "inner",
    [
        "<w:r><w:t>а</w:t><w:rPr><w:b/></w:rPr><w:t/><w:t>б</w:t></w:r><w:r/><w:hyperlink/><w:ins/><w:sdt/><w:sdt><w:sdtContent/></w:sdt>",
        "<w:sdt><w:sdtPr/></w:sdt><w:fldSimple/><w:bookmarkEnd/><w:bookmarkStart w:id='1'/><w:r><w:t>а</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>а</w:t><w:fldChar/><w:instrText/></w:r>',
        "<w:p><w:r><w:t>а</w:t></w:r></w:p><w:r><w:t>б</w:t><w:p/></w:r>",
        "<w:pPr><w:pPr><w:p/></w:pPr></w:pPr><w:r><w:rPr/><w:rPr><w:rPr/></w:rPr><w:t>а<!-- x --><?y z?></w:t></w:r>",
        "<mc:Choice><w:r><w:t>а</w:t></w:r></mc:Choice><mc:AlternateContent/><w:r><mc:AlternateContent/><w:t>а</w:t></w:r>",
        "<w:r><w:t>а<w:b/>б</w:t></w:r>",
    ],
)
def test_what_no_schema_allows_is_read_or_refused_and_comes_back(inner):
    data = docx(p(inner) + WORD)
    document = Docx().parse(data)
    assert Docx().rebuild(document, {unit.id: unit.source for unit in document.units}) == data
    changed = Docx().rebuild(document, {unit.id: unit.source for unit in document.units} | {document.units[-1].id: "Word"})
    assert Docx().parse(changed).units[-1].source == "Word"


SEEDS = [docx(WORD), packed(members(WORD, core="<dc:title>Назва</dc:title>", footnotes=p(r("Виноска"))), method=zipfile.ZIP_STORED)]


CHANGES = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SEEDS), CHANGES, st.sampled_from([0, 0, 1, 30, 400]))
def test_any_bytes_load_or_give_one_sentence(data, changes, cut):
    harmed = bytearray(data)
    for at, value in changes:
        harmed[at % len(harmed)] = value
    harmed = bytes(harmed[: len(harmed) - cut])
    said = ""
    try:
        document = Docx().parse(harmed, "a.docx")
        assert Docx().rebuild(document, {unit.id: unit.source for unit in document.units}) == harmed
    except InputError as error:
        said = str(error)
    assert not said or (said.startswith("a.docx: ") and "\n" not in said)
