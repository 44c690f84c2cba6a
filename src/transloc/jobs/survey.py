"""How far the catalogs of a newsroom are: the one answer that ``status``, ``export`` and the demo give."""

from dataclasses import replace

from transloc.checks.run import check_catalog
from transloc.jobs.newsroom import Newsroom
from transloc.model import Catalog
from transloc.steps.progress import Progress, progress


def survey(newsroom: Newsroom, slugs: tuple[str, ...] = (), locale: str | None = None) -> list[Progress]:
    """Return the progress of every catalog of the named articles (all, where none is named), only in ``locale`` if given."""
    known = {(counts.article, counts.locale): counts for counts in newsroom.store.progress()}
    names = {person.id: person.name for person in newsroom.store.people()}
    rows = []
    for listed in newsroom.articles(slugs):
        outdated = newsroom.outdated(listed.path, listed.digest)
        for target in listed.locales:
            if locale in (None, target):
                found = measure(newsroom, newsroom.store.catalog(listed.slug, target), outdated)
                counts = known[listed.slug, target]
                rows.append(replace(found, deadline=counts.deadline, assignee=names.get(counts.duty.assignee, "")))
    return rows


def measure(newsroom: Newsroom, catalog: Catalog, outdated: str) -> Progress:
    """Return the progress of one catalog, judged by today's rules; ``outdated`` is what ``Newsroom.outdated`` says of its article."""
    judged = check_catalog(catalog, newsroom.glossary_of(catalog.glossary), newsroom.project.check_settings())
    found = progress(catalog, {segment.id: findings for segment, findings in judged}, four_eyes=newsroom.project.four_eyes)
    return replace(found, outdated=outdated)
