"""Articles and their catalogs: added, listed, read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from transloc import model
from transloc.errors import InputError, Refused
from transloc.model import Person, Role
from transloc.store import events, memory, models, rows
from transloc.store.events import Happened
from transloc.store.values import Listed
from transloc.wording import say


def add(
    article: model.Article,
    catalogs: Iterable[model.Catalog],
    *,
    actor: Person,
    at: datetime,
    deadline: datetime | None,
    imported: bool,
) -> None:
    """Add an article with its catalogs."""
    if models.Article.objects.filter(slug=article.slug).exists():
        raise Refused(say("there is already an article “{article}”", article=article.slug), hint=say("Give this one another name"))
    row = models.Article.objects.create(slug=article.slug, created=at, **rows.article_fields(article, at))
    events.write([events.of_article(Happened.ADDED, row.slug, actor=actor, at=at, after=row.digest, note=row.path)])
    for catalog in catalogs:
        _add_catalog(row, catalog, actor, at, deadline, imported)


def add_locale(slug: str, catalog: model.Catalog, *, actor: Person, at: datetime, deadline: datetime | None, imported: bool) -> None:
    """Add a target locale to an article."""
    _add_catalog(article_row(slug), catalog, actor, at, deadline, imported)


def _add_catalog(
    article: models.Article, catalog: model.Catalog, actor: Person, at: datetime, deadline: datetime | None, imported: bool
) -> None:
    locale = catalog.target_locale
    if models.Catalog.objects.filter(article=article, locale=locale).exists():
        raise Refused(
            say("{article} has a catalog for {locale} already", article=article.slug, locale=locale),
            hint=say("See it with: transloc status"),
        )
    row = models.Catalog.objects.create(article=article, locale=locale, deadline=deadline, digest=catalog.digest, glossary=catalog.glossary)
    segments = [replace(segment, revision=0) for segment in catalog.segments]
    rows.write(row, ((segment, position) for position, segment in enumerate(segments)))
    told = [events.of_article(Happened.ADDED, article.slug, actor=actor, at=at, locale=locale, note=f"{len(segments)} segments")]
    if imported:
        fresh = [(model.Segment(id=s.id, source=s.source, kind=s.kind, after=s.after), s) for s in segments]
        told += [events.of_segment(Happened.IMPORTED, row, was, s, actor=actor, at=at) for was, s in fresh if was != s]
    events.write(told)
    memory.follow(row, segments)


def set_deadline(slug: str, locale: str, deadline: datetime | None, *, actor: Person, at: datetime) -> None:
    """Set when a catalog is due; editors do."""
    if not actor.role.may(Role.EDITOR):
        raise Refused(say("a deadline is an editor’s to set"), hint=say("Ask one of them"))
    row = catalog_row(slug, locale)
    before = row.deadline.isoformat() if row.deadline else ""
    after = deadline.isoformat() if deadline else ""
    row.deadline = deadline
    row.save(update_fields=["deadline"])
    events.write([events.of_article(Happened.DEADLINE, slug, actor=actor, at=at, locale=locale, before=before, after=after)])


def article(slug: str) -> model.Article:
    """Return one article with its document."""
    return rows.article(article_row(slug))


def listing() -> tuple[Listed, ...]:
    """Return every article without its document, by slug."""
    targets: dict[int, list[str]] = defaultdict(list)
    for article_id, locale in models.Catalog.objects.order_by("locale").values_list("article_id", "locale"):
        targets[article_id].append(locale)
    return tuple(
        Listed(
            slug=row.slug,
            path=row.path,
            locale=row.locale,
            title=row.title,
            digest=row.digest,
            external=row.external,
            mirror=row.mirror,
            locales=tuple(targets[row.pk]),
            address=stated.value if (stated := rows.metadata(row).get("address")) else "",
        )
        for row in models.Article.objects.order_by("slug").defer("data", "units", "embeds")
    )


def locales(slug: str) -> tuple[str, ...]:
    """Return the target locales of an article, in alphabetical order."""
    return tuple(article_row(slug).catalog_set.order_by("locale").values_list("locale", flat=True))


def headlines(locale: str) -> dict[str, str]:
    """Return by slug the headline of every article that has one in the target locale, with its inline codes."""
    found = models.Segment.objects.filter(locale=locale, kind=model.Kind.HEADLINE.value).order_by("catalog", "position")
    told: dict[str, tuple[str, list[str]]] = {}
    for slug, key, target in found.values_list("catalog__article__slug", "key", "target"):
        unit, targets = told.setdefault(slug, (key.rpartition(".")[0], []))
        if key.rpartition(".")[0] == unit:
            targets.append(target)
    return {slug: " ".join(targets) for slug, (_, targets) in told.items() if all(targets)}


def catalog(slug: str, locale: str) -> model.Catalog:
    """Return a catalog with its segments in reading order."""
    row = catalog_row(slug, locale)
    found = row.segment_set.order_by("position").values_list(*rows.READ, named=True)  # in half the time that instances of the model take
    return rows.catalog(row, map(rows.segment, found))


class Gone(Refused):
    """The segment is not there (any more)."""


def require(catalog: models.Catalog, segment: str) -> None:
    """Raise Gone where the catalog has no such segment."""
    if not catalog.segment_set.filter(key=segment).exists():
        raise gone(catalog, segment)


def gone(catalog: models.Catalog, segment: str) -> Gone:
    """Return what is said of a segment that is not there."""
    where = f"{catalog.article.slug} ({catalog.locale})"
    return Gone(
        say("there is no segment {segment} in {where}", segment=segment, where=where),
        hint=say("Read the article again: its source may have changed"),
    )


def article_row(slug: str) -> models.Article:
    """Return the row of an article; raises InputError where there is none."""
    try:
        return models.Article.objects.get(slug=slug)
    except models.Article.DoesNotExist:
        raise InputError(say("there is no article “{slug}”", slug=slug), hint=say("transloc status lists them")) from None


def catalog_row(slug: str, locale: str, *, lock: bool = False) -> models.Catalog:
    """Return the row of a catalog with its article, ``lock`` to write it; raises InputError where there is none."""
    found = models.Catalog.objects.select_related("article").defer("article__data", "article__units")
    if lock:  # PostgreSQL: two writers of a catalog wait for each other; SQLite has one writer anyway
        found = found.select_for_update(of=("self",))
    try:
        return found.get(article__slug=slug, locale=locale)
    except models.Catalog.DoesNotExist:
        raise no_catalog(slug, locale) from None


def no_catalog(slug: str, locale: str) -> InputError:
    """Return what is said where there is no such catalog; raises InputError where there is no such article either."""
    article_row(slug)
    return InputError(
        say("{slug} has no catalog for {locale}", slug=slug, locale=locale),
        hint=say("Add one with: transloc add FILE --to {locale}", locale=locale),
    )
