"""The order of work in ``translate``: labels, memory, dates and names, what needs no words, repetitions; an engine for the rest.

``plan`` says what is drafted without an engine and what is left for one, ``requests`` cuts that into batches; ``steps.accept`` judges
what came back. Nothing here writes, sends or pays.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import tzinfo
from functools import cache, partial

from transloc import markup, memory
from transloc.checks.quotations import quoted
from transloc.engines import batches, terms
from transloc.engines.engine import Engine, Request
from transloc.glossary import Glossary, apply_label, leading_label
from transloc.glossary.pairs import Pairs
from transloc.model import Catalog, Kind, Segment, State, Suggestion
from transloc.steps import facts
from transloc.steps.facts import COPY, Reader
from transloc.steps.labels import line_of_labels

Recall = Callable[[str, str, str], Suggestion | None]
"""Asks the memory for a source between its previous and next source (empty at the edges)."""

#: Recurring labels, which the glossary translates and an engine never does.
_LABELS = frozenset({Kind.LABEL, Kind.TAG, Kind.CATEGORY, Kind.GENRE})
_LABEL_LENGTH = 120

#: Sentences on either side that an engine reads with a text.
_NEIGHBOURS = 2

_ADDRESS = re.compile(r"(?:\w+://|www\.|@)\S+\Z|\S+@\S+\.\w+\Z")
_FORMATTED_NUMBER = re.compile(r"\d[\s.,:/-]\d|\d\s*%")


@dataclass(frozen=True, slots=True)
class Draft:
    """A target to be written as a draft of ``segment``, as it was read. A ``hint`` stands beside it, and it is left to people."""

    segment: Segment
    target: str
    origin: str
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """A segment that people translate, and why; ``hint`` is what the engine said, where that may help them."""

    segment: str
    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A sentence for an engine. ``segments`` all say it, in reading order; ``lead`` is a label before ``text``, already done.

    ``position`` is that of the first segment in the catalog.
    """

    segments: tuple[Segment, ...]
    text: str
    position: int
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done for one catalog; ``work`` stands in reading order.

    ``foreign`` are the ids of the segments that hold words of a marked quotation which nobody has resolved.
    """

    catalog: Catalog
    foreign: frozenset[str] = frozenset()
    drafts: tuple[Draft, ...] = ()
    work: tuple[Work, ...] = ()
    left: tuple[Left, ...] = ()


def plan(
    catalog: Catalog,
    *,
    recall: Recall,
    glossary: Glossary | None = None,
    variant: str = "",
    zone: tzinfo | None = None,
) -> Plan:
    """Return what to do with every segment that has no target yet.

    Words of a marked quotation from another language, unresolved, are left to people, since what an engine makes of them is nobody's:
    what it or the memory says is a hint, asked for where there is none yet. Dates are written as in the locale ``variant`` (the
    catalog's own), by the clock of ``zone``.
    """
    reader = Reader(source=catalog.source_locale, target=variant or catalog.target_locale, glossary=glossary, zone=zone)
    drafts: list[Draft] = []
    left: list[Left] = []
    groups: dict[str, Work] = {}
    said = _said(catalog)
    foreign = _foreign(catalog)
    for position, segment in enumerate(catalog.segments):
        if not _open(segment):
            continue
        if segment.id in foreign:
            left.append(Left(segment.id, "a quotation from another language: enter its published wording"))
            if segment.suggestion:
                continue
        found = _known(catalog, position, recall, reader) or _again(segment, said)
        if found:
            drafts.append(Draft(segment, found.target, found.origin, segment.id in foreign))
        elif reason := _for_people(segment):
            left += [] if segment.id in foreign else [Left(segment.id, reason)]
        else:
            _gather(groups, segment, position, catalog, glossary)
    return Plan(catalog, foreign, tuple(drafts), tuple(groups.values()), tuple(left))


def _for_people(segment: Segment) -> str:
    """Return why no engine is asked about a segment that no rule could write; empty where one may be."""
    if segment.kind in _LABELS:
        return "a label, category or tag that the glossary has no row of kind label for"
    if segment.kind in facts.RULED:
        return "a date or a byline that no rule can write: its label or name has no row in the glossary"
    return "" if markup.valid(segment.source, segment.source) else "its own inline codes cross: no engine could keep them"


def _foreign(catalog: Catalog) -> frozenset[str]:
    """Return the ids of the segments that hold words of a marked quotation which nobody has resolved."""
    units: dict[str, list[Segment]] = {}
    for segment in catalog:
        units.setdefault(segment.unit, []).append(segment)
    reached = (quoted.reaching(unit) for unit in units.values() if any(segment.quotations for segment in unit))
    return frozenset(
        name for held in reached for name, marks in held.items() if any(quoted.unresolved(mark, catalog.source_locale) for mark in marks)
    )


def _open(segment: Segment) -> bool:
    return segment.state is State.INITIAL and bool(segment.source.strip()) and not segment.target and not segment.omitted


def _said(catalog: Catalog) -> dict[str, Segment]:
    """Return by key what this catalog already translates; what a person vouches for comes first."""
    said: dict[str, Segment] = {}
    for segment in sorted(catalog.segments, key=lambda s: not s.done):
        if segment.source and segment.target and segment.state is not State.INITIAL and not segment.omitted:
            said.setdefault(memory.key(segment.source), segment)
    return said


def _known(catalog: Catalog, position: int, recall: Recall, reader: Reader) -> Suggestion | None:
    segment = catalog.segments[position]
    if reader.glossary and len(segment.source) <= _LABEL_LENGTH:
        label = apply_label(segment.source, reader.glossary, catalog.source_locale, catalog.target_locale)
        if label is None and not _FORMATTED_NUMBER.search(markup.words(segment.source)):
            label = line_of_labels(segment.source, reader.glossary, catalog.source_locale, catalog.target_locale)
        if label and markup.valid(segment.source, label.target):
            return label
    recalled = recall(segment.source, _source(catalog, position - 1), _source(catalog, position + 1))
    if recalled and recalled.target.strip() and markup.valid(segment.source, recalled.target):
        return recalled
    if fact := facts.draft(segment, reader):
        return fact
    return Suggestion(segment.source, COPY) if _wordless(markup.words(segment.source).strip()) else None


def _again(segment: Segment, said: dict[str, Segment]) -> Suggestion | None:
    other = said.get(memory.key(segment.source)) if said else None
    target = memory.adapt(other.source, other.target, segment.source) if other else None
    return Suggestion(target, other.origin or memory.EXACT) if other and target else None


def _source(catalog: Catalog, position: int) -> str:
    return catalog.segments[position].source if 0 <= position < len(catalog.segments) else ""


def _wordless(words: str) -> bool:
    """Tell whether ``words`` read the same in every language: an address, signs, a plain number."""
    return bool(_ADDRESS.match(words)) or not (any(map(str.isalpha, words)) or _FORMATTED_NUMBER.search(words))


def _gather(groups: dict[str, Work], segment: Segment, position: int, catalog: Catalog, glossary: Glossary | None) -> None:
    same = memory.key(segment.source)
    if same in groups:
        first = groups[same]
        groups[same] = Work((*first.segments, segment), first.text, first.position, first.lead)
        return
    label = leading_label(segment.source, glossary, catalog.source_locale, catalog.target_locale) if glossary else None
    groups[same] = Work((segment,), label.rest if label else segment.source, position, label.target if label else "")


@dataclass(frozen=True, slots=True)
class Batch:
    """One request and the work that its texts stand for, in the same order."""

    request: Request
    work: tuple[Work, ...]


def requests(
    work: Iterable[Work], catalog: Catalog, engine: Engine, *, glossary: Glossary | None = None, at_most: int = 0
) -> tuple[tuple[Batch, ...], tuple[Left, ...]]:
    """Cut ``work`` of ``catalog`` into requests that ``engine`` takes, in order; what no request can hold is left to people.

    A quarter of a request's bytes is kept for the context. ``at_most`` further limits the texts of a request: smaller batches
    share less foreign context and lose less when a run is killed.
    """
    limits, todo = engine.abilities, tuple(work)
    room = limits.max_bytes // 4 if limits.context else 0
    most = min(at_most or limits.max_texts, limits.max_texts)
    cut = batches.split([engine.size(w.text) for w in todo], max_texts=most, max_bytes=limits.max_bytes - room)
    present = cache(partial(_terms, glossary, catalog))
    whole = tuple(dict(pair for s in catalog for pair in present(s.source)).items()) if limits.glossary else ()
    made = []
    for group in cut.batches:
        chosen = tuple(todo[at] for at in group)
        request = Request(
            texts=tuple(w.text for w in chosen),
            source=catalog.source_locale,
            target=catalog.target_locale,
            context=_context(catalog, chosen, engine, room) if limits.context else "",
            terms=tuple(present(w.text) for w in chosen),
            glossary=whole,
        )
        made.append(Batch(request, chosen))
    left = (Left(s.id, f"too long for {engine.name}: split it") for at in cut.too_long for s in todo[at].segments)
    return tuple(made), tuple(left)


def _terms(glossary: Glossary | None, catalog: Catalog, text: str) -> Pairs:
    return terms.present(text, glossary, catalog.source_locale, catalog.target_locale) if glossary else ()


def _context(catalog: Catalog, chosen: tuple[Work, ...], engine: Engine, room: int) -> str:
    """Return the headline and the sentences around the texts, as plain words, within ``room`` bytes."""
    near = {0} | {at for w in chosen for at in range(w.position - _NEIGHBOURS, w.position + _NEIGHBOURS + 1)}
    lines: list[str] = []
    for at in sorted(near):
        words = " ".join(markup.words(_source(catalog, at)).split())
        room -= engine.size(words + "\n")
        if room < 0:
            break
        lines += [words] if words else []
    return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What ``--dry-run`` tells. ``known`` are drafts without an engine, ``texts`` go to it for ``segments``, at ``cost``."""

    known: int
    segments: int
    texts: int
    characters: int
    cost: float
    left: int


def estimate(planned: Plan, engine: Engine | None, cost_per_million: float = 0.0) -> Estimate:
    """Count what ``planned`` will take; ``cost`` is in the currency of ``cost_per_million`` characters."""
    characters = sum(engine.price(w.text) for w in planned.work) if engine else 0
    return Estimate(
        known=len(planned.drafts),
        segments=sum(len(w.segments) for w in planned.work),
        texts=len(planned.work),
        characters=characters,
        cost=characters * cost_per_million / 1_000_000,
        left=len(planned.left),
    )
