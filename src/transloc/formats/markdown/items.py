"""What the parser tells of a chapter as a row of items that two texts of the same structure have in common but for their words."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from transloc.formats.html.tokens import Token, attributes, tokens
from transloc.formats.html.vocabulary import WORDED
from transloc.formats.markdown import shortcodes
from transloc.formats.markdown.definitions import Definitions, normal
from transloc.formats.markdown.events import Masked, Reference, raw_events, references
from transloc.formats.markdown.slots import SPACE
from transloc.formats.markdown.spaces import folded, on_one_line
from transloc.formats.references import unescape
from transloc.formats.runs import loose

_FORMULAS = frozenset({"InlineMath", "DisplayMath"})
_LINKS = frozenset({"Link", "Image"})
#: Kinds of links that no translation makes another of.
_KEPT = frozenset({"Inline", "Autolink", "Email"})
_END_OF_IMAGE = {"End": "Image"}
#: A soft break among words (no text holds this character), and one that belongs to a code.
_SOFT, _GLUED = "\0", ("break",)


class Link(NamedTuple):
    """The start of a link or, as ``tag`` tells, an image; ``how`` is the kind of link, all that lead to a definition told alike.

    ``title`` is its own, not that of its definition, whose ``label`` is told for it.
    """

    tag: str
    how: str
    address: str
    title: str
    label: str


class Tag(NamedTuple):
    """A tag or a comment of HTML: ``parts`` are all of it but the values that a reader meets, which are ``words``."""

    form: str
    name: str
    parts: tuple[str, ...]
    words: tuple[str, ...] = ()


class Formula(NamedTuple):
    """A formula, or words between two prices."""

    raw: str


class Hidden(NamedTuple):
    """A row of shortcodes, told as a tag is."""

    parts: tuple[str, ...]
    words: tuple[str, ...] = ()


#: A row of words, one of the above, or what pulldown-cmark tells of anything else.
Item = str | Link | Tag | Formula | Hidden | Reference | Any


class Row:
    """The items of a chapter ``text``; ``starts`` and ``ends`` are theirs in bytes of its masked text. No words follow words.

    After all others come the definitions of links, whose places are told in code points.
    """

    def __init__(self, text: str, masked: Masked, definitions: Definitions) -> None:
        self.items: list[Item] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._filler = masked.filler
        self._data = masked.text.encode()
        self._run: list[str] = []  # of words
        self._run_from = 0
        self._html: list[tuple[int, int]] = []  # the lines of a block
        before = definitions.before(masked.text)
        skip = len(before.encode())
        self._hidden = dict(_hidden(text, masked))
        for event, span in raw_events(before + masked.text, definitions):
            start = span["start"] - skip
            if start >= 0:
                self._feed(event, start, span["end"] - skip)
        for one in references(masked.text):
            self._put(one._replace(start=0, end=0), one.start, one.end)
        for raw in self._hidden.values():  # in addresses and the like
            self._put((raw,), 0, 0)

    def _feed(self, event: Any, start: int, end: int) -> None:
        if isinstance(event, str):
            if event == "SoftBreak":
                self._words(_SOFT, start)
            else:
                self._add((event,), start, end)
            return
        [(kind, told)] = event.items()
        if kind == "Text":
            if self._hidden and self._filler in told:
                self._around_hidden(told, start)
            else:
                self._words(told, start)
        elif kind == "Html":
            self._html.append((start, end))
        elif kind == "InlineHtml":
            self._tokens(start, end)
        else:
            if self._html:
                self._block()
            self._add(event if kind == "End" else _named(event, kind, told), start, end)

    def _words(self, words: str, start: int) -> None:
        if not self._run:
            self._run_from = start
        elif self._run[0] is _SOFT and len(self._run) == 1:
            self._run_from = start - 1
        self._run.append(words)

    def _add(self, item: Item, start: int, end: int) -> None:
        if self._run:
            self._end_run(start, item)
        self.items.append(item)
        self.starts.append(start)
        self.ends.append(end)

    def _end_run(self, end: int, following: Item) -> None:
        """Put the row of words that ends here; a soft break at its edge belongs to the loose code beside it."""
        words, self._run = self._run[0] if len(self._run) == 1 else "".join(self._run), []
        begin, last = 0, len(words)
        if _SOFT in words:
            begin += words.startswith(_SOFT) and _is_loose(self.items[-1])
            last -= last > begin and words.endswith(_SOFT) and _is_loose(following)
            words = words.replace(_SOFT, " ")
        if begin:
            self._put(_GLUED, self._run_from, end)
        if last > begin:
            self._put(words[begin:last], self._run_from + begin, end)
        if last < len(words):
            self._put(_GLUED, end, end)

    def _put(self, item: Item, start: int, end: int) -> None:
        self.items.append(item)
        self.starts.append(start)
        self.ends.append(end)

    def _around_hidden(self, words: str, start: int, *, html: bool = False) -> None:
        """Take words with shortcodes in them."""
        for part in re.split(f"({self._filler}+)", words):
            end = start + len(part.encode())
            if part.startswith(self._filler):
                self._add(_told(self._hidden.pop(start, part)), start, end)
            elif part:
                said = folded(part) if html else part
                self._words(said, start + _margin(part) - _margin(said))
            start = end

    def _block(self) -> None:
        """Take a block of HTML; its lines as one item each where between them stand the marks of what holds it."""
        lines, self._html = self._html, []
        if all(one[1] == other[0] for one, other in pairwise(lines)):
            self._tokens(lines[0][0], lines[-1][1])
        else:
            for start, end in lines:
                self._add((self._data[start:end],), start, end)

    def _tokens(self, start: int, end: int) -> None:
        text = self._data[start:end].decode()
        for token in tokens(text):
            written = text[token.start : token.end]
            stop = start + len(written.encode())
            if token.form == "text":
                self._around_hidden(written, start, html=True)
            elif token.form == "reference":
                self._words(unescape(written), start)
            else:
                self._add(_tag(token, text), start, stop)
            start = stop


def _hidden(text: str, masked: Masked) -> Iterator[tuple[int, str]]:
    """Yield where rows of shortcodes begin, in bytes of the masked text, and what they are."""
    at = byte = 0
    for found in re.finditer(f"{masked.filler}+", masked.text) if masked.filler in masked.text else ():
        byte += len(masked.text[at : found.start()].encode())
        at = found.start()
        yield byte, text[at : found.end()]


def _told(raw: str) -> Hidden:
    return Hidden(*_parted(raw, ((*child.span, str(child.text)) for child in shortcodes.children(raw, 0, len(raw)))))


def _parted(raw: str, values: Iterable[tuple[int, int, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what stands around the places of ``values``, and their words."""
    parts: list[str] = []
    words: list[str] = []
    at = 0
    for start, end, value in values:
        parts.append(raw[at:start])
        words.append(value)
        at = end
    return (*parts, raw[at:]), tuple(words)


