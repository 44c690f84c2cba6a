"""TOML texts where they stand (TOML 1.0): a scanner finds them, the standard library's parser reads them and proves the rest."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator
from typing import Any

from transloc.formats.front_matter import Field, Head
from transloc.model import Span

_TOKEN = re.compile(
    r'(?P<text>"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\r\n]|\\.)*"|\'[^\'\r\n]*\')'
    r"|(?P<comment>\#[^\r\n]*)|(?P<line>\r\n|\n)|(?P<bare>[^\s\"'=,\[\]{}#]+)|(?P<mark>[=,\[\]{}])",
    re.DOTALL,
)


def read(text: str, body: Span, end: int, keys: Collection[str]) -> Head:
    """Return the fields of the TOML in ``text[body]``; see ``front_matter.read``."""
    try:
        tables = tomllib.loads(text[body[0] : body[1]].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return Head(end, "toml")
    fields, shape = [], []
    for key, span in _texts(text, body):
        raw = text[span[0] : span[1]]
        value = tomllib.loads("v=" + raw.replace("\r\n", "\n"))["v"]
        if key.lower() in keys:
            fields.append(Field(key=key, value=value, span=span, style=_style(raw), block=_line(text, span, key)))
            shape.append(key)
        else:
            shape.append(f"{key}={value}")
    return Head(end, "toml", tuple(fields), tuple(_metadata(tables)), (*shape, *_others(tables)))


def _texts(text: str, body: Span) -> Iterator[tuple[str, Span]]:
    """Yield the key and the span of every text that is a value."""
    key, word, depth, value = "", "", 0, False
    for token in _TOKEN.finditer(text, *body):
        form = token.lastgroup
        if form == "mark" and token[0] == "=":
            key, value = word, True
        elif form == "mark" and token[0] in "[{":
            depth += value
            value = value and token[0] == "["
        elif form == "mark" and token[0] in "]}":
            depth -= depth > 0
        elif form == "line":
            value = value and depth > 0
        elif form == "text" and value:
            yield key, token.span()
        elif form in ("text", "bare"):
            word = token[0].rpartition(".")[2].strip("\"'")


def _style(raw: str) -> str:
    return raw[:3] if raw[:3] in ('"""', "'''") else raw[0]


def _line(text: str, span: Span, key: str) -> Span | None:
    start = text.rfind("\n", 0, span[0]) + 1
    rest = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n)").match(text, span[1])
    alone = re.fullmatch(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=\s*", text[start : span[0]])
    return (start, rest.end()) if rest and alone else None


def _metadata(tables: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from ((name, words) for name, words in _metadata(value) if name in ("tags", "categories", "authors"))
        elif isinstance(value, list):
            if all(isinstance(item, str) for item in value):
                yield key.lower(), ", ".join(value)
        else:
            yield key.lower(), str(value)


def _others(value: Any, path: str = "") -> Iterator[str]:
    """Yield what is no text, so that a reader of the result can tell that all of it stayed."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _others(item, f"{path}/{key}")
    elif isinstance(value, list):
        for count, item in enumerate(value):
            yield from _others(item, f"{path}/{count}")
    elif not isinstance(value, str):
        yield f"{path}={value}"
    else:
        yield path


def write(value: str, style: str, attempt: int, lacks: Callable[[str], bool]) -> str:
    """Return ``value`` as a text, at first in ``style``, then as a basic one, which holds everything."""
    plain = value.replace("\n", "").isprintable() and not lacks(value)
    if attempt == 0 and plain:
        if style == "'" and "'" not in value and "\n" not in value:
            return f"'{value}'"
        if style == "'''" and "'''" not in value and not value.endswith("'"):
            return f"'''{_opened(value)}'''"
        if style == '"""':
            return f'"""{_opened(_escape(value, lacks, keep=chr(10)))}"""'
    return f'"{_escape(value, lacks)}"'


def _opened(value: str) -> str:
    return "\n" + value if value.startswith("\n") else value


def _escape(value: str, lacks: Callable[[str], bool], keep: str = "") -> str:
    return "".join(_one(c, lacks, keep) for c in value)


def _one(character: str, lacks: Callable[[str], bool], keep: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n" != keep:
        return "\\n"
    if character == keep or (character.isprintable() and not lacks(character)) or character == "\u00a0":
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
