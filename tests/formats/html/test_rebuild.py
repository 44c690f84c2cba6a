import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc import markup
from transloc.errors import Refused
from transloc.formats.html import Html
from transloc.model import Document

HTML = Html()


def read(page: str) -> Document:
    return HTML.parse(page.encode())


def rebuilt(page: str, *targets: str) -> str:
    document = read(page)
    given = {unit.id: target for unit, target in zip(document.units, targets, strict=False) if target}
    return HTML.rebuild(document, given).decode()


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("<p class=x>Так</p>", "Yes", "<p class=x>Yes</p>"),
        ("<p>Він <b id=1>сказав</b> так.</p>", "So <1>said</1> he.", "<p>So <b id=1>said</b> he.</p>"),
        ("<p>а</p>", "a < b & c", "<p>a &lt; b & c</p>"),
        ("<p>а</p>", "&copy AT&T", "<p>&amp;copy AT&amp;T</p>"),
        ("а<b>б</b><i", "а<1>б</1> >", "а<b>б</b> ><i"),
        ("<p>а<pre>б</pre>", "b", "<p>b<pre>б</pre>"),
        ("<p>а</p>", "<b>x</b>", "<p>&lt;b>x&lt;/b></p>"),
        ("<p>а&nbsp;б</p>", "a\u00a0b", "<p>a&nbsp;b</p>"),
        ("<p>а &laquo;б&raquo;</p>", "a «b»", "<p>a &laquo;b&raquo;</p>"),
        ("<p> а </p>", "  b  ", "<p> b </p>"),
        ("<p><b>а</b></p>", "b", "<p><b>b</b></p>"),
        ("<title>а</title>", "</title><b>", "<title>&lt;/title>&lt;b></title>"),
        ("<img alt='а'>", 'it\'s "b" & <c>', "<img alt='it&#39;s \"b\" & &lt;c>'>"),
        ("<img alt=а>", "b c", '<img alt="b c">'),
        ("<p>а\r\n<br>б</p>", "b<1/>c", "<p>b<br>c</p>"),
    ],
)
def test_a_changed_text_is_written_as_html_reads_it(page: str, target: str, expected: str):
    assert rebuilt(page, target) == expected


def test_linked_data_stays_json():
    page = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Так"}</script>'
    assert rebuilt(page, 'Yes, "so" </script>') == page.replace("Так", 'Yes, \\"so\\" <\\/script>')


def test_texts_inside_of_tags_move_with_them():
    page = "<p>Слово <img alt='Опис' title='Назва'> і <b title='Жир'>ще</b>.</p>"
    expected = "<p><b title='F'>more</b> and <img alt='A' title='T'> word.</p>"
    document = read(page)
    targets = {unit.source: unit.id for unit in document.units}
    new = HTML.rebuild(
        document,
        {document.units[0].id: "<2>more</2> and <1/> word.", targets["Опис"]: "A", targets["Назва"]: "T", targets["Жир"]: "F"},
    )
    assert new.decode() == expected


def test_a_child_changes_alone():
    page = "<p>Слово <img alt='Опис'> тут.</p>"
    document = read(page)
    assert HTML.rebuild(document, {document.units[1].id: "Text"}).decode() == "<p>Слово <img alt='Text'> тут.</p>"


def test_what_the_charset_lacks_becomes_a_reference():
    data = '<meta charset="windows-1251"><p title="а">а</p>'.encode("cp1251")
    document = HTML.parse(data)
    new = HTML.rebuild(document, {unit.id: "ł ї" for unit in document.units})
    assert new.decode("cp1251") == '<meta charset="windows-1251"><p title="&#322; ї">&#322; ї</p>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ul>\n  <li>а</li>\n  <li>б</li>\n</ul>", "<ul>\n  <li>б</li>\n</ul>"),
        ("<p>а</p><p>б</p>", "<p>б</p>"),
        ("<td>а</td>", "<td></td>"),
        ("<p><img alt='а'></p>", "<p><img alt=''></p>"),
        ("<p><img alt=а></p>", '<p><img alt=""></p>'),
        ("<p>а <img alt='б'></p><p>в</p>", "<p> <img alt='б'></p><p>в</p>"),
    ],
)
def test_an_omitted_unit_goes_with_its_element(page: str, expected: str):
    document = read(page)
    assert HTML.rebuild(document, {}, omitted={document.units[0].id}).decode() == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p class='x' id='y'>а</p>\n", "<p class='x' id='y'>а</p>\n<p class='x'>Note &lt;</p>\n"),
        ("<h2>а</h2>", "<h2>а</h2>\n<p>Note &lt;</p>"),
        ("<ul>\n <li>а</li>\n</ul>", "<ul>\n <li>а</li>\n <li>Note &lt;</li>\n</ul>"),
        ("<td>а</td>", "<td>а<br>Note &lt;</td>"),
    ],
)
def test_an_added_text_becomes_a_block_after_its_unit(page: str, expected: str):
    document = read(page)
    assert HTML.rebuild(document, {}, added={document.units[0].id: ["Note <"]}).decode() == expected


