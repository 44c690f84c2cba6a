"""``term-forbidden``: the target says what the glossary forbids."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from transloc.checks.pair import Pair, finding
from transloc.checks.presence import source_matches, target_matches
from transloc.glossary import Case, Concept, Glossary, Match, Matcher, Status
from transloc.glossary.inflection import forms, inflected
from transloc.languages import language
from transloc.model import Finding, Severity

NAME = "term-forbidden"


def check(pair: Pair) -> Iterator[Finding]:
    """Yield one finding for each forbidden variant; an error where the source names its concept, else a warning.

    A variant inside a longer allowed phrase is let pass ("chicken Kiev").
    """
    glossary = pair.glossary
    if glossary is None or (column := glossary.column_for(pair.target.locale)) is None:
        return
    found = _forbidden(glossary, pair.target.locale).find(pair.target.text)
    if not found:
        return
    meant = {match.concept.id for match in source_matches(pair.source, glossary)}
    allowed = target_matches(pair.target, glossary)
    for match in found:
        concept = match.concept
        if any(_covers(other, match, concept.id in meant) for other in allowed):
            continue
        instead = concept.preferred(column)
        advice = f"write “{instead}”" if instead else "choose another word"
        message = f"“{match.text}” is not to be used: {advice} ({glossary.path}:{concept.line})"
        severe = concept.id in meant and concept.status is Status.APPROVED
        yield finding(
            NAME,
            message,
            severity=Severity.ERROR if severe else Severity.WARNING,
            target=((match.start, match.end),),
            fix=_fix(pair, match, column) if instead else None,
        )


@lru_cache(maxsize=16)
def _forbidden(glossary: Glossary, locale: str) -> Matcher:
    return Matcher(glossary, locale, _phrases(glossary, glossary.column_for(locale) or ""))


def _phrases(glossary: Glossary, column: str) -> Iterator[tuple[Concept, str]]:
    for concept in glossary.concepts:
        bad = concept.forbidden(column) if concept.status is not Status.DEPRECATED else ()
        allowed = set(forms(concept, column)) if bad else set()
        lowered = {form.lower() for form in allowed}
        for variant in bad:
            for form in inflected(variant, concept, column):
                if form not in allowed:
                    # what differs from an allowed form by its capitals alone is forbidden in just these
                    yield (replace(concept, case=Case.EXACT) if form.lower() in lowered else concept), form


def _covers(other: Match, match: Match, meant: bool) -> bool:
    inside = other.start <= match.start and match.end <= other.end
    longer = other.end - other.start > match.end - match.start
    return inside and (longer or (not meant and other.concept.id != match.concept.id))


def _fix(pair: Pair, match: Match, column: str) -> str | None:
    """Return the target with an allowed term of as many words; only in English, where it needs no other ending.

    A surname alone must not become the whole name: the first name may stand right before it.
    """
    if language(column) != "en" or match.text not in match.concept.forbidden(column):
        return None
    length = len(match.text.split())
    term = next((term for term in match.concept.variants(column) if len(term.split()) == length), None)
    return pair.target.text[: match.start] + term + pair.target.text[match.end :] if term else None
