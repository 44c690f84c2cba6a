"""How far everything is, and how it came to be so: answered by the database."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import connection
from django.db.models import Count, Max, Sum

from transloc.model import Event, State
from transloc.states import Action
from transloc.steps.duty import Duty
from transloc.store import events, models, rows
from transloc.store.articles import article_row, no_catalog
from transloc.store.events import Happened
from transloc.store.values import Counts, Drafting, SourceVersion, Version


def progress(slug: str | None) -> tuple[Counts, ...]:
    """Return how far each catalog is, by slug and locale."""
    if slug is not None:
        article_row(slug)
    catalogs = models.Catalog.objects.select_related("article").only("locale", "deadline", "assignee", "holder", "held", "article__slug")
    segments = models.Segment.objects.all()
    if slug is not None:
        catalogs, segments = catalogs.filter(article__slug=slug), segments.filter(catalog__article__slug=slug)
    counts: dict[int, Counter[State]] = defaultdict(Counter)
    words: dict[int, Counter[State]] = defaultdict(Counter)
    written: dict[int, datetime] = {}
    for row in segments.values("catalog_id", "state").annotate(count=Count("pk"), sum=Sum("words"), last=Max("at")):
        counts[row["catalog_id"]][State(row["state"])] = row["count"]
        words[row["catalog_id"]][State(row["state"])] = row["sum"]
        if row["last"]:
            written[row["catalog_id"]] = max(row["last"], written.get(row["catalog_id"], row["last"]))
    return tuple(
        Counts(
            article=catalog.article.slug,
            locale=catalog.locale,
            deadline=catalog.deadline,
            states={state: counts[catalog.pk][state] for state in State},
            words=words[catalog.pk].total(),
            words_done=words[catalog.pk][State.REVIEWED] + words[catalog.pk][State.FINAL],
            duty=rows.duty(catalog),
            written=written.get(catalog.pk),
        )
        for catalog in catalogs.order_by("article__slug", "locale")
    )


def revisions() -> dict[tuple[str, str], int]:
    """Return the revision of every catalog, by slug and locale."""
    found = models.Catalog.objects.order_by("article__slug", "locale").values_list("article__slug", "locale", "revision")
    return {(slug, locale): revision for slug, locale, revision in found}


def version(slug: str, locale: str) -> Version:
    """Return what tells that a catalog or its article was written."""
    with connection.cursor() as cursor:  # every request asks
        cursor.execute(_VERSION, [slug, locale])
        found = cursor.fetchone()
    if found is None:
        raise no_catalog(slug, locale)
    revision, assignee, holder, held, *article = found
    return Version(revision, tuple(article), Duty(assignee, holder, _moment(held)))


def _moment(held: datetime | None) -> datetime | None:
    """Return a moment that the database gave without Django: SQLite keeps no time zone, and Django writes UTC."""
    return held.replace(tzinfo=UTC) if held and held.tzinfo is None else held


_VERSION = """
    SELECT catalog.revision, catalog.assignee, catalog.holder, catalog.held,
        article.updated, article.digest, article.path, article.external, article.mirror
    FROM store_catalog AS catalog JOIN store_article AS article ON article.id = catalog.article_id
    WHERE article.slug = %s AND catalog.locale = %s
"""


def went_out(places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], datetime]:
    """Return when each of the catalogs was last exported, drafts that went out unreviewed aside; by slug and locale."""
    told = events.of_catalogs(Happened.EXPORTED, places)
    return {(one.article, one.locale): one.at for one in told if not one.note.endswith("draft")}


#: After these a draft is no longer of the sentence that stands in the segment.
_CUT = (Action.SOURCE_CHANGED.value, Action.SPLIT.value, Action.MERGE.value, Happened.GONE.value)


def machine_drafts(slug: str, locale: str) -> dict[str, Drafting]:
    """Return by segment what an engine or the memory last drafted, where its source is still the one that was drafted."""
    told = models.Event.objects.filter(article=slug, locale=locale, action__in=[Action.DRAFT.value, *_CUT]).order_by("id")
    found: dict[str, Drafting] = {}
    for segment, action, text, origin in told.values_list("segment", "action", "after", "origin"):
        if action == Action.DRAFT:
            found[segment] = Drafting(text, origin)
        else:
            found.pop(segment, None)
    return found


#: What a new version of an article does to the segments of a catalog.
_OF_VERSION = (Action.SOURCE_CHANGED.value, Happened.NEW.value, Happened.GONE.value, Happened.MOVED.value)


def versions(slug: str, locale: str) -> tuple[SourceVersion, ...]:
    """Return the new versions that an article came in, the oldest first, with what each did to one catalog."""
    told = models.Event.objects.filter(article=slug)
    found = told.filter(locale="", action=Happened.UPDATED.value) | told.filter(locale=locale, action__in=_OF_VERSION)
    brought: list[tuple[Event, list[Event]]] = []
    for event in map(events.value, found.order_by("id").defer("changed")):
        if not event.locale:
            brought.append((event, []))
        elif brought and (event.at, event.actor) == (brought[-1][0].at, brought[-1][0].actor):  # a segment may go by a merge as well
            brought[-1][1].append(event)
    return tuple(SourceVersion(came.at, came.actor, came.note, tuple(did)) for came, did in brought)
