"""Markdown as a row of events with places in code points, by pulldown-cmark; shortcodes are hidden from it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from transloc.errors import InputError
from transloc.formats.markdown.definitions import NONE, Definitions
from transloc.wording import say

#: A longer one is not seen as a shortcode: what follows a stretch of a document must tell nothing about it.
LONGEST_SHORTCODE = 50_000
_ANY = f"{{0,{LONGEST_SHORTCODE}}}?"

if TYPE_CHECKING:
    from pyromark import Options


def _up_to(opening: str) -> str:
    """Return what a shortcode holds: no blank line, no code span, no ``opening`` (or a row of them would cost its square).

    An argument may be quoted with grave accents.
    """
    return rf"(?:(?!\n[ \t]*\r?\n|{opening})(?:=`[^`\r\n]*`|[^`])){_ANY}"


#: What site generators put between the words: Hugo, Jekyll (Liquid), kramdown attributes, MDX comments.
#: One that holds code goes with all it holds.
SHORTCODE = re.compile(
    r"\{%-?\s*(?P<liquid>highlight|raw|comment|verbatim|mermaid)\b(?>(?:(?!\{%).)*?%\})"
    rf"(?:(?!\{{%-?\s*(?P=liquid)\b).){_ANY}\{{%-?\s*end(?P=liquid)\s*-?%\}}"
    r"|\{\{(?P<mark>[<%])\s*(?P<hugo>highlight|mermaid|katex|chart|rawhtml)\b(?>[^{}]*?[>%]\}\})"
    rf"(?:(?!\{{\{{[<%]\s*(?P=hugo)\b).){_ANY}\{{\{{[<%]\s*/\s*(?P=hugo)\s*[>%]\}}\}}"
    rf"|\{{\{{<{_up_to('{{<')}>\}}\}}|\{{\{{%{_up_to('{{%')}%\}}\}}|\{{%{_up_to('{%')}%\}}|\{{\{{{_up_to('{{')}\}}\}}"
    rf"|\{{:[^{{}}\r\n`]*\}}|\{{/\*{_up_to('{/[*]')}\*/\}}",
    re.DOTALL,
)
#: What begins a box, before its title: fences (Pandoc, VuePress, Docusaurus), admonitions (MkDocs), callouts (Obsidian).
_BOX = re.compile(
    r"^:{3,}[ \t]*(?:[\w-]+)?(?:\{[^}\r\n]*\})?|^(?P<margin>[ \t]*)(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?=[ \t]|\r?$)"
    r"|^(?P<marks>[ \t>]*>[ \t]?)\[!(?!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\r?$)[\w-]+\][+-]?",
    re.MULTILINE,
)
_BOXES = (":::", "!!!", "???", "[!")
_LONE_RETURN = re.compile(r"\r(?!\n)")  # to pulldown-cmark it ends a line, but not everywhere
_PRIVATE = (range(0xE000, 0xF8FF), range(0xF0000, 0xFFFFD), range(0x100000, 0x10FFFD))
_CONTINUED = bytes(range(0x80, 0xC0))  # bytes that begin no character
_STEP = 2048
_NO_DATA: dict[str, Any] = {}
_SHORT = ("Autolink", "Email")


class Event(NamedTuple):
    """``kind`` is start, end, or the name of what has no content; ``tag`` what starts or ends; ``data`` what is told of it.

    Where a block starts, its end is not known yet and told as its start.
    """

    kind: str
    tag: str
    data: Any
    start: int
    end: int


#: Makes an event of a tuple: to give each its names takes twice as long.
_made = partial(tuple.__new__, Event)


class Masked(NamedTuple):
    """A text in which each character of a shortcode is ``filler``, a character that the text itself lacks."""

    text: str
    filler: str


def mask(text: str, start: int = 0) -> Masked:
    """Hide the shortcodes of ``text`` from ``start`` on without moving anything; lines that end as on old Macs end in a line feed."""
    filler = next((char for char in map(chr, chain(*_PRIVATE)) if char not in text), "")
    if not filler:
        raise InputError(say("this is no article: every character that is nobody's stands in it"))
    body = text[start:] if start else text
    body = _LONE_RETURN.sub("\n", body) if "\r" in body else body
    if "{" in text:
        body = SHORTCODE.sub(lambda found: filler * len(found[0]), body)
    if any(sign in text for sign in _BOXES):
        body = _BOX.sub(lambda found: _after_marks(found, filler), body)
    return Masked(text[:start] + body, filler)


def _after_marks(found: re.Match[str], filler: str) -> str:
    marks = found["margin"] or found["marks"] or ""
    return marks + filler * (len(found[0]) - len(marks))


def events(masked: Masked, start: int = 0, definitions: Definitions = NONE) -> Iterator[Event]:
    """Yield the events of the Markdown that begins at ``start``; ``definitions`` are those of the document that stand outside of it."""
    text = masked.text[start:]
    before = definitions.before(text)
    whole, skip = before + text, len(before.encode())
    at = _Offsets(whole, len(before) - start).at
    stack: list[int] = []
    for event, span in raw_events(whole, definitions):
        begin = span["start"]
        if begin < skip:
            continue
        if isinstance(event, str):
            yield _made((event, "", None, at(begin), at(span["end"])))
            continue
        [(kind, value)] = event.items()
        if kind == "Start":
            if isinstance(value, str):
                tag, data = value, _NO_DATA
            else:
                [(tag, data)] = value.items()
            began = at(begin)
            stack.append(began)
            short = tag == "Link" and data["link_type"] in _SHORT
            yield _made(("start", tag, data, began, at(span["end"]) if short else began))
        elif kind == "End":
            tag = value if isinstance(value, str) else next(iter(value))
            yield _made(("end", tag, None, stack.pop(), at(span["end"])))
        else:
            yield _made((kind, "", value, at(begin), at(span["end"])))


def raw_events(text: str, definitions: Definitions = NONE) -> Iterator[tuple[Any, Any]]:
    """Return pulldown-cmark's own events of ``text``, with their spans in bytes."""
    import pyromark

    resolve = definitions.resolve if definitions.links else None
    return pyromark.events_with_range(text, options=_options(), broken_link_callback=resolve)


