"""Events: written with what they tell of, never changed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import Any

from django.db.models import Max, QuerySet

from transloc import model
from transloc.model import Person
from transloc.states import Action, Change
from transloc.store import bulk, models, rows


class Happened(StrEnum):
    """What an Event tells besides the actions of ``states``."""

    ADDED = "added"
    IMPORTED = "imported"
    UPDATED = "updated"
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    DEADLINE = "deadline"
    ASSIGNED = "assigned"
    CLAIMED = "claimed"
    RELEASED = "released"
    EXPORTED = "exported"
    SIGNED_IN = "signed-in"
    SIGNED_OUT = "signed-out"
    TURNED_AWAY = "turned-away"
    SHUT_OUT = "shut-out"
    ACCOUNT = "account"
    QUEUED = "queued"


#: An Event that is not written yet, by column: instances of the model take four times as long.
Told = dict[str, Any]

#: Which text of a segment an Event shows, where it is not the target.
_TEXT: Mapping[Action | Happened, str] = {
    Action.SOURCE_CHANGED: "source",
    Action.SPLIT: "source",
    Action.MERGE: "source",
    Happened.NEW: "source",
    Action.SUGGEST: "suggestion",
}


def of_article(
    action: Happened, slug: str, *, actor: Person, at: datetime, locale: str = "", before: str = "", after: str = "", note: str = ""
) -> Told:
    """Return the Event of something that happened to an article or a catalog as a whole, not yet written."""
    return Told(
        at=at,
        actor=actor.name,
        actor_id=actor.id,
        action=action.value,
        article=slug,
        locale=locale,
        segment="",
        before=before,
        after=after,
        note=note,
        origin="",
        revision=0,
        changed={},
    )


def of_segment(
    action: Action | Happened,
    catalog: models.Catalog,
    before: model.Segment | None,
    after: model.Segment | None,
    *,
    actor: Person | None,
    at: datetime,
    note: str = "",
) -> Told:
    """Return the Event of one segment, not yet written; without ``after`` the segment is gone, and the Event keeps it whole."""
    one = after or before
    assert one is not None
    text = _TEXT.get(action, "target")
    return Told(
        at=at,
        actor=actor.name if actor else "",
        actor_id=actor.id if actor else "",
        action=action.value,
        article=catalog.article.slug,
        locale=catalog.locale,
        segment=one.id,
        before=getattr(before, text, ""),
        after=getattr(after, text, ""),
        note=note,
        origin=one.origin,
        revision=one.revision,
        changed=rows.differences(before, after) if after else rows.packed_segment(one),
    )


#: With these a person vouches for a text.
_VOUCHES = frozenset({Action.CONFIRM.value, Action.SIGN_OFF.value, Action.OMIT.value, Action.CORRECT.value, Action.ADD.value})
#: After these nobody vouches for it any more.
_ANEW = frozenset(
    {
        *(action.value for action in (Action.EDIT, Action.DRAFT, Action.REJECT, Action.SOURCE_CHANGED, Action.SPLIT, Action.MERGE)),
        Happened.GONE.value,
    }
)
_CHUNK = 500


def vouching(catalog: models.Catalog, segments: Collection[str]) -> dict[str, list[str]]:
    """Return by person (an id) the segments for whose text as it stands they have vouched."""
    vouched: dict[str, list[str]] = {}
    names = iter(segments)
    while chunk := list(islice(names, _CHUNK)):
        told = models.Event.objects.filter(article=catalog.article.slug, locale=catalog.locale, segment__in=chunk)
        for segment, people in _vouching(told).items():
            for person in people:
                vouched.setdefault(person, []).append(segment)
    return vouched


def _vouching(told: QuerySet[models.Event]) -> dict[str, set[str]]:
    standing: dict[str, set[str]] = {}
    for segment, action, person in told.order_by("id").values_list("segment", "action", "actor_id"):
        if action in _ANEW:
            standing.pop(segment, None)
        elif action in _VOUCHES and person:
            standing.setdefault(segment, set()).add(person)
    return standing


def note(change: Change) -> str:
    """Return what a person said with a change."""
    return f"{change.rule}: {change.reason}" if change.rule else change.reason


def write(events: Iterable[Told], batch: int | None = None) -> None:
    """Write Events, in order; those of drafts with the id of the ``batch`` that brought them."""
    moment = bulk.moments()
    told = ({**event, "batch": batch, "at": moment(event["at"]), "changed": models.compact(event["changed"])} for event in events)
    bulk.write(models.Event, told)


def replayed(segment: model.Segment, told: QuerySet[models.Event]) -> model.Segment:
    """Return ``segment`` as the Events ``told``, which are all of its own up to some moment, left it.

    Its source is today's: the caller knows that no Event since has changed it. What was told before the segment was gone is of
    another one under the same id.
    """
    left = model.Segment(id=segment.id, source=segment.source, kind=segment.kind, after=segment.after)
    born = told.filter(action=Happened.GONE).aggregate(last=Max("id"))["last"] or 0
    for changed in told.filter(id__gt=born).order_by("id").values_list("changed", flat=True):
        left = rows.apply(left, changed)
    return left


def history(slug: str, locale: str | None, segment: str | None) -> tuple[model.Event, ...]:
    """Return the Events of an article, a catalog or a segment, in order."""
    found = models.Event.objects.filter(article=slug)
    if locale is not None:
        found = found.filter(locale=locale)
    if segment is not None:
        found = found.filter(segment=segment)
    return tuple(value(row) for row in found.order_by("id").defer("changed"))


def of_catalogs(action: Happened, places: Iterable[tuple[str, str]]) -> Iterator[model.Event]:
    """Yield the Events of one kind that tell of these catalogs (slug, locale) as a whole, the oldest first."""
    wanted = set(places)
    slugs, locales = {slug for slug, _ in wanted}, {locale for _, locale in wanted}
    found = models.Event.objects.filter(article__in=slugs, locale__in=locales, segment="", action=action)  # as the index has them
    yield from (value(row) for row in found.order_by("id").defer("changed") if (row.article, row.locale) in wanted)


def last(slug: str, locale: str, segment: str, fields: Iterable[str]) -> model.Event | None:
    """Return the latest Event of a segment that changed one of ``fields``; of one that is gone, the Event that tells so."""
    wanted = frozenset(fields)
    found = models.Event.objects.filter(article=slug, locale=locale, segment=segment).order_by("-id")
    return next((value(row) for row in found.iterator(chunk_size=20) if wanted & row.changed.keys()), None)


def value(row: models.Event) -> model.Event:
    """Return the Event that a row is."""
    return model.Event(
        at=row.at,
        actor=row.actor,
        action=row.action,
        article=row.article,
        locale=row.locale,
        segment=row.segment,
        before=row.before,
        after=row.after,
        note=row.note,
        by=row.actor_id,
        origin=row.origin,
    )
