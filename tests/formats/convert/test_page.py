import re

import pytest

from transloc.formats.convert.align import Said
from transloc.formats.convert.page import article
from transloc.formats.convert.tidy import tidy
from transloc.model import Kind, Unit

PAGE = """\
<!doctype html><html><head><title>Bridge — City News</title><script>track()</script></head><body>
<nav><a href="/">[aside Home]</a></nav>
<form action="/x"><main>
<h1>[Bridge reopens]</h1>
<div class="meta"><span>[Iryna Doroshenko]</span> <span class="views">12 345</span></div>
<div class="share"><b>[aside Share:]</b> <a href="https://social.example/share"><img src="/fb.svg"></a></div>
<figure><img data-src="/photo/1.jpg" src="data:image/gif;base64,R0" onload="x()"><figcaption>[Photo: the bridge / EPA]</figcaption></figure>
<div class="icons"><a href="https://chat.example/"><img src="/chat.svg"></a></div>
<div>[A paragraph in a <b>division</b>,<br>of two lines.]</div>
<div class="related">[aside Read also: <a href="/other">another story</a>]</div>
<p>[It cost <a href="/costs?a=1&amp;b=2" onclick="t()">38 million</a>.]</p>
<ul><li>[one item]</li><li>38%</li></ul>
<h3>2014</h3>
<table><tr><th>[Year]</th><th>2025</th></tr><tr><td>[In all]</td><td>12</td></tr></table>
<p><img src="/photo/2.jpg" alt=""></p>
<a href="/photo/3-large.JPG?x"><img src="/photo/3.jpg"></a>
<p>1 024</p>
<div class="ad"><img src="/ad.gif"><p>[aside Buy this]</p></div>
<p>[The last paragraph.]</p>
<iframe src="https://video.example/1"></iframe>
</main></form>
<section><h3>[aside Comments]</h3><img src="/me.jpg"></section><footer>© 2026</footer></body></html>
"""

BODY = """\
<h2>Bridge reopens</h2>
<p>Iryna Doroshenko</p>
<figure>
  <img src="https://news.example/photo/1.jpg" alt="">
  <figcaption>Photo: the bridge / EPA</figcaption>
</figure>
<p>A paragraph in a <strong>division</strong>,<br>of two lines.</p>
<p>It cost <a href="https://news.example/costs?a=1&amp;b=2">38 million</a>.</p>
<ul>
  <li>one item</li>
  <li>38%</li>
</ul>
<h3>2014</h3>
<table>
  <tbody>
    <tr>
      <th>Year</th>
      <th>2025</th>
    </tr>
    <tr>
      <td>In all</td>
      <td>12</td>
    </tr>
  </tbody>
</table>
<figure><img src="https://news.example/photo/2.jpg" alt=""></figure>
<figure><a href="https://news.example/photo/3-large.JPG?x"><img src="https://news.example/photo/3.jpg" alt=""></a></figure>
<p>The last paragraph.</p>"""

_UNIT = re.compile(r"\[(aside )?(.*?)\]", re.DOTALL)


def read(marked):
    """Return a page without its brackets, and the units that stood in them; ``[aside …]`` is furniture."""
    text, said, at = "", [], 0
    for number, found in enumerate(_UNIT.finditer(marked)):
        text += marked[at : found.start()]
        span = (len(text), len(text) + len(found[2]))
        text += found[2]
        at = found.end()
        unit = Unit(id=f"u{number}", kind=Kind.PARAGRAPH, source=found[2], span=span, syntax='{"as":"html"}')
        said.append(Said(unit, unit, found[1] or ""))
    return text + marked[at:], said


def body(marked, **told):
    text, said = read(marked)
    return tidy(article(text, said), **told)


def test_of_a_page_the_article_is_left_and_nothing_else():
    done = body(PAGE, address="https://news.example/2026/bridge")
    assert done.html == BODY
    assert done.picture.address == "https://news.example/photo/1.jpg"


def test_what_fields_say_is_not_said_again():
    done = body(PAGE, said=["Bridge reopens", "Iryna Doroshenko"], address="https://news.example/")
    assert done.html == BODY.partition("<p>Iryna Doroshenko</p>\n")[2]


def test_a_video_among_the_paragraphs_is_told_one_beside_them_is_not():
    inside = "<main><p>[One.]</p><div><iframe src='https://video.example/1'></iframe></div><p>[Two.]</p></main>"
    assert [left.address for left in body(inside).left_out] == ["https://video.example/1"]
    beside = "<main><p>[One.]</p></main><aside><iframe src='https://video.example/1'></iframe></aside>"
    assert body(beside).left_out == ()


def test_furniture_between_the_lines_of_a_paragraph_is_cut_out_of_it():
    assert body("<div>[First line.]<br>12 345<br><span>[aside Share]</span>[Second line.]</div>").html == (
        "<p>First line.<br><br>Second line.</p>"
    )


def test_tags_that_a_page_never_closes():
    assert body("<div><p>[One <b>bold]<p>[Two]<ul><li>[three]<li>[four]</ul>").html.startswith("<p>One <strong>bold</strong></p>\n<p>")


@pytest.mark.parametrize("text", ["", "<html></html>", "no tag at all", "<p>words that are no unit</p>"])
def test_a_page_without_an_article(text):
    assert body(text).html == ""


def test_characters_that_mark_units_may_stand_in_a_page():
    marks = "".join(map(chr, range(0xF0000, 0xF0003)))
    assert body(f"<p>[One {marks}.]</p><p>{marks}</p>").html == f"<p>One {marks}.</p>"


def test_thousands_of_nested_elements_take_no_time():
    deep = "<div>" * 3000
    assert body(f"{deep}<p>[Deep.]</p>").html == "<p>Deep.</p>"
