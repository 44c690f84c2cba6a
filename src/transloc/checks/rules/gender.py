"""``gender``: the target says “he” of a woman, or “she” of a man."""

from collections.abc import Iterator

from transloc.checks.names import gender, proper
from transloc.checks.names.gender import MAN, TELLING, WOMAN
from transloc.checks.pair import Pair, finding
from transloc.checks.terms.presence import mentions
from transloc.glossary.entry import ConceptKind
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "gender"
LOOKS_FOR = TELLING

_CALLED = {MAN: say("a man"), WOMAN: say("a woman")}


def check(pair: Pair) -> Iterator[Finding]:
    """Yield one finding where source and target each speak of one gender, and not of the same.

    A source tells it by pronouns, verbs of saying («сказала») and the glossary's persons; feminine nouns («речниця») need no answer.
    """
    if not pair.target.traits & TELLING or pair.source.language == pair.target.language:
        return
    told = gender.spoken_of(pair.target)
    if len(told) != 1:
        return
    meant = gender.spoken_of(pair.source) or _of_glossary(pair)
    if meant == told or meant not in (frozenset({MAN}), frozenset({WOMAN})):
        return
    (wanted,), (said,) = meant, told
    here, there = gender.evidence(pair.source, wanted), gender.evidence(pair.target, said)
    yield finding(
        NAME,
        say("The source speaks of {wanted}, the target of {said}", wanted=_CALLED[wanted], said=_CALLED[said]),
        severity=Severity.INFO,
        source=(pair.source.span(*here),) if here else (),
        target=(pair.target.span(*there),) if there else (),
    )


def _of_glossary(pair: Pair) -> frozenset[str]:
    """Return the genders of the glossary's persons in a source that names nobody else."""
    if pair.glossary is None:
        return frozenset()
    people = [match for match in mentions(pair.source, pair.glossary) if match.concept.kind is ConceptKind.PERSON]
    for name in proper.find(pair.source):
        start, end = pair.source.span(name.last.start, name.last.end)
        if not any(match.start < end and start < match.end for match in people):
            return frozenset()
    return frozenset(match.concept.gender for match in people)
