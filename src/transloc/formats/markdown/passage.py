"""One passage of a document (its front matter, or a chapter) with other words: spliced, read back, repaired or refused."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from transloc import markup
from transloc.formats import captions, place
from transloc.formats.front_matter import toml_fields, yaml_fields
from transloc.formats.markdown import readback, wrap
from transloc.formats.markdown.asked import FIELDS, Asked, by_number
from transloc.formats.markdown.reading import Reading
from transloc.formats.markdown.slots import Slots
from transloc.formats.markdown.surroundings import bare_end, line_prefix
from transloc.formats.markdown.wrap import Wrap
from transloc.formats.markdown.write import ATTEMPTS, FIRST_WRAPPED, signs, write
from transloc.formats.place import Place
from transloc.formats.splice import Edit, Gone, Held, Inner, Inside, Says, Spliced, filled, splice
from transloc.formats.units import NOTHING_AFTER, RESTRUCTURED
from transloc.model import Code, Unit
from transloc.wording import say

#: What a field is that is left out and shares its lines with others.
_EMPTY = {"yaml": "''", "toml": '""'}
#: How often a passage is read back: as often as it takes, but of a long one that cannot be cut in parts no more than so many characters.
_ROUNDS, _LEAST_ROUNDS, _MOST_READ = 4 * len(ATTEMPTS) + 40, 16, 1_000_000


class Sight(NamedTuple):
    """How the text of a passage is looked at in its place.

    ``prove`` tells of a new one that it surely says what is asked for and changes nothing else; ``read`` reads one, whose skeleton
    has ``names``.
    """

    prove: Callable[[Spliced], bool]
    read: Callable[[str], Reading]
    names: Callable[[str], Iterable[str]]


class Passage:
    """``base`` is where ``text`` begins in the document; ``hosts`` are the units after which texts are added here."""

    def __init__(self, asked: Asked, text: str, base: int, units: Sequence[Unit], hosts: Sequence[Unit]) -> None:
        self.asked = asked
        self.text = text
        self.base = base
        self.units = units
        self.hosts = hosts
        own = {unit.id for unit in units}
        self.known = [*units, *(host for host in hosts if host.id not in own)]
        self.number = {unit.id: at for at, unit in enumerate(self.known)}
        self.tokens = {unit.id: asked.tokens(unit, target) for unit in units if (target := asked.target(unit)) is not None}
        self.extra = {host.id: [asked.tokens(host, text, bare=True) for text in asked.added[host.id]] for host in hosts}
        self.children: dict[str, list[Unit]] = {}
        for unit in units:
            if unit.parent:
                self.children.setdefault(unit.parent, []).append(unit)
        self._take_along()
        self.wraps = {unit.id: found for unit in units if unit.id in self.tokens and (found := self._wrap(unit))}
        self.attempts = [FIRST_WRAPPED if unit.id in self.wraps else 0 for unit in self.known]
        self.removes = bool(asked.omitted) and any(unit.id in asked.omitted for unit in units)
        self.told = True

    def _take_along(self) -> None:
        """Write with their parents the units in markup that hold changed ones: the parent is written as a whole."""
        by_id = {unit.id: unit for unit in self.units if unit.parent or unit.id in self.children}
        for unit in reversed(self.units):
            held = by_id.get(unit.parent)
            changed = unit.id in self.tokens or unit.id in self.asked.omitted
            if held and held.parent and changed and held.id not in self.tokens and held.id not in self.asked.omitted:
                self.tokens[held.id] = self.asked.tokens(held, held.source)

    @cached_property
    def _has_credits(self) -> bool:
        return any(captions.plain(code) for unit in self.units for code in unit.codes)

    def slots(self) -> Iterator[Slots]:
        """Yield the words of the changed units, with their places in the passage."""
        for unit in self.units:
            if unit.id in self.tokens:
                span = unit.span[0] - self.base, unit.span[1] - self.base
                yield Slots(span, place.context(unit.syntax), markup.parse(unit.source), self.tokens[unit.id], by_number(unit))

    def are_certain(self, done: Spliced) -> bool:
        """Tell whether every changed field of front matter surely reads as meant."""
        return all(self._is_certain(self.units[held.owner], done.text[held.start : held.end], held.says) for held in done.holds)

    def _is_certain(self, unit: Unit, written: str, says: Says) -> bool:
        if place.context(unit.syntax) != "yaml":
            return False
        before = self.text[unit.block[0] - self.base : unit.span[0] - self.base] if unit.block else ""
        return yaml_fields.is_certain(before, self._raw(unit), written, "".join(says)[1:])

    def run(self, sight: Sight, otherwise: Callable[[], str | None] = lambda: None) -> str:
        """Return the new text; raises Refused, naming the unit, where none of the ways to write it reads back as meant.

        ``otherwise`` is asked where what was written first does not read as meant: its text, if it has one, is taken.
        """
        even = not (self.removes or self.extra)
        most = 1
        as_stored: bool | None = None
        owners: set[int] = set()
        for count in range(max(_LEAST_ROUNDS, min(_ROUNDS, _MOST_READ // max(len(self.text), 1)))):
            done = self._splice(told=not even)
            if even:
                if sight.prove(done):
                    return done.text
                done = self._splice()
            meant = readback.wanted([*done.holds, *self._kept(done)])
            reading = sight.read(done.text)
            found = readback.read(reading.collector)
            if self._has_credits:  # a caption that was left with nothing but its credit is a unit or none
                meant = [one for one in meant if not readback.is_credit(one.says)]
                found = [one for one in found if not readback.is_credit(one[1])]
            guilty = readback.faults(found, meant, most)
            if guilty and as_stored is None:
                stored = ((unit.source, unit.codes, (unit.span[0] - self.base, unit.span[1] - self.base)) for unit in self.units)
                as_stored = readback.same_texts(sight.read(self.text).collector.texts(), stored)
            if as_stored is False:  # an older filter found these units: today's reading tells of the changed ones alone
                guilty = readback.lost(found, meant)
            elif not guilty and even and list(sight.names(self.text)) != [name for name, _ in reading.skeleton]:
                guilty = _uneven(sight.read(self.text), reading)
            if not guilty:
                return done.text
            if count == 0 and (text := otherwise()) is not None:
                return text
            owners = readback.blamed(guilty, meant, self._tired)
            self._bump(owners)
            most *= 2
        raise self.asked.refusal(
            self.known[min(owners)], say("the passage around it cannot be written without changing the document's structure")
        )

    # --- splicing

    def _splice(self, *, told: bool = True) -> Spliced:
        """Return the passage with all edits; unless ``told``, no texts in it but those of fields say anything."""
        self.told = told
        return splice(self.text, self._edits(), self._tidy)

    def _edits(self) -> Iterator[Edit]:
        for at, unit in enumerate(self.units):
            if unit.parent in self.tokens or unit.parent in self.asked.omitted:
                continue  # written with its parent, gone with it
            if unit.id in self.asked.omitted:
                spot = place.read(unit.syntax)
                empty = _EMPTY.get(spot.context, "") if unit.block is None and not spot.spot else ""
                start, end = unit.block or unit.span
                yield Edit((start - self.base, end - self.base), empty, block=unit.block is not None)
            elif unit.id in self.tokens:
                text, holds = self._written(at)
                yield Edit((unit.span[0] - self.base, unit.span[1] - self.base), text, holds=holds)
        for host in self.hosts:
            yield from self._added(host)
        yield from self._emptied()

    def _added(self, host: Unit) -> Iterator[Edit]:
        after, at = place.of(host).after, self.number[host.id]
        for tokens in self.extra[host.id]:
            if after is None:
                raise self.asked.refusal(host, NOTHING_AFTER)
            context = "html" if after.tail.startswith("</") else "line"
            words = write(tokens, {}, Place(context=context), max(self.attempts[at], 0), self.asked.lacks).text
            held = Held(0, len(words), signs(tokens, {}), at).moved(len(after.lead))
            yield Edit((after.offset - self.base, after.offset - self.base), after.lead + words + after.tail, holds=(held,))

    def _emptied(self) -> Iterator[Edit]:
        """Yield the removal of blocks all of whose units are left out."""
        if not self.removes:
            return
        gone = Gone([unit.span[0] for unit in self.units], (unit.id in self.asked.omitted for unit in self.units))
        spans = {span for unit in self.units if unit.id in self.asked.omitted for span in place.of(unit).within}
        for start, end in sorted(spans):
            if gone.all_in((start, end)):
                yield Edit((start - self.base, end - self.base), "", block=True)

    def _tidy(self, edit: Edit, floor: int) -> int:
        """Return where an edit begins: with the blank lines before it when blocks go and nothing follows them on their line."""
        start, end = edit.span
        last = self.text[end : end + 1] in ("", "\r", "\n")
        return bare_end(self.text, floor, start) if edit.block and last and not self._is_head() else start

    def _is_head(self) -> bool:
        return bool(self.units) and place.context(self.units[0].syntax) in FIELDS

    def _written(self, at: int) -> tuple[str, tuple[Held, ...]]:
        """Return the text of a changed unit, and the texts in it: its own and those of its children."""
        unit = self.units[at]
        spot, tokens = place.read(unit.syntax), self.tokens[unit.id]
        if spot.context in FIELDS:
            known = by_number(unit)
            words = "".join(token.value if isinstance(token, markup.Text) else known[token.number].open for token in tokens)
            written = self._field(at, words)
            return written, (Held(0, len(written), ("=" + words,) if words else (), at),)
        codes, inside = self._with_children(unit)
        done = write(tokens, codes, spot, self.attempts[at], self.asked.lacks, self.wraps.get(unit.id))
        if not self.told:
            return done.text, ()
        held = [Held(0, len(done.text), signs(tokens, codes, spot.wrap), at)]
        held += [one.held.moved(done.sides[one.number, one.side]) for one in inside if (one.number, one.side) in done.sides]
        return done.text, tuple(held)

    def _field(self, at: int, words: str) -> str:
        unit = self.units[at]
        spot, attempt = place.read(unit.syntax), min(self.attempts[at], 2)
        if spot.context == "toml":
            return toml_fields.write(words, spot.quote, attempt, self.asked.lacks)
        return yaml_fields.write(words, self._raw(unit), spot.quote, attempt, self.asked.lacks)

    def _raw(self, unit: Unit) -> str:
        return self.text[unit.span[0] - self.base : unit.span[1] - self.base]

    def _with_children(self, unit: Unit) -> tuple[Mapping[int, Code], list[Inside]]:
        """Return the unit's codes with the new texts of what lies inside their markup, and where those came to stand."""
        children = [child for child in self.children.get(unit.id, ()) if place.read(child.syntax).spot]
        return filled(unit.codes, [self._inner(child) for child in children]) if children else (by_number(unit), [])

    def _inner(self, child: Unit) -> Inner:
        spot = place.read(child.syntax).spot
        assert spot
        offset, width = spot.offset, child.span[1] - child.span[0]
        if child.id in self.asked.omitted:
            start, end = child.block or child.span
            return Inner(spot.number, spot.side, offset + start - child.span[0], end - start, "")
        if child.id in self.tokens:
            text, holds = self._written(self.number[child.id])
            return Inner(spot.number, spot.side, offset, width, text, holds)
        held = Held(0, width, readback.said(markup.parse(child.source), child.codes, place.read(child.syntax)))
        return Inner(spot.number, spot.side, offset, width, self._raw(child), (held,))

    def _wrap(self, unit: Unit) -> Wrap | None:
        if place.context(unit.syntax) != "line" or unit.parent:
            return None
        raw = self._raw(unit)
        return wrap.of(raw, line_prefix(self.text, unit.span[0] - self.base)) if "\n" in raw or "\r" in raw else None

    # --- reading back

    def _kept(self, done: Spliced) -> Iterator[Held]:
        """Yield the texts that nobody changed, where they came to stand."""
        for unit in self.units:
            gone = unit.id in self.asked.omitted or unit.parent in self.asked.omitted
            if not (gone or unit.id in self.tokens or unit.parent in self.tokens):
                codes, _ = self._with_children(unit)
                says = readback.said(markup.parse(unit.source), codes.values(), place.read(unit.syntax))
                yield Held(done.start(unit.span[0] - self.base), done.end(unit.span[1] - self.base), says)

    def _bump(self, owners: set[int]) -> None:
        if not owners:
            raise self.asked.refusal(self._first(), say("what is asked for cannot be done without changing the document's structure"))
        for at in owners:
            if self._tired(at):
                raise self.asked.refusal(self.known[at], RESTRUCTURED)
            self.attempts[at] += 1

    def _tired(self, at: int) -> bool:
        return self.attempts[at] + 1 >= len(ATTEMPTS)

    def _first(self) -> Unit:
        return next(unit for unit in self.known if self.asked.touches(unit))


def _uneven(old: Reading, new: Reading) -> list[int]:
    """Return the positions of the texts around which blocks are others than they were."""
    starts = [[text.span[0] for text, _ in reading.collector.texts()] for reading in (old, new)]
    groups = [readback.grouped(reading.skeleton, at) for reading, at in zip((old, new), starts, strict=True)]
    last = max(len(starts[1]) - 1, 0)
    return sorted({min(at, last) for at in readback.uneven(*groups)}) or [0]
