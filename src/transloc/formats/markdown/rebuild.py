"""A Markdown document with other words: spliced, read back, and repaired or refused where it reads otherwise than meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from transloc import markup
from transloc.errors import Refused
from transloc.formats import captions, front_matter, place
from transloc.formats.front_matter import toml_fields, yaml_fields
from transloc.formats.kinds import credit
from transloc.formats.markdown import reading
from transloc.formats.markdown.surroundings import bare_end
from transloc.formats.markdown.write import ATTEMPTS, normal, signs, write
from transloc.formats.place import Place
from transloc.formats.units import is_text
from transloc.markup import CodeToken, Token
from transloc.model import Code, Span, Unit

_FIELDS = frozenset({"yaml", "toml"})
#: What a field is that is left out and shares its lines with others.
_EMPTY = {"yaml": "''", "toml": '""'}


@dataclass(frozen=True, slots=True)
class _Edit:
    """What replaces ``span``; ``owner`` is the position of the unit that answers for it; ``block``: whole blocks go."""

    span: Span
    text: str
    owner: int
    block: bool = False


class _Held(NamedTuple):
    """A text within an edit's text: from where to where, what it says, and the unit that answers for it."""

    start: int
    end: int
    says: tuple[str, ...]
    owner: int

    def moved(self, by: int) -> "_Held":
        return self._replace(start=self.start + by, end=self.end + by)


class _Inside(NamedTuple):
    """A text within the markup of a code of its parent."""

    number: int
    side: str
    held: _Held


@dataclass(frozen=True, slots=True)
class _Meant:
    """A text that the result must hold: where, what it says, and which unit to blame when it does not (-1: an unchanged one)."""

    start: int
    end: int
    says: tuple[str, ...]
    owner: int


