"""The inline events of one block as pieces: where each stands, what it says, and the texts inside of its markup."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from itertools import count
from urllib.parse import urlsplit

from transloc.formats import html_blocks
from transloc.formats.markdown.events import Event, Masked
from transloc.formats.runs import Child, Piece, build, children_of

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TITLE = re.compile(r"(?P<gap>\s[\s>]*)(?:\"(?P<double>.*)\"|'(?P<single>.*)'|\((?P<round>.*)\))[\s>]*\)?\s*\Z", re.DOTALL)
_QUOTES = {"double": '"', "single": "'", "round": ")"}
_LABELS = {"Emphasis": "italic", "Strong": "bold", "Strikethrough": "struck"}
_TAG_LABELS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "br": "line break",
    "a": "link",
    "u": "underlined",
    "img": "image",
}
_LINE_PREFIX = re.compile(r"\s*(?:\r\n|\r|\n)[ \t>]*")
_NOT_ASCII_WORD = re.compile(r"[^\W\d_a-zA-Z]")


class Inline:
    """Collects the events of one block. ``start`` is where its text may begin."""

    def __init__(self, masked: Masked, raw: str, start: int, pairs: Iterator[int] | None = None) -> None:
        self.masked = masked
        self.raw = raw
        self.last = start
        self.pairs = pairs if pairs is not None else count()
        self.pieces: list[Piece] = []
        self.opened: list[tuple[int, int, int]] = []  # of each open Markdown pair: its number, delimiter length, where its text begins
        self.tags: list[list[tuple[str, int]]] = [[]]  # per open Markdown pair, the HTML tags that are open in it
        self.image: Inline | None = None
        self.depth = 0
        self.skip = 0

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
        if self._after_break():
            self.pieces[-1] = replace(self.pieces[-1], end=piece.start)
        self.pieces.append(piece)
        self.last = piece.end

    def _after_break(self) -> bool:
        if not self.pieces:
            return False
        piece = self.pieces[-1]
        return piece.form == "space" or (piece.label == "line break" and self.raw[piece.end - 1] in "\r\n")

    def _text(self, event: Event) -> None:
        escaped = event.start > self.last and self.raw[event.start - 1] == "\\" and self.raw[event.start] in _PUNCTUATION
        if self.masked.filler not in event.data:
            start = event.start - escaped
            self._add(Piece(form="text", start=start, end=event.end, value=event.data))
            return
        at = event.start
        for words in re.split(f"({self.masked.filler}+)", event.data):
            if words.startswith(self.masked.filler):
                self._add(Piece(form="empty", start=at, end=at + len(words), label="shortcode"))
            elif words:
                self._add(Piece(form="text", start=at, end=at + len(words), value=words))
            at += len(words)

    def words(self, start: int, end: int) -> None:
        """Take a stretch of HTML text or one reference; white space in a row reads as one space."""
        written = self.masked.text[start:end]
        if self.masked.filler in written:
            for found in re.finditer(f"{self.masked.filler}+|[^{self.masked.filler}]+", written):
                if found[0].startswith(self.masked.filler):
                    self._add(Piece(form="empty", start=start + found.start(), end=start + found.end(), label="shortcode"))
                else:
                    self.words(start + found.start(), start + found.end())
        elif written:
            value = unescape(written) if written.startswith("&") else re.sub(r"[ \t\r\n\f]+", " ", written)
            self._add(Piece(form="text", start=start, end=end, value=value))

    def _soft_break(self, event: Event) -> None:
        self._add(Piece(form="space", start=event.start, end=event.end))

    def _hard_break(self, event: Event) -> None:
        self._add(Piece(form="empty", start=event.start, end=event.end, label="line break"))

    def _code(self, event: Event) -> None:
        self._add(Piece(form="empty", start=event.start, end=event.end, label="code"))

    def _footnote(self, event: Event) -> None:
        self._add(Piece(form="empty", start=event.start, end=event.end, label=f"footnote {event.data}"))

    def _math(self, event: Event) -> None:
        """Keep formulas whole; “$5-$6” and “$5 млрд-$” are prices (Pandoc's rule: no digit follows the closing sign)."""
        following = self.raw[event.end : event.end + 1]
        if event.kind == "InlineMath" and (following.isdigit() or _NOT_ASCII_WORD.search(event.data)):
            self._add(Piece(form="text", start=event.start, end=event.end, value=self.raw[event.start : event.end]))
        else:
            self._add(Piece(form="empty", start=event.start, end=event.end, label="formula"))

    def _html(self, event: Event) -> None:
        for token in html_blocks.tokens(self.masked.text, event.start, event.end):
            self.tag(token)

    def tag(self, token: html_blocks.Token) -> None:
        """Take a token of HTML that is no text."""
        label = _TAG_LABELS.get(token.name, token.name or "comment")
        children = attribute_children(self.raw, token) if token.form in ("open", "void") else ()
        # An opaque element that Markdown reads on is an opening tag here: its end comes as a tag of its own.
        opens = token.form == "open" or (token.form == "opaque" and not self.raw[token.start : token.end].endswith(f"</{token.name}>"))
        if opens:
            pair = next(self.pairs)
            quiet = token.name if token.form == "opaque" else label
            self.tags[-1].append((token.name, pair))
            name = "code" if html_blocks.untranslated(self.raw[token.start : token.end]) else quiet
            self._add(Piece(form="open", start=token.start, end=token.end, label=name, pair=pair, children=children))
        elif token.form == "close" and any(name == token.name for name, _ in self.tags[-1]):
            while self.tags[-1][-1][0] != token.name:
                self.tags[-1].pop()
            self._add(Piece(form="close", start=token.start, end=token.end, label=label, pair=self.tags[-1].pop()[1]))
        else:
            self._add(Piece(form="empty", start=token.start, end=token.end, label=label, children=children))

    def _start(self, event: Event) -> None:
        if event.tag == "Image":
            self.image = Inline(self.masked, self.raw, event.start + 2, self.pairs)
            self.depth = 1
            return
        if event.tag == "Link" and event.data["link_type"] in ("Autolink", "Email"):
            self._add(Piece(form="empty", start=event.start, end=event.end, label=_link_label(event.data["dest_url"])))
            self.skip = event.end
            return
        width = {"Emphasis": 1, "Strong": 2, "Link": 1}.get(event.tag, 2 if self.raw.startswith("~~", event.start) else 1)
        label = _link_label(event.data["dest_url"]) if event.tag == "Link" else _LABELS.get(event.tag, event.tag.lower())
        pair = next(self.pairs)
        self.opened.append((pair, width, event.start + width))
        self.tags.append([])
        self._add(Piece(form="open", start=event.start, end=event.start + width, label=label, pair=pair))

    def _end(self, event: Event) -> None:
        if event.start < self.skip or not self.opened:
            return
        pair, width, opened = self.opened.pop()
        self.tags.pop()
        if event.tag == "Link":
            start = self.masked.text.index("]", self.last)
            raw, children = self._target(opened, start, event.end)
            self._add(Piece(form="close", start=start, end=event.end, pair=pair, raw=raw, children=children))
        else:
            self._add(Piece(form="close", start=event.end - width, end=event.end, pair=pair))

    def _in_image(self, event: Event, image: "Inline") -> None:
        if event.tag == "Image":
            self.depth += 1 if event.kind == "start" else -1
        if self.depth:
            if event.tag != "Image":
                image.feed(event)
            return
        self.image = None
        held = image.pieces
        words = build(held, self.raw)
        alt = (Child(place="alt", span=words.span, text=words),) if words else children_of(held)
        close = self.masked.text.index("]", image.last)
        raw, titles = self._target(event.start + 2, close, event.end)
        whole = None if raw is None else self.raw[event.start : close] + raw
        self._add(Piece(form="empty", start=event.start, end=event.end, label="image", raw=whole, children=(*alt, *titles)))

    def _target(self, opened: int, start: int, end: int) -> tuple[str | None, tuple[Child, ...]]:
        """Return what closes a link or image when it is not as it stands (``[label]`` becomes ``][label]``), and its title."""
        own = self.raw[start:end]
        if own in ("]", "][]"):
            return f"][{_LINE_PREFIX.sub(' ', self.raw[opened:start])}]", ()
        if not own.startswith("]("):
            return None, ()
        child = title_child(self.raw, self.masked.text, start, end)
        return None, (child,) if child else ()


def title_child(raw: str, masked: str, start: int, end: int) -> Child | None:
    """Return the title at the end of a link's target or of a definition, ``raw[start:end]``."""
    found = _TITLE.search(masked, start, end)
    kind = found and next(name for name in _QUOTES if found[name] is not None)
    if not found or not kind:
        return None
    span, text = found.span(kind), title_text(raw[slice(*found.span(kind))])
    block = (found.start("gap"), found.end(kind) + 1)
    return Child(place="title", span=span, text=text, quote=_QUOTES[kind], block=block) if text.strip() else None


def title_text(raw: str) -> str:
    """Return the words of a title as written: escapes and references resolved, lines joined."""
    return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", _LINE_PREFIX.sub(" ", raw)))


def attribute_children(raw: str, token: html_blocks.Token) -> tuple[Child, ...]:
    """Return the attributes of a tag that a reader meets."""
    return tuple(
        Child(place="attribute", span=(a.start, a.end), text=" ".join(unescape(a.value).split()), quote=a.quote)
        for a in html_blocks.attributes(raw, token.start, token.end)
        if a.name in html_blocks.WORDED and a.value.strip()
    )


def _link_label(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "link"
    target = parts.hostname or (parts.path if not url.startswith("#") else url)
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
