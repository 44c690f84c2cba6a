"""What must hold of any bytes, as the checks that the script and the tests share."""

import re
import resource
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from transloc import formats, markup
from transloc.errors import Refused, TranslocError
from transloc.formats import Format, Options, captions, po
from transloc.formats.decode import text_of
from transloc.model import Document, Unit

#: What Python itself and a reader's tables may take, however small the file.
FLOOR = 64 << 20
MOST_TIMES = 10

_Change = Callable[[str, int], str]
_CODE = re.compile(r"(</?\d+/?>)")


class Fault(Exception):
    """Something that must hold does not."""


@dataclass(frozen=True)
class Outcome:
    """``loaded``: whether the bytes were a document. ``refused``, and ``unchanged`` of a change, are sentences without their details."""

    loaded: bool
    refused: str = ""
    unchanged: tuple[str, ...] = ()
    fault: str = ""
    seconds: float = 0.0
    memory: int = 0


def examine(kind: str, data: bytes, number: int = 0) -> Outcome:
    """Return what became of ``data`` read as a file ``x.kind``; ``number`` varies the texts that it is changed to."""
    began, meter = time.perf_counter(), Meter()
    try:
        outcome = _po(data) if kind == "po" else _document(kind, data, number, meter)
    except Fault as fault:
        outcome = Outcome(loaded=True, fault=str(fault))
    except Exception as error:  # that there is none but TranslocError is what is checked
        outcome = Outcome(loaded=False, fault=f"{type(error).__name__} escaped: {str(error)[:200]}")
    memory, size = meter.read(), _size(kind, data) if outcome.loaded else len(data)
    fault = outcome.fault or (f"{memory >> 20} MB for {size / 1e6:.1f} MB" if memory > MOST_TIMES * size + FLOOR else "")
    return Outcome(outcome.loaded, outcome.refused, outcome.unchanged, fault, time.perf_counter() - began, memory)


def _size(kind: str, data: bytes) -> int:
    """Return the bytes of a file that could be read, of a DOCX those of its parts."""
    if kind != "docx":
        return len(data)
    with ZipFile(BytesIO(data)) as archive:
        return sum(part.file_size for part in archive.infolist())


class Meter:
    """The most memory that was held over what was held at the beginning; what the checks themselves hold is left out."""

    def __init__(self) -> None:
        self.most = 0
        self.before = fresh_peak()

    def read(self) -> int:
        """Return the most bytes so far."""
        self.most = max(self.most, peak() - self.before)
        return self.most

    @contextmanager
    def out(self) -> Iterator[None]:
        """Do not count what is done within."""
        self.read()
        yield
        fresh_peak()


def _document(kind: str, data: bytes, number: int, meter: Meter) -> Outcome:
    held, path = formats.for_name(f"x.{kind}"), Path(f"x.{kind}")
    options = Options(whole_page=bool(number % 2))
    try:
        document = held.parse(data, path, options)
    except TranslocError as error:
        return Outcome(loaded=False, refused=sentence(error))
    with meter.out():
        sound(document)
    identical(held, document)
    return Outcome(loaded=True, unchanged=tuple(_changed(held, document, options, change, number, meter) for change in (cased, spiced)))


def sound(document: Document) -> None:
    """Ids differ, spans are spans, and a parent is a unit."""
    ids = {unit.id for unit in document.units}
    if len(ids) != len(document.units):
        raise Fault("two units have one id")
    for unit in document.units:
        if not 0 <= unit.span[0] <= unit.span[1] or (unit.parent and unit.parent not in ids):
            raise Fault(f"unit {unit.id} has the span {unit.span} and the parent {unit.parent!r}")
        numbers = {code.number for code in unit.codes}
        if {code.number for code in markup.codes(unit.source)} != numbers:
            raise Fault(f"unit {unit.id} lists the codes {numbers}: {unit.source[:80]!r}")


def identical(held: Format, document: Document) -> None:
    """With no target, or each the source, the bytes come back; of a DOCX, each of its parts."""
    for targets in ({}, {unit.id: unit.source for unit in document.units}):
        if not alike(held.name, held.rebuild(document, targets), document.data):
            raise Fault(f"unchanged text gives other bytes ({'all' if targets else 'no'} targets)")


def alike(name: str, one: bytes, other: bytes) -> bool:
    """Tell whether two files are the same, which for a DOCX means the same parts."""
    if name != "docx" or one == other:
        return one == other
    with ZipFile(BytesIO(one)) as a, ZipFile(BytesIO(other)) as b:
        return a.namelist() == b.namelist() and all(a.read(part) == b.read(part) for part in a.namelist())