class Rebuild:
    """One rebuild; ``lacks`` tells what the file's charset has no place for."""

    def __init__(
        self,
        text: str,
        units: Sequence[Unit],
        targets: Mapping[str, str],
        omitted: AbstractSet[str],
        added: Mapping[str, Sequence[str]],
        lacks: Callable[[str], bool],
    ) -> None:
        self.text = text
        self.units = units
        self.places = [place.read(unit.syntax) for unit in units]
        self.at = {unit.id: at for at, unit in enumerate(units)}
        self.lacks = lacks
        self.added = {key: list(texts) for key, texts in added.items() if texts and key in self.at}
        self.targets = {key: value for key, value in targets.items() if key in self.at and value != units[self.at[key]].source}
        self.omitted = self._left_out(omitted)
        self.attempts = [0] * len(units)
        self._as_stored = True
        self._credits = any(captions.plain(code) for unit in units for code in unit.codes)
        self._head = front_matter.read(text, ()).end
        self.tokens = {key: self._tokens(key, value) for key, value in self.targets.items() if key not in self.omitted}
        self.extra = {key: [self._tokens(key, value, bare=True) for value in texts] for key, texts in self.added.items()}

    def run(self) -> str:
        """Return the new text; raises Refused, naming the unit, where none of the ways to write it reads back."""
        if not (self.tokens or self.omitted or self.extra):
            return self.text
        keys = {field.key.lower() for field in self.places if field.context in _FIELDS}
        before = reading.read(self.text, keys)
        skeleton = None if self.omitted or self.extra else _names(before)
        self._as_stored = [_said(unit) for unit in before.units] == [_said(unit) for unit in self.units]
        for _ in range(len(ATTEMPTS) * (len(self.tokens) + 2)):
            text, meant = self._splice()
            guilty = self._guilty(reading.read(text, keys), meant, skeleton)
            if guilty is None:
                return text
            self._bump(guilty)
        raise Refused("the translation cannot be written without changing the document's structure", hint="Simplify its markup")

    # --- what is asked for

    def _left_out(self, omitted: AbstractSet[str]) -> set[str]:
        """Return the units that go: with a unit go the texts inside of it, and an added text takes the place of the one it follows."""
        gone = {key for key in omitted if key in self.at}
        for key in [key for key in gone if key in self.added]:
            gone.discard(key)
            self.targets[key] = self.added[key].pop(0)
        return gone | {unit.id for unit in self.units if unit.parent in gone}

    def _tokens(self, key: str, target: str, *, bare: bool = False) -> tuple[Token, ...]:
        unit, spot = self.units[self.at[key]], self.places[self.at[key]]
        codes = {} if bare else _codes(unit)
        tokens = markup.parse(target)
        for token in tokens:
            if isinstance(token, CodeToken) and token.number not in codes:
                raise self._refusal(unit, f"the code {token} is not in its source")
        if "\0" in target or any("\ud800" <= c <= "\udfff" for c in target):
            raise self._refusal(unit, "the text holds a character that no file can hold")
        return tokens if spot.context in _FIELDS and not bare else normal(tokens, codes, "line" if bare else spot.context)

    def _refusal(self, unit: Unit, why: str) -> Refused:
        line = self.text.count("\n", 0, unit.span[0]) + 1
        words = markup.strip(unit.source).words
        begin = words if len(words) <= 40 else words[:39] + "…"
        return Refused(f"unit {unit.id} (line {line}, “{begin}”): {why}", hint="Change its target")

    # --- splicing

    def _splice(self) -> tuple[str, list[_Meant]]:
        edits, meant = self._edits()
        text, at = "", 0
        shifts: list[tuple[_Edit, int]] = []
        for edit in _outermost(edits):
            text += self.text[at : self._tidy(edit, at)]
            shifts.append((edit, len(text)))
            text += edit.text
            at = edit.span[1]
        text += self.text[at:]
        return text, sorted(self._placed(meant, shifts), key=lambda m: (m.start, -m.end))

    def _edits(self) -> tuple[list[_Edit], list[tuple[_Edit, _Held]]]:
        """Return the edits, and for each text that they hold: the edit, start and end in its text, what it says, and its unit."""
        edits: list[_Edit] = []
        inside: list[tuple[_Edit, _Held]] = []
        for at, unit in enumerate(self.units):
            if unit.parent in self.tokens or unit.parent in self.omitted:
                continue  # written with its parent, gone with it
            if unit.id in self.omitted:
                spot = self.places[at]
                empty = _EMPTY.get(spot.context, "") if unit.block is None and not spot.spot else ""
                edits.append(_Edit(unit.block or unit.span, empty, at, block=unit.block is not None))
            elif unit.id in self.tokens:
                written, texts = self._written(at)
                edits.append(_Edit(unit.span, written, at))
                inside += [(edits[-1], held) for held in texts]
            self._add(at, unit, edits, inside)
        edits += [_Edit(span, "", -1, block=True) for span in self._emptied()]
        return edits, inside

    def _add(self, at: int, unit: Unit, edits: list[_Edit], inside: list[tuple[_Edit, _Held]]) -> None:
        after = self.places[at].after
        for tokens in self.extra.get(unit.id, ()):
            if after is None:
                raise self._refusal(unit, "no text can be added after it")
            context = "html" if after.tail.startswith("</") else "line"
            words = write(tokens, {}, Place(context=context), self.attempts[at], self.lacks).text
            edits.append(_Edit((after.offset, after.offset), after.lead + words + after.tail, at))
            inside.append((edits[-1], _Held(0, len(words), signs(tokens, {}), at).moved(len(after.lead))))

    def _emptied(self) -> Iterator[Span]:
        """Yield the blocks all of whose units are left out."""
        spans = {span for key in self.omitted for span in self.places[self.at[key]].within}
        for span in spans:
            held = [unit for unit in self.units if span[0] <= unit.span[0] and unit.span[1] <= span[1]]
            if all(unit.id in self.omitted for unit in held):
                yield span

    def _tidy(self, edit: _Edit, floor: int) -> int:
        """Return where an edit begins: with the blank lines before it when blocks go and nothing follows them on their line."""
        start, end = edit.span
        last = self.text[end : end + 1] in ("", "\r", "\n")
        return bare_end(self.text, max(floor, self._head), start) if edit.block and last else start

    def _written(self, at: int) -> tuple[str, list[_Held]]:
        """Return the text of a changed unit, and the texts in it: its own and those of its children."""
        unit, spot, tokens = self.units[at], self.places[at], self.tokens[self.units[at].id]
        if spot.context in _FIELDS:
            codes = _codes(unit)
            words = "".join(token.value if isinstance(token, markup.Text) else codes[token.number].open for token in tokens)
            written = self._field(at, words)
            return written, [_Held(0, len(written), ("=" + words,) if words else (), at)]
        codes, children = self._with_children(unit)
        done = write(tokens, codes, spot, self.attempts[at], self.lacks)
        texts = [_Held(0, len(done.text), signs(tokens, codes, spot.wrap), at)]
        texts += [held.moved(done.sides[number, side]) for number, side, held in children if (number, side) in done.sides]
        return done.text, texts

    def _field(self, at: int, words: str) -> str:
        unit, spot = self.units[at], self.places[at]
        attempt = min(self.attempts[at], 2)
        if spot.context == "toml":
            return toml_fields.write(words, spot.quote, attempt, self.lacks)
        return yaml_fields.write(words, self.text[slice(*unit.span)], spot.quote, attempt, self.lacks)

    def _with_children(self, unit: Unit) -> tuple[dict[int, Code], list[_Inside]]:
        """Return the unit's codes with the new texts of what lies inside their markup, and where those came to stand."""
        codes = _codes(unit)
        placed: list[_Inside] = []
        moved: dict[tuple[int, str], int] = {}
        for at, child in enumerate(self.units):
            spot = self.places[at].spot
            if child.parent != unit.id or spot is None:
                continue
            raw = codes[spot.number].open if spot.side == "open" else codes[spot.number].close or ""
            shift = moved.get((spot.number, spot.side), 0)
            start, width = spot.offset + shift, child.span[1] - child.span[0]
            if child.id in self.omitted:
                block = child.block or child.span
                start, width = start + block[0] - child.span[0], block[1] - block[0]
                words, texts = "", list[_Held]()
            elif child.id in self.tokens:
                words, texts = self._written(at)
            else:
                words, texts = raw[start : start + width], [_Held(0, width, _says(child, self.places[at]), -1)]
            raw = raw[:start] + words + raw[start + width :]
            moved[spot.number, spot.side] = shift + len(words) - width
            code = codes[spot.number]
            codes[spot.number] = replace(code, open=raw) if spot.side == "open" else replace(code, close=raw)
            placed += [_Inside(spot.number, spot.side, held.moved(start)) for held in texts]
        return codes, placed

    def _placed(self, inside: list[tuple[_Edit, _Held]], shifts: list[tuple[_Edit, int]]) -> Iterator[_Meant]:
        begins = {id(edit): begin for edit, begin in shifts}
        for edit, held in inside:
            if id(edit) in begins and held.says:
                yield _Meant(*held.moved(begins[id(edit)]))
        for at, unit in enumerate(self.units):
            covered = unit.id in self.tokens or unit.id in self.omitted or unit.parent in self.tokens or unit.parent in self.omitted
            if not covered:
                yield _Meant(_moved(unit.span[0], shifts, start=True), _moved(unit.span[1], shifts), self._kept(unit, at), -1)

    def _kept(self, unit: Unit, at: int) -> tuple[str, ...]:
        codes, _ = self._with_children(unit)
        return _says(replace(unit, codes=tuple(codes.values())), self.places[at])

    # --- reading back

    def _guilty(self, found: reading.Reading, meant: list[_Meant], skeleton: tuple[str, ...] | None) -> int | None:
        """Return the position of the unit that must be written otherwise; None when all reads as meant."""
        read = [(unit.span, _says(unit, place.read(unit.syntax))) for unit in found.units]
        if not self._as_stored:  # an older filter found these units: today's reading tells of the changed ones alone
            lost = (m for m in meant if m.owner >= 0 and not any(m.start <= s[0] and s[1] <= m.end and says == m.says for s, says in read))
            return next((m.owner for m in lost), None)
        wanted = [one for one in meant if any(is_text(sign) for sign in one.says if sign.startswith("="))]
        if self._credits:  # a caption that was left with nothing but its credit is a unit or none
            read = [one for one in read if not credit.bare(_spoken(one[1]))]
            wanted = [one for one in wanted if not credit.bare(_spoken(one.says))]
        for count, one in enumerate(wanted):
            span, says = read[count] if count < len(read) else ((-1, -1), ())
            if says != one.says or not (one.start <= span[0] and span[1] <= one.end):
                return self._blamed(wanted, count)
        if len(read) > len(wanted):
            return self._blamed(wanted, len(wanted) - 1) if wanted else self._any()
        if skeleton is not None and _names(found) != skeleton:
            return self._by_skeleton(found, skeleton, meant)
        return None

    def _blamed(self, meant: list[_Meant], at: int) -> int:
        """Return the unit at fault: the one that reads wrong, or the changed one before it, or after."""
        order = [*range(at, -1, -1), *range(at + 1, len(meant))]
        owners: list[int] = [meant[one].owner for one in order if meant[one].owner >= 0] or [self._any()]
        untired = [owner for owner in owners if self.attempts[owner] + 1 < len(ATTEMPTS)]
        return (untired or owners)[0]

    def _by_skeleton(self, found: reading.Reading, skeleton: tuple[str, ...], meant: list[_Meant]) -> int:
        names = _names(found)
        first = next((n for n, (a, b) in enumerate(zip(names, skeleton, strict=False)) if a != b), min(len(names), len(skeleton)))
        offset = found.skeleton[first][1] if first < len(found.skeleton) else len(self.text) * 2
        before = [n for n, one in enumerate(meant) if one.start <= offset]
        return self._blamed(meant, before[-1] if before else 0)

    def _any(self) -> int:
        return self.at[[*self.tokens, *self.extra, *self.omitted][0]]

    def _bump(self, at: int) -> None:
        self.attempts[at] += 1
        if self.attempts[at] >= len(ATTEMPTS):
            raise self._refusal(self.units[at], "its target cannot be written here without changing the document's structure")


