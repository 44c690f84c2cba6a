"""What a paragraph's style makes of it, by the names that word processors and newsrooms give to styles, and by what they are based on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from transloc.formats.references import unescape

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
#: Where a style begins; of its attributes and its elements those that say something, with their values.
_BEGIN = re.compile(rb"<(?:[\w.-]+:)?style(?=\s)")
_IS = re.compile(rb"\b(type|default|styleId)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_HAS = re.compile(rb"<(?:[\w.-]+:)?(name|basedOn|numId|outlineLvl)\s[^<>]*?\bval\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ON = frozenset({b"1", b"true", b"on"})

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


@dataclass(frozen=True, slots=True)
class Style:
    """One style of ``styles.xml``."""

    name: str = ""
    based_on: str = ""
    outline: int = -1
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document as they are written, by their ids, each of which is read when somebody asks for it.

    ``paragraphs`` are the ids of paragraph styles, ``default`` is the style of a paragraph that names none.
    """

    raws: Mapping[str, bytes] = field(default_factory=dict)
    paragraphs: frozenset[str] = frozenset()
    default: str = ""
    _roles: dict[str, str] = field(default_factory=dict)

    def role(self, style_id: str) -> str:
        """Return what a style says: title, ``heading 1`` … ``heading 9``, subhead, lede, caption, quote, item, byline, date, note.

        Empty where it is no style of paragraphs, and where neither the style nor one that it is based on says anything.
        """
        if style_id not in self._roles:
            self._roles[style_id] = next(filter(None, map(_role, self._chain(style_id or self.default))), "")
        return self._roles[style_id]

    def name(self, style_id: str) -> str:
        """Return what people call a style; its id where it has no name."""
        return _style(self.raws.get(style_id, b"")).name or style_id

    def _chain(self, style_id: str) -> list[Style]:
        chain: list[Style] = []
        while style_id in self.paragraphs and len(chain) < _LONGEST_CHAIN:
            chain.append(_style(self.raws[style_id]))
            style_id = chain[-1].based_on
        return chain


def _role(style: Style) -> str:
    name = style.name.lower()
    if found := _HEADING.match(name):
        return f"heading {found[1]}"
    if name in _BY_NAME:
        return _BY_NAME[name]
    if style.listed or _LIST.match(name):
        return "item"
    return f"heading {style.outline + 1}" if style.outline >= 0 else ""


def read(data: bytes) -> Styles:
    """Return the styles of the part ``data``.

    It is longer than most articles, and next to nothing of it is of interest here: a search finds that, where a parser would take as
    long as for all the rest. Whether it is well-formed does not matter to the text.
    """
    raws: dict[str, bytes] = {}
    paragraphs: set[str] = set()
    default = ""
    for raw in _BEGIN.split(_COMMENT.sub(b"", data))[1:]:
        held = {name: one or other for name, one, other in _IS.findall(raw, 0, raw.find(b">"))}
        own = unescape(held.get(b"styleId", b"").decode())
        raws[own] = raw
        if held.get(b"type") == b"paragraph":
            paragraphs.add(own)
            default = own if held.get(b"default") in _ON else default
    return Styles(raws, frozenset(paragraphs), default)


def _style(raw: bytes) -> Style:
    values = {name: unescape((one or other).decode()) for name, one, other in _HAS.findall(raw)}
    level = values.get(b"outlineLvl", "")
    return Style(
        name=values.get(b"name", ""),
        based_on=values.get(b"basedOn", ""),
        outline=int(level) if level.isdigit() and int(level) < 9 else -1,
        listed=values.get(b"numId", "0") != "0",
    )
