"""Gathers the units of a reading: texts with their places, and the texts inside of their markup."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from transloc import markup
from transloc.formats import kinds, place
from transloc.formats.place import Insertion, Place
from transloc.formats.runs import Child, Spot, Text
from transloc.formats.units import Namer, is_text
from transloc.model import Kind, Span, Unit


class Found(NamedTuple):
    """A unit before it has a name; ``parent`` is the position of the one that holds it, -1 for none."""

    text: Text
    kind: Kind
    place: Place
    block: Span | None
    parent: int


class Collector:
    """Takes units in any order; gives them named, in document order, what holds others before what it holds.

    ``base`` is where the text that is read begins in its document; ``namer`` goes on from what was read before it.
    ``found`` waits to be named. With ``compact``, units tell offsets as distances (``place.of`` reads them).
    """

    def __init__(self, namer: Namer | None = None, base: int = 0, *, compact: bool = False) -> None:
        self.found: list[Found] = []
        self._namer = namer or Namer()
        self._base = base
        self._compact = compact

    def keep(self, text: Text, kind: Kind, spot: Place, block: Span | None = None, parent: int = -1) -> None:
        """Take a unit, and as units of their own the texts inside of its markup."""
        self.found.append(Found(text, kind, spot, block, parent))
        own = len(self.found) - 1
        for child, inside in text.children:
            self._child(child, inside, own, spot.after)
        self.free(text.outside, spot.after)

    def free(self, children: Iterable[Child], after: Insertion | None = None) -> None:
        """Take the texts inside of markup that no unit holds."""
        for child in children:
            self._child(child, None, -1, after)

    def _child(self, child: Child, spot: Spot | None, parent: int, after: Insertion | None) -> None:
        text = child.text if isinstance(child.text, Text) else Text(source=markup.escape(child.text), span=child.span)
        if is_text(text.words):
            own = Place(context=child.place, wrap=text.wrap, entities=text.entities, quote=child.quote, spot=spot, after=after)
            self.keep(text, child.kind, own, child.block, parent)

    def take(self, other: "Collector", by: int) -> None:
        """Take all that ``other`` found in a part of the text that begins ``by`` characters on."""
        known = len(self.found)
        for text, kind, spot, block, parent in other.found:
            after = spot.after and replace(spot.after, offset=spot.after.offset + by)
            moved = replace(text, span=_moved(text.span, by))
            own = known + parent if parent >= 0 else parent
            self.found.append(Found(moved, kind, replace(spot, after=after), block and _moved(block, by), own))

    def texts(self) -> list[tuple[Text, Place]]:
        """Return what was taken, in document order."""
        return [(self.found[at].text, self.found[at].place) for at in self._order()]

    def _order(self) -> list[int]:
        return sorted(range(len(self.found)), key=lambda at: (self.found[at].text.span[0], -self.found[at].text.span[1]))

    def units(self) -> Iterator[Unit]:
        """Yield the units taken since the last time, and forget them: what is taken later must begin after all of them."""
        order, found = self._order(), self.found
        self.found = []
        ids = {at: self._namer.name(found[at].text.source) for at in order}
        for at in order:
            text, kind, spot, block, parent = found[at]
            yield Unit(
                id=ids[at],
                kind=kind,
                source=text.source,
                span=_moved(text.span, self._base),
                codes=tuple([self._namer.same(code) for code in text.codes]) if text.codes else (),
                syntax=self._namer.same(place.written(spot, text.span if self._compact else None)),
                parent=ids[parent] if parent >= 0 else "",
                block=block and _moved(block, self._base),
                note=kinds.note(kind),
            )


def _moved(span: Span, by: int) -> Span:
    return (span[0] + by, span[1] + by) if by else span
