"""TMX of any maker, read as a stream, unit by unit, so that its size does not matter.

expat never fetches anything. An entity is refused where it is declared: no TMX needs one, and they are what bombs are made of.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO
from xml.parsers import expat

from transloc.errors import InputError
from transloc.formats.tmx import codes
from transloc.formats.tmx.codes import Element, Piece
from transloc.formats.tmx.unit import TranslationUnit, Variant
from transloc.markup import Form

_NATIVE = frozenset({"bpt", "ept", "ph", "it", "ut"})
_DEEPEST = 64
_LONGEST = 1_000_000
_ELEMENT = 16  # characters that an element counts as, since it takes room too
_CHUNK = 1 << 16
_ANEW = "Export it anew as TMX"


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
    return _Reader(path).units(stream)


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self._stack: list[_Open] = []
        self._unit: _Unit | None = None
        self._seg: _Variant | None = None
        self._native = self._length = self._given = 0
        self._done: list[TranslationUnit] = []
        self._rooted = self._omegat = False
        self._xml = expat.ParserCreate()
        self._xml.buffer_text = True
        self._xml.StartElementHandler = self._start
        self._xml.EndElementHandler = self._end
        self._xml.CharacterDataHandler = self._text
        self._xml.EntityDeclHandler = self._entity
        self._xml.DefaultHandler = self._other

    def units(self, stream: IO[bytes]) -> Iterator[TranslationUnit]:
        """Yield the units as they end, those before a fault too."""
        fault: InputError | None = None
        while fault is None:
            try:
                chunk = stream.read(_CHUNK)
                self._parse(chunk, final=not chunk)
            except OSError as error:
                fault = InputError(f"cannot be read ({error.strerror})", path=self.path, hint="Check its permissions")
            except InputError as error:
                fault = error
            yield from self._done
            self._done.clear()
            if fault is None and not chunk:
                return
        raise fault

    def _parse(self, chunk: bytes, *, final: bool) -> None:
        self._given += len(chunk)
        try:
            self._xml.Parse(chunk, final)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise InputError(f"the XML is broken ({reason})", path=self.path, line=error.lineno, hint=_ANEW) from None
        except (LookupError, ValueError) as error:  # an encoding that Python does not have, or that is no single-byte one
            raise self._wrong(f"the encoding cannot be read ({error})", "Save it as UTF-8") from None

        if self._given - self._xml.CurrentByteIndex > _LONGEST:  # expat gathers a tag or a comment, and reads it anew with each piece
            raise self._wrong(f"a tag or a comment has more than {_LONGEST:,} bytes", _ANEW)

    def _wrong(self, message: str, hint: str) -> InputError:
        return InputError(message, path=self.path, line=self._xml.CurrentLineNumber, hint=hint)

    def _entity(self, name: str, *_: object) -> None:
        raise self._wrong(f"it declares the entity “{name}”, which no memory needs and which can be made to deceive", "Export it without")

    def _other(self, data: str) -> None:
        if data.startswith("&"):  # what stands in a DTD that we do not fetch
            raise self._wrong(f"it uses {data}, which it does not explain", "Export it anew, with plain characters")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._rooted:
            self._rooted = True
            if local != "tmx":
                raise self._wrong(f"this is XML, but no TMX: it begins with <{name}>", "TMX begins with <tmx>")
        if len(self._stack) >= _DEEPEST:
            raise self._wrong("the elements are nested too deep for a memory", _ANEW)
        self._stack.append(_Open(local, attributes))
        self._grow(_ELEMENT + sum(map(len, attributes.values())))
        if local == "tu" and not self._seg:
            self._length = 0
            self._unit = _Unit(self._xml.CurrentLineNumber, *_last_touched(attributes))
        elif local == "header":
            self._omegat = attributes.get("creationtool") == "OmegaT"
        elif local == "tuv" and self._unit:
            at, by = _last_touched(attributes)
            tag = attributes.get("xml:lang") or attributes.get("lang") or ""  # lang: before TMX 1.4
            self._unit.variants.append(_Variant(tag, at or self._unit.at, by or self._unit.by))
        elif local == "seg" and self._unit and self._unit.variants:
            self._seg = self._unit.variants[-1]
        elif self._seg and local in _NATIVE:
            self._native += 1
        elif self._seg and local == "hi" and not self._native:
            begun = self._element("hi", attributes, "")
            self._seg.highlights.append(begun.mate)
            self._seg.pieces.append(begun)

    def _text(self, data: str) -> None:
        self._grow(len(data))
        if self._seg and not self._native:
            self._seg.pieces.append(data)
        elif self._native or (self._unit and self._stack[-1].name == "prop"):
            self._stack[-1].text.append(data)

    def _grow(self, by: int) -> None:
        self._length += by
        if self._unit and self._length > _LONGEST:
            raise self._wrong(f"a unit has more than {_LONGEST:,} characters", "A memory holds sentences")

    def _end(self, _: str) -> None:
        closed = self._stack.pop()
        if self._seg:
            self._end_in_text(closed)
        elif closed.name == "prop" and self._unit and not self._unit.variants:
            self._unit.properties[closed.attributes.get("type", "")] = "".join(closed.text)
        elif closed.name == "tu" and self._unit:
            self._done.append(_whole(self._unit, shortcuts=self._omegat))
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
