"""Judge catalogs as they stand in their files: every finding with its place, and the counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from transloc.checks.rules import inconsistent
from transloc.checks.rules.inconsistent import Consistency
from transloc.checks.run import check_catalog, signed_otherwise, weighed
from transloc.checks.settings import Settings
from transloc.glossary import Glossary
from transloc.model import Catalog, Finding, Segment, Severity

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that was found. ``waived`` counts findings that a person let pass; ``notes`` tell what could not be judged.

    ``judged`` counts what was looked at, each a ``noun``. ``known`` findings of a baseline are left out, ``gone`` ones were not found.
    """

    findings: tuple[Located, ...]
    files: int = 0
    judged: int = 0
    noun: str = "segment"
    waived: int = 0
    known: int = 0
    gone: int = 0
    notes: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(located.finding.severity is severity for located in self.findings)

    @property
    def rules(self) -> Mapping[str, int]:
        """Findings by rule, the most frequent first."""
        return dict(Counter(located.finding.rule for located in self.findings).most_common())

    def fails(self, on: Severity) -> bool:
        """Tell whether some finding weighs at least as much as ``on``."""
        return any(_ORDER[located.finding.severity] <= _ORDER[on] for located in self.findings)


def check(opened: Iterable[Opened], glossary: Glossary | None = None, settings: Settings | None = None) -> Report:
    """Return what the rules find in these catalogs, in the order of the files.

    An error in a segment that nobody has confirmed counts as a warning: its text is a draft.
    """
    found: list[Located] = []
    files = segments = waived = 0
    notes: dict[str, None] = {}
    consistency, settings = Consistency(), settings or Settings()
    for one in opened:
        files += 1
        notes |= dict.fromkeys(_notes(one, glossary))
        for segment, findings in check_catalog(one.catalog, glossary, settings):
            segments += bool(segment.target.strip())
            findings = (*findings, *_contradictions(one, segment, consistency, settings))
            let_pass = {waiver.rule for waiver in segment.waivers}
            waived += sum(finding.rule in let_pass for finding in findings)
            found += _located(one, segment, (finding for finding in findings if finding.rule not in let_pass))
    return Report(findings=tuple(found), files=files, judged=segments, waived=waived, notes=tuple(notes))


def _contradictions(one: Opened, segment: Segment, consistency: Consistency, settings: Settings) -> Iterator[Finding]:
    if settings.runs(inconsistent.NAME):
        found = consistency.check(segment, one.catalog, one.path, one.lines.get(segment.id, 1))
        yield from (weighed(finding, segment, settings) for finding in found)


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


def _located(opened: Opened, segment: Segment, findings: Iterable[Finding]) -> Iterator[Located]:
    for finding in findings:
        yield Located(
            path=opened.path,
            line=opened.lines.get(segment.id, 1),
            column=1,
            finding=finding if segment.done else _as_draft(finding),
            source=segment.source,
            target=segment.target,
            locale=opened.catalog.target_locale,
        )


def _as_draft(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.WARNING) if finding.severity is Severity.ERROR else finding
