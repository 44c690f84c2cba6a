"""Bold and italic words in Markdown: by asterisks where CommonMark reads them as meant, by tags elsewhere.

turbohtml's own writer turns to tags for a whole text as soon as it has two emphases and a letter outside of ASCII, so ours stands in.
"""

import unicodedata
from typing import TYPE_CHECKING

from transloc.formats.convert.nodes import is_element

if TYPE_CHECKING:
    from turbohtml import Element, Node

_SIGNS = {"strong": "**", "em": "*"}
_BOUNDARY = " "
_SIGN = "*"


def write(element: "Element", written: str) -> str:
    """Return ``element``, whose content is the Markdown ``written``, by the flanking rules of CommonMark 0.31, section 6.2."""
    core = written.strip()
    if not core:
        return written
    lead, tail = written[: len(written) - len(written.lstrip())], written[len(written.rstrip()) :]
    before = lead[-1:] or _beside(element, previous=True)
    after = tail[:1] or _beside(element, previous=False)
    sign = _SIGNS[element.tag]
    if _opens(before, core[0]) and _opens(after, core[-1]) and _SIGN not in (before, after):
        return f"{lead}{sign}{core}{sign}{tail}"
    return f"{lead}<{element.tag}>{core}</{element.tag}>{tail}"


def _opens(outside: str, inside: str) -> bool:
    """Tell whether a delimiter between the two characters flanks the inner one."""
    return not _is_punctuation(inside) or outside.isspace() or _is_punctuation(outside)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _beside(element: "Element", *, previous: bool) -> str:
    """Return the character that Markdown has before or after ``element``; an asterisk where another emphasis touches it."""
    near: Node | None = element.previous_sibling if previous else element.next_sibling
    while near is not None and not is_element(near) and not near.text:
        near = near.previous_sibling if previous else near.next_sibling
    if near is not None:
        if not is_element(near):
            return near.text[-1] if previous else near.text[0]
        return _SIGN if near.tag in _SIGNS else _BOUNDARY if near.tag == "br" else "]"
    holder = element.parent
    if not is_element(holder):
        return _BOUNDARY
    if holder.tag in _SIGNS:
        return _beside(holder, previous=previous)
    return "]" if holder.tag in ("a", "sup", "sub", "s", "del", "ins", "u", "mark", "small", "q", "cite") else _BOUNDARY
