"""What a change of the glossary means for the articles: which sentences each row touches, which findings come and which go."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePath

from transloc import markup
from transloc.checks.rules import RULES
from transloc.checks.settings import Settings
from transloc.glossary import Concept, ConceptKind, Glossary, Match, Matcher, matcher
from transloc.glossary.cells import differing
from transloc.glossary.inflection import inflected
from transloc.model import Segment
from transloc.steps.check import Located, Opened, check

#: What is written for people alone, and changes no verdict.
_SILENT = frozenset({"note", "owner", "reason", "source"})
_RULES = frozenset(name for name in RULES if name.startswith("term-"))


class Fate(StrEnum):
    """What became of a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A sentence that names the row's concept, by the old glossary or the new one; ``line`` is that of its source in ``path``."""

    path: str
    line: int
    article: str
    locale: str
    segment: Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row that differs. ``columns`` are those in which it does; ``sentences`` count once, in however many languages they stand."""

    before: Concept | None
    after: Concept | None
    columns: tuple[str, ...] = ()
    touched: tuple[Touched, ...] = ()
    new: tuple[Located, ...] = ()
    gone: tuple[Located, ...] = ()

    @property
    def concept(self) -> Concept:
        """The row as it is now; as it was, where it is gone."""
        concept = self.after or self.before
        assert concept is not None
        return concept

    @property
    def fate(self) -> Fate:
        """What became of the row."""
        return Fate.ADDED if self.before is None else Fate.REMOVED if self.after is None else Fate.CHANGED

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles whose sentences it touches, in their order."""
        return tuple(dict.fromkeys(one.article for one in self.touched))

    @property
    def sentences(self) -> int:
        """How many sentences it touches."""
        return len({(one.article, one.segment.id) for one in self.touched})


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """All rows that differ. ``new`` and ``gone`` are all findings of the term rules that the change brings and takes."""

    changes: tuple[Change, ...] = ()
    new: tuple[Located, ...] = ()
    gone: tuple[Located, ...] = ()

    @property
    def whole(self) -> Change:
        """All rows as one change, whose counts are of sentences and articles that any row touches."""
        return Change(before=None, after=None, touched=tuple(one for change in self.changes for one in change.touched))


def impact(before: Glossary, after: Glossary, opened: Iterable[Opened], settings: Settings | None = None) -> Impact:
    """Return what the step from one glossary to the other means for these catalogs."""
    changes = _changes(before, after)
    if not changes:
        return Impact()
    work = _Work(_aligned(before, after), after, changes, settings or Settings())
    for one in opened:
        work.take(one)
    return Impact(changes=tuple(map(work.told, changes)), new=tuple(work.new), gone=tuple(work.gone))


def _changes(before: Glossary, after: Glossary) -> tuple[Change, ...]:
    """Return the rows that differ, in the order of the new file, those that are gone last."""
    found = []
    for new in after.concepts:
        old = before.concept(new.id)
        columns = differing(old or Concept(id=new.id), new)
        if columns or old is None:
            found.append(Change(before=old, after=new, columns=columns))
    lost = (old for old in before.concepts if after.concept(old.id) is None)
    return (*found, *(Change(before=old, after=None, columns=differing(old, Concept(id=old.id))) for old in lost))


def _aligned(before: Glossary, after: Glossary) -> Glossary:
    """Return the old glossary with the places of the new one, so that what both find has the same words; lost rows stand behind it."""
    end = max((concept.line for concept in after.concepts), default=1)
    rows = []
    for number, concept in enumerate(before.concepts, 1):
        now = after.concept(concept.id)
        rows.append(replace(concept, line=now.line if now else end + number))
    return replace(before, concepts=tuple(rows), path=after.path)


