"""``inconsistent``: one text with several translations, or one translation of several texts; one name in two spellings.

Names are compared within a catalog. Texts are compared in all catalogs of a project, one after the other, by their digests; a catalog's
own may be taken in another process.
"""

import codecs
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple, Protocol

from transloc.checks.names.spellings import Spellings
from transloc.checks.text.later import later
from transloc.languages import language
from transloc.model import ADAPTED, Catalog, Finding, Segment, Severity, Span
from transloc.wording import say

NAME = "inconsistent"

#: A shorter text is a label, which is translated by its context.
_FEWEST = 3
#: What has so many pieces between spaces has as many words, dashes among them or not.
_MANY = 2 * _FEWEST
_WORD = later(r"[^\W_]+")
#: A charset of one byte a letter that most texts of these languages fit in; the last one is that of all others.
_CHARSETS = (("cp1251", "uk ru be bg mk sr"), ("cp1250", "pl cs sk hu ro hr sl"), ("cp1252", ""))
#: Bits of a digest, and of the line in a place.
_BITS, _LINES = 60, 24

Digests = tuple[int, int]
"""What the words of a source and of its target are compared by."""


class Languages(NamedTuple):
    """A pair of languages: ``key`` keeps its digests apart from those of others."""

    key: bytes
    source: "_Charset"
    target: "_Charset"


def languages(catalog: Catalog) -> Languages:
    """Return the languages of a catalog."""
    locales = catalog.source_locale, catalog.target_locale
    return Languages("\0".join((*locales, "")).encode(), *(_charset(language(locale)) for locale in locales))


def digests(segment: Segment, languages: Languages) -> Digests | None:
    """Return the digests of a segment's texts; None where it is too short, not translated, or adapted to its place."""
    if segment.kind in ADAPTED or not _translated(segment):
        return None
    if len(segment.source.split(maxsplit=_MANY)) < _MANY and len(_WORD.findall(segment.source)) < _FEWEST:
        return None
    key, source, target = languages
    return _digest(key + _told(segment.source, source)), _digest(key + _told(segment.target, target))


def respelt(segment: Segment, spellings: Spellings) -> list[Finding]:
    """Return a finding for each name that ``segment`` spells otherwise than those before it."""
    if not _translated(segment):
        return []
    return [
        _finding(say("“{word}” is “{said}” here, “{old}” before", word=word, said=said, old=old), span)
        for word, said, old, span in spellings.changed(segment)
    ]


class Kept(Protocol):
    """What is kept of texts, by digest: that of the counterpart, and the place, a number below 2**63; a dict is one."""

    def setdefault(self, key: int, value: tuple[int, int], /) -> tuple[int, int]:
        """Return what stands under ``key``, which is ``value`` where nothing did."""


@dataclass(slots=True)
class Consistency:
    """What the catalogs said so far. Feed them in the order of the files; a finding stands at the later of two places.

    ``targets`` keep it by source, ``sources`` by target: dicts, or what lies elsewhere where a project may be of any size.
    """

    targets: Kept = field(default_factory=dict[int, tuple[int, int]])
    sources: Kept = field(default_factory=dict[int, tuple[int, int]])
    _paths: list[str] = field(default_factory=list)

    def compare(self, said: Digests, length: int, path: str, line: int = 0) -> list[Finding]:
        """Return what contradicts an earlier segment; ``path`` and ``line`` (0: none) are where this one stands, for the reader.

        ``length`` is that of its target, in code points.
        """
        if not self._paths or self._paths[-1] != path:
            self._paths.append(path)
        mine, theirs = said
        place, found = (len(self._paths) - 1) << _LINES | line, list[Finding]()
        known, before = self.targets.setdefault(mine, (theirs, place))
        if known != theirs:
            found.append(_finding(say("The same text is translated otherwise: {before}", before=self._place(before)), (0, length)))
        known, before = self.sources.setdefault(theirs, (mine, place))
        if known != mine:
            found.append(_finding(say("Another text has the same translation: {before}", before=self._place(before)), (0, length)))
        return found

    def read(self, segment: Segment, catalog: Catalog, path: str, line: int = 0) -> list[Finding]:
        """Return the same of a segment whose digests were not taken before."""
        said = digests(segment, languages(catalog))
        return self.compare(said, len(segment.target), path, line) if said else []

    def _place(self, place: int) -> str:
        path, line = divmod(place, 1 << _LINES)
        return f"{self._paths[path]}:{line}" if line else self._paths[path]


def _translated(segment: Segment) -> bool:
    return bool(segment.source and segment.target.strip() and not segment.omitted)


class _Charset(NamedTuple):
    """How texts are brought to small letters: ``codes`` makes bytes of them, ``small`` other bytes, without ``marks``.

    ``others`` are figures, and letters that are no single small one.
    """

    codes: Any
    small: bytes
    marks: bytes
    others: bytes


@cache
def _charset(tongue: str) -> _Charset:
    name = next(name for name, tongues in _CHARSETS if tongue in tongues.split() or not tongues)
    letters = bytes(range(256)).decode(name, "replace")
    small, marks, others = bytearray(range(256)), bytearray(), bytearray()
    for byte, letter in enumerate(letters):
        folded = letter.casefold().encode(name, "ignore")
        if letter.isalpha() and len(folded) == 1:
            small[byte] = folded[0]
        elif letter.isalnum():
            others.append(byte)
        else:
            marks.append(byte)
    return _Charset(codecs.charmap_build(letters), bytes(small), bytes(marks), bytes(others))


def _told(text: str, charset: _Charset) -> bytes:
    """Return the letters of a text, or its words where it has figures, which say the same whatever its marks, spaces and capitals."""
    plain = _encoded(text, charset)
    if plain is not None:
        told = plain.translate(charset.small, charset.marks)
        if len(told.translate(None, charset.others)) == len(told):
            return told
    words = _WORD.findall(text.casefold())  # there are letters of other charsets, or figures: 1,5 is no 15
    letters = "".join(words)
    if not letters.isalpha():
        return b"\0" + "\0".join(words).encode("utf-8", "surrogatepass")
    plain = _encoded(letters, charset)
    return b"\1" + letters.encode("utf-8", "surrogatepass") if plain is None else plain


def _encoded(text: str, charset: _Charset) -> bytes | None:
    if text.isascii():
        return text.encode()
    try:
        return codecs.charmap_encode(text, "strict", charset.codes)[0]
    except UnicodeEncodeError:
        return None


def _digest(told: bytes) -> int:
    """Return a digest that is the same in every process, as that of ``hash`` is not."""
    return int.from_bytes(blake2b(told, digest_size=8).digest()) >> 64 - _BITS


def _finding(message: str, span: Span) -> Finding:
    return Finding(rule=NAME, severity=Severity.WARNING, message=message, target_spans=(span,))