@cache
def _options() -> "Options":
    import pyromark

    o = pyromark.Options
    options = o.ENABLE_TABLES | o.ENABLE_FOOTNOTES | o.ENABLE_STRIKETHROUGH | o.ENABLE_TASKLISTS | o.ENABLE_HEADING_ATTRIBUTES
    return options | o.ENABLE_DEFINITION_LIST | o.ENABLE_MATH | o.ENABLE_GFM


class Reference(NamedTuple):
    """A link reference definition."""

    label: str
    address: str
    title: str
    start: int
    end: int


def references(text: str) -> Iterator[Reference]:
    """Yield the link reference definitions of ``text``, in order."""
    import pyromark

    if "]:" not in text:
        return
    at = _Offsets(text).at
    found = pyromark.reference_definitions(text, options=_options())
    for label, one in sorted(found.items(), key=lambda item: item[1]["span"]["start"]):
        yield Reference(label, one["dest"], one["title"] or "", at(one["span"]["start"]), at(one["span"]["end"]))


class _Offsets:
    """Tells code points by bytes of UTF-8, best when asked in order; ``shift`` is taken off."""

    def __init__(self, text: str, shift: int = 0) -> None:
        self._data = b"" if text.isascii() else text.encode()
        self._byte, self._point = 0, -shift
        self._known: list[tuple[int, int]] = [(0, -shift)]
        self._next = _STEP
        self._shift = shift

    def at(self, byte: int) -> int:
        """Return the code point that begins at ``byte``."""
        if not self._data:
            return byte - self._shift  # ASCII
        last = self._byte
        if byte == last:
            return self._point
        if byte < last:
            last, self._point = self._known[bisect_right(self._known, (byte, byte)) - 1]
        between = self._data[last:byte]
        self._point += byte - last if between.isascii() else len(between.translate(None, _CONTINUED))
        self._byte = byte
        if byte > self._next:
            self._known.append((byte, self._point))
            self._next = byte + _STEP
        return self._point
