"""The ZIP archive that a DOCX file is: judged before a byte of it is inflated, and copied record by record.

Nothing is ever unpacked to the disk, so names of members only name parts; still, names that lead out of a folder are refused, as
other programs may unpack what we hand on. The bounds: ``MAX_MEMBERS`` members, ``MAX_INFLATED`` bytes of all members as they
declare themselves, ``MAX_RATIO`` to one for a member of more than 8 MiB, ``MAX_TEXT`` bytes of the parts that are read. A member
that inflates to more than it declares is stopped there.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipInfo

from transloc.errors import InputError
from transloc.wording import say

MAX_MEMBERS = 4_000
MAX_INFLATED = 1024 * 1024 * 1024
MAX_RATIO = 250
MAX_TEXT = 64 * 1024 * 1024
#: Below this a picture of one colour may well shrink to almost nothing.
_SMALL = 8 * 1024 * 1024

#: Characters of a member's name that a message quotes.
_LONGEST_TOLD = 60

_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UTF8_NAME, _DESCRIPTOR, _LEVEL = 0x800, 0x8, 0x6
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_CENTRAL_HEADER = struct.Struct("<4s4B4H3L5H2L")
_END_RECORD = struct.Struct("<4s4H2LH")
_ZIP64 = 0x0001
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = say("Open it in a word processor and save it again as DOCX")
_FAULTS = (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, EOFError, OSError, RuntimeError, OverflowError)


@dataclass(frozen=True, slots=True)
class Record:
    """A member: what the directory says of it, and where its record and its own bytes lie in the file."""

    info: ZipInfo
    start: int
    begin: int
    end: int


class Package:
    """A DOCX file as its members by name. Raises InputError, naming ``path``, for what is no whole and harmless ZIP archive."""

    def __init__(self, data: bytes, path: Path | str | None = None) -> None:
        self.data = data
        self.path = path
        self.records: dict[str, Record] = {}
        self._inflated = 0
        self._open()

    def wrong(self, message: str, hint: str = _BROKEN) -> InputError:
        """Return the error to raise for this file."""
        return InputError(message, path=self.path, hint=hint)

    def read(self, name: str) -> bytes:
        """Return the bytes of the member ``name``; raises InputError for broken data and a wrong checksum."""
        record = self.records[name]
        self._inflated += record.info.file_size
        if self._inflated > MAX_TEXT:
            hint = say("Is this an article?")
            raise self.wrong(say("its text comes to more than {size} MiB when it is unpacked", size=MAX_TEXT // 1024**2), hint)
        data = self._head(record, record.info.file_size + 1)
        if len(data) != record.info.file_size or zlib.crc32(data) != record.info.CRC:
            raise self.wrong(say("{name} in it is damaged: its size or checksum is not what it should be", name=name))
        return data

    def head(self, name: str, size: int) -> bytes:
        """Return the first ``size`` bytes of the member ``name``."""
        return self._head(self.records[name], size)

    def _head(self, record: Record, size: int) -> bytes:
        raw = memoryview(self.data)[record.begin : record.end]
        if record.info.compress_type == zipfile.ZIP_STORED:
            return bytes(raw[:size])
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(raw, size)
        except zlib.error:
            raise self.wrong(say("{name} in it is damaged and cannot be unpacked", name=record.info.filename)) from None

    # --- judging

    def _open(self) -> None:
        if self.data.startswith(_OLE):
            hint = say("Save it without a password as DOCX")
            raise self.wrong(say("this is an old Word file (.doc), or one that is locked by a password"), hint)
        if not self.data.startswith(_LOCAL):
            raise self.wrong(say("this is no DOCX file: it does not begin as a ZIP archive"))
        if self.data.count(_CENTRAL) > 2 * MAX_MEMBERS:
            raise self._crowded()
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                infos, self.comment, directory = archive.infolist(), archive.comment, archive.start_dir
        except _FAULTS:
            raise self.wrong(say("this is no whole ZIP archive, as a DOCX file must be; it may be cut off")) from None
        if len(infos) > MAX_MEMBERS:
            raise self._crowded()
        self._judge_sizes(infos)
        seen: set[str] = set()
        for info in infos:
            self._judge(info, seen)
        self._place(infos, directory)

    def _crowded(self) -> InputError:
        return self.wrong(say("it has more than {most:,} members", most=MAX_MEMBERS), say("Is this an article?"))

    def _judge_sizes(self, infos: list[ZipInfo]) -> None:
        hint = say("This may be a ZIP bomb; do not open it")
        if sum(info.file_size for info in infos) > MAX_INFLATED:
            raise self.wrong(say("it would come to more than 1 GiB when it is unpacked"), hint)
        for info in infos:
            if info.file_size > max(_SMALL, MAX_RATIO * info.compress_size):
                raise self.wrong(
                    say(
                        "{name} in it would grow more than {ratio} times when it is unpacked",
                        name=_told(info.filename),
                        ratio=MAX_RATIO,
                    ),
                    hint,
                )

    def _judge(self, info: ZipInfo, seen: set[str]) -> None:
        name = info.orig_filename
        if info.flag_bits & _ENCRYPTED:
            raise self.wrong(say("{name} in it is encrypted", name=_told(name)), say("Save it without a password"))
        if not _harmless(name):
            raise self.wrong(
                say("a member has the name “{name}”, which leads out of the archive or is no name", name=_told(name)), say("Do not open it")
            )
        if name.lower() in seen:
            raise self.wrong(say("it holds {name} twice", name=_told(name)))
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.wrong(say("{name} in it is compressed in a way that DOCX does not know", name=_told(name)))
        seen.add(name.lower())

    def _place(self, infos: list[ZipInfo], directory: int) -> None:
        """Find the records; what overlaps was made to deceive."""
        places: dict[str, Record] = {}
        limit = directory
        for info in sorted(infos, key=lambda one: one.header_offset, reverse=True):
            start = info.header_offset
            header = self.data[start : start + _LOCAL_HEADER.size]
            if len(header) < _LOCAL_HEADER.size or not header.startswith(_LOCAL):
                raise self.wrong(say("{name} in it is not where the archive's directory says", name=_told(info.filename)))
            *_, name, extra = _LOCAL_HEADER.unpack(header)
            begin = start + _LOCAL_HEADER.size + name + extra
            if begin + info.compress_size > limit:
                raise self.wrong(say("its members overlap or are cut off"), say("Do not open it"))
            places[info.filename] = Record(info, start, begin, begin + info.compress_size)
            limit = start
        self.records = {info.filename: places[info.filename] for info in infos}

    # --- writing

    def written(self, changed: Mapping[str, bytes]) -> bytes:
        """Return the archive with the bytes of ``changed`` parts in the place of their own.

        All other members keep their records as they are: compressed bytes, names, dates, extra fields; so do the order and comments.
        """
        order = sorted(self.records.values(), key=lambda record: record.start)
        stops = [record.start for record in order[1:]] + [max(record.end for record in order)]
        out = [self.data[: order[0].start]]
        size = len(out[0])
        entries: dict[str, bytes] = {}
        for record, stop in zip(order, stops, strict=True):
            name = record.info.filename
            if name in changed:
                body, entries[name] = _renewed(record.info, changed[name], size)
            else:
                stop = stop if stop > record.end else record.end + self._descriptor(record)
                body, entries[name] = self.data[record.start : stop], _entry(record.info, size)
            out.append(body)
            size += len(body)
        directory = b"".join(entries[name] for name in self.records)
        count = len(entries)
        end = _END_RECORD.pack(_END, 0, 0, count, count, len(directory), size, len(self.comment))
        return b"".join([*out, directory, end, self.comment])

    def _descriptor(self, record: Record) -> int:
        """Return the length of the data descriptor behind the last record."""
        if not record.info.flag_bits & _DESCRIPTOR:
            return 0
        return 16 if self.data.startswith(b"PK\x07\x08", record.end) else 12


def _told(name: str) -> str:
    """Return a member's name for a sentence: in a damaged archive it may be all that follows."""
    return name if len(name) <= _LONGEST_TOLD else f"{name[:_LONGEST_TOLD]}…"


