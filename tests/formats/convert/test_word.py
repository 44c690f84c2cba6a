import io
import zipfile

import pytest

from transloc.formats.convert import word
from transloc.formats.convert.tidy import phrases, tidy

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text, *properties):
    inner = "".join(f"<w:{name}/>" for name in properties)
    return f'<w:r><w:rPr>{inner}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, style=""):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>' if style else f"<w:p>{''.join(runs)}</w:p>"


def document(body, notes=""):
    """Return a DOCX file with these paragraphs, and a footnote 2 where ``notes`` has its paragraphs."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in {"Title": "Title", "H2": "heading 2", "Quote": "Quote"}.items()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="s" Type="{_R}/styles" Target="styles.xml"/><Relationship Id="n" Type="{_R}/footnotes" Target="footnotes.xml"/>'
        f'<Relationship Id="l" Type="{_R}/hyperlink" Target="https://x.example/?a=1&amp;b=2" TargetMode="External"/>'
        f'<Relationship Id="j" Type="{_R}/hyperlink" Target="javascript:x()" TargetMode="External"/></Relationships>',
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
        "word/document.xml": f'<w:document {_W} xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
        "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:id="2">{notes or paragraph()}</w:footnote></w:footnotes>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return out.getvalue()


def clean(body, notes=""):
    return tidy(word.read(document(body, notes))[0]).html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (paragraph(run("Head"), style="Title"), "<h2>Head</h2>"),
        (paragraph(run("Part"), style="H2"), "<h2>Part</h2>"),
        (paragraph(run("Said"), style="Quote"), "<blockquote>\n  <p>Said</p>\n</blockquote>"),
        (
            paragraph(run("a "), run("b", "b"), run(" c", "b", "i"), run(" d", 'u w:val="single"')),
            "<p>a <strong>b<em> c</em></strong><u> d</u></p>",
        ),
        (paragraph(run("5 &lt; 6 &amp; &lt;b&gt;")), "<p>5 &lt; 6 &amp; &lt;b&gt;</p>"),
        (
            paragraph(f'<w:hyperlink r:id="l">{run("here")}</w:hyperlink>', f'<w:hyperlink r:id="j">{run(" there")}</w:hyperlink>'),
            '<p><a href="https://x.example/?a=1&amp;b=2">here</a> there</p>',
        ),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{paragraph(run('1'))}</w:tc></w:tr></w:tbl>",
            "<table>\n  <tbody>\n    <tr>\n      <td>a</td>\n      <td>1</td>\n    </tr>\n  </tbody>\n</table>",
        ),
        (paragraph() + paragraph(run(" ")), ""),
    ],
)
def test_what_word_means(body, html):
    assert clean(body) == html


def test_a_paragraph_is_found_again_by_its_words():
    body = paragraph(run("See "), f'<w:hyperlink r:id="l">{run("here")}</w:hyperlink>', '<w:r><w:footnoteReference w:id="2"/></w:r>')
    found = phrases(clean(body + paragraph(run("Twice", "b")) + paragraph(run("Twice")), paragraph(run("The note."))))
    assert found["See here"] == ['See <a href="https://x.example/?a=1&amp;b=2">here</a><sup>[1]</sup>']
    assert found["Twice"] == ["<strong>Twice</strong>", "Twice"]
    assert found["The note."] == ["The note."]


def test_footnotes_stand_at_the_end_and_lead_back():
    body = paragraph(run("Words"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run("."))
    html = clean(body, paragraph(run("The note.")))
    assert html == (
        '<p>Words<sup><a href="#note-1" id="note-2">[1]</a></sup>.</p>\n<ol>\n'
        '  <li id="note-1">The note. <a href="#note-2">↑</a></li>\n</ol>'
    )
