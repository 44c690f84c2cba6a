"""A Word document goes all the way: extracted and merged, added, reviewed and exported."""

import polib

from fakes.word import docx, p, r, read_member
from transloc.formats.docx import Docx

ARTICLE = docx(
    p(r("Про мир"), style="a3") + p(r("Вони "), r("бачилися", "<w:b/>"), r(" у Варшаві. Було тепло.")),
    header1=p(r("Новини")),
    core="<dc:title>Про мир</dc:title><dc:creator>Леся</dc:creator><cp:keywords>мир</cp:keywords>",
)
ENGLISH = {
    "Про мир": "On peace",
    "Вони <1>бачилися</1> у Варшаві.": "They <1>met</1> in Warsaw.",
    "Було тепло.": "It was warm.",
    "Новини": "News",
    "мир": "peace",
}


def texts(path):
    return [unit.source for unit in Docx().parse(path.read_bytes()).units]


def test_extracted_and_merged(desk):
    desk.write("a.docx", ARTICLE)
    desk.run("extract", "a.docx", "--from", "uk", "--to", "en", "-o", "a.po")
    catalog = polib.pofile("a.po", wrapwidth=0)
    assert [entry.msgid for entry in catalog] == list(ENGLISH)
    for entry in catalog:
        entry.msgstr = entry.msgid
    catalog.save()
    desk.run("merge", "a.docx", "a.po", "-o", "same.docx")
    assert (desk.root / "same.docx").read_bytes() == ARTICLE
    for entry in catalog:
        entry.msgstr = ENGLISH[entry.msgid]
    catalog.save()
    desk.run("merge", "a.docx", "a.po", "-o", "out.docx")
    assert texts(desk.root / "out.docx") == ["On peace", "They <1>met</1> in Warsaw. It was warm.", "News", "peace"]
    assert "<dc:title>On peace</dc:title>" in read_member((desk.root / "out.docx").read_bytes(), "docProps/core.xml")


def test_added_reviewed_and_exported(desk):
    desk.write("articles/peace.docx", ARTICLE)
    desk.run("add", "articles/peace.docx")
    desk.translated(ENGLISH, slug="peace")
    desk.run("confirm", "peace", "--to", "en", "--all", "--by", "Олена")
    done = desk.run("export", "peace", "--to", "en")
    assert done.stdout == "exports/en/peace.docx\n"
    assert "the document's properties" not in done.stderr
    assert texts(desk.root / "exports/en/peace.docx")[0] == "On peace"
    assert '<w:lang w:val="en"/>' in read_member((desk.root / "exports/en/peace.docx").read_bytes(), "word/styles.xml")


def test_a_draft_has_its_notice_under_the_headline(desk):
    desk.write("articles/peace.docx", ARTICLE)
    desk.run("add", "articles/peace.docx")
    desk.run("export", "peace", "--to", "en", "--draft")
    assert texts(desk.root / "exports/en/peace.docx")[:2] == ["Про мир", "Machine translation, not yet reviewed by an editor."]


def test_what_is_no_docx_is_told_in_one_sentence(desk):
    desk.write("a.docx", ARTICLE[:700])
    assert "a.docx: this is no whole ZIP archive" in desk.refused("extract", "a.docx", "--from", "uk", "--to", "en", "-o", "a.po")