def test_an_added_text_takes_the_place_of_an_omitted_unit():
    document = read("<p>а</p><p>б</p>")
    first = document.units[0].id
    assert HTML.rebuild(document, {}, omitted={first}, added={first: ["Instead"]}).decode() == "<p>Instead</p><p>б</p>"


def test_nothing_can_be_added_after_a_title():
    document = read("<title>а</title>")
    with pytest.raises(Refused, match="no text can be added after it"):
        HTML.rebuild(document, {}, added={document.units[0].id: ["x"]})


def test_a_code_of_another_unit_is_refused_by_name():
    document = read("<p>а</p>")
    with pytest.raises(Refused, match=r"unit u\w+ \(line 1, “а”\): the code <1/>"):
        HTML.rebuild(document, {document.units[0].id: "<1/>b"})


def test_a_nested_link_is_refused():
    """HTML allows no link in a link: the browser would end the outer one."""
    page = "<p>а <a href=/1>б</a> в <a href=/2>г</a></p>"
    with pytest.raises(Refused, match="a link in a link"):
        rebuilt(page, "a <1>b <2>c</2></1>")


_PARTS = (
    *("<p>", "</p>", "<b>", "</b>", "<a href='x'>", "</a>", "<br>", "слово ", "два", " ", "&amp;", "&nbsp;", "<img alt='опис'>"),
    *("<div>", "</div>", "<!-- x -->", "<script>s</script>", "<code>c</code>", "63", "<", "&", "\r\n", "<td>", "<li>", "<title>"),
    *("</title>", "<h1>т</h1>", "<svg>", "</svg>", "<span>", "</span>", "<table>", "</table>", "<em>", "</em>", "&lt"),
)
FRAGMENTS = st.lists(st.sampled_from(_PARTS), max_size=24).map("".join)


@given(FRAGMENTS)
def test_identity_holds_for_every_markup(page: str):
    document = HTML.parse(page.encode())
    assert HTML.rebuild(document, {unit.id: unit.source for unit in document.units}) == page.encode()


@settings(deadline=None)
@given(FRAGMENTS)
def test_changed_texts_read_back_exactly_or_are_refused(page: str):
    document = HTML.parse(page.encode())
    targets = {unit.id: _louder(unit.source) for unit in document.units}
    try:
        again = HTML.parse(HTML.rebuild(document, targets))
    except Refused:
        return
    assert [unit.source for unit in again.units] == list(targets.values())


def _louder(source: str) -> str:
    return markup.serialise(markup.Text(t.value.upper()) if isinstance(t, markup.Text) else t for t in markup.parse(source))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30))
def test_no_words_become_markup(words: str):
    document = read("<p title='б'>а <b>в</b></p>")
    codes = markup.parse("<1>y</1>")
    target = markup.serialise([markup.Text("x" + words), *codes])
    try:
        new = HTML.rebuild(document, {document.units[-1].id: target, document.units[0].id: "x" + words})
    except Refused:
        assert "\0" in words or any("\ud800" <= c <= "\udfff" for c in words)
        return
    assert [_bare(unit.source) for unit in HTML.parse(new).units] == [_bare("x" + words), _bare(target)]


def _bare(text: str) -> list[str]:
    return re.split(r"[ \t\r\n\f]+", text.strip(" \t\r\n\f"))
