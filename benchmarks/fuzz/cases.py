"""Case ``number`` of a seed: the same bytes whenever it is asked for, so that a failure can be made again."""

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.fuzz import hostile, packages
from benchmarks.fuzz.checks import Outcome, examine
from benchmarks.fuzz.tokens import TOKENS
from benchmarks.sample import ARTICLES, CATALOG, ROOT
from transloc import formats
from transloc.errors import TranslocError

_OTHERS = {"html": "md", "md": "html", "txt": "md", "po": "txt", "docx": "html"}

#: Characters of a hostile text: what it does is seen well before.
_LONGEST = 300_000
_NASTY = (
    "\0",
    "\ufeff",
    "\ufffe",
    "\u202e",
    "\u200b",
    "\u0301",
    "🇺🇦",
    "\x1b[31m",
    "\u2028",
    "\x85",
    "я" * 300,
    "\r",
    "\n\r\n",
    "\x7f",
    "\u00ad",
)
_BYTES = (b"\xff", b"\x80", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\x1a")


#: The kinds in the order in which cases take turns.
KINDS = ("md", "html", "docx", "md", "html", "docx", "txt", "po")


def known() -> list[str]:
    """Return those of ``KINDS`` that this transloc reads."""
    held = []
    for kind in KINDS:
        with suppress(TranslocError):
            if kind != "po":
                formats.for_name(f"x.{kind}")
            held.append(kind)
    return held


class Case(NamedTuple):
    """One case; ``data`` is made of it where it is needed."""

    kind: str
    seed: int
    number: int

    @property
    def name(self) -> str:
        return f"seed{self.seed}-{self.number}.{self.kind}"

    def data(self) -> bytes:
        """Return the bytes of the case."""
        pick = random.Random(f"{self.seed}/{self.number}/{self.kind}")
        chance = pick.random()
        if chance < 0.04:
            return pick.randbytes(pick.randrange(400))
        if chance < 0.2:
            return _hostile(self.kind, pick)
        data = pick.choice(seeds(self.kind))
        if self.kind == "docx":
            for _ in range(pick.choice((1, 1, 2, 3))):
                data = packages.damaged(data, pick, lambda part: _changed(part, "docx", pick))
            return data
        if chance < 0.9:
            data = _window(data, pick)
        return _encoded(_changed(data, self.kind, pick), pick)


def outcome_of(case: Case) -> Outcome:
    """Return what became of a case."""
    return examine(case.kind, case.data(), case.number)


def seconds(case: Case) -> float:
    """Return what a case may take: much, as a machine that does other things besides is slow, and yet no hang."""
    return 60 if case.kind == "docx" else 20 + len(case.data()) / 20_000


@cache
def seeds(kind: str) -> tuple[bytes, ...]:
    """Return the documents that cases are made of."""
    if kind == "po":
        return (CATALOG.read_bytes(), *(hostile.PO[name](600).encode() for name in hostile.PO))
    if kind == "docx":
        return tuple(data for _, data in corpus.documents("docx", 12))
    if kind == "txt":
        return (*(path.read_bytes() for path in ARTICLES), b"", "Один\r\n\r\nДва\rТри\n".encode())
    own = tuple(path.read_bytes() for path in sorted((ROOT / "articles").glob(f"*.{kind}")))
    return own + tuple(data for _, data in corpus.documents(kind, 40))


def _hostile(kind: str, pick: random.Random) -> bytes:
    size = pick.choice((1, 7, 60, 300, 900, 3000) if pick.random() < 0.97 else (100_000,))
    if kind == "docx":
        made = packages.PACKAGES[pick.choice(tuple(packages.PACKAGES))](min(size, 3000))
        return made if pick.random() < 0.7 else _changed(made, kind, pick)
    makers = hostile.TEXTS[kind if pick.random() < 0.9 else _OTHERS[kind]]
    text = "".join(makers[pick.choice(tuple(makers))](size) for _ in range(pick.choice((1, 1, 2))))[:_LONGEST]
    if pick.random() < 0.3:
        return _encoded(_changed(text.encode(), kind, pick), pick)
    return text.encode()


def _window(data: bytes, pick: random.Random) -> bytes:
    """Return a stretch of a document: most of what can go wrong does so within a few paragraphs."""
    size = pick.choice((60, 300, 1000, 3000))
    start = 0 if pick.random() < 0.4 else pick.randrange(max(1, len(data) - size))
    return data[start : start + size].decode("utf-8", "ignore").encode()


def _changed(data: bytes, kind: str, pick: random.Random) -> bytes:
    for _ in range(pick.choice((0, 1, 1, 2, 3, 6))):
        data = pick.choice(_CHANGES)(data, kind, pick)
    return data


def _at(data: bytes, pick: random.Random) -> int:
    """Return a place in ``data`` that does not cut a letter of UTF-8 in two."""
    at = pick.randrange(len(data) + 1)
    while 0 < at < len(data) and data[at] & 0xC0 == 0x80:
        at -= 1
    return at


def _span(data: bytes, pick: random.Random) -> tuple[int, int]:
    one, other = _at(data, pick), _at(data, pick)
    if pick.random() < 0.7:
        other = min(len(data), one + pick.randrange(60))
        while other < len(data) and data[other] & 0xC0 == 0x80:
            other += 1
    return min(one, other), max(one, other)


def _put(data: bytes, kind: str, pick: random.Random) -> bytes:
    at = _at(data, pick)
    return data[:at] + pick.choice(TOKENS[kind]).encode() + data[at:]


def _replace(data: bytes, kind: str, pick: random.Random) -> bytes:
    start, end = _span(data, pick)
    return data[:start] + pick.choice(TOKENS[kind]).encode() + data[end:]


def _nasty(data: bytes, kind: str, pick: random.Random) -> bytes:
    at = _at(data, pick)
    return data[:at] + pick.choice(_NASTY[1:] if pick.random() < 0.9 else _NASTY).encode() + data[at:]


def _cut(data: bytes, kind: str, pick: random.Random) -> bytes:
    start, end = _span(data, pick)
    return data[:start] + data[end:]


def _double(data: bytes, kind: str, pick: random.Random) -> bytes:
    start, end = _span(data, pick)
    return data[:end] + data[start:end] * pick.choice((1, 1, 2, 30)) + data[end:] if end - start < 3000 else data


def _cross(data: bytes, kind: str, pick: random.Random) -> bytes:
    other = pick.choice(seeds(kind if pick.random() < 0.85 else "md"))
    start, end = _span(other, pick)
    at = _at(data, pick)
    return data[:at] + other[start : min(end, start + 4000)] + data[at:]


def _lines(data: bytes, kind: str, pick: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = pick.randrange(len(lines)), pick.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _end(data: bytes, kind: str, pick: random.Random) -> bytes:
    return data[: _at(data, pick)]


def _flip(data: bytes, kind: str, pick: random.Random) -> bytes:
    if not data or (kind != "docx" and pick.random() < 0.8):
        return _put(data, kind, pick)
    held = bytearray(data)
    for _ in range(pick.choice((1, 1, 4, 20))):
        held[pick.randrange(len(held))] = pick.randrange(256)
    return bytes(held)


def _bad_bytes(data: bytes, kind: str, pick: random.Random) -> bytes:
    at = _at(data, pick)
    return data[:at] + pick.choice(_BYTES) + data[at:] if pick.random() < 0.2 else _double(data, kind, pick)


def _newlines(data: bytes, kind: str, pick: random.Random) -> bytes:
    return b"".join(piece + pick.choice((b"\n", b"\n", b"\r\n", b"\r")) for piece in data.split(b"\n"))


_CHANGES: Sequence[Callable[[bytes, str, random.Random], bytes]] = (
    *(_put, _put, _put, _replace, _replace, _nasty, _cut, _cut),
    *(_double, _cross, _cross, _lines, _end, _flip, _bad_bytes, _newlines),
)


def _encoded(data: bytes, pick: random.Random) -> bytes:
    if pick.random() < 0.85:
        return data
    text = data.decode("utf-8", "replace")
    coding = pick.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-u", "latin-1", "cp866", "utf-8"))
    return text.encode(coding, "ignore")