def _harmless(name: str) -> bool:
    if not name or name.startswith("/") or "\\" in name or ":" in name or not name.isprintable():
        return False
    return not any(step in ("", ".", "..") for step in name.removesuffix("/").split("/"))


def _renewed(info: ZipInfo, data: bytes, offset: int) -> tuple[bytes, bytes]:
    """Return the record of a changed member and its entry in the directory."""
    raw = data
    if info.compress_type == zipfile.ZIP_DEFLATED:
        deflater = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        raw = deflater.compress(data) + deflater.flush()
    flags = info.flag_bits & ~(_DESCRIPTOR | _LEVEL)
    crc = zlib.crc32(data)
    date, time = _moment(info)
    name, extra = _name(info), _extra(info.extra)
    fields = (info.extract_version, flags, info.compress_type, time, date, crc, len(raw), len(data), len(name), len(extra))
    header = _LOCAL_HEADER.pack(_LOCAL, *fields)
    return header + name + extra + raw, _entry(info, offset, flags=flags, crc=crc, sizes=(len(raw), len(data)))


def _entry(info: ZipInfo, offset: int, *, flags: int | None = None, crc: int | None = None, sizes: tuple[int, int] | None = None) -> bytes:
    date, time = _moment(info)
    name, extra = _name(info), _extra(info.extra)
    header = _CENTRAL_HEADER.pack(
        _CENTRAL,
        *(info.create_version & 0xFF, info.create_system & 0xFF, info.extract_version & 0xFF, 0),
        *(info.flag_bits if flags is None else flags, info.compress_type, time, date),
        info.CRC if crc is None else crc,
        *(sizes or (info.compress_size, info.file_size)),
        *(len(name), len(extra), len(info.comment), 0, info.internal_attr),
        *(info.external_attr, offset),
    )
    return header + name + extra + info.comment


def _moment(info: ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2


def _name(info: ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437")


def _extra(extra: bytes) -> bytes:
    """Return the extra fields without those that give sizes of more than 4 GiB, which nothing here has."""
    return b"".join(field for key, field in _fields(extra) if key != _ZIP64)


def _fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(extra):
        key, size = struct.unpack_from("<HH", extra, at)
        yield key, extra[at : at + 4 + size]
        at += 4 + size
    if at < len(extra):
        yield -1, extra[at:]


def is_xml(name: str) -> bool:
    """Tell whether the member ``name`` holds XML."""
    return name.lower().endswith((".xml", ".rels", ".vml"))
