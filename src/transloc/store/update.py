"""An article on a new source: document and segments replaced, and every difference told by an Event."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from transloc import model
from transloc.errors import Refused
from transloc.model import Person
from transloc.states import Action
from transloc.store import events, glossaries, memory, models, notifications, rows
from transloc.store.articles import article_row, catalog_row
from transloc.store.events import Happened
from transloc.wording import say

_AGAIN = say("Nothing was changed. Run the command again")


def update(article: model.Article, catalogs: Iterable[model.Catalog], *, actor: Person, at: datetime) -> None:
    """Replace an article's document and the segments of all its catalogs."""
    given = {catalog.target_locale: catalog for catalog in catalogs}
    row = article_row(article.slug)
    before = row.digest
    known = set(row.catalog_set.values_list("locale", flat=True))
    if known != set(given):
        raise Refused(say("the locales of {article} have changed meanwhile", article=article.slug), hint=_AGAIN)
    for name, value in rows.article_fields(article, at).items():
        setattr(row, name, value)
    row.save()
    told = events.of_article(Happened.UPDATED, row.slug, actor=actor, at=at, before=before, after=row.digest, note=row.path)
    events.write([told])
    for catalog in given.values():
        changed = catalog_row(article.slug, catalog.target_locale, lock=True)
        memory.detach(changed, _replace(changed, catalog, actor, at))
        if before != row.digest:
            notifications.source_changed(changed, by=actor, at=at)


def recut(catalog: model.Catalog, *, actor: Person, at: datetime) -> None:
    """Replace the segments of one catalog; its article stays."""
    row = catalog_row(catalog.article, catalog.target_locale, lock=True)
    memory.forget(row, _replace(row, catalog, actor, at))


def _replace(row: models.Catalog, given: model.Catalog, actor: Person, at: datetime) -> list[str]:
    """Replace the segments of a catalog; returns the ids of those that are gone."""
    if row.revision != given.revision:
        raise Refused(say("somebody has worked on {article} ({locale}) meanwhile", article=given.article, locale=row.locale), hint=_AGAIN)
    found = {old.key: old for old in row.segment_set.all()}
    was = {name: rows.segment(old) for name, old in found.items()}
    changed: list[model.Segment] = []
    written: list[tuple[model.Segment, int]] = []
    told: list[events.Told] = []
    for position, segment in enumerate(given.segments):
        before = was.pop(segment.id, None)
        after = segment
        if segment != before:
            after = replace(segment, revision=before.revision + 1 if before else 0)
            changed.append(after)
            told.append(events.of_segment(_what(before, after), row, before, after, actor=actor, at=at))
        if segment != before or found[segment.id].position != position:
            written.append((after, position))
    moved = _moved([(found[segment.id].position, segment) for segment in given.segments if segment.id in found])
    told += [events.of_segment(Happened.MOVED, row, one, one, actor=actor, at=at) for one in moved]
    told += [events.of_segment(Happened.GONE, row, gone, None, actor=actor, at=at, note=gone.source) for gone in was.values()]
    row.segment_set.filter(pk__in=[found[name].pk for name in was]).delete()
    rows.write(row, written)
    events.write(told)
    memory.follow(row, changed)
    row.digest, row.revision = given.digest, row.revision + 1
    row.glossary = glossaries.signed(row, None, at)
    row.save(update_fields=["digest", "revision", "glossary"])
    return list(was)


def _moved(standing: list[tuple[int, model.Segment]]) -> list[model.Segment]:
    """Return the segments that stand elsewhere among those that stayed: as few as tell the new order."""
    last: list[int] = []  # of a run in order of each length, where the one that ends lowest ends (patience sorting)
    back: list[int] = []
    ends: list[int] = []
    for at, (position, _) in enumerate(standing):
        length = bisect_left(ends, position)
        back.append(last[length - 1] if length else -1)
        last[length : length + 1] = [at]
        ends[length : length + 1] = [position]
    kept, at = set(), last[-1] if last else -1
    while at >= 0:
        kept.add(at)
        at = back[at]
    return [segment for at, (_, segment) in enumerate(standing) if at not in kept and segment.source]


def _what(before: model.Segment | None, after: model.Segment) -> Action | Happened:
    if before is None:
        return Happened.NEW
    return Action.SOURCE_CHANGED if before.source != after.source else Happened.UPDATED
