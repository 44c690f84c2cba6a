"""JSON-LD in a page (W3C JSON-LD 1.1, schema.org): the texts that a search result shows, each with its place."""

import json
import re
from collections.abc import Iterator
from typing import Any

from transloc.formats.html.tokens import Token
from transloc.formats.runs import Child
from transloc.model import Kind, Span

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s"\[\]{}:,]+', re.DOTALL)
_DEEPEST = 200

Path = tuple[str | int, ...]

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


def is_linked_data(token: Token) -> bool:
    """Tell whether a ``<script>`` holds JSON-LD."""
    return token.get("type").split(";")[0].strip().lower() == "application/ld+json"


def load(text: str) -> Any:
    """Return the value of a JSON text; None where it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def children(text: str, start: int, end: int) -> tuple[Child, ...]:
    """Return the texts for readers in the script ``text[start:end]``, whose closing tag may belong to it."""
    close = text.rfind("</", start, end)
    stop = close if close >= 0 else end
    root = load(text[start:stop])
    if root is None:
        return ()
    found = []
    for path, value, span in texts(text, start, stop):
        kind = _kind(root, path)
        if kind is not None:
            found.append(Child(place="json", span=span, text=value, quote='"', kind=kind))
    return tuple(found)


def texts(text: str, start: int, end: int) -> Iterator[tuple[Path, str, Span]]:
    """Yield each text that is a value: the path to it, what it says, and its span without the quotation marks."""
    path: list[str | int] = []
    key = False
    for token in _TOKEN.finditer(text, start, end):
        mark = token[0]
        if mark in "{[":
            path.append("" if mark == "{" else 0)
            key = mark == "{"
        elif mark in "}]":
            if path:
                path.pop()
            key = False
        elif mark == ",":
            if path and isinstance(path[-1], int):
                path[-1] += 1
            key = bool(path) and isinstance(path[-1], str)
        elif mark == ":":
            key = False
        elif mark[0] == '"':
            value = json.loads(mark, strict=False)
            if key and path:
                path[-1] = value
            else:
                yield tuple(path), value, (token.start() + 1, token.end() - 1)


def _kind(root: Any, path: Path) -> Kind | None:
    """Return the kind of the text at ``path``; None where it is no text of an article."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    holder, above = _holder(root, path)
    told = " ".join(map(str, holder.get("@type", ()))) if isinstance(holder.get("@type"), list) else str(holder.get("@type", ""))
    if name == "name" and above in _PEOPLE:
        return Kind.BYLINE
    if name in _PEOPLE and not isinstance(holder.get(name), dict):
        return Kind.BYLINE
    if _PICTURES.search(told):
        return {"caption": Kind.CAPTION, "description": Kind.CAPTION, "name": Kind.CAPTION}.get(name)
    if _WORKS.search(told):
        return Kind.SOCIAL if name == "name" else _FIELDS.get(name)
    return None


def _holder(root: Any, path: Path) -> tuple[dict[str, Any], str]:
    """Return the innermost object on the way, and the name under which that object stands."""
    value, holder, above, name = root, {}, "", ""
    for step in path:
        if isinstance(value, dict):
            holder, above = value, name
            name = str(step)
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
    return holder, above


def written(value: str) -> str:
    """Return ``value`` as it stands between the quotation marks of a JSON text in a script; no end tag can be read in it."""
    return json.dumps(value, ensure_ascii=False)[1:-1].replace("</", "<\\/").replace("<!--", "\\u003c!--")
