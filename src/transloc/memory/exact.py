"""Exact matches: the same sentence between the same neighbours first, then the same sentence anywhere."""

from collections.abc import Iterable
from datetime import UTC, datetime

from transloc.memory.entry import Entry, adapt, normalise
from transloc.model import Suggestion

CONTEXT = "memory-context"
EXACT = "memory"

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def best(source: str, previous: str, following: str, candidates: Iterable[Entry]) -> Suggestion | None:
    """Return the translation that the memory proposes for ``source``; ``previous`` and ``following`` are empty at the edges.

    ``candidates`` are entries of the right locales, found by ``key(source)`` or more loosely. The origin is ``CONTEXT`` or
    ``EXACT``, both at score 1; of equals, the latest confirmation wins.
    """
    return next(iter(ranked(source, previous, following, candidates)), None)


def ranked(source: str, previous: str, following: str, candidates: Iterable[Entry]) -> tuple[Suggestion, ...]:
    """Return every different exact translation, the best first: what a person chooses from."""
    around = normalise(previous), normalise(following)
    wanted = normalise(source)
    same = [entry for entry in candidates if normalise(entry.source) == wanted]
    same.sort(key=lambda entry: (_neighbours(entry) == around, entry.at or _LONG_AGO), reverse=True)
    found: dict[str, Suggestion] = {}
    for entry in same:
        target = adapt(entry.source, entry.target, source)
        if target is not None and target.strip():
            origin = CONTEXT if _neighbours(entry) == around else EXACT
            found.setdefault(target, Suggestion(target, origin, 1.0, entry.source))
    return tuple(found.values())


def _neighbours(entry: Entry) -> tuple[str, str] | None:
    if entry.previous is None or entry.next is None:
        return None
    return normalise(entry.previous), normalise(entry.next)
