"""What a paragraph's style makes of it, by the names that word processors and newsrooms give to styles, and by what they are based on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from transloc.formats.references import unescape

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
#: The id of a style, and that it is the one of what names none: each an attribute of its start tag.
_ID = re.compile(rb"styleId\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DEFAULT = re.compile(rb"default\s*=\s*[\"'](?:1|true|on)[\"']")
_BEGIN = re.compile(rb"<((?:[\w.-]+:)?style)\s[^<>]*>")
_OF_PARAGRAPHS = re.compile(rb"\btype\s*=\s*[\"']paragraph[\"']")
#: Of its elements those that say something, with their values.
_HAS = re.compile(rb"<(?:[\w.-]+:)?(name|basedOn|numId|outlineLvl)\s[^<>]*?\bval\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

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
    of_paragraphs: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, each of which is read when somebody asks for it.

    ``places`` tells by the id of a style where in ``data`` its start tag begins, ``default`` is the style of a paragraph that names none.
    """

    data: bytes = b""
    places: Mapping[str, int] = field(default_factory=dict)
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
        return self._style(style_id).name or style_id

    def _chain(self, style_id: str) -> list[Style]:
        chain: list[Style] = []
        while len(chain) < _LONGEST_CHAIN and (style := self._style(style_id)).of_paragraphs:
            chain.append(style)
            style_id = style.based_on
        return chain

    def _style(self, style_id: str) -> Style:
        at = self.places.get(style_id, -1)
        return _style(self.data, at) if at >= 0 else Style()


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
    if b"<!--" in data:
        data = _COMMENT.sub(b"", data)
    places = {unescape((found[1] or found[2] or b"").decode()): data.rfind(b"<", 0, found.start()) for found in _ID.finditer(data)}
    ids = {place: style_id for style_id, place in places.items()}
    default = ""
    for found in _DEFAULT.finditer(data):
        style_id = ids.get(at := data.rfind(b"<", 0, found.start()), "")
        default = style_id if style_id and _style(data, at).of_paragraphs else default
    return Styles(data, places, default)


def _style(data: bytes, at: int) -> Style:
    """Return the style whose start tag begins at ``at``, if it is one."""
    begin = _BEGIN.match(data, at)
    if not begin:
        return Style()
    end = begin.end() if begin[0].endswith(b"/>") else data.find(b"</" + begin[1], begin.end())
    held = _HAS.findall(data, begin.end(), end if end >= 0 else len(data))
    values = {name: unescape((one or other).decode()) for name, one, other in held}
    level = values.get(b"outlineLvl", "")
    return Style(
        name=values.get(b"name", ""),
        based_on=values.get(b"basedOn", ""),
        outline=int(level) if level.isdigit() and int(level) < 9 else -1,
        listed=values.get(b"numId", "0") != "0",
        of_paragraphs=_OF_PARAGRAPHS.search(begin[0]) is not None,
    )
