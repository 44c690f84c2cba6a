"""Where an article contradicts itself, or what people confirmed in others: one text translated in two ways, one name spelled in two."""

from collections.abc import Iterable, Mapping

from transloc.checks.names.spellings import Spellings
from transloc.checks.rules import inconsistent
from transloc.checks.rules.inconsistent import Consistency
from transloc.checks.run import weighed
from transloc.checks.settings import Settings
from transloc.memory import Entry
from transloc.model import Catalog, Finding, Segment


def contradictions(catalog: Catalog, remembered: Iterable[Entry], settings: Settings) -> Mapping[str, tuple[Finding, ...]]:
    """Return by segment id what the rule ``inconsistent`` finds in ``catalog``, each at the later of two places.

    ``remembered`` are entries of other articles with the same sources, the one that counts first: a text that differs from it is told.
    """
    if not settings.runs(inconsistent.NAME):
        return {}
    consistency, spellings = Consistency(), Spellings(catalog)
    for entry in remembered:  # that others contradict each other is told in their own articles
        consistency.read(Segment(id="", source=entry.source, target=entry.target), catalog, entry.article)
    told: dict[str, tuple[Finding, ...]] = {}
    for number, segment in enumerate(catalog, 1):
        found = consistency.read(segment, catalog, f"sentence {number}") + inconsistent.respelt(segment, spellings)
        if found:
            told[segment.id] = tuple(weighed(finding, segment, settings) for finding in found)
    return told
