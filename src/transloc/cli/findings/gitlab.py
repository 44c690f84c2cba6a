"""Findings as a report on code quality, which GitLab shows in merge requests (a subset of Code Climate's format)."""

from collections import Counter
from collections.abc import Iterator

from transloc.cli.findings import machine
from transloc.cli.findings.place import from_root
from transloc.model import Severity
from transloc.steps.baseline import fingerprint
from transloc.steps.check import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> Iterator[str]:
    """Yield a JSON list with an object for each finding; GitLab takes those of one fingerprint for one, so each has its own."""
    yield from machine.listed(_findings(report))


def _findings(report: Report) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for located in report.findings:
        key = fingerprint(located)
        seen[key] += 1
        place = {"path": from_root(located.path), "lines": {"begin": located.line}}
        finding = located.finding
        yield {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": key if seen[key] == 1 else f"{key}-{seen[key]}",
            "severity": _SEVERITIES[finding.severity],
            "location": place,
        }
