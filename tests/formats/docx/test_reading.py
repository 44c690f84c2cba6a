import pytest

from fakes.word import CORE, docx, field, members, p, packed, part, picture, r, relationships, text_box
from transloc.formats.docx import Docx
from transloc.formats.format import Options
from transloc.model import Embed, Kind, Stated

BOLD, ITALIC = "<w:b/>", "<w:i/>"


def units(body, **parts):
    return Docx().parse(docx(body, **parts)).units


def one(body, **parts):
    (unit,) = units(body, **parts)
    return unit


def sources(body, **parts):
    return [unit.source for unit in units(body, **parts)]


def labels(unit):
    return [code.label for code in unit.codes]


# --- runs


def test_runs_of_equal_formatting_are_one_stretch():
    noise = '<w:noProof/><w:lang w:val="uk-UA"/>'
    body = p(r("Мі"), '<w:proofErr w:type="spellStart"/>', r("ністри ", noise), '<w:r w:rsidR="00A1"><w:t>приїхали</w:t></w:r>')
    assert one(body).source == "Міністри приїхали"
    assert one(body).codes == ()


def test_other_formatting_becomes_a_pair_with_a_label():
    unit = one(p(r("Вони "), r("зустрілися", BOLD), r(" учора, "), r("тихо", BOLD + ITALIC), r(" і без преси")))
    assert unit.source == "Вони <1>зустрілися</1> учора, <2>тихо</2> і без преси"
    assert labels(unit) == ["bold", "bold, italic"]


def test_the_commonest_formatting_is_plain_text():
    unit = one(p(r("Довге речення напівжирним ", BOLD), r("і ні")))
    assert unit.source == "Довге речення напівжирним <1>і ні</1>"
    assert labels(unit) == ["not bold"]


@pytest.mark.parametrize(
    "noise",
    [
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>',
        '<w:spacing w:val="-1"/>',
        '<w:color w:val="auto"/>',
        '<w:shd w:val="clear" w:fill="FFFFFF"/>',
        '<w:szCs w:val="28"/>',
        '<w:rPrChange w:id="1" w:author="A"><w:rPr><w:b/></w:rPr></w:rPrChange>',
    ],
)
def test_what_pasting_leaves_behind_is_no_formatting(noise):
    assert one(p(r("Одне "), r("речення", noise))).source == "Одне речення"


def test_fonts_of_code_and_signs_are_formatting():
    assert labels(one(p(r("Команда довга "), r("make", '<w:rFonts w:ascii="Courier New"/>')))) == ["font"]


def test_white_space_takes_the_formatting_of_the_text_before_it():
    assert one(p(r("Слово", BOLD), r(" "), r("друге довге слово"))).source == "<1>Слово </1>друге довге слово"
    assert one(p(r("Оце", BOLD), r(" "), r("усе", BOLD), r(" та ще трохи тексту"))).source == "<1>Оце усе</1> та ще трохи тексту"


def test_a_style_of_characters_has_its_name():
    assert labels(one(p(r("Звичайний текст "), r("сильний", '<w:rStyle w:val="b"/>')))) == ["bold"]


def test_things_in_a_run_are_codes_or_characters():
    things = "<w:br/><w:t>інший</w:t><w:tab/><w:t>далі</w:t><w:noBreakHyphen/><w:t>тут</w:t><w:softHyphen/><w:t>о</w:t>"
    unit = one(p(r("Рядок", more=things)))
    assert unit.source == "Рядок<1/>інший<2/>далі\u2011туто"
    assert labels(unit) == ["line break", "tab"]


def test_what_stands_at_the_edges_stays_outside():
    unit = one(p(r("", more="<w:tab/>"), r("  Слово "), r("", more='<w:br w:type="page"/>')))
    assert (unit.source, unit.codes) == ("Слово", ())


def test_characters_are_unescaped_once():
    assert one(p(r("a &amp;lt; &#x2014; &lt;1&gt; &quot;б&quot;<![CDATA[ <&amp;]]>".replace("<![", "</w:t><w:t><![")))).source == (
        'a &lt; — \\<1> "б" <&amp;'
    )


def test_hidden_text_is_nobodys_business():
    assert sources(p(r("Видно "), r("таємне", "<w:vanish/>", more="<w:noBreakHyphen/>"))) == ["Видно"]


def test_a_formula_is_one_thing():
    unit = one(p(r("Формула "), "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", r(" тут")))
    assert unit.source == "Формула <1/> тут"
    assert labels(unit) == ["formula"]


# --- around runs


