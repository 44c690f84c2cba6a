"""What kind of thing a unit is: told by where it stands, how it begins, and what stands around it.

``of_block`` (with ``of_tag`` and ``of_names`` for HTML) and ``of_field`` judge one block alone; ``settled`` goes over all units of
a document once they are found, for what only their order tells. Nothing here depends on the case of letters, so that a text reads
the same in capitals, and all of it is linear. docs/reference/units.md tells a newsroom the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from transloc.formats.kinds import credit, dates, names, wording
from transloc.formats.kinds.order import settled
from transloc.model import Kind

__all__ = ["Place", "note", "of_block", "of_field", "of_names", "of_tag", "settled"]

_FIELDS = {
    Kind.HEADLINE: {"title", "headline"},
    Kind.LEDE: {"description", "excerpt", "summary", "lede", "lead", "deck", "dek", "standfirst", "teaser", "intro", "abstract"},
    Kind.SUBHEAD: {"subtitle", "subheading", "subhead"},
    Kind.BYLINE: {"author", "byline"},
    Kind.CATEGORY: {"category", "categories"},
    Kind.TAG: {"tag", "tags", "keywords"},
    Kind.LABEL: {"kicker"},
}
#: A longer paragraph after a picture is the article going on, unless a credit stands in it.
_LONGEST_CAPTION, _LONGEST_CREDITED = 60, 600
#: What a translator has to know of a unit of this kind.
_NOTES = {Kind.CAPTION: "rights: check that the picture may be used in this locale"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a block stands: what it is (``paragraph``, ``heading``, ``cell``, ``term``) and the names of what holds it, from inside out.

    ``names`` are those of elements, each followed by its classes and properties, from inside out too: ``("p", "lead", "header")``.
    """

    block: str
    holders: tuple[str, ...] = ()
    after_picture: bool = False
    emphasised: bool = False
    headline: bool = False
    names: tuple[str, ...] = ()


def note(kind: Kind) -> str:
    """Return what a translator has to know of every unit of ``kind``; empty for most."""
    return _NOTES.get(kind, "")


def of_field(key: str) -> Kind:
    """Return the kind of a front-matter field by its ``key``."""
    name = key.lower()
    for kind, keys in _FIELDS.items():
        if name in keys:
            return kind
    if name.startswith(("social_", "seo_", "og_", "meta_")):
        return Kind.SOCIAL
    if "caption" in name:
        return Kind.CAPTION
    return Kind.ATTRIBUTE


def of_tag(name: str, words: str) -> Kind:
    """Return the kind of a block of HTML by the name of its innermost element."""
    return of_names((name,), words)


def of_names(told: Sequence[str], words: str) -> Kind:
    """Return the kind of a block by ``told``, the names of Place, and by its ``words`` without inline codes."""
    kind = _by_words(words, names.said(told, words) or Kind.PARAGRAPH)
    return Kind.DATE if kind is Kind.ITEM and dates.single(words) and names.about(told) else kind


def of_block(place: Place, words: str) -> Kind:
    """Return the kind of a block of text by its ``place`` and its ``words`` without inline codes."""
    if place.block == "heading":
        return Kind.HEADLINE if place.headline else Kind.SUBHEAD
    if place.block == "cell":
        return Kind.CELL
    held = _held(place)
    if told := names.said(place.names, words) if place.names else None:
        return _by_words(words, told)
    if place.after_picture and (place.emphasised or _captioned(words)):
        return wording.short_kind(words) or Kind.CAPTION
    return _by_words(words, held)


def _captioned(words: str) -> bool:
    if len(words) <= _LONGEST_CAPTION:
        return not words.endswith((":", "?"))
    return len(words) <= _LONGEST_CREDITED and (wording.caption(words) or bool(credit.found(words)))


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
    """Return a kind that the words tell better than the place, which only said ``kind``."""
    if kind is Kind.PARAGRAPH:
        return _of_paragraph(words)
    if kind is Kind.ITEM:
        return Kind.SOURCES if wording.sources(words) else Kind.TIMELINE if dates.prefix(words) else kind
    if kind is Kind.QUOTE:
        known = wording.short_kind(words)
        return known if known in (Kind.LABEL, Kind.DATE) else Kind.SOURCES if wording.sources(words) else kind
    return kind


def _of_paragraph(words: str) -> Kind:
    if known := wording.short_kind(words):
        return known
    if wording.caption(words):
        return Kind.CAPTION
    if wording.sources(words) or wording.according(words):
        return Kind.SOURCES
    if wording.quoted(words):
        return Kind.QUOTE
    if wording.heads(words):
        return Kind.LABEL
    begun = dates.prefix(words)
    return Kind.TIMELINE if begun and begun.form != "year" and begun.mark in dates.AFTER else Kind.PARAGRAPH
