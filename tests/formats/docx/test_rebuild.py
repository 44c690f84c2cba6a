import io
import zipfile

import pytest

from fakes.word import CORE, docx, field, members, p, packed, part, picture, r, read_member, text_box
from transloc.errors import Refused
from transloc.formats.docx import Docx

BOLD = "<w:b/>"
DOCX = Docx()


def ids(document):
    return {unit.source: unit.id for unit in document.units}


def rebuilt(data, change=None, omitted=(), added=None):
    document = DOCX.parse(data)
    known = ids(document)
    return DOCX.rebuild(
        document,
        {known[key]: value for key, value in (change or {}).items()},
        omitted={known[key] for key in omitted},
        added={known[key]: value for key, value in (added or {}).items()},
    )


def body(data, name="word/document.xml"):
    """The main part between its body's tags, without the section."""
    return read_member(data, name).partition("<w:body>")[2].rpartition("<w:sectPr/>")[0]


def sources(data):
    return [unit.source for unit in DOCX.parse(data).units]


# --- bytes


def test_with_nothing_changed_the_file_itself_comes_back():
    data = docx(p(r("Слово")), footer1=p(r("Низ")))
    document = DOCX.parse(data)
    assert DOCX.rebuild(document, {unit.id: unit.source for unit in document.units}) is document.data


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_rest_of_the_archive_keeps_its_bytes(method):
    made = members(p(r("Слово")) + p(r("Друге")), footer1=p(r("Низ")))
    made["word/media/i.png"] = bytes(range(256)) * 9
    data = packed(made, method=method, comment=b"archived")
    out = rebuilt(data, {"Слово": "Word"})
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(out)) as new:
        assert new.testzip() is None
        assert new.comment == b"archived"
        facts = [
            [(i.filename, i.date_time, i.compress_type, i.external_attr, i.create_system, i.extra, i.comment) for i in zipped.infolist()]
            for zipped in (old, new)
        ]
        assert facts[0] == facts[1]
        assert [name for name in old.namelist() if old.read(name) != new.read(name)] == ["word/document.xml"]


def test_members_written_as_streams_and_with_extra_fields_stay():
    class Unseekable(io.RawIOBase):
        def __init__(self):
            self.data = b""

        def writable(self):
            return True

        def write(self, data):
            self.data += bytes(data)
            return len(data)

    stream = Unseekable()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members(p(r("Слово"))).items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.extra = b"\xfe\xca\x00\x00"
            archive.writestr(info, data)
    out = rebuilt(stream.data, {"Слово": "Word"})
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        assert archive.testzip() is None
        assert all(info.extra == b"\xfe\xca\x00\x00" for info in archive.infolist())
    assert sources(out) == ["Word"]


def test_only_the_changed_paragraph_changes():
    untouched = p(r("Перше"), '<w:proofErr w:type="spellStart"/>', r(" речення"), style="x")
    changed = '<w:p w:rsidR="00AB"><w:pPr><w:jc w:val="center"/></w:pPr><w:r w:rsidRPr="00CD"><w:t>Друге</w:t></w:r></w:p>'
    out = body(rebuilt(docx(untouched + changed), {"Друге": "Second"}))
    assert out == untouched + '<w:p w:rsidR="00AB"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>Second</w:t></w:r></w:p>'


def test_a_part_in_utf_16_stays_so():
    made = members("")
    made["word/document.xml"] = part("document", f"<w:body>{p(r('Так'))}</w:body>").replace("UTF-8", "UTF-16").encode("utf-16")
    out = rebuilt(packed(made), {"Так": "Łódź"})
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        assert "Łódź" in archive.read("word/document.xml").decode("utf-16")


def test_a_letter_that_the_charset_of_a_part_lacks_becomes_a_reference():
    made = members("")
    text = part("document", f"<w:body>{p(r('Так'))}</w:body>").replace("UTF-8", "windows-1251")
    made["word/document.xml"] = text.encode("cp1251")
    out = rebuilt(packed(made), {"Так": "Łódź"})
    assert sources(out) == ["Łódź"]


# --- writing


