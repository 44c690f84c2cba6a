import re

import pytest

from fakes.word import docx, members, p, packed, part, r, read_member, relationships
from transloc import formats
from transloc.formats.docx import Docx
from transloc.formats.localisation import Localisation

LANG = '<w:lang w:val="uk-UA" w:eastAsia="en-US"/>'
LINKED = p(r("Пише "), f'<w:hyperlink r:id="rL">{r("видання", "<w:i/>")}</w:hyperlink>', r(" сьогодні", LANG))


def linked():
    made = members(LINKED, core="<dc:language>uk-UA</dc:language>")
    made["word/_rels/document.xml.rels"] = relationships(
        ("rS", "styles", "styles.xml"), ("rL", "hyperlink", "https://nv.ua/a?b=1&amp;c=2"), ("rX", "hyperlink", "https://other.ua/")
    )
    return packed(made)


def passages(data):
    return formats.passages(data, "utf-8", re.compile("x"))


def wishes(**rest):
    return Localisation(source="uk", target="en-GB", **rest)


def test_the_language_is_stated_anew_in_text_styles_and_properties():
    out = Docx().localise(linked(), wishes())
    assert '<w:lang w:val="en-GB" w:eastAsia="en-US"/>' in read_member(out, "word/document.xml")
    assert '<w:lang w:val="en-GB"/>' in read_member(out, "word/styles.xml")
    assert "<dc:language>en-GB</dc:language>" in read_member(out, "docProps/core.xml")
    assert read_member(out, "_rels/.rels") == read_member(linked(), "_rels/.rels")


def test_with_no_wish_nothing_changes():
    data = linked()
    assert Docx().localise(data, wishes(lang=False)) == data


def test_links_lead_to_translations():
    out = Docx().localise(linked(), wishes(lang=False, links={"https://nv.ua/a?b=1&c=2": 'https://nv.ua/en?"&'}))
    rels = read_member(out, "word/_rels/document.xml.rels")
    assert 'Target="https://nv.ua/en?&quot;&amp;"' in rels
    assert 'Target="https://other.ua/"' in rels
    assert read_member(out, "word/document.xml") == read_member(linked(), "word/document.xml")


def test_a_link_to_what_is_not_translated_says_so():
    out = Docx().localise(linked(), wishes(lang=False, untranslated=frozenset({"https://nv.ua/a?b=1&c=2"}), mark=" (in Ukrainian)"))
    marked = '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> (in Ukrainian)</w:t></w:r></w:hyperlink>'
    assert marked in read_member(out, "word/document.xml")
    assert Docx().parse(out).units[0].source == "Пише <1>видання (in Ukrainian)</1> сьогодні"


def given(core):
    out = Docx().localise(docx(p(r("Слово")), core=core), wishes(byline="Olena & Co", date="2026-11-24"))
    written = read_member(out, "docProps/core.xml")
    (date,) = re.findall("<dcterms:created[^>]*>([^<]*)</dcterms:created>", written)
    return written, Docx().parse(out).metadata["author"].value, date


@pytest.mark.parametrize("core", ["<dc:title>Назва</dc:title>", "<dc:creator/>", "<dc:creator></dc:creator><dcterms:created/>"])
def test_a_byline_and_a_date_go_into_the_properties(core):
    written, author, date = given(core)
    assert (author, date) == ("Olena & Co", "2026-11-24")
    assert written.count("<dc:creator") == written.count("<dcterms:created") == 1
    assert 'xsi:type="dcterms:W3CDTF">2026-11-24</dcterms:created>' in written


def test_what_a_program_wrote_is_no_byline_and_no_date():
    assert given("<dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23</dcterms:created>")[1:] == ("Olena & Co", "2026-11-24")


def test_a_document_without_properties_has_no_place_for_a_byline():
    data = packed(members(p(r("Слово"))))
    assert Docx().localise(data, wishes(lang=False, byline="Olena")) == data


def test_addresses_of_links_are_told():
    assert formats.addresses(linked()) == ("https://nv.ua/a?b=1&c=2", "https://other.ua/")
    assert formats.addresses(b"[a](https://nv.ua)") == ()


def test_passages_are_all_that_a_reader_may_come_upon():
    made = members(p(r("Перше речення, що триває довше від сорока знаків")) + p(r("2026")), core="<dc:subject>Тема</dc:subject>")
    made["word/comments.xml"] = part("comments", f'<w:comment w:id="1">{p(r("Перевірити"))}</w:comment>')
    made["word/charts/chart1.xml"] = '<c:chart xmlns:c="c" xmlns:a="a"><a:t>Графік</a:t><c:v>12</c:v></c:chart>'
    made["word/_rels/document.xml.rels"] = relationships(("r1", "comments", "comments.xml"), ("r2", "chart", "charts/chart1.xml"))
    assert dict(passages(packed(made))) == {
        "“Перше речення, що триває довше від соро…”": "Перше речення, що триває довше від сорока знаків",
        "“2026”": "2026",
        "the document's properties (subject)": "Тема",
        "a comment, “Перевірити”": "Перевірити",
        "a chart, “Графік”": "Графік",
        "a chart, “12”": "12",
    }


def test_a_document_without_comments_or_charts():
    assert list(passages(docx(p(r("Слово"))))) == [("“Слово”", "Слово")]
