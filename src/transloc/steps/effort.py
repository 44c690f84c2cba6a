"""How much work people have with drafts: the distance from what a machine wrote to what they confirmed, never by person.

Two measures of the field: chrF (Popović 2015; 100 where nothing was changed), and edits of single characters (Levenshtein).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from transloc import markup

if TYPE_CHECKING:
    from sacrebleu.metrics.chrf import CHRF


@dataclass(frozen=True, slots=True)
class PostEdit:
    """A confirmed text with the draft it began as; ``terms`` and ``rules`` are those of the source and of the findings in the draft."""

    draft: str
    confirmed: str
    engine: str
    terms: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()


@dataclass(slots=True)
class Effort:
    """The effort of many segments; ``edits`` and ``characters`` are counted without inline codes, ``chrf`` is a sum."""

    segments: int = 0
    untouched: int = 0
    edits: int = 0
    characters: int = 0
    chrf: float = 0.0

    @property
    def similarity(self) -> float:
        """The mean chrF, 0 to 100."""
        return self.chrf / self.segments

    @property
    def rate(self) -> float:
        """Edits for each 100 characters of what was confirmed."""
        return 100 * self.edits / max(1, self.characters)


@dataclass(slots=True)
class EffortReport:
    """The effort by engine, by term (a concept's id) that the sources hold, and by rule that the drafts broke."""

    by_engine: dict[str, Effort] = field(default_factory=dict)
    by_term: dict[str, Effort] = field(default_factory=dict)
    by_rule: dict[str, Effort] = field(default_factory=dict)


def effort(edited: Iterable[PostEdit]) -> EffortReport:
    """Return what the post-edits took, each table with the most effort first."""
    report = EffortReport()
    for one in edited:
        draft, confirmed = markup.words(one.draft), markup.words(one.confirmed)
        same = draft == confirmed
        similarity, edits = (100.0, 0) if same else _measured(draft, confirmed)
        groups = [(report.by_engine, one.engine)]
        groups += [(report.by_term, term) for term in one.terms] + [(report.by_rule, rule) for rule in one.rules]
        for table, name in groups:
            met = table.setdefault(name, Effort())
            met.segments += 1
            met.untouched += same
            met.edits += edits
            met.characters += len(confirmed)
            met.chrf += similarity
    return EffortReport(*(_ordered(table) for table in (report.by_engine, report.by_term, report.by_rule)))


@lru_cache(maxsize=8192)
def _measured(draft: str, confirmed: str) -> tuple[float, int]:
    """Return chrF and the edits of characters between two texts; a page asks for the same ones again and again."""
    return _chrf().sentence_score(draft, [confirmed]).score, Levenshtein.distance(draft, confirmed)


@cache
def _chrf() -> "CHRF":
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()


def _ordered(table: dict[str, Effort]) -> dict[str, Effort]:
    return dict(sorted(table.items(), key=lambda named: (-named[1].rate, named[0])))
