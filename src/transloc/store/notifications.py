"""What people are told: written in the transaction of what it tells of, and never about one's own acts."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from transloc.model import Person
from transloc.store import models, rows
from transloc.store.models import User
from transloc.store.values import Letter, News, Notification
from transloc.wording import restored

#: Changes of one person's sentences in one article are told once in this time.
_TOGETHER = timedelta(hours=1)

#: So long before a deadline it is told.
_SOON = timedelta(hours=24)

#: A deadline that was missed longer ago is no news.
_STALE = timedelta(days=30)

#: So long a notification is kept after it was seen.
_KEPT = timedelta(days=90)

#: What is older is not mailed any more: whoever turns mails on wants no past.
_MAILED = timedelta(days=7)


def tell(
    person: str,
    kind: News,
    *,
    article: str,
    locale: str,
    at: datetime,
    by: Person | None = None,
    segment: str = "",
    text: str = "",
) -> None:
    """Tell ``person`` (an id) something, unless it is their own act; ``by`` is None where a machine or the clock did it."""
    if not person or (by and by.id == person):
        return
    place = {"article": article, "locale": locale, "segment": segment}
    models.Notification.objects.create(person=person, kind=kind.value, text=text, by=by.id if by else "", at=at, **place)


def assigned(slug: str, locale: str, *, person: str, by: Person, note: str, at: datetime) -> None:
    """Tell ``person`` (an id) that a catalog was assigned to them, with the words that came with it."""
    tell(person, News.ASSIGNED, article=slug, locale=locale, by=by, text=note, at=at)


def reworked(person: str, slug: str, locale: str, segments: Iterable[str], *, by: Person, at: datetime) -> None:
    """Tell ``person`` that sentences they had vouched for were changed: once an hour and article, however many they are."""
    if by.id == person:
        return
    place = {"person": person, "kind": News.REWORKED.value, "article": slug, "locale": locale}
    row = models.Notification.objects.filter(**place, at__gt=at - _TOGETHER).order_by("-id").first()
    if row is None:
        row = models.Notification(**place, by=by.id, at=at)
    known = row.text.split() if row.seen is None else []
    row.by = by.id if row.by == by.id or not known else ""
    row.text, row.seen = " ".join(dict.fromkeys([*known, *segments])), None
    row.segment = row.text.partition(" ")[0]
    row.save()


def source_changed(catalog: models.Catalog, *, by: Person, at: datetime) -> None:
    """Tell who works on a catalog that its source is another one."""
    for person in _workers(catalog, at):
        tell(person, News.SOURCE_CHANGED, article=catalog.article.slug, locale=catalog.locale, by=by, at=at)


def _workers(catalog: models.Catalog, at: datetime) -> list[str]:
    duty = rows.duty(catalog)
    return [person for person in dict.fromkeys((duty.assignee, duty.at_it(at))) if person]


def due(at: datetime) -> tuple[models.Catalog, ...]:
    """Return the assigned and unfinished catalogs whose deadline is near or missed, and which nobody was told of yet."""
    unfinished = Exists(models.Segment.objects.filter(catalog=OuterRef("pk"), open=True))  # joined, all that is open would be read
    near = models.Catalog.objects.filter(unfinished, deadline__gt=at - _STALE, deadline__lte=at + _SOON).exclude(assignee="")
    found = near.select_related("article").only("locale", "deadline", "assignee", "article__slug")
    return tuple(catalog for catalog in found if not _told(catalog, at))


def _told(catalog: models.Catalog, at: datetime) -> bool:
    said = {"person": catalog.assignee, "article": catalog.article.slug, "locale": catalog.locale}
    return models.Notification.objects.filter(**said, kind=_kind(catalog, at), text=_when(catalog)).exists()


def _kind(catalog: models.Catalog, at: datetime) -> News:
    assert catalog.deadline
    return News.MISSED if catalog.deadline <= at else News.DUE


def _when(catalog: models.Catalog) -> str:
    assert catalog.deadline
    return catalog.deadline.isoformat()


def tell_due(at: datetime) -> None:
    """Tell of what ``due`` returns, once each; of a deadline that was moved again."""
    for catalog in due(at):
        tell(catalog.assignee, _kind(catalog, at), article=catalog.article.slug, locale=catalog.locale, text=_when(catalog), at=at)


def of(person: str, before: int | None, limit: int) -> tuple[Notification, ...]:
    """Return what somebody was told, the latest first; ``before`` is the number of the last one that was read."""
    found = models.Notification.objects.filter(person=person)
    if before is not None:
        found = found.filter(id__lt=before)
    return _values(found.order_by("-id")[:limit])


def one(person: str, number: int) -> Notification | None:
    """Return one notification of a person's own."""
    return next(iter(_values(models.Notification.objects.filter(person=person, pk=number))), None)


def unread(person: str) -> int:
    """Return how many somebody has not seen."""
    return models.Notification.objects.filter(person=person, seen=None).count()


def see(person: str, at: datetime, number: int | None, until: int | None) -> None:
    """Mark one of a person's notifications as seen, or all up to the number ``until``."""
    found = models.Notification.objects.filter(person=person, seen=None)
    if number is not None:
        found = found.filter(pk=number)
    if until is not None:
        found = found.filter(pk__lte=until)
    found.update(seen=at)


def old(at: datetime) -> bool:
    """Tell whether there is something to forget."""
    return _old(at).exists()


def forget(at: datetime) -> None:
    """Delete what was seen long ago."""
    _old(at).delete()


def _old(at: datetime) -> QuerySet[models.Notification]:
    return models.Notification.objects.filter(seen__lt=at - _KEPT)


def letters(before: datetime) -> tuple[Letter, ...]:
    """Return by person what they have neither seen nor been mailed, from before the moment ``before``; only of those who want mails."""
    wanting = {user.public_id: user for user in User.objects.filter(mails=True, is_active=True).exclude(email="")}
    if not wanting:
        return ()
    waiting = models.Notification.objects.filter(person__in=wanting, seen=None, mailed=None, at__lt=before, at__gt=before - _MAILED)
    news: dict[str, list[models.Notification]] = {}
    for row in waiting.order_by("id"):
        news.setdefault(row.person, []).append(row)
    return tuple(_letter(wanting[person], rows) for person, rows in news.items())


def _letter(user: User, rows: list[models.Notification]) -> Letter:
    return Letter(user.person, user.email, user.language, _values(rows))


def mailed(numbers: Iterable[int], at: datetime) -> None:
    """Mark notifications as mailed."""
    models.Notification.objects.filter(pk__in=list(numbers)).update(mailed=at)


def _values(found: Iterable[models.Notification]) -> tuple[Notification, ...]:
    rows = tuple(found)
    articles = models.Article.objects.filter(slug__in={row.article for row in rows})
    known = {slug: (title, external) for slug, title, external in articles.values_list("slug", "title", "external")}
    names = dict(User.objects.filter(public_id__in={row.by for row in rows}).values_list("public_id", "name"))
    return tuple(_value(row, *known.get(row.article, ("", False)), names.get(row.by, "")) for row in rows)


def _value(row: models.Notification, title: str, external: bool, by: str) -> Notification:
    reworked = row.kind == News.REWORKED
    return Notification(
        id=row.pk,
        kind=News(row.kind),
        article=row.article,
        locale=row.locale,
        title=title or row.article,
        at=row.at,
        segment=row.segment,
        segments=tuple(row.text.split()) if reworked else (),
        text="" if reworked else restored(row.text) if row.kind == News.DRAFT_FAILED else row.text,
        by=by,
        external=external,
        seen=row.seen,
    )
