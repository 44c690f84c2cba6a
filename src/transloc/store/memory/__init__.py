"""The memory's index: what people vouch for, kept in step with the segments in their own transaction."""

import hashlib
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.db import connection
from django.db.models import Count, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from transloc import memory, model
from transloc.memory import Entry
from transloc.store import bulk, models
from transloc.store.memory import index

#: Rows a statement may name.
_CHUNK = 500
#: Entries that are read at a time.
_PAGE = 2000
#: Candidates whose texts are compared with that of the query.
_JUDGED = 500
#: So many entries like a sentence are given.
_ALIKE = 20
#: How often, about, one sentence is in the memory: whoever searches sees it once.
_REPEATED = 3
#: Characters by which codes and numbers, which compare as one each, may make two texts differ in length.
_SLACK = 24


def follow(catalog: models.Catalog, segments: Iterable[model.Segment], were: Container[str] | None = None) -> None:
    """Bring the memory in step with ``segments``, as they now stand in ``catalog``; ``were`` are the ids of those it may hold.

    The memory holds exactly the segments that somebody vouches for: one that is reopened for work, or whose source changed,
    leaves. One that left its article stays: the sentence was translated, and may come back.
    """
    segments = tuple(segments)
    vouched = {s.id: s for s in segments if s.done and s.source and s.target and not s.omitted}
    forget(catalog, [s.id for s in segments if were is None or s.id in were])
    if vouched:
        _insert((_row(entry, _identity(catalog, segment)) for segment, entry in _entries(catalog, vouched)), index.latest())


def forget(catalog: models.Catalog, segments: Sequence[str]) -> None:
    """Take the entries of segments out of the memory: nobody vouches for them, or they are part of another one now."""
    for found in _of(catalog, segments):
        ids = list(found.values_list("pk", flat=True))
        index.leave(ids)
        models.MemoryEntry.objects.filter(pk__in=ids).delete()


def detach(catalog: models.Catalog, segments: Sequence[str]) -> None:
    """Keep the entries of segments that left their article, whatever becomes of a later segment under the same id."""
    for found in _of(catalog, segments):
        found.update(identity=Concat(Value("left/"), Cast("pk", TextField())))


def _of(catalog: models.Catalog, segments: Sequence[str]) -> Iterator[QuerySet[models.MemoryEntry]]:
    for start in range(0, len(segments), _CHUNK):
        identities = [_identity(catalog, name) for name in segments[start : start + _CHUNK]]
        yield models.MemoryEntry.objects.filter(identity__in=identities)


def _entries(catalog: models.Catalog, vouched: dict[str, model.Segment]) -> list[tuple[str, Entry]]:
    with connection.cursor() as cursor:
        cursor.execute(_AROUND, [catalog.pk])  # the database reads three hundred in the time that Django takes for ten
        return [(name, _entry(catalog, vouched[name], *beside)) for name, *beside in cursor.fetchall() if name in vouched]


_AROUND = """
    SELECT key, lag(source, 1, '') OVER (ORDER BY position), lead(source, 1, '') OVER (ORDER BY position)
    FROM store_segment WHERE catalog_id = %s AND source <> ''
"""


def _entry(catalog: models.Catalog, segment: model.Segment, previous: str, following: str) -> Entry:
    return Entry(
        source=segment.source,
        target=segment.target,
        source_locale=catalog.article.locale,
        target_locale=catalog.locale,
        previous=previous,
        next=following,
        origin=segment.origin,
        article=catalog.article.slug,
        at=segment.at,
        by=segment.people[-1] if segment.people else "",
    )


def _identity(catalog: models.Catalog, segment: str) -> str:
    return f"{catalog.article.slug}/{catalog.locale}/{segment}"


def _imported(entry: Entry) -> str:
    around = "" if entry.previous is None or entry.next is None else f"{entry.previous}\0{entry.next}\0"
    said = "\0".join((entry.source_locale, entry.target_locale, entry.source, entry.target, around))
    return hashlib.sha256(said.encode()).hexdigest()


_Row = dict[str, str | datetime | None]


def _row(entry: Entry, identity: str) -> _Row:
    return {
        "identity": identity,
        "key": memory.key(entry.source),
        "source": entry.source,
        "target": entry.target,
        "source_locale": entry.source_locale,
        "target_locale": entry.target_locale,
        "previous": entry.previous,
        "next": entry.next,
        "origin": entry.origin,
        "article": entry.article,
        "at": connection.ops.adapt_datetimefield_value(entry.at),
        "by": entry.by,
        "words": " ".join((*memory.words(entry.source), *memory.words(entry.target))),
    }