def test_a_link_tells_where_it_leads():
    body = p(r("Пише "), '<w:hyperlink r:id="rL" w:history="1">' + r("видання", '<w:rStyle w:val="b"/>') + "</w:hyperlink>", r(" сьогодні"))
    made = members(body)
    made["word/_rels/document.xml.rels"] = relationships(("rL", "hyperlink", "https://nv.ua/x?a=1&amp;b=2"))
    (unit,) = Docx().parse(packed(made)).units
    assert unit.source == "Пише <1>видання</1> сьогодні"
    assert labels(unit) == ["link to nv.ua"]


def test_a_link_into_the_document_and_its_tip():
    body = p(r("Див. "), f'<w:hyperlink w:anchor="x" w:tooltip="Підказка">{r("розділ")}</w:hyperlink>', r(" далі"))
    text, tip = units(body)
    assert labels(text) == ["link within the document"]
    assert (tip.source, tip.kind, tip.parent) == ("Підказка", Kind.ATTRIBUTE, text.id)


def test_tracked_changes_read_as_accepted():
    inserted = f'<w:ins w:id="1" w:author="A">{r("нове ")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="A"><w:r><w:delText>старе</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3" w:author="A">{r("пересунуте")}</w:moveFrom>'
    assert one(p(r("Ось "), inserted, deleted, moved, r("слово"))).source == "Ось нове слово"


def test_what_was_deleted_has_no_units():
    assert sources(p(f'<w:del w:id="2" w:author="A">{r("", more=picture("Опис"))}</w:del>', r("Текст"))) == ["Текст"]


def test_content_controls_around_the_whole_stay_outside():
    control = f"<w:sdt><w:sdtPr><w:alias w:val='Ім’я'/></w:sdtPr><w:sdtContent>{r('Леся')}</w:sdtContent></w:sdt>"
    assert one(p(control)).source == "Леся"
    assert labels(one(p(control, r(" пише тут")))) == ["content control"]
    assert one(f"<w:sdt><w:sdtContent>{p(r('Блок'))}</w:sdtContent></w:sdt>").source == "Блок"


def test_fields_are_pairs_around_words_and_things_around_figures():
    link = field(' HYPERLINK "https://nv.ua/a" ', r("посилання"))
    unit = one(p(r("Слово "), link, r(" на сторінці "), field(" PAGE ", r("3")), r(" далі")))
    assert unit.source == "Слово <1>посилання</1> на сторінці <2/> далі"
    assert labels(unit) == ["link to nv.ua", "field PAGE"]


def test_simple_fields_likewise():
    simple = f'<w:fldSimple w:instr=" SEQ Рис ">{r("1")}</w:fldSimple>'
    assert one(p(r("Рис. "), simple, r(". Назва"))).source == "Рис. <1/>. Назва"
    assert one(p(r("Автор: "), f'<w:fldSimple w:instr=" AUTHOR ">{r("Леся")}</w:fldSimple>')).source == "Автор: <1>Леся</1>"


def test_fields_within_fields():
    inner = field(" PAGE ", r("2"))
    unit = one(p(r("Тут "), field(" IF ", r("так "), inner, r(" ні")), r(" кінець")))
    assert unit.source == "Тут <1>так <2/> ні</1> кінець"