@dataclass(slots=True)
class _Work:
    before: Glossary
    after: Glossary
    changes: tuple[Change, ...]
    settings: Settings
    touched: dict[str, list[Touched]] = field(default_factory=dict)
    new: list[Located] = field(default_factory=list)
    gone: list[Located] = field(default_factory=list)

    def take(self, one: Opened) -> None:
        """Look at one catalog."""
        catalog = one.catalog
        rows = [change for change in self.changes if self._concerns(change, catalog.source_locale, catalog.target_locale)]
        watch = _Watch(rows, self.before, self.after, catalog.source_locale, catalog.target_locale)
        near = [segment for segment in catalog if rows and watch.sees(segment)]
        if not near:
            return
        units = {segment.unit for segment in near}
        part = replace(one, catalog=replace(catalog, segments=tuple(s for s in catalog if s.unit in units)))
        self._judge(part)
        ids = {change.concept.id for change in rows}
        for segment in near:
            for row in self._named(segment, catalog.source_locale) & ids:
                self._touch(row, one, segment)

    def _concerns(self, change: Change, source: str, target: str) -> bool:
        columns = {glossary.column_for(tag) for glossary in (self.before, self.after) for tag in (source, target)}
        parts = {column.partition(".")[0] for column in change.columns} - _SILENT
        spoken = {*self.before.locales, *self.after.locales}
        return any(part in columns or part not in spoken for part in parts)

    def _named(self, segment: Segment, locale: str) -> set[str]:
        """Return the rows that the source names, by either glossary."""
        return {
            match.concept.id
            for glossary in (self.before, self.after)
            for match in (matcher(glossary, locale).find(segment.source) if glossary.column_for(locale) else ())
            if _stands(match, segment.source)
        }

    def _touch(self, row: str, one: Opened, segment: Segment) -> None:
        article = one.catalog.article or PurePath(one.path).stem
        line = one.lines.get(segment.id, 1)
        touched = Touched(path=one.path, line=line, article=article, locale=one.catalog.target_locale, segment=segment)
        self.touched.setdefault(row, []).append(touched)

    def _judge(self, part: Opened) -> None:
        settings = replace(self.settings, only=_RULES)
        then = check([part], self.before, settings).findings
        now = check([part], self.after, settings).findings
        self.gone += _without(then, now)
        self.new += _without(now, then)

    def told(self, change: Change) -> Change:
        """Return the change with all that was found of it."""
        return replace(
            change,
            touched=tuple(self.touched.get(change.concept.id, ())),
            new=tuple(self._of(change, self.new)),
            gone=tuple(self._of(change, self.gone)),
        )

    def _of(self, change: Change, findings: Iterable[Located]) -> Iterator[Located]:
        known = self.after.concept(change.concept.id) or self.before.concept(change.concept.id)
        place = f"({self.after.path}:{known.line if known else 0})"
        return (located for located in findings if place in located.finding.message)


class _Watch:
    """Sees the sentences that changed rows may concern, by either side, before the whole glossary is asked."""

    def __init__(self, rows: Iterable[Change], before: Glossary, after: Glossary, source: str, target: str) -> None:
        concepts = tuple(concept for change in rows for concept in (change.before, change.after) if concept)
        locales = tuple(dict.fromkeys((*after.locales, *before.locales)))
        sample = Glossary(concepts, locales)
        column = sample.column_for(target) or ""
        bad = [(c, form) for c in concepts for word in c.forbidden(column) for form in inflected(word, c, column)]
        self._source = Matcher(sample, source)
        self._target = (Matcher(sample, target), Matcher(sample, target, bad))

    def sees(self, segment: Segment) -> bool:
        """Tell whether a changed row may concern the segment."""
        return bool(self._source.find(segment.source, nested=True)) or any(
            found.find(segment.target, nested=True) for found in self._target if segment.target
        )


def _stands(match: Match, text: str) -> bool:
    """Tell whether a match is meant: a label is the whole text, or leads it before a colon."""
    before, after = (markup.words(part).strip() for part in (text[: match.start], text[match.end :]))
    return match.concept.kind is not ConceptKind.LABEL or (not before and after[:1] in ("", ":"))


def _without(findings: Iterable[Located], others: Iterable[Located]) -> list[Located]:
    left = Counter(map(_key, others))
    kept = []
    for located in findings:
        key = _key(located)
        if left[key] > 0:
            left[key] -= 1
        else:
            kept.append(located)
    return kept


def _key(located: Located) -> tuple[str, ...]:
    finding = located.finding
    return located.path, finding.segment, finding.rule, finding.severity.value, finding.message
