"""Rows that can do nothing: without a source, or without a target."""

from collections.abc import Iterator

from transloc.glossary.entry import Concept, Status
from transloc.glossary.lint.listing import Fault, Listing, listed, quoted
from transloc.model import Severity
from transloc.wording import say

#: What each code finds.
CODES = {
    "empty-source": "a row without a term in the language of the articles",
    "empty-target": "a row without a translation",
}


def check(listing: Listing) -> Iterator[Fault]:
    """Yield a fault a row: of its source, else of its targets. What is not to be translated needs one language alone."""
    for record in listing.records:
        concept = record.concept
        if concept.status is Status.DEPRECATED or (not concept.translate and concept.terms):
            continue
        if not concept.preferred(listing.source):
            message = say("the row has no term in {source}, so it is found nowhere. Write one, or delete the row", source=listing.source)
            yield listing.fault("empty-source", Severity.ERROR, message, record.row, listing.cell(listing.source))
            continue
        missing = [column for column in listing.targets if not concept.preferred(column)]
        if missing:
            first = listing.cell(missing[0])
            yield listing.fault("empty-target", _weight(listing, concept, missing), _message(listing, concept, missing), record.row, first)


def _weight(listing: Listing, concept: Concept, missing: list[str]) -> Severity:
    if len(missing) < len(listing.targets):
        return Severity.INFO
    return Severity.ERROR if concept.status is Status.APPROVED else Severity.WARNING


def _message(listing: Listing, concept: Concept, missing: list[str]) -> str:
    what = quoted(concept.preferred(listing.source))
    return say(
        "{what} has no term in {locales}. Write one, or set translate to no if it stays as it is", what=what, locales=listed(missing)
    )
