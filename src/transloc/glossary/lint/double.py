"""Two rows for one source term: the same again, or two renderings that contradict each other."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from transloc.glossary.entry import Case, Concept, ConceptKind, Status
from transloc.glossary.lint.listing import Fault, Listing, Phrase, quoted
from transloc.glossary.spelling import spell
from transloc.model import Severity
from transloc.wording import say

#: What each code finds.
CODES = {
    "dup-source": "two rows, or one cell twice, have the same source term",
    "conflict-target": "two rows translate one source term differently",
}


def check(listing: Listing) -> Iterator[Fault]:
    """Yield a fault for each source term that an earlier row has too, and for each variant that its cell has twice."""
    yield from _repeated(listing)
    alike: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in listing.sources():
        alike[key(phrase.text).casefold()].append(phrase)
    for group in alike.values():
        for at, phrase in enumerate(group):
            earlier = next((other for other in group[:at] if _same(other, phrase)), None)
            if earlier and earlier.record is not phrase.record and not succeeds(earlier.concept, phrase.concept):
                yield _fault(listing, earlier, phrase)


def _repeated(listing: Listing) -> Iterator[Fault]:
    seen: set[tuple[int, int, str]] = set()
    for phrase in listing.phrases:
        place = phrase.concept.line, phrase.cell, phrase.text
        if place in seen:
            yield listing.of(phrase, "dup-source", Severity.WARNING, say("the cell has {text} twice. Delete one", text=quoted(phrase.text)))
        seen.add(place)


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """Return what is the same of two terms that the matcher cannot tell apart, the case aside."""
    return " ".join(spell(text).words.split())


def succeeds(one: Concept, other: Concept) -> bool:
    """Tell whether one of the two is to take the other's place."""
    return one.id == other.replaced_by or other.id == one.replaced_by


def _same(one: Phrase, other: Phrase) -> bool:
    """Tell whether both match the same words: «Буча» and «буча» do not."""
    return Case.ANY in (one.concept.case, other.concept.case) or key(one.text) == key(other.text)


def _fault(listing: Listing, earlier: Phrase, phrase: Phrase) -> Fault:
    one, other = earlier.concept, phrase.concept
    what, line = quoted(phrase.text), one.line
    against = _contradiction(listing, one, other)
    if one.kind is not other.kind and (against or ConceptKind.LABEL in (one.kind, other.kind)):
        message = say(
            "{what} stands in line {line} too, as {kind}: where both fit, the one that the target has is meant",
            what=what,
            line=line,
            kind=one.kind.value,
        )
        return listing.of(phrase, "dup-source", Severity.INFO, message)
    if against:
        message = say(
            "{what} is {one} in line {line} and {other} here. "
            "Keep one row, give them different kinds, or let one replace the other with replaced-by",
            what=what,
            one=quoted(one.preferred(against)),
            line=line,
            other=quoted(other.preferred(against)),
        )
        severity = Severity.ERROR if one.status is other.status is Status.APPROVED else Severity.WARNING
        return listing.of(phrase, "conflict-target", severity, message)
    return listing.of(
        phrase, "dup-source", Severity.WARNING, say("{what} stands in line {line} already. Make one row of the two", what=what, line=line)
    )


def _contradiction(listing: Listing, one: Concept, other: Concept) -> str:
    """Return the first language in which both have a term and the preferred ones differ."""
    for column in listing.targets:
        a, b = one.preferred(column), other.preferred(column)
        if a and b and key(a) != key(b):
            return column
    return ""
