import pytest

from transloc.formats.markdown import Markdown
from transloc.model import Embed

MARKDOWN = Markdown()


@pytest.mark.parametrize(
    ("text", "embed"),
    [
        ('<iframe src="https://example.com/map"></iframe>\n', Embed("embed", "https://example.com/map", 1)),
        ('<iframe src="https://www.youtube.com/embed/x"></iframe>\n', Embed("video", "https://www.youtube.com/embed/x", 1)),
        ('Слово\n\n<video controls>\n<source src="b.mp4">\n</video>\n', Embed("video", "b.mp4", 3)),
        ("Слово <audio src=a.mp3></audio> ще\n", Embed("embed", "a.mp3", 1)),
        ("> <div>\n> <img src='a.png'>\n> </div>\n", Embed("picture", "a.png", 2)),
        ("---\ntitle: а\n---\n\nСлово\n\n![опис](a.png)\n", Embed("picture", "a.png", 7)),
        ("[![опис](a.png)](b)\n", Embed("picture", "a.png", 1)),
        ("![опис][а]\n\n[а]: c.png\n", Embed("picture", "c.png", 1)),
        ("{{< youtube w7Ft2ymGmfc >}}\n", Embed("video", "w7Ft2ymGmfc", 1)),
        ('{{< tweet user="SanDiegoZoo" id="145" >}}\n', Embed("embed", "SanDiegoZoo", 1)),
        ('{{< figure src="a.jpg" title="Слово" >}}\n', Embed("picture", "a.jpg", 1)),
        ('{% include video id="XsxDH4HcOWA" provider="youtube" %}\n', Embed("video", "XsxDH4HcOWA", 1)),
        ('{% include youtube.html id="x" %}\n', Embed("video", "x", 1)),
        ("![](data:image/png;base64,AAAA)\n", Embed("picture", "data:image/png;base64", 1)),
    ],
)
def test_what_is_embedded_is_listed_with_its_line(text, embed):
    assert MARKDOWN.parse(text.encode()).embeds == (embed,)


@pytest.mark.parametrize(
    "text",
    ["Слово\n", "```\n![а](b.png)\n<iframe src=x></iframe>\n```\n", "`![а](b.png)`\n", "{{< ref x >}}\n", "[лінк](https://youtu.be/x)\n"],
)
def test_other_things_are_not(text):
    assert MARKDOWN.parse(text.encode()).embeds == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_counted_by_any_line_end(newline):
    text = newline.join(["Слово", "", "![](a.png)", "", "<img src=b.png>", "", "так ![](c.png)", ""])
    assert [(embed.address, embed.line) for embed in MARKDOWN.parse(text.encode()).embeds] == [("a.png", 3), ("b.png", 5), ("c.png", 7)]
