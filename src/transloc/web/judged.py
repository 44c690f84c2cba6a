"""What the checks find in a catalog, kept between requests: a unit is judged again only when one of its segments was written."""

from collections.abc import Mapping
from pathlib import Path

from transloc.checks.run import judge_segment
from transloc.jobs.newsroom import Newsroom
from transloc.model import Catalog, Finding, Segment
from transloc.steps.review import Rules
from transloc.web.recent import Recent

Found = Mapping[str, tuple[Finding, ...]]
"""Findings of segments by id, waived ones among them."""

_Unit = tuple[tuple[Segment, ...], Found]
_kept: Recent[tuple[Path, str, str], tuple[Rules, dict[str, _Unit]]] = Recent(16)


def units(catalog: Catalog) -> dict[str, tuple[Segment, ...]]:
    """Return the segments of each unit, in reading order."""
    found: dict[str, list[Segment]] = {}
    for segment in catalog:
        found.setdefault(segment.unit, []).append(segment)
    return {unit: tuple(segments) for unit, segments in found.items()}


def findings(newsroom: Newsroom, catalog: Catalog) -> Found:
    """Return the findings of every segment of ``catalog``."""
    key, rules = (newsroom.project.root, catalog.article, catalog.target_locale), newsroom.rules(catalog.target_locale, catalog.glossary)
    known = _kept.get(key)
    before = known[1] if known and known[0] == rules else {}
    now = {unit: _judged(before.get(unit), segments, rules) for unit, segments in units(catalog).items()}
    _kept.put(key, (rules, now))
    return {name: found for _, unit in now.values() for name, found in unit.items()}


def _judged(before: _Unit | None, segments: tuple[Segment, ...], rules: Rules) -> _Unit:
    if before and before[0] == segments:
        return before
    return segments, {segment.id: judge_segment(segment, rules, segments) for segment in segments}
