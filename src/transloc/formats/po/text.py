r"""Quoted texts of PO files: escapes in and out.

polib has the say on the escapes that it knows. It leaves three as they stand that GNU gettext reads, and msgcat writes one of
them: ``\a``, octal ``\303\251`` and hexadecimal ``\xC3\xA9`` bytes; those are read here.
"""

import re

import polib

#: The inside of a quoted text with nothing but escapes that GNU gettext (po-lex.c) accepts.
INSIDE = r'[^"\\]*(?:\\(?:[abfnrtv"\\0-7]|x[0-9a-fA-F])[^"\\]*)*'

#: Characters of a file that a sentence quotes.
_SHOWN = 60

_ESCAPE = re.compile(r"(?P<bytes>(?:\\(?:[0-7]{1,3}|x[0-9a-fA-F]+))+)|\\a|(?:\\[^a0-7x][^\\]*)+")
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]{1,3}))")


def quoted(text: str) -> str:
    r"""Return ``text`` in quotes, on one line. NUL becomes ``\000``; other rare control characters stand raw, as polib has it."""
    escaped: str = polib.escape(text)
    return '"' + escaped.replace("\0", r"\000") + '"'


def unescape(inside: str, encoding: str) -> str:
    """Return what stands between the quotes; numbered bytes are in the file's ``encoding``.

    Raises UnicodeDecodeError where those bytes are no text.
    """
    if "\\" not in inside:
        return inside
    if inside.count("\\") == inside.count('\\"') and "\\\\" not in inside:  # quotation marks alone
        return inside.replace('\\"', '"')
    return _ESCAPE.sub(lambda found: _character(found, encoding), inside)


def _character(found: re.Match[str], encoding: str) -> str:
    if found["bytes"]:
        numbers = (int(hexadecimal, 16) if hexadecimal else int(octal, 8) for hexadecimal, octal in _BYTE.findall(found["bytes"]))
        return bytes(number & 0xFF for number in numbers).decode(encoding)
    character: str = "\a" if found[0] == r"\a" else polib.unescape(found[0])
    return character


def shown(text: str) -> str:
    """Return as much of ``text`` as a sentence can quote."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
