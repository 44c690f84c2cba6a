"""A segment cut in two, and two made one, in the caller's transaction."""

from dataclasses import replace

from django.db.models import F

from transloc import model, states
from transloc.errors import Refused, about
from transloc.states import Change
from transloc.steps import resegment
from transloc.steps.review import Rules
from transloc.store import comments, drafts, models, rows
from transloc.store.articles import catalog_row
from transloc.store.review import Changes
from transloc.wording import say


def split(
    slug: str, locale: str, name: str, seen: int, change: Change, rules: Rules, *, at: int, target_at: int
) -> tuple[model.Segment, model.Segment]:
    """Cut a segment in two; the second part stands behind the first."""
    catalog = catalog_row(slug, locale, lock=True)
    changes = Changes(catalog, rules, [name])
    before = changes.seen(name, seen)
    parts = resegment.split(changes.unit(name), name, change, at=at, target_at=target_at, taken=_ever(catalog, before.unit))
    place = catalog.segment_set.values_list("position", flat=True).get(key=name)
    catalog.segment_set.filter(position__gt=place).update(position=F("position") + 1)
    first = changes.keep(before, replace(parts[0], revision=before.revision + 1), change)
    second = changes.keep(None, replace(parts[1], revision=1), change)
    changes.write({second.id: place + 1})
    return first, second


def merge(slug: str, locale: str, name: str, seen: tuple[int, int], change: Change, rules: Rules) -> model.Segment:
    """Make one segment of ``name`` and the next one of its unit, which were read as the revisions ``seen``."""
    catalog = catalog_row(slug, locale, lock=True)
    changes = Changes(catalog, rules, [name])
    before = changes.seen(name, seen[0])
    states.permit(before, change)
    unit = changes.unit(name)
    for follower in unit[unit.index(before) + 1 :][:1]:
        changes.seen(follower.id, seen[1])
    merged, gone = resegment.merge(unit, name, change, _whole(catalog, before.unit))
    if change.actor and drafts.held(catalog, gone.id, change.actor):  # nobody would find these words again
        raise Refused(about(name, say("the next one holds unsaved words of yours")), hint=say("Save them, or throw them away"))
    after = changes.keep(before, replace(merged, revision=before.revision + 1), change)
    changes.drop(gone, change, name)
    changes.write()
    comments.move(catalog, gone.id, name)
    return after


def _ever(catalog: models.Catalog, unit: str) -> set[str]:
    """Return every segment id of the unit that the Events know: an old one given anew would inherit a stranger's history."""
    told = models.Event.objects.filter(article=catalog.article.slug, locale=catalog.locale, segment__startswith=f"{unit}.")
    return set(told.values_list("segment", flat=True))


def _whole(catalog: models.Catalog, unit: str) -> model.Unit:
    return rows.unit(next(packed for packed in catalog.article.units if packed["id"] == unit))