def test_a_field_over_paragraphs_leaves_no_code():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = p(begin, separate, r("Перший розділ")) + p(r("Другий розділ"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    first, second = units(body)
    assert (first.source, second.source) == ("Перший розділ", "Другий розділ")
    assert first.codes == second.codes == ()
    assert first.block is second.block is None, "a field whose end disappears would swallow the document"


def test_bookmarks_are_invisible_unless_a_field_repeats_them():
    mark = '<w:bookmarkStart w:id="0" w:name="{}"/>{}<w:bookmarkEnd w:id="0"/>'
    assert one(p(r("Див. "), mark.format("_GoBack", r("рис. 1")), r(" далі"))).source == "Див. рис. 1 далі"
    body = p(r("Див. "), mark.format("_Ref1", r("рис. 1")), r(" далі")) + p(r("Як "), field(" REF _Ref1 \\h ", r("рис. 1")))
    assert units(body)[0].source == "Див. <1>рис. 1</1> далі"


def test_comments_leave_no_code():
    start, end = (f'<w:commentRange{side} w:id="1"/>' for side in ("Start", "End"))
    body = p(r("Це "), start, r("спірне"), end, r("", more='<w:commentReference w:id="1"/>'))
    unit = one(body, comments=f'<w:comment w:id="1">{p(r("Перевірити"))}</w:comment>')
    assert (unit.source, unit.codes) == ("Це спірне", ())


# --- notes, boxes, pictures


def test_notes_are_numbered_as_readers_see_them():
    seven, nine = (r("", more=f'<w:footnoteReference w:id="{key}"/>') for key in (7, 9))
    mark = r("", more="<w:footnoteRef/>")
    notes = f'<w:footnote w:id="7">{p(mark, r(" Виноска а"))}</w:footnote><w:footnote w:id="9">{p(mark, r(" Виноска б"))}</w:footnote>'
    text, first, second = units(p(r("Одне"), seven, r(" і друге"), nine), footnotes=notes)
    assert text.source == "Одне<1/> і друге<2/>"
    assert labels(text) == ["footnote 1", "footnote 2"]
    assert (first.source, first.kind, first.note) == ("Виноска а", Kind.NOTE, "footnote 1")
    assert second.note == "footnote 2"


def test_a_text_box_is_one_unit_though_word_writes_it_twice():
    text, boxed = units(p(r("Перед "), r("", more=text_box(p(r("У рамці")))), r(" після")))
    assert text.source == "Перед <1/> після"
    assert labels(text) == ["text box"]
    assert (boxed.source, boxed.parent, boxed.note) == ("У рамці", text.id, "text box")


def test_a_fallback_with_other_words_is_a_unit_of_its_own():
    box = text_box(p(r("Однакове"))).replace("Однакове", "Нове", 1)
    assert sources(p(r("", more=box), r("Текст"))) == ["Нове", "Однакове", "Текст"]


def test_alternative_texts_are_units_unless_they_are_names_of_files():
    said, named = r("", more=picture("Пані &quot;А&quot;&#10;у дворі")), r("", more=picture("IMG_1.jpg"))
    text, alternative = units(p(r("Ось "), said, r(" фото"), named))
    assert alternative.source == 'Пані "А"\nу дворі'
    assert (alternative.kind, alternative.parent) == (Kind.ATTRIBUTE, text.id)


def test_embeds_are_listed():
    blip = '<a:blip r:embed="rI"/>'
    made = members(p(r("", more=picture("Опис", blip)), r("Текст")) + p(r("", more=picture("", blip))))
    made["word/_rels/document.xml.rels"] = relationships(("rI", "image", "media/i.png"))
    made["word/media/i.png"] = b"PNG"
    assert Docx().parse(packed(made)).embeds == (Embed("picture", "word/media/i.png"),)


# --- kinds and metadata


def kinds(body, **parts):
    return [(unit.source, unit.kind) for unit in units(body, **parts)]


def test_styles_tell_the_kind():
    body = (
        p(r("Назва"), style="a3")
        + p(r("Вступ до теми"), style="lead")
        + p(r("Розділ"), style="1")
        + p(r("Підрозділ"), style="big")
        + p(r("Контур"), style="out")
        + p(r("Опис знімка"), style="cap")
        + p(r("Сказав він"), style="quo")
        + p(r("Звичайне речення."), style="loop")
        + p(r("пункт"), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    )
    assert [kind for _, kind in kinds(body)] == [
        *(Kind.HEADLINE, Kind.LEDE, Kind.SUBHEAD, Kind.SUBHEAD, Kind.SUBHEAD),
        *(Kind.CAPTION, Kind.QUOTE, Kind.PARAGRAPH, Kind.ITEM),
    ]


def test_a_first_heading_is_the_headline_unless_much_text_stands_before_it():
    assert kinds(p(r("Рубрика")) + p(r("Заголовок"), style="1"))[1] == ("Заголовок", Kind.HEADLINE)
    before = "".join(p(r(f"Абзац {word}.")) for word in ("один", "два", "три"))
    assert kinds(before + p(r("Список"), style="1"))[3] == ("Список", Kind.SUBHEAD)


def test_bold_lines_are_headings_where_nobody_used_styles():
    found = kinds(p(r("Міністри зустрілися", BOLD)) + p(r("Було темно.")) + p(r("Що далі", BOLD)) + p(r("Це важливо.", BOLD)))
    assert [kind for _, kind in found] == [Kind.HEADLINE, Kind.PARAGRAPH, Kind.SUBHEAD, Kind.PARAGRAPH]


def test_cells_of_nested_tables():
    inner = f"<w:tbl><w:tr><w:tc>{p(r('глибоко'))}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{p(r('зовні'))}{inner}{p()}</w:tc></w:tr></w:tbl>"
    assert kinds(body) == [("зовні", Kind.CELL), ("глибоко", Kind.CELL)]


def test_what_follows_a_picture_is_its_caption():
    assert kinds(p(r("", more=picture("")), "") + p(r("Міністри у Варшаві")))[0][1] is Kind.CAPTION


def test_words_tell_the_kind_too():
    assert kinds(p(r("Джерела: НВ"))) == [("Джерела: НВ", Kind.SOURCES)]


def test_parts_follow_in_their_order():
    endnotes = f"<w:endnote>{p(r('Кінець'))}</w:endnote>"
    found = Docx().parse(docx(p(r("Текст")), footer1=p(r("Низ")), header1=p(r("Верх")), endnotes=endnotes))
    assert [unit.source for unit in found.units] == ["Текст", "Кінець", "Верх", "Низ"]
    assert [unit.note for unit in found.units][2:] == ["header", "footer"]
    assert sorted(unit.span for unit in found.units) == [unit.span for unit in found.units]


def test_properties_are_metadata_and_units():
    document = Docx().parse(docx(p(r("Текст.")), core=CORE))
    assert document.metadata["title"] == Stated("Назва & ще", "document properties", 0.5)
    assert {name: stated.value for name, stated in document.metadata.items()} == {
        "title": "Назва & ще",
        "description": "Про що це",
        "author": "Леся",
        "tags": "мир, зима",
    }
    told = [(unit.source, unit.kind) for unit in document.units[1:]]
    assert told == [("Назва & ще", Kind.SOCIAL), ("Про що це", Kind.SOCIAL), ("Леся", Kind.BYLINE), ("мир; зима", Kind.TAG)]


def test_the_day_on_which_a_file_was_created_is_no_date_of_an_article():
    template = "<dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"
    assert Docx().parse(docx(p(r("Текст.")), core=template)).metadata == {}


def test_a_date_in_the_text_is_that_of_the_article():
    document = Docx().parse(docx(p(r("24 листопада 2026 року")) + p(r("Текст.")), core=CORE))
    assert (document.metadata["date"].value, document.metadata["date"].origin) == ("24 листопада 2026 року", "text")


def test_a_title_that_repeats_the_headline_is_no_unit_and_the_headline_counts_more():
    document = Docx().parse(docx(p(r("Назва &amp; ще"), style="a3"), core=CORE))
    assert [unit.source for unit in document.units] == ["Назва & ще", "Про що це", "Леся", "мир; зима"]
    assert document.metadata["title"] == Stated("Назва & ще", "headline")


def test_properties_can_be_left_alone():
    options = Options(front_matter=("caption",))
    assert [unit.source for unit in Docx().parse(docx(p(r("Текст")), core=CORE), options=options).units] == ["Текст"]


def test_what_programs_write_of_their_own_accord_is_no_unit():
    core = "<dc:title>Word Document</dc:title><dc:description>generated by python-docx</dc:description>"
    document = Docx().parse(docx(p(r("Текст")), core=core))
    assert len(document.units) == 1
    assert not document.metadata


def test_a_drop_cap_says_so():
    assert "drop cap" in units(p(r("В"), properties='<w:framePr w:dropCap="drop"/>') + p(r("она прийшла")))[0].note


def test_other_prefixes_are_read_as_well():
    made = members("")
    made["word/document.xml"] = (
        '<n:document xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main"><n:body><n:p><n:pPr><n:pStyle n:val="a3"/></n:pPr>'
        "<n:r><n:rPr><n:b/></n:rPr><n:t>Назва</n:t></n:r><n:r><n:t> довгої статті</n:t></n:r></n:p></n:body></n:document>"
    )
    (unit,) = Docx().parse(packed(made)).units
    assert (unit.source, unit.kind, labels(unit)) == ("<1>Назва</1> довгої статті", Kind.HEADLINE, ["bold"])


def test_a_document_without_styles_or_text():
    made = members(p(r("12 345")))
    del made["word/styles.xml"]
    made["word/_rels/document.xml.rels"] = relationships()
    document = Docx().parse(packed(made))
    assert document.units == ()
    assert document.encoding == "utf-8"


def test_repeated_paragraphs_have_ids_of_their_own():
    first, second = units(p(r("Так")) + p(r("Так")))
    assert second.id == f"{first.id}-2"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "windows-1251"])
def test_parts_in_other_charsets(encoding):
    made = members("")
    made["word/document.xml"] = part("document", f"<w:body>{p(r('Вітання'))}</w:body>").replace("UTF-8", encoding.upper()).encode(encoding)
    assert Docx().parse(packed(made)).units[0].source == "Вітання"