def test_text_that_moves_over_the_bounds_of_runs_keeps_its_formatting():
    data = docx(p(r("Учора вони "), r("бачилися", BOLD), r(" у місті")))
    out = body(rebuilt(data, {"Учора вони <1>бачилися</1> у місті": "<1>Met</1> they have, yesterday"}))
    plain = '<w:r><w:t xml:space="preserve"> they have, yesterday</w:t></w:r>'
    assert out == f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Met</w:t></w:r>{plain}</w:p>"


def test_space_is_kept_only_where_it_would_be_lost():
    out = body(rebuilt(docx(p(r("а "), r("б", BOLD))), {"а <1>б</1>": "x <1>y</1>"}))
    assert '<w:t xml:space="preserve">x </w:t>' in out
    assert "<w:t>y</w:t>" in out


def test_white_space_at_the_edges_of_the_source_stays():
    assert "<w:t" + ' xml:space="preserve">  Word </w:t>' in body(rebuilt(docx(p(r("  Слово "))), {"Слово": "Word"}))


def test_signs_of_markup_are_escaped():
    data = rebuilt(docx(p(r("Слово"))), {"Слово": "a < b & c > \\<1>"})
    assert "a &lt; b &amp; c &gt; &lt;1&gt;" in body(data)
    assert sources(data) == ["a < b & c > \\<1>"]


def test_line_breaks_in_a_target_become_spaces_and_a_hyphen_that_does_not_break_an_element():
    out = rebuilt(docx(p(r("Слово"))), {"Слово": " one\n two\tthree\u2011four "})
    assert "<w:t>one two three</w:t><w:noBreakHyphen/><w:t>four</w:t>" in body(out)
    assert sources(out) == ["one two three\u2011four"]


