"""Sentences told apart on the page: characters that no text holds stand around each of them while the article is rebuilt."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from transloc.model import Segment

#: Unicode's private use planes: no text means anything by them, every format of documents can hold them, Markdown takes them for letters.
_PRIVATE = (range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
#: What the conversion of a page marks its units with.
_SPARED = 3
_ANY = re.compile("[\U000f0000-\U000ffffd\U00100000-\U0010fffd]")


@dataclass(frozen=True, slots=True)
class Marks:
    """``of`` is the mark before each segment, by id; ``end`` stands behind all of them.

    Units that say the same have the same marks, as an article's headline and its title are known by their words; ``met`` tells the
    segments of a mark in reading order.
    """

    end: str
    of: Mapping[str, str] = field(default_factory=dict)
    met: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def put(self, segment: Segment) -> Segment:
        """Return ``segment`` with its marks around its target, or around its source where nobody has translated it."""
        mark = self.of.get(segment.id)
        said = segment.target.strip() or segment.source
        return segment if mark is None else replace(segment, target=f"{mark}{said}{self.end}")

    def filler(self, begin: Callable[[str], str], end: str = "") -> Callable[[str], str]:
        """Return what puts ``begin`` of a segment's id, and ``end``, in the places of the marks; to be called on texts in reading order."""
        times: Counter[str] = Counter()

        def fill(found: re.Match[str]) -> str:
            ids = self.met.get(found[0], ())
            if not ids:
                return end if found[0] == self.end else ""
            times[found[0]] += 1
            return begin(ids[min(times[found[0]], len(ids)) - 1])

        return lambda text: _ANY.sub(fill, text)


def choose(segments: Iterable[Segment]) -> Marks:
    """Return marks for ``segments``, of which those that stand on no page (omitted ones) need none."""
    shown = [segment for segment in segments if not segment.omitted]
    free = _free("".join(segment.source + segment.target for segment in shown))
    end = next(free)
    units: dict[str, list[Segment]] = {}
    for segment in shown:
        units.setdefault(segment.unit, []).append(segment)
    known: dict[tuple[str, ...], list[str]] = {}
    of: dict[str, str] = {}
    met: dict[str, tuple[str, ...]] = {}
    for held in units.values():
        said = tuple(segment.target or segment.source for segment in held)
        if said not in known:
            known[said] = list(islice(free, len(held)))
        for segment, mark in zip(held, known[said], strict=False):
            of[segment.id] = mark
            met[mark] = (*met.get(mark, ()), segment.id)
    return Marks(end, of, met)


def drop(text: str) -> str:
    """Return ``text`` without any marks."""
    return _ANY.sub("", text)


def _free(text: str) -> Iterator[str]:
    used = set(text)
    free = (chr(number) for plane in _PRIVATE for number in plane[_SPARED:])
    return (character for character in free if character not in used)
