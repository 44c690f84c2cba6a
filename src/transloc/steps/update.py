"""Carry an article's translations over to a changed source: what stayed keeps its id and its work, whatever moved around it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher

from transloc import markup, states
from transloc.checks.quotations import quoted
from transloc.model import Catalog, Document, Segment, Unit
from transloc.states import Action, Change

#: Share of common characters (difflib's ratio, of words in long texts) from which a replaced text counts as a new version of the old one.
SIMILAR = 0.6

#: Characters from which texts are compared word by word: by characters it takes the square of their length.
LONG = 1000

#: Share of common three-letter pieces under which two texts are not compared at all; a text and its new version have far more.
KIN = 0.2

#: How far apart two versions of a text may stand in a rewritten stretch; bounds the work on a wholly rewritten article.
REACH = 25


@dataclass(frozen=True, slots=True)
class Updated:
    """A catalog on its new source; ``kept``, ``changed``, ``new`` and ``gone`` count segments."""

    catalog: Catalog
    kept: int
    changed: int
    new: int
    gone: tuple[Segment, ...]


def keep_ids(old: Document, new: Document) -> Document:
    """Return ``new`` with the ids of ``old`` for every unit that stayed, moved or changed a little."""
    partners = align([unit.source for unit in old.units], [unit.source for unit in new.units])
    taken = {old.units[i].id for i in partners.values()}
    renamed: dict[str, str] = {}
    for position, unit in enumerate(new.units):
        partner = partners.get(position)
        renamed[unit.id] = old.units[partner].id if partner is not None else _free(unit.id, taken)
        taken.add(renamed[unit.id])
    units = tuple(replace(unit, id=renamed[unit.id], parent=renamed.get(unit.parent, "")) for unit in new.units)
    return replace(new, units=units)


def update(catalog: Catalog, units: Sequence[Unit], fresh: Iterable[Segment], *, digest: str, at: datetime) -> Updated:
    """Return ``catalog`` on the segments ``fresh`` of the new document, whose ``units`` already carry their kept ids.

    A unit whose source is the same keeps its segments as they stand, splits and merges included; in a changed unit sentences
    that stayed are kept, similar ones return to ``initial`` with the old source and target beside them.
    """
    before = _by_unit(catalog.segments)
    cut = _by_unit(fresh)
    carried: list[Segment] = []
    for unit in units:
        old = before.pop(unit.id, [])
        sentences = [segment for segment in old if not segment.added]
        same = [s.source for s in sentences] == [s.source for s in cut.get(unit.id, [])] or _joined(sentences) == _bare(unit.source)
        carried += (
            _of_kind(sentences, unit) if sentences and same else _marked(_carry(sentences, cut.get(unit.id, []), at), sentences, unit)
        )
        carried += [segment for segment in catalog.segments if segment.added and segment.after == unit.id]
    return _count(catalog, replace(catalog, segments=tuple(carried), digest=digest))


def _count(old: Catalog, new: Catalog) -> Updated:
    was = {segment.id: segment for segment in old.segments}
    present = {segment.id for segment in new.segments}
    kept = sum(1 for s in new.segments if s.id in was and was[s.id].source == s.source)
    fresh = sum(1 for s in new.segments if s.id not in was)
    gone = tuple(segment for segment in old.segments if segment.id not in present)
    return Updated(new, kept, len(new.segments) - kept - fresh, fresh, gone)


def _by_unit(segments: Iterable[Segment]) -> dict[str, list[Segment]]:
    units: dict[str, list[Segment]] = {}
    for segment in segments:
        units.setdefault(segment.unit, []).append(segment)
    return units


def _bare(text: str) -> str:
    return "".join(text.split())


def _joined(segments: Iterable[Segment]) -> str:
    return "".join(_bare(segment.source) for segment in segments)


def _of_kind(segments: Iterable[Segment], unit: Unit) -> list[Segment]:
    return [segment if segment.kind is unit.kind else replace(segment, kind=unit.kind) for segment in segments]


def _marked(carried: list[Segment], old: Iterable[Segment], unit: Unit) -> list[Segment]:
    """Return the segments of a changed unit with the marks of quotations whose words still stand in it, where they stand now."""
    marks = [mark for segment in old for mark in segment.quotations]
    if not marks:
        return carried
    plain = markup.strip(unit.source)
    found = ((mark, re.search(rf"(?<!\w){re.escape(mark.text)}(?!\w)", plain.words)) for mark in marks)
    return quoted.settled(carried, [replace(mark, span=plain.span(*words.span())) for mark, words in found if words])


def _carry(old: Sequence[Segment], new: Sequence[Segment], at: datetime) -> list[Segment]:
    partners = align([segment.source for segment in old], [segment.source for segment in new])
    taken = {segment.id for segment in old}
    carried = []
    for position, segment in enumerate(new):
        partner = partners.get(position)
        if partner is None:
            identity = _free_segment(segment.id, taken)
            taken.add(identity)
            carried.append(replace(segment, id=identity))
        elif old[partner].source == segment.source:
            carried.append(replace(old[partner], kind=segment.kind))
        else:
            change = Change(action=Action.SOURCE_CHANGED, at=at, source=segment.source)
            carried.append(replace(states.apply(old[partner], change), kind=segment.kind))
    return carried


def align(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the position in ``old`` of the partner of each position in ``new`` that has one.

    A partner is the same text in order, else the same text elsewhere (it moved), else the most similar text between the same
    neighbours.
    """
    pairs: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(c, d), range(a, b), strict=True))
        elif tag == "replace":
            gaps.append((range(a, b), range(c, d)))
    _moved(old, new, pairs)
    for olds, news in gaps:
        _similar(old, new, olds, news, pairs)
    return pairs


