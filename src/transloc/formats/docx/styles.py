"""What a paragraph's style makes of it, by the names that word processors and newsrooms give to styles, and by what they are based on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from transloc.formats.docx.xml import local, parse, parser

#: A longer chain goes in a circle.
_LONGEST_CHAIN = 20

_HEADING = re.compile(r"(?:heading|заголовок|nagłówek|überschrift|titre|rozdział)\s*(\d)\b")
_ROLES = {
    "title": ("title", "назва", "название", "tytuł", "titel", "headline", "заголовок статті"),
    "subhead": ("heading", "subtitle", "підзаголовок", "подзаголовок", "podtytuł", "untertitel", "заголовок", "subhead", "crosshead"),
    "lede": ("lede", "lead", "лід", "лид", "standfirst", "deck", "abstract", "анонс"),
    "caption": (
        *("caption", "image caption", "table caption", "figure caption", "photo caption", "підпис", "підпис до фото", "подпись"),
        *("назва об'єкта", "назва об’єкта", "название объекта", "podpis", "legenda", "beschriftung"),
    ),
    "quote": (
        *("quote", "intense quote", "block text", "block quotation", "quotations", "blockquote", "pull quote"),
        *("цитата", "виділена цитата", "насичена цитата", "выделенная цитата", "cytat", "zitat"),
    ),
    "byline": ("author", "byline", "автор"),
    "date": ("date", "дата"),
    "note": ("footnote text", "endnote text", "footnote", "endnote", "текст виноски", "текст сноски"),
}
_BY_NAME = {name: role for role, names in _ROLES.items() for name in names}
_LIST = re.compile(r"(?:list (?:bullet|number|continue)|маркований список|нумерований список|маркированный список|нумерованный список)\b")


@dataclass(slots=True)
class Style:
    """One style of ``styles.xml``."""

    name: str = ""
    based_on: str = ""
    outline: int = -1
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles and the names of all styles, by their ids; ``default`` is the paragraph style of what names none."""

    paragraphs: Mapping[str, Style] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    default: str = ""

    def role(self, style_id: str) -> str:
        """Return what the style says: title, ``heading 1`` … ``heading 9``, subhead, lede, caption, quote, item, byline, date, note.

        Empty where neither the style nor one that it is based on says anything.
        """
        for style in self._chain(style_id or self.default):
            name = style.name.lower()
            if found := _HEADING.match(name):
                return f"heading {found[1]}"
            if name in _BY_NAME:
                return _BY_NAME[name]
            if style.listed or _LIST.match(name):
                return "item"
            if style.outline >= 0:
                return f"heading {style.outline + 1}"
        return ""

    def _chain(self, style_id: str) -> list[Style]:
        chain: list[Style] = []
        while style_id in self.paragraphs and len(chain) < _LONGEST_CHAIN:
            chain.append(self.paragraphs[style_id])
            style_id = chain[-1].based_on
        return chain


def read(data: bytes) -> Styles:
    """Return the styles of the part ``data``."""
    paragraphs: dict[str, Style] = {}
    names: dict[str, str] = {}
    default = ""
    current, own, passing = Style(), "", ""
    made = parser()
    kinds: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal current, own, default, passing
        kind = kinds.get(name)
        if kind is None:
            kind = kinds[name] = local(name)
        if kind == "style":
            held = {local(key): value for key, value in attributes.items()}
            current, own = Style(), held.get("styleId", "")
            if held.get("type") == "paragraph":
                paragraphs[own] = current
                default = own if held.get("default") in ("1", "true", "on") else default
        elif kind in _PASSED:
            made.StartElementHandler, made.EndElementHandler, passing = None, end, name
        elif kind in _TAKEN and own:
            _take(current, kind, next((value for key, value in attributes.items() if local(key) == "val"), ""))
            names[own] = current.name

    def end(name: str) -> None:
        if name == passing:
            made.StartElementHandler, made.EndElementHandler = start, None

    made.StartElementHandler = start
    parse(made, data)
    return Styles(paragraphs, names, default)


def _take(style: Style, kind: str, value: str) -> None:
    if kind == "name":
        style.name = value
    elif kind == "basedOn":
        style.based_on = value
    elif kind == "numId":
        style.listed = value != "0"
    elif value.isdigit() and int(value) < 9:
        style.outline = int(value)


#: What says nothing here and has hundreds of elements.
_PASSED = frozenset({"latentStyles", "docDefaults", "rPr", "tblPr", "tblStylePr"})
_TAKEN = frozenset({"name", "basedOn", "numId", "outlineLvl"})
