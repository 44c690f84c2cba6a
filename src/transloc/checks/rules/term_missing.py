"""``term-missing``: the source has a term of the glossary, the target none of its renderings."""

from collections.abc import Iterator, Mapping

from transloc.checks.pair import TERM, Pair, Side, finding
from transloc.checks.terms import retired
from transloc.checks.terms.answers import present
from transloc.checks.terms.near_miss import ALIKE, NEAR, nearest
from transloc.checks.terms.presence import by_surname, unit_wide, wanted, weight
from transloc.checks.terms.surnames import CALLS
from transloc.glossary import Concept, Glossary, Match
from transloc.model import Finding, Severity
from transloc.wording import either, say

NAME = "term-missing"
LOOKS_FOR = TERM | CALLS

#: Languages that do not leave the pronoun out, and what they say for a person.
_PRONOUNS: Mapping[str, frozenset[str]] = {
    "en": frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself", "he's", "she's", "he’s", "she’s")),
    "de": frozenset(("er", "sie", "ihn", "ihm", "ihr", "ihre", "ihren", "ihrem", "ihrer", "sein", "seine", "seinen", "seinem", "seiner")),
}


def check(pair: Pair) -> Iterator[Finding]:
    """Yield one finding for each concept that the target lacks, with what looks like it in the target.

    A term named twice is missed by a target that never has it.
    """
    glossary = pair.glossary
    column = glossary.column_for(pair.target.locale) if glossary else None
    if glossary is None or column is None:
        return
    for concept, matches in wanted(pair):
        if concept.translate and concept.preferred(column) and not _answered(pair, concept, glossary):
            yield _missing(pair, concept, matches, glossary, column)
    for concept, heir, matches in retired.mentions(pair, glossary):
        if heir.preferred(column) and not _answered(pair, heir, glossary):
            yield _replaced(pair, concept, heir, matches, glossary, column)


def _answered(pair: Pair, concept: Concept, glossary: Glossary) -> bool:
    return present(pair.target, concept, glossary) or (unit_wide(concept) and _elsewhere(pair, concept, glossary))


def _elsewhere(pair: Pair, concept: Concept, glossary: Glossary) -> bool:
    """Tell whether another sentence of the unit has the concept, or is yet to be translated and may."""
    return any(other is None or present(other, concept, glossary) for other in pair.others)


def _missing(pair: Pair, concept: Concept, matches: tuple[Match, ...], glossary: Glossary, column: str) -> Finding:
    own = concept.preferred(glossary.column_for(pair.source.locale) or "")
    place = f"{glossary.path}:{concept.line}"
    message = say("“{own}” should be {terms} ({place})", own=own, terms=_choice(concept, column), place=place)
    near = nearest(pair.target, concept, column, ALIKE)
    severity = weight(concept)
    if near is None and all(by_surname(match, own) for match in matches) and _may_say_pronoun(pair.target):
        severity = Severity.INFO  # "he said" is a right translation of «сказав Макрон»
    if old := retired.rendering(pair.target, concept, glossary):
        near, message = None, say("{message}, which replaced “{old}”", message=message, old=old.text)
    elif near and near.score < NEAR:
        near = None
    return finding(
        NAME,
        say("{message}; the target has “{near}”", message=message, near=near.text) if near else message,
        severity=severity,
        source=_spans(matches),
        target=((old.start, old.end),) if old else (near.span,) if near else (),
        fix=near.fix(pair.target) if near else None,
    )


def _may_say_pronoun(side: Side) -> bool:
    """Tell whether somebody is spoken of without a name: by a pronoun, or in a language that needs none («powiedział»)."""
    pronouns = _PRONOUNS.get(side.language)
    return pronouns is None or not pronouns.isdisjoint(side.vocabulary)


def _replaced(pair: Pair, concept: Concept, heir: Concept, matches: tuple[Match, ...], glossary: Glossary, column: str) -> Finding:
    own = glossary.column_for(pair.source.locale) or ""
    instead = heir.preferred(own)
    word, terms, place = concept.preferred(own), _choice(heir, column), f"{glossary.path}:{heir.line}"
    message = say("“{word}” was replaced: write {terms} ({place})", word=word, terms=terms, place=place)
    if instead and instead != word:
        message = say("“{word}” was replaced by “{instead}”: write {terms} ({place})", word=word, instead=instead, terms=terms, place=place)
    old = retired.rendering(pair.target, heir, glossary)
    spans = ((old.start, old.end),) if old else ()
    return finding(NAME, message, severity=Severity.WARNING, source=_spans(matches), target=spans)


def _choice(concept: Concept, column: str) -> str:
    return either(say("“{term}”", term=term) for term in concept.variants(column)[:3])


def _spans(matches: tuple[Match, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((match.start, match.end) for match in matches)
