"""What kind of thing a unit is, told by where it stands and how it begins: all the rules, one by one."""

import re
from dataclasses import dataclass

from transloc.model import Kind

_FIELDS = {
    Kind.HEADLINE: {"title", "headline"},
    Kind.LEDE: {"description", "excerpt", "summary", "lede", "lead", "deck", "dek", "standfirst", "teaser", "intro", "abstract"},
    Kind.SUBHEAD: {"subtitle", "subheading", "subhead"},
    Kind.BYLINE: {"author", "byline"},
    Kind.CATEGORY: {"category", "categories"},
    Kind.TAG: {"tag", "tags", "keywords"},
    Kind.LABEL: {"kicker"},
}
_TAGS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"), Kind.SUBHEAD),
    **dict.fromkeys(("li", "dd", "dt"), Kind.ITEM),
    **dict.fromkeys(("td", "th"), Kind.CELL),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
    "blockquote": Kind.QUOTE,
}
_PHOTO = re.compile(r"(?:Фото|Світлина|Відео|Ілюстрація|Інфографіка|Photo|Video|Picture|Image|Zdjęcie|Fot\.|Foto)\b", re.IGNORECASE)
_SOURCES = re.compile(r"(?:Джерел[ао]|Источники?|Sources?|Źródł[ao]|Quellen?)\s*:", re.IGNORECASE)
_MONTHS = (
    "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
)
_DATED = re.compile(
    rf"\d{{1,2}}\s(?:{_MONTHS})\b|(?:{_MONTHS})\s\d|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{4}}-\d\d-\d\d|(?:1[89]|20)\d\d(?:\sр|\s?[—–:-]|\syear)"
    r"|\d{1,2}[:.]\d\d\s?[—–-]",
    re.IGNORECASE,
)
#: A longer paragraph after a picture is the article going on.
_LONGEST_CAPTION = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a block stands: what it is (``paragraph``, ``heading``, ``cell``, ``term``) and the names of what holds it, from inside out."""

    block: str
    holders: tuple[str, ...] = ()
    after_picture: bool = False
    emphasised: bool = False
    headline: bool = False


def of_field(key: str) -> Kind:
    """Return the kind of a front-matter field by its ``key``."""
    name = key.lower()
    for kind, names in _FIELDS.items():
        if name in names:
            return kind
    if name.startswith(("social_", "seo_", "og_", "meta_")):
        return Kind.SOCIAL
    if "caption" in name:
        return Kind.CAPTION
    return Kind.ATTRIBUTE


def of_tag(name: str, words: str) -> Kind:
    """Return the kind of a block of HTML by the name of its innermost element."""
    kind = _TAGS.get(name, Kind.PARAGRAPH)
    return _by_words(words, kind) if kind in (Kind.PARAGRAPH, Kind.ITEM) else kind


def of_block(place: Place, words: str) -> Kind:
    """Return the kind of a block of text by its ``place`` and its ``words`` without inline codes."""
    if place.block == "heading":
        return Kind.HEADLINE if place.headline else Kind.SUBHEAD
    if place.block == "cell":
        return Kind.CELL
    if place.after_picture and (place.emphasised or len(words) <= _LONGEST_CAPTION):
        return Kind.CAPTION
    return _by_words(words, _held(place))


def _held(place: Place) -> Kind:
    for holder in place.holders:
        if holder in ("item", "definition"):
            return Kind.ITEM
        if holder == "quote":
            return Kind.QUOTE
        if holder == "footnote":
            return Kind.NOTE
    return Kind.ITEM if place.block == "term" else Kind.PARAGRAPH


def _by_words(words: str, kind: Kind) -> Kind:
    if _PHOTO.match(words) and kind is Kind.PARAGRAPH:
        return Kind.CAPTION
    if _SOURCES.match(words):
        return Kind.SOURCES
    return Kind.TIMELINE if kind is Kind.ITEM and _DATED.match(words) else kind
