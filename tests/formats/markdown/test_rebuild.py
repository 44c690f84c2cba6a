from dataclasses import replace

import pytest

from transloc.errors import Refused
from transloc.formats.markdown import Markdown, chapters, passage, proof
from transloc.formats.markdown.reading import Reader

MARKDOWN = Markdown()


def rebuilt(text, change=None, *, omitted=(), added=None, encoding="utf-8"):
    document = MARKDOWN.parse(text.encode(encoding))
    ids = {unit.source: unit.id for unit in document.units}
    targets = {ids[key]: value for key, value in (change or {}).items()}
    data = MARKDOWN.rebuild(
        document, targets, omitted={ids[key] for key in omitted}, added={ids[key]: value for key, value in (added or {}).items()}
    )
    return data.decode(encoding)


def test_what_is_not_changed_keeps_its_bytes():
    text = "Title\r\n=====\r\n\r\n*  Перший\r\nлінивий   \r\n\r\n> Слово\\\r\n> &amp; два\r\n"
    assert rebuilt(text, {"Title": "Назва"}) == text.replace("Title", "Назва")


@pytest.mark.parametrize(
    ("text", "source", "target", "new"),
    [
        ("Слово\n", "Слово", "A * b_c and 2 * 3", "A * b_c and 2 * 3\n"),
        ("Слово\n", "Слово", "*star* _line_ `code`", "\\*star\\* \\_line\\_ \\`code\\`\n"),
        ("Слово\n", "Слово", "1. First", "1\\. First\n"),
        ("Слово\n", "Слово", "# no heading", "\\# no heading\n"),
        ("Слово\n", "Слово", "- no item", "\\- no item\n"),
        ("Слово\n", "Слово", "> no quote", "\\> no quote\n"),
        ("Слово\n", "Слово", "+3 degrees, 100 % | $5", "+3 degrees, 100 % | $5\n"),
        ("Слово\n", "Слово", "[ed.] said", "[ed.] said\n"),
        ("Слово\n", "Слово", "a [b](c)", "a [b\\](c)\n"),
        ("Слово\n", "Слово", "a <b> & c &amp; AT&T", "a \\<b> & c &amp;amp; AT&T\n"),
        ("Слово\n", "Слово", "{{< x >}}", None),
        ("Слово\n", "Слово", "x {{< y >}}", "x &#123;{< y >}}\n"),
        ("Слово\n", "Слово", "two\nlines", "two lines\n"),
        ("| Так |\n|---|\n| Ні |\n", "Ні", "a | b", "| Так |\n|---|\n| a \\| b |\n"),
        ("# Слово\n", "Слово", "C#  #", "# C#  \\#\n"),
        ("# Слово\n", "Слово", "Set {a}", "# Set {a\\}\n"),
        ("Слово\n===\n", "Слово", "# New", "\\# New\n===\n"),
        ("> Перший\n> рядок\n", "Перший рядок", "One line", "> One line\n"),
        ("Це&nbsp;так\n", "Це\u00a0так", "It is\u00a0so", "It is&nbsp;so\n"),
        ("Так &amp; ні\n", "Так & ні", "Yes & no", "Yes &amp; no\n"),
        ("[мітка] тут\n\n[мітка]: /a\n", "<1>мітка</1> тут", "here <1>label</1>", "here [label][мітка]\n\n[мітка]: /a\n"),
        ("[мітка][] тут\n\n[мітка]: /a\n", "<1>мітка</1> тут", "<1>label</1>", "[label][мітка]\n\n[мітка]: /a\n"),
        ("А **б**\n", "А <1>б</1>", "A<1>«b»</1>c", "A<strong>«b»</strong>c\n"),
        ("А _б_\n", "А <1>б</1>", "A<1>b</1>c", "A*b*c\n"),
        ("А **б**\n", "А <1>б</1>", "A<1>b</1>c", "A**b**c\n"),
        ("**б**\n", "б", "«b» ", "**«b»**\n"),
        ("Так! [тут](a)\n", "Так! <1>тут</1>", "Here!<1>x</1>", "Here\\![x](a)\n"),
        ("А  \nб\n", "А<1/>б", "A <1/> b", "A  \nb\n"),
        ("А  \nб\n", "А<1/>б", "A b <1/>", "A b<br>\n"),
        ("$x$ так\n", "<1/> так", "<1/>5", None),
        ("<p>А <b>б</b></p>\n", "А <1>б</1>", "a < b & <1>c</1> <i>", "<p>a < b & <b>c</b> &lt;i></p>\n"),
        ('<img alt="Опис">\n', "Опис", 'The "sign"', '<img alt="The &quot;sign&quot;">\n'),
        ("<img alt=Опис>\n", "Опис", "The sign", '<img alt="The sign">\n'),
    ],
)  # fmt: skip
def test_a_target_is_written_as_a_person_would(text, source, target, new):
    if new is None:  # nothing there reads as a unit, and nothing else changes
        assert len(MARKDOWN.parse(rebuilt(text, {source: target}).encode()).units) <= 1
    else:
        assert rebuilt(text, {source: target}) == new


