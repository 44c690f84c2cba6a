"""DOCX files that are damaged, or made to hurt: the container, the names of its members, and the XML within."""

import io
import random
import re
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping

from benchmarks.corpus import docx
from benchmarks.corpus.words import Words

MAIN = "word/document.xml"
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def parts(number: int = 0, paragraphs: int = 3) -> dict[str, str | bytes]:
    """Return the parts of an ordinary file."""
    return {**docx.parts(Words(number), paragraphs)}


def with_main(body: str, before: str = "") -> bytes:
    """Return a file whose main part holds ``body``, after a prologue ``before`` its root."""
    xml = f"<?xml version='1.0' encoding='UTF-8'?>{before}<w:document {_SPACE}><w:body>{body}</w:body></w:document>"
    return docx.packed(xml.encode())


def with_members(*more: tuple[str, bytes]) -> bytes:
    """Return an ordinary file with members besides, whatever they are called."""
    held = io.BytesIO(docx.packed(parts()))
    with warnings.catch_warnings(), zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # that a name stands twice is what is wanted
        for name, content in more:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def zip_bomb(size: int) -> bytes:
    """Return a small file whose main part is ``size`` bytes long once unpacked."""
    return docx.packed({**parts(), MAIN: b" " * size})


def picture_bomb(size: int) -> bytes:
    """Return a small file in which a member that holds no text is ``size`` bytes long."""
    return with_members(("word/media/image1.png", bytes(size)))


def many_members(size: int) -> bytes:
    return with_members(*((f"word/media/{at}.bin", b"") for at in range(size)))


def entity_bomb(size: int) -> bytes:
    levels = "".join(f'<!ENTITY e{at + 1} "{f"&e{at};" * 10}">' for at in range(min(size, 9)))
    return with_main(paragraph(f"&e{min(size, 9)};"), f'<!DOCTYPE w [<!ENTITY e0 "слово">{levels}]>')


