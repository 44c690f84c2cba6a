"""The changes that lead a segment of the desk to what a PO file says of it, so that a file passes the same guards as a person."""

from collections.abc import Iterator
from datetime import datetime

from transloc.model import Person, Segment, State
from transloc.states import Action, Change


def changes(ours: Segment, theirs: Segment, *, reader: Person, at: datetime) -> tuple[Change, ...]:
    """Return the changes, in order, from ``ours`` to ``theirs``, which have one source.

    People are taken from the file where it names them, else it is ``reader``, who also lends the role. The last change may leave
    the segment short of what the file says: no file can take a target away without saying that it is an omission. ``at`` is when,
    where the file does not say.
    """
    return tuple(_changes(ours, theirs, reader, theirs.at or at))


def _changes(ours: Segment, theirs: Segment, reader: Person, at: datetime) -> Iterator[Change]:
    first, last = _people(theirs, reader)
    state, waived = ours.state, ours.waivers
    correction = theirs.correction if theirs.state is State.FINAL and theirs.correction != ours.correction else ""
    if theirs.added and not ours.target:
        yield Change(action=Action.ADD, at=at, actor=first, target=theirs.target, origin=theirs.origin)
        state = State.REVIEWED
    elif theirs.omitted and theirs.omitted != ours.omitted:
        yield from _lowered(state, reader, at)
        yield Change(action=Action.OMIT, at=at, actor=first, reason=theirs.omitted)
        state = State.REVIEWED
    elif theirs.target and theirs.target != ours.target and not (correction and state is State.FINAL):
        yield from _lowered(state, reader, at)
        yield Change(action=Action.EDIT, at=at, actor=first, target=theirs.target, origin=theirs.origin)
        state, waived = State.TRANSLATED, ()  # an edit may end them
    for waiver in theirs.waivers:
        if waiver not in waived:
            by = _person(waiver.by, reader) if waiver.by else first
            yield Change(action=Action.WAIVE, at=at, actor=by, rule=waiver.rule, reason=waiver.reason)
    yield from _raised(state, theirs, first, last, reader, at)
    if correction:
        yield Change(action=Action.CORRECT, at=at, actor=last, target=theirs.target, reason=correction)
    if theirs.suggestion not in ("", ours.suggestion, ours.target):
        yield Change(action=Action.SUGGEST, at=at, actor=first, target=theirs.suggestion)


def _people(theirs: Segment, reader: Person) -> tuple[Person, Person]:
    ids = theirs.people or (reader.id,)
    return _person(ids[0], reader), _person(ids[-1], reader)


def _person(identity: str, reader: Person) -> Person:
    return reader if identity == reader.id else Person(identity, identity, reader.role)


def _lowered(state: State, reader: Person, at: datetime) -> Iterator[Change]:
    if state is State.FINAL:
        yield Change(action=Action.REOPEN, at=at, actor=reader, reason="changed in the PO file")
        state = State.REVIEWED
    if state is State.REVIEWED:
        yield Change(action=Action.REJECT, at=at, actor=reader, reason="changed in the PO file")


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
