"""The article of a saved page: all that its units hold, with the pictures and tables among them, and no furniture."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from transloc.formats.convert.align import Said
from transloc.formats.convert.nodes import has_data, is_element
from transloc.formats.convert.places import in_body

if TYPE_CHECKING:
    from turbohtml import Element, Node

#: Characters that no text means: they mark where units begin and end while the page is read as a tree.
_MARKS = range(0xF0000, 0xFFFFE)
#: What belongs to an article beside its units, where it stands among them and holds no furniture: pictures, cells of figures.
_KEPT = frozenset(
    {"br", "wbr", "hr", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "tr", "thead", "tbody", "tfoot", "col", "colgroup", "pre"}
)
_FRAMED = frozenset({"img", "picture", "figure", "iframe", "video", "audio", "object", "embed", "source"})


def article(text: str, said: Sequence[Said]) -> str:
    """Return the part of the page ``text`` that is the article, as HTML to be cleaned yet; ``said`` are the page's units."""
    from turbohtml import parse

    begin, end, aside = (chr(mark) for mark, _ in zip(_free(text), range(3), strict=False))
    page = parse(_marked(text, said, begin, end, aside), positions=False)
    body = page.select_one("body")
    if body is None:
        return ""
    _Cut(begin, end, aside).cut(body)
    return body.inner_html


def _free(text: str) -> Iterator[int]:
    used = {ord(character) for character in set(text) if ord(character) >= _MARKS.start}
    return (mark for mark in _MARKS if mark not in used)


def _marked(text: str, said: Sequence[Said], begin: str, end: str, aside: str) -> str:
    marks: list[tuple[int, str]] = []
    for one in said:
        if in_body(one.unit):
            start, stop = one.unit.span
            marks += [(start, aside)] if one.aside else [(start, begin), (stop, end)]
    written, at = [], 0
    for offset, mark in sorted(marks, key=lambda found: found[0]):
        written += [text[at:offset], mark]
        at = offset
    return "".join([*written, text[at:]])


class _Cut:
    """Cuts a page down to its article. Texts within units stay; of the rest what ``_keeps`` says."""

    def __init__(self, begin: str, end: str, aside: str) -> None:
        self.begin = begin
        self.end = end
        self.aside = aside
        self.marks = re.compile(f"([{begin}{end}{aside}])")
        self.inside = False
        self.holding: set[Node] = set()  # what holds some of the article
        self.foreign: set[Node] = set()  # what holds furniture
        self.within: set[Node] = set()  # elements in the middle of a unit
        self.first = self.last = -1

    def cut(self, body: "Element") -> None:
        """Cut ``body`` in place."""
        order = {}
        for at, node in enumerate(list(body.descendants)):
            order[node] = at
            if is_element(node):
                if self.inside:
                    self.within.add(node)
                continue
            self._text(node, at, body)
        waiting: list[Element] = [body]
        while waiting:
            for child in list(waiting.pop().children):
                if not is_element(child) or child in self.within:
                    continue
                if child in self.holding:
                    waiting.append(child)
                elif not self._keeps(child, order[child]):
                    child.extract()

    def _text(self, node: "Node", at: int, body: "Element") -> None:
        if not has_data(node):
            return
        data = node.data
        if self.aside in data:
            _mark(node, body, self.foreign)
        if self.inside or self.begin in data:
            _mark(node, body, self.holding)
            self.first = at if self.first < 0 else self.first
            self.last = at
        node.data = self._words(data, node)

    def _words(self, data: str, node: "Node") -> str:
        """Return what of a text is words of the article; figures beside units stay in tables and lists, elsewhere they are counters."""
        kept = []
        for words in self.marks.split(data):
            if words in (self.begin, self.end):
                self.inside = words == self.begin
            elif words != self.aside and (self.inside or words.isspace() or _in_kept(node)):
                kept.append(words)
        return "".join(kept)

    def _keeps(self, element: "Element", at: int) -> bool:
        if element in self.foreign or any(node in self.foreign for node in element.descendants):
            return False
        if element.tag in _KEPT:
            return True
        framed = element.tag in _FRAMED or element.select_one("img, iframe, video, audio") is not None
        return framed and self.first < at < self.last and not element.text.strip() and not _leads_away(element)


def _mark(node: "Node", root: "Element", held: "set[Node]") -> None:
    holder = node.parent
    while holder is not None and holder != root and holder not in held:
        held.add(holder)
        holder = holder.parent


def _in_kept(node: "Node") -> bool:
    return is_element(node.parent) and node.parent.tag in _KEPT


def _leads_away(element: "Element") -> bool:
    """Tell whether a picture is a button: a link around it to anything but a picture."""
    links = [*element.select("a[href]"), *([element] if element.tag == "a" else [])]
    pictures = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif")
    return any(not (link.attr("href") or "").lower().partition("?")[0].endswith(pictures) for link in links)
