"""JSON in a page where it stands: a tree of its values with their places, so that one is replaced and all else stays as written."""

import json
import re
from dataclasses import dataclass, field

from transloc.formats.html.tokens import Token
from transloc.model import Span

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)


@dataclass(slots=True)
class Node:
    """A value of JSON where it stands; ``members`` of an object: key, the key's span, value."""

    form: str
    start: int
    end: int = 0
    value: str = ""
    members: list[tuple[str, Span, "Node"]] = field(default_factory=list)
    items: list["Node"] = field(default_factory=list)

    def get(self, key: str) -> "Node | None":
        """Return the value of a member, None where the object has none of that name."""
        return next((value for name, _, value in self.members if name == key), None)

    def words(self, key: str) -> str:
        """Return the text of a member, empty where it is no text."""
        found = self.get(key)
        return found.value if found else ""


def is_linked_data(token: Token) -> bool:
    """Tell whether a ``<script>`` holds JSON-LD (W3C JSON-LD 1.1, section 7)."""
    return token.get("type").split(";")[0].strip().lower() == "application/ld+json"


def read(text: str, start: int, end: int, *, strict: bool = True) -> Node | None:
    """Return the tree of the JSON ``text[start:end]``, None where it is none; without ``strict`` its texts may hold bare line ends."""
    try:
        json.loads(text[start:end], strict=strict)
    except (ValueError, RecursionError):
        return None
    root = Node("array", start)
    stack, keys = [root], list[tuple[str, Span] | None]([None])
    for found in _TOKEN.finditer(text, start, end):
        mark, top = found[0], stack[-1]
        if mark in "}]":
            stack.pop().end = found.end()
            keys.pop()
        elif mark not in ":,":
            if top.form == "object" and keys[-1] is None:
                keys[-1] = (json.loads(mark, strict=strict), found.span())
                continue
            form = {"{": "object", "[": "array", '"': "text"}.get(mark[0], "other")
            node = Node(form, *found.span(), json.loads(mark, strict=strict) if form == "text" else "")
            if keys[-1] is None:
                top.items.append(node)
            else:
                top.members.append((*keys[-1], node))
                keys[-1] = None
            if form in ("object", "array"):
                stack.append(node)
                keys.append(None)
    return root.items[0]
