"""Bytes to text and back, so that unchanged text gives the same bytes again.

The order is: byte order mark, UTF-16 without one, strict UTF-8, the declared charset, the Cyrillic code pages of Ukrainian
archives (windows-1251, KOI8-U), and charset-normalizer's verdict where it is confident. A file of ASCII alone is in the
charset that it declares: its translation will have to be.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from math import log
from pathlib import Path

from transloc.errors import InputError
from transloc.wording import say

_MARKS = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-32-le": codecs.BOM_UTF32_LE,  # before UTF-16, whose mark it begins with
    "utf-32-be": codecs.BOM_UTF32_BE,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}
_CONTROLS = bytes([*range(1, 9), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_MOST_CONTROLS = 0.05
_CYRILLIC = ("cp1251", "koi8-u")
_LETTERS = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэў’'")
#: How often letters come in Ukrainian and Russian prose, in thousandths (ours, 20,000 letters; the Russian ones by comparison).
_THOUSANDTHS = dict(
    zip(
        "оанритіевкдусплмзяьгбчйїєцшюхжфщыэъґё",
        (
            89,
            88,
            70,
            67,
            61,
            53,
            53,
            49,
            47,
            43,
            36,
            36,
            36,
            33,
            32,
            30,
            23,
            21,
            17,
            12,
            11,
            11,
            10,
            9,
            9,
            9,
            9,
            9,
            8,
            7,
            6,
            5,
            9,
            2,
            1,
            1,
            1,
        ),
        strict=True,
    )
)
_SHARES = {letter: log(share / 1000) for letter, share in _THOUSANDTHS.items()}
_RARE = log(0.0001)
#: Prose has -3.1 to -3.5, prose in the wrong code page -3.7 and less.
_LEAST_FREQUENCY = -3.6
#: Letters from which their frequency alone tells.
_ENOUGH = 200

#: What pages mean by the names of charsets that are older than what they hold (WHATWG Encoding, section 4.2).
_MEANT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030"}
_NAMES = {"x-cp1251": "cp1251", "win-1251": "cp1251", "cp-1251": "cp1251", "koi8-ru": "koi8-u", "koi8u": "koi8-u", "koi8": "koi8-r"}
#: Codecs that Python has under the name of a charset and no file is written in.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem", "utf-7", "utf-16", "utf-32"}
)

#: Bytes that are the same quotation marks, dashes and signs in all Windows code pages: a translation may have no others.
_SHARED_SIGNS = frozenset(
    b"\x82\x84\x85\x86\x87\x89\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa6\xa7\xa9\xab\xac\xad\xae\xb0\xb1\xb5\xb6\xb7\xbb"
)

#: Below this charset-normalizer itself finds the decoded text odd; above, that it reads like a language it knows.
_MOST_CHAOS, _LEAST_COHERENCE = 0.1, 0.3


def decode(data: bytes, path: Path | str | None = None, *, declared: str = "") -> tuple[str, str]:
    """Return the text of ``data`` without its byte order mark, and the name of the encoding for ``encode``.

    ``declared`` is the charset that the document names, if any. Raises InputError for what is no text, or of unknown charset.
    """
    for encoding, mark in _MARKS.items():
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding.removesuffix("-sig"))
            if text is None:
                raise InputError(
                    say("the file begins as {upper} and does not go on so", upper=encoding.upper()), path=path, hint=say("Save it as UTF-8")
                )
            return _checked(text, data, path), encoding if encoding == "utf-8-sig" else f"{encoding}+mark"
    if b"\0" in data:
        wide = _wide(data)
        if not wide:
            raise InputError(say("this is not text: it holds NUL bytes"), path=path, hint=say("Save the article as text in UTF-8"))
        return _checked(data.decode(wide), data, path), wide
    for encoding in _candidates(data, declared):
        text = _strictly(data, encoding) if encoding else None
        if text is not None:
            return _checked(text, data, path), encoding
    line = data.count(b"\n", 0, _first_no_utf8(data)) + 1
    raise InputError(say("its charset cannot be told with certainty"), path=path, line=line, hint=say("Save it as UTF-8"))


def _candidates(data: bytes, declared: str) -> Iterator[str]:
    if data.isascii():
        yield _known(declared)
    yield "utf-8"
    yield _known(declared)
    yield _cyrillic(data)
    yield _guess(data)


def _first_no_utf8(data: bytes) -> int:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return 0


def stretches(data: bytes, encoding: str, size: int = 1 << 18) -> Iterator[str]:
    """Yield the text of ``data`` in stretches of ``size`` bytes: a large file is never held as one text."""
    plain = encoding.removesuffix("+mark")
    decoder = codecs.getincrementaldecoder(plain)()
    for at in range(len(_MARKS[plain]) if plain != encoding else 0, len(data), size):
        yield decoder.decode(data[at : at + size], at + size >= len(data))


def line_at(data: bytes, encoding: str, offset: int) -> int:
    """Return the line, from 1, of the character at ``offset`` in the text of ``data``."""
    line, before = 1, ""
    for text in stretches(data, encoding):
        held = text[:offset]
        line += held.count("\n") + held.count("\r") - held.count("\r\n") - (before == "\r" and held[:1] == "\n")
        offset, before = offset - len(held), held[-1:] or before
        if offset <= 0:
            break
    return line


def text_of(data: bytes, encoding: str) -> str:
    """Return the text of ``data``, whose ``encoding`` an earlier ``decode`` told."""
    plain = encoding.removesuffix("+mark")
    return data[len(_MARKS[plain]) if plain != encoding else 0 :].decode(plain)


class Writer:
    """Takes a text in parts; ``bytes`` are those that ``encode`` would make of the whole."""

    def __init__(self, encoding: str) -> None:
        plain = encoding.removesuffix("+mark")
        self._encoder = codecs.getincrementalencoder(plain)()
        self._held = BytesIO()
        self._held.write(_MARKS[plain] if plain != encoding else b"")

    def write(self, text: str) -> None:
        """Take the next part; raises UnicodeEncodeError for characters that the charset lacks."""
        self._held.write(self._encoder.encode(text))

    def bytes(self) -> bytes:
        """Return all of it."""
        self._held.write(self._encoder.encode("", True))
        return self._held.getvalue()


def encode(text: str, encoding: str) -> bytes:
    """Return ``text`` as ``decode`` found it; raises UnicodeEncodeError for characters that the charset lacks."""
    if encoding == "utf-8-sig":
        return text.encode("utf-8-sig")
    plain = encoding.removesuffix("+mark")
    return (_MARKS[plain] if plain != encoding else b"") + text.encode(plain)


def lacks(encoding: str, words: str) -> bool:
    """Tell whether the charset has no place for some character of ``words``."""
    try:
        words.encode(encoding.removesuffix("+mark"))
    except UnicodeEncodeError:
        return True
    return False


def _strictly(data: bytes, encoding: str) -> str | None:
    """Return the text, or None unless it decodes and encodes back to the same bytes, as UTF-8 does always."""
    try:
        text = data.decode(encoding)
        return text if encoding == "utf-8" or text.encode(encoding) == data else None
    except UnicodeError:
        return None


def _checked(text: str, data: bytes, path: Path | str | None) -> str:
    if "\0" in text:
        raise InputError(say("this is not text: it holds NUL characters"), path=path, hint=say("Save the article as text in UTF-8"))
    most = _MOST_CONTROLS * len(text)
    if len(data) - len(data.translate(None, _CONTROLS)) > most and sum(map(text.count, _CONTROLS.decode())) > most:
        raise InputError(
            say("this is not text: it is full of control characters"), path=path, hint=say("Save the article as text in UTF-8")
        )
    return text


def _known(charset: str) -> str:
    """Return Python's name of the charset that a document declares, empty where it names none."""
    name = charset.strip().lower()
    try:
        found = codecs.lookup(_NAMES.get(name, name)) if name.isprintable() and name else None
    except (LookupError, UnicodeError):
        return ""
    if found is None or found.name in _NO_CHARSETS or not found._is_text_encoding:
        return ""
    return _MEANT.get(found.name, found.name)


