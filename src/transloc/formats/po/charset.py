"""The characters of a PO file: its header names their encoding, which is UTF-8 where it names none."""

import codecs
import re
from pathlib import Path

from transloc.errors import InputError
from transloc.formats.po.text import shown
from transloc.wording import say

_HEADER = re.compile(rb'^[ \t]*msgid[ \t]*""[ \t]*\r?\n[ \t]*msgstr[ \t]*(?P<fields>(?:"[^\n]*\n\s*)*)', re.MULTILINE)
_CHARSET = re.compile(rb'charset=([^\s"\\;]+)', re.IGNORECASE)

#: What a template says before somebody fills it in.
_UNSET = "CHARSET"


def decode(data: bytes, path: Path | str | None) -> tuple[str, str]:
    r"""Return the text of ``data`` and its encoding; line ends become ``\n``, a byte order mark goes.

    Raises InputError, with the line, for an unknown encoding or bytes that are not in it.
    """
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise InputError(say("the file is empty"), path=path, hint=_BACK)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError(say("this is UTF-16, which no gettext tool reads"), path=path, line=1, hint=say("Save it as UTF-8"))
    encoding, line = _declared(data)
    if data.startswith(codecs.BOM_UTF8):
        data, encoding = data.removeprefix(codecs.BOM_UTF8), "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if error.end == len(data):
            raise InputError(say("the file is cut off in the middle of a letter"), path=path, line=line, hint=_BACK) from None
        why = say("these bytes are not {encoding} text", encoding=shown(encoding))
        raise InputError(why, path=path, line=line, hint=_WAY_OUT) from None
    except UnicodeError:
        why = say("the text cannot be read as {encoding}", encoding=shown(encoding))
        raise InputError(why, path=path, line=line, hint=_WAY_OUT) from None
    except (LookupError, ValueError):  # the latter for a name with a NUL in it
        why = say("the encoding {encoding} is not known", encoding=shown(encoding))
        raise InputError(why, path=path, line=line, hint=say("Save the file as UTF-8")) from None
    return text.replace("\r\n", "\n"), encoding


_BACK = say("Bring it back from git, or remove it and sync again")
_WAY_OUT = say("Save the file as UTF-8, and let its Content-Type header say so")


def _declared(data: bytes) -> tuple[str, int]:
    header = _HEADER.search(data)
    found = _CHARSET.search(data, header.start("fields"), header.end("fields")) if header else None
    name = found[1].decode("ascii", "replace") if found else _UNSET
    line = data.count(b"\n", 0, found.start()) + 1 if found else 1
    return "utf-8" if name == _UNSET else name, line