def test_a_title_keeps_its_quotes():
    assert rebuilt('Див. [тут](a "Титул").\n', {"Титул": 'A "b"'}) == 'Див. [тут](a "A \\"b\\"").\n'


def test_what_lies_inside_of_markup_changes_with_its_unit_and_alone():
    text = 'Див. [тут](a "Титул") і ![опис](b.png "Знак") там.\n'
    source = "Див. <1>тут</1> і <2/> там."
    assert rebuilt(text, {"Титул": "Title", "опис": "the *sign*"}) == 'Див. [тут](a "Title") і ![the \\*sign\\*](b.png "Знак") там.\n'
    both = {source: "See <2/> <1>here</1>.", "Титул": "Title", "опис": "alt", "Знак": "Sign"}
    assert rebuilt(text, both) == 'See ![alt](b.png "Sign") [here](a "Title").\n'
    assert rebuilt(text, {source: "See <2/> <1>here</1>."}, omitted=["Титул"]) == 'See ![опис](b.png "Знак") [here](a).\n'


def test_words_may_take_their_codes_along():
    assert rebuilt("**Так** і *ні*\n", {"<1>Так</1> і <2>ні</2>": "<2>No</2> and <1>yes</1>"}) == "*No* and **yes**\n"


LISTS = "# Назва\n\nОдин\n\nДва\n\n- а1\n- б2\n- в3\n\n> Цитата\n>\n> Ще\n\n1. раз\n\n   далі\n2. два\n"


@pytest.mark.parametrize(
    ("omitted", "gone"),
    [
        (["Назва"], "# Назва\n\n"),
        (["Один"], "Один\n\n"),
        (["Один", "Два"], "Один\n\nДва\n\n"),
        (["а1"], "- а1\n"),
        (["б2", "в3"], "\n- б2\n- в3"),
        (["а1", "б2", "в3"], "- а1\n- б2\n- в3\n\n"),
        (["Ще"], "\n>\n> Ще"),
        (["Цитата"], "> Цитата\n>\n"),
        (["Цитата", "Ще"], "> Цитата\n>\n> Ще\n\n"),
        (["далі"], "\n\n   далі"),
        (["раз", "далі", "два"], "\n\n1. раз\n\n   далі\n2. два"),
    ],
)
def test_a_block_left_out_disappears(omitted, gone):
    assert rebuilt(LISTS, omitted=omitted) == LISTS.replace(gone, "", 1)


def test_a_definition_before_a_block_left_out_stays():
    assert rebuilt("Так [а].\n\n[а]: /x\n\nНі\n", omitted=["Ні"]) == "Так [а].\n\n[а]: /x\n"


def test_markup_before_a_block_left_out_stays():
    assert rebuilt("<div>\n<p>Так</p>\n</div>\n\nНі\n", omitted=["Ні"]) == "<div>\n<p>Так</p>\n</div>\n"
    assert rebuilt("<div>\n<p>Так</p>\n<p>Ні</p>\n</div>\n", omitted=["Ні"]) == "<div>\n<p>Так</p>\n</div>\n"


