"""The terms of one sentence, as the panel beside it shows them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from transloc.glossary import Concept, Glossary, Status, Usage, matcher
from transloc.jobs.newsroom import Newsroom
from transloc.model import Catalog, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A concept that the source names: as it stands there, and how it may and may not be written here.

    ``heir`` is the row that takes the place of a deprecated one: its are the ``targets``. ``former`` are the words of deprecated rows
    that are no longer written.
    """

    found: str
    concept: Concept
    targets: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    heir: Concept | None = None
    today: date | None = None

    @property
    def proposed(self) -> bool:
        """Whether nobody has accepted it yet."""
        return self.concept.status is Status.DRAFT

    @property
    def begins(self) -> date | None:
        """The day that is yet to come from which the row holds."""
        day = self.concept.valid_from
        return day if self.proposed and day and self.today and day > self.today else None


def terms(newsroom: Newsroom, catalog: Catalog, segment: Segment) -> tuple[Term, ...]:
    """Return the terms of a sentence by their order in it, those of deprecated rows last."""
    glossary = newsroom.glossary
    column = glossary.column_for(catalog.target_locale) if glossary else None
    if glossary is None or column is None:
        return ()
    live = {match.concept.id: match for match in matcher(glossary, catalog.source_locale).find(segment.source)}
    retired = tuple(_retired(glossary, column, catalog.source_locale, segment.source))
    former = {term.heir.id: term.former for term in retired if term.heir}
    found = (
        Term(
            found=match.text,
            concept=match.concept,
            targets=_targets(match.concept, column),
            forbidden=match.concept.forbidden(column),
            former=former.get(match.concept.id, ()),
            today=newsroom.today(),
        )
        for match in live.values()
    )
    return (*found, *(term for term in retired if term.heir and term.heir.id not in live))


def _targets(concept: Concept, column: str) -> tuple[str, ...]:
    kept = () if concept.translate else tuple(term.text for term in concept.terms if term.usage is Usage.PREFERRED)[:1]
    return concept.variants(column) or kept


def _retired(glossary: Glossary, column: str, source: str, text: str) -> Iterator[Term]:
    """Yield the deprecated rows that the source names and another row replaces."""
    gone = _replaced(glossary)
    matches = {match.concept.id: match for match in matcher(gone, source).find(text)} if gone.concepts else {}
    for match in matches.values():
        if heir := _heir(glossary, match.concept):
            targets = _targets(heir, column)
            former = tuple(word for word in match.concept.variants(column) if word not in targets)
            yield Term(found=match.text, concept=match.concept, targets=targets, former=former, heir=heir)


@lru_cache(maxsize=4)
def _replaced(glossary: Glossary) -> Glossary:
    """Return the deprecated rows that another one replaces, as rows that match."""
    gone = (one for one in glossary.concepts if one.status is Status.DEPRECATED and one.replaced_by)
    return replace(glossary, concepts=tuple(replace(one, status=Status.APPROVED) for one in gone))


def _heir(glossary: Glossary, concept: Concept) -> Concept | None:
    """Return the row in use at the end of the chain of replacements."""
    seen = {concept.id}
    heir = glossary.concept(concept.replaced_by)
    while heir and heir.status is Status.DEPRECATED and heir.id not in seen:
        seen.add(heir.id)
        heir = glossary.concept(heir.replaced_by)
    return heir if heir and heir.status is not Status.DEPRECATED else None