def _insert(rows: Iterator[_Row], before: int) -> int:
    """Write rows, those that are there already left as they are, and index those with an id above ``before``; returns how many."""
    new = 0
    while chunk := list(islice(rows, _CHUNK)):
        new += bulk.write(models.MemoryEntry, chunk, keeping=True)
    index.enter(before)
    return new


def add(entries: Iterable[Entry]) -> int:
    """Add entries from elsewhere that the memory does not hold in one way or another; returns how many were new."""
    waiting = iter(entries)
    chunks = iter(lambda: list(islice(waiting, _CHUNK)), [])
    return _insert((_row(entry, _imported(entry)) for chunk in chunks for entry in _new(chunk)), index.latest())


def _new(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries that those held do not cover, such as what was exported from here."""
    named = [(memory.key(entry.source), entry) for entry in entries]
    held: dict[str, list[Entry]] = {}
    for row in models.MemoryEntry.objects.filter(key__in={key for key, _ in named}):
        held.setdefault(row.key, []).append(_value(row))
    yield from (entry for key, entry in named if not any(memory.covers(other, entry) for other in held.get(key, ())))


def count() -> int:
    """Return the size of the memory."""
    return models.MemoryEntry.objects.count()


def counts() -> dict[tuple[str, str], dict[str, int]]:
    """Return by pair of locales how many entries there are of each origin."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    grouped = models.MemoryEntry.objects.values_list("source_locale", "target_locale", "origin").annotate(count=Count("id"))
    for source_locale, target_locale, origin, number in grouped.order_by("source_locale", "target_locale", "origin"):
        found.setdefault((source_locale, target_locale), {})[origin] = number
    return found


def known(sources: Iterable[str], source_locale: str, target_locale: str) -> dict[str, tuple[Entry, ...]]:
    """Return by ``memory.key`` the entries whose source is the same sentence as one of ``sources``, the latest first."""
    found: dict[str, list[Entry]] = {}
    keys = iter(dict.fromkeys(map(memory.key, sources)))
    while chunk := list(islice(keys, _CHUNK)):
        rows = models.MemoryEntry.objects.filter(key__in=chunk, source_locale=source_locale, target_locale=target_locale)
        for row in rows.order_by("-at", "-id"):
            found.setdefault(row.key, []).append(_value(row))
    return {key: tuple(entries) for key, entries in found.items()}


def similar(source: str, source_locale: str, target_locale: str, least: float) -> tuple[Entry, ...]:
    """Return the entries whose source is most like ``source``, those of the same sentence among them."""
    held = index.counts(memory.telling(source))
    rare = memory.rarest(held)
    if not rare:
        return ()
    weights = {word: held[word] ** -0.5 for word in rare}
    long = len(source)
    near = index.Condition(
        "e.source_locale = %s AND e.target_locale = %s AND length(e.source) BETWEEN %s AND %s",
        (source_locale, target_locale, int(long * least) - _SLACK, int(long / least) + _SLACK),
    )
    latest = {text: one for one, text in reversed(index.holding_some(weights, near, _JUDGED))}  # a sentence may be there many times
    ids = memory.nearest(source, ((one, text) for text, one in latest.items()), least=least, most=_ALIKE)
    return _valued(ids)


def _valued(ids: Sequence[int]) -> tuple[Entry, ...]:
    rows = models.MemoryEntry.objects.in_bulk(ids)
    return tuple(_value(rows[one]) for one in ids)


def search(words: str, target_locale: str, limit: int) -> tuple[Entry, ...]:
    """Return entries that hold every one of ``words``, or its beginning, the latest first; then those with other forms of them."""
    wanted = memory.words(words)
    if not wanted:
        return ()
    condition = index.Condition("e.target_locale = %s", (target_locale,)) if target_locale else index.Condition("TRUE")
    found: dict[tuple[str, str, str], Entry] = {}
    for said in dict.fromkeys((wanted, tuple(map(memory.loosened, wanted)))):
        if len(found) < limit:
            for entry in _valued(index.holding_all(said, condition, limit * _REPEATED)):
                found.setdefault((entry.source, entry.target, entry.target_locale), entry)
    return tuple(found.values())[:limit]


def page(target_locale: str, after: int) -> tuple[tuple[Entry, ...], int]:
    """Return the next entries with an id above ``after``, the oldest first, and the last one's id."""
    found = models.MemoryEntry.objects.filter(pk__gt=after)
    if target_locale:
        found = found.filter(target_locale=target_locale)
    rows = list(found.order_by("id")[:_PAGE])
    return tuple(map(_value, rows)), rows[-1].pk if rows else after


def _value(row: models.MemoryEntry) -> Entry:
    return Entry(
        source=row.source,
        target=row.target,
        source_locale=row.source_locale,
        target_locale=row.target_locale,
        previous=row.previous,
        next=row.next,
        origin=row.origin,
        article=row.article,
        at=row.at,
        by=row.by,
    )
