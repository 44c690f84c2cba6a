import pytest

from transloc import formats
from transloc.formats.convert import inline
from transloc.formats.convert.tidy import inline as clean
from transloc.formats.markdown.render import destinations
from transloc.model import Code, Kind, Unit


def markdown(text):
    unit = formats.named("markdown").parse(text.encode()).units[0]
    return clean(inline.html(unit, inline.of_markdown(destinations(text))))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a **b** _c_ ~~d~~", "a <strong>b</strong> <em>c</em> <del>d</del>"),
        ("**whole**", "<strong>whole</strong>"),
        ("a [b](https://x.example/?a=1&b=2 'Title') c", 'a <a href="https://x.example/?a=1&amp;b=2">b</a> c'),
        (
            "a [b][R] [r] c\n\n[r]: <https://x.example/a b>\n",
            'a <a href="https://x.example/a b">b</a> <a href="https://x.example/a b">r</a> c',
        ),
        ("a [b](javascript:x) c", "a b c"),
        ("a `b < c` d", "a <code>b &lt; c</code> d"),
        ("a ![alt](x.png) b", 'a <img alt="alt" src="x.png"> b'),
        ("a <https://x.example> b", 'a <a href="https://x.example">https://x.example</a> b'),
        ("a\\\nb  \nc", "a<br>b<br>c"),
        ("a {{< x >}} b{: .lead } c", "a b c"),
        ("a <span onclick='x()'>b</span> <u>c</u><script>x()</script>", "a b <u>c</u>"),
        ("price $5-$6, formula $x < y$", "price $5-$6, formula $x &lt; y$"),
        ("a 5 &lt; 6 &amp; \\*7\\*", "a 5 &lt; 6 &amp; *7*"),
        ("a[^1] b\n\n[^1]: n", "a<sup>[1]</sup> b"),
    ],
)
def test_markdown(text, html):
    assert markdown(text) == html.replace('alt="alt" src="x.png"', 'src="x.png" alt="alt"')


def unit(source, *codes, syntax=""):
    return Unit(id="u", kind=Kind.PARAGRAPH, source=source, span=(0, 0), codes=codes, syntax=syntax)


def test_tags_of_a_page():
    one = unit(
        "<1>a</1> < b<2/>",
        Code(1, '<a href="/x" onclick="y()">', "</a>", "link"),
        Code(2, "<img src='/i.png' onerror=x()>", None, "image"),
        syntax='{"as":"html","wrap":[["<b class=x>","</b>"]]}',
    )
    assert clean(inline.html(one, inline.of_html)) == '<strong><a href="/x">a</a> &lt; b<img src="/i.png"></strong>'


def test_labels_of_a_format_whose_markup_is_its_own():
    one = unit(
        "<1>a</1> <2>b</2><3/><4>c</4><5/>",
        Code(1, "<w:r/>", "</w:r>", "bold, italic"),
        Code(2, "<w:hyperlink r:id='1'>", "</w:hyperlink>", "link to nv.ua"),
        Code(3, "<w:br/>", None, "line break"),
        Code(4, "<w:r/>", "</w:r>", "superscript"),
        Code(5, "<w:footnoteReference/>", None, "footnote 3"),
    )
    assert clean(inline.html(one, inline.of_label)) == "<strong><em>a</em></strong> b<br><sup>c</sup><sup>[3]</sup>"


def test_a_code_that_only_opens_here():
    one = unit("<1>a", Code(1, "<b>", "</b>", "bold"))
    assert clean(inline.html(one, inline.of_html)) == "<strong>a</strong>"


def test_a_number_that_the_unit_does_not_have_is_dropped():
    assert inline.html(unit("<7>a</7>"), inline.of_html) == "a"
