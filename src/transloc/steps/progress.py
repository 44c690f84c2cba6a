"""How far a catalog has come, and what stands between it and publication."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from transloc import states
from transloc.model import Catalog, Finding, Segment, Severity, State
from transloc.wording import say


@dataclass(frozen=True, slots=True)
class Blocker:
    """A segment that keeps its catalog from being exported, and why in plain words; ``errors`` counts the findings that block it."""

    segment: Segment
    why: str
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of a catalog's segments by state; ``words`` are those of the source, ``blockers`` stand in reading order.

    ``found`` counts segments with a warning or an error that nobody let pass, vouched for or not.
    ``outdated`` says what to do where the article's file is no longer the one that was added; ``deadline`` is when it is due,
    ``assignee`` the name of who is to do it, empty for nobody.
    """

    catalog: Catalog
    counts: Counter[State]
    words: int
    words_done: int
    blockers: tuple[Blocker, ...]
    outdated: str = ""
    deadline: datetime | None = None
    found: int = 0
    assignee: str = ""

    @property
    def total(self) -> int:
        """All segments."""
        return len(self.catalog.segments)

    @property
    def ready(self) -> bool:
        """Whether it can be exported."""
        return not self.blockers and not self.outdated

    @property
    def done(self) -> int:
        """Segments that a person vouches for."""
        return self.counts[State.REVIEWED] + self.counts[State.FINAL]


def progress(catalog: Catalog, findings: Mapping[str, tuple[Finding, ...]], *, four_eyes: bool = False) -> Progress:
    """Return how far ``catalog`` is; ``findings`` are those of its segments by id, whose errors block confirming."""
    segments = catalog.segments
    blockers = (_blocker(segment, findings.get(segment.id, ()), four_eyes) for segment in segments)
    return Progress(
        catalog=catalog,
        counts=Counter(segment.state for segment in segments),
        words=sum(len(segment.source.split()) for segment in segments),
        words_done=sum(len(segment.source.split()) for segment in segments if segment.done),
        blockers=tuple(blocker for blocker in blockers if blocker),
        found=sum(_worth_a_look(segment, findings.get(segment.id, ())) for segment in segments),
    )


def _worth_a_look(segment: Segment, findings: tuple[Finding, ...]) -> bool:
    return any(finding.severity is not Severity.INFO for finding in states.unwaived(segment, findings))


def _blocker(segment: Segment, findings: tuple[Finding, ...], four_eyes: bool) -> Blocker | None:
    if segment.state is State.INITIAL:
        return Blocker(segment, say("its source has changed") if segment.previous_source else say("not translated"))
    if segment.state is State.TRANSLATED:
        errors = states.blocking(segment, findings)
        return Blocker(
            segment,
            say("{rule}: {message}", rule=errors[0].rule, message=errors[0].message) if errors else say("waits for review"),
            len(errors),
        )
    if four_eyes and segment.state is not State.FINAL:
        return Blocker(segment, say("waits for a second person to sign it off"))
    return None
