"""What people are typing: kept so that no crash loses it, and no edit until they say so."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from transloc.model import Person
from transloc.store import models
from transloc.store.articles import catalog_row, require
from transloc.store.values import Draft


def keep(slug: str, locale: str, segment: str, *, person: Person, text: str, seen: int, at: datetime) -> None:
    """Keep what ``person`` has typed so far, in the place of what they had typed before.

    The text that stands is none: sent before its confirm, it may arrive after it, and would be offered again.
    """
    catalog = catalog_row(slug, locale)
    require(catalog, segment)
    if catalog.segment_set.filter(key=segment, target=text).exists():
        drop(catalog, [(segment, person.id)])
    else:
        typed = {"text": text, "seen": seen, "at": at}
        models.Draft.objects.update_or_create(catalog=catalog, segment=segment, person=person.id, defaults=typed)


def drop(catalog: models.Catalog, typed: Iterable[tuple[str, str]]) -> None:
    """Drop drafts by segment and person: what they typed is saved, or given up."""
    named = [(catalog.pk, segment, person) for segment, person in typed]
    if named:
        with connection.cursor() as cursor:
            cursor.executemany(_DROP, named)


_DROP = "DELETE FROM store_draft WHERE catalog_id = %s AND segment = %s AND person = %s"


def held(catalog: models.Catalog, segment: str, person: Person) -> bool:
    """Tell whether ``person`` has typed something into a segment that is not saved."""
    return models.Draft.objects.filter(catalog=catalog, segment=segment, person=person.id).exists()


def of(slug: str, locale: str, person: Person) -> tuple[Draft, ...]:
    """Return what ``person`` has typed in a catalog, in the order of typing."""
    found = models.Draft.objects.filter(catalog=catalog_row(slug, locale), person=person.id).order_by("at", "id")
    return tuple(Draft(row.segment, row.text, row.seen, row.at) for row in found)
