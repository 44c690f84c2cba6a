"""Matches: the same sentence between the same neighbours, the same sentence anywhere, and what is much like it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from transloc import markup
from transloc.memory import numbers
from transloc.memory.comparable import comparable, plain, similarity
from transloc.memory.entry import Entry, adapt, normalise, recode
from transloc.model import Suggestion

CONTEXT = "memory-context"
EXACT = "memory"
FUZZY = "memory-fuzzy"

#: The penalty for what was confirmed in another article.
OTHER_ARTICLE = "other-article"

#: The most that a match of another sentence scores.
_NEARLY = 0.99
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Query:
    """A sentence to be found. ``previous`` and ``next`` are the sources around it, empty at the edges; ``article`` holds it."""

    source: str
    previous: str = ""
    next: str = ""
    article: str = ""


@dataclass(frozen=True)
class Policy:
    """``least`` is the score from which a match is offered. ``penalties`` are taken off scores, by origin (docs/how-to/memory.md)."""

    least: float = 0.7
    penalties: Mapping[str, float] = field(default_factory=dict)

    def penalty(self, entry: Entry, article: str) -> float:
        """Return what the score of ``entry`` loses in ``article``."""
        whole, base = self.penalties.get(entry.origin), self.penalties.get(entry.origin.partition("+")[0], 0.0)
        elsewhere = self.penalties.get(OTHER_ARTICLE, 0.0) if entry.article != article else 0.0
        return (base if whole is None else whole) + elsewhere


@dataclass(frozen=True, slots=True)
class Match:
    """What the memory offers: ``target`` fits the sentence at hand as far as that is certain. ``score`` runs from 0 to 1."""

    target: str
    kind: str
    score: float
    entry: Entry


def best(query: Query, candidates: Iterable[Entry], policy: Policy | None = None) -> Suggestion | None:
    """Return the translation of the very same sentence, which may stand as a draft; none that a penalty takes off from."""
    found = next(iter(ranked(query, candidates, policy)), None)
    return Suggestion(found.target, found.kind, found.score, found.entry.source) if found and found.score == 1 else None


def ranked(query: Query, candidates: Iterable[Entry], policy: Policy | None = None) -> tuple[Match, ...]:
    """Return every different translation, the best first; of equals, the latest confirmation. ``candidates`` are of the right locales."""
    policy = policy or Policy()
    judged = (_match(query, entry) for entry in candidates)
    matches = [replace(m, score=m.score - policy.penalty(m.entry, query.article)) for m in judged if m and m.target.strip()]
    matches.sort(key=lambda m: (m.score, m.kind == CONTEXT, m.kind == EXACT, m.entry.at or _LONG_AGO), reverse=True)
    found: dict[str, Match] = {}
    for match in matches:
        if round(match.score, 6) >= policy.least:
            found.setdefault(match.target, match)
    return tuple(found.values())


def _match(query: Query, entry: Entry) -> Match | None:
    if not markup.valid(entry.source, entry.target):
        return None
    if (target := adapt(entry.source, entry.target, query.source)) is not None:
        return Match(target, CONTEXT if _around(entry) == (normalise(query.previous), normalise(query.next)) else EXACT, 1.0, entry)
    target = recode(entry.source, entry.target, query.source)
    alike = similarity(plain(entry.source), plain(query.source))
    if not numbers.same(entry.source, query.source):
        put = numbers.put(entry.source, target, query.source, entry.source_locale, entry.target_locale)
        if put is not None:
            target, alike = put, similarity(comparable(entry.source), comparable(query.source))
    return Match(target, FUZZY, min(alike, _NEARLY), entry)


def _around(entry: Entry) -> tuple[str, str] | None:
    if entry.previous is None or entry.next is None:
        return None
    return normalise(entry.previous), normalise(entry.next)