def _moved(old: Sequence[str], new: Sequence[str], pairs: dict[int, int]) -> None:
    used = set(pairs.values())
    spare: dict[str, list[int]] = {}
    for position, text in enumerate(old):
        if position not in used:
            spare.setdefault(text, []).append(position)
    for position, text in enumerate(new):
        if position not in pairs and spare.get(text):
            pairs[position] = spare[text].pop(0)


def _similar(old: Sequence[str], new: Sequence[str], olds: range, news: range, pairs: dict[int, int]) -> None:
    used = set(pairs.values())
    before = {i: _pieces(old[i]) for i in olds if i not in used}
    after = {j: _pieces(new[j]) for j in news if j not in pairs}
    scores = [
        (_likeness(old[i], new[j]), i, j)
        for i in before
        for j in after
        if abs((i - olds.start) - (j - news.start)) <= REACH and _kin(before[i], after[j])
    ]
    for score, i, j in sorted(scores, key=lambda row: (-row[0], row[1], row[2])):
        if score >= SIMILAR and i not in used and j not in pairs:
            pairs[j] = i
            used.add(i)


def _pieces(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 3] for at in range(max(1, len(text) - 2)))


def _kin(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= KIN * (len(one) + len(other))


def _likeness(old: str, new: str) -> float:
    by_words = max(len(old), len(new)) > LONG
    matcher = SequenceMatcher(None, old.split() if by_words else old, new.split() if by_words else new, autojunk=False)
    return matcher.ratio() if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= SIMILAR else 0.0


def _free(wanted: str, taken: set[str]) -> str:
    base = wanted.partition("-")[0]
    candidate, number = wanted, 2
    while candidate in taken:
        candidate, number = f"{base}-{number}", number + 1
    return candidate


def _free_segment(wanted: str, taken: set[str]) -> str:
    unit = wanted.rpartition(".")[0]
    candidate, number = wanted, 1
    while candidate in taken:
        candidate, number = f"{unit}.s{number}", number + 1
    return candidate
