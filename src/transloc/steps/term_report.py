"""What became of the glossary's terms in fresh drafts: applied as they stand in it, inflected, or ignored."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from transloc.checks.pair import Pair, Side, side
from transloc.checks.terms.answers import answers
from transloc.checks.terms.presence import target_matches, wanted
from transloc.glossary import Concept, Glossary
from transloc.model import Catalog
from transloc.steps.draft import Draft


class Use(StrEnum):
    """How a target renders a term that its source has."""

    APPLIED = "applied"
    INFLECTED = "inflected"
    IGNORED = "ignored"


@dataclass(slots=True)
class Uses:
    """One term in a run: ``wanted`` for ``term``. ``counts`` are segments by use, ``ignored`` the ids of those in which it is missing."""

    term: str
    wanted: str
    counts: Counter[Use] = field(default_factory=Counter)
    ignored: list[str] = field(default_factory=list)


@dataclass(slots=True)
class TermReport:
    """The terms of a run by concept id, in the order in which they were met."""

    terms: dict[str, Uses] = field(default_factory=dict)

    def count(self, drafts: Iterable[Draft], catalog: Catalog, glossary: Glossary | None) -> None:
        """Count the terms of ``drafts``, which are of ``catalog``."""
        here, there = (glossary.column_for(tag) if glossary else None for tag in (catalog.source_locale, catalog.target_locale))
        if glossary is None or here is None or there is None:
            return
        for draft in drafts:
            source, target = side(draft.segment.source, catalog.source_locale), side(draft.target, catalog.target_locale)
            for concept, _ in wanted(Pair(source=source, target=target, glossary=glossary)):
                term = self.terms.setdefault(concept.id, Uses(concept.preferred(here), concept.preferred(there) or concept.preferred(here)))
                use = _use(concept, target, glossary, there)
                term.counts[use] += 1
                if use is Use.IGNORED:
                    term.ignored.append(draft.segment.id)

    def total(self, use: Use) -> int:
        """Return how many times terms met this fate."""
        return sum(term.counts[use] for term in self.terms.values())


def _use(concept: Concept, target: Side, glossary: Glossary, column: str) -> Use:
    plain = {variant.casefold() for variant in concept.variants(column)}
    if any(match.concept.id == concept.id and match.text.casefold() in plain for match in target_matches(target, glossary)):
        return Use.APPLIED  # most are: found in one pass for all terms
    written = {target.text[start:end].casefold() for start, end in answers(target, concept, glossary)}
    if not written:
        return Use.IGNORED
    return Use.APPLIED if written & plain else Use.INFLECTED