def _is_loose(item: Item) -> bool:
    """Tell whether an item may keep the line break beside it (``runs.build``)."""
    if isinstance(item, Tag):
        return loose(item.parts[0])
    return isinstance(item, Hidden) or item == _END_OF_IMAGE or (isinstance(item, Link) and item.tag == "Image")


def _margin(words: str) -> int:
    return len(words) - len(words.lstrip(SPACE))


def _named(event: dict[str, Any], kind: str, told: Any) -> Item:
    if kind in _FORMULAS:
        return Formula(told)
    if kind != "Start" or isinstance(told, str):
        return event
    [(tag, link)] = told.items()
    if tag not in _LINKS:
        return event
    if link["link_type"] in _KEPT:
        return Link(tag, link["link_type"], link["dest_url"], link["title"], "")
    return Link(tag, "Reference", link["dest_url"], "", normal(link["id"]))


def _tag(token: Token, text: str) -> Tag:
    raw = text[token.start : token.end]
    if not any(name in WORDED for name, _ in token.attributes):
        return Tag(token.form, token.name, (raw,))
    found = [one for one in attributes(text, token) if one.name in WORDED and one.value.strip()]
    values = ((one.start - token.start, one.end - token.start, on_one_line(unescape(one.value))) for one in found)
    return Tag(token.form, token.name, *_parted(raw, values))
