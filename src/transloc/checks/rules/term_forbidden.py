"""``term-forbidden``: the target says what the glossary forbids."""

from collections.abc import Iterator

from transloc.checks.pair import Pair, finding
from transloc.checks.terms.presence import forbidden_matches, mentions, target_matches
from transloc.checks.text.later import later
from transloc.checks.text.traits import GLOSSARY
from transloc.glossary import Concept, Match, Status
from transloc.glossary.inflection import english
from transloc.languages import language
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "term-forbidden"
LOOKS_FOR = GLOSSARY

_ARTICLE = later(r"\b[Aa]n?\s+\Z")


def check(pair: Pair) -> Iterator[Finding]:
    """Yield one finding for each forbidden variant; an error where the source names its concept, else a warning.

    A variant inside a longer allowed phrase is let pass ("chicken Kiev").
    """
    glossary = pair.glossary
    if glossary is None or (column := glossary.column_for(pair.target.locale)) is None:
        return
    found = forbidden_matches(pair.target, glossary)
    if not found:
        return
    meant = {match.concept.id for match in mentions(pair.source, glossary)}
    allowed = target_matches(pair.target, glossary)
    for match in found:
        concept = match.concept
        if any(_covers(other, match, concept.id in meant) for other in allowed):
            continue
        instead = concept.preferred(column)
        advice = say("write “{instead}”", instead=instead) if instead else say("choose another word")
        place = f"{glossary.path}:{concept.line}"
        message = say("“{word}” is not to be used: {advice} ({place})", word=match.text, advice=advice, place=place)
        severe = concept.id in meant and concept.status is Status.APPROVED
        yield finding(
            NAME,
            message,
            severity=Severity.ERROR if severe else Severity.WARNING,
            target=((match.start, match.end),),
            fix=_fix(pair, match, column) if instead else None,
        )


def _covers(other: Match, match: Match, meant: bool) -> bool:
    inside = other.start <= match.start and match.end <= other.end
    longer = other.end - other.start > match.end - match.start
    return inside and (longer or (not meant and other.concept.id != match.concept.id))


def _fix(pair: Pair, match: Match, column: str) -> str | None:
    """Return the target with an allowed term of as many words and the same number; only in English, where no other word depends on it.

    A surname alone must not become the whole name: the first name may stand right before it. The article before must fit.
    """
    before, after = pair.target.text[: match.start], pair.target.text[match.end :]
    if language(column) != "en" or "<" in match.text:
        return None
    concept = match.concept
    for bad, number in ((form, number) for variant in concept.forbidden(column) for number, form in _numbers(variant, concept)):
        if bad.lower() != match.text.lower():
            continue
        length = len(match.text.split())
        for term in concept.variants(column):
            form = next((form for count, form in _numbers(term, concept) if count == number), term)
            if len(term.split()) == length and _article_fits(before, match.text, form):
                return before + _in_case(form, match.text, before) + after
    return None


def _numbers(term: str, concept: Concept) -> Iterator[tuple[int, str]]:
    """Yield the term as 1 and its plurals as 2."""
    yield 1, term
    yield from ((2, form) for form in english.inflect(term, concept))


def _article_fits(before: str, old: str, new: str) -> bool:
    return not _ARTICLE.search(before) or (old[0].lower() in "aeiou") == (new[0].lower() in "aeiou")


def _in_case(form: str, old: str, before: str) -> str:
    """Return ``form`` in capitals where the old word is, and with a capital at the start of a sentence."""
    if len(old) > 1 and old.isupper() and not form.isupper():
        return form.upper()
    begins = not before.strip() or before.rstrip()[-1] in '.!?:“"«'
    return form[0].upper() + form[1:] if begins and old[0].isupper() else form
