"""TMX of any maker, read unit by unit."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO

from transloc.formats.tmx import codes
from transloc.formats.tmx.codes import Element, Piece
from transloc.formats.tmx.unit import TranslationUnit, Variant
from transloc.markup import Form
from transloc.xml_stream import XmlStream

_NATIVE = frozenset({"bpt", "ept", "ph", "it", "ut"})
#: Characters of one unit.
_LONGEST = 1_000_000
_ELEMENT = 16  # characters that an element counts as, since it takes room too


@dataclass(slots=True)
class _Variant:
    tag: str
    at: datetime | None
    by: str
    pieces: list[Piece] = field(default_factory=list)
    pairs: dict[str, str] = field(default_factory=dict)  # by the i of a bpt, what finds its like
    highlights: list[str] = field(default_factory=list)  # what finds the like of each hi that waits for its end
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Unit:
    line: int
    at: datetime | None
    by: str
    variants: list[_Variant] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """An element that has begun, with the text in it that is no translation."""

    name: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)


def read(stream: IO[bytes], path: str) -> Iterator[TranslationUnit]:
    """Yield the units of a TMX file as they end.

    Raises InputError, with the line, for broken XML, for XML that is no TMX, and for entities; what was yielded before is whole.
    """
    return _Reader(path).read(stream)


class _Reader(XmlStream[TranslationUnit]):
    def __init__(self, path: str) -> None:
        super().__init__(path, kind="TMX", what="memory", roots=("tmx",))
        self._stack: list[_Open] = []
        self._unit: _Unit | None = None
        self._seg: _Variant | None = None
        self._native = self._length = 0
        self._omegat = False

    def began(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._stack.append(_Open(name, attributes))
        self._grow(_ELEMENT + sum(map(len, attributes.values())))
        if name == "tu" and not self._seg:
            self._length = 0
            self._unit = _Unit(self.line, *_last_touched(attributes))
        elif name == "header":
            self._omegat = attributes.get("creationtool") == "OmegaT"
        elif name == "tuv" and self._unit:
            at, by = _last_touched(attributes)
            tag = attributes.get("xml:lang") or attributes.get("lang") or ""  # lang: before TMX 1.4
            self._unit.variants.append(_Variant(tag, at or self._unit.at, by or self._unit.by))
        elif name == "seg" and self._unit and self._unit.variants:
            self._seg = self._unit.variants[-1]
        elif self._seg and name in _NATIVE:
            self._native += 1
        elif self._seg and name == "hi" and not self._native:
            begun = self._element("hi", attributes, "")
            self._seg.highlights.append(begun.mate)
            self._seg.pieces.append(begun)

    def said(self, data: str) -> None:
        """Take in characters of a text, or of what is no translation."""
        self._grow(len(data))
        if self._seg and not self._native:
            self._seg.pieces.append(data)
        elif self._native or (self._unit and self._stack[-1].name == "prop"):
            self._stack[-1].text.append(data)

    def _grow(self, by: int) -> None:
        self._length += by
        if self._unit and self._length > _LONGEST:
            raise self.wrong(f"a unit has more than {_LONGEST:,} characters", "A memory holds sentences")

    def ended(self) -> None:
        """Close an element."""
        closed = self._stack.pop()
        if self._seg:
            self._end_in_text(closed)
        elif closed.name == "prop" and self._unit and not self._unit.variants:
            self._unit.properties[closed.attributes.get("type", "")] = "".join(closed.text)
        elif closed.name == "tu" and self._unit:
            self.done.append(_whole(self._unit, shortcuts=self._omegat))
            self._unit = None

    def _end_in_text(self, closed: _Open) -> None:
        assert self._seg is not None
        if closed.name == "seg":
            self._seg, self._native = None, 0
        elif closed.name in _NATIVE:
            self._native -= 1
            if not self._native:
                self._seg.pieces.append(self._element(closed.name, closed.attributes, "".join(closed.text)))
        elif closed.name == "hi" and not self._native:
            self._seg.pieces.append(Element(Form.CLOSE, self._seg.highlights.pop()))

    def _element(self, name: str, attributes: dict[str, str], native: str) -> Element:
        seg = self._seg
        assert seg is not None
        like = f"{name} {native}"
        before = seg.counts.get(like, 0)
        seg.counts[like] = before + 1
        made = codes.element(name, attributes, native, before)
        if name == "bpt":
            seg.pairs[attributes.get("i", "")] = made.mate
        elif name == "ept":
            return Element(made.form, seg.pairs.get(attributes.get("i", ""), made.mate))
        return made


def _last_touched(attributes: dict[str, str]) -> tuple[datetime | None, str]:
    for what in ("change", "creation"):
        if at := _moment(attributes.get(f"{what}date", "")):
            return at, attributes.get(f"{what}id", "")
    return None, attributes.get("changeid") or attributes.get("creationid", "")


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
        return at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):  # none, or one that is in no year of ours
        return None


def _whole(unit: _Unit, *, shortcuts: bool) -> TranslationUnit:
    texts = codes.texts(codes.shortcuts(v.pieces) if shortcuts else v.pieces for v in unit.variants)
    variants = (Variant(v.tag, text, v.at, v.by) for v, text in zip(unit.variants, texts, strict=True))
    return TranslationUnit(tuple(variants), unit.properties, unit.line)