def long_entity(size: int) -> bytes:
    return with_main(paragraph("&e;" * (size // 20)), f'<!DOCTYPE w [<!ENTITY e "{"слово" * (size // 20)}">]>')


def external_entity(size: int) -> bytes:
    return with_main(paragraph("&e;"), '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>')


def external_subset(size: int) -> bytes:
    return with_main(paragraph("слово"), '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">')


def parameter_entity(size: int) -> bytes:
    return with_main(paragraph("слово"), '<!DOCTYPE w [<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;]>')


def nested_elements(size: int) -> bytes:
    return with_main("<w:sdt><w:sdtContent>" * size + paragraph("слово") + "</w:sdtContent></w:sdt>" * size)


def nested_tables(size: int) -> bytes:
    return with_main("<w:tbl><w:tr><w:tc>" * size + paragraph("слово") + "</w:tc></w:tr></w:tbl>" * size)


def nested_boxes(size: int) -> bytes:
    head, tail = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
    return with_main(head * size + paragraph("слово") + tail * size)


def one_long_text(size: int) -> bytes:
    return with_main(paragraph("я" * (size // 2)))


def many_runs(size: int) -> bytes:
    return with_main(f"<w:p>{'<w:r><w:b/><w:t>я</w:t></w:r>' * (size // 32)}</w:p>")


def references(size: int) -> bytes:
    return with_main(paragraph("&amp;&#1103;&lt;" * (size // 16)))


def long_attribute(size: int) -> bytes:
    return with_main(f'<w:p w:rsidR="{"0" * size}"><w:r><w:t>слово</w:t></w:r></w:p>')


def utf_16(size: int) -> bytes:
    xml = f'<?xml version="1.0" encoding="UTF-16"?><w:document {_SPACE}><w:body>{paragraph("слово")}</w:body></w:document>'
    return docx.packed({**parts(), MAIN: xml.encode("utf-16")})


def without_main(size: int) -> bytes:
    return docx.packed({name: content for name, content in parts().items() if name != MAIN})


def without_types(size: int) -> bytes:
    return docx.packed({name: content for name, content in parts().items() if not name.startswith("[")})


def empty_main(size: int) -> bytes:
    return docx.packed({**parts(), MAIN: b""})


def no_document(size: int) -> bytes:
    return docx.packed({"слово.txt": "слово"})


def doubled_main(size: int) -> bytes:
    return with_members((MAIN, docx.plain(7, 2)))


def doubled_in_other_case(size: int) -> bytes:
    return with_members(("Word/Document.xml", docx.plain(7, 2)))


def path_up(size: int) -> bytes:
    return with_members(("../../../tmp/evil.xml", b"<a/>"))


def path_absolute(size: int) -> bytes:
    return with_members(("/etc/evil.xml", b"<a/>"))


def path_backslashes(size: int) -> bytes:
    return with_members(("..\\..\\evil.xml", b"<a/>"))


def path_drive(size: int) -> bytes:
    return with_members(("C:/evil.xml", b"<a/>"))


def path_within(size: int) -> bytes:
    return with_members(("word/../../evil.xml", b"<a/>"))


def path_of_main(size: int) -> bytes:
    """Return a file whose relationships lead out of it to a main part elsewhere."""
    held = parts()
    held["_rels/.rels"] = str(held["_rels/.rels"]).replace("word/document.xml", "../../../etc/passwd")
    return docx.packed(held)


def wrong_checksum(size: int) -> bytes:
    return _patched(docx.packed(parts()), MAIN, 16, b"\1\2\3\4")


def encrypted(size: int) -> bytes:
    return _patched(docx.packed(parts()), MAIN, 8, b"\1\0")


def unknown_compression(size: int) -> bytes:
    return _patched(docx.packed(parts()), MAIN, 10, struct.pack("<H", 93))


def size_that_lies(size: int) -> bytes:
    return _patched(docx.packed(parts()), MAIN, 24, struct.pack("<I", 0x7FFFFFFF))


def small_size_that_lies(size: int) -> bytes:
    return _patched(zip_bomb(max(size, 1 << 20)), MAIN, 24, struct.pack("<I", 10))


def overlapping(size: int) -> bytes:
    """Return a file of which every member is the same bytes (a bomb without nesting)."""
    data = bytearray(docx.packed(parts()))
    start = data.find(b"PK\1\2")
    while start >= 0:
        data[start + 42 : start + 46] = b"\0\0\0\0"
        start = data.find(b"PK\1\2", start + 4)
    return bytes(data)


def truncated(size: int) -> bytes:
    data = docx.packed(parts())
    return data[: max(1, len(data) * (size % 100) // 100)]


def _patched(data: bytes, name: str, offset: int, new: bytes) -> bytes:
    """Change a field of a member's entry in the directory, by its offset there (APPNOTE.TXT, 4.3.12)."""
    held = bytearray(data)
    at = held.find(b"PK\1\2")
    while at >= 0:
        length = struct.unpack_from("<H", held, at + 28)[0]
        if held[at + 46 : at + 46 + length] == name.encode():
            held[at + offset : at + offset + len(new)] = new
            break
        at = held.find(b"PK\1\2", at + 4)
    return bytes(held)


PACKAGES: Mapping[str, Callable[[int], bytes]] = {
    make.__name__.replace("_", " "): make
    for make in (
        *(zip_bomb, picture_bomb, many_members, entity_bomb, long_entity, external_entity, external_subset, parameter_entity),
        *(nested_elements, nested_tables, nested_boxes, one_long_text, many_runs, references, long_attribute, utf_16),
        *(without_main, without_types, empty_main, no_document, doubled_main, doubled_in_other_case),
        *(path_up, path_absolute, path_backslashes, path_drive, path_within, path_of_main),
        *(wrong_checksum, encrypted, unknown_compression, size_that_lies, small_size_that_lies, overlapping, truncated),
    )
}


def damaged(data: bytes, pick: random.Random, change: Callable[[bytes], bytes]) -> bytes:
    """Return a file with an element of a part moved, or with ``change`` done to a part or to the container."""
    chance = pick.random()
    if chance < 0.1:
        return change(data)
    try:
        held = parts_of(data)
    except Exception:  # what was damaged before is damaged again as it is
        return change(data)
    name = pick.choice([one for one in [MAIN] * 6 + list(held) if one in held] or [MAIN])
    part = held.get(name, b"")
    held[name] = change(part) if chance < 0.35 else rearranged(part, pick)
    return docx.packed(held, stored=pick.random() < 0.5)


_ELEMENT = re.compile(rb"<(w:(?:r|p|t|tbl|tr|tc|hyperlink|ins|del|sdt|sdtContent|rPr|pPr|fldSimple|pict))(?: [^>]*)?>.*?</\1>", re.DOTALL)
_ALONE = (
    *(b"<w:tab/>", b"<w:br/>", b"<w:cr/>", b"<w:noBreakHyphen/>", b"<w:softHyphen/>", b"<w:p/>", b"<w:r/>", b"<w:t/>", b"<w:sym/>"),
    *(
        b"<!-- -->",
        b"<?a b?>",
        b"<![CDATA[<b>]]>",
        b"<w:t xml:space='preserve'>  </w:t>",
        b"<w:r><w:t> </w:t></w:r>",
        b"<x xmlns='y'>z</x>",
    ),
    *(b"<w:proofErr/>", b"<w:bookmarkStart w:id='1'/>", b"<w:bookmarkEnd w:id='1'/>", b"<w:footnoteReference w:id='2'/>", b"<w:drawing/>"),
    *(b"<w:r><w:fldChar w:fldCharType='begin'/></w:r>", b"<w:r><w:fldChar w:fldCharType='end'/></w:r>", b"<w:instrText>PAGE</w:instrText>"),
    *(b"<w:rPr><w:b/></w:rPr>", b"<w:rPr><w:vanish/></w:rPr>", b"<w:pPr><w:jc/></w:pPr>", b"<w:delText>a</w:delText>", b"<w:sectPr/>"),
)
_WORDS = (
    "",
    " ",
    "  слово ",
    "&lt;1>",
    "&#10;",
    "&#x2028;",
    "]]&gt;",
    "\u00a0",
    "🇺🇦",
    "\u0301",
    "Джерела:",
    "17 листопада 2026",
    "Фото: а / EPA",
    "1",
)


def rearranged(part: bytes, pick: random.Random) -> bytes:
    """Return a part of which an element is gone, doubled, held by another, or has other words or neighbours: mostly XML still."""
    spans = [found.span() for found in _ELEMENT.finditer(part)]
    if not spans:
        return part
    start, end = pick.choice(spans)
    if pick.random() < 0.5:  # one that lies in it
        inner = [found.span() for found in _ELEMENT.finditer(part, start + 1, end)]
        start, end = pick.choice(inner) if inner else (start, end)
    element, other = part[start:end], part[slice(*pick.choice(spans))]
    words = pick.choice(_WORDS).encode()
    new = pick.choice(
        (
            *(b"", element * 2, other, element + other, pick.choice(_ALONE) + element, element + pick.choice(_ALONE)),
            *(b"<w:ins>" + element + b"</w:ins>", b"<w:hyperlink>" + element + b"</w:hyperlink>", b"<w:p>" + element + b"</w:p>"),
            *(re.sub(rb">[^<>]+<", b">" + words + b"<", element), re.sub(rb"(<w:t[^>]*>)", rb"\g<1>" + words, element)),
            re.sub(rb"><", b">" + pick.choice(_ALONE) + b"<", element, count=1),
        )
    )
    return part[:start] + new + part[end:]


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the names and the bytes of a file's parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
