"""Changes to segments: the row is read, judged by the pure step, and written with its Event, in the caller's transaction."""

import secrets
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import F
from django.db.models.expressions import RawSQL

from transloc import model
from transloc.errors import Refused, StaleRevision
from transloc.states import Action, Change
from transloc.steps.review import Rules, reached, review
from transloc.store import assignments, drafts, events, glossaries, jobs, memory, models, notifications, rows
from transloc.store.articles import Gone, catalog_row, gone
from transloc.store.events import Happened
from transloc.store.values import Batch, CachedAnswer, Drafted, Outcome, Row
from transloc.wording import say

#: What a person does with what they have typed: nothing is left to keep of it.
_SAVES = frozenset({Action.EDIT, Action.CONFIRM, Action.OMIT, Action.CORRECT})

#: A state and those before it, in order: a vouched text that falls back is no longer what somebody vouched for.
_ORDER = tuple(model.State)

#: Segments of more units than this are read with their whole catalog.
_FEW = 100


class Changes:
    """The changes of one transaction to one catalog, gathered and then written together."""

    def __init__(self, catalog: models.Catalog, rules: Rules, wanted: Iterable[str], *, typed: bool = True) -> None:
        self._catalog, self._rules, self._typed = catalog, rules, typed
        self._found = _rows(catalog, set(wanted))
        self._now = {name: rows.segment(row) for name, row in self._found.items()}
        self._vouched = {name for name, segment in self._now.items() if segment.done}
        self._units: dict[str, list[str]] = defaultdict(list)
        for name, segment in self._now.items():
            self._units[segment.unit].append(name)
        self._events: list[events.Told] = []
        self._saved: set[tuple[str, str]] = set()
        self._gone: list[str] = []
        self._reworked: dict[model.Person, list[str]] = defaultdict(list)
        self.changed: dict[str, model.Segment] = {}
        self.signed = catalog.glossary

    def standing(self, name: str) -> model.Segment:
        """Return a segment as it stands now; raises Gone."""
        if name not in self._now:
            raise gone(self._catalog, name)
        return self._now[name]

    def seen(self, name: str, revision: int, mine: str = "") -> model.Segment:
        """Return a segment that a person read as ``revision``; raises Gone or StaleRevision."""
        standing = self.standing(name)
        if revision != (now := self._found[name].revision):
            raise StaleRevision(name, seen=revision, revision=now, theirs=standing.target, mine=mine)
        return standing

    def unit(self, name: str) -> list[model.Segment]:
        """Return the segments of the unit of ``name`` in reading order, as they now stand."""
        return [self._now[other] for other in self._units[model.unit_of(name)]]

    def make(self, row: Row) -> model.Segment:
        """Make one change; raises Refused, Gone or StaleRevision, and then nothing is changed."""
        name, seen, change = row
        before = self.seen(name, seen, change.target)
        unit = self.unit(name)
        after = review(before, change, self._rules, unit)
        for other in reached(before, change, self._rules, unit):
            self.keep(self._now[other.id], replace(other, revision=other.revision + 1), change)
        return self.keep(before, replace(after, revision=before.revision + 1), change)

    def keep(self, before: model.Segment | None, after: model.Segment, change: Change) -> model.Segment:
        """Take ``after`` to be written, with its Event."""
        self._now[after.id] = self.changed[after.id] = after
        told = events.of_segment(
            change.action,
            self._catalog,
            before,
            after,
            actor=change.actor,
            at=change.at,
            note=events.note(change),
        )
        self._events.append(told)
        if self._typed and change.actor and change.action in _SAVES:
            self._saved.add((after.id, change.actor.id))
        if before and change.actor and change.action is not Action.UNDO and _reworked(before, after):
            self._reworked[change.actor].append(after.id)
        return after

    def drop(self, segment: model.Segment, change: Change, into: str) -> None:
        """Take ``segment`` to be removed, its text being in the segment ``into``; its Event keeps it whole."""
        self._gone.append(segment.id)
        note = f"merged into {into}"
        self._events.append(events.of_segment(Happened.GONE, self._catalog, segment, None, actor=change.actor, at=change.at, note=note))

    @property
    def revisions(self) -> tuple[int, int]:
        """The revisions of the catalog before and after what was gathered is written."""
        return self._catalog.revision, self._catalog.revision + len(self._events)

    def write(self, positions: dict[str, int] | None = None, *, batch: int | None = None) -> None:
        """Write what was gathered, of which ``batch`` was paid for."""
        if not self.changed:
            return
        places = {name: row.position for name, row in self._found.items()} | (positions or {})
        if self._gone:
            self._catalog.segment_set.filter(key__in=self._gone).delete()
            memory.forget(self._catalog, self._gone)
        rows.write(self._catalog, ((segment, places[name]) for name, segment in self.changed.items()))
        self._tell()
        events.write(self._events, batch)
        memory.follow(self._catalog, self.changed.values(), self._vouched)
        drafts.drop(self._catalog, self._saved)
        self.signed = self._signed()
        held = assignments.renewed(self._catalog, self._events)
        models.Catalog.objects.filter(pk=self._catalog.pk).update(revision=F("revision") + len(self._events), glossary=self.signed, **held)

    def _tell(self) -> None:
        """Tell those who had vouched for what somebody else has changed."""
        at = max(event["at"] for event in self._events)
        for actor, segments in self._reworked.items():
            for person, theirs in events.vouching(self._catalog, segments).items():
                notifications.reworked(person, self._catalog.article.slug, self._catalog.locale, theirs, by=actor, at=at)

    def _signed(self) -> str:
        if any(segment.state is not model.State.FINAL for segment in self.changed.values()):
            return ""
        return glossaries.signed(self._catalog, self._rules.glossary, max(event["at"] for event in self._events))