@pytest.mark.parametrize(("character", "name"), [("\x0b", "U+000B"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF"), ("\0", "U+0000")])
def test_what_xml_cannot_hold_is_refused_by_name(character, name):
    with pytest.raises(Refused, match=rf"unit u[0-9a-f]{{8}}.*{name.replace('+', '[+]')}"):
        rebuilt(docx(p(r("Слово"))), {"Слово": f"a{character}b"})


@pytest.mark.parametrize("target", ["<2>a</2>", "<1>a", "a</1>", "<1/>a", "<1>a</1> <1>b</1>"])
def test_codes_that_do_not_fit_are_refused(target):
    with pytest.raises(Refused, match="unit u"):
        rebuilt(docx(p(r("довге слово "), r("а", BOLD))), {"довге слово <1>а</1>": target})


def test_links_may_not_cross():
    link = '<w:hyperlink w:anchor="{}">{}</w:hyperlink>'
    data = docx(p(r("Ось "), link.format("a", r("один")), r(" і "), link.format("b", r("два"))))
    with pytest.raises(Refused, match="unit u"):
        rebuilt(data, {"Ось <1>один</1> і <2>два</2>": "<1>one <2>two</1> x</2>"})


def test_links_and_fields_move_with_their_words():
    link = f'<w:hyperlink w:anchor="a">{r("одне", BOLD)}</w:hyperlink>'
    data = docx(p(r("Слово "), link, r(" та "), field(' HYPERLINK "https://nv.ua" ', r("друге"))))
    out = rebuilt(data, {"Слово <1>одне</1> та <2>друге</2>": "<2>second</2>, <1>first</1> word"})
    assert sources(out) == ["<1>second</1>, <2>first</2> word"]
    assert '<w:hyperlink w:anchor="a"><w:r><w:rPr><w:b/></w:rPr><w:t>first</w:t></w:r></w:hyperlink>' in body(out)


def test_marks_within_a_text_move_to_its_edges_and_stay_whole():
    mark = '<w:bookmarkStart w:id="0" w:name="_Toc1"/>', '<w:bookmarkEnd w:id="0"/>'
    data = docx(p(r("Тут "), mark[0], r("слово"), mark[1], r(" і далі")))
    assert body(rebuilt(data, {"Тут слово і далі": "Here"})) == f"<w:p>{mark[0]}<w:r><w:t>Here</w:t></w:r>{mark[1]}</w:p>"


def test_tracked_changes_of_a_changed_paragraph_are_accepted():
    inserted = f'<w:ins w:id="1" w:author="A">{r("нове ")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="A"><w:r><w:delText>старе</w:delText></w:r></w:del>'
    out = body(rebuilt(docx(p(r("Ось "), inserted, deleted, r("слово"))), {"Ось нове слово": "A new word"}))
    assert out == "<w:p><w:r><w:t>A new word</w:t></w:r></w:p>"


def test_a_paragraph_that_was_inserted_as_a_whole_stays_so():
    data = docx(p(f'<w:ins w:id="1" w:author="A">{r("нове")}</w:ins>'))
    assert body(rebuilt(data, {"нове": "new"})) == '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins></w:p>'


def test_what_shares_a_run_with_the_text_stays_outside():
    run = '<w:r><w:rPr><w:i/></w:rPr><w:tab/><w:t>Слово</w:t><w:br w:type="page"/></w:r>'
    out = rebuilt(docx(p(run)), {"Слово": "Word"})
    assert body(out).count("<w:tab/>") == body(out).count("<w:br ") == 1
    assert body(out).index("<w:tab/>") < body(out).index("Word") < body(out).index("<w:br ")
    assert sources(out) == ["Word"]


def test_an_insertion_that_begins_within_a_text_is_closed_and_opened_again():
    inserted = f'<w:ins w:id="1" w:author="A">{r("", more="<w:tab/>")}{r("Нове ")}</w:ins>'
    out = rebuilt(docx(p(inserted, r("слово"))), {"Нове слово": "New word"})
    assert body(out) == p(f'<w:ins w:id="1" w:author="A">{r("", more="<w:tab/>")}</w:ins>', "<w:r><w:t>New word</w:t></w:r>")


# --- texts within texts


def test_a_text_box_and_its_copy_change_together():
    data = docx(p(r("Перед "), r("", more=text_box(p(r("У рамці")))), r(" після")))
    out = rebuilt(data, {"У рамці": "In a box"})
    assert body(out).count("In a box") == 2
    assert "У рамці" not in body(out)
    assert "Перед " in body(out)


def test_a_changed_paragraph_carries_changed_texts_inside_of_it():
    box = text_box(p(r("У рамці"), r("", more=picture("Опис"))), p(r("Друге")))
    data = docx(p(r("Перед "), r("", more=box), r(" після")))
    out = rebuilt(
        data,
        {"Перед <1/> після": "<1/> around", "У рамці": "Boxed", "Опис": 'A "b"\n<c>'},
        omitted=["Друге"],
        added={"У рамці": ["More"]},
    )
    assert sorted(sources(out)) == ['A "b"\n<c>', "Boxed", "More", "around"]
    assert body(out).count("A &quot;b&quot;&#10;&lt;c&gt;") == 2
    assert body(out).count("<w:t>More</w:t>") == 2


def test_an_alternative_text_changes_alone():
    data = docx(p(r("Ось "), r("", more=picture("Опис &amp; ще")), r(" фото")))
    out = body(rebuilt(data, {"Опис & ще": "'a' & \"b\""}))
    assert "descr=\"'a' &amp; &quot;b&quot;\"" in out
    assert out.startswith(p(r("Ось "))[: -len("</w:p>")])


def test_a_picture_that_a_person_left_out_takes_its_texts_along():
    data = docx(p(r("Ось "), r("", more=picture("Опис")), r(" фото")))
    assert sources(rebuilt(data, {"Ось <1/> фото": "A photo", "Опис": "Alt"})) == ["A photo"]


def test_the_title_follows_the_headline():
    core = "<dc:title>Про мир</dc:title>"
    data = docx(p(r("Про "), r("мир", BOLD), style="a3"), core=core)
    out = rebuilt(data, {"Про <1>мир</1>": "On <1>peace & war</1>"})
    assert "<dc:title>On peace &amp; war</dc:title>" in read_member(out, "docProps/core.xml")


def test_properties_are_written():
    out = rebuilt(docx(p(r("Текст")), core=CORE), {"Про що це": "About"})
    assert "<dc:description>About</dc:description>" in read_member(out, "docProps/core.xml")


# --- left out and added


def test_an_omitted_paragraph_disappears():
    assert body(rebuilt(docx(p(r("Один")) + p(r("Два")) + p(r("Три"))), omitted=["Два"])) == p(r("Один")) + p(r("Три"))


def test_a_cell_a_note_and_a_header_keep_a_paragraph():
    table = f"<w:tbl><w:tr><w:tc>{p(r('раз'))}{p(r('два'))}</w:tc></w:tr></w:tbl>"
    note = f'<w:footnote w:id="1">{p(r("", more="<w:footnoteRef/>"), r(" Виноска"))}</w:footnote>'
    data = docx(table, footnotes=note, header1=p(r("Верх")))
    out = rebuilt(data, omitted=["раз", "два", "Виноска", "Верх"])
    assert body(out) == "<w:tbl><w:tr><w:tc><w:p></w:p></w:tc></w:tr></w:tbl>"
    assert "<w:footnoteRef/>" in read_member(out, "word/footnotes.xml")
    assert "<w:p></w:p>" in read_member(out, "word/header1.xml")
    assert sources(out) == []


@pytest.mark.parametrize(
    "kept",
    [
        p(r("Слово"), properties="<w:sectPr/>"),
        p(r("", more=picture("")), r("Слово")),
        p('<w:bookmarkStart w:id="4" w:name="x"/>', r("Слово")),
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("Слово")),
    ],
)
def test_a_paragraph_that_holds_more_than_its_text_stays(kept):
    out = body(rebuilt(docx(kept), omitted=["Слово"]))
    assert "Слово" not in out
    assert "<w:p>" in out
    assert all(tag in out for tag in ("<w:sectPr/>", "<w:drawing>", "<w:bookmarkStart", "begin", "separate") if tag in kept)


def test_an_added_paragraph_has_the_properties_of_its_neighbour():
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    data = docx(p(r("Пункт", BOLD), properties=f"{numbered}<w:pageBreakBefore/><w:rPr><w:i/></w:rPr>") + p(r("Кінець")))
    out = body(rebuilt(data, added={"Пункт": ["One & two", " ", "Three"]}))
    assert out.count(f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>") == 2
    assert out.index("Пункт") < out.index("One &amp; two") < out.index("Three") < out.index("Кінець")


def test_what_is_added_after_a_heading_is_no_heading():
    assert body(rebuilt(docx(p(r("Назва", BOLD), style="1")), added={"Назва": ["Note"]})).endswith("<w:p><w:r><w:t>Note</w:t></w:r></w:p>")


def test_an_added_text_takes_the_place_of_an_omitted_one():
    assert sources(rebuilt(docx(p(r("Один")) + p(r("Два"))), omitted=["Один"], added={"Один": ["One", "More"]})) == ["One", "More", "Два"]


def test_neighbours_are_omitted_and_added_at_one_place():
    data = docx(p(r("Один")) + p(r("Два")) + p(r("Три")))
    assert sources(rebuilt(data, {"Три": "Three"}, omitted=["Два"], added={"Один": ["x"], "Два": ["y"], "Три": ["z"]})) == [
        *("Один", "x", "y", "Three", "z")
    ]


def test_text_after_an_alternative_text_stands_after_its_paragraph():
    data = docx(p(r("", more=picture("Опис"))) + p(r("Кінець")))
    assert sources(rebuilt(data, added={"Опис": ["x"]})) == ["Опис", "x", "Кінець"]


def test_nothing_can_be_added_after_a_property():
    with pytest.raises(Refused, match="no text can be added"):
        rebuilt(docx(p(r("Текст")), core=CORE), added={"Про що це": ["x"]})


def test_things_between_tags_are_copied_one_by_one():
    hollow = f'<w:fldSimple w:instr=" A "><w:ins w:id="1">{r("", more=picture(""))}<m:oMath/></w:ins></w:fldSimple>'
    out = rebuilt(docx(p(r("Тут "), hollow, r(" слово"))), {"Тут <1/> слово": "A <1/> word"})
    assert sources(out) == ["A <1/> word"]


def test_an_alternative_text_is_left_out_beside_a_text_that_is_no_unit():
    data = docx(p(f'<w:hyperlink w:anchor="a">{r("", more=picture("Опис"))}{r("1")}</w:hyperlink>'))
    assert 'descr=""' in body(rebuilt(data, omitted=["Опис"]))
