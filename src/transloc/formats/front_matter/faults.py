"""Front matter that is meant as such and cannot be read: its fields would go out untranslated, so that an article with it is refused.

Only what comes in is judged (``transloc add``, the desk). ``front_matter.read`` leaves such text alone, byte for byte.
"""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

from transloc.errors import InputError
from transloc.formats import front_matter
from transloc.formats.decode import decode, stretches
from transloc.formats.front_matter import yaml_fields
from transloc.wording import say

_SUFFIXES = frozenset({".md", ".markdown"})
_FIELD = re.compile(r"(?P<key>[ \t]*(?:- +)?(?:[\w.-]+|\"[^\"]*\"|'[^']*')[ \t]*(?::[ \t]+|=[ \t]*))(?P<value>\S.*)", re.DOTALL)
#: Letters of a field that is shown corrected.
_SHOWN = 200
#: Where tomllib says that a fault is.
_TOLD = re.compile(r"\(at line (\d+),")

Fault = Callable[[str], int | None]


def heed(data: bytes, path: Path) -> None:
    """Raise InputError, with the line and the way out, where the Markdown file ``path`` has front matter that cannot be read.

    Other files have none, and what begins with a rule and has no ``key:`` after it has none either.
    """
    if path.suffix.lower() not in _SUFFIXES:
        return
    _, encoding = decode(data, path)
    text = front_matter.cut(stretches(data, encoding))
    head = front_matter.written(text)
    if head is None:
        return
    name, body = head
    fault = _toml if name == "TOML" else yaml_fields.fault
    if front_matter.too_deep(body):
        raise InputError(
            say("the front matter is nested more than a hundred levels deep, so that none of its fields could be translated"),
            path=path,
            line=1,
            hint=say("Move its data to a file of its own"),
        )
    line = fault(body)
    if line is not None:
        lines = re.split(r"\r\n|\r|\n", body)
        line = _unclosed(lines, min(line, len(lines) - 1))
        message = say("this is not valid {name}, so that no field of the front matter could be translated", name=name)
        raise InputError(message, path=path, line=line + 2, hint=_way_out(lines, line, fault))


def _toml(body: str) -> int | None:
    """Return the line, from 0, at which a TOML text cannot be read further; None where it is one."""
    try:
        tomllib.loads(body.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = _TOLD.search(str(error))
        return int(found[1]) - 1 if found else body.count("\n")
    except RecursionError:
        return 0
    return None


def _unclosed(lines: list[str], at: int) -> int:
    """Return the line whose quotation mark is never closed, or by another field's, which a reader only notices in the line ``at``."""
    for number in range(at - 1, -1, -1):
        found = _FIELD.fullmatch(lines[number])
        mark = found["value"][0] if found and found["value"][0] in "'\"" else ""
        if found and mark and mark not in found["value"][1:]:
            after = next((later for later in range(number + 1, len(lines)) if mark in lines[later]), len(lines))
            return number if after >= at else at
    return at


def _way_out(lines: list[str], at: int, fault: Fault) -> str:
    """Return what to do about the line ``at``: the field with its value in quotes, where that is all it lacks."""
    found = _FIELD.fullmatch(lines[at].rstrip())
    if found and " #" not in lines[at] and len(lines[at]) <= _SHOWN:
        value = found["value"]
        unclosed = value[0] in "'\"" and value.count(value[0]) == 1
        written = found["key"] + _quoted(value[1:] if unclosed else value, basic="=" in found["key"])
        left = fault("\n".join((*lines[:at], written, *lines[at + 1 :])))
        continued = lines[at + 1 : at + 2] and re.match(r"[ \t]+\S", lines[at + 1]) and not _FIELD.fullmatch(lines[at + 1])
        if left is None or (left > at and not continued):
            shown = written.strip()
            return say("Close the quotation mark: {line}", line=shown) if unclosed else say("Put the value in quotes: {line}", line=shown)
    return say("Correct this line, or put its value in quotes")


def _quoted(value: str, *, basic: bool) -> str:
    """Return ``value`` in quotation marks, as YAML or, with ``basic``, TOML has them."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if basic:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
