"""Findings that were there before: each has a fingerprint that stays when lines move, and a baseline counts them.

Neither path nor line is part of a fingerprint, so files may be renamed, ordered anew and grow above a finding. What its words are
is: once somebody writes them anew, what is still wrong with them is a new finding.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from transloc.errors import InputError
from transloc.model import Span
from transloc.steps.check import Located, Report

#: What the fingerprints of a file were made by: raised when an old file no longer fits.
VERSION = 1

_LINE = re.compile(r":\d+(?=\))")  # of the glossary's row, at the end of a message: rows move too


def fingerprint(located: Located) -> str:
    """Return what one finding is known by: 32 hex digits over rule, language, message, source, and the words in question."""
    finding = located.finding
    words = _cut(located.source, finding.source_spans), _cut(located.target, finding.target_spans)
    parts = finding.rule, located.locale, _LINE.sub("", finding.message), located.source, *words
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _cut(text: str, spans: Iterable[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding was there when the baseline was written, by fingerprint."""

    counts: Mapping[str, int] = field(default_factory=dict)

    def against(self, report: Report) -> Report:
        """Return the report without what the baseline knows: ``known`` counts that, ``gone`` what the baseline has and nobody finds."""
        left = Counter(self.counts)
        new = []
        for located in report.findings:
            key = fingerprint(located)
            if left[key] > 0:
                left[key] -= 1
            else:
                new.append(located)
        return replace(report, findings=tuple(new), known=len(report.findings) - len(new), gone=sum(left.values()))


def baseline(report: Report) -> Baseline:
    """Return a baseline that knows all findings of ``report``."""
    return Baseline(Counter(map(fingerprint, report.findings)))


def written(known: Baseline, report: Report) -> bytes:
    """Return the file of a baseline: sorted, a finding a line with its rule, so that git shows and merges it well."""
    rules = {fingerprint(located): located.finding.rule for located in report.findings}
    rows = sorted([rules[key], key, count] for key, count in known.counts.items())
    lines = ",\n".join(f"    {json.dumps(row)}" for row in rows)
    body = f"\n{lines}\n  " if rows else ""
    return f'{{\n  "version": {VERSION},\n  "findings": [{body}]\n}}\n'.encode()


def read(data: bytes, path: str) -> Baseline:
    """Read the file of a baseline; raises InputError for anything else."""
    try:
        found = json.loads(data)
        version, rows = found["version"], [(str(key), int(count)) for _, key, count in found["findings"]]
    except (ValueError, KeyError, TypeError):
        raise InputError("this is no baseline of transloc", path=path, hint=_ANEW) from None
    if version != VERSION:
        raise InputError(f"the baseline is of version {version}, which this transloc does not read", path=path, hint=_ANEW)
    return Baseline(dict(rows))


_ANEW = "Write it anew with --write-baseline"
