"""A DOCX with other words: paragraphs spliced into their parts, the parts read back, and refused where they read otherwise than meant."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import accumulate

from transloc import markup
from transloc.errors import InputError, Refused
from transloc.formats.docx import place, properties, reading, styles, write
from transloc.formats.docx.found import Context, Found
from transloc.formats.docx.items import Span
from transloc.formats.docx.package import Package
from transloc.formats.docx.parts import Part, Parts
from transloc.formats.docx.place import Place
from transloc.formats.docx.write import Fault
from transloc.formats.docx.xml import encode, illegal
from transloc.formats.units import NOTHING_AFTER, RESTRUCTURED, not_in_source, refusal
from transloc.markup import CodeToken, Token
from transloc.model import Code, Document, Unit
from transloc.wording import say

#: A stretch of the markup of a code that lies in the part: its offset in the markup, its start and end in the document's text.
Stretch = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Edit:
    """What replaces ``span`` of a part: the target of the unit ``owner``, or ``raw`` for which that unit answers."""

    span: Span
    owner: int
    raw: bytes | None = None


@dataclass(slots=True)
class _Work:
    """What happens to one part: its edits, and what must be read in it afterwards, by the unit that answers for it.

    ``meant`` is the hash of what a text says. ``lost`` are stretches that go with a unit or a code, ``paragraphs`` is how many more
    there are to be than before.
    """

    part: Part
    base: int
    edits: list[_Edit] = field(default_factory=list)
    meant: list[tuple[int, int]] = field(default_factory=list)
    lost: list[Span] = field(default_factory=list)
    paragraphs: int = 0


class Rebuild:
    """One rebuild of ``document``."""

    def __init__(
        self, document: Document, targets: Mapping[str, str], omitted: AbstractSet[str], added: Mapping[str, Sequence[str]]
    ) -> None:
        self.document = document
        self.units, self.copies = _with_copies(document.units)
        self.at = {unit.id: at for at, unit in reversed(list(enumerate(self.units)))}
        self.added = {key: list(texts) for key, texts in added.items() if texts and key in self.at}
        self.targets = {key: value for key, value in targets.items() if key in self.at and value != self.units[self.at[key]].source}
        self.omitted = {key for key in omitted if key in self.at}
        for key in self.omitted & self.added.keys():
            self.omitted.discard(key)  # an added text takes the place of the one that it follows
            self.targets[key] = self.added[key].pop(0)
        for unit in self.units:
            if unit.parent in self.omitted:
                self.omitted.add(unit.id)

    def run(self) -> bytes:
        """Return the bytes of the new file; raises Refused, naming the unit, for what cannot be written or reads otherwise."""
        if not (self.targets or self.omitted or any(self.added.values())):
            return self.document.data
        package = Package(self.document.data)
        parts = Parts(package)
        work = self._work(parts)
        data = parts.styles()
        found = styles.read(data) if data else styles.Styles()
        changed: dict[str, bytes] = {}
        for one in work:
            if one.edits:
                new = _Splice(self, one).run()
                self._verify(one, new, found)
                changed[one.part.name] = encode(new, one.part.encoding)
        return package.written(changed) if changed else self.document.data

    # --- what is asked for

    def _work(self, parts: Parts) -> list[_Work]:
        work: list[_Work] = []
        base = 0
        for part in parts.texts():
            work.append(_Work(part, base))
            base += len(part.data)
        by_name = {one.part.name: one for one in work}
        for at, unit in enumerate(self.units):
            if unit.id in self.targets or unit.id in self.omitted or unit.id in self.added:
                spot = self.place(at)
                if spot.part not in by_name:
                    raise self.refusal(at, say("its part is not in the document"))
                self._ask(at, unit, spot, by_name[spot.part])
        return work

    def place(self, at: int) -> Place:
        """Return how a unit is written."""
        return self.copies[at] if at in self.copies else place.read(self.units[at].syntax)

    def _ask(self, at: int, unit: Unit, spot: Place, work: _Work) -> None:
        if unit.parent in self.omitted:
            return  # gone with it
        if unit.id in self.omitted:
            raw = b"" if unit.block or spot.context != "runs" else (spot.lead + spot.tail).encode()
            work.edits.append(_Edit(_moved(unit.block or unit.span, -work.base), at, raw=raw))
            work.paragraphs -= unit.block is not None
            work.lost += [(start - work.base, end - work.base) for _, _, start, end in spot.held]
        elif unit.id in self.targets:
            tokens = self.tokens(at, spot, self.targets[unit.id])
            work.edits.append(_Edit(_moved(unit.span, -work.base), at))
            work.meant.append((at, hash(write.signs(tokens, _codes(unit), spot))))
            have = {token.number for token in tokens if isinstance(token, CodeToken)}
            work.lost += [(start - work.base, end - work.base) for number, _, start, end in spot.held if number not in have]
        for text in self.added.get(unit.id, ()) if spot.context != "property" or self.at[unit.id] == at else ():
            self._add(at, spot, text, work)

    def _add(self, at: int, spot: Place, text: str, work: _Work) -> None:
        after = spot.after
        if after is None:
            raise self.refusal(at, NOTHING_AFTER)
        tokens = self.tokens(at, spot, text, bare=True)
        words = write.words_of(tokens)
        if words:
            raw = after.lead + write.texts(words, spot.prefix) + after.tail
            offset = after.offset - work.base
            work.edits.append(_Edit((offset, offset), at, raw=raw.encode()))
            work.paragraphs += 1

    def tokens(self, at: int, spot: Place, target: str, *, bare: bool = False) -> tuple[Token, ...]:
        """Return a target as it is written; raises Refused for codes that its source has not, and for what XML cannot hold."""
        codes = {} if bare else _codes(self.units[at])
        tokens = markup.parse(target)
        if spot.context == "property" and not bare:
            tokens = (markup.Text(write.words_of(tokens)),)  # a title that repeats the headline has no codes
        seen: set[object] = set()
        for token in tokens:
            if isinstance(token, CodeToken) and (token.number not in codes or token.key in seen):
                twice = say("the code {code} stands twice", code=str(token))
                raise self.refusal(at, twice if token.key in seen else not_in_source(token))
            seen.add(token.key if isinstance(token, CodeToken) else None)
        if name := illegal(target):
            raise self.refusal(at, say("the text holds the character {name}, which XML cannot hold", name=name))
        return write.normal(tokens, lines=not bare and spot.context != "runs")

    def refusal(self, at: int, why: str) -> Refused:
        """Return the error that names a unit."""
        return refusal(self.units[at], why)

    # --- reading back

    def _verify(self, work: _Work, new: bytes, found: styles.Styles) -> None:
        """Raise Refused unless the new part holds every text that was meant, every other one that the old had, and no other paragraph."""
        old_part, new_part = work.part, Part(work.part.name, work.part.role, new, "utf-8", work.part.relations)
        if old_part.role == "properties":
            self._verify_properties(work, new_part)
            return
        before, said = _Said(work.edits), _Said()
        try:
            old = reading.read(old_part, Context(styles=found, every=True), before.take)
            new_ = reading.read(new_part, Context(styles=found, every=True), said.take)
        except InputError as error:
            why = say("it cannot be written without breaking the document ({why})", why=error.message)
            raise self.refusal(work.edits[0].owner, why) from None
        lost = _Spans(work.lost)
        for at, meant in work.meant:
            if meant == _NOTHING or lost.hold(_moved(self.units[at].span, -work.base)):
                continue
            if not said.counted[meant]:
                raise self.refusal(at, RESTRUCTURED)
            said.counted[meant] -= 1
        said.counted.subtract(before.counted)
        if any(count < 0 for count in said.counted.values()):
            raise self.refusal(work.edits[0].owner, say("a text beside it would change"))
        bones = Counter(old.skeleton)
        bones[old.dialect.prefix + "p"] += work.paragraphs
        if not work.lost and bones != Counter(new_.skeleton):
            raise self.refusal(work.edits[0].owner, say("the document's structure would change"))

    def _verify_properties(self, work: _Work, part: Part) -> None:
        values = set(properties.read(part).values.values())
        for edit in work.edits:
            if edit.raw is None:
                spot = self.place(edit.owner)
                words = write.words_of(self.tokens(edit.owner, spot, self.targets[self.units[edit.owner].id]))
                if spot.pad[0] + words + spot.pad[1] not in values:
                    raise self.refusal(edit.owner, say("its target cannot be written here"))


def _with_copies(units: Sequence[Unit]) -> tuple[list[Unit], dict[int, Place]]:
    """Return the units, each other place of a unit's text as one more with the same id, and where those stand."""
    held: list[Unit] = []
    places: dict[int, Place] = {}
    for unit in units:
        held.append(unit)
        for copy in place.read(unit.syntax).copies if '"copies"' in unit.syntax else ():
            places[len(held)] = copy.place
            held.append(replace(unit, span=copy.span, codes=copy.codes, block=copy.block, parent=copy.parent))
    return held, places


