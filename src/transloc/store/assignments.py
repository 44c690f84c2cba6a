"""Who is to work on a catalog, and who says that they are at it: written with an Event, under guards, in the caller's transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from transloc.errors import Refused
from transloc.model import Person
from transloc.steps.duty import HOLD
from transloc.store import events, models, notifications, rows
from transloc.store.articles import catalog_row
from transloc.store.events import Happened
from transloc.store.values import Handed
from transloc.wording import say


def assign(slug: str, locale: str, person: Person | None, *, actor: Person, at: datetime, note: str = "") -> None:
    """Have ``person`` work on a catalog, or nobody; the claim of who had it ends."""
    row = catalog_row(slug, locale, lock=True)
    duty, to = rows.duty(row), person.id if person else ""
    if not duty.may_assign(to, actor, at):
        raise _not_yours(slug, locale, duty.assignee)
    if person and not models.User.objects.filter(public_id=to, is_active=True).exists():
        raise Refused(say("{name} does not work here", name=person.name), hint=say("Choose somebody who does"))
    if to == duty.assignee:
        return
    row.assignee = to
    before, after = _name(duty.assignee), person.name if person else ""
    told = [events.of_article(Happened.ASSIGNED, slug, actor=actor, at=at, locale=locale, before=before, after=after, note=note.strip())]
    holder = duty.at_it(at)
    if holder and holder != to and holder in (actor.id, duty.assignee):
        row.holder, row.held = "", None
        told.append(events.of_article(Happened.RELEASED, slug, actor=actor, at=at, locale=locale, before=_name(holder)))
    row.save(update_fields=["assignee", "holder", "held"])
    events.write(told)
    notifications.assigned(slug, locale, person=to, by=actor, note=note.strip(), at=at)


def _not_yours(slug: str, locale: str, assignee: str) -> Refused:
    if not assignee:
        return Refused(say("{slug} ({locale}) is nobody’s: take it, and you may hand it on", slug=slug, locale=locale))
    message = say("{slug} ({locale}) is {name}’s", slug=slug, locale=locale, name=_name(assignee))
    return Refused(message, hint=say("Ask an editor to assign it"))


def claim(slug: str, locale: str, *, actor: Person, at: datetime) -> None:
    """Say that ``actor`` is at it; said again, it lasts longer."""
    row = catalog_row(slug, locale, lock=True)
    holder = rows.duty(row).at_it(at)
    if holder not in ("", actor.id):
        raise Refused(
            say("{name} is at {slug} ({locale}) already", name=_name(holder), slug=slug, locale=locale),
            hint=say("You may write beside them all the same: no text is lost"),
        )
    row.holder, row.held = actor.id, at + HOLD
    row.save(update_fields=["holder", "held"])
    if not holder:
        events.write([events.of_article(Happened.CLAIMED, slug, actor=actor, at=at, locale=locale, after=actor.name)])


def release(slug: str, locale: str, *, actor: Person, at: datetime) -> None:
    """End a claim; one that has ended by itself is no fault."""
    row = catalog_row(slug, locale, lock=True)
    duty = rows.duty(row)
    holder = duty.at_it(at)
    if holder and not duty.may_release(actor, at):
        raise Refused(
            say("{name} has claimed {slug} ({locale})", name=_name(holder), slug=slug, locale=locale),
            hint=say("They or an editor may release it"),
        )
    if not row.holder:
        return
    row.holder, row.held = "", None
    row.save(update_fields=["holder", "held"])
    if holder:
        events.write([events.of_article(Happened.RELEASED, slug, actor=actor, at=at, locale=locale, before=_name(holder))])


def renew(slug: str, locale: str, *, actor: Person, at: datetime) -> None:
    """Have the claim of ``actor``, where it still runs, last from now on."""
    theirs = models.Catalog.objects.filter(article__slug=slug, locale=locale, holder=actor.id)
    theirs.filter(held__gt=at, held__lt=at + HOLD).update(held=at + HOLD)


def renewed(catalog: models.Catalog, told: Iterable[events.Told]) -> dict[str, Any]:
    """Return the columns that a write by the holder changes: their claim lasts from then on."""
    theirs = [event["at"] for event in told if event["actor_id"] and event["actor_id"] == catalog.holder]
    latest = max(theirs, default=None)
    return {"held": latest + HOLD} if latest and catalog.held and latest < catalog.held else {}


def handed(places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Handed]:
    """Return who last assigned each of the catalogs, when, and with which words; by slug and locale."""
    told = events.of_catalogs(Happened.ASSIGNED, places)
    return {(one.article, one.locale): Handed(one.actor, one.by, one.at, one.note) for one in told}


def _name(person: str) -> str:
    return models.User.objects.filter(public_id=person).values_list("name", flat=True).first() or person
