"""Where a row of the glossary stands in the articles of a newsroom, what the term rules say there, and what a change of it would touch."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from transloc.glossary import Concept, Glossary, Match, Status, matcher
from transloc.jobs.newsroom import Newsroom
from transloc.model import Catalog, Finding, Span
from transloc.steps.check import Located, Opened
from transloc.steps.impact import Change, impact
from transloc.steps.search import nameable, near

Catalogs = Callable[[str, str], Catalog]
"""Returns the catalog of an article and a locale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sentence that a row concerns: ``spans`` are where its source names the row, ``findings`` what the term rules say of it there."""

    article: str
    locale: str
    segment: str
    source: str
    target: str
    spans: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrences:
    """All places of a row, by article in the order of the newsroom. ``sentences`` count once, in however many languages they stand."""

    places: tuple[Place, ...] = ()

    @property
    def named(self) -> tuple[Place, ...]:
        """The places whose source names the row."""
        return tuple(place for place in self.places if place.spans)

    @property
    def sentences(self) -> int:
        """In how many sentences the row is named."""
        return len({(place.article, place.segment) for place in self.named})

    @property
    def articles(self) -> int:
        """In how many articles the row is named."""
        return len({place.article for place in self.named})

    @property
    def others(self) -> int:
        """How many translations say it otherwise now, or with a word that is forbidden."""
        return sum(bool(place.findings) for place in self.places)


def occurrences(newsroom: Newsroom, concept: Concept, catalogs: Catalogs) -> Occurrences:
    """Return where a row stands; of one that is not in force, where it would if it were approved today."""
    held = newsroom.glossary or Glossary((), ())
    if not nameable(concept):
        return Occurrences()
    if concept.status is not Status.APPROVED:
        concept = replace(concept, status=Status.APPROVED, valid_from=None)
    with_it = _near(held, concept)
    without = replace(with_it, concepts=tuple(one for one in with_it.concepts if one.id != concept.id))
    with_it = replace(without, concepts=(*without.concepts, concept), locales=_locales(held, concept))
    changes = _impact(newsroom, without, with_it, catalogs)
    found = next((one for one in changes if one.concept.id == concept.id), None)
    return Occurrences(places=tuple(_places(found, with_it, newsroom.project.source))) if found else Occurrences()


def touched(newsroom: Newsroom, before: Concept, after: Concept, catalogs: Catalogs) -> Change | None:
    """Return what would be touched if a row became ``after``; None where nothing that a verdict rests on would change."""
    held, day = newsroom.glossary or Glossary((), ()), newsroom.today()
    if not (nameable(before) and nameable(after)):
        return None
    part = _near(held, before, after)
    rest = tuple(one for one in part.concepts if one.id not in (before.id, after.id))
    old, new = (replace(part, concepts=(*rest, one), locales=_locales(held, one)).on(day) for one in (before, after))
    return next((one for one in _impact(newsroom, old, new, catalogs) if one.concept.id == after.id), None)


def _near(held: Glossary, *rows: Concept) -> Glossary:
    part = near(held, rows)
    return replace(part, concepts=tuple(filter(nameable, part.concepts)))


def _locales(held: Glossary, concept: Concept) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*held.locales, *(term.locale for term in concept.terms))))


def _impact(newsroom: Newsroom, before: Glossary, after: Glossary, catalogs: Catalogs) -> tuple[Change, ...]:
    opened = (Opened(path=f"{one.slug}/{locale}", catalog=catalogs(one.slug, locale)) for one, locale in newsroom.catalogs())
    return impact(before, after, opened, newsroom.project.check_settings()).changes


def _places(change: Change, glossary: Glossary, source: str) -> Iterator[Place]:
    findings = _by_place(change.new)
    for one in change.touched:
        held = findings.pop((one.path, one.segment.id), ())
        spans = tuple((match.start, match.end) for match in _matches(glossary, source, one.segment.source, change.concept))
        yield _place(one.path, one.segment.id, one.segment.source, one.segment.target, spans=spans, held=held)
    for (path, segment), held in findings.items():  # a forbidden word where the source does not name the row
        yield _place(path, segment, held[0].source, held[0].target, held=held)


def _matches(glossary: Glossary, source: str, text: str, concept: Concept) -> Iterator[Match]:
    return (match for match in matcher(glossary, source).find(text) if match.concept.id == concept.id)


def _by_place(found: tuple[Located, ...]) -> dict[tuple[str, str], tuple[Located, ...]]:
    places: dict[tuple[str, str], tuple[Located, ...]] = {}
    for located in found:
        key = located.path, located.finding.segment
        places[key] = (*places.get(key, ()), located)
    return places


def _place(path: str, segment: str, source: str, target: str, *, spans: tuple[Span, ...] = (), held: tuple[Located, ...] = ()) -> Place:
    article, _, locale = path.rpartition("/")
    return Place(
        article=article,
        locale=locale,
        segment=segment,
        source=source,
        target=target,
        spans=spans,
        findings=tuple(located.finding for located in held),
    )


def by_article(places: tuple[Place, ...]) -> Mapping[tuple[str, str], tuple[Place, ...]]:
    """Return the places of each article and locale, in their order."""
    found: dict[tuple[str, str], tuple[Place, ...]] = {}
    for place in places:
        key = place.article, place.locale
        found[key] = (*found.get(key, ()), place)
    return found
