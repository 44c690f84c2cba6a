"""Undo: the last word that a person gave in a catalog is taken back, whichever segment it was about."""

from datetime import datetime

from django.db.models import Max

from transloc import model
from transloc.errors import Refused
from transloc.model import Person
from transloc.states import Action, Change
from transloc.steps.review import Rules
from transloc.store import events, models
from transloc.store.articles import catalog_row
from transloc.store.review import Changes
from transloc.wording import say

#: What can be undone: an edit is undone by editing, and its old text stands in the history.
_WORDS = (Action.CONFIRM, Action.OMIT, Action.SIGN_OFF, Action.REJECT)


def undo(slug: str, locale: str, *, actor: Person, at: datetime, rules: Rules) -> model.Segment:
    """Restore the segment as it stood before ``actor`` last gave their word on one that nobody has written since."""
    catalog = catalog_row(slug, locale, lock=True)
    written = models.Event.objects.filter(article=slug, locale=locale).exclude(segment="")
    latest = written.values("segment").annotate(last=Max("id")).values("last")
    event = written.filter(id__in=latest, actor_id=actor.id, action__in=_WORDS).order_by("-id").first()
    if event is None:
        why = say("every segment that they confirmed, omitted, signed off or rejected has been written since")
        raise Refused(
            say("there is nothing of {name}’s to undo in {slug} ({locale})", name=actor.name, slug=slug, locale=locale),
            hint=say("Either nothing was done, or {why}", why=why),
        )
    changes = Changes(catalog, rules, [event.segment])
    now = changes.standing(event.segment)
    restored = events.replayed(now, written.filter(segment=event.segment, id__lt=event.pk))
    after = changes.make((now.id, now.revision, Change(action=Action.UNDO, at=at, actor=actor, reason=event.action, restored=restored)))
    changes.write()
    return after
