"""The memory's index: what people vouch for, kept in step with the segments in their own transaction."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice

from transloc import markup, model
from transloc.memory import Entry, key
from transloc.store import models

#: Rows a statement may name.
_CHUNK = 500


def follow(catalog: models.Catalog, segments: Iterable[model.Segment]) -> None:
    """Bring the memory in step with ``segments``, as they now stand in ``catalog``.

    The memory holds exactly the segments that somebody vouches for: one that is reopened for work, or whose source changed,
    leaves. One that left its article stays: the sentence was translated, and may come back.
    """
    segments = tuple(segments)
    vouched = {s.id: s for s in segments if s.done and s.source and s.target and not s.omitted}
    forget(catalog, [s.id for s in segments if s.id not in vouched])
    if vouched:
        _put([_row(entry, _identity(catalog, segment)) for segment, entry in _entries(catalog, vouched)])


def forget(catalog: models.Catalog, segments: Sequence[str]) -> None:
    """Take the entries of segments out of the memory: nobody vouches for them, or they are part of another one now."""
    for start in range(0, len(segments), _CHUNK):
        identities = [_identity(catalog, name) for name in segments[start : start + _CHUNK]]
        models.MemoryEntry.objects.filter(identity__in=identities).delete()


def _entries(catalog: models.Catalog, vouched: dict[str, model.Segment]) -> list[tuple[str, Entry]]:
    around = list(catalog.segment_set.exclude(source="").order_by("position").values_list("key", "source"))
    sources = ["", *(source for _, source in around), ""]
    return [(name, _entry(catalog, vouched[name], sources[at], sources[at + 2])) for at, (name, _) in enumerate(around) if name in vouched]


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
    parts = [entry.source, entry.target, entry.source_locale, entry.target_locale, entry.previous, entry.next]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _row(entry: Entry, identity: str) -> models.MemoryEntry:
    return models.MemoryEntry(
        identity=identity,
        key=key(entry.source),
        source=entry.source,
        target=entry.target,
        source_locale=entry.source_locale,
        target_locale=entry.target_locale,
        previous=entry.previous,
        next=entry.next,
        origin=entry.origin,
        article=entry.article,
        at=entry.at,
        by=entry.by,
        words=_folded(markup.words(entry.source) + "\n" + markup.words(entry.target)),
    )


_WRITTEN = [field.name for field in models.MemoryEntry._meta.concrete_fields if field.name not in ("id", "identity")]


def _put(rows: list[models.MemoryEntry]) -> None:
    models.MemoryEntry.objects.bulk_create(
        rows, batch_size=_CHUNK, update_conflicts=True, unique_fields=["identity"], update_fields=_WRITTEN
    )


def _folded(words: str) -> str:
    return unicodedata.normalize("NFC", words.casefold())


def add(entries: Iterable[Entry]) -> int:
    """Add entries from elsewhere; returns how many were new."""
    waiting = iter(entries)
    before = count()
    while chunk := list(islice(waiting, _CHUNK)):
        models.MemoryEntry.objects.bulk_create([_row(entry, _imported(entry)) for entry in chunk], ignore_conflicts=True)
    return count() - before


def count() -> int:
    """Return the size of the memory."""
    return models.MemoryEntry.objects.count()


def lookup(source: str, source_locale: str, target_locale: str) -> tuple[Entry, ...]:
    """Return the entries whose source is the same sentence, the latest first."""
    found = models.MemoryEntry.objects.filter(key=key(source), source_locale=source_locale, target_locale=target_locale)
    return tuple(map(_value, found.order_by("-at", "-id")))


def search(words: str, source_locale: str, target_locale: str, limit: int) -> tuple[Entry, ...]:
    """Return entries that hold every one of ``words``, the latest first; none for no words."""
    wanted = _folded(words).split()
    found = models.MemoryEntry.objects.filter(**_pair(source_locale, target_locale))
    for word in wanted:
        found = found.filter(words__contains=word)
    return tuple(map(_value, found.order_by("-at", "-id")[:limit])) if wanted else ()


def entries(source_locale: str, target_locale: str) -> tuple[Entry, ...]:
    """Return the whole memory, or that of a pair of locales, the oldest first."""
    return tuple(map(_value, models.MemoryEntry.objects.filter(**_pair(source_locale, target_locale)).order_by("id")))


def _pair(source_locale: str, target_locale: str) -> dict[str, str]:
    pair = {"source_locale": source_locale, "target_locale": target_locale}
    return {name: locale for name, locale in pair.items() if locale}


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
