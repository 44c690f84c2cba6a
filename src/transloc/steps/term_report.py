"""What became of the glossary's terms in fresh drafts: applied as they stand in it, inflected, or ignored."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from transloc.checks.pair import side
from transloc.checks.terms.answers import present
from transloc.glossary import Concept, Glossary, terms_for
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
        """Count the terms of ``drafts``, which are of ``catalog``: those that an engine is told of, once a segment."""
        column = glossary.column_for(catalog.target_locale) if glossary else None
        if glossary is None or column is None:
            return
        for draft in drafts:
            hints = terms_for(draft.segment.source, glossary, catalog.source_locale, catalog.target_locale)
            for concept, hint in {hint.match.concept.id: (hint.match.concept, hint) for hint in hints}.values():
                term = self.terms.setdefault(concept.id, Uses(hint.source, hint.target))
                use = _use(concept, hint.target, draft.target, glossary, column)
                term.counts[use] += 1
                if use is Use.IGNORED:
                    term.ignored.append(draft.segment.id)

    def total(self, use: Use) -> int:
        """Return how many times terms met this fate."""
        return sum(term.counts[use] for term in self.terms.values())


def _use(concept: Concept, wanted: str, target: str, glossary: Glossary, column: str) -> Use:
    if any(re.search(rf"(?<!\w){re.escape(variant)}(?!\w)", target, re.IGNORECASE) for variant in (wanted, *concept.variants(column))):
        return Use.APPLIED
    return Use.INFLECTED if present(side(target, column), concept, glossary) else Use.IGNORED
