"""XML of one part: scanned by expat, which tells offsets and never sees a DTD; escaped and unescaped for the places we write in."""

import codecs
import re
from collections.abc import Callable
from xml.parsers import expat

from transloc.errors import InputError
from transloc.markup import ILLEGAL
from transloc.wording import say

#: Word itself nests far less: a table within a table takes three levels.
MAX_DEPTH = 256
_TAG = re.compile(rb"<[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*>")
_ATTRIBUTE = re.compile(rb"\s([^\s=<>\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = re.compile(r"&(?:#x([\da-fA-F]+)|#(\d+)|(amp|lt|gt|quot|apos));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_MARKUP = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>|<[^>]*>", re.DOTALL)
_DECLARED = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
#: What a part may be in, as XML allows and OPC does not; with two bytes a letter it would not begin as it does.
_SINGLE_BYTE = re.compile(r"(?:iso-8859-\d{1,2}|windows-125\d|koi8-[ru])")

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


class _Enough(Exception):
    """The root element has begun."""


def parser() -> expat.XMLParserType:
    """Return a parser for a part in UTF-8, whatever its declaration says, that refuses a DTD."""
    made = expat.ParserCreate("utf-8")
    made.StartDoctypeDeclHandler = _refuse_dtd
    return made


def _refuse_dtd(*_: object) -> None:
    raise InputError(say("it holds XML with a DTD, which no DOCX needs and which can be made to deceive"), hint=say("Do not open it"))


def scan(data: bytes, start: Start) -> None:
    """Tell ``start`` of every element; raises InputError for what is not well-formed."""
    made = parser()
    made.StartElementHandler = start
    parse(made, data)


def parse(made: expat.XMLParserType, data: bytes) -> None:
    """Give ``data`` to a parser; raises InputError for what is not well-formed."""
    try:
        made.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise InputError(
            say("its XML is broken ({reason})", reason=reason), hint=say("Open it in a word processor and save it again as DOCX")
        ) from None
    finally:
        made.StartElementHandler = made.EndElementHandler = None  # they hold it, and it them: garbage that only a collection would find


def judge(head: bytes) -> bool:
    """Look at the beginning of a part; raises InputError where it has a DTD. False where the root element is not in ``head``."""
    made = parser()
    made.StartElementHandler = _stop
    try:
        made.Parse(head.decode(_encoding(head), "ignore").encode(), False)
    except (_Enough, expat.ExpatError):
        return True
    return False


def _stop(*_: object) -> None:
    raise _Enough


def decode(data: bytes) -> tuple[bytes, str]:
    """Return a part in UTF-8 without a byte order mark, and the name of its encoding for ``encode``.

    Raises InputError where it does not decode and encode back to the same bytes.
    """
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
        if encoding == "utf-8":
            return data, encoding
        if text.encode(encoding) == data:
            return text.encode(), encoding
    except (UnicodeError, LookupError):
        pass
    raise InputError(say("the charset of its XML cannot be told"), hint=say("Open it in a word processor and save it again as DOCX"))


def _encoding(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    if data.startswith((b"<\0", b"\0<")):
        return "utf-16-le" if data.startswith(b"<\0") else "utf-16-be"
    declared = _DECLARED.match(data)
    name = declared[1].decode().lower() if declared else ""
    return name if _SINGLE_BYTE.fullmatch(name) else "utf-8"


def encode(data: bytes, encoding: str) -> bytes:
    """Return a part as ``decode`` found it; characters that its charset lacks are written as references."""
    return data if encoding == "utf-8" else data.decode().encode(encoding, "xmlcharrefreplace")


def tag_end(data: bytes, start: int) -> int:
    """Return where the tag that begins at ``start`` ends."""
    found = _TAG.match(data, start)
    assert found, "expat has read this tag"
    return found.end()


def attribute(data: bytes, start: int, name: str) -> tuple[int, int, str] | None:
    """Return where the value of an attribute lies in the tag that begins at ``start``, and its quotation mark."""
    wanted = name.encode()
    for found in _ATTRIBUTE.finditer(data, start, tag_end(data, start)):
        if found[1] == wanted:
            side = 2 if found[2] is not None else 3
            return found.start(side), found.end(side), '"' if side == 2 else "'"
    return None


def unescape(raw: bytes) -> str:
    """Return the characters that the content of an element stands for."""
    text = raw.decode()
    if "<" in text:
        text = _MARKUP.sub(lambda m: (m[1] or "").replace("&", "&amp;"), text)
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    if found[3]:
        return _NAMED[found[3]]
    return chr(int(found[1], 16) if found[1] else int(found[2]))


def escape(words: str) -> str:
    """Write ``words`` as the content of an element."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(words: str, quote: str) -> str:
    """Write ``words`` as the value of an attribute between ``quote`` marks."""
    escaped = escape(words).replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
    return escaped.replace('"', "&quot;") if quote == '"' else escaped.replace("'", "&apos;")


def illegal(words: str) -> str:
    """Return the name of a character in ``words`` that XML 1.0 cannot hold (``U+000B``), empty where it can hold all."""
    found = ILLEGAL.search(words)
    return f"U+{ord(found[0]):04X}" if found else ""


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]
