"""Which encoding a table is in: UTF-8 with or without a byte order mark, UTF-16 with one; of all others the likely one is told."""

import re
import shlex

from transloc.errors import InputError
from transloc.wording import say

#: What may stand between two cells.
DELIMITERS = ",;\t"

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
#: What files of these languages were written in before Unicode; what no header names is Western.
_CHARSETS = {
    "uk ru be bg mk sr": ["cp1251", "koi8_u", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"],
    "pl cs sk hu hr sl ro sq": ["cp1250", "iso8859_2"],
    "tr az": ["cp1254"],
    "el": ["cp1253"],
    "lt lv et": ["cp1257"],
    "ja": ["shift_jis", "euc_jp"],
    "zh": ["gb18030", "big5"],
    "ko": ["euc_kr"],
}


class Undecodable(InputError):
    """A file that is no text in a Unicode encoding; ``column`` counts the characters of the line, from 1."""

    column = 1


def decode(data: bytes, path: str) -> tuple[str, str, bytes]:
    """Return the text, its encoding and its byte order mark; raises Undecodable for what is in no encoding of Unicode."""
    bom, encoding = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, len(bom) + error.start, bom, encoding, path) from None
    if "\0" in text:
        raise _undecodable(data, data.index(b"\0"), bom, encoding, path)
    return text, encoding, bom


def mended(data: bytes) -> bytes | None:
    """Return UTF-8 with U+FFFD for each damaged letter and NUL byte; None where too much is damaged to be UTF-8 at all."""
    text = data.decode("utf-8", "replace").replace("\0", "\ufffd")
    lost = text.count("\ufffd")
    whole = sum(not letter.isascii() for letter in text) - lost
    return text.encode() if lost * 10 < whole else None


def _undecodable(data: bytes, at: int, bom: bytes, encoding: str, path: str) -> Undecodable:
    before = data[len(bom) : at].decode(encoding, "replace")
    lines = re.split(r"\r\n|\r|\n", before)
    line, column = len(lines), len(lines[-1]) + 1

    def wrong(message: str, hint: str, line: int | None = line) -> Undecodable:
        error = Undecodable(message, path=path, line=line, hint=hint)
        error.column = column
        return error

    wide = _wide(data)
    if bom and encoding != "utf-8" and not wide.startswith("UTF-32"):
        return wrong(
            say("the file begins as {encoding} and does not go on so", encoding=encoding.upper()), say("Save the table as CSV in UTF-8")
        )
    if b"\0" in data and not wide:
        return wrong(say("this is not text: it holds NUL bytes"), say("Save the table as CSV in UTF-8"))
    if not wide and (bom or not data[:at].isascii()):  # so far it was UTF-8: the file is damaged here, and of no other charset
        return wrong(say("these bytes are not UTF-8"), say("Type this line anew, and save it as UTF-8"))
    likely = wide or _likely(data)
    fresh = re.sub(r"(\.\w+)?$", r".utf8\1", path, count=1)
    how = f"iconv -f {likely} -t UTF-8 {shlex.quote(path)} > {shlex.quote(fresh)}"
    return wrong(say("this is not UTF-8; it looks like {likely}", likely=likely), say("Convert it: {command}", command=how), None)


def _wide(data: bytes) -> str:
    """Return which UTF-32, or UTF-16 without its byte order mark, ``data`` is, if any."""
    zeros = [data[order::2].count(0) > len(data) // 8 for order in (0, 1)]
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        name = "UTF-32"
    elif all(zeros):
        name = "UTF-32BE" if data[0] == 0 else "UTF-32LE"
    elif any(zeros):
        name = "UTF-16BE" if zeros[0] else "UTF-16LE"
    else:
        return ""
    try:
        return name if _delimiters(data.decode(name)) else ""
    except UnicodeDecodeError:
        return ""


def _delimiters(text: str) -> int:
    return sum(map(text.count, DELIMITERS))


def _likely(data: bytes) -> str:
    """Return the charset that the languages of the header are written in and that fits best."""
    from charset_normalizer import from_bytes

    header = set(re.split(r"[^a-z]+", data[: data.find(b"\n") + 1 or None].decode("latin-1").lower()))
    fitting = [name for tongues, names in _CHARSETS.items() if header & set(tongues.split()) for name in names]
    best = from_bytes(data, cp_isolation=fitting or ["cp1252"]).best()
    return (best.encoding if best else fitting[0] if fitting else "cp1252").upper().replace("_", "-")
