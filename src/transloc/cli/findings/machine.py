"""Findings for a program: one JSON object (docs/reference/cli.md)."""

import json

from transloc.model import Severity
from transloc.steps.check import Located, Report


def render(report: Report) -> str:
    """Return the report as JSON; spans count code points of the texts as they stand in the file, inline codes among them."""
    return json.dumps({"findings": [_finding(located) for located in report.findings], "summary": _summary(report)}, ensure_ascii=False)


def _finding(located: Located) -> dict[str, object]:
    finding = located.finding
    return {
        "path": located.path,
        "line": located.line,
        "column": located.column,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "segment": finding.segment,
        "source": located.source,
        "target": located.target,
        "source_spans": finding.source_spans,
        "target_spans": finding.target_spans,
        "fix": finding.fix,
    }


def _summary(report: Report) -> dict[str, object]:
    counts = {f"{severity.value}s" if severity is not Severity.INFO else "info": report.count(severity) for severity in Severity}
    looked = {"waived": report.waived, "known": report.known, f"{report.noun}s": report.judged, "files": report.files}
    return counts | looked | {"rules": report.rules, "notes": report.notes}
