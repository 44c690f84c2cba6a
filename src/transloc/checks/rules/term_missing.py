"""``term-missing``: the source has a term of the glossary, the target none of its renderings."""

from collections.abc import Iterator, Mapping

from transloc.checks.pair import Pair, Side, finding
from transloc.checks.terms import retired
from transloc.checks.terms.answers import present
from transloc.checks.terms.near_miss import ALIKE, NEAR, nearest
from transloc.checks.terms.presence import by_surname, unit_wide, wanted, weight
from transloc.checks.text.traits import GLOSSARY
from transloc.glossary import Concept, Glossary, Match
from transloc.model import Finding, Severity

NAME = "term-missing"
LOOKS_FOR = GLOSSARY

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
    message = f"“{own}” should be {_choice(concept, column)} ({glossary.path}:{concept.line})"
    near = nearest(pair.target, concept, column, ALIKE)
    severity = weight(concept)
    if near is None and all(by_surname(match, own) for match in matches) and _may_say_pronoun(pair.target):
        severity = Severity.INFO  # "he said" is a right translation of «сказав Макрон»
    if old := retired.rendering(pair.target, concept, glossary):
        near, message = None, f"{message}, which replaced “{old.text}”"
    elif near and near.score < NEAR:
        near = None
    return finding(
        NAME,
        f"{message}; the target has “{near.text}”" if near else message,
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
    successor = f" by “{instead}”" if instead and instead != concept.preferred(own) else ""
    message = f"“{concept.preferred(own)}” was replaced{successor}: write {_choice(heir, column)} ({glossary.path}:{heir.line})"
    old = retired.rendering(pair.target, heir, glossary)
    spans = ((old.start, old.end),) if old else ()
    return finding(NAME, message, severity=Severity.WARNING, source=_spans(matches), target=spans)


def _choice(concept: Concept, column: str) -> str:
    return " or ".join(f"“{term}”" for term in concept.variants(column)[:3])


def _spans(matches: tuple[Match, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((match.start, match.end) for match in matches)
