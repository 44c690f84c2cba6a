"""The texts in the JSON-LD of a page that a search result shows (schema.org), each with its place."""

import json
import re
from collections.abc import Iterator

from transloc.formats.html.json_tree import Node, read
from transloc.formats.runs import Child
from transloc.model import Kind

_WORKS = re.compile(r"(?:Article|Posting|Report|Review|WebPage|CreativeWork|Event)$")
_PICTURES = re.compile(r"(?:ImageObject|VideoObject|MediaObject|AudioObject)$")
_PEOPLE = frozenset({"author", "creator", "editor", "contributor"})
_FIELDS = {
    "headline": Kind.SOCIAL,
    "alternativeHeadline": Kind.SOCIAL,
    "alternateName": Kind.SOCIAL,
    "description": Kind.SOCIAL,
    "abstract": Kind.SOCIAL,
    "articleSection": Kind.CATEGORY,
    "keywords": Kind.TAG,
    "caption": Kind.CAPTION,
}


def children(text: str, start: int, end: int) -> tuple[Child, ...]:
    """Return the texts for readers in the script ``text[start:end]``, whose closing tag may belong to it."""
    close = text.rfind("</", start, end)
    root = read(text, start, close if close >= 0 else end, strict=False)
    return tuple(_texts(root)) if root else ()


def _texts(root: Node) -> Iterator[Child]:
    """Yield the texts in ``root``, in no order: each belongs to the object that holds it, through whatever lists."""
    nobody = Node("object", root.start)
    waiting = [(root, nobody, "", "")]  # a value, the object that holds it, under which name, and the name of that object in its own holder
    while waiting:
        node, holder, name, above = waiting.pop()
        if node.form == "text" and (kind := _kind(holder, name, above)) is not None:
            yield Child(place="json", span=(node.start + 1, node.end - 1), text=node.value, quote='"', kind=kind)
        waiting += [(item, holder, name, above) for item in node.items]
        waiting += [(value, node, key, name) for key, _, value in node.members]


def _kind(holder: Node, name: str, above: str) -> Kind | None:
    """Return the kind of the text ``name`` of ``holder``; None where it is no text of an article."""
    types = holder.get("@type")
    told = " ".join([types.value, *(item.value for item in types.items)]).strip() if types else ""
    own = holder.get(name)
    if name == "name" and above in _PEOPLE:
        return Kind.BYLINE
    if name in _PEOPLE and own is not None and own.form != "object":
        return Kind.BYLINE
    if _PICTURES.search(told):
        return {"caption": Kind.CAPTION, "description": Kind.CAPTION, "name": Kind.CAPTION}.get(name)
    if _WORKS.search(told):
        return Kind.SOCIAL if name == "name" else _FIELDS.get(name)
    return None


def written(value: str) -> str:
    """Return ``value`` as it stands between the quotation marks of a JSON text in a script; no end tag can be read in it."""
    return json.dumps(value, ensure_ascii=False)[1:-1].replace("</", "<\\/").replace("<!--", "\\u003c!--")
