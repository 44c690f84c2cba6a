"""Findings as SARIF 2.1.0 (OASIS), which code scanning of GitHub, GitLab and others reads.

GitHub keeps the 5,000 first results of a run, so errors come first, and follows a finding through later runs by
``primaryLocationLineHash``: ours is made of the finding's words, so that it stays one when lines move.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from transloc import __version__
from transloc.cli.findings.place import from_root
from transloc.model import Severity
from transloc.steps.baseline import fingerprint
from transloc.steps.check import Located, Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, object]


def render(report: Report, command: str, rules: Mapping[str, str]) -> Iterator[str]:
    """Yield the report of ``transloc COMMAND`` as a SARIF log of one run; ``rules`` tells in a sentence what each rule finds.

    Columns count code points. The command is the run's category, so that two of them can be uploaded together.
    """
    order = list(Severity)
    findings = sorted(report.findings, key=lambda located: order.index(located.finding.severity))
    names = sorted(rules.keys() | {located.finding.rule for located in findings})
    driver = {"name": "transloc", "version": __version__, "rules": [_rule(name, rules) for name in names]}
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"transloc {command}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [_note(note) for note in report.notes]}],
        "results": _results(findings, names),
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(name: str, rules: Mapping[str, str]) -> Json:
    return {"id": name, "shortDescription": {"text": rules.get(name) or name}}


def _note(sentence: str) -> Json:
    return {"level": "note", "message": {"text": sentence}}


def _results(findings: Iterable[Located], names: list[str]) -> list[Json]:
    seen: Counter[str] = Counter()
    results = []
    for located in findings:
        key = fingerprint(located)
        seen[key] += 1
        results.append(_result(located, names, f"{key}:{seen[key]}"))
    return results


def _result(located: Located, names: list[str], key: str) -> Json:
    finding = located.finding
    region = {"startLine": located.line, "startColumn": located.column}
    return {
        "ruleId": finding.rule,
        "ruleIndex": names.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(located)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(located.path)}, "region": region}}],
        "partialFingerprints": {"primaryLocationLineHash": key},
    }


def _message(located: Located) -> str:
    words = (("Source", located.source), ("Target", located.target), ("Write", located.finding.fix or ""))
    return "\n".join([located.finding.message, *(f"{name}: {text}" for name, text in words if text)])


def _uri(path: str) -> str:
    """Return a reference relative to the root of the checkout, as annotations want it; of a file elsewhere its address."""
    place = from_root(path)
    return Path(place).as_uri() if Path(place).is_absolute() else quote(place, errors="surrogateescape")
