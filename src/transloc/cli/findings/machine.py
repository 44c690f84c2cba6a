"""Findings for a program: one JSON object (docs/reference/cli.md)."""

import json
from collections.abc import Iterable, Iterator, Mapping

from transloc.model import Severity
from transloc.steps.check import Located, Report

_written = json.JSONEncoder(ensure_ascii=False).encode


def render(report: Report) -> Iterator[str]:
    """Yield the report as JSON, piece by piece; spans count code points of the texts as they stand in the file, inline codes among them."""
    yield from listed(map(finding, report.findings), '{"findings": [')
    yield f', "summary": {_written(_summary(report))}}}'


def listed(objects: Iterable[Mapping[str, object]], start: str = "[") -> Iterator[str]:
    """Yield a list of JSON objects, one after the other, so that nothing has to hold them all."""
    for one in objects:
        yield start + _written(one)
        start = ", "
    yield "]" if start == ", " else f"{start}]"


def finding(located: Located) -> dict[str, object]:
    """Return one finding with its place."""
    found = located.finding
    return {
        "path": located.path,
        "line": located.line,
        "column": located.column,
        "rule": found.rule,
        "severity": found.severity.value,
        "message": found.message,
        "segment": found.segment,
        "source": located.source,
        "target": located.target,
        "source_spans": found.source_spans,
        "target_spans": found.target_spans,
        "fix": found.fix,
    }


def _summary(report: Report) -> dict[str, object]:
    counts = {f"{severity.value}s" if severity is not Severity.INFO else "info": report.count(severity) for severity in Severity}
    looked = {"waived": report.waived, "known": report.known, f"{report.noun}s": report.judged, "files": report.files}
    return counts | looked | {"rules": report.rules, "notes": report.notes}