def _changed(held: Format, document: Document, options: Options, change: _Change, number: int, meter: Meter) -> str:
    """Change every text; return the sentence of a refusal, empty where the result reads back as meant."""
    targets = {unit.id: change(unit.source, number + at) for at, unit in enumerate(document.units)}
    try:
        new = held.rebuild(document, targets)
    except Refused as error:
        return sentence(error)
    with meter.out():
        _read_back(held, document, options, targets, new)
    return ""


def _read_back(held: Format, document: Document, options: Options, targets: Mapping[str, str], new: bytes) -> None:
    try:
        again = held.parse(_told(new, document), Path("x"), options)
    except TranslocError as error:
        raise Fault(f"changed text gives what is not read again: {error}") from error
    meant = [seen(unit, targets[unit.id]) for unit in document.units]
    found = [seen(unit, unit.source) for unit in again.units]
    if meant != found:
        at = next((n for n, pair in enumerate(zip(meant, found, strict=False)) if pair[0] != pair[1]), min(len(meant), len(found)))
        raise Fault(f"changed text reads back otherwise: unit {at}, {meant[at : at + 1]} as {found[at : at + 1]}")


def _told(new: bytes, document: Document) -> bytes:
    """Return what was written in a charset that only its words tell as UTF-8: texts of swapped case read like another charset."""
    if document.format == "docx" or document.encoding.startswith("utf"):
        return new
    try:
        return new.decode().encode()
    except UnicodeDecodeError:
        return text_of(new, document.encoding).encode()


def seen(unit: Unit, text: str) -> str:
    """Return ``text`` as it must come back: words, and where markup stands between them.

    Formats may break lines elsewhere, and whether a credit is protected depends on the words before it.
    """
    credit = {code.number: captions.plain(code) for code in unit.codes}
    marks = {markup.Form.OPEN: "<1>", markup.Form.CLOSE: "</1>", markup.Form.EMPTY: "<1/>"}
    tokens = (one.value if isinstance(one, markup.Text) else credit.get(one.number) or marks[one.form] for one in markup.parse(text))
    return " ".join("".join(tokens).split())


def cased(text: str, number: int) -> str:
    """Swap the case of every letter, or take the next letter of an alphabet without cases; inline codes stay."""
    return "".join(part if _CODE.fullmatch(part) else "".join(map(_other, part)) for part in _CODE.split(text))


def _other(letter: str) -> str:
    swapped = letter.swapcase()
    if swapped != letter:
        return swapped if len(swapped) == 1 and swapped.swapcase() == letter else letter
    return chr(ord(letter) + 1) if "\u3041" <= letter < "\u9fff" else letter


_SPICES = (
    "<b>",
    "&",
    "&amp;",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](",
    "|",
    "#",
    "- ",
    "1. ",
    "> ",
    '"',
    "'",
    "\\",
    "<!--",
    "]]>",
    "{{",
    "~",
    ":",
    "\u00a0",
)


def spiced(text: str, number: int) -> str:
    """Put what a format could take for markup before and after the words."""
    return f"{markup.escape(_SPICES[number % len(_SPICES)])}я {text} я{markup.escape(_SPICES[number * 7 % len(_SPICES)])}я"


def _po(data: bytes) -> Outcome:
    try:
        held = po.read(data, Path("x.po"))
    except TranslocError as error:
        return Outcome(loaded=False, refused=sentence(error))
    try:
        written = po.write(held.catalog, old=held)
    except TranslocError as error:
        return Outcome(loaded=True, unchanged=(sentence(error),))
    again = po.read(written, Path("x.po"))
    if again.catalog.segments != held.catalog.segments:
        raise Fault("the catalog reads otherwise once written")
    if po.write(again.catalog, old=again) != written:
        raise Fault("the same catalog is written in two ways")
    return Outcome(loaded=True)


def sentence(error: TranslocError) -> str:
    """Return what a user is told, its details left out; raises Fault where it is no clear sentence."""
    told = str(error)
    if not error.message.strip() or "\n" in error.message or "Traceback" in told or len(told) > 600:
        raise Fault(f"no clear sentence: {told[:200]!r}")
    return re.sub(r"“[^”]*”|'[^']*'|\bu[0-9a-f]{8}\S*|\d+", "…", error.message)


def peak() -> int:
    """Return the most bytes that this process has held since ``fresh_peak``, or since it began where the system cannot tell."""
    with suppress(OSError, StopIteration):
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def fresh_peak() -> int:
    """Let the peak begin anew where the system can (Linux); return what is held now."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return peak()