@pytest.mark.parametrize(
    ("after", "new"),
    [
        ("Назва", "# Назва\n\n1\\. Note\n"),
        ("Один", "Один\n\n1\\. Note\n\nДва"),
        ("а1", "- а1\n- 1\\. Note\n- б2"),
        ("в3", "- в3\n- 1\\. Note\n\n>"),
        ("Цитата", "> Цитата\n>\n> 1\\. Note\n>\n> Ще"),
        ("далі", "   далі\n\n   1\\. Note\n2. два"),
        ("два", "2. два\n2. 1\\. Note\n"),
    ],
)
def test_an_added_text_becomes_a_block_of_its_own(after, new):
    assert new in rebuilt(LISTS, added={after: ["1. Note"]})


def test_texts_added_elsewhere():
    assert rebuilt("---\ntitle: Назва\n---\nТекст\n", added={"Назва": ["Note"]}) == "---\ntitle: Назва\n---\n\nNote\n\nТекст\n"
    assert rebuilt("| Так |\n|---|\n| Ні |\n", added={"Так": ["Note"]}) == "| Так |\n|---|\n| Ні |\n\nNote\n"
    assert rebuilt("<div>\n<p>Так</p>\n</div>\n", added={"Так": ["N & <b>"]}) == "<div>\n<p>Так</p>\n<p>N & &lt;b></p>\n</div>\n"
    assert rebuilt("> Так\r\n", added={"Так": ["One", "Two"]}) == "> Так\r\n>\r\n> One\r\n>\r\n> Two\r\n"


def test_an_added_text_takes_the_place_of_the_unit_left_out():
    assert rebuilt("Один\n\nДва\n", omitted=["Один"], added={"Один": ["New"]}) == "New\n\nДва\n"


def test_no_text_can_be_added_where_none_can_stand():
    with pytest.raises(Refused, match="added"):
        rebuilt("<div>Так</div>\n", added={"Так": ["Note"]})


@pytest.mark.parametrize("target", ["<1>A</1> <2>b</2>", "A\0", "A\ud800"])
def test_what_cannot_be_written_is_refused_with_the_unit(target):
    with pytest.raises(Refused, match=r"unit u[0-9a-f]{8}.*line 3.*“Слово так”") as told:
        rebuilt("Один\n\nСлово **так**\n", {"Слово <1>так</1>": target})
    assert told.value.exit_status == 1


def test_a_windows_file_stays_one():
    text = "---\ntitle: Міністри у Варшаві\n---\n\nВони приїхали вчора, — каже Гайдук.\n"
    new = rebuilt(
        text, {"Міністри у Варшаві": "У Łodzi", "Вони приїхали вчора, — каже Гайдук.": "У місті Łódź — вчора."}, encoding="cp1251"
    )
    assert new == '---\ntitle: "У \\u0141odzi"\n---\n\nУ місті &#321;&#243;d&#378; — вчора.\n'
    assert [unit.source for unit in MARKDOWN.parse(new.encode("cp1251")).units] == ["У Łodzi", "У місті Łódź — вчора."]


def test_a_byte_order_mark_stays():
    data = "\ufeff# Назва\n".encode()
    document = MARKDOWN.parse(data)
    assert MARKDOWN.rebuild(document, {document.units[0].id: "Title"}) == "\ufeff# Title\n".encode()


def test_ids_that_an_update_kept_do_as_well():
    document = MARKDOWN.parse('Див. [тут](a "Титул").\n'.encode())
    unit, title = document.units
    held = replace(document, units=(replace(unit, id="uold"), replace(title, id="uold-2", parent="uold")))
    assert MARKDOWN.rebuild(held, {"uold": "See <1>here</1>.", "uold-2": "Title"}) == b'See [here](a "Title").\n'


def test_units_of_an_older_filter_still_find_their_place():
    document = MARKDOWN.parse("Один і два.\n\nТри.\n".encode())
    older = replace(document, units=document.units[:1])
    assert MARKDOWN.rebuild(older, {older.units[0].id: "1. One"}).decode() == "1\\. One\n\nТри.\n"


