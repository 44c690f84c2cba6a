r"""Our own one-line comments: ``# transloc: reviewed by=p7,p9 at=2026-11-23T10:00:00Z origin=deepl seal=0a1b2c3d``.

A comment is a word and fields. A value is bare where it is short and harmless, else quoted as in JSON, whose escapes then also
keep it whole where a tool folds comments (polib and Babel do, at 76 columns, at spaces and after hyphens): only a single space
and a hyphen before a letter or digit stand raw. So a line that ends within a quoted value or with a hyphen goes on in the next
one, and so does one that is followed by a line of fields.
"""

import json
import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from transloc.errors import InputError
from transloc.formats.po.lex import Entry
from transloc.formats.po.text import INSIDE, unescape
from transloc.wording import say

WORDS = frozenset(
    {"initial", "translated", "reviewed", "final", "omitted", "waiver", "correction", "suggestion", "previous", "quotation", "alternative"}
)
FIELDS = (
    *("state", "by", "at", "origin", "after", "rule", "reason", "text", "seal"),
    *("status", "span", "speaker", "spoken", "published", "url", "original", "note"),
)

_OURS = re.compile(r"#+\s*transloc:\s+(?P<word>[a-z]+)(?P<fields>\s.*)?", re.DOTALL)
_BEFORE = re.compile(rf'#\s*\|\s*(?P<keyword>msgctxt|msgid_plural|msgid|)\s*"(?P<inside>{INSIDE})"')
_BARE = re.compile(r"(?:[\w.:+@/]|-(?=[^\W_]))+")
_ITEM = r'(?:"(?:[^"\\]|\\.)*"|[^\s",=]+)'
_FIELD = re.compile(rf"\s+(?P<key>{'|'.join(FIELDS)})=(?P<items>{_ITEM}(?:,{_ITEM})*)")
_ITEMS = re.compile(_ITEM)
_GOES_ON = re.compile(rf"#\s*(?:{'|'.join(FIELDS)})=")
_OPEN = re.compile(r'[^"]*(?:"(?:[^"\\]|\\.)*"[^"]*)*"(?:[^"\\]|\\.)*\\?')

# What a folding tool could change, or a reader could take for the place where it folded.
_FRAGILE = re.compile(r"[^\S ]|(?<=[-\s]) |\A | (?=\s)| \Z|-(?![^\W_])|\x7f")


@dataclass(frozen=True, slots=True)
class Mark:
    """One comment of ours."""

    word: str
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def get(self, key: str, default: str = "") -> str:
        """Return the (first) value of a field."""
        return self.fields.get(key, (default,))[0]

    def __str__(self) -> str:
        given = (f" {key}={','.join(map(_written, items))}" for key, items in self.fields.items() if items)
        return f"# transloc: {self.word}{''.join(given)}"


@dataclass(frozen=True, slots=True)
class Comments:
    """An entry's comments, sorted: ours, other people's lines, and the previous source where Babel made a comment of it."""

    marks: tuple[Mark, ...]
    others: tuple[str, ...]
    previous: str = ""


def quote(text: str) -> str:
    """Return ``text`` as a quoted value that survives folding; ``json.loads`` reads it."""
    inside = json.dumps(text, ensure_ascii=False)[1:-1]
    return '"' + _FRAGILE.sub(lambda found: f"\\u{ord(found[0]):04x}", inside) + '"'


def _written(item: str) -> str:
    return item if _BARE.fullmatch(item) else quote(item)


def sort(entry: Entry, path: Path | str | None) -> Comments:
    """Tell our comments in ``entry`` from other people's; raises InputError for one of ours that cannot be read."""
    if not entry.comments:
        return Comments((), ())
    marks: list[Mark] = []
    others: list[str] = []
    previous: list[str] = []
    rows = deque(entry.comments)
    while rows:
        number, line = rows.popleft()
        ours = _OURS.fullmatch(line)
        if ours and ours["word"] in WORDS:
            marks.append(_mark(_whole(line, rows), number, path))
            continue
        ahead = deque(rows)
        before = _BEFORE.fullmatch(_whole(line, ahead)) if line[1:].lstrip().startswith("|") else None
        if before:
            rows = ahead
            previous = _previous(previous, before)
        else:
            others.append(line)
    return Comments(tuple(marks), tuple(others), "".join(previous))


def _whole(line: str, rows: deque[tuple[int, str]]) -> str:
    """Return ``line`` with the pieces that were folded off it; they leave ``rows``."""
    while rows and (line.endswith("-") or _open(line) or _GOES_ON.match(rows[0][1])):
        piece = rows.popleft()[1].removeprefix("#").strip()
        line += piece if line.endswith("-") else f" {piece}"
    return line


def _open(line: str) -> bool:
    return '"' in line and _OPEN.fullmatch(line) is not None


def _mark(line: str, number: int, path: Path | str | None) -> Mark:
    ours = _OURS.fullmatch(line)
    assert ours is not None
    rest, at = ours["fields"] or "", 0
    fields: dict[str, tuple[str, ...]] = {}
    try:
        while found := _FIELD.match(rest, at):
            fields[found["key"]] = tuple(_value(item) for item in _ITEMS.findall(found["items"]))
            at = found.end()
    except ValueError:
        at = -1
    if at < 0 or rest[at:].strip():
        hint = say("Bring it back from git, or delete the line: the segment then counts as another tool's work")
        raise InputError(say("this transloc comment cannot be read"), path=path, line=number, hint=hint)
    return Mark(ours["word"], fields)


def _value(item: str) -> str:
    return str(json.loads(item)) if item.startswith('"') else item


def _previous(so_far: list[str], before: re.Match[str]) -> list[str]:
    """Return the previous source with one more of its lines, which Babel turns from ``#| msgid`` into ``# | msgid``."""
    if before["keyword"] in ("msgctxt", "msgid_plural"):
        return so_far
    piece = unescape(before["inside"], "utf-8")
    return [piece] if before["keyword"] else [*so_far, piece]
