"""What the checks find in a catalog, kept between requests: a unit is judged again only when one of its segments was written."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from transloc.checks.rules import OF_SEGMENT
from transloc.checks.run import check_catalog, judge_segment
from transloc.jobs.newsroom import Newsroom
from transloc.memory import Entry
from transloc.model import Catalog, Finding, Segment
from transloc.steps.contradictions import contradictions
from transloc.steps.review import Rules
from transloc.web.recent import Recent

Found = Mapping[str, tuple[Finding, ...]]
"""Findings of segments by id, waived ones among them."""

_Unit = tuple[tuple[Segment, ...], Found]
_kept: Recent[tuple[Path, str, str], tuple[Rules, dict[str, _Unit]]] = Recent(16)
_whole: Recent[tuple[Path, str, str], tuple[tuple[object, ...], Found]] = Recent(16)


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


def of_article(newsroom: Newsroom, catalog: Catalog) -> Found:
    """Return the findings of every segment, those among them that only the whole article tells.

    They are how people are named for the first time, where the house cares, and what contradicts the article or what was confirmed
    in others.
    """
    key, rules = (newsroom.project.root, catalog.article, catalog.target_locale), newsroom.rules(catalog.target_locale, catalog.glossary)
    store = newsroom.store
    state = rules, store.revisions(), store.count_entries()  # of all catalogs: what was confirmed in others counts as well
    known = _whole.get(key)
    if known and known[0] == state:
        return known[1]
    found = _in_order(catalog, rules) if _names_people(rules) else findings(newsroom, catalog)
    against = contradictions(catalog, _remembered(newsroom, catalog), rules.checks)
    whole = {segment.id: (*found.get(segment.id, ()), *against.get(segment.id, ())) for segment in catalog}
    _whole.put(key, (state, whole))
    return whole


def _names_people(rules: Rules) -> bool:
    house = rules.checks.house(rules.target_locale)
    return bool(house and house.names)


def _in_order(catalog: Catalog, rules: Rules) -> Found:
    judged = check_catalog(catalog, rules.glossary, rules.checks)
    return {segment.id: tuple(one for one in found if one.rule not in OF_SEGMENT) for segment, found in judged}


def _remembered(newsroom: Newsroom, catalog: Catalog) -> Iterator[Entry]:
    sources = (segment.source for segment in catalog if segment.source)
    known = newsroom.store.known(sources, catalog.source_locale, catalog.target_locale)
    return (entry for entries in known.values() for entry in entries if entry.article not in ("", catalog.article))