class _Splice:
    """Writes one part; a changed unit that holds others is written from the inside out."""

    def __init__(self, rebuild: Rebuild, work: _Work) -> None:
        self.rebuild = rebuild
        self.work = work
        self.data = work.part.data
        self.edits = sorted(work.edits, key=lambda edit: (edit.span[0], edit.span[0] != edit.span[1], -edit.span[1]))
        self.starts = [edit.span[0] for edit in self.edits]

    def run(self) -> bytes:
        """Return the new part."""
        return self._stretch(0, len(self.data))

    def _stretch(self, start: int, end: int) -> bytes:
        """Return what becomes of ``data[start:end]``."""
        out: list[bytes] = []
        at, index = start, bisect_left(self.starts, start)
        while index < len(self.edits) and self.edits[index].span[1] <= end and self.edits[index].span[0] <= end:
            edit = self.edits[index]
            if edit.span[0] >= at:
                out += [self.data[at : edit.span[0]], self._edit(edit)]
                at = edit.span[1]
            index += 1
        out.append(self.data[at:end])
        return b"".join(out)

    def _edit(self, edit: _Edit) -> bytes:
        if edit.raw is not None:
            return edit.raw
        unit, spot = self.rebuild.units[edit.owner], self.rebuild.place(edit.owner)
        tokens = self.rebuild.tokens(edit.owner, spot, self.rebuild.targets[unit.id])
        if spot.context != "runs":
            return write.value(write.words_of(tokens), spot)
        try:
            held: defaultdict[int, list[Stretch]] = defaultdict(list)
            for number, *stretch in spot.held:
                held[number].append((stretch[0], stretch[1], stretch[2]))
            return write.runs(tokens, _codes(unit), spot, lambda number, raw: self._code(held.get(number, ()), raw))
        except Fault as fault:
            raise self.rebuild.refusal(edit.owner, fault.why) from None

    def _code(self, held: Iterable[Stretch], raw: str) -> bytes:
        """Return the markup of a code with the units inside of it as they become."""
        written, done, at = raw.encode(), [], 0
        for offset, start, end in held:
            done += [written[at:offset], self._stretch(start - self.work.base, end - self.work.base)]
            at = offset + end - start
        return b"".join([*done, written[at:]])


#: What a text says that says nothing.
_NOTHING = hash(())


class _Spans:
    """Tells what lies in one of many spans, which may lie in one another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        held = sorted(spans)
        self.starts = [start for start, _ in held]
        self.ends = list(accumulate((end for _, end in held), max))

    def hold(self, span: Span) -> bool:
        at = bisect_right(self.starts, span[0])
        return at > 0 and span[1] <= self.ends[at - 1]


class _Said:
    """Counts what the texts of a part say, those left out that lie in what is edited."""

    def __init__(self, edits: Iterable[_Edit] = ()) -> None:
        self.edited = _Spans(edit.span for edit in edits)
        self.counted: Counter[int] = Counter()

    def take(self, one: Found) -> None:
        """Count one text."""
        text = one.text
        if not self.edited.hold(text.span):
            spot = Place(context=one.context, part="", base=text.base, bases=text.bases)
            self.counted[hash(write.signs(markup.parse(text.source), {code.number: code for code in text.codes}, spot))] += 1


def _codes(unit: Unit) -> dict[int, Code]:
    return {code.number: code for code in unit.codes}


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
