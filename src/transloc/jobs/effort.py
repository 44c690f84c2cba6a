"""What the drafts of a newsroom cost its people, gathered from what was drafted and what was confirmed."""

from collections.abc import Iterator
from dataclasses import replace

from transloc.checks.pair import side
from transloc.checks.run import judge_segment
from transloc.checks.terms.presence import mentions
from transloc.jobs.newsroom import Newsroom
from transloc.steps.effort import EffortReport, PostEdit, effort


def survey(newsroom: Newsroom, slugs: tuple[str, ...] = (), locale: str | None = None) -> EffortReport:
    """Return the effort of the confirmed segments of the named articles (all, where none is named), only in ``locale`` if given."""
    return effort(edited for article, target in newsroom.catalogs(slugs, locale) for edited in _of(newsroom, article.slug, target))


def _of(newsroom: Newsroom, slug: str, locale: str) -> Iterator[PostEdit]:
    catalog = newsroom.store.catalog(slug, locale)
    drafts = newsroom.store.machine_drafts(slug, locale)
    rules = newsroom.rules(locale, catalog.glossary)
    for segment in catalog:
        draft = drafts.get(segment.id)
        if draft is None or not segment.done or segment.omitted or not segment.target:
            continue
        terms = mentions(side(segment.source, catalog.source_locale), rules.glossary) if rules.glossary else ()
        found = judge_segment(replace(segment, target=draft.text), rules)
        yield PostEdit(
            draft=draft.text,
            confirmed=segment.target,
            engine=draft.origin,
            terms=frozenset(match.concept.id for match in terms),
            rules=frozenset(finding.rule for finding in found),
        )
