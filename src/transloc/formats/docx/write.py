"""Words and codes written as runs at one place, and what a text says, so that what was written can be compared with what is read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from transloc import markup
from transloc.formats.docx.formatting import run_format
from transloc.formats.docx.place import Place
from transloc.formats.docx.xml import escape, escape_attribute
from transloc.markup import Form, Token
from transloc.model import Code
from transloc.wording import say

#: What the markup of a code becomes where units inside of it change; given its number and its raw markup.
Render = Callable[[int, str], bytes]


@dataclass(frozen=True, slots=True)
class Fault(Exception):
    """A text cannot be written, and why."""

    why: str


def normal(tokens: Iterable[Token], *, lines: bool) -> tuple[Token, ...]:
    """Return ``tokens`` without white space at their edges; where there are no ``lines``, breaks and tabs in words become spaces."""
    held = [markup.Text(_SPACES.sub(" ", token.value)) if isinstance(token, markup.Text) and not lines else token for token in tokens]
    if held and isinstance(held[0], markup.Text):
        held[0] = markup.Text(held[0].value.lstrip())
    if held and isinstance(held[-1], markup.Text):
        held[-1] = markup.Text(held[-1].value.rstrip())
    return tuple(token for token in held if not isinstance(token, markup.Text) or token.value)


def words_of(tokens: Iterable[Token]) -> str:
    """Return the words of ``tokens``."""
    return "".join(token.value for token in tokens if isinstance(token, markup.Text))


def runs(tokens: Iterable[Token], codes: Mapping[int, Code], place: Place, render: Render) -> bytes:
    """Return ``tokens`` as runs; raises Fault where codes do not nest."""
    out = [place.lead.encode()]
    formats = [place.base]
    open_: list[int] = []
    for token in _padded(tuple(tokens), place.pad):
        if isinstance(token, markup.Text):
            out.append(_words(token.value, formats[-1], place))
            continue
        code = codes[token.number]
        if token.form is Form.CLOSE:
            if not open_ or open_.pop() != token.number:
                raise Fault(say("the code {code} closes what is not open", code=str(token)))
            formats.pop()
            out.append((code.close or "").encode())
        elif token.form is Form.OPEN:
            if code.close is None:
                raise Fault(say("the code {code} has nothing to close it", code=str(token)))
            open_.append(token.number)
            formats.append(code.open if code.close == "" else place.bases.get(token.number, formats[-1]))
            out.append(render(token.number, code.open) if code.close else b"")
        else:
            if code.close is not None:
                raise Fault(say("the code {code} is one half of a pair in its source", code=str(token)))
            out.append(render(token.number, code.open))
    if open_:
        raise Fault(say("the code {code} is not closed", code=f"<{open_[-1]}>"))
    return b"".join([*out, place.tail.encode()])


def _padded(tokens: tuple[Token, ...], pad: tuple[str, str]) -> Iterator[Token]:
    """Yield ``tokens`` between the white space that the source has at its edges, neighbouring words as one."""
    words = ""
    for token in (markup.Text(pad[0]), *tokens, markup.Text(pad[1])):
        if isinstance(token, markup.Text):
            words += token.value
            continue
        if words:
            yield markup.Text(words)
        words = ""
        yield token
    if words:
        yield markup.Text(words)


def _words(words: str, properties: str, place: Place) -> bytes:
    """Return one run of ``words``, nothing for none."""
    return f"<{place.prefix}r>{properties}{texts(words, place.prefix)}</{place.prefix}r>".encode() if words else b""


def texts(words: str, prefix: str) -> str:
    """Return ``words`` as the content of a run: hyphens that do not break are elements of their own."""
    hyphen = f"<{prefix}noBreakHyphen/>"
    return hyphen.join(_text(part, prefix) for part in words.split("\u2011"))


def _text(words: str, prefix: str) -> str:
    if not words:
        return ""
    space = ' xml:space="preserve"' if words[0].isspace() or words[-1].isspace() else ""
    return f"<{prefix}t{space}>{escape(words)}</{prefix}t>"


def value(words: str, place: Place) -> bytes:
    """Return ``words`` as the value of an attribute or a property."""
    whole = place.pad[0] + words + place.pad[1]
    return (escape_attribute(whole, place.quote) if place.context == "attribute" else escape(whole)).encode()


Sign = tuple[str, object]

#: The labels of codes that never stand outside of a unit.
_FIRM = ("footnote", "endnote", "formula", "ruby")
#: Markup that holds texts of its own: pictures with alternative texts, text boxes, links with tips.
_CARRIES = re.compile(r"docPr|txbxContent|\salt\s*=|tooltip\s*=")
_CHUNK = re.compile(r"\s+|\S+")
_SPACES = re.compile(r"[ \t]*(?:\r\n|[\r\n\t])[ \t\r\n]*")


def signs(tokens: Iterable[Token], codes: Mapping[int, Code], place: Place) -> tuple[Sign, ...]:
    """Return what a text says without regard to how: its words with their formatting, and its codes.

    White space has no formatting, and none counts at the edges, nor do things there that may stand outside of a unit. A code whose
    markup may hold units says but its label, as its markup changes with them.
    """
    said: list[Sign] = []
    formats = [run_format(place.base).key if place.context == "runs" else ""]
    for token in tokens:
        if isinstance(token, markup.Text):
            _say(said, token.value, formats[-1])
            continue
        code = codes[token.number]
        if code.close == "":
            if token.form is Form.CLOSE:
                formats.pop()
            else:
                formats.append(run_format(code.open).key)
        elif token.form is Form.CLOSE:
            formats.pop()
            said.append(("close", code.close))
        else:
            if token.form is Form.OPEN:
                formats.append(run_format(place.bases[token.number]).key if token.number in place.bases else formats[-1])
            form = "loose" if token.form is Form.EMPTY and not code.label.startswith(_FIRM) else str(token.form)
            said.append((form, code.label if _CARRIES.search(code.open) else code.open))
    return _inked(said)


def _inked(said: list[Sign]) -> tuple[Sign, ...]:
    """Return what is said without white space and loose things at its edges."""
    low, high = 0, len(said)
    while low < high and _faint(said[low]):
        low += 1
    while high > low and _faint(said[high - 1]):
        high -= 1
    return tuple(said[low:high])


def _faint(sign: Sign) -> bool:
    return sign[0] == "loose" or sign[0] == "space"


def _say(said: list[Sign], words: str, key: object) -> None:
    """Add words: what stands between white space with its formatting, white space without."""
    for chunk in _CHUNK.findall(words):
        own: Sign = ("space", chunk) if chunk.isspace() else ("words", (key, chunk))
        if said and said[-1][0] == own[0] == "space":
            said[-1] = ("space", f"{said[-1][1]}{chunk}")
        elif said and own[0] == "words" and isinstance(said[-1][1], tuple) and said[-1][1][0] == key:
            said[-1] = ("words", (key, said[-1][1][1] + chunk))
        else:
            said.append(own)
