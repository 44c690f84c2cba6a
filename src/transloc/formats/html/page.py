"""Which units of a saved page are its article: two votes on the body, its furniture by name, and what stands around the body.

The first vote is turbohtml's main element, the second trafilatura's text, unit by unit, because furniture interleaves. On 46 saved
pages the two together find 0.96 of the words that trafilatura finds, the first alone 0.84 (docs/decisions/pages.md).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from turbohtml import Document as Tree
from turbohtml import SourceLocation, parse

from transloc import markup
from transloc.formats import kinds
from transloc.formats.html import furniture, metadata
from transloc.formats.html.body import MAX_CHARACTERS, Held, Vote
from transloc.formats.html.reading import Reading
from transloc.model import Embed, Kind, Span, Stated, Unit

#: What belongs to an article though it stands outside of its body.
_AROUND = frozenset({Kind.HEADLINE, Kind.LEDE, Kind.BYLINE, Kind.DATE, Kind.CATEGORY, Kind.GENRE, Kind.CAPTION, Kind.ATTRIBUTE})
_AFTER = frozenset({Kind.SOURCES, Kind.CATEGORY, Kind.TAG, Kind.BYLINE, Kind.DATE, Kind.NOTE})
#: Bytes of UTF-8 from which a text that the vote holds marks the body's bounds; a shorter one may stand in a menu as well. Bytes,
#: because a Chinese sentence has a third of the letters.
_LONG = 100
#: Letters of a title from which its coming again in the page is no chance.
_SHORTEST_TITLE = 15
#: The tag of a heading with what inline tags stand between it and its words.
_HEADING = re.compile(r"<h([1-6])\b[^<>]*>\s*(?:<(?!/|h[1-6]\b)[^<>]*>\s*)*\Z", re.IGNORECASE)
_NEAR = 2000
_OUTSIDE = "outside of the article"


@dataclass(frozen=True, slots=True)
class _Verdict:
    aside: str
    confidence: float


class Page:
    """A page and its reading; everything is worked out once, when it is asked for."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self._begin = text[:MAX_CHARACTERS]  # beyond that stands no article, and trees are large
        self.reading = reading
        self._starts = [region.span[0] for region in reading.regions]
        self._judged: tuple[Unit, ...] = ()
        self.main: Span = (0, 0)  # where the element lies that holds the article
        self._marked = False  # whether the vote tells where the body begins and ends

    @cached_property
    def tree(self) -> Tree:
        """The page as a browser's parser reads it, in small letters where that keeps every offset."""
        lower = self._begin.lower()
        return parse(lower if len(lower) == len(self._begin) else self._begin, source_locations=True)

    def _main(self, marks: Sequence[int]) -> Span:
        """Return where the element lies that holds the article: the first vote, unless most of the ``marks`` lie elsewhere.

        Then it is the innermost element that holds them all; an empty span where there is neither.
        """
        element = self.tree.main_content()
        place = element.source_location if element is not None else None
        first = _span(place, len(self.text)) if place is not None else (0, 0)
        if not marks or 2 * sum(first[0] <= mark < first[1] for mark in marks) > len(marks):
            return first
        spans = (_span(e.source_location, len(self.text)) for e in self.tree.iter_elements() if e.source_location is not None)
        return min((s for s in spans if s[0] <= marks[0] and marks[-1] < s[1]), key=lambda s: s[1] - s[0], default=first)

    def judged(self, units: Sequence[Unit]) -> tuple[Unit, ...]:
        """Return ``units`` with what is no article set aside, and how sure that is."""
        vote = Vote(self.text)
        words = [" ".join(markup.words(unit.source).split()) for unit in units]
        rows = zip(units, words, strict=True)
        held = [Held.NOT if unit.span[0] in self.reading.about else vote.holds(said) for unit, said in rows]
        bounds = self._bounds(units, held)
        headline = self._headline(units, words, bounds)
        verdicts: dict[str, _Verdict] = {}
        judged = []
        for at, unit in enumerate(units):
            verdict = verdicts.get(unit.parent) or self._verdict(unit, held[at], bounds, headline, vote)
            verdicts[unit.id] = verdict
            kind = Kind.HEADLINE if at == headline else unit.kind
            judged.append(replace(unit, kind=kind, aside=verdict.aside, confidence=verdict.confidence))
        self._judged = kinds.settled(judged)
        return self._judged

    def _bounds(self, units: Sequence[Unit], held: Sequence[Held]) -> Span:
        """Return from where to where the body reaches: the long texts that the vote holds, else the main element, else everything."""
        rows = zip(units, held, strict=True)
        marks = [u.span[0] for u, how in rows if how is Held.FIRST and _long(u) and not self._region(u)]
        self.main = self._main(marks)
        marks = [mark for mark in marks if self.main[0] <= mark < self.main[1]] or marks
        self._marked = bool(marks)
        if marks:
            return marks[0], marks[-1]
        return self.main if self.main[1] else (0, len(self.text))

    def _headline(self, units: Sequence[Unit], words: Sequence[str], bounds: Span) -> int:
        """Return the position of the headline, -1 for none.

        It is a heading that the title says, else a text that it says, else the last heading of level 1 before the body, else the first.
        """
        titles = [said.casefold() for unit, said in zip(units, words, strict=True) if unit.span[0] in self.reading.about]
        blocks = [at for at, unit in enumerate(units) if unit.kind is not Kind.ATTRIBUTE and unit.span[0] not in self.reading.about]
        blocks = [at for at in blocks if units[at].span[0] <= bounds[1] and not self._region(units[at])]
        said = [at for at in blocks if len(words[at]) > _SHORTEST_TITLE and any(words[at].casefold() in title for title in titles)]
        level = {at: self._level(units[at]) for at in blocks if units[at].kind in (Kind.HEADLINE, Kind.SUBHEAD)}
        first = [at for at in level if level[at] == 1]
        before = [at for at in first if units[at].span[0] <= bounds[0]]
        return next(iter([*(at for at in said if level.get(at, 9) < 9), *said, *before[::-1], *first]), -1)

    def _level(self, unit: Unit) -> int:
        """Return the level of the heading that holds a unit, 9 where its own tag is none."""
        before = self.text[max(0, unit.span[0] - _NEAR) : unit.span[0]]
        tag = _HEADING.search(before)
        return int(tag[1]) if tag else 9

    def _region(self, unit: Unit) -> str:
        at = bisect_right(self._starts, unit.span[0]) - 1
        return self.reading.regions[at].why if at >= 0 and unit.span[0] < self.reading.regions[at].span[1] else ""

    def _verdict(self, unit: Unit, held: Held, bounds: Span, headline: int, vote: Vote) -> _Verdict:
        at, why = unit.span[0], self._region(unit)
        main = self.main[0] <= at < self.main[1]
        if headline >= 0 and unit.span == self._spans(headline):
            return _Verdict("", 0.95)
        if at in self.reading.about:
            return _Verdict("", 0.9)
        inside = bounds[0] <= at <= bounds[1]
        if held is not Held.NOT and self._believed(unit, held, why, main, bounds):
            return _Verdict("", 0.97 if main and not why else 0.8)
        if why or (why := furniture.counted(unit.source)):
            return _Verdict(why, 0.8 if main else 0.95)
        if inside and (main or vote.empty):
            return _Verdict("", 0.6 if not vote.empty else 0.5)
        if headline >= 0 and unit.kind in _AROUND and self._spans(headline)[0] <= at <= bounds[1]:
            return _Verdict("", 0.7)
        if unit.kind in _AFTER and main and at > bounds[1]:
            return _Verdict("", 0.7)
        return _Verdict(_OUTSIDE, 0.6 if main or inside else 0.9)

    def _believed(self, unit: Unit, held: Held, why: str, main: bool, bounds: Span) -> bool:
        """Tell whether the vote for a unit counts: its words may stand in a menu as well as in the article."""
        inside = bounds[0] <= unit.span[0] <= bounds[1]
        if why:
            return inside if self._marked else _long(unit)
        return main or inside or (_long(unit) and held is Held.FIRST)

    def _spans(self, position: int) -> Span:
        return self.reading.units[position].span

    def metadata(self) -> dict[str, Stated]:
        """Return what the page states of its article."""
        units = self._judged or self.reading.units
        return metadata.read(parse(self._begin, positions=False), (unit for unit in units if not unit.aside))

    def embeds(self) -> tuple[Embed, ...]:
        """Return what stands in the article whose words no unit holds."""
        return tuple(self._embedded())

    def _embedded(self) -> Iterator[Embed]:
        article = [
            unit.span[0] for unit in self._judged if not unit.aside and unit.kind is not Kind.SOCIAL and unit.span[0] >= self.main[0]
        ]
        if not article:
            return
        for at, embed in self.reading.embeds:
            where = bisect_right(self._starts, at) - 1
            aside = where >= 0 and at < self.reading.regions[where].span[1]
            if min(article) - 2000 <= at <= max(article) and not aside:
                yield embed


def _long(unit: Unit) -> bool:
    return len(unit.source.encode()) >= _LONG


def _span(place: SourceLocation, end: int) -> Span:
    return place.start_tag.start_offset, place.end_tag.end_offset if place.end_tag else end
