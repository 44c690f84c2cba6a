"""Bytes of a PO file → its catalog, with the lines where segments stand and what else the file holds."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from transloc.errors import InputError
from transloc.formats.po import header
from transloc.formats.po.charset import decode
from transloc.formats.po.comments import Comments, sort
from transloc.formats.po.file import Notes, Obsolete, PoFile
from transloc.formats.po.lex import Entry, entries
from transloc.formats.po.meaning import Signs, segment_of, unsigned
from transloc.formats.po.text import shown
from transloc.model import Kind, Segment, State
from transloc.wording import say

#: Stands for the source of a target-only unit: an empty msgid is the header's, whatever its context (Babel).
ADDED = "[added in translation]"

_ADDED = re.compile(re.escape(ADDED) + "'*")
_OUR_ID = re.compile(r"u[0-9a-f]{8}(?:-\d+)?\.s\d+")
_KINDS = frozenset(Kind)
_NO_NOTES = Notes()


def read(data: bytes, path: Path | str | None = None) -> PoFile:
    """Return the PO file in ``data``; ``path`` is only what errors name.

    Takes any PO file: folded, with CRLF, in the encoding that its header names, from another project (ids are then made of the
    msgids; each text of a plural entry is a segment of its own). Raises InputError, with the line, for a file that is not whole,
    or in which an entry stands twice.
    """
    text, encoding = decode(data, path)
    found, tail = entries(text, encoding, path)
    standing = [entry for entry in found if not entry.obsolete]
    head = next((entry for entry in standing if entry.key == (None, "")), None)
    headers = header.fields(head.targets[0]) if head else {}
    rows = _rows([entry for entry in standing if entry is not head], header.ARTICLE in headers, path)
    obsolete = [entry for entry in found if entry.obsolete]
    lines = text.split("\n") if obsolete else []
    catalog = replace(header.catalog(headers), segments=tuple(row.segment for row in rows))
    if not all(segment.state is State.FINAL for segment in catalog):
        catalog = replace(catalog, glossary="")  # a colleague has reopened a segment
    return PoFile(
        catalog=catalog,
        lines={row.segment.id: row.entry.line for row in rows},
        headers=headers,
        notes={row.segment.id: row.notes for row in rows},
        preface=tuple(line for _, line in head.comments) if head else (),
        obsolete=tuple(_obsolete(entry, lines) for entry in obsolete),
        tail=tuple(tail),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    segment: Segment
    entry: Entry
    notes: Notes


def _rows(standing: Sequence[Entry], ours: bool, path: Path | str | None) -> list[_Row]:
    rows: list[_Row] = []
    for identity, entry in zip(_ids(standing, ours, path), standing, strict=True):
        if _plain(entry):
            rows.append(_Row(unsigned(identity, entry.source, entry.targets[0]), entry, _NO_NOTES))
            continue
        comments = sort(entry, path)
        kind, notes = _notes(identity, entry, comments)
        for form, target in zip(notes.forms or (identity,), entry.targets, strict=True):
            source = (entry.plural or "") if entry.plural and form != identity else source_of(entry.source)
            signs = Signs(target, "fuzzy" in entry.flags and bool(target), entry.previous or comments.previous, comments.marks)
            segment = segment_of(Segment(id=form, source=source, kind=kind), signs)
            if not source and not comments.marks and rows:
                segment = replace(
                    segment, after=rows[-1].segment.after or rows[-1].segment.unit
                )  # its comments were lost: its place still tells
            rows.append(_Row(segment, entry, notes))
    return rows


def _plain(entry: Entry) -> bool:
    """Tell whether there is nothing in an entry but one text and its translation, as in most of other tools."""
    held = entry.comments or entry.extracted or entry.references or entry.flags
    return not (held or entry.previous or entry.plural is not None or not entry.source or entry.source[0] == ADDED[0])


def source_of(msgid: str) -> str:
    """Return the source that ``msgid`` stands for: none for the mark of a target-only unit."""
    return msgid if not _ADDED.fullmatch(msgid) else "" if msgid == ADDED else msgid[:-1]


def msgid_of(source: str) -> str:
    """Return the msgid for ``source``, never empty; a source that looks like the mark gets an apostrophe more."""
    return source + "'" if _ADDED.fullmatch(source) else source or ADDED


def _ids(standing: Sequence[Entry], ours: bool, path: Path | str | None) -> Iterator[str]:
    """Yield the segment ids: the contexts, or made of the msgid (and context) where there is none or it stands for several."""
    contexts = Counter(entry.context for entry in standing if entry.context is not None)
    taken = {context for context, count in contexts.items() if count == 1}
    first: dict[str, int] = {}
    for entry in standing:
        context = entry.context
        if context in taken and contexts[context] == 1:
            yield context
            continue
        if context is not None and (ours or _OUR_ID.fullmatch(context)):
            if context in first:
                message = say("the segment {segment} stands twice (first in line {first})", segment=shown(context), first=first[context])
                raise InputError(message, path=path, line=entry.line, hint=say("Keep one of the two"))
            first[context] = entry.line
        yield _made(entry, taken)


def _made(entry: Entry, taken: set[str]) -> str:
    key = entry.source if entry.context is None else f"{entry.context}\x04{entry.source}"
    unit = f"u{sha256(key.encode()).hexdigest()[:8]}"
    identity, number = f"{unit}.s1", 1
    while identity in taken:
        number += 1
        identity = f"{unit}-{number}.s1"
    taken.add(identity)
    return identity


@cache
def _noted() -> frozenset[str]:
    from transloc.formats import kinds  # not before an entry has a note: its patterns take a tenth of the start

    return frozenset(kinds.note(kind) for kind in Kind) - {""}


def _notes(identity: str, entry: Entry, comments: Comments) -> tuple[Kind, Notes]:
    extracted = [line for line in entry.extracted if line in _KINDS or line not in _noted()]
    named = next((line for line in extracted if line in _KINDS), None)
    if named is not None:
        extracted.remove(named)
    forms = (identity, *(f"{identity}[{number}]" for number in range(1, len(entry.targets)))) if entry.plural is not None else ()
    notes = Notes(
        comments=comments.others,
        extracted=tuple(extracted),
        references=tuple(entry.references),
        flags=tuple(flag for flag in entry.flags if flag != "fuzzy"),
        forms=forms,
        plural=entry.plural or "",
    )
    return Kind(named) if named is not None else Kind.PARAGRAPH, notes


def _obsolete(entry: Entry, lines: Sequence[str]) -> Obsolete:
    kept = (line.strip(" \t\r\f\v") for line in lines[entry.start - 1 : entry.end])
    return Obsolete(entry.context, entry.source, tuple(line for line in kept if line))
