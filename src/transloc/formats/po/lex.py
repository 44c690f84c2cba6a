"""The entries of a PO file, read strictly: half a file is an error, with its line, never a shorter file.

polib accepts unclosed texts and entries cut short, and given a text it splits lines at U+2028; so the lines are ours to judge.
The grammar is that of GNU gettext (po-gram.y), but for several quoted texts on one line.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from transloc.errors import InputError
from transloc.formats.po.text import INSIDE, shown, unescape
from transloc.wording import Said, say

_QUOTED = re.compile(f'"({INSIDE})"')
_OPEN = re.compile(r'"(?:[^"\\]|\\.)*\\?')
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?[ \t]*(?=")')
_CUT_KEYWORD = re.compile(r"m(?:s(?:g(?:c\w*|i\w*|s\w*)?)?)?(?:\[\d*\]?)?[ \t]*")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_SPACE = " \t\r\f\v"

_PLAIN = ("msgctxt", "msgid", "msgstr")
_WHOLE = re.compile(
    "\n".join(f'{name} "({INSIDE})"' for name in _PLAIN).replace('[^"\\\\]', '[^"\\\\\n\0]') + r"(?:\n(?=\n\s*(?:[^\"\s]|\Z)|\Z)|\Z)"
)

#: What may follow what within an entry; after msgstr an entry is whole.
_FOLLOWS = {"": {"msgctxt", "msgid"}, "msgctxt": {"msgid"}, "msgid": {"msgid_plural", "msgstr"}, "msgid_plural": {"msgstr"}}

_PLURAL = say("A msgid_plural goes with msgstr[0], msgstr[1] …, and only it does")
_RESTORE = say("Restore the file, or complete this place by hand")


@dataclass(slots=True)
class Entry:
    """One entry as it stands: ``comments`` are whole ``#`` lines with their numbers; ``start`` and ``end`` its first and last line."""

    start: int
    end: int = 0
    line: int = 0
    comments: list[tuple[int, str]] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    previous: str | None = None
    context: str | None = None
    source: str = ""
    plural: str | None = None
    targets: list[str] = field(default_factory=list)
    obsolete: bool = False

    @property
    def key(self) -> tuple[str | None, str]:
        """What must not stand twice in a file."""
        return self.context, self.source


def entries(text: str, encoding: str, path: Path | str | None) -> tuple[list[Entry], list[str]]:
    """Return the entries of ``text``, obsolete ones included, and the comment lines after the last.

    Raises InputError for all that is not whole, or stands twice.
    """
    lexer, at, number = _Lexer(encoding, path), 0, 1
    while at < len(text):
        whole = _WHOLE.match(text, at) if text.startswith("msgctxt", at) else None
        if whole and lexer.take_plain(number, whole):
            at, number = whole.end(), number + len(_PLAIN)
            continue
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        lexer.take(number, text[at:end].strip(_SPACE))
        at, number = end + 1, number + 1
    return lexer.finished(ended=text.endswith("\n"))