def _wide(data: bytes) -> str:
    """Return in which order UTF-16 without a mark has its bytes, if it is that: letters of an alphabet lie below U+0600."""
    if len(data) % 2:
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        begin = data[: 1 << 16].decode(encoding, "ignore")
        if begin and "\0" not in begin and sum(c < "\u0600" or "\u2010" <= c <= "\u2122" for c in begin) >= 0.9 * len(begin):
            return encoding if _strictly(data, encoding) is not None else ""
    return ""


def _cyrillic(data: bytes) -> str:
    """Return the Cyrillic code page in which ``data`` reads like Ukrainian or Russian prose, if one clearly does.

    The two share their byte range: read in the wrong one, common letters become rare ones, whatever their case, and small letters
    capitals.
    """
    if all(byte in _SHARED_SIGNS for byte in data if byte > 0x7F):
        return "cp1251"
    texts = {encoding: text for encoding in _CYRILLIC if (text := _strictly(data, encoding)) is not None}
    best = max(texts, key=lambda encoding: _frequency(texts[encoding]), default="")
    return best if best and _is_prose(texts[best]) else ""


def _frequency(text: str) -> float:
    """Return how common the letters of a text are in prose: the mean of the logarithms of their shares, without regard to case."""
    letters = Counter(letter for letter in text.lower() if letter.isalpha() and not letter.isascii())
    total = sum(letters.values())
    return sum(count * _SHARES.get(letter, _RARE) for letter, count in letters.items()) / total if total else _RARE


def _is_prose(text: str) -> bool:
    """Tell whether the words that are not Latin look written by a person: by their letters, and where they are few by their case too."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    total = sum(map(len, words))
    cased = total < _ENOUGH
    sound = sum(len(word) for word in words if set(word.lower()) <= _LETTERS and (not cased or word[1:].islower() or word.isupper()))
    return total > 0 and sound >= total / 2 and _frequency(text) >= _LEAST_FREQUENCY


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or best.chaos > _MOST_CHAOS or best.coherence < _LEAST_COHERENCE:
        return ""
    return best.encoding