def _reworked(before: model.Segment, after: model.Segment) -> bool:
    """Tell whether a text that somebody had vouched for is another one now, or is vouched for less."""
    return before.done and (after.target != before.target or _ORDER.index(after.state) < _ORDER.index(before.state))


_OF_UNIT = "SELECT id FROM store_segment WHERE catalog_id = %s AND key >= %s AND key < %s"


def _rows(catalog: models.Catalog, wanted: set[str]) -> dict[str, Any]:
    """Return the columns of ``wanted`` segments and of their neighbours in their units, by segment id, with their positions."""
    units = {model.unit_of(name) for name in wanted}
    if not units:
        return {}
    found = models.Segment.objects.filter(catalog=catalog)
    if len(units) <= _FEW:  # by the index, which a range serves; LIKE, or the catalog named again, would have SQLite read every segment
        ranges = [value for unit in units for value in (catalog.pk, unit, f"{unit}/")]  # "/" follows "."
        found = models.Segment.objects.filter(pk__in=RawSQL(" UNION ALL ".join([_OF_UNIT] * len(units)), ranges))  # noqa: S611 -- our own words
    named = found.order_by("position").values_list(*rows.READ, "position", named=True)
    return {row.key: row for row in named if model.unit_of(row.key) in units}


def change(slug: str, locale: str, row: Row, rules: Rules) -> model.Segment:
    """Make one change."""
    changes = Changes(catalog_row(slug, locale, lock=True), rules, [row[0]])
    after = changes.make(row)
    changes.write()
    return after


def change_many(slug: str, locale: str, given: Iterable[Row], rules: Rules, *, typed: bool = True) -> Outcome:
    """Make many changes; refused ones are reported, the others kept."""
    given = tuple(given)
    changes = Changes(catalog_row(slug, locale, lock=True), rules, (row[0] for row in given), typed=typed)
    refused: dict[str, Refused] = {}
    for row in given:
        if row[0] not in refused:
            try:
                changes.make(row)
            except Refused as why:
                refused[row[0]] = why
    changes.write()
    return Outcome(tuple(changes.changed.values()), tuple(refused.values()), changes.revisions, changes.signed)


def draft(slug: str, locale: str, given: Iterable[Row], rules: Rules, answers: Iterable[CachedAnswer], batch: Batch | None) -> Drafted:
    """Write a finished batch whole."""
    given = tuple(given)
    catalog = catalog_row(slug, locale, lock=True)
    changes = Changes(catalog, rules, (row[0] for row in given))
    refused: list[Refused] = []
    for row in given:
        try:
            changes.make(row)
        except (Gone, StaleRevision):
            continue
        except Refused as why:
            refused.append(why)
    changes.write(batch=jobs.count(batch, len(changes.changed)) if batch else None)
    jobs.keep_answers(answers)
    return Drafted(tuple(changes.changed.values()), tuple(refused))


def add(slug: str, locale: str, segment: model.Segment, change: Change, rules: Rules) -> model.Segment:
    """Add a target-only segment behind its unit."""
    if change.action is not Action.ADD:
        raise ValueError(f"{change.action} adds no segment")
    catalog = catalog_row(slug, locale, lock=True)
    placed = list(catalog.segment_set.order_by("position").values_list("key", "position", "after", "source"))
    fresh = replace(segment, id=segment.id or f"a{secrets.token_hex(4)}.s1", revision=0)
    if fresh.id in {name for name, *_ in placed}:
        raise Refused(say("there is already a segment {fresh}", fresh=fresh.id), hint=say("Edit it instead"))
    behind = [place for name, place, after, _ in placed if fresh.after in (model.unit_of(name), after)]
    if fresh.after and fresh.after not in {model.unit_of(name) for name, _, _, source in placed if source}:
        raise Refused(
            say("there is no unit {after} in {slug} ({locale})", after=fresh.after, slug=slug, locale=locale),
            hint=say("Read the article again"),
        )
    catalog.segment_set.filter(position__gt=max(behind)).update(position=F("position") + 1)
    changes = Changes(catalog, rules, ())
    after = changes.keep(None, replace(review(fresh, change, rules), revision=1), change)
    changes.write({after.id: max(behind) + 1})
    return after
