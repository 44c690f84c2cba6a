"""What formatting is alike, and what a reviewer calls it: ``w:rPr`` of runs and ``w:pPr`` of paragraphs, each distinct one read once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit
from xml.parsers import expat

from transloc.formats.docx.xml import local, parse, tag_end

#: Properties that no reader sees: the language of spelling, proofing, changes of formatting, what complex scripts would have, and
#: the hair's breadths that pasting from elsewhere leaves behind.
_NOISE = frozenset(
    {
        *("lang", "noProof", "rPrChange", "webHidden", "ins", "del", "moveFrom", "moveTo", "snapToGrid"),
        *("bCs", "iCs", "szCs", "cs", "spacing", "kern", "w", "fitText"),
    }
)
#: Fonts that say something: code, and signs that are letters in any other font. All others are the paragraph's business.
_TELLING_FONT = re.compile(r"symbol|wingdings|webdings|dingbats|mono|courier|consolas|menlo|code", re.IGNORECASE)
_WHITE = frozenset({"auto", "ffffff", "none", ""})
_LABELS = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "strike": "strikethrough",
    "dstrike": "strikethrough",
    "caps": "capitals",
    "smallCaps": "small capitals",
    "highlight": "highlight",
    "shd": "shading",
    "color": "colour",
    "rFonts": "font",
    "sz": "size",
    "position": "raised",
}
_STYLES = {"strong": "bold", "emphasis": "italic", "hyperlink": "link style", "footnote reference": "footnote mark"}
_OFF = frozenset({"0", "false", "off", "none"})
#: Of an added paragraph: it ends no section, starts no page, is no drop cap, and nobody has tracked it.
_NOT_REPEATED = frozenset({"sectPr", "pPrChange", "pageBreakBefore", "framePr", "rPr"})

Attributes = Mapping[str, str]
#: From the id of a style to its name.
Naming = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Format:
    """The formatting of a run: its raw ``w:rPr``, the key by which two are alike, its properties with their values."""

    raw: str
    key: str
    properties: Mapping[str, Attributes]

    def on(self, name: str) -> bool:
        """Tell whether the property ``name`` is set, and not set to off."""
        return name in self.properties and self.properties[name].get("val", "1") not in _OFF


PLAIN = Format("", "", {})


@lru_cache(maxsize=4096)
def run_format(raw: str) -> Format:
    """Return the formatting that ``raw``, a whole ``w:rPr`` or nothing, gives."""
    if not raw:
        return PLAIN
    key: list[str] = []
    properties: dict[str, Attributes] = {}
    for name, attributes, inner in _children(raw):
        if name in _NOISE or _says_nothing(name, attributes):
            continue
        properties[name] = attributes
        key.append(repr((name, sorted(attributes.items()), inner)))
    return Format(raw, "".join(sorted(key)), properties)


def _says_nothing(name: str, attributes: Attributes) -> bool:
    if name == "rFonts":
        return not _TELLING_FONT.search(attributes.get("ascii", ""))
    if name == "shd":
        return attributes.get("fill", "").lower() in _WHITE
    return name == "color" and attributes.get("val", "").lower() in ("auto", "000000")


def _children(raw: str) -> list[tuple[str, dict[str, str], str]]:
    """Return name, attributes and what is inside of each child of a fragment."""
    data = raw.encode()
    made = expat.ParserCreate("utf-8")
    found: list[tuple[str, dict[str, str], int]] = []
    ends: list[int] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth == 2:
            found.append((local(name), {local(key): value for key, value in attributes.items()}, made.CurrentByteIndex))

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1
        if depth == 1:
            ends.append(made.CurrentByteIndex)

    made.StartElementHandler, made.EndElementHandler = start, end
    parse(made, data)
    return [(name, held, data[tag_end(data, at) : stop].decode()) for (name, held, at), stop in zip(found, ends, strict=True)]


def label(own: Format, base: Format, style: Naming) -> str:
    """Return what sets ``own`` apart from ``base``; ``style`` gives the name of a character style by its id."""
    more = [_called(name, own, style) for name in own.properties if own.properties[name] != base.properties.get(name) and own.on(name)]
    if more:
        strong = [called for called in more if called not in ("font", "size", "colour")]
        return ", ".join(dict.fromkeys(strong or more))
    less = [_called(name, base, style) for name in base.properties if base.on(name) and not own.on(name)]
    return "not " + ", ".join(dict.fromkeys(less)) if less else "formatting"


def _called(name: str, own: Format, style: Naming) -> str:
    value = own.properties[name].get("val", "")
    if name == "rStyle":
        named = style(value)
        return _STYLES.get(named.lower(), f"style {named}")
    if name == "vertAlign":
        return value
    return _LABELS.get(name, "formatting")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the ``w:pPr`` of a paragraph says: its style, outline level (-1: none), whether it is of a list, ends a section, is a drop cap.

    ``repeated`` is what a paragraph added after it has in the place of this ``w:pPr``.
    """

    style: str = ""
    outline: int = -1
    listed: bool = False
    section: bool = False
    drop_cap: bool = False
    repeated: str = ""


@lru_cache(maxsize=4096)
def layout(raw: str) -> Layout:
    """Return what ``raw``, a whole ``w:pPr`` or nothing, says."""
    if not raw:
        return Layout()
    children = {name: (attributes, inner) for name, attributes, inner in _children(raw)}
    values = {name: attributes.get("val", "") for name, (attributes, _) in children.items()}
    outline = values.get("outlineLvl", "")
    numbering = re.search(r"<(?:\w+:)?numId\s[^>]*?val\s*=\s*[\"'](\d+)", children["numPr"][1]) if "numPr" in children else None
    return Layout(
        style=values.get("pStyle", ""),
        outline=int(outline) if outline.isdigit() and int(outline) < 9 else -1,
        listed=numbering is not None and numbering[1] != "0",
        section="sectPr" in children,
        drop_cap="dropCap" in children.get("framePr", ({}, ""))[0],
        repeated=raw if _NOT_REPEATED.isdisjoint(children) else _repeated(raw.encode()),
    )


def _repeated(data: bytes) -> str:
    made = expat.ParserCreate("utf-8")
    cuts: list[tuple[int, int]] = []
    held: list[int] = []
    depth = 0

    def start(name: str, _: object) -> None:
        nonlocal depth
        depth += 1
        if depth == 2 and local(name) in _NOT_REPEATED:
            held.append(made.CurrentByteIndex)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1
        if depth == 1 and held:
            at, stop = held.pop(), made.CurrentByteIndex
            whole = tag_end(data, at) == stop and data[stop - 2 : stop] == b"/>"
            cuts.append((at, stop if whole else data.index(b">", stop) + 1))

    made.StartElementHandler, made.EndElementHandler = start, end
    parse(made, data)
    out, at = b"", 0
    for begin, stop in cuts:
        out += data[at:begin]
        at = stop
    return (out + data[at:]).decode()


def link(address: str) -> str:
    """Return the label of a link by where it leads."""
    if address.startswith("#"):
        return "link within the document"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "link"
    target = parts.hostname or parts.path
    return f"link to {target}" if target and target.isprintable() and len(target) <= 60 else "link"
