"""Findings as annotations on GitHub: workflow commands and a step summary.

GitHub shows ten errors and ten warnings a step and drops the rest, so errors come first and what a glossary row misses again and
again is told once, with all its places.
"""

import re
import secrets
from collections.abc import Iterable, Iterator
from itertools import accumulate

from transloc.cli.findings import text
from transloc.cli.findings.place import from_root
from transloc.errors import visible
from transloc.model import Severity
from transloc.steps.check import Located, Report

_SHOWN = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_PLACES = 20
#: Where a rule tells of which row of the glossary it speaks.
_ROW = re.compile(r"\((\S[^()]*:\d+)\)(?=\Z|[;,])")
_PAGE = 1_000_000  # GitHub drops a summary of more than 1 MiB


def render(report: Report) -> Iterator[str]:
    """Yield the annotations, then the whole report as plain text, in which the runner obeys no command."""
    for severity in _COMMANDS:
        groups = grouped(located for located in report.findings if located.finding.severity is severity)
        for group in groups[:_SHOWN]:
            yield _annotation(group)
    mute = secrets.token_hex(16)  # texts come from anywhere: nothing in them may be taken for a command
    yield f"::stop-commands::{mute}"
    yield from text.render(report)
    yield f"::{mute}::"


def grouped(findings: Iterable[Located]) -> list[list[Located]]:
    """Return the findings in groups: what a term rule says of one row of the glossary in one severity; any other finding alone."""
    groups: dict[tuple[str, ...], list[Located]] = {}
    for located in findings:
        finding = located.finding
        row = _row_of(located)
        alone = (row[1],) if row else (finding.message, f"{located.path}:{located.line}:{located.column}")
        groups.setdefault((finding.severity.value, finding.rule, *alone), []).append(located)
    return list(groups.values())


def _row_of(located: Located) -> re.Match[str] | None:
    return _ROW.search(located.finding.message) if located.finding.rule.startswith("term-") else None


def _said(group: list[Located]) -> str:
    """Return what is said of all: where single sentences have more to say, only what stands up to the row of the glossary."""
    message = group[0].finding.message
    row = _row_of(group[0])
    return message if not row or all(located.finding.message == message for located in group) else message[: row.end()]


def _annotation(group: list[Located]) -> str:
    first = group[0]
    finding = first.finding
    lines = [_said(group), *([f"source: {first.source}", f"target: {first.target}"] if first.source or first.target else [])]
    if len(group) > 1:
        lines += [f"{len(group)} times:", *(f"{other.path}:{other.line}" for other in group[:_PLACES])]
    elif finding.fix:
        lines.append(f"write: {finding.fix}")
    if len(group) > _PLACES:
        lines.append("…")
    properties = {"file": from_root(first.path), "line": str(first.line), "col": str(first.column), "title": finding.rule}
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(chr(10).join(lines))}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def step_summary(report: Report, command: str) -> str:
    """Return the report of ``command`` as Markdown for the page of the run."""
    lines = [f"## transloc {command}", "", text.summary(report), ""]
    lines += [f"> {note}" for note in report.notes]
    if report.findings:
        lines += ["| | rule | message | where |", "|---|---|---|---|"]
        order = list(Severity)
        groups = sorted(grouped(report.findings), key=lambda group: order.index(group[0].finding.severity))
        lines += _fitting([_row(group) for group in groups])
    return "\n".join(lines) + "\n"


def _row(group: list[Located]) -> str:
    places = ", ".join(f"`{_code(located.path)}:{located.line}`" for located in group[:_PLACES])
    more = f" and {len(group) - _PLACES} more" if len(group) > _PLACES else ""
    finding = group[0].finding
    return f"| {finding.severity.value} | {finding.rule} | {_cell(_said(group))} | {places}{more} |"


def _fitting(rows: list[str]) -> list[str]:
    """Return the rows that a page has room for, and how many it has not."""
    sizes = accumulate(len(row.encode("utf-8", "replace")) + 1 for row in rows)
    count = sum(size <= _PAGE for size in sizes)
    return rows[:count] + ([f"| | | and {len(rows) - count} more | |"] if count < len(rows) else [])


def _code(path: str) -> str:
    return visible(path).replace("`", "'").replace("|", "\\|")


def _cell(message: str) -> str:
    escaped = "".join("\\" + c if c in "\\`*_[]|<>#" else c for c in message)
    return escaped.replace("\n", " ")
