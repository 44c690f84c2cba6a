"""Findings for a reader: a line each with its place, and the words in question below."""

from collections.abc import Iterable, Iterator

import click

from transloc.errors import visible
from transloc.model import Severity, Span
from transloc.steps.check import Located, Report

_WIDTH = 100
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def render(report: Report, *, colour: bool = False) -> Iterator[str]:
    """Yield the lines of the whole report, in colour where asked."""
    for located in report.findings:
        yield from block(located, colour=colour)
    yield summary(report)


def block(located: Located, *, colour: bool = False) -> Iterator[str]:
    """Yield the lines of one finding."""
    finding = located.finding
    place, severity = f"{visible(located.path)}:{located.line}:{located.column}", finding.severity.value
    if colour:
        place, severity = click.style(place, bold=True), click.style(severity, fg=_COLOURS[finding.severity])
    yield f"{place}: {severity}: {finding.rule}: {one_line(finding.message)}"
    if located.source or located.target:
        yield f"    source: {excerpt(located.source, finding.source_spans)}"
        yield f"    target: {excerpt(located.target, finding.target_spans)}"
    if finding.fix is not None:
        yield f"    fix:    {excerpt(finding.fix)}"


def excerpt(text: str, spans: Iterable[Span] = ()) -> str:
    """Return at most a line of ``text`` that shows where the first span begins."""
    first = min((start for start, _ in spans), default=0)
    start = max(0, min(first - 20, len(text) - _WIDTH)) if len(text) > _WIDTH else 0
    end = start + _WIDTH
    return ("…" if start else "") + one_line(text[start:end]) + ("…" if end < len(text) else "")


def one_line(text: str) -> str:
    """Return ``text`` with its line breaks, control and direction characters made visible, so that it cannot spoil a terminal."""
    return "".join(
        c if c.isprintable() or c in "\u00a0\u202f\u00ad" else "␤" if c == "\n" else " " if c == "\t" else f"\\u{ord(c):04x}" for c in text
    )


def summary(report: Report) -> str:
    """Return one line of counts."""
    counts = ", ".join(_count(report.count(severity), severity.value) for severity in (Severity.ERROR, Severity.WARNING))
    more = f", {report.count(Severity.INFO)} info" if report.count(Severity.INFO) else ""
    waived = f", {report.waived} waived" if report.waived else ""
    known = f", {report.known} known" if report.known else ""
    return f"{counts}{more}{waived}{known} in {_count(report.judged, report.noun)} of {_count(report.files, 'file')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
