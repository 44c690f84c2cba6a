"""DOCX files made of a few lines of XML, as the tests of documents need them."""

import io
import zipfile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{namespace}"'
    for prefix, namespace in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="uk-UA"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:latentStyles w:count="2"><w:lsdException w:name="heading 1"/><w:lsdException w:name="Quote"/></w:latentStyles>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="big"><w:name w:val="Великий"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="out"><w:name w:val="Щось"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="lead"><w:name w:val="Лід"/></w:style>
<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="Підпис"/></w:style>
<w:style w:type="paragraph" w:styleId="quo"><w:name w:val="Цитата"/></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="Коло"/><w:basedOn w:val="loop"/></w:style>
<w:style w:type="character" w:styleId="b"><w:name w:val="Strong"/></w:style>
"""

CORE = (
    "<dc:title>Назва &amp; ще</dc:title><dc:description>Про що це</dc:description><dc:creator>Леся</dc:creator>"
    "<dcterms:created>2026-11-23T10:00:00Z</dcterms:created><cp:keywords>мир; зима</cp:keywords>"
)


def relationships(*relations: tuple[str, str, str]) -> str:
    """Return a part of relationships: id, kind and target of each."""
    rows = ""
    for key, kind, target in relations:
        outside = ' TargetMode="External"' if "://" in target else ""
        rows += f'<Relationship Id="{key}" Type="{kind if "/" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"{outside}/>'
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{rows}</Relationships>'


def part(name: str, body: str) -> str:
    """Return a part whose root is ``w:name``."""
    return f"{_HEAD}<w:{name} {NAMESPACES}>{body}</w:{name}>"


def members(body: str, *, links: dict[str, str] | None = None, **parts: str) -> dict[str, str | bytes]:
    """Return the members of a document; ``parts`` are the inner XML of styles, footnotes, header1, core …"""
    relations = [("rS", "styles", "styles.xml")]
    relations += [(f"r{name}", name.rstrip("0123456789"), f"{name}.xml") for name in parts if name != "core"]
    relations += [(key, "hyperlink" if "://" in target else "image", target) for key, target in (links or {}).items()]
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header1": "hdr", "footer1": "ftr"}
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": relationships(
            ("r1", "officeDocument", "word/document.xml"),
            ("r2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": relationships(*relations),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/styles.xml": part("styles", STYLES),
    }
    for name, inner in parts.items():
        if name == "core":
            namespaces = 'xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
            made["docProps/core.xml"] = f"{_HEAD}<cp:coreProperties {namespaces}>{inner}</cp:coreProperties>"
        else:
            made[f"word/{name}.xml"] = part(roots.get(name, name), inner)
    return made


def packed(made: dict[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    """Return ``made`` as a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in made.items():
            info = zipfile.ZipInfo(name, (2026, 11, 23, 10, 15, 30))
            info.compress_type = method
            archive.writestr(info, data)
        archive.comment = comment
    return out.getvalue()


def docx(body: str, **parts) -> bytes:
    """Return a DOCX whose body is ``body``; see ``members``."""
    return packed(members(body, **parts))


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{inner}{''.join(runs)}</w:p>"


def r(words: str, properties: str = "", *, more: str = "") -> str:
    """Return a run of ``words``, with ``more`` elements behind them."""
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    text = f'<w:t xml:space="preserve">{words}</w:t>' if words else ""
    return f"<w:r>{formatted}{text}{more}</w:r>"


def field(instruction: str, *result: str) -> str:
    """Return a complex field."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return f"{begin}{code}{separate}{''.join(result)}{end}"


def picture(alternative: str, inner: str = "") -> str:
    """Return a drawing with an alternative text."""
    return f'<w:drawing><wp:inline><wp:docPr id="1" name="P" descr="{alternative}"/>{inner}</wp:inline></w:drawing>'


def text_box(*paragraphs: str) -> str:
    """Return a text box as Word writes it: twice."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )


def read_member(data: bytes, name: str) -> str:
    """Return a member of an archive as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()
