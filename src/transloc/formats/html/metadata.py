"""What a page states of its article: JSON-LD before Open Graph and ``<meta>`` before microdata before what a reader sees."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from transloc.formats.units import is_text
from transloc.model import Kind, Stated, Unit

if TYPE_CHECKING:
    from turbohtml import Document

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
#: Names of schema.org, by ours.
_PROPERTIES = {
    "title": ("headline", "name"),
    "description": ("description", "alternativeHeadline"),
    "author": ("author", "creator"),
    "date": ("datePublished", "dateCreated"),
    "category": ("articleSection",),
    "tags": ("keywords",),
    "language": ("inLanguage",),
    "address": ("url", "mainEntityOfPage"),
}
_METAS = {
    "category": ("article:section", "og:article:section", "parsely-section"),
    "author": ("author", "article:author_name", "parsely-author", "dc.creator", "dcterms.creator"),
    "tags": ("news_keywords",),
}
#: How far to believe each place, measured by hand on 48 saved pages: what machines are told is rarely wrong, what is seen may be anyone's.
_TRUST = {"JSON-LD": 0.95, "Open Graph": 0.9, "meta": 0.85, "microdata": 0.85, "text": 0.7, "element": 0.6}
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_SEEN = {Kind.BYLINE: "author", Kind.DATE: "date", Kind.CATEGORY: "category", Kind.HEADLINE: "title", Kind.LEDE: "description"}


def read(tree: "Document", units: Iterable[Unit]) -> dict[str, Stated]:
    """Return what ``tree`` states, with the place that is believed most; ``units`` are those of the article."""
    held: dict[str, Stated] = {}
    for origin, name, value in (*_linked(tree), *_meta(tree), *_microdata(tree), *_seen(units), *_elements(tree)):
        words = " ".join(value.split())
        if name == "date" and origin != "text":
            words = found[0] if (found := _DATE.search(words)) else ""
        if words and (name not in held or held[name].confidence < _TRUST[origin]):
            held[name] = Stated(words, origin, _TRUST[origin])
    return held


def _linked(tree: "Document") -> Iterator[tuple[str, str, str]]:
    for found in _articles(tree.json_ld()):
        yield from (("JSON-LD", name, value) for name, value in _properties(found))


def _articles(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > 8:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type", "")
        if any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for name in ("@graph", "mainEntity"):
            yield from _articles(value.get(name), depth + 1)


def _properties(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, others in _PROPERTIES.items():
        value = next((words for other in others if (words := _words(found.get(other)))), "")
        if value and not (name == "author" and "://" in value):
            yield name, value


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("@id") or "")
    if hasattr(value, "properties"):
        return _words(value.properties.get("name", ""))
    return value if isinstance(value, str) else ""


def _meta(tree: "Document") -> Iterator[tuple[str, str, str]]:
    told = (tree.find("head") or tree).article()  # of the document's metadata alone: the head holds no content to weigh
    graph = tree.opengraph()
    for name in ("title", "description"):
        if graph.get(name):
            yield "Open Graph", name, str(graph[name])
    for name, value in (("description", told.description), ("date", told.date), ("author", told.byline), ("address", told.canonical)):
        if value and not (name == "author" and "://" in value):
            yield "meta", name, value
    if told.tags:
        yield "meta", "tags", ", ".join(dict.fromkeys(told.tags))
    for element in tree.iter_elements("meta"):
        key = str(element.attr("property") or element.attr("name") or "").lower()
        for name, keys in _METAS.items():
            if key in keys and element.attr("content"):
                yield "meta", name, str(element.attr("content"))


def _microdata(tree: "Document") -> Iterator[tuple[str, str, str]]:
    for item in tree.microdata():
        if item.type and _ARTICLE.search(str(item.type)):
            yield from (("microdata", name, value) for name, value in _properties(item.properties))


def _seen(units: Iterable[Unit]) -> Iterator[tuple[str, str, str]]:
    for unit in units:
        name = _SEEN.get(unit.kind)
        if name and is_text(unit.source):
            yield "text", name, re.sub(r"</?\d+/?>", "", unit.source)


def _elements(tree: "Document") -> Iterator[tuple[str, str, str]]:
    if (title := tree.find("title")) is not None:
        yield "element", "title", title.text
    if (root := tree.find("html")) is not None and root.attr("lang"):
        yield "element", "language", str(root.attr("lang"))
    for element in tree.iter_elements("time"):
        if element.attr("datetime"):
            yield "element", "date", str(element.attr("datetime"))
            break
