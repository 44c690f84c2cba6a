"""The log: every Event of the project, the latest first, a page at a time."""

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce

from transloc.store import events, models
from transloc.store.values import Asked, Logged


def log(asked: Asked, after: int | None, limit: int) -> tuple[Logged, ...]:
    """Return Events that fit, the latest first; ``after`` is the number of the last one that was read.

    By moment first: an index holds it, so that a period of time costs what it shows.
    """
    found = _asked(asked)
    if after is not None and (last := models.Event.objects.filter(pk=after).values_list("at", flat=True).first()):
        found = found.filter(Q(at__lt=last) | Q(at=last, pk__lt=after), at__lte=last)
    rows = found.order_by("-at", "-id").defer("changed")[:limit]
    return tuple(Logged(row.pk, events.value(row)) for row in rows)


def _asked(asked: Asked) -> QuerySet[models.Event]:
    found = models.Event.objects.all()
    wanted = {name: value for name, value in (("actor_id", asked.person), ("action", asked.action)) if value}
    if asked.article:  # an article has few Events: SQLite would take a person's index all the same, unless it sees an expression
        found = found.filter(article=asked.article).alias(**{f"the_{name}": Coalesce(name, Value("", TextField())) for name in wanted})
        wanted = {f"the_{name}": value for name, value in wanted.items()}
    found = found.filter(**wanted)
    if asked.since:
        found = found.filter(at__gte=asked.since)
    if asked.until:
        found = found.filter(at__lt=asked.until)
    return found
