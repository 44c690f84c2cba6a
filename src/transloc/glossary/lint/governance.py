"""Who decides, and from when: replacements that lead nowhere, and links that are none."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from transloc.glossary.entry import Concept, Status
from transloc.glossary.lint.listing import Fault, Listing, quoted
from transloc.glossary.table import Record
from transloc.model import Severity
from transloc.wording import say

#: What each code finds.
CODES = {
    "replaced-by": "a replacement that leads nowhere",
    "no-replacement": "a deprecated row that nothing replaces",
    "bad-link": "source is no web address",
}


def check(listing: Listing) -> Iterator[Fault]:
    """Yield the faults, row by row."""
    rows = {record.concept.id: record.concept for record in listing.records}
    for record in listing.records:
        concept = record.concept
        if concept.replaced_by:
            yield from _replaced(listing, record, rows)
        elif concept.status is Status.DEPRECATED:
            message = say("{id} is deprecated, and nothing tells what to write instead. Name the row in replaced-by", id=quoted(concept.id))
            yield listing.fault("no-replacement", Severity.INFO, message, record.row, listing.cell("status"))
        if concept.source and not _leads_somewhere(concept.source):
            message = say("{source} is no link. Write the whole address: https://…", source=quoted(concept.source))
            yield listing.fault("bad-link", Severity.WARNING, message, record.row, listing.cell("source"))


def _replaced(listing: Listing, record: Record, rows: dict[str, Concept]) -> Iterator[Fault]:
    concept, cell = record.concept, listing.cell("replaced-by")
    heir = rows.get(concept.replaced_by)
    if heir is None:
        message = say(
            "there is no row {replaced_by}. Write the id of the row that takes this one's place", replaced_by=quoted(concept.replaced_by)
        )
        yield listing.fault("replaced-by", Severity.ERROR, message, record.row, cell)
    elif _comes_back(concept, rows):
        message = say("{id} comes to be replaced by itself. Let the last row of the chain stand without replaced-by", id=quoted(concept.id))
        yield listing.fault("replaced-by", Severity.ERROR, message, record.row, cell)
    elif heir.status is Status.DEPRECATED:
        told = {"id": quoted(heir.id), "line": heir.line, "heir": quoted(heir.replaced_by)}
        if heir.replaced_by:
            message = say("{id} in line {line} is deprecated itself. Name {heir} at once", **told)
        else:
            message = say("{id} in line {line} is deprecated itself. Name a row that is in use", **told)
        yield listing.fault("replaced-by", Severity.WARNING, message, record.row, cell, fix=heir.replaced_by or None)
    elif concept.status is Status.APPROVED and heir.status is Status.APPROVED and heir.valid_from is None:
        message = say("{id} has replaced this row already. Set status to deprecated, or give {id} a valid-from", id=quoted(heir.id))
        yield listing.fault("replaced-by", Severity.WARNING, message, record.row, cell)


def _comes_back(concept: Concept, rows: dict[str, Concept]) -> bool:
    seen: set[str] = set()
    at: Concept | None = concept
    while at is not None and at.id not in seen:
        seen.add(at.id)
        at = rows.get(at.replaced_by)
    return at is concept


def _leads_somewhere(link: str) -> bool:
    try:
        parts = urlsplit(link)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(map(str.isspace, link))
    except ValueError:
        return False