def _codes(unit: Unit) -> dict[int, Code]:
    return {code.number: code for code in unit.codes}


def _says(unit: Unit, spot: Place) -> tuple[str, ...]:
    return signs(markup.parse(unit.source), _codes(unit), spot.wrap)


def _spoken(says: tuple[str, ...]) -> str:
    return "".join(sign[1:] for sign in says if sign.startswith("="))


def _said(unit: Unit) -> tuple[object, ...]:
    return unit.source, unit.codes, unit.span


def _names(found: reading.Reading) -> tuple[str, ...]:
    return tuple(name for name, _ in found.skeleton)


def _outermost(edits: list[_Edit]) -> list[_Edit]:
    """Order edits, join removals that touch, and drop what lies in a removal; insertions stand after what ends where they do."""
    held: list[_Edit] = []
    for edit in sorted(edits, key=lambda e: (e.span[0], e.span[0] == e.span[1], -e.span[1])):
        last = held[-1] if held else None
        if last and edit.span[0] < last.span[1]:
            if not edit.text:
                held[-1] = replace(last, span=(last.span[0], max(last.span[1], edit.span[1])))
            elif edit.span[0] == edit.span[1]:
                held.append(replace(edit, span=(last.span[1], last.span[1])))
        elif last and not last.text and not edit.text and edit.span[0] == last.span[1]:
            held[-1] = replace(last, span=(last.span[0], edit.span[1]))
        else:
            held.append(edit)
    return held


def _moved(offset: int, shifts: list[tuple[_Edit, int]], *, start: bool = False) -> int:
    """Return where ``offset`` came to stand; what is inserted at the ``start`` of a text stands before it."""
    shift = 0
    for edit, begin in shifts:
        if edit.span[0] > offset or (edit.span[0] == offset and not (start and edit.span[1] == offset)):
            break
        shift = begin + len(edit.text) - edit.span[1]
    return offset + shift
