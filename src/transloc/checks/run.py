"""All rules over a segment or a catalog, with the project's severities."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Protocol

from transloc.checks.pair import Pair, Side, side
from transloc.checks.quotations import quoted
from transloc.checks.rules import style
from transloc.checks.settings import Settings
from transloc.checks.terms.presence import mentions
from transloc.glossary import Glossary
from transloc.model import Catalog, Finding, Kind, Quotation, Segment
from transloc.states import soften, unwaived

#: So many pairs are given to one rule before the next one: code and tables stay in the processor's cache, which saves a tenth.
_TOGETHER = 32


class Rules(Protocol):
    """What a segment is judged by (``steps.review.Rules`` is one)."""

    @property
    def source_locale(self) -> str:
        """The language of the source."""

    @property
    def target_locale(self) -> str:
        """The language of the target."""

    @property
    def glossary(self) -> Glossary | None:
        """The glossary, where there is one."""

    @property
    def checks(self) -> Settings:
        """Which rules run, and their severities."""


def check_segment(segment: Segment, rules: Rules, unit: Iterable[Segment] = ()) -> tuple[Finding, ...]:
    """Return what is wrong with a segment, as it stands in its unit; findings that were waived are left out.

    ``unit`` are the segments of the same unit in reading order (the segment itself may be among them): a name may stand in a neighbour,
    and a quotation begin in one.
    A segment without target, omitted on purpose or target-only has no findings.
    """
    return unwaived(segment, judge_segment(segment, rules, unit))


def judge_segment(segment: Segment, rules: Rules, unit: Iterable[Segment] = (), named: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a segment, waived or not; ``named`` are the persons whom the article names before (see ``Pair``)."""
    whole = [segment if other.id == segment.id else other for other in unit] or [segment]
    pair = _pair(segment, rules, whole, _Neighbours(rules), named)
    return tuple(_found([(segment, pair)], rules.checks)[0]) if pair else ()


class _Neighbours:
    """The targets of the other segments of a unit; those of the unit under way are read once."""

    def __init__(self, rules: Rules) -> None:
        self._locale = rules.target_locale
        self._unit: Sequence[Segment] = ()
        self._read: Sequence[tuple[Segment, Side | None]] = ()

    def of(self, segment: Segment, unit: Sequence[Segment]) -> tuple[Side | None, ...]:
        """Return them in reading order, None for one that is still missing."""
        if len(unit) == 1 and unit[0] is segment:
            return ()
        if unit is not self._unit:
            kept = (other for other in unit if not other.omitted)
            self._read = [(other, side(other.target, self._locale) if other.target.strip() else None) for other in kept]
            self._unit = unit
        return tuple([read for other, read in self._read if other is not segment])


def _pair(segment: Segment, rules: Rules, unit: Sequence[Segment], neighbours: _Neighbours, named: frozenset[str] | None) -> Pair | None:
    if segment.omitted or not segment.target.strip() or not segment.source.strip():
        return None
    return Pair(
        source=side(segment.source, rules.source_locale, rules.glossary),
        target=side(segment.target, rules.target_locale),
        glossary=rules.glossary,
        others=neighbours.of(segment, unit),
        quotations=_quotations(segment, unit),
        kind=segment.kind,
        house=rules.checks.house(rules.target_locale),
        named=named,
    )


def _found(pairs: Sequence[tuple[Segment, Pair]], checks: Settings) -> Sequence[Sequence[Finding]]:
    """Return what the rules find in each pair, in the order of the rules."""
    asked = [(segment, pair, pair.traits, list[Finding]()) for segment, pair in pairs]
    for wanted, rule in checks.of_pair:
        for segment, pair, traits, found in asked:
            if traits & wanted:
                for finding in rule(pair):
                    found.append(weighed(finding, segment, checks))
    return [found for _, _, _, found in asked]


class Placed(Protocol):
    """What a finding is of: a segment, or what was kept of one."""

    @property
    def id(self) -> str:
        """The segment's id."""

    @property
    def kind(self) -> Kind:
        """The kind of its unit."""


def weighed(finding: Finding, segment: Placed, checks: Settings) -> Finding:
    """Return ``finding`` as one of ``segment``, with the severity that the project and the kind of the unit give it."""
    return soften(segment.kind, checks.weigh(replace(finding, segment=segment.id)))


def _quotations(segment: Segment, unit: Sequence[Segment]) -> tuple[Quotation, ...]:
    return quoted.reaching(unit).get(segment.id, ()) if any(other.quotations for other in unit) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfCatalog:
    source_locale: str
    target_locale: str
    glossary: Glossary | None
    checks: Settings


def signed_otherwise(signed: str, glossary: Glossary | None) -> bool:
    """Tell whether an article was signed off with another glossary; ``signed`` is the digest of its own, empty where it is not signed."""
    return bool(signed and glossary and glossary.digest != signed)


def check_catalog(
    catalog: Catalog, glossary: Glossary | None = None, checks: Settings | None = None
) -> Iterator[tuple[Segment, tuple[Finding, ...]]]:
    """Yield each segment with its findings, waived ones among them, in reading order; units are judged as a whole.

    Beside what is wrong they hold what the record of a segment tells: that is for statistics, and no matter for those who review it.
    """
    return chain.from_iterable(check_together(catalog, glossary, checks))


def check_together(
    catalog: Catalog, glossary: Glossary | None = None, checks: Settings | None = None
) -> Iterator[Sequence[tuple[Segment, tuple[Finding, ...]]]]:
    """Yield the same, some segments at a time, for who looks at each of them in other ways as well."""
    settings = checks or Settings()
    rules = _OfCatalog(
        source_locale=catalog.source_locale,
        target_locale=catalog.target_locale,
        glossary=glossary,
        checks=settings.in_hindsight() if signed_otherwise(catalog.glossary, glossary) else settings,
    )
    units: dict[str, list[Segment]] = {}
    placed = [(segment, units.setdefault(segment.unit, [])) for segment in catalog]
    for segment, unit in placed:
        unit.append(segment)
    named, neighbours, segments = _Named(rules), _Neighbours(rules), iter(placed)
    while together := tuple(islice(segments, _TOGETHER)):
        pairs = [_pair(segment, rules, unit, neighbours, named.before(segment)) for segment, unit in together]
        found = iter(_found([(segment, pair) for (segment, _), pair in zip(together, pairs, strict=True) if pair], rules.checks))
        yield [
            (segment, (*(next(found) if pair else ()), *_of_record(segment, rules.checks)))
            for (segment, _), pair in zip(together, pairs, strict=True)
        ]


def _of_record(segment: Segment, checks: Settings) -> list[Finding]:
    return [weighed(finding, segment, checks) for rule in checks.of_segment for finding in rule(segment)]


class _Named:
    """Whom an article has named so far, for a house that introduces its people."""

    def __init__(self, rules: Rules) -> None:
        house = rules.checks.house(rules.target_locale)
        self._rules, self._wanted = rules, bool(house and house.names and rules.checks.runs(style.NAME))
        self._named: frozenset[str] = frozenset()

    def before(self, segment: Segment) -> frozenset[str] | None:
        """Return the ids of the persons named in the body before ``segment``, and take those of the segment in."""
        if not self._wanted or self._rules.glossary is None:
            return None
        before = self._named
        if segment.target.strip() and segment.kind not in style.ASIDE:
            found = mentions(side(segment.target, self._rules.target_locale), self._rules.glossary)
            self._named |= {match.concept.id for match in found}
        return before
