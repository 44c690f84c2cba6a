"""DOCX files as Word leaves them: sentences cut into runs, styles, tables, links, footnotes, headers, insertions, text boxes."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from benchmarks.corpus.words import Words

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLE = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
_TYPES = {"document": "document.main", "styles": "styles", "footnotes": "footnotes", "header1": "header", "footer1": "footer"}


def document(number: int, paragraphs: int) -> bytes:
    """Return a file of so many paragraphs."""
    words = Words(number)
    return packed(parts(words, paragraphs), stored=words.chance(0.2))


def plain(number: int, paragraphs: int) -> bytes:
    """Return the main part alone."""
    return parts(Words(number), paragraphs)["word/document.xml"].encode()


def packed(members: Mapping[str, str | bytes] | bytes, *, stored: bool = False) -> bytes:
    """Return ``members`` (or a main part and what must stand beside it) as a DOCX file."""
    if isinstance(members, bytes):
        members = {**parts(Words(0), 1), "word/document.xml": members}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 17, 9, 30, 0)), content, archive.compression)
    return held.getvalue()


def parts(words: Words, paragraphs: int) -> dict[str, str]:
    """Return the names and the XML of a file's parts."""
    blocks = [_heading(words, 0), *(words.one_of(_BLOCKS)(words, at) for at in range(paragraphs))]
    note = f'<w:footnote w:id="2">{_p(_runs(words, [words.sentence()]))}</w:footnote>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/></w:sectPr>'
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            {"rId1": ("officeDocument", "word/document.xml"), "rId2": ("metadata/core-properties", "docProps/core.xml")}
        ),
        "docProps/core.xml": _core(words),
        "word/document.xml": f"{_HEAD}<w:document {_NS}><w:body>{''.join(blocks)}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            {f"rId{at}": (name.rstrip("1"), f"{name}.xml") for at, name in enumerate(("styles", "footnotes", "header1", "footer1"), 1)}
            | {"rId5": ("hyperlink", "https://example.org/a?b=1&c=2")}
        ),
        "word/styles.xml": f"{_HEAD}<w:styles {_NS}>{_STYLE}</w:styles>",
        "word/footnotes.xml": f"{_HEAD}<w:footnotes {_NS}>{note}</w:footnotes>",
        "word/header1.xml": f"{_HEAD}<w:hdr {_NS}>{_p(_run(words.title()))}</w:hdr>",
        "word/footer1.xml": f"{_HEAD}<w:ftr {_NS}>{_p(_run('Сторінка ') + _field('PAGE', '7'))}</w:ftr>",
    }


def _types() -> str:
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in _TYPES.items())
    core = '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}{xml}{overrides}{core}</Types>'


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    def one(name: str, kind: str, target: str) -> str:
        base = f"{_PACKAGE}/relationships" if "/" in kind else _OFFICE
        outside = ' TargetMode="External"' if kind == "hyperlink" else ""
        return f'<Relationship Id="{name}" Type="{base}/{kind}" Target={quoteattr(target)}{outside}/>'

    held = "".join(one(name, *of) for name, of in targets.items())
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{held}</Relationships>'


def _core(words: Words) -> str:
    spaces = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    held = f"<dc:title>{escape(words.title())}</dc:title><dc:creator>{words.person()}</dc:creator>"
    return f"{_HEAD}<cp:coreProperties {spaces}>{held}</cp:coreProperties>"


def _p(content: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def _run(text: str, properties: str = "") -> str:
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{held}<w:t{kept}>{escape(text)}</w:t></w:r>"


def _field(name: str, shown: str) -> str:
    return f'<w:fldSimple w:instr="{name}">{_run(shown)}</w:fldSimple>'


def _runs(words: Words, sentences: list[str]) -> str:
    """Cut the text into runs, in the middle of words too, some of equal formatting."""
    text = " ".join(sentences)
    cuts = sorted(words.pick.sample(range(1, len(text)), min(words.pick.choice((0, 0, 1, 2, 4)), len(text) - 1)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return "".join(_piece(words, piece) for piece in pieces)


def _piece(words: Words, piece: str) -> str:
    bookmark = f'<w:bookmarkStart w:id="{words.said}" w:name="a{words.said}"/><w:bookmarkEnd w:id="{words.said}"/>'
    noise = words.pick.choice(("", "", '<w:proofErr w:type="spellStart"/>', bookmark))
    if words.chance(0.1):
        return f'{noise}<w:hyperlink r:id="rId5">{_run(piece, "<w:u/>")}</w:hyperlink>'
    if words.chance(0.05):
        gone = '<w:del w:id="5"><w:r><w:delText>зайве</w:delText></w:r></w:del>'
        return f'{noise}<w:ins w:id="4" w:author="Редактор">{_run(piece)}</w:ins>{gone}'
    return noise + _run(piece, words.pick.choice(("", "", "", "<w:b/>", "<w:i/>", '<w:lang w:val="uk-UA"/>')))


def _paragraph(words: Words, at: int) -> str:
    note = '<w:r><w:rPr><w:b/></w:rPr><w:footnoteReference w:id="2"/></w:r>' if words.chance(0.1) else ""
    broken = words.pick.choice(("", "", "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"))
    return _p(_runs(words, words.paragraph()) + note + broken + (_runs(words, [words.sentence()]) if broken else ""))


def _heading(words: Words, at: int) -> str:
    return _p(_runs(words, [words.title()]), "Heading1")


def _item(words: Words, at: int) -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{_runs(words, [words.sentence()])}</w:p>'


def _table(words: Words, at: int) -> str:
    def cells() -> Iterator[str]:
        for cell in (words.title(), "17,5 %", words.sentence()):
            yield f"<w:tc>{_p(_runs(words, [cell]))}</w:tc>"

    rows = "".join(f"<w:tr>{''.join(cells())}</w:tr>" for _ in range(2))
    return f"<w:tbl>{rows}</w:tbl>"


def _box(words: Words, at: int) -> str:
    shape = f"<v:shape><v:textbox><w:txbxContent>{_p(_run(words.sentence()))}</w:txbxContent></v:textbox></v:shape>"
    return _p(f"<w:r><w:pict>{shape}</w:pict></w:r>")


def _picture(words: Words, at: int) -> str:
    picture = f'<wp:docPr id="{at}" name="Picture {at}" descr={quoteattr(words.title())}/>'
    return _p(f"<w:r><w:drawing><wp:inline>{picture}</wp:inline></w:drawing></w:r>")


def _control(words: Words, at: int) -> str:
    return f"<w:sdt><w:sdtPr><w:alias w:val='Поле'/></w:sdtPr><w:sdtContent>{_p(_run(words.sentence()))}</w:sdtContent></w:sdt>"


_Block = Callable[[Words, int], str]
_BLOCKS: tuple[tuple[_Block, float], ...] = (
    (_paragraph, 10),
    (_heading, 1),
    (_item, 1.5),
    (_table, 0.4),
    (_box, 0.3),
    (_picture, 0.3),
    (_control, 0.3),
)
