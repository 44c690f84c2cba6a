"""Which elements of WordprocessingML matter to the text, and which method of the reader takes them."""

from collections.abc import Mapping
from functools import lru_cache

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
USUAL_PREFIXES = frozenset({"", "w", "w14", "w15", "wp15", "r", "wps", *_USUAL.values()})

Tables = tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str], Mapping[str, str]]


@lru_cache(maxsize=64)
def tables(w: str, declared: tuple[tuple[str, str], ...]) -> Tables:
    """Return what to do with elements: anywhere, in a paragraph, in a run, in a content control. ``w`` is the main prefix."""
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
    anywhere |= _FOREIGN
    for prefix, namespace in declared:
        usual = next((short for end, short in _USUAL.items() if namespace.endswith(end)), prefix)
        anywhere |= {f"{prefix}:{name[len(usual) + 1 :]}": act for name, act in _FOREIGN.items() if name.startswith(usual + ":")}
    return anywhere, inline, run, control


_FOREIGN: Mapping[str, str] = {
    "mc:AlternateContent": "_alternatives",
    "mc:Choice": "_branch",
    "mc:Fallback": "_branch",
    "wp:docPr": "_alternative",
    **{f"v:{name}": "_alternative" for name in ("shape", "rect", "oval", "roundrect", "group", "line", "image")},
    **dict.fromkeys(("a:blip", "v:imagedata", "c:chart", "dgm:relIds", "o:OLEObject", "wp15:webVideoPr"), "_embed"),
}
