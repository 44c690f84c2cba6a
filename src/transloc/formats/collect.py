"""Gathers the units of a reading: texts with their places, and the texts inside of their markup."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transloc import markup
from transloc.formats import kinds, place
from transloc.formats.place import Insertion, Place
from transloc.formats.runs import Child, Spot, Text
from transloc.formats.units import Namer, is_text
from transloc.model import Kind, Span, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A unit before it has a name; ``parent`` is the position of the one that holds it, -1 for none."""

    text: Text
    kind: Kind
    place: Place
    block: Span | None
    parent: int


class Collector:
    """Takes units in any order; gives them named, in document order, what holds others before what it holds."""

    def __init__(self) -> None:
        self._found: list[_Found] = []

    def keep(self, text: Text, kind: Kind, spot: Place, block: Span | None = None, parent: int = -1) -> None:
        """Take a unit, and as units of their own the texts inside of its markup."""
        self._found.append(_Found(text=text, kind=kind, place=spot, block=block, parent=parent))
        own = len(self._found) - 1
        for child, inside in text.children:
            self._child(child, inside, own, spot.after)

    def free(self, children: Iterable[Child], after: Insertion | None = None) -> None:
        """Take the texts inside of markup that no unit holds."""
        for child in children:
            self._child(child, None, -1, after)

    def _child(self, child: Child, spot: Spot | None, parent: int, after: Insertion | None) -> None:
        text = child.text if isinstance(child.text, Text) else Text(source=markup.escape(child.text), span=child.span)
        if is_text(text.words):
            own = Place(context=child.place, wrap=text.wrap, entities=text.entities, quote=child.quote, spot=spot, after=after)
            self.keep(text, child.kind, own, child.block, parent)

    def units(self) -> Iterator[Unit]:
        """Yield the units."""
        namer = Namer()
        order = sorted(range(len(self._found)), key=lambda at: (self._found[at].text.span[0], -self._found[at].text.span[1], at))
        ids = {at: namer.name(self._found[at].text.source) for at in order}
        for at in order:
            one = self._found[at]
            yield Unit(
                id=ids[at],
                kind=one.kind,
                source=one.text.source,
                span=one.text.span,
                codes=one.text.codes,
                syntax=place.written(one.place),
                parent=ids.get(one.parent, ""),
                block=one.block,
                note=kinds.note(one.kind),
            )
