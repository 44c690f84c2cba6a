"""Whatever the words of an article are, no kind of export obeys them."""

import json
import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from turbohtml import parse

from transloc import formats
from transloc.errors import TranslocError
from transloc.formats.convert import KINDS, Localised, convert
from transloc.formats.convert.tidy import inline, tidy

HOSTILE = st.lists(
    st.sampled_from(
        [
            *(
                "<script>x()</script>",
                "</script>",
                "</title>",
                "<img src=x onerror=y()>",
                "<svg onload=x()>",
                "<iframe src=//x>",
                "]]>",
                "<!--",
            ),
            *('" onclick="x()', "' autofocus onfocus='x()", "javascript:x()", "</article>", "<style>*{}</style>", "&lt;script&gt;", "\\"),
            *(
                "<a href='javascript:x()'>y</a>",
                "[a](javascript:x())",
                "<math><mi//xlink:href='data:x'>",
                "<noscript><p title='</noscript><b>'>",
            ),
            *("---", "...", ": ", "- ", "#", "%", "@", "`", "|", "{", "}", "слово", "word", " ", "\u2028", "\x85"),
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)
_ARTICLE = (
    "---\ntitle: Заголовок\ndescription: Лід\nauthor: Автор\ntags: [тег]\n---\n\nАбзац з [посиланням](https://x.example).\n\n- пункт\n"
)


def faults(page):
    """Return what of an HTML page would run, or lead to what runs."""
    tree = parse(page)
    found = [e.tag for e in tree.select("script, style, iframe, svg, math, object, embed, form, noscript, template")]
    for element in tree.select("*"):
        for name, value in element.attrs.items():
            if name.startswith("on") or (
                name in ("href", "src") and re.match(r"\s*(?:javascript|data|vbscript)", str(value), re.IGNORECASE)
            ):
                found.append(name)
    return found


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(title=HOSTILE, lede=HOSTILE, words=HOSTILE, item=HOSTILE)
def test_no_word_of_a_translation_becomes_markup(title, lede, words, item):
    document = formats.named("markdown").parse(_ARTICLE.encode())
    by_source = {
        "Заголовок": title,
        "Лід": lede,
        "Автор": title,
        "тег": item,
        "Абзац з <1>посиланням</1>.": f"{words} <1>x</1>",
        "пункт": item,
    }
    targets = {unit.id: by_source[unit.source] for unit in document.units}
    try:
        data = formats.named("markdown").rebuild(document, targets)
    except TranslocError:
        return  # its own format has no way to write it
    localised = Localised(
        slug="a", source_locale="uk", locale="en", document=document, data=data, targets=targets, credit=words, byline=title
    )
    files = convert(localised, KINDS).files
    assert faults(files["html"].decode()) == ["script"]  # the linked data of our own
    linked = parse(files["html"].decode()).select_one("script").text
    assert json.loads(linked)["author"]["name"] in title  # a city after the name is left out
    fields = json.loads(files["json"])
    assert faults(fields["body_html"]) == []
    assert [fault for block in fields["blocks"] for fault in faults(block["html"])] == []
    head = YAML(typ="safe", pure=True).load(files["markdown"].decode().split("\n---\n")[0].removeprefix("---\n"))
    assert head["author"] == title


@settings(max_examples=200)
@example("a\u2028<script>x()</script> ")
@given(HOSTILE)
def test_no_markup_of_a_source_survives_that_could_run(html):
    clean = tidy(html).html
    assert faults(clean) == []
    assert faults(inline(html)) == []
    assert tidy(clean).html == clean


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_any_text_comes_through(text):
    data = text.encode("utf-8", "ignore")
    try:
        document = formats.named("text").parse(data)
    except TranslocError:
        return
    files = convert(Localised(slug="a", source_locale="uk", locale="en", document=document, data=data), KINDS).files
    assert faults(files["html"].decode()) == ["script"]
    json.loads(files["json"])
