"""Other people's notes of two versions of a PO file, brought together against the version before both."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import TypeVar

from transloc.formats.po.file import Notes, Obsolete, PoFile

_NOTHING = Notes()
_Line = TypeVar("_Line", bound=Hashable)


def combine(base: PoFile | None, ours: PoFile, theirs: PoFile) -> PoFile:
    """Return ``ours`` with the comments, flags, headers and obsolete entries that ``theirs`` has besides; its catalog is ours.

    A line that one side took away, and the other left as it was, is gone.
    """
    return replace(
        ours,
        headers=_headers(base.headers if base else {}, ours.headers, theirs.headers),
        notes=_notes(base.notes if base else {}, ours.notes, theirs.notes),
        preface=_lines(base.preface if base else (), ours.preface, theirs.preface),
        obsolete=_obsolete(base.obsolete if base else (), ours.obsolete, theirs.obsolete),
        tail=_lines(base.tail if base else (), ours.tail, theirs.tail),
    )


def _headers(base: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str]) -> Mapping[str, str]:
    merged = {name: ours.get(name, theirs.get(name, "")) for name in _lines(tuple(base), tuple(ours), tuple(theirs))}
    changed = {name: value for name, value in theirs.items() if name in merged and ours.get(name) == base.get(name)}
    return {**merged, **changed}


def _notes(base: Mapping[str, Notes], ours: Mapping[str, Notes], theirs: Mapping[str, Notes]) -> Mapping[str, Notes]:
    both = {name: _note(base.get(name, _NOTHING), ours[name], theirs[name]) for name in ours if name in theirs}
    return {**theirs, **ours, **both}


def _note(base: Notes, ours: Notes, theirs: Notes) -> Notes:
    if ours == theirs or theirs == base:
        return ours
    return replace(
        ours,
        comments=_lines(base.comments, ours.comments, theirs.comments),
        extracted=_lines(base.extracted, ours.extracted, theirs.extracted),
        references=_lines(base.references, ours.references, theirs.references),
        flags=_lines(base.flags, ours.flags, theirs.flags),
    )


def _obsolete(base: tuple[Obsolete, ...], ours: tuple[Obsolete, ...], theirs: tuple[Obsolete, ...]) -> tuple[Obsolete, ...]:
    entries = {entry.key: entry for entry in (*theirs, *ours)}
    keys = (tuple(entry.key for entry in side) for side in (base, ours, theirs))
    return tuple(entries[key] for key in _lines(*keys))


def _lines(base: tuple[_Line, ...], ours: tuple[_Line, ...], theirs: tuple[_Line, ...]) -> tuple[_Line, ...]:
    """Return our lines without those that they removed, then those that they added."""
    kept = tuple(line for line in ours if line in theirs or line not in base)
    return kept + tuple(line for line in theirs if line not in ours and line not in base)
