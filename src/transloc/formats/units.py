"""What all formats do alike: ids of units, the bounds of what a unit may be, and how one is refused."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, cast

from transloc import markup
from transloc.errors import InputError, Refused
from transloc.markup import CodeToken
from transloc.model import Code, Unit
from transloc.wording import Said, say

#: A larger unit is no paragraph of an article.
MAX_CHARACTERS = 1_000_000
#: What is said of one, and the way out.
ENDLESS = (say("a paragraph is longer than a million characters"), say("Cut it with blank lines, or is this an article?"))
#: What several formats refuse a target with.
NOTHING_AFTER = say("no text can be added after it")
UNWRITABLE = say("the text holds a character that no file can hold")
RESTRUCTURED = say("its target cannot be written here without changing the document's structure")
#: So many units any document may have, and beyond that one for so many of its bytes: docs/decisions/documents.md tells why.
MAX_UNITS, LEAST_BYTES = 60_000, 200
_MOST_SAME = 10_000
#: Letters of a unit that a refusal shows.
_SHOWN = 40
One = TypeVar("One", Code, str)


class Namer:
    """Gives ids in document order: ``u`` and 8 hex digits of the SHA-256 of the source text, ``-2``, ``-3`` … for repeats."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._same: dict[Code | str, Code | str] = {}

    def name(self, source: str) -> str:
        """Return the id of the next unit, whose text is ``source``."""
        base = "u" + sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        count = self._seen[base] = self._seen.get(base, 0) + 1
        return base if count == 1 else f"{base}-{count}"

    def same(self, value: One) -> One:
        """Return the value equal to ``value`` that was seen first: most codes and most notes on syntax come often."""
        if len(self._same) >= _MOST_SAME:
            self._same.clear()
        return cast("One", self._same.setdefault(value, value))


def is_text(words: str) -> bool:
    """Tell whether ``words`` are for a translator: a unit of digits and marks alone is page furniture."""
    return any(map(str.isalpha, words))


def most_units(size: int) -> int:
    """Return how many units a document of ``size`` bytes or characters may have."""
    return max(MAX_UNITS, size // LEAST_BYTES)


def checked(units: Iterable[Unit], text: str | Callable[[int], int], path: Path | str | None, size: int = 0) -> tuple[Unit, ...]:
    """Return ``units``; raises InputError, with the line, where one is longer than a million characters or there are too many.

    ``text`` is the document's, or tells the line of an offset in it; then ``size`` is how large the document is.
    """
    most = most_units(len(text) if isinstance(text, str) else size)
    held: list[Unit] = []
    for unit in units:
        if len(unit.source) > MAX_CHARACTERS:
            raise InputError(ENDLESS[0], path=path, line=_line(text, unit), hint=ENDLESS[1])
        if len(held) >= most:
            what = say("here begins unit {number:,} of a document: more than can be held", number=most + 1)
            raise InputError(what, path=path, line=_line(text, unit), hint=say("Cut the document in parts"))
        held.append(unit)
    return tuple(held)


def _line(text: str | Callable[[int], int], unit: Unit) -> int:
    return text.count("\n", 0, unit.span[0]) + 1 if isinstance(text, str) else text(unit.span[0])


def not_in_source(code: CodeToken) -> Said:
    """Return what is said of a code of a target that its unit has not."""
    return say("the code {code} is not in its source", code=str(code))


def refusal(unit: Unit, why: str, line: int = 0) -> Refused:
    """Return the refusal of a target, which names the unit by its id, ``line`` (0: the document has none) and first words."""
    words = markup.words(unit.source)
    begin = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    place = say("line {line}, “{words}”", line=line, words=begin) if line else say("“{words}”", words=begin)
    return Refused(say("unit {unit} ({place}): {why}", unit=unit.id, place=place, why=why), hint=say("Change its target"))
