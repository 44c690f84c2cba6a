"""YAML that no reader takes in two ways: a text a line (``key: value``) and lists of such. Most front matter is no more.

The rest is left to ruamel.yaml, which takes many times as long.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from transloc.model import Span

#: What some reader of YAML 1.1 or 1.2 would not take for a text.
NO_TEXT = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|~|[-+.]?(?:inf|nan)|[-+]?[\d.][\d_,.:xobXOB]*(?:[eE][-+]?\d+)?|\d{4}-\d\d?-\d\d?.*|=|<<)?\Z",
    re.IGNORECASE,
)
_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,99}):(?: +|\Z)")
_ITEM = re.compile(r"( *)- +(?! )")
_BEGIN = re.compile(r"[^\W_]|/|-\d")
#: A text of a list in one line.
_LISTED = re.compile(r"(\"[^\"\\]*\"|[^\W\d_][\w.-]*(?: [\w.-]+)*)(?:, +|\Z)")


class Scalar(NamedTuple):
    """A value. ``key`` is the nearest over it, ``path`` all of them; ``style`` is how it is quoted, empty for a plain one.

    ``begin`` is where its own lines begin, -1 where it has none; ``is_text`` tells whether it is one to YAML, None where readers differ.
    """

    key: str
    path: str
    value: str
    style: str
    span: Span
    begin: int
    is_text: bool | None


def read(body: str) -> list[Scalar] | None:
    """Return the values of ``body`` in order; None where it holds anything but such lines."""
    if not body.replace("\r\n", "").replace("\n", "").replace("\u00a0", "").isprintable():
        return None
    held: list[Scalar | None] = []
    keys: list[str] = []
    at, count, indent = 0, -1, ""  # of the items under the last key: how many there are, -1 where none may follow
    for line in body.splitlines(keepends=True):
        raw = line.rstrip("\r\n ")
        if found := _KEY.match(raw):
            if count == 0:
                held.append(_nothing(keys[-1], at))
            keys.append(found[1])
            count = 0 if found.end() == len(raw) else -1
            held += [] if count == 0 else _values(found[1], raw[found.end() :], at + found.end(), at)
        elif count >= 0 and (found := _ITEM.match(raw)) and (not count or found[1] == indent):
            held.append(_one(keys[-1], f"/{keys[-1]}/{count}", raw[found.end() :], at + found.end()))
            count, indent = count + 1, found[1]
        elif raw:
            return None
        at += len(line)
    if count == 0:
        held.append(_nothing(keys[-1], at))
    whole = [one for one in held if one]
    return whole if len(whole) == len(held) and len(set(keys)) == len(keys) > 0 else None


def _nothing(key: str, at: int) -> Scalar:
    return Scalar(key, f"/{key}", "", "", (at, at), -1, is_text=False)


def _values(key: str, raw: str, start: int, begin: int) -> Iterator[Scalar | None]:
    """Yield what stands after a key on its line, None for what may be read in two ways."""
    if not raw.startswith("["):
        yield _one(key, f"/{key}", raw, start, begin)
        return
    at, count, end = 1, 0, len(raw) - 1
    while raw.endswith("]") and at < end and (found := _LISTED.match(raw, at, end)):
        yield _one(key, f"/{key}/{count}", found[1], start + at)
        at, count = found.end(), count + 1
    if at != end or not count:
        yield None


def _one(key: str, path: str, raw: str, start: int, begin: int = -1) -> Scalar | None:
    """Return the value that is written as ``raw``, None where that may be read in two ways."""
    style = raw[:1] if raw[:1] in ("'", '"') else ""
    if style:
        value = raw[1:-1]
        certain = len(raw) > 1 and raw.endswith(style) and style not in value and (style == "'" or "\\" not in value)
    else:
        value = raw
        certain = bool(_BEGIN.match(raw)) and ": " not in raw and " #" not in raw and not raw.endswith(":") and raw.lower() != "null"
    is_text = True if style or (raw[:1].isalpha() and not NO_TEXT.match(raw)) else None
    return Scalar(key, path, value, style, (start, start + len(raw)), begin, is_text) if certain else None