def test_a_text_within_the_text_for_a_picture_changes_with_what_holds_it():
    text = 'Див. ![опис [знака](z "Титул")](b.png) там.\n'
    assert rebuilt(text, {"Титул": "Title"}) == text.replace("Титул", "Title")
    assert rebuilt(text, {"Див. <1/> там.": "See <1/>.", "Титул": "Title"}) == 'See ![опис [знака](z "Title")](b.png).\n'


def test_a_note_is_added_to_its_footnote():
    text = "Слово[^довга].\n\n[^довга]: Примітка\n"
    assert rebuilt(text, added={"Примітка": ["More"]}) == text + "\n    More\n"


def test_an_item_is_added_beside_its_neighbours_on_the_same_line():
    text = "<ul><li>Раз</li><li>Два</li></ul>\n"
    assert rebuilt(text, added={"Два": ["Three"]}) == "<ul><li>Раз</li><li>Два</li><li>Three</li></ul>\n"


def test_all_that_reads_otherwise_is_written_anew_together(monkeypatch):
    read = []
    monkeypatch.setattr(Reader, "chapter", lambda self, text, base=0, own=Reader.chapter: read.append(len(text)) or own(self, text, base))
    document = MARKDOWN.parse("Слово **б**.\n\n".encode() * 500)
    read.clear()
    new = MARKDOWN.rebuild(document, {unit.id: "A<1>«b»</1>c." for unit in document.units}).decode()
    assert new == "A<strong>«b»</strong>c.\n\n" * 500
    assert sum(read) < 8 * len(new)


def test_a_unit_that_cannot_be_written_is_refused_without_trying_the_others_for_long(monkeypatch):
    read = []
    monkeypatch.setattr(Reader, "chapter", lambda self, text, base=0, own=Reader.chapter: read.append(len(text)) or own(self, text, base))
    document = MARKDOWN.parse(("Слово **б**.\n\n" * 200 + "| Так |\n|---|\n| `a` ні |\n").encode())
    targets = {unit.id: unit.source.replace("Слово", "Word") for unit in document.units}
    targets[document.units[-1].id] = "<1/><1/> no"
    read.clear()
    with pytest.raises(Refused, match=document.units[-1].id):
        MARKDOWN.rebuild(document, targets)
    assert len(read) < 40


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Слово **б** і ще так.\n\n" * 3000, 8),
        ("[а]: /x 'Т'\n\n" + "Слово [а] і ще так[^1].\n\n" * 2000 + "[^1]: Слово.\n", 8),
        ("| Так |\n|---|\n" + "| Слово **б** |\n" * 200, 20),  # cannot be cut
    ],
)
def test_a_unit_that_cannot_be_written_does_not_have_all_of_a_long_text_read_each_time(monkeypatch, text, most):
    monkeypatch.setattr(passage, "_MOST_READ", 20_000)
    read = []
    monkeypatch.setattr(Reader, "chapter", lambda self, text, base=0, own=Reader.chapter: read.append(len(text)) or own(self, text, base))
    document = MARKDOWN.parse(text.encode())
    targets = {unit.id: unit.source.swapcase() for unit in document.units}
    bad = next(unit for unit in document.units[100:] if unit.codes)
    targets[bad.id] = "є</1> ой <1>є" if bad.codes[0].close else "є<1/><1/>`<1/>"
    read.clear()
    with pytest.raises(Refused):
        MARKDOWN.rebuild(document, targets)
    assert sum(read) < most * len(text)


def test_only_chapters_that_change_are_written_anew(monkeypatch):
    monkeypatch.setattr(chapters, "_SIZE", 1000)
    text = "Абзац *так* і ще.\n\n" * 1000
    document = MARKDOWN.parse(text.encode())
    read = []
    monkeypatch.setattr(proof, "mask", lambda text, own=proof.mask: read.append(len(text)) or own(text))
    new = MARKDOWN.rebuild(document, {document.units[500].id: "Paragraph <1>so</1>."})
    assert new.decode() == "Абзац *так* і ще.\n\n" * 500 + "Paragraph *so*.\n\n" + "Абзац *так* і ще.\n\n" * 499
    assert 0 < sum(read) < 3000
