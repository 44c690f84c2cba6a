"""Deprecated rows of the glossary: what replaced them, and where they are still in use."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from transloc.checks.pair import TERM, Pair, Side
from transloc.checks.terms.presence import source_matches
from transloc.checks.text.traits import terms
from transloc.glossary import Concept, Glossary, Match, Matcher, Status
from transloc.glossary.inflection import forms


def _begins(glossary: Glossary, locale: str) -> Callable[[str], bool] | None:
    return _matcher(glossary, locale).begins if _deprecated(glossary) else None


terms(_begins, TERM)


def mentions(pair: Pair, glossary: Glossary) -> Iterator[tuple[Concept, Concept, tuple[Match, ...]]]:
    """Yield each deprecated concept that the source names and no valid row covers, the row that replaced it, and its occurrences."""
    old = _matcher(glossary, pair.source.locale).find(pair.source.text)
    covered = {match.start for match in source_matches(pair.source, glossary)} if old else ()
    found: dict[str, list[Match]] = {}
    for match in old:
        if match.start not in covered:
            found.setdefault(match.concept.id, []).append(match)
    for matches in found.values():
        concept = matches[0].concept
        if heir := _heir(concept, glossary):
            yield concept, heir, tuple(matches)


def rendering(side: Side, heir: Concept, glossary: Glossary) -> Match | None:
    """Return where ``side`` still has a word that ``heir`` replaced."""
    found = _matcher(glossary, side.locale).find(side.text)
    return next((match for match in found if _heir(match.concept, glossary) == heir), None)


def _heir(concept: Concept, glossary: Glossary) -> Concept | None:
    """Return the valid row that took the place of ``concept``, whose own successor may have been replaced again."""
    seen: set[str] = set()
    following: Concept | None = concept
    while following and following.status is Status.DEPRECATED and following.id not in seen:
        seen.add(following.id)
        following = glossary.concept(following.replaced_by) if following.replaced_by else None
    return following if following and following.status is not Status.DEPRECATED else None


@lru_cache(maxsize=16)
def _matcher(glossary: Glossary, locale: str) -> Matcher:
    column = glossary.column_for(locale)
    old = _deprecated(glossary)
    return Matcher(glossary, locale, ((concept, form) for concept in old if column for form in forms(concept, column)))


def _deprecated(glossary: Glossary) -> list[Concept]:
    return [concept for concept in glossary.concepts if concept.status is Status.DEPRECATED and concept.replaced_by]
