import pytest

from transloc.errors import InputError
from transloc.formats.html import Html
from transloc.formats.units import MAX_UNITS
from transloc.model import Document, Kind

HTML = Html()


def read(markup: str) -> Document:
    return HTML.parse(markup.encode())


def sources(markup: str) -> list[str]:
    return [unit.source for unit in read(markup).article]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Перший.</p><p>Другий.</p>", ["Перший.", "Другий."]),
        ("<p>Не закрито<p>і це теж", ["Не закрито", "і це теж"]),
        ("<ul><li>раз<li>два</ul>", ["раз", "два"]),
        ("<div>Слова <p>у блоці</p> і після</div>", ["Слова", "у блоці", "і після"]),
        ("<p>Він <b>сказав</b> так.</p>", ["Він <1>сказав</1> так."]),
        ("<p><b>Усе жирне.</b></p>", ["Усе жирне."]),
        ("<p><a href='/x'><span>Посилання</span></a></p>", ["Посилання"]),
        ("<p>Див. <code>make</code></p>", ["Див. <1/>"]),
        ("<p>Не закрито<pre>код</pre>і далі", ["Не закрито", "і далі"]),
        ("<p>Обірвано <b", ["Обірвано"]),
        ("<p>а&#1;б</p>", ["а\ufffdб"]),
        (f"<p>а&#{'9' * 5000};б<img alt='в&#{'9' * 5000}'></p>", ["а\ufffdб", "в\ufffd"]),
        ("<p>Рядок<br>другий</p>", ["Рядок<1/>другий"]),
        ("<p><br>Рядок<br></p>", ["Рядок"]),
        (
            "<div>Перший <b>абзац.<br> <br/>Другий</b><br>рядок.<br><br><br>Третій.</div>",
            ["Перший <1/>абзац.", "Другий<1/><2/>рядок.", "Третій."],
        ),
        ("<p>  Багато \n пробілів  </p>", ["Багато пробілів"]),
        ("<p>а&#32; б</p>", ["а б"]),
        ("<p>а&#32; </p>", ["а"]),
        ("<p>а&#32; <b></b></p>", ["а"]),
        ("<p>Пробіл&nbsp;тут</p>", ["Пробіл\u00a0тут"]),
        ("<p>&lt;1> і &amp; знак</p>", ["\\<1> і & знак"]),
        ("<p>63</p><p>1 204 перегляди</p>", ["1 204 перегляди"]),
        ("<p translate=no>Не чіпати</p><p class=notranslate>І це</p><p>А це так</p>", ["А це так"]),
        ("<script>var слова = 1</script><style>p{}</style><p>Текст</p><!-- примітка -->", ["Текст"]),
        ("<svg><title>Піктограма</title></svg><p>Текст</p>", ["Текст"]),
        ("<p>Текст<script>x</script> далі</p>", ["Текст<1/> далі"]),
        ("<p><span><script>x</script></span>Текст</p>", ["Текст"]),
        ("<p><code>не закрито</p><p>Текст</p>", ["Текст"]),
        ("<a href=/1><h3>Заголовок</h3></a>", ["Заголовок"]),
        ("<a href=/1>Слова <div>блок</div></a>", ["Слова", "блок"]),
        ("<td>Клітинка</td>", ["Клітинка"]),
        ("просто слова", ["просто слова"]),
        ("", []),
    ],
)
def test_units(markup: str, expected: list[str]):
    assert sources(markup) == expected


def test_attributes_that_a_reader_meets_are_units():
    markup = "<p>Слово <img src=x alt='Опис &amp; ще' title=Назва> і <a href=/ aria-label='Далі'>далі</a></p><input placeholder='Пошук'>"
    units = read(markup).units
    assert [(unit.source, unit.kind) for unit in units[1:]] == [
        ("Опис & ще", Kind.ATTRIBUTE),
        ("Назва", Kind.ATTRIBUTE),
        ("Далі", Kind.ATTRIBUTE),
        ("Пошук", Kind.ATTRIBUTE),
    ]
    assert {unit.parent for unit in units[1:4]} == {units[0].id}
    assert units[4].parent == ""


