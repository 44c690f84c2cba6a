"""The inline events of one block as pieces: where each stands, what it says, and the texts inside of its markup."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from html import unescape
from itertools import count
from urllib.parse import urlsplit

from transloc.errors import InputError
from transloc.formats.html.tokens import Token, attributes, tokens
from transloc.formats.html.vocabulary import LABELS, OPAQUE, WORDED
from transloc.formats.markdown import embeds, shortcodes
from transloc.formats.markdown.breaks import LABEL, without_outer_breaks
from transloc.formats.markdown.events import Event, Masked
from transloc.formats.markdown.open_tags import Open
from transloc.formats.markdown.spaces import folded, on_one_line
from transloc.formats.markdown.titles import title_child
from transloc.formats.runs import Child, Piece, build, children_of
from transloc.formats.units import ENDLESS, MAX_CHARACTERS

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_LABELS = {"Emphasis": "italic", "Strong": "bold", "Strikethrough": "struck"}
_LINE_PREFIX = re.compile(r"(?:(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t>]*)+")
_NOT_ASCII_WORD = re.compile(r"[^\W\d_a-zA-Z]")
#: Lines that begin a box of a site generator: ``::: tip Title``, ``!!! note "Title"``, ``> [!info] Title``.
_HEAD_LINE = re.compile(r"[ \t>]*(?::::|!!!|\?\?\?\+?[ ]|\[![\w-]+\])")
#: An address that needs no parser to tell its host.
_PLAIN_HOST = re.compile(r"https?://([a-z0-9][a-z0-9.-]*)(?=/|\Z)")
#: Pictures in the words for pictures: what lies deeper was written by no person.
_DEEPEST_IMAGE = 5
#: What is embedded: offset, kind and address.
Found = tuple[int, str, str]


class Inline:
    """Collects the events of one block. ``start`` is where its text may begin."""

    def __init__(self, masked: Masked, raw: str, start: int, pairs: Iterator[int] | None = None, deep: int = 0) -> None:
        self.masked = masked
        self.raw = raw
        self.last = start
        self.pairs = pairs if pairs is not None else count()
        self.pieces: list[Piece] = []
        self.embeds: list[Found] = []
        self.opened: list[tuple[int, int, int]] = []  # of each open Markdown pair: its number, delimiter length, where its text begins
        self.tags = [Open()]  # per open Markdown pair, the HTML tags that are open in it
        self.titles: list[bool] = []  # per open link or image, whether it has a title
        self.image: Inline | None = None
        self.depth = 0
        self.deep = deep
        self.skip = 0
        self.broken = False  # whether there is a hard break
        self.words_from, self.literal = start, list[str]()  # words as they stand, of one piece to be
        self.length = 0
        self.head: bool | None = None  # whether the line is the head of a box; of the first line that is not known yet

    def done(self) -> list[Piece]:
        """Return the pieces of the block."""
        if self.literal:
            self._flush()
        return without_outer_breaks(self.pieces, self.raw) if self.broken else self.pieces

    def _flush(self) -> None:
        words, self.literal = "".join(self.literal), []
        self._keep(Piece(form="text", start=self.words_from, end=self.words_from + len(words), value=words))

    def feed(self, event: Event) -> None:
        """Take the next event."""
        if self.image is not None:
            self._in_image(event, self.image)
        elif event.start < self.skip:
            return  # within an autolink
        elif event.kind == "start":
            self._start(event)
        elif event.kind == "end":
            self._end(event)
        else:
            _FEED[event.kind](self, event)

    def _add(self, piece: Piece) -> None:
        if self.literal:
            self._flush()
        self._keep(piece)
        self.last = piece.end

    def _keep(self, piece: Piece) -> None:
        pieces = self.pieces
        if pieces:
            last = pieces[-1]
            if last.form == "space" or (last.label == LABEL and self.raw[last.end - 1] in "\r\n"):
                pieces[-1] = replace(last, end=piece.start)
        pieces.append(piece)

    def _literal(self, start: int, words: str) -> None:
        """Take words that stand as they read: a row of them is one piece."""
        if not words:
            return
        if self.literal and self.last != start:
            self._flush()
        if not self.literal:
            self.words_from = start
        self.literal.append(words)
        self.last = start + len(words)

    def _text(self, event: Event) -> None:
        words, start = event.data, event.start
        self.length += len(words)
        if self.length > MAX_CHARACTERS:
            raise InputError(ENDLESS[0], hint=ENDLESS[1])
        escaped = start > self.last and self.raw[start - 1] == "\\" and self.raw[start] in _PUNCTUATION
        if self.masked.filler in words:
            self._with_shortcodes(start, words)
        elif escaped or not self.raw.startswith(words, start) or event.end != start + len(words):
            self._add(Piece(form="text", start=start - escaped, end=event.end, value=words))
        else:
            self._literal(start, words)

    def _with_shortcodes(self, start: int, text: str) -> None:
        for words in re.split(f"({self.masked.filler}+)", text):
            if words.startswith(self.masked.filler):
                self._shortcode(start, start + len(words))
            elif words:
                self._literal(start, words)
            start += len(words)

    def _shortcode(self, start: int, end: int) -> None:
        if found := embeds.of_shortcode(self.raw[start:end]):
            self.embeds.append((start, *found))
        held = tuple(shortcodes.children(self.raw, start, end))
        self._add(Piece(form="empty", start=start, end=end, label="shortcode", children=held))

    def words(self, start: int, end: int, *, reference: bool = False) -> None:
        """Take a stretch of HTML text or one reference; white space in a row reads as one space."""
        written = self.masked.text[start:end]
        if self.masked.filler in written:
            for found in re.finditer(f"{self.masked.filler}+|[^{self.masked.filler}]+", written):
                if found[0].startswith(self.masked.filler):
                    self._shortcode(start + found.start(), start + found.end())
                else:
                    self.words(start + found.start(), start + found.end())
        elif written:
            value = unescape(written) if reference else folded(written)
            self._add(Piece(form="text", start=start, end=end, value=value))

    def _soft_break(self, event: Event) -> None:
        if self.literal:
            self._flush()
        if self.head is None:
            line = max(self.raw.rfind("\n", 0, event.start), self.raw.rfind("\r", 0, event.start)) + 1
            self.head = bool(_HEAD_LINE.match(self.raw, line))
        if self.head and any(piece.label != "shortcode" for piece in self.pieces):  # its end says where a title ends
            self._add(Piece(form="empty", start=event.start, end=event.end, label=LABEL))
        else:
            self._add(Piece(form="space", start=event.start, end=event.end))
        self.head = False

    def _hard_break(self, event: Event) -> None:
        self.broken = True
        self._add(Piece(form="empty", start=event.start, end=event.end, label=LABEL))

    def _code(self, event: Event) -> None:
        self._add(Piece(form="empty", start=event.start, end=event.end, label="code"))

    def _footnote(self, event: Event) -> None:
        self._add(Piece(form="empty", start=event.start, end=event.end, label=f"footnote {event.data}"))

    def _math(self, event: Event) -> None:
        """Keep formulas whole; “$5-$6” and “$5 млрд-$” are prices (Pandoc's rule: no digit follows the closing sign)."""
        following = self.raw[event.end : event.end + 1]
        if event.kind == "InlineMath" and (following.isdigit() or _NOT_ASCII_WORD.search(event.data)):
            self._as_it_stands(event.start, event.end)
        else:
            self._add(Piece(form="empty", start=event.start, end=event.end, label="formula"))

    def _as_it_stands(self, start: int, end: int) -> None:
        for found in _LINE_PREFIX.finditer(self.raw, start, end):
            self._literal(start, self.raw[start : found.start()])
            self._add(Piece(form="space", start=found.start(), end=found.end()))
            start = found.end()
        self._literal(start, self.raw[start:end])

    def _html(self, event: Event) -> None:
        for token in tokens(self.masked.text, event.start, event.end):
            self.tag(token)

    def tag(self, token: Token) -> None:
        """Take a token of HTML that is no text."""
        label = LABELS.get(token.name, token.name or "comment")
        children = attribute_children(self.raw, token) if token.form in ("open", "void") else ()
        if found := embeds.of_tag(token):
            self.embeds.append((token.start, *found))
        if token.form == "open":
            pair = next(self.pairs)
            self.tags[-1].push(token.name, pair)
            opaque = token.get("translate").lower() == "no"
            name = "code" if opaque else token.name if token.name in OPAQUE else label
            self._add(Piece(form="open", start=token.start, end=token.end, label=name, pair=pair, children=children))
        elif token.form == "close" and (known := self.tags[-1].pop(token.name)) is not None:
            self._add(Piece(form="close", start=token.start, end=token.end, label=label, pair=known))
        else:
            self._add(Piece(form="empty", start=token.start, end=token.end, label=label, children=children))

    def opaque(self, token: Token, end: int, source: str) -> None:
        """Take an element that goes with all that it holds, from its start tag ``token``; ``source`` is what it plays."""
        if found := embeds.of_tag(token, source):
            self.embeds.append((token.start, *found))
        children = attribute_children(self.raw, token)
        self._add(Piece(form="empty", start=token.start, end=end, label=LABELS.get(token.name, token.name), children=children))

    def _start(self, event: Event) -> None:
        if event.tag == "Image":
            self.image = Inline(self.masked, self.raw, event.start + 2, self.pairs, self.deep + 1)
            self.depth = 1
            self.embeds.append((event.start, "picture", embeds.shortened(event.data["dest_url"])))
            self.titles.append(bool(event.data["title"]))
            return
        if event.tag == "Link" and event.data["link_type"] in ("Autolink", "Email"):
            self._add(Piece(form="empty", start=event.start, end=event.end, label=_link_label(event.data["dest_url"])))
            self.skip = event.end
            return
        width = {"Emphasis": 1, "Strong": 2, "Link": 1}.get(event.tag, 2 if self.raw.startswith("~~", event.start) else 1)
        label = _link_label(event.data["dest_url"]) if event.tag == "Link" else _LABELS.get(event.tag, event.tag.lower())
        pair = next(self.pairs)
        self.opened.append((pair, width, event.start + width))
        self.tags.append(Open())
        if event.tag == "Link":
            self.titles.append(bool(event.data["title"]))
        self._add(Piece(form="open", start=event.start, end=event.start + width, label=label, pair=pair))

    def _end(self, event: Event) -> None:
        if event.start < self.skip or not self.opened:
            return
        pair, width, opened = self.opened.pop()
        self.tags.pop()
        if event.tag == "Link":
            start = self.masked.text.index("]", self.last)
            raw, children = self._target(opened, start, event.end, titled=self.titles.pop())
            self._add(Piece(form="close", start=start, end=event.end, pair=pair, raw=raw, children=children))
        else:
            self._add(Piece(form="close", start=event.end - width, end=event.end, pair=pair))

    def _in_image(self, event: Event, image: "Inline") -> None:
        if event.tag == "Image":
            self.depth += 1 if event.kind == "start" else -1
        if self.depth:
            if event.tag != "Image" or self.deep < _DEEPEST_IMAGE:
                image.feed(event)
            return
        self.image = None
        held = image.done()
        words = build(held, self.raw)
        alt = (Child(place="alt", span=words.span, text=words),) if words else children_of(held)
        close = self.masked.text.index("]", image.last)
        raw, titles = self._target(event.start + 2, close, event.end, titled=self.titles.pop())
        whole = None if raw is None else self.raw[event.start : close] + raw
        self._add(Piece(form="empty", start=event.start, end=event.end, label="image", raw=whole, children=(*alt, *titles)))
        self.embeds += image.embeds

    def _target(self, opened: int, start: int, end: int, *, titled: bool) -> tuple[str | None, tuple[Child, ...]]:
        """Return what closes a link or image when it is not as it stands (``[label]`` becomes ``][label]``), and its title."""
        if self.raw.startswith("](", start):
            child = title_child(self.raw, start, end) if titled else None
            return None, (child,) if child else ()
        if self.raw[start:end] in ("]", "][]"):
            return f"][{_LINE_PREFIX.sub(' ', self.raw[opened:start])}]", ()
        return None, ()


def attribute_children(raw: str, token: Token) -> tuple[Child, ...]:
    """Return the attributes of a tag that a reader meets."""
    if not any(name in WORDED for name, _ in token.attributes):
        return ()
    return tuple(
        Child(place="attribute", span=(a.start, a.end), text=on_one_line(unescape(a.value)), quote=a.quote)
        for a in attributes(raw, token)
        if a.name in WORDED and a.value.strip()
    )


@lru_cache(maxsize=1024)
def _link_label(url: str) -> str:
    try:
        host = found[1] if (found := _PLAIN_HOST.match(url)) else urlsplit(url).hostname
        target = host or (urlsplit(url).path if not url.startswith("#") else url)
    except ValueError:
        return "link"
    return f"link to {target}" if target.isprintable() and target and len(target) <= 60 and max(target) < "\ue000" else "link"


_FEED: dict[str, Callable[[Inline, Event], None]] = {
    "Text": Inline._text,
    "SoftBreak": Inline._soft_break,
    "HardBreak": Inline._hard_break,
    "Code": Inline._code,
    "FootnoteReference": Inline._footnote,
    "InlineMath": Inline._math,
    "DisplayMath": Inline._math,
    "InlineHtml": Inline._html,
}
