"""What a source names and a target must not say: what the term rules share.

A source names a place by its own forms alone, and a person also by the surname. Patronymics and first names are wanted nowhere.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from transloc import markup
from transloc.checks.pair import Pair, Side, Word
from transloc.checks.terms.answers import present
from transloc.checks.terms.surnames import CALLS, surnames
from transloc.checks.text.later import later
from transloc.glossary import Case, Concept, ConceptKind, Glossary, Match, Matcher, Status, matcher
from transloc.glossary.inflection import forms, inflected
from transloc.model import Severity

_MONEY = r"(?:дол(?:\.|ар\w*|лар\w*)|dolar\w*|фунт\w*|крон\w*|франк\w*|доллар\w*)\s"
_CURRENCY = later(rf"{_MONEY}\Z", re.IGNORECASE)
_DOLLARS = later(r"[\s-](?:dollar|pound|Dollar|Pfund)s?\b")
_FOLLOWING = later(r"\s*(\S)")
_LOOSE = frozenset({ConceptKind.PERSON, ConceptKind.PLACE})


def weight(concept: Concept) -> Severity:
    """Return how much a missing or wrong term of this row weighs: people and places may be named elsewhere."""
    soft = concept.status is not Status.APPROVED or concept.kind in _LOOSE
    return Severity.WARNING if soft else Severity.ERROR


def unit_wide(concept: Concept) -> bool:
    """Tell whether the other sentences of the unit may carry the term."""
    return concept.kind in _LOOSE


def wanted(pair: Pair) -> tuple[tuple[Concept, tuple[Match, ...]], ...]:
    """Return the concepts that the source names, the longest match winning, each with all its occurrences.

    Of homonyms that cover the same words, the one that the target has is meant, else the first.
    """
    glossary = pair.glossary
    if glossary is None or glossary.column_for(pair.target.locale) is None or not mentions(pair.source, glossary):
        return ()
    return _wanted(pair.source, pair.target, glossary)


@lru_cache(maxsize=64)  # what may be missing and what must stay as it is are asked of the same pair
def _wanted(source: Side, target: Side, glossary: Glossary) -> tuple[tuple[Concept, tuple[Match, ...]], ...]:
    found: dict[str, list[Match]] = {}
    concepts: dict[str, Concept] = {}
    for _, group in groupby(mentions(source, glossary), key=lambda m: (m.start, m.end)):
        homonyms = [m for m in group if not _of_money(source.text, m) and not _idle_label(source.text, m)]
        if not homonyms:
            continue
        meant = homonyms[0]
        if len(homonyms) > 1:
            meant = next((m for m in homonyms if present(target, m.concept, glossary)), meant)
        found.setdefault(meant.concept.id, []).append(meant)
        concepts[meant.concept.id] = meant.concept
    return tuple((concepts[key], tuple(matches)) for key, matches in found.items())


def _idle_label(text: str, match: Match) -> bool:
    """Tell whether a label's word stands in running text: as a label it is the whole text, or leads it before a colon."""
    if match.concept.kind is not ConceptKind.LABEL:
        return False
    before, after = markup.words(text[: match.start]).strip(), markup.words(text[match.end :]).strip()
    return bool(before) or (bool(after) and not after.startswith(":"))


def _of_money(text: str, match: Match) -> bool:
    """Tell whether a place only says whose money is meant: «дол. США» is "$"."""
    if match.concept.kind not in (ConceptKind.PLACE, ConceptKind.ABBR):
        return False
    return bool(_CURRENCY.search(text[max(0, match.start - 12) : match.start]) or _DOLLARS.match(text, match.end))


def source_matches(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the terms of a source."""
    return side.terms if side.glossary is glossary else matcher(glossary, side.locale).find(side.text)


def mentions(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the terms of a source, and the surnames of its people where they stand alone; in order."""
    if side.glossary is glossary and not side.traits & CALLS:
        return side.terms
    return _mentions(side, glossary)


@lru_cache(maxsize=128)
def _mentions(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    named = source_matches(side, glossary)
    alone = tuple(_surnames_alone(side, glossary, named))
    return tuple(sorted((*named, *alone), key=lambda m: (m.start, m.end))) if alone else named


def by_surname(match: Match, name: str) -> bool:
    """Tell whether a source calls the person ``name`` by the surname alone."""
    return match.concept.kind is ConceptKind.PERSON and " " in name and " " not in match.text


def _surnames_alone(side: Side, glossary: Glossary, named: tuple[Match, ...]) -> Iterator[Match]:
    people = surnames(glossary, side.locale)
    if people is None:
        return
    starts = [match.start for match in named]
    for word in side.words_with(CALLS) if side.glossary is glossary else side.words:
        called = people[word.text]
        if not called or _given_name(side, word):
            continue
        start, end = side.span(word.start, word.end)
        before = bisect_left(starts, end)
        if not before or named[before - 1].end <= start:
            yield from (Match(start, end, concept, side.text[start:end]) for concept in called)


def _given_name(side: Side, word: Word) -> bool:
    """Tell whether a surname is somebody's first name here: «Келлі Гамфріс»."""
    following = _FOLLOWING.match(side.prose, word.end)
    return following is not None and following[1].isupper()


@lru_cache(maxsize=128)
def target_matches(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the allowed terms of a target, nested ones too; found once for all term rules."""
    return matcher(glossary, side.locale).find(side.text, nested=True)


@lru_cache(maxsize=128)
def forbidden_matches(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the forbidden variants in a target; found once for all term rules."""
    return _forbidden(glossary, side.locale).find(side.text)


@lru_cache(maxsize=16)
def _forbidden(glossary: Glossary, locale: str) -> Matcher:
    return Matcher(glossary, locale, _bad_phrases(glossary, glossary.column_for(locale) or ""))


def _bad_phrases(glossary: Glossary, column: str) -> Iterator[tuple[Concept, str]]:
    for concept in glossary.concepts:
        bad = concept.forbidden(column) if concept.status is not Status.DEPRECATED else ()
        allowed = set(forms(concept, column)) if bad else set()
        lowered = {form.lower() for form in allowed}
        for variant in bad:
            for form in inflected(variant, concept, column):
                if form not in allowed:
                    # what differs from an allowed form by its capitals alone is forbidden in just these
                    yield (replace(concept, case=Case.EXACT) if form.lower() in lowered else concept), form