def test_a_picture_at_the_edge_keeps_its_words():
    assert sources("<p><img alt='Мапа'> Текст</p>") == ["Мапа", "Текст"]


def test_labels_tell_a_reviewer_what_a_code_is():
    (unit,) = read("<p>Пише <a href='https://nv.ua/a?b'>НВ</a>, <b>жирно</b>,<br><em>курсив</em>, <a href='/local'>тут</a>.</p>").units
    assert [code.label for code in unit.codes] == ["link to nv.ua", "bold", "line break", "italic", "link to /local"]


def test_metas_and_linked_data_are_units():
    markup = """<head><meta name=description content='Опис'><meta property="og:title" content="Назва">
    <meta name=keywords content="рада, уряд">
    <meta property="og:image" content="https://example.org/x.jpg"><meta name=viewport content="width=device-width">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Заголовок \\"у лапках\\"","image":{"@type":"ImageObject",
    "caption":"Підпис"},"author":[{"@type":"Person","name":"Олена"}],"url":"https://example.org","@id":"Не текст",
    "publisher":{"@type":"Organization","name":"Газета"},"articleSection":"Світ"}</script></head>"""
    told = [(unit.source, unit.kind) for unit in read(markup).units]
    assert told == [
        ("Опис", Kind.SOCIAL),
        ("Назва", Kind.SOCIAL),
        ("рада, уряд", Kind.TAG),
        ('Заголовок "у лапках"', Kind.SOCIAL),
        ("Підпис", Kind.CAPTION),
        ("Олена", Kind.BYLINE),
        ("Світ", Kind.CATEGORY),
    ]


def test_broken_linked_data_is_left_alone():
    assert sources('<script type="application/ld+json">{"headline": "Ні"</script><p>Так</p>') == ["Так"]


def test_embeds_are_told_with_their_line():
    found = read("<p>Текст</p>\n<iframe src='https://example.org/v'></iframe>\n<p><img src=a.png></p>").embeds
    assert [(e.kind, e.address, e.line) for e in found] == [("embed", "https://example.org/v", 2), ("picture", "a.png", 3)]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ('<meta charset="windows-1251"><p>Їжак і ґава</p>'.encode("cp1251"), "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-u"><p>Їжак</p>'.encode("koi8-u"), "koi8-u"),
        ("<p>Їжак</p>".encode("utf-16"), "utf-16-le+mark"),
        ('<meta charset="utf-8"><p>Їжак</p>'.encode("utf-8-sig"), "utf-8-sig"),
        ('<?xml version="1.0" encoding="windows-1251"?><p>Їжак</p>'.encode("cp1251"), "cp1251"),
        ("<meta charset=iso-8859-1><p>Gr\u00fc\u00dfe \u201ezitiert\u201c</p>".encode("cp1252"), "cp1252"),
    ],
)
def test_declared_charsets(data: bytes, encoding: str):
    document = HTML.parse(data)
    assert document.encoding == encoding
    assert HTML.rebuild(document, {document.units[0].id: document.units[0].source}) == data


def test_ids_do_not_depend_on_what_is_article():
    from transloc.formats import Options

    from .pages import PAGE

    article, whole = HTML.parse(PAGE.encode()), HTML.parse(PAGE.encode(), options=Options(whole_page=True))
    assert [unit.id for unit in article.units] == [unit.id for unit in whole.units]
    assert not any(unit.aside for unit in whole.units)


def test_a_large_page_may_have_as_many_units_as_its_bytes_allow():
    cell = "<td>" + "ї" * 99 + "</td>"  # 202 bytes, 103 characters
    assert len(read(cell * (MAX_UNITS + 1)).units) == MAX_UNITS + 1


def test_too_many_units_are_refused_with_the_line():
    with pytest.raises(InputError, match="more than can be held") as told:
        HTML.parse(b"<td>a\n" * (MAX_UNITS + 1), "page.html")
    assert told.value.line == MAX_UNITS + 1
