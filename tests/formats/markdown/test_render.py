import pytest

from transloc.formats.markdown.render import destinations, render, render_pair
from transloc.model import Embed


def test_neither_front_matter_nor_shortcodes_are_rendered():
    done = render("---\ntitle: x\n---\n\nOne {{< a >}} two.\n\n{% b %}\n\n{: .c }\n")
    assert done.html == "<p>One  two.</p>\n<p></p>\n<p></p>\n"
    assert done.shortcodes == (Embed("shortcode", "{{< a >}}", 5), Embed("shortcode", "{% b %}", 7))


def test_a_shortcode_as_an_address():
    assert render('[a]({{< ref "b" >}})').html == '<p><a href="">a</a></p>\n'


def test_prices_are_no_formulas():
    assert render("from $5 to $6").html == "<p>from $5 to $6</p>\n"


@pytest.mark.parametrize(
    ("opening", "closing", "html"),
    [
        ("**", "**", ("<strong>", "</strong>")),
        ("_", "_", ("<em>", "</em>")),
        ("[", '](https://x.example "t")', ('<a href="https://x.example" title="t">', "</a>")),
        ("![a](b.png)", "", ('<img src="b.png" alt="a" />', "")),
        ("<u>", "</u>", ("<u>", "</u>")),
        ("", "", ("", "")),
    ],
)
def test_a_pair(opening, closing, html):
    assert render_pair(opening, closing) == html


def test_destinations_are_found_whatever_the_case():
    assert destinations("[a][B]\n\n[b]: <x y> 't'\n[Ї]: z\n") == {"b": "x y", "ї": "z"}
    assert destinations("no link") == {}