class _Lexer:
    def __init__(self, encoding: str, path: Path | str | None) -> None:
        self.encoding = encoding
        self.path = path
        self.done: list[Entry] = []
        self.entry: Entry | None = None
        self.last = ""  # the field that was read last
        self.pieces: list[str] = []  # its text so far
        self.previous: list[str] | None = None  # the text of ``#| msgid`` so far

    def take(self, number: int, line: str) -> None:
        if not line:
            return
        if line[0] == "#":
            self._hash(number, line)
        else:
            self._field(number, line, obsolete=False)

    def take_plain(self, number: int, found: re.Match[str]) -> bool:
        """Take an entry whose texts stand on a line each, as most do; tell whether it was one."""
        if self.last not in ("", "msgstr"):
            return False
        try:
            context, source, target = [unescape(text, self.encoding) for text in found.groups()]
        except UnicodeDecodeError:  # told where lines are read one by one
            return False
        if self.last:
            self._close()
        entry = self.entry or Entry(number)
        entry.line, entry.end = number + 1, number + len(_PLAIN) - 1
        entry.context, entry.source, entry.targets = context, source, [target]
        self._keep_previous()
        self.done.append(entry)
        self.entry = None
        return True

    def finished(self, *, ended: bool) -> tuple[list[Entry], list[str]]:
        entry, tail = self.entry, []
        if entry is not None and self.last:
            self._close()
        elif entry is not None:
            machine = entry.extracted or entry.flags or entry.references or entry.previous is not None or self.previous is not None
            if machine or not ended or any(re.match(r"#\s*transloc:", comment) for _, comment in entry.comments):
                raise self._error(entry.start, say("the file ends within an entry"), _RESTORE)
            tail = [comment for _, comment in entry.comments]
        self._distinct()
        return self.done, tail

    def _hash(self, number: int, line: str) -> None:
        if line.startswith("#~"):
            rest = line[2:].lstrip(_SPACE)
            if rest.startswith("|"):
                self._before(number)
            elif rest:
                self._field(number, rest, obsolete=True)
            return
        entry = self._before(number)
        kind, rest = line[1:2], line[2:].strip(_SPACE)
        if kind == ".":
            entry.extracted.append(rest)
        elif kind == ":":
            entry.references.append(line)
        elif kind == ",":
            entry.flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
        elif kind == "|":
            self._previous(number, rest)
        else:
            entry.comments.append((number, line))

    def _before(self, number: int) -> Entry:
        """Return the entry that a comment belongs to: the next one."""
        if self.last == "msgstr":
            self._close()
        elif self.last and self.entry is not None:
            raise self._cut(self.entry)
        if self.entry is None:
            self.entry = Entry(start=number)
        return self.entry

    def _previous(self, number: int, rest: str) -> None:
        keyword = _KEYWORD.match(rest)
        piece = self._piece(number, rest[keyword.end() :] if keyword else rest)
        if keyword:
            self._keep_previous()
            self.previous = [piece] if keyword[1] == "msgid" else None
        elif self.previous is not None:
            self.previous.append(piece)

    def _keep_previous(self) -> None:
        if self.previous is not None and self.entry is not None:
            self.entry.previous = "".join(self.previous)
        self.previous = None

    def _field(self, number: int, line: str, *, obsolete: bool) -> None:
        keyword = _KEYWORD.match(line)
        if keyword is None and line[0] != '"':
            raise self._junk(number, line)
        piece = self._piece(number, line[keyword.end() :] if keyword else line)
        if keyword is None:
            if not self.last:
                raise self._error(number, say("this text belongs to no entry"), _RESTORE)
            self.pieces.append(piece)
        else:
            self._keyword(number, keyword, piece, obsolete=obsolete)
        assert self.entry is not None
        if self.entry.obsolete != obsolete:
            raise self._error(number, say("the entry is obsolete (#~) only in part"), say("Put #~ before all of its lines, or before none"))
        self.entry.end = number

    def _keyword(self, number: int, keyword: re.Match[str], piece: str, *, obsolete: bool) -> None:
        name, index = keyword[1], keyword[2]
        if self.last == "msgstr" and name != "msgstr":
            self._close()
        if self.entry is None:
            self.entry = Entry(start=number)
        if not self.last:
            self.entry.obsolete = obsolete
        if not (self.last == "msgstr" and index) and name not in _FOLLOWS.get(self.last, ()):
            raise self._out_of_turn(number, name)
        self._keep_field()
        if name == "msgid":
            self.entry.line = number
        if name == "msgstr":
            self._form(number, self.entry, index)
        self.last, self.pieces = name, [piece]

    def _form(self, number: int, entry: Entry, index: str | None) -> None:
        if (index is not None) != (entry.plural is not None):
            wanted = "msgstr[0]" if index is None else "msgstr"
            raise self._error(number, say("{wanted} is expected here", wanted=wanted), _PLURAL)
        if index is not None and int(index) != len(entry.targets):
            raise self._error(number, say("{wanted} is expected here", wanted=f"msgstr[{len(entry.targets)}]"), _RESTORE)

    def _keep_field(self) -> None:
        entry, text = self.entry, "".join(self.pieces)
        assert entry is not None
        if self.last == "msgctxt":
            entry.context = text
        elif self.last == "msgid":
            entry.source = text
        elif self.last == "msgid_plural":
            entry.plural = text
        elif self.last == "msgstr":
            entry.targets.append(text)

    def _close(self) -> None:
        entry = self.entry
        assert entry is not None
        if self.last != "msgstr":
            raise self._cut(entry)
        self._keep_field()
        self._keep_previous()
        self.done.append(entry)
        self.entry, self.last, self.pieces = None, "", []

    def _piece(self, number: int, text: str) -> str:
        found = _QUOTED.fullmatch(text)
        if found is None or "\0" in text:
            raise self._unreadable(number, text)
        try:
            return unescape(found[1], self.encoding)
        except UnicodeDecodeError:
            raise self._error(
                number, say("the numbered escapes are no text"), say("They must be {encoding} bytes", encoding=self.encoding)
            ) from None

    def _distinct(self) -> None:
        seen: dict[tuple[str | None, str], Entry] = {}
        for entry in self._standing():
            first = seen.setdefault(entry.key, entry)
            if first is not entry:
                raise self._error(entry.line, _twice(entry, first.line), say("Keep one of the two"))

    def _standing(self) -> Iterable[Entry]:
        return (entry for entry in self.done if not entry.obsolete)

    def _cut(self, entry: Entry) -> InputError:
        return self._error(
            entry.line or entry.start, say("the entry has no {wanted}", wanted="msgstr" if entry.line else "msgid"), _RESTORE
        )

    def _out_of_turn(self, number: int, name: str) -> InputError:
        assert self.entry is not None
        if name in ("msgctxt", "msgid") and self.last:
            return self._cut(self.entry)
        return self._error(number, say("{name} does not belong here", name=name), say("An entry is msgctxt, msgid, msgstr, in this order"))

    def _junk(self, number: int, line: str) -> InputError:
        if _CONFLICT.match(line):
            return self._error(number, say("git left a merge conflict here"), say("Resolve it, or merge with “transloc git-merge”"))
        if _CUT_KEYWORD.fullmatch(line):
            return self._error(number, say("the line is cut short"), _RESTORE)
        return self._error(number, say("this line is neither a comment nor part of an entry"), _RESTORE)

    def _unreadable(self, number: int, text: str) -> InputError:
        if "\0" in text:
            return self._error(number, say("there are NUL bytes here: the file is damaged"), _RESTORE)
        if not text.startswith('"'):
            return self._error(number, say("a quoted text is expected here"), _RESTORE)
        if _OPEN.fullmatch(text):
            return self._error(number, say("the text is not closed: its quotation mark is missing"), _RESTORE)
        if re.fullmatch(r'"(?:[^"\\]|\\.)*"', text):
            return self._error(number, say("the text has a backslash that escapes nothing"), say(r"Write \\ for a backslash"))
        return self._error(number, say("a quotation mark within the text is not escaped"), say(r"Write \" within a text"))

    def _error(self, line: int, message: str, hint: str) -> InputError:
        return InputError(message, path=self.path, line=line, hint=hint)


def _twice(entry: Entry, first: int) -> Said:
    if entry.key == (None, ""):
        return say("the header stands twice (first in line {first})", first=first)
    return say("the entry {entry!r} stands twice (first in line {first})", entry=shown(entry.context or entry.source), first=first)
