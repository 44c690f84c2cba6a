"""Where an article contradicts itself, or what people confirmed in others: one text translated in two ways, one name spelled in two."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

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
    consistency = Consistency()
    for entry in remembered:
        elsewhere = Segment(id="", source=entry.source, target=entry.target)
        for _ in consistency.check(elsewhere, replace(catalog, article=entry.article, segments=()), entry.article):
            pass  # that others contradict each other is told in their own articles
    told = {
        segment.id: tuple(weighed(finding, segment, settings) for finding in consistency.check(segment, catalog, f"sentence {number}"))
        for number, segment in enumerate(catalog, 1)
    }
    return {segment: findings for segment, findings in told.items() if findings}
