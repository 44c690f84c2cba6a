"""``whitespace``: doubled spaces, and edges or line breaks that the source does not have."""

import re
from collections.abc import Iterable, Iterator

from transloc.checks.pair import Pair, finding
from transloc.checks.text.later import later
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "whitespace"

_SPACES = " \u00a0\u202f\u2009"
_RUN = later(rf"[{_SPACES}\t]{{2,}}|\t")


def check(pair: Pair) -> Iterable[Finding]:
    """Return one finding for doubled spaces, one for the edges, one for line breaks; what the source does itself is let pass."""
    source, target = pair.source.text, pair.target.text
    if target.isprintable() and "  " not in target and target.strip() == target and source.strip() == source:
        return ()
    return _spaces(source, target)


def _spaces(source: str, target: str) -> Iterator[Finding]:
    lead, body, tail = _parts(target)
    wanted_lead, wanted, wanted_tail = _parts(source)
    runs = [found.span() for found in _RUN.finditer(target) if len(lead) <= found.start() < len(target) - len(tail)]
    if runs and not _RUN.search(wanted):
        fix = lead + _RUN.sub(lambda found: "\u00a0" if "\u00a0" in found[0] else " ", body) + tail
        yield _warning(say("Several spaces in a row"), tuple(runs), fix)
    if body and (lead, tail) != (wanted_lead, wanted_tail):
        at = tuple(span for span in ((0, len(lead)), (len(target) - len(tail), len(target))) if span[0] < span[1])
        yield _warning(_of_edges(lead + tail, wanted_lead + wanted_tail), at, wanted_lead + body + wanted_tail)
    if "\n" in body and body.count("\n") > wanted.count("\n"):
        breaks = tuple((len(lead) + found.start(), len(lead) + found.end()) for found in re.finditer(r"\n", body))
        yield _warning(say("The target has a line break that the source does not have"), breaks, None)


def _of_edges(ours: str, theirs: str) -> str:
    if not theirs:
        return say("The target begins or ends with space, the source does not")
    return (
        say("The target begins or ends with other space than the source")
        if ours
        else say("The source begins or ends with space, the target does not")
    )


def _parts(text: str) -> tuple[str, str, str]:
    """Return the space in front, the text without its edges, and the space behind."""
    body = text.strip()
    lead = len(text) - len(text.lstrip())
    return text[:lead], body, text[lead + len(body) :]


def _warning(message: str, spans: tuple[tuple[int, int], ...], fix: str | None) -> Finding:
    return finding(NAME, message, severity=Severity.WARNING, target=spans, fix=fix)
