"""Judge catalogs as they stand in their files: every finding with its place, and the counts."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from transloc.checks.names.spellings import Spellings
from transloc.checks.rules import inconsistent
from transloc.checks.rules.inconsistent import Consistency, Digests
from transloc.checks.run import check_catalog, signed_otherwise, weighed
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
        return Counter((located.finding.severity, located.finding.rule) for located in self.findings)

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


Texts = tuple[str, str]
"""A source and its target."""


class Row(NamedTuple):
    """What a segment gives to the report: its findings, and what the rest of the project may contradict; ``waived`` are rules.

    ``texts`` are None where nothing was found: few of them are needed after all, and ``Judged.again`` has those. ``length`` is that of
    the target.
    """

    id: str
    kind: Kind
    done: bool
    waived: frozenset[str]
    line: int
    texts: Texts | None
    length: int
    findings: tuple[Finding, ...]
    said: Digests | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A catalog as judged by itself: small values, which may come from another process. ``judged`` counts its translated segments.

    ``again`` returns the texts of a segment by its id.
    """

    path: str
    target_locale: str
    judged: int
    notes: tuple[str, ...]
    rows: tuple[Row, ...]
    again: Callable[[str], Texts]


def check(opened: Iterable[Opened], glossary: Glossary | None = None, settings: Settings | None = None) -> Report:
    """Return what the rules find in these catalogs, in the order of the files.

    An error in a segment that nobody has confirmed counts as a warning: its text is a draft.
    """
    settings = settings or Settings()
    return report((judge(one, glossary, settings, texts(one.catalog).__getitem__) for one in opened), settings)


def texts(catalog: Catalog) -> Mapping[str, Texts]:
    """Return the texts of a catalog by the ids of its segments."""
    return {segment.id: (segment.source, segment.target) for segment in catalog}


def judge(one: Opened, glossary: Glossary | None, settings: Settings, again: Callable[[str], Texts]) -> Judged:
    """Return what the rules find in one catalog, whatever stands in the others; ``again`` tells the texts of a segment later."""
    catalog, rows, judged = one.catalog, list[Row](), 0
    spellings = Spellings(catalog) if settings.runs(inconsistent.NAME) else None
    languages = inconsistent.languages(catalog)
    for segment, findings in check_catalog(catalog, glossary, settings):
        judged += bool(segment.target.strip())
        said = inconsistent.digests(segment, languages) if spellings else None
        if spellings and (respelt := inconsistent.respelt(segment, spellings)):
            findings += tuple(weighed(finding, segment, settings) for finding in respelt)
        if findings or said:
            line, waived = one.lines.get(segment.id, 1), frozenset([waiver.rule for waiver in segment.waivers])
            quoted = (segment.source, segment.target) if findings else None
            rows.append(Row(segment.id, segment.kind, segment.done, waived, line, quoted, len(segment.target), findings, said))
    return Judged(
        path=one.path,
        target_locale=catalog.target_locale,
        judged=judged,
        notes=tuple(_notes(one, glossary)),
        rows=tuple(rows),
        again=again,
    )


def report(judged: Iterable[Judged], settings: Settings) -> Report:
    """Return what was found in all catalogs, and where they contradict each other; ``judged`` are in the order of the files.

    However many they are, they take no more memory than some thousand findings and the digests that a cache holds.
    """
    found = Spool[Located]()
    files = segments = waived = 0
    notes: dict[str, None] = {}
    consistency = Consistency(Table(), Table())
    for one in judged:
        files, segments = files + 1, segments + one.judged
        notes |= dict.fromkeys(one.notes)
        for row in one.rows:
            if findings := [*row.findings, *_contradictions(one, row, consistency, settings)]:
                told = [finding for finding in findings if finding.rule not in row.waived]
                waived += len(findings) - len(told)
                for located in _located(one, row, told):
                    found.add(located)
    return Report(findings=found, files=files, judged=segments, waived=waived, notes=tuple(notes))


def _contradictions(one: Judged, row: Row, consistency: Consistency, settings: Settings) -> list[Finding]:
    found = consistency.compare(row.said, row.length, one.path, row.line) if row.said else []
    return [weighed(finding, row, settings) for finding in found]


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


def _located(one: Judged, row: Row, findings: Sequence[Finding]) -> Iterator[Located]:
    source, target = row.texts or (one.again(row.id) if findings else ("", ""))
    for finding in findings:
        yield Located(
            path=one.path,
            line=row.line,
            column=1,
            finding=finding if row.done else _as_draft(finding),
            source=source,
            target=target,
            locale=one.target_locale,
        )


def _as_draft(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.WARNING) if finding.severity is Severity.ERROR else finding
