import html as entities

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from turbohtml import parse_fragment

from transloc.formats.convert.prose import markdown_body, text_body
from transloc.formats.markdown.render import render

#: What Markdown, HTML or a site generator might obey.
PIECES = st.sampled_from(
    [
        *("<script>x()</script>", "<img src=x onerror=y>", "<b>", "</p>", "<!--", "-->", "&lt;", "&#60;", "&amp;", "<", ">", "&"),
        *(
            "*",
            "**",
            "_",
            "__",
            "`",
            "``",
            "```",
            "~~",
            "[x]",
            "(y)",
            "[a](b)",
            "![a](b)",
            "[^1]",
            "[^1]: x",
            "[x]: y",
            "#",
            "# ",
            "> ",
            "- ",
        ),
        *("+ ", "1. ", "1) ", "|", "\\", "---", "===", "***", ": ", "{#id}", "{{< x >}}", "{{ x }}", "{% x %}", "{: .x }", "http://x.y"),
        *("www.x.com", "a@b.c", "$", "слово", "«", "»", "’", "word", "щ", " ", "  ", "\n", "\u00a0", ":::", "^", "[ ] ", "!", "'", '"'),
    ]
)
WORDS = st.lists(PIECES, min_size=1, max_size=7).map("".join)

FRAMES = [
    "<p>%s</p>",
    "<h2>%s</h2>",
    "<ul><li>%s</li><li>b</li></ul>",
    "<ol><li>a<ul><li>%s</li></ul></li></ol>",
    "<blockquote><p>%s</p></blockquote>",
    "<p>a <strong>%s</strong> b</p>",
    "<p>щ<em>%s</em>щ <strong>щ</strong></p>",
    '<p><a href="https://x.example/">%s</a></p>',
    '<figure><img src="a.png" alt="alt"><figcaption>%s</figcaption></figure>',
    "<table><thead><tr><th>h</th></tr></thead><tbody><tr><td>%s</td></tr></tbody></table>",
    "<dl><dt>a</dt><dd>%s</dd></dl>",
    '<p>a<sup><a href="#note-1">1</a></sup></p><ol><li id="note-1">%s</li></ol>',
]


def words(markup):
    return "".join(parse_fragment(markup).text.split())


@pytest.mark.parametrize("frame", FRAMES)
@settings(max_examples=150)
@given(WORDS)
def test_markdown_reads_back_as_the_same_words_and_no_markup(frame, text):
    html = frame % entities.escape(text)
    written = markdown_body(html)
    back = render(written)
    assert words(back.html) == words(html)
    assert back.shortcodes == ()
    tree = parse_fragment(back.html)
    assert not tree.select("script, b, input, [onerror], [id='id'], img:not([src='a.png'])")


@given(WORDS)
def test_plain_text_has_the_words_as_they_are(text):
    assert "".join(text_body(f"<p>{entities.escape(text)}</p>").split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p><strong>щ</strong> <em>ю</em></p>", "**щ** *ю*"),
        ("<p>сло<strong>во</strong>м</p>", "сло**во**м"),
        ("<p>сло<strong>«во»</strong>м</p>", "сло<strong>«во»</strong>м"),
        ("<p>a <em>«b»</em>, c</p>", "a *«b»*, c"),
        ("<p>a<strong> b </strong>c</p>", "a **b** c"),
        ("<p><strong>a</strong><em>b</em></p>", "<strong>a</strong><em>b</em>"),
        ("<p><strong><em>a</em></strong></p>", "***a***"),
        ("<p>10 km<sup>2</sup>, H<sub>2</sub>O</p>", "10 km<sup>2</sup>, H<sub>2</sub>O"),
        ("<h2>a {#b}</h2>", "## a {\\#b}"),
        ("<p>{{&lt; x &gt;}} {% y %}</p>", "{\\{< x >}} {\\% y %}"),
        ("<p><code>{{ x }}</code> {{ y }}</p>", "`{{ x }}` {\\{ y }}"),
        ('<p><img src="a.png" alt="b"> c</p>', "![b](a.png) c"),
        ("<p>a<br>b</p>", "a  \nb"),
        ("<p>::: x</p>", "\\::: x"),
    ],
)
def test_how_it_is_written(html, written):
    assert markdown_body(html) == written + "\n"


def test_notes_of_several_paragraphs():
    html = '<p>a<sup><a href="#note-1">1</a></sup> b<sup><a href="#note-2">2</a></sup></p><ol>'
    html += '<li id="note-1"><p>One.</p><p>More.</p></li><li id="note-2">Two. <a href="#note-3">↑</a></li></ol>'
    assert markdown_body(html) == "a[^1] b[^2]\n\n[^1]: One.\n\n    More.\n\n[^2]: Two.\n"
    assert text_body(html) == "a[1] b[2]\n\n[1] One.\n\nMore.\n\n[2] Two."


def test_plain_text_of_lists_quotes_and_tables():
    html = (
        "<ul><li><p>one</p><p>more</p></li><li>two<ol><li>three</li></ol></li></ul><blockquote><p>q</p></blockquote>"
        "<table><tr><th>a</th><th>bb</th></tr><tr><td>ccc</td><td>d</td></tr></table>"
    )
    assert text_body(html) == "- one\n  more\n- two\n  1. three\n\n    q\n\na    bb\nccc  d"
