"""What an article prints of how its quotations were come by: readers learn that words were translated twice."""

from dataclasses import replace

from transloc import markup
from transloc.checks.quotations import quoted
from transloc.languages import translated_from
from transloc.model import Catalog, Kind, QuotationStatus, Segment

#: No room for a remark: a page's title, and what a link shows of it.
_BARE = frozenset({Kind.HEADLINE, Kind.SOCIAL})


def printed(catalog: Catalog) -> Catalog:
    """Return ``catalog`` with “(translated from Ukrainian)” after the sentence that ends a retranslated quotation.

    A segment without a target, or one that says so already, stays as it is.
    """
    units: dict[str, list[Segment]] = {}
    for segment in catalog:
        units.setdefault(segment.unit, []).append(segment)
    ends = {name for unit in units.values() if any(segment.quotations for segment in unit) for name in _ends(unit)}
    if not ends:
        return catalog
    remark = translated_from(catalog.source_locale, catalog.target_locale)
    return replace(catalog, segments=tuple(_remarked(one, remark) if one.id in ends else one for one in catalog))


def _ends(unit: list[Segment]) -> set[str]:
    """Return the last segments with a target of the retranslated quotations of a unit."""
    reached = quoted.reaching(unit)
    marks = {mark for held in reached.values() for mark in held if mark.status is QuotationStatus.RETRANSLATED}
    shown = [one.id for one in unit if one.target.strip() and one.kind not in _BARE]
    return {names[-1] for mark in marks if (names := [name for name in shown if mark in reached.get(name, ())])}


def _remarked(segment: Segment, remark: str) -> Segment:
    if remark.casefold() in markup.words(segment.target).casefold():
        return segment
    return replace(segment, target=f"{segment.target.rstrip()} ({markup.escape(remark)})")
