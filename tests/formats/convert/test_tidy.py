import pytest

from transloc.formats.convert.tidy import inline, tidy
from transloc.model import Embed


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("loose <b>words</b>", "<p>loose <strong>words</strong></p>"),
        ("<div>one<p>two</p>three</div>", "<p>one</p>\n<p>two</p>\n<p>three</p>"),
        ("<h1>Head</h1>", "<h2>Head</h2>"),
        ("<center><font color=red>x</font></center>", "<p>x</p>"),
        ("<p> a\n  b </p><p>&nbsp;</p><p></p>", "<p>a b</p>"),
        ("<blockquote>said</blockquote>", "<blockquote>\n  <p>said</p>\n</blockquote>"),
        ("<p><b>one<p>two</b>", "<p><strong>one</strong></p>\n<p><strong>two</strong></p>"),
        ("<b><p>one</p><p>two</p></b>", "<p>one</p>\n<p>two</p>"),
        ("<p lang=de style=x class=y data-z=1 id=w>Wort</p>", '<p lang="de">Wort</p>'),
        ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
        ('<a href="javascript:x()">go</a>', "<p>go</p>"),
        ('<a href=" java\tscript:x()">go</a>', "<p>go</p>"),
        ('<a href="data:text/html,x">go</a>', "<p>go</p>"),
        ('<a name="top">top</a>', "<p>top</p>"),
        ('<a href="#nowhere">go</a>', "<p>go</p>"),
        ("<p onclick=x()>a<script>b</script><style>c</style></p>", "<p>a</p>"),
        ("<ul><li><p>one</p></li><li></li></ul>", "<ul>\n  <li>one</li>\n</ul>"),
    ],
)
def test_what_becomes_of_it(html, clean):
    assert tidy(html).html == clean


def test_a_picture_with_its_caption():
    html = '<p><img src="a.jpg"></p><p>Photo: <i>a</i> / EPA</p><p>Words.</p>'
    done = tidy(html, captions=["Photo: a / EPA"])
    assert done.html == (
        '<figure>\n  <img src="a.jpg" alt="">\n  <figcaption>Photo: <em>a</em> / EPA</figcaption>\n</figure>\n<p>Words.</p>'
    )
    assert (done.picture.address, done.picture.caption) == ("a.jpg", "Photo: a / EPA")


def test_a_paragraph_after_a_picture_is_no_caption_by_itself():
    assert tidy('<p><img src="a.jpg"></p><p>Words.</p>').html.endswith("</figure>\n<p>Words.</p>")


def test_a_caption_of_divisions_in_a_figure():
    assert tidy('<figure><div><img src="a.jpg"></div><div>Photo</div></figure>').html == (
        '<figure>\n  <img src="a.jpg" alt="">\n  <figcaption>Photo</figcaption>\n</figure>'
    )


def test_notes_are_numbered_and_what_leads_back_leads_back():
    html = '<p id="ref">a<sup><a href="#fn-x">1</a></sup></p><ol><li id="fn-x">Note <a href="#ref">↑</a></li></ol>'
    assert tidy(html).html == (
        '<p id="note-2">a<sup><a href="#note-1">1</a></sup></p>\n<ol>\n  <li id="note-1">Note <a href="#note-2">↑</a></li>\n</ol>'
    )


def test_an_id_that_a_script_would_stumble_over_is_gone():
    assert tidy('<p id="location">a</p><a href="#forms">x</a><p id="forms">b</p>').html == (
        '<p>a</p>\n<p><a href="#note-1">x</a></p>\n<p id="note-1">b</p>'
    )


def test_a_repeated_headline_goes_once():
    assert tidy("<h1>Head</h1><p>Head</p><p>b</p>", said=["Head"]).html == "<p>Head</p>\n<p>b</p>"


def test_what_is_left_out_is_told():
    html = (
        '<iframe src="https://v.example/1"></iframe><video><source src="https://v.example/2.mp4"></video>'
        '<img src="data:image/png;base64,AAAA"><img alt="x">'
    )
    done = tidy(html)
    assert done.html == ""
    assert done.left_out == (
        Embed("embed", "https://v.example/1"),
        Embed("video", "https://v.example/2.mp4"),
        Embed("picture", "data:image/png;base64"),
        Embed("picture", ""),
    )


def test_addresses_are_made_whole():
    html = '<p><a href="../x?y">a</a> <img src="/i.png" alt=""></p>'
    assert tidy(html, address="https://news.example/2026/a").html == (
        '<p><a href="https://news.example/x?y">a</a> <img src="https://news.example/i.png" alt=""></p>'
    )
    assert tidy(html, address="javascript:x").html == '<p><a href="../x?y">a</a> <img src="/i.png" alt=""></p>'


def test_phrases_hold_no_block():
    assert inline('<p>a <b id="x">b</b> <a href="#n">c</a></p><table><td>d') == "a <strong>b</strong> cd"


def test_clean_html_stays_as_it_is():
    html = "<p>a <strong>b</strong><br>c</p>\n<ul>\n  <li>d\n    <ul>\n      <li>e</li>\n    </ul>\n  </li>\n</ul>\n<hr>"
    once = tidy(html).html
    assert tidy(once).html == once


def test_a_long_article_takes_time_in_proportion():
    html = "<p><b>x</b> y</p>" * 20_000 + "<blockquote>" * 500
    assert tidy(html).html.count("<p>") == 20_000


def test_a_block_of_nothing_but_fields_in_a_row_goes():
    said = ["Iryna Doroshenko", "3 November 2026"]
    html = "<p>Iryna Doroshenko · 3 November 2026</p><p>Words.</p>"
    assert tidy(html, said=said).html == "<p>Words.</p>"
    kept = "<p>Iryna Doroshenko came on 3 November 2026</p>"
    assert tidy(kept, said=said).html == kept


def test_a_line_break_parts_words():
    assert tidy("<p>Olena<br>Kovalenko</p><p>More</p>", said=["Olena Kovalenko"]).html == "<p>More</p>"
