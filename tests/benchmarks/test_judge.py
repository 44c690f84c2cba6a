"""What judges the tools would notice: words missed, words for nobody, structure lost."""

from collections import Counter

import pytest
from benchmarks.corpus import docx

from benchmarks import judge

PAGE = """<!DOCTYPE html><html><head><title>Назва сторінки</title>
<meta name="description" content="Опис сторінки"><meta name="viewport" content="device width">
<script>var скрипт = "таємне";</script><style>.стиль { color: red }</style>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Заголовок новини", "url": "адреса",
"author": {"@type": "Person", "name": "Ірина Дорошенко"}, "publisher": {"name": "видавець"}}</script></head>
<body class="клас"><h1>Перше слово</h1><p>Друге <b>жирне</b>слово&nbsp;тут <a href="/посилання" title="підказка">лінк</a></p>
<img src="картинка.jpg" alt="прапори на площі"><noscript>без скриптів</noscript>
<pre>код програми</pre><p translate="no">Назва газети</p><select><option>вибір</option></select><!-- коментар --></body></html>"""


def test_of_a_page_prose_is_wanted_and_what_is_no_prose_allowed():
    shown = judge.shown("html", PAGE.encode())
    assert set(shown.wanted) == {"перше", "слово", "друге", "жирне", "тут", "лінк"}
    allowed = set(shown.allowed) - set(shown.wanted)
    assert {"назва", "опис", "прапори", "підказка", "код", "програми", "газети", "вибір", "заголовок", "ірина", "скриптів"} <= allowed
    assert not {"таємне", "стиль", "клас", "посилання", "картинка", "коментар", "адреса", "видавець", "device", "newsarticle"} & allowed


def test_words_are_counted_and_not_only_known():
    shown = judge.shown("html", ("<p>" + "одне слово " * 20).encode())
    assert judge.recall(shown, ["одне слово"]) == pytest.approx(1 / 20)
    assert judge.recall(shown, ["одне слово " * 20]) == 1
    assert judge.leaked(shown, ["одне слово " * 21]) == (2, 42)


def test_a_script_and_an_attribute_in_the_texts_leak():
    shown = judge.shown("html", PAGE.encode())
    assert judge.leaked(shown, ["Друге слово", "підказка", "Заголовок новини"]) == (0, 5)
    assert judge.leaked(shown, ['Друге слово <a href="/посилання">лінк</a>', "var скрипт"]) == (4, 7)  # href, its address, var, скрипт


def test_an_address_is_no_prose():
    shown = judge.shown("html", "<p>слово https://example.org/шлях <a href='info:адреса'>info:адреса</a> <a href='/x'>лінк</a>".encode())
    assert set(shown.wanted) == {"слово", "лінк"}
    assert {"шлях", "адреса"} <= set(shown.allowed)


def test_a_document_of_few_words_has_no_recall():
    assert judge.recall(judge.shown("html", b"<p>one two"), []) is None


def test_a_page_is_read_in_its_own_charset():
    page = '<meta charset="windows-1251"><p>слово'
    assert judge.shown("html", page.encode("cp1251")).wanted == Counter({"слово": 1})
    assert judge.shown("html", ('<meta charset="gb2312"><p>新闻').encode("gb18030")).wanted == Counter({"新": 1, "闻": 1})


ARTICLE = """---
title: Назва статті
date: 2026-11-17
layout: шаблон
tags: [наука, світ]
---

# Заголовок

Абзац *з наголосом* і [лінком](https://example.org/адреса "підказка") та `кодом`[^1].

{{< figure src="шлях.jpg" caption="Підпис світлини" >}}

| клітинка | друга |
|---|---|

<div class="клас"><p>розмітка</p></div>

[^1]: Примітка внизу.

[ніхто]: https://example.org "Титул"
"""


