"""Judge catalogs as they stand in their files: every finding with its place, and the counts."""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import NamedTuple

from transloc.checks.names.spellings import Spellings
from transloc.checks.rules import inconsistent
from transloc.checks.rules.inconsistent import Consistency, Digests
from transloc.checks.run import check_together, signed_otherwise, weighed
from transloc.checks.settings import Settings
from transloc.glossary import Glossary
from transloc.model import Catalog, Finding, Kind, Severity
from transloc.steps.disk import Spool, Table

_ORDER = {severity: n for n, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A catalog as read: ``path`` as it was given, ``lines`` the line of each segment's source, by segment id, from 1."""

    path: str
    catalog: Catalog
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A finding and where a reader finds it; ``column`` counts from 1. Of what is no translation, source and target are empty."""

    path: str
    line: int
    column: int
    finding: Finding
    source: str
    target: str
    locale: str = ""


class Findings(Spool[Located]):
    """Findings of a project of any size; ``tally`` counts them by severity and rule as they come, as to read them again takes a while."""

    def __init__(self) -> None:
        super().__init__()
        self.tally = Counter[tuple[Severity, str]]()

    def add(self, item: Located) -> None:
        """Append a finding."""
        super().add(item)
        self.tally[_weight(item)] += 1


def _weight(located: Located) -> tuple[Severity, str]:
    return located.finding.severity, located.finding.rule


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that was found. ``waived`` counts findings that a person let pass; ``notes`` tell what could not be judged.

    ``judged`` counts what was looked at, each a ``noun``. ``known`` findings of a baseline are left out, ``gone`` ones were not found.
    """

    findings: Collection[Located]
    files: int = 0
    judged: int = 0
    noun: str = "segment"
    waived: int = 0
    known: int = 0
    gone: int = 0
    notes: tuple[str, ...] = ()

    @cached_property
    def _tally(self) -> Counter[tuple[Severity, str]]:
        return self.findings.tally if isinstance(self.findings, Findings) else Counter(map(_weight, self.findings))

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(count for (own, _), count in self._tally.items() if own is severity)

    @property
    def rules(self) -> Mapping[str, int]:
        """Findings by rule, the most frequent first."""
        found = Counter[str]()
        for (_, rule), count in self._tally.items():
            found[rule] += count
        return dict(found.most_common())

    def fails(self, on: Severity) -> bool:
        """Tell whether some finding weighs at least as much as ``on``."""
        return any(_ORDER[severity] <= _ORDER[on] for severity, _ in self._tally)


class Row(NamedTuple):
    """What the report tells of a segment, the one of this ``number`` in its catalog, counted from 0; ``waived`` are rules."""

    number: int
    id: str
    kind: Kind
    done: bool
    waived: frozenset[str]
    line: int
    source: str
    target: str
    findings: tuple[Finding, ...]


class Said(NamedTuple):
    """What the rest of the project may contradict in a segment; ``length`` is that of its target."""

    number: int
    line: int
    length: int
    digests: Digests


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A catalog as judged by itself: small values, which may come from another process. ``judged`` counts its translated segments.

    ``ids`` are those of all segments, ``rows`` the ones with findings; ``said`` has five numbers for each ``Said``, as most are never asked
    for again. ``again`` returns the row of any segment by its number and id, without findings.
    """

    path: str
    target_locale: str
    judged: int
    notes: tuple[str, ...]
    ids: tuple[str, ...]
    rows: tuple[Row, ...]
    said: "array[int]"
    again: Callable[[int, str], Row]

    def each_said(self) -> Iterator[Said]:
        """Yield what is compared, in the order of the segments."""
        numbers = iter(self.said)
        for number, line, length, mine, theirs in zip(numbers, numbers, numbers, numbers, numbers, strict=True):
            yield Said(number, line, length, (mine, theirs))


def check(opened: Iterable[Opened], glossary: Glossary | None = None, settings: Settings | None = None) -> Report:
    """Return what the rules find in these catalogs, in the order of the files.

    An error in a segment that nobody has confirmed counts as a warning: its text is a draft.
    """
    settings = settings or Settings()
    return report((judge(one, glossary, settings, partial(row_of, one)) for one in opened), settings)


def row_of(one: Opened, number: int, identity: str, findings: tuple[Finding, ...] = ()) -> Row:
    """Return the segment of this number with its ``findings``; one without texts where another stands there."""
    segments = one.catalog.segments
    if number >= len(segments) or segments[number].id != identity:  # somebody is writing the file
        return Row(number, identity, Kind.PARAGRAPH, True, frozenset(), 1, "", "", findings)
    segment = segments[number]
    waived = frozenset(waiver.rule for waiver in segment.waivers)
    line = one.lines.get(segment.id, 1)
    return Row(number, segment.id, segment.kind, segment.done, waived, line, segment.source, segment.target, findings)


def judge(one: Opened, glossary: Glossary | None, settings: Settings, again: Callable[[int, str], Row]) -> Judged:
    """Return what the rules find in one catalog, whatever stands in the others; ``again`` tells of a segment later."""
    catalog, rows, said, number = one.catalog, list[Row](), array("Q"), 0
    spellings = Spellings(catalog, glossary) if settings.runs(inconsistent.NAME) else None
    languages = inconsistent.languages(catalog)
    for together in check_together(catalog, glossary, settings):
        told = [inconsistent.digests(segment, languages) if spellings else None for segment, _ in together]
        respelt = [inconsistent.respelt(segment, spellings) if spellings else () for segment, _ in together]
        for (segment, findings), digests, others in zip(together, told, respelt, strict=True):
            if findings or others:
                rows.append(row_of(one, number, segment.id, (*findings, *(weighed(finding, segment, settings) for finding in others))))
            if digests:
                said.extend((number, one.lines.get(segment.id, 1), len(segment.target), *digests))
            number += 1
    return Judged(
        path=one.path,
        target_locale=catalog.target_locale,
        judged=sum(bool(segment.target.strip()) for segment in catalog),
        notes=tuple(_notes(one, glossary)),
        ids=tuple(segment.id for segment in catalog),
        rows=tuple(rows),
        said=said,
        again=again,
    )


def report(judged: Iterable[Judged], settings: Settings) -> Report:
    """Return what was found in all catalogs, and where they contradict each other; ``judged`` are in the order of the files.

    However many they are, they take no more memory than some thousand findings and the digests that a cache holds.
    """
    found = Findings()
    files = segments = waived = 0
    notes: dict[str, None] = {}
    consistency = Consistency(Table(), Table())
    for one in judged:
        files, segments = files + 1, segments + one.judged
        notes |= dict.fromkeys(one.notes)
        for row in _rows(one, consistency, settings):
            told = [finding for finding in row.findings if finding.rule not in row.waived]
            waived += len(row.findings) - len(told)
            for finding in told:
                found.add(_located(one, row, finding))
    return Report(findings=found, files=files, judged=segments, waived=waived, notes=tuple(notes))


def _rows(one: Judged, consistency: Consistency, settings: Settings) -> Iterator[Row]:
    """Yield the segments of which something is told, in their order."""
    rows = {row.number: row for row in one.rows}
    for said in one.each_said():
        if contradictions := consistency.compare(said.digests, said.length, one.path, said.line):
            row = rows.get(said.number) or one.again(said.number, one.ids[said.number])
            findings = (*row.findings, *(weighed(finding, row, settings) for finding in contradictions))
            rows[said.number] = row._replace(line=said.line, findings=findings)
    for number in sorted(rows):
        yield rows[number]


def _notes(opened: Opened, glossary: Glossary | None) -> Iterator[str]:
    if glossary is None:
        return
    source, target = opened.catalog.source_locale, opened.catalog.target_locale
    headers = {"X-Source-Language": source, "Language": target}
    if unnamed := [header for header, tag in headers.items() if not tag]:
        yield f"{opened.path} has no header {' and no '.join(unnamed)}: the term rules are off for it"
    elif signed_otherwise(opened.catalog.glossary, glossary):
        yield "articles that were signed off with an earlier glossary: what today's terms find in them is a warning"
    elif missing := [tag for tag in (source, target) if glossary.column_for(tag) is None]:
        yield f"{glossary.path} has no column for {' and '.join(missing)}: the term rules are off for {source} → {target}"


def _located(one: Judged, row: Row, finding: Finding) -> Located:
    return Located(
        path=one.path,
        line=row.line,
        column=1,
        finding=finding if row.done else _as_draft(finding),
        source=row.source,
        target=row.target,
        locale=one.target_locale,
    )


def _as_draft(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.WARNING) if finding.severity is Severity.ERROR else finding
