"""What is done to the glossary of an open newsroom: its file is the truth, and only the cells that are meant are written anew.

A write reads the file first, is judged by lint, and changes nothing where another program has written in between
(``glossary.rewrite``).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from transloc import files, glossary
from transloc.errors import InputError, Refused
from transloc.glossary import Concept, CsvFile, Glossary, Status, cells
from transloc.glossary.ids import free_id
from transloc.glossary.lint import lint
from transloc.glossary.rewrite import alone, held
from transloc.glossary.sheet import Row, Sheet
from transloc.jobs.current import Stamp, stamp
from transloc.jobs.newsroom import Newsroom
from transloc.model import Severity
from transloc.steps.search import near
from transloc.wording import in_turn, say

#: The columns of a new file, behind those of the project's languages.
_BEGIN = ("status", "owner", "reason", "source", "note")


@dataclass(frozen=True, slots=True)
class Written:
    """A row as it stands in the file now, and what lint says of it that nobody has to mend at once."""

    concept: Concept
    warnings: tuple[str, ...] = ()


class Changed(Refused):
    """The row is no longer the one that the person saw; ``now`` is what stands there, None where it is gone."""

    def __init__(self, row: str, now: Concept | None) -> None:
        if now:
            message, hint = (
                say("the row “{row}” has been changed since you opened it", row=row),
                say("Nothing was written: decide between the two"),
            )
        else:
            message, hint = (
                say("the row “{row}” is gone from the glossary", row=row),
                say("Nothing was written: propose it anew if it is needed"),
            )
        super().__init__(message, hint=hint)
        self.now = now


def read(newsroom: Newsroom) -> CsvFile | None:
    """Return the glossary as its file says, whatever the day; None where there is none. Raises InputError where it cannot be read."""
    path = newsroom.project.glossary
    seen = stamp(path)
    return _read(path, seen) if seen else None


@lru_cache(maxsize=2)
def _read(path: Path, _: Stamp) -> CsvFile:
    return glossary.read(files.read(path), files.shown(path))


def token(concept: Concept) -> str:
    """Return what tells one state of a row from another: 16 hex digits of all its cells."""
    return sha256(repr(sorted(cells.cells(concept).items())).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def begin(newsroom: Newsroom) -> None:
    """Make an empty glossary with the languages of the project; raises Refused where there is a file already."""
    path, project = newsroom.project.glossary, newsroom.project
    header = ",".join(("id", "kind", *dict.fromkeys((project.source, *project.targets)), *_BEGIN))
    with alone:
        if path.exists() or path.is_symlink():
            raise Refused(say("there is a glossary already"), path=files.shown(path), hint=say("Load the page again"))
        files.write(path, f"{header}\n".encode(), within=project.root)


def change(newsroom: Newsroom, row: str, step: Callable[[Concept], Concept], *, seen: str) -> Written:
    """Write the row as ``step`` makes it of what stands there; ``seen`` is the token of what the person had before them.

    Raises Changed where the row is another one by now, Refused where lint finds an error in it that was not there before, or another
    program has just written the file.
    """

    def rewrite(known: Glossary) -> list[Concept]:
        now = known.concept(row)
        if now is None or token(now) != seen:
            raise Changed(row, now)
        return [step(one) if one is now else one for one in known.concepts]

    return _write(newsroom, rewrite, lambda known: known.concept(row))


def add(newsroom: Newsroom, concept: Concept) -> Written:
    """Write a new row behind all others, under an id of its own; raises Refused as ``change`` does."""

    def rewrite(known: Glossary) -> list[Concept]:
        return [*known.concepts, replace(concept, id=concept.id or free_id(concept, known))]

    return _write(newsroom, rewrite, lambda _: None)


def _write(newsroom: Newsroom, rewrite: Callable[[Glossary], Iterable[Concept]], which: Callable[[Glossary], Concept | None]) -> Written:
    """Write what ``rewrite`` makes of the glossary; ``which`` tells the row that is meant in the file as it was, the last one if none."""
    path, project = newsroom.project.glossary, newsroom.project
    if not path.exists():
        raise InputError(say("there is no glossary"), path=files.shown(path), hint=say("Begin one on the page “Glossary”"))
    with held(path, files.shown(path)) as now:
        file = now.file
        wanted = list(rewrite(file.glossary))
        written = glossary.update(file, wanted)
        warnings = _judged(newsroom, file, written, wanted)
        now.write(written, hint=say("Nothing was written. Load the page again, and send it once more"), within=project.root)
    meant = which(file.glossary)
    line = meant.line if meant else 0
    found = next((one for one in written.glossary.concepts if one.line == line), written.glossary.concepts[-1])
    return Written(found, warnings)


def _judged(newsroom: Newsroom, file: CsvFile, written: CsvFile, wanted: Iterable[Concept]) -> tuple[str, ...]:
    """Return what lint warns of in the file that is to be written and did not before; raises Refused where it finds an error."""
    project, before = newsroom.project, file.glossary
    changed = [one for one in wanted if before.concept(one.id) is not one]
    lines = {one.line for one in _beside(before, changed)}
    last = max((one.line for one in before.concepts), default=1)
    then, now = (
        lint(
            _part(one.sheet, lambda line: line in lines or line > last),
            str(files.shown(project.glossary)),
            source=project.source,
            targets=project.targets,
        )
        for one in (file, written)
    )
    known = {(fault.code, fault.message) for fault in then.faults}
    fresh = [fault for fault in now.faults if (fault.code, fault.message) not in known]
    errors = [fault.message for fault in fresh if fault.severity is Severity.ERROR]
    if errors:
        raise Refused(say("nothing was written: {errors}", errors=in_turn(dict.fromkeys(errors))))
    return tuple(dict.fromkeys(fault.message for fault in fresh if fault.severity is Severity.WARNING))


def _beside(known: Glossary, changed: Iterable[Concept]) -> Iterator[Concept]:
    """Yield the rows that rows to be written may be at odds with: what has words like theirs, and what one replaces by the other."""
    versions = [one for new in changed for one in (new, known.concept(new.id)) if one]
    ids, heirs = {one.id for one in versions}, {one.replaced_by for one in versions}
    yield from near(known, versions).concepts
    for one in known.concepts:
        if one.id in heirs or one.id in ids or one.replaced_by in ids:
            yield one
    for one in versions:  # a chain that comes back to its beginning
        seen = {one.id}
        while (following := known.concept(one.replaced_by)) and following.id not in seen:
            one = following
            seen.add(one.id)
            yield one


def _part(sheet: Sheet, kept: Callable[[int], bool]) -> bytes:
    """Return the file with the rows that are not kept left blank: all others stand on their lines, and lint of few rows is quick."""
    rows = (row if kept(row.line) else replace(row, cells=("",), ending=_breaks(row)) for row in sheet.body)
    return replace(sheet, rows=(sheet.rows[0], *rows)).write()


def _breaks(row: Row) -> str:
    inside = sum(cell.count("\n") or cell.count("\r") for cell in row.cells)
    return row.ending + (row.ending or "\n") * inside


# What may become of a row


def accepted(concept: Concept, *, day: date | None = None, reason: str = "") -> Concept:
    """Return the row as one that the newsroom goes by, from ``day`` on where it is given; nothing replaces it any more."""
    return replace(concept, status=Status.APPROVED, valid_from=day, reason=reason or concept.reason, replaced_by="")


def declined(concept: Concept, reason: str, *, by: str, on: date) -> Concept:
    """Return a proposal as a row that matches nothing and says why, so that nobody proposes it again."""
    why = f"declined by {by} on {on.isoformat()}: {reason}"
    return replace(concept, status=Status.DEPRECATED, reason=f"{why} (proposed: {concept.reason})" if concept.reason else why)


def deprecated(concept: Concept, reason: str, *, heir: str = "") -> Concept:
    """Return the row as one that is no longer gone by; ``heir`` is the id of the row that takes its place."""
    return replace(concept, status=Status.DEPRECATED, reason=reason or concept.reason, replaced_by=heir)
