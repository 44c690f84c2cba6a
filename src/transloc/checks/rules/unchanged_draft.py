"""``unchanged-draft``: a machine's draft was confirmed as it stood, without a change."""

from collections.abc import Iterable

from transloc.model import Finding, Segment, Severity
from transloc.wording import say

NAME = "unchanged-draft"

#: The origins of drafts that a machine wrote; the memory's were written by people.
MACHINES = frozenset({"ctranslate2", "deepl", "firefox", "llm"})


def check(segment: Segment) -> Iterable[Finding]:
    """Return one finding for a confirmed segment whose text is still the machine's; it tells, and never blocks."""
    if not segment.done or not segment.target or segment.origin not in MACHINES:
        return ()
    message = say("Confirmed as {origin} drafted it, without a change", origin=segment.origin)
    return (Finding(rule=NAME, severity=Severity.INFO, message=message),)
