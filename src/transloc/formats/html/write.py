"""Words and codes written as HTML: escaped where HTML would read something else, and in the style of the block otherwise."""

import re
from collections.abc import Callable, Iterable, Mapping

from transloc.formats import captions
from transloc.formats.html.json_texts import written as as_json
from transloc.formats.html.tokens import tokens as read
from transloc.formats.place import Place
from transloc.formats.references import unescape
from transloc.markup import CodeToken, Form, Text, Token
from transloc.model import Code

_SPACE = re.compile(r"[ \t\r\n\f]+")
_REFERENCE = re.compile(r"&(?=[#A-Za-z0-9])")
_EDGES = " \t\r\n\f"


def normal(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return ``tokens`` without the white space that HTML would not keep, and without empty words."""
    held: list[Token] = []
    for token in tokens:
        if isinstance(token, CodeToken):
            held.append(token)
            continue
        value = _SPACE.sub(" ", token.value)
        if not held:
            value = value.lstrip(_EDGES)
        if held and isinstance(held[-1], Text):
            held[-1] = Text(_SPACE.sub(" ", held[-1].value + value))
        elif value:
            held.append(Text(value))
    if held and isinstance(held[-1], Text):
        held[-1] = Text(held[-1].value.rstrip(_EDGES))
    return tuple(token for token in held if not isinstance(token, Text) or token.value)


def write(tokens: Iterable[Token], codes: Mapping[int, Code], place: Place, lacks: Callable[[str], bool]) -> str:
    """Return the text of a unit whose ``tokens`` are normal; ``lacks`` tells whether the charset has no place for some of it."""
    if place.context == "json":
        return _json("".join(token.value for token in tokens if isinstance(token, Text)), lacks)
    text = "".join(before for before, _ in place.wrap)
    for token in tokens:
        if isinstance(token, CodeToken):
            code = codes[token.number]
            text += (code.close or "") if token.form is Form.CLOSE else code.open
        else:
            text += words(token.value, place, lacks)
    text += "".join(after for _, after in reversed(place.wrap))
    return f'"{text}"' if place.context == "attribute" and not place.quote else text


def words(value: str, place: Place, lacks: Callable[[str], bool]) -> str:
    """Return literal words as HTML writes them at ``place``."""
    escaped = value.replace("&", "&amp;") if "&" in place.entities else _REFERENCE.sub("&amp;", value)
    escaped = escaped.replace("<", "&lt;")
    if place.context == "attribute":
        escaped = escaped.replace("'", "&#39;") if place.quote == "'" else escaped.replace('"', "&quot;")
    for character, reference in place.entities.items():
        if character not in "&<;#":
            escaped = escaped.replace(character, reference)
    if escaped.isascii() or not lacks(escaped):
        return escaped
    return "".join(f"&#{ord(c)};" if not c.isascii() and lacks(c) else c for c in escaped)


def _json(value: str, lacks: Callable[[str], bool]) -> str:
    text = as_json(value)
    return text if text.isascii() or not lacks(text) else "".join(_escaped(c) if not c.isascii() and lacks(c) else c for c in text)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def says(tokens: Iterable[Token], codes: Mapping[int, Code], wrap: Iterable[tuple[str, str]] = ()) -> list[str]:
    """Return what a text is to say: each tag as written, and the words between them."""
    said = [before for before, _ in wrap]
    for token in tokens:
        if isinstance(token, Text):
            said.append("=" + token.value)
        else:
            code = codes[token.number]
            credit = captions.plain(code)
            said.append("=" + credit if credit else (code.close or "") if token.form is Form.CLOSE else code.open)
    return said + [after for _, after in reversed(list(wrap))]


def heard(text: str, place: Place) -> str:
    """Return what a browser reads in ``text``, written at ``place``: the tags as they stand, the words unescaped."""
    if place.context in ("attribute", "rcdata"):
        return unescape(text)
    return "".join(unescape(text[t.start : t.end]) if t.form in ("text", "reference") else text[t.start : t.end] for t in read(text))
