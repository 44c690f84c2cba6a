"""Which elements of WordprocessingML matter to the text by their names in one part, and which method of the reader takes them.

Namespaces are resolved at the root element, where all word processors declare them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transloc.errors import InputError
from transloc.wording import say

_W = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")

#: The prefixes that everybody uses, by the end of their namespaces; a root element may give others.
_USUAL = {
    "markup-compatibility/2006": "mc",
    "wordprocessingDrawing": "wp",
    "drawingml/main": "a",
    "drawingml/2006/main": "a",
    "drawingml/2006/chart": "c",
    "drawingml/chart": "c",
    "drawingml/2006/diagram": "dgm",
    "drawingml/diagram": "dgm",
    "microsoft-com:vml": "v",
    "microsoft-com:office:office": "o",
}
_ENDS = tuple(_USUAL)
_USUAL_PREFIXES = frozenset({"", "w", "w14", "w15", "wp15", "r", "wps", *_USUAL.values()})

#: A run of nothing but a text; its properties have no elements within elements.
_RUN = r"<w:r(?:\s[^<>]*)?>(<w:rPr>(?:<\w[^<>]*/>)*</w:rPr>)?(<w:t(?:\s[^<>]*)?>)([^<]*)</w:t></w:r>"
_PLAIN = re.compile(_RUN.encode())

Tables = tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """The names of a part: what WordprocessingML elements and attributes have before theirs (``w:``), and what else is declared.

    ``plain`` matches a run of nothing but a text, as most are: its ``w:rPr``, the tag of the text and its words. ``foreign`` are
    prefixes that not everybody uses, each with the usual one of its namespace.
    """

    prefix: str
    values: str
    foreign: tuple[tuple[str, str], ...]
    plain: re.Pattern[bytes]
    closing_text: bytes


def dialect(own: str, declared: Iterable[tuple[str, str]]) -> Dialect:
    """Return the dialect of a part by the prefix of its root element and the ``xmlns`` attributes.

    Raises InputError for what is no WordprocessingML.
    """
    spaces = {key[6:]: value for key, value in declared if key[5:6] in ("", ":")}
    mine = [prefix for prefix, namespace in spaces.items() if namespace in _W]
    if not mine:
        raise InputError(say("this is no part of a Word document"), hint=say("Open it in a word processor and save it again as DOCX"))
    chosen = own if own in mine else mine[0]
    prefix = f"{chosen}:" if chosen else ""
    return Dialect(
        prefix=prefix,
        values=next((f"{other}:" for other in mine if other), ""),
        foreign=tuple(
            (other, usual)
            for other, namespace in spaces.items()
            if other not in _USUAL_PREFIXES and namespace.endswith(_ENDS)
            for end, usual in _USUAL.items()
            if namespace.endswith(end)
        ),
        plain=_PLAIN if prefix == "w:" else re.compile(_RUN.replace("w:", re.escape(prefix)).encode()),
        closing_text=f"</{prefix}t>".encode(),
    )


def tables(w: str) -> Tables:
    """Return what to do with elements: anywhere, in a paragraph, in a run, in a content control; ``w`` is the prefix (``w:``)."""
    inline: dict[str, str] = {"": "_thing", w + "proofErr": "_nothing"}
    inline |= {w + name: "_deleted" for name in ("del", "moveFrom")}
    inline |= {w + name: "_transparent" for name in ("ins", "moveTo", "smartTag")}
    inline |= {w + name: "_container" for name in ("hyperlink", "fldSimple", "customXml", "dir", "bdo")}
    inline |= {w + "pPr": "_layout", w + "r": "_run", w + "sdt": "_control"}
    for name in ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange"):
        inline |= {f"{w}{name}Start": "_mark", f"{w}{name}End": "_mark"}
    run: dict[str, str] = {"": "_thing", w + "rPr": "_properties", w + "t": "_text", w + "fldChar": "_field"}
    run |= {w + name: "_nothing" for name in ("lastRenderedPageBreak", "softHyphen", "delText", "delInstrText", "annotationRef")}
    run |= {w + "noBreakHyphen": "_hyphen", w + "instrText": "_instruction", w + "commentReference": "_mark"}
    control: dict[str, str] = {"": "_nothing", w + "sdtContent": "_control_content"}
    anywhere: dict[str, str] = {w + "p": "_begin", w + "altChunk": "_embed"}
    anywhere |= {w + name: "_story" for name in ("tc", "txbxContent", "sdtContent", "footnote", "endnote")}
    anywhere |= {w + name: "_bone" for name in ("tbl", "tr")}
    anywhere |= {w + name: "_pass" for name in ("sectPr", "tblPr", "tblGrid", "trPr", "tcPr")}
    return {**anywhere, **_FOREIGN}, inline, run, control


def foreign(names: Dialect) -> Mapping[str, str]:
    """Return the usual names of what the dialect calls otherwise, of the elements that ``tables`` has."""
    named = [(f"{own}:", f"{usual}:") for own, usual in names.foreign]
    return {own + name.removeprefix(usual): name for own, usual in named for name in _FOREIGN if name.startswith(usual)}


_FOREIGN: Mapping[str, str] = {
    "mc:AlternateContent": "_alternatives",
    "mc:Choice": "_branch",
    "mc:Fallback": "_branch",
    "wp:docPr": "_alternative",
    **{f"v:{name}": "_alternative" for name in ("shape", "rect", "oval", "roundrect", "group", "line", "image")},
    **dict.fromkeys(("a:blip", "v:imagedata", "c:chart", "dgm:relIds", "o:OLEObject", "wp15:webVideoPr"), "_embed"),
}
