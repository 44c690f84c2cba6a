"""The changes that lead a segment of the desk to what a PO file says of it, so that a file passes the same guards as a person."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from transloc.model import Person, Quotation, QuotationStatus, Segment, State
from transloc.states import Action, Change

_IN_FILE = "changed in the PO file"
_NOTHING = Quotation(unit="", span=(0, 0), text="")


def changes(
    ours: Segment, theirs: Segment, *, reader: Person, at: datetime, known: Mapping[str, Person] = MappingProxyType({})
) -> tuple[Change, ...]:
    """Return the changes, in order, from ``ours`` to ``theirs``, which have one source.

    People are taken from the file where it names them, else it is ``reader``. Those who are ``known`` here, by id, act with their own
    name and role; to others ``reader`` lends the role. The last change may leave
    the segment short of what the file says: no file can take a target away without saying that it is an omission. ``at`` is when,
    where the file does not say.
    """
    return tuple(_changes(ours, theirs, reader, theirs.at or at, known))


def _changes(ours: Segment, theirs: Segment, reader: Person, at: datetime, known: Mapping[str, Person]) -> Iterator[Change]:
    first, last = _people(theirs, reader, known)
    state, waived = ours.state, ours.waivers
    resolved, unresolved = _marks(ours, theirs)
    adapts = theirs.alternatives != ours.alternatives
    if (resolved or unresolved or adapts) and state is State.FINAL:
        yield Change(action=Action.REOPEN, at=at, actor=reader, reason=_IN_FILE)
        state = State.REVIEWED
    yield from (Change(action=Action.QUOTE, at=at, actor=first, quotation=mark) for mark in resolved)
    if adapts:
        yield Change(action=Action.ADAPT, at=at, actor=first, alternatives=theirs.alternatives)
    correction = theirs.correction if theirs.state is State.FINAL and theirs.correction != ours.correction else ""
    if theirs.added and not (ours.target or ours.omitted):
        words = theirs.target or theirs.suggestion  # those of a note that was left out afterwards stand beside it
        yield Change(action=Action.ADD, at=at, actor=first, target=words, origin=theirs.origin)
        ours, state = replace(ours, target=words), State.REVIEWED
    if theirs.omitted and theirs.omitted != ours.omitted:
        yield from _lowered(state, reader, at)
        yield Change(action=Action.OMIT, at=at, actor=first, reason=theirs.omitted)
        state = State.REVIEWED
    elif theirs.target and theirs.target != ours.target and not (correction and state is State.FINAL):
        yield from _lowered(state, reader, at)
        yield Change(action=Action.EDIT, at=at, actor=first, target=theirs.target, origin=theirs.origin)
        state, waived = State.TRANSLATED, ()  # an edit may end them
    for waiver in theirs.waivers:
        if waiver not in waived:
            by = _person(waiver.by, reader, known) if waiver.by else first
            yield Change(action=Action.WAIVE, at=at, actor=by, rule=waiver.rule, reason=waiver.reason)
    yield from _raised(state, theirs, first, last, reader, at)
    if correction:
        yield Change(action=Action.CORRECT, at=at, actor=last, target=theirs.target, reason=correction)
    if theirs.suggestion not in ("", ours.suggestion, ours.target):
        yield Change(action=Action.SUGGEST, at=at, actor=first, target=theirs.suggestion)
    yield from (Change(action=Action.QUOTE, at=at, actor=first, quotation=mark) for mark in unresolved)


def _marks(ours: Segment, theirs: Segment) -> tuple[list[Quotation], list[Quotation]]:
    """Return the marks to set: those that keep a text where it stands, removals among them, and those that may take it away."""
    standing = {mark.text for mark in theirs.quotations}
    ended = [replace(_NOTHING, unit=mark.unit, span=mark.span, text=mark.text) for mark in ours.quotations if mark.text not in standing]
    fresh = [mark for mark in theirs.quotations if mark not in ours.quotations]
    open_ones = [mark for mark in fresh if mark.status is QuotationStatus.UNRESOLVED]
    return [*ended, *(mark for mark in fresh if mark not in open_ones)], open_ones


def _people(theirs: Segment, reader: Person, known: Mapping[str, Person]) -> tuple[Person, Person]:
    ids = theirs.people or (reader.id,)
    return _person(ids[0], reader, known), _person(ids[-1], reader, known)


def _person(identity: str, reader: Person, known: Mapping[str, Person]) -> Person:
    return reader if identity == reader.id else known.get(identity) or Person(identity, identity, reader.role)


def _lowered(state: State, reader: Person, at: datetime) -> Iterator[Change]:
    if state is State.FINAL:
        yield Change(action=Action.REOPEN, at=at, actor=reader, reason=_IN_FILE)
        state = State.REVIEWED
    if state is State.REVIEWED:
        yield Change(action=Action.REJECT, at=at, actor=reader, reason=_IN_FILE)


def _raised(state: State, theirs: Segment, first: Person, last: Person, reader: Person, at: datetime) -> Iterator[Change]:
    if theirs.state is State.TRANSLATED:
        yield from _lowered(state, reader, at)
        return
    if theirs.done and state in (State.INITIAL, State.TRANSLATED):
        yield Change(action=Action.CONFIRM, at=at, actor=first)
        state = State.REVIEWED
    if theirs.state is State.FINAL and state is State.REVIEWED:
        yield Change(action=Action.SIGN_OFF, at=at, actor=last)
    elif theirs.state is State.REVIEWED and state is State.FINAL:
        yield Change(action=Action.REOPEN, at=at, actor=reader, reason="reopened in the PO file")