def test_of_an_article_prose_is_wanted_and_fields_for_readers_allowed():
    shown = judge.shown("md", ARTICLE.encode())
    assert set(shown.wanted) >= {"заголовок", "абзац", "наголосом", "лінком", "клітинка", "розмітка", "примітка", "внизу"}
    assert not {"назва", "шаблон", "кодом", "адреса", "клас", "підпис"} & set(shown.wanted)
    assert {"назва", "статті", "наука", "світ", "підказка", "кодом", "підпис", "світлини", "титул"} <= set(shown.allowed)
    assert not {"шаблон", "адреса", "клас", "шлях", "https"} & set(shown.allowed)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("<p>один <b>два</b>", "<p>інше <b>слово</b></p>", True),
        ("<p>один <b>два</b>", "<p>один два", False),
        ("<p>a<p>b", "<p>a<br>b", False),
        ("<div><p>a</div>", "<div></div><p>a", False),
        ("<p><b>a</b></p>", "<p></p><b>a</b>", False),
        ('<p title="a">b', '<p title="c">b', True),
    ],
)
def test_the_structure_of_a_page_is_its_elements(before, after, same):
    assert (judge.structure("html", before.encode()) == judge.structure("html", after.encode())) is same


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("# один\n\nдва *три*\n", "# інше\n\nслово _тут_\n", True),
        ("один\nдва\n", "один два\n", True),
        ("один  \nдва\n", "один два\n", False),
        ("# один\n", "## один\n", False),
        ("- а\n- б\n", "- а б\n", False),
        ("[а](б)\n", "а\n", False),
        ("---\ntitle: а\n---\nб\n", "***\n\ntitle: а\n\nб\n", False),
        ("| а |\n|---|\n| б |\n", "а\n\nб\n", False),
        ("а[^1]\n\n[^1]: б\n", "а\n\nб\n", False),
        ("`а` б\n", "а б\n", False),
    ],
)
def test_the_structure_of_an_article_is_its_events(before, after, same):
    assert (judge.structure("md", before.encode()) == judge.structure("md", after.encode())) is same


def _file(body: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return docx.packed(f"<w:document {space}><w:body>{body}</w:body></w:document>".encode())


def _run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


MARK = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
GONE = "<w:del><w:r><w:rPr><w:b/></w:rPr><w:delText>зайве</w:delText></w:r></w:del>"


def test_of_a_file_the_text_of_its_parts_is_wanted():
    gone = "<w:del><w:r><w:delText>зайве</w:delText></w:r></w:del>"
    note = '<w:r><w:drawing><w:docPr descr="опис світлини"/></w:drawing></w:r>'
    shown = judge.shown("docx", _file(f"<w:p>{_run('одне сло')}{_run('во')}</w:p><w:p>{_run('друге')}{gone}{note}</w:p>"))
    assert {"одне", "слово", "друге"} <= set(shown.wanted)
    assert not {"зайве", "опис", "одне слово друге"} & set(shown.wanted)
    assert {"опис", "світлини"} <= set(shown.allowed)


@pytest.mark.parametrize(
    ("after", "same"),
    [
        (f"<w:p>{_run('інше слово')}</w:p>", True),
        (f"<w:p>{_run('інше', '<w:rPr><w:b/></w:rPr>')}<w:proofErr/>{_run('слово')}</w:p>", True),
        (f"<w:p>{_run('слово')}</w:p><w:p/>", False),
        (f"<w:p><w:hyperlink>{_run('слово')}</w:hyperlink></w:p>", False),
        (f"<w:p>{_run('слово')}<w:r><w:br/></w:r></w:p>", False),
        (f"<w:p>{MARK}{_run('слово')}</w:p>", False),
        ("<w:p><w:r>", False),
    ],
)
def test_the_structure_of_a_file_is_its_elements_without_runs(after, same):
    assert (judge.structure("docx", _file(after)) == judge.structure("docx", _file(f"<w:p>{_run('слово')}</w:p>"))) is same


@pytest.mark.parametrize(
    ("after", "same"),
    [
        (f"<w:p>{MARK}{_run('інше')}{GONE}</w:p><w:p>{_run('друге')}</w:p>", True),
        (f"<w:p>{_run('інше')}</w:p><w:p>{_run('друге')}{MARK}{GONE}</w:p>", False),
        (f"<w:p>{_run('інше')}{GONE}</w:p><w:p>{_run('друге')}</w:p>", False),
        (f"<w:p>{MARK}{_run('інше')}</w:p><w:p>{_run('друге')}</w:p>", True),
        (f"<w:p>{MARK}<w:ins>{_run('інше')}</w:ins>{GONE}</w:p><w:p>{_run('друге')}</w:p>", True),
    ],
)
def test_marks_between_words_are_kept_somewhere_in_their_paragraph(after, same):
    before = f"<w:p>{_run('ін')}{GONE}{_run('ше')}{MARK}</w:p><w:p>{_run('друге')}</w:p>"
    assert (judge.structure("docx", _file(after)) == judge.structure("docx", _file(before))) is same


def test_a_part_that_is_gone_is_structure_lost():
    whole = docx.packed({"a.xml": "<a/>", "b.xml": "<b/>"})
    assert judge.structure("docx", whole) != judge.structure("docx", docx.packed({"a.xml": "<a/>"}))
