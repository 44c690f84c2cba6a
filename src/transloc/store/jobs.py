"""Jobs, the batches they paid for, and the answers they got: what ``translate`` needs to resume and to count."""

import os
import secrets
import socket
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice

from django.db.models import F, Max, QuerySet, Sum

from transloc.errors import InputError, Refused
from transloc.model import Person
from transloc.store import bulk, events, models, notifications
from transloc.store.events import Happened
from transloc.store.values import INTERRUPTED, Batch, CachedAnswer, Job, JobState, News
from transloc.wording import kept, restored, say

#: How long a job is left to its holder after its last sign of life: longer than an engine's slowest batch with its tries, or a model that
#: is fetched before it.
LEASE = timedelta(minutes=20)

_CHUNK = 500

#: Tells this process from one that had its number before.
_TOKEN = secrets.token_hex(4)


def enqueue(slug: str, locale: str, at: datetime, actor: Person | None = None) -> Job:
    """Put a catalog into the queue of what is to be drafted; one that waits or runs already keeps its job.

    ``actor``, who asked for it, stands in an Event, and is told where it fails.
    """
    if actor:
        events.write([events.of_article(Happened.QUEUED, slug, locale=locale, actor=actor, at=at)])
    row = _unfinished(slug, locale)
    if row is None:
        place = {"article": slug, "locale": locale, "engine": "", "holder": ""}
        row = models.Job.objects.create(**place, state=JobState.QUEUED.value, total=0, attempts=0, lease=at, started=at)
    return _value(row)


def start(slug: str, locale: str, engine: str, total: int, at: datetime) -> Job:
    """Start drafting a catalog, or take up the job that waits or was interrupted; ``total`` counts what is still to be done."""
    row = _unfinished(slug, locale)
    if row is None:
        row = models.Job(article=slug, locale=locale, started=at, attempts=0)
    elif row.holder and row.lease > at and not _dead(row.holder):
        hint = say("Try again when it has ended, at the latest after {lease:%H:%M} UTC", lease=row.lease)
        raise Refused(say("{slug} ({locale}) is being translated already", slug=slug, locale=locale), hint=hint)
    row.state, row.engine, row.total = JobState.RUNNING.value, engine, row.done + total
    row.attempts, row.holder, row.lease = row.attempts + 1, _holder(), at + LEASE
    row.save()
    return _value(row)


def _unfinished(slug: str, locale: str) -> models.Job | None:
    found = models.Job.objects.filter(article=slug, locale=locale, state__in=[JobState.QUEUED, JobState.RUNNING])
    return found.order_by("-state").first()  # one that runs before one that waits


def _holder() -> str:
    return f"{socket.gethostname()}:{os.getpid()}:{_TOKEN}"


def _dead(holder: str) -> bool:
    """Tell whether a holder on this machine has died; elsewhere, and on Windows, only the lease tells."""
    host, number, _ = holder.rsplit(":", 2)
    if host != socket.gethostname():
        return False
    if int(number) == os.getpid():  # we, or one before us with the same number
        return holder != _holder()
    if os.name == "nt":  # there, signal 0 is no question
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def finish(job: int, at: datetime, error: str) -> Job:
    """End a job."""
    row = _row(job)
    row.state = (JobState.FAILED if error else JobState.DONE).value
    row.finished, row.error = at, kept(error)
    row.save(update_fields=["state", "finished", "error"])
    if error not in ("", INTERRUPTED):
        for person in _askers(row):
            notifications.tell(person, News.DRAFT_FAILED, article=row.article, locale=row.locale, text=kept(error), at=at)
    return _value(row)


def _askers(job: models.Job) -> set[str]:
    """Return who has asked for a job since one of its catalog last came to an end, by id."""
    others = models.Job.objects.filter(article=job.article, locale=job.locale, finished__isnull=False).exclude(pk=job.pk)
    before = others.exclude(error=INTERRUPTED).aggregate(last=Max("finished"))["last"]
    asked = models.Event.objects.filter(article=job.article, locale=job.locale, segment="", action=Happened.QUEUED.value)
    return set((asked.filter(at__gte=before) if before else asked).values_list("actor_id", flat=True))


def record(batch: Batch) -> Job:
    """Record a request that gave no draft."""
    count(batch, 0)
    return _value(_row(batch.job))


def count(batch: Batch, drafted: int) -> int:
    """Write a batch with the number of segments that it drafted, and keep its job's lease alive; returns the batch's id."""
    job = models.Job.objects.filter(pk=batch.job)
    if not job.update(lease=batch.at + LEASE, done=F("done") + drafted):
        raise _none(batch.job)
    told = {"texts": batch.texts, "billed": batch.billed, "at": batch.at, "error": batch.error}
    return models.Batch.objects.create(job_id=batch.job, engine=job.values_list("engine", flat=True).get(), drafted=drafted, **told).pk


def latest() -> tuple[Job, ...]:
    """Return the latest job of each catalog, the oldest first."""
    newest = models.Job.objects.values("article", "locale").annotate(newest=Max("pk")).values("newest")
    return _values(models.Job.objects.filter(pk__in=newest).order_by("pk"))


def keep_answers(answers: Iterable[CachedAnswer]) -> None:
    """Keep what an engine answered; an answer that is known already stays."""
    moment = bulk.moments()
    kept = ({"identity": one.identity, "engine": one.engine, "text": one.text, "at": moment(one.at)} for one in answers)
    bulk.write(models.Answer, kept, keeping=True)


def answers(identities: Iterable[str]) -> dict[str, str]:
    """Return the answers that are known, by identity."""
    waiting = iter(identities)
    known: dict[str, str] = {}
    while chunk := list(islice(waiting, _CHUNK)):
        known.update(models.Answer.objects.filter(identity__in=chunk).values_list("identity", "text"))
    return known


def billed(engine: str, month: datetime) -> int:
    """Return the characters that ``engine`` billed in the month of ``month``."""
    first = month.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    following = (first + timedelta(days=32)).replace(day=1)
    found = models.Batch.objects.filter(engine=engine, at__gte=first, at__lt=following)
    return found.aggregate(sum=Sum("billed"))["sum"] or 0


def _row(job: int) -> models.Job:
    try:
        return models.Job.objects.get(pk=job)
    except models.Job.DoesNotExist:
        raise _none(job) from None


def _none(job: int) -> InputError:
    return InputError(say("there is no job {job}", job=job), hint=say("Start it again with: transloc translate"))


def _values(found: QuerySet[models.Job]) -> tuple[Job, ...]:
    """Return jobs with what they cost, in one query: the desk asks for them twice a second."""
    return tuple(_value(row, row.paid) for row in found.annotate(paid=Sum("batch__billed", default=0)))


def _value(row: models.Job, paid: int | None = None) -> Job:
    return Job(
        id=row.pk,
        article=row.article,
        locale=row.locale,
        engine=row.engine,
        state=JobState(row.state),
        total=row.total,
        done=row.done,
        billed=row.batch_set.aggregate(sum=Sum("billed", default=0))["sum"] if paid is None else paid,
        attempts=row.attempts,
        holder=row.holder,
        lease=row.lease,
        started=row.started,
        finished=row.finished,
        error=restored(row.error),
    )
