"""What all formats do alike: ids of units, and the bounds of what a unit may be."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from transloc.errors import InputError
from transloc.model import Unit

#: A larger unit is no paragraph of an article.
MAX_CHARACTERS = 1_000_000


class Namer:
    """Gives ids in document order: ``u`` and 8 hex digits of the SHA-256 of the source text, ``-2``, ``-3`` … for repeats."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def name(self, source: str) -> str:
        """Return the id of the next unit, whose text is ``source``."""
        base = "u" + sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        self._seen[base] += 1
        return base if self._seen[base] == 1 else f"{base}-{self._seen[base]}"


def is_text(words: str) -> bool:
    """Tell whether ``words`` are for a translator: a unit of digits and marks alone is page furniture."""
    return any(map(str.isalpha, words))


def checked(units: Iterable[Unit], text: str, path: Path | str | None) -> tuple[Unit, ...]:
    """Return ``units``; raises InputError with the line of one that is longer than a million characters."""
    held = tuple(units)
    for unit in held:
        if len(unit.source) > MAX_CHARACTERS:
            line = text.count("\n", 0, unit.span[0]) + 1
            raise InputError(
                "a paragraph is longer than a million characters",
                path=path,
                line=line,
                hint="Cut it with blank lines, or is this an article?",
            )
    return held
