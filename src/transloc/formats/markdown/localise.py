"""A Markdown article states its new language: in the fields of its front matter that tell it, and in its links.

Links are found as pulldown-cmark reads them, so what stands in code stays; raw HTML is read as HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from transloc.formats import front_matter
from transloc.formats.front_matter import Field, Head, toml_fields, yaml_fields
from transloc.formats.html.links import anchors
from transloc.formats.html.tokens import tokens
from transloc.formats.localisation import Edit, Localisation, Opened, has_words, opened, referenced
from transloc.formats.markdown.events import Event, Masked, events, mask

_LANGUAGE = ("lang", "language", "locale")
_FIELDS = (*_LANGUAGE, "slug", "date", "published", "pubdate", "publish_date", "published_at", "datetime", "author", "authors", "byline")
_DATES, _BYLINES = frozenset(_FIELDS[4:10]), frozenset(_FIELDS[10:])
_TARGET = re.compile(r"\]\(\s*(?:<(?P<angle>[^<>\r\n]*)>|(?P<bare>[^\s<]\S*?))(?=\s|\)\Z)")
_DEFINITION = re.compile(r"\[(?:[^\[\]\\]|\\.)+\]:\s*(?:<(?P<angle>[^<>\r\n]*)>|(?P<bare>[^\s<]\S*))")
_CLOSE = re.compile(r"(?P<newline>\r\n|\r|\n)(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)\Z")
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_NO_ADDRESS = re.compile(r"[\s<>()\\]")


def localise(data: bytes, wishes: Localisation, encoding: str = "") -> bytes:
    """Return the article with what ``wishes`` asks for; ``encoding`` is as ``decode`` told it, empty: found out anew."""
    page = opened(data, encoding)
    head = front_matter.read(page.text, _FIELDS)
    edits = [*_fields(page, head, wishes)]
    if wishes.links or wishes.untranslated:
        edits += _Links(page, mask(page.text, head.end), wishes).edits(head.end)
    return page.spliced(edits) if edits else data


def _fields(page: Opened, head: Head, wishes: Localisation) -> Iterator[Edit]:
    for one in head.fields:
        start = max(page.text.rfind("\n", 0, one.span[0]), page.text.rfind("\r", 0, one.span[0])) + 1
        if not re.match(rf"[\"']?{re.escape(one.key)}[\"']?\s*[:=]\s*\Z", page.text[start : one.span[0]]):
            continue  # a field of something within the article, such as an author
        key = one.key.lower()
        new = wishes.renamed(one.value) if key in _LANGUAGE else wishes.slug if key == "slug" else ""
        if new and new != one.value:
            yield Edit(*one.span, _value(new, page, head, one))
    yield from _stated(page, head, wishes)


def _value(value: str, page: Opened, head: Head, one: Field) -> str:
    if head.language == "toml":
        return toml_fields.write(value, one.style, 0, page.lacks)
    return yaml_fields.write(value, page.text[slice(*one.span)], one.style, 0, page.lacks)


def _stated(page: Opened, head: Head, wishes: Localisation) -> Iterator[Edit]:
    """Yield the date and the byline that somebody gives at export: in an empty field for it, else at the front matter's end."""
    close = _CLOSE.search(page.text, 0, head.end)
    if not close or not head.shape:
        return
    toml, body = head.language == "toml", page.text[: close.start()]
    for key, value, names in (("date", wishes.date, _DATES), ("author", wishes.byline, _BYLINES)):
        if not value:
            continue
        written = value if key == "date" else toml_fields.write(value, '"', 0, page.lacks) if toml else _plain(value, page)
        field = _field(names).search(body)
        if field is None and not (toml and _TABLE.search(body)):  # what follows a table of TOML would be the table's
            yield Edit(close.start(), close.start(), f"{close['newline']}{key}{' =' if toml else ':'} {written}")
        elif field and not field["rest"].strip() and not toml:
            yield Edit(*field.span("gap"), f" {written}")


@cache
def _field(names: frozenset[str]) -> re.Pattern[str]:
    """Return what a field of one of ``names`` looks like, with all that it holds on its line and on indented ones."""
    pattern = rf"^(?:{'|'.join(sorted(names))})[ \t]*[:=](?P<gap>[ \t]*)(?P<rest>.*(?:\s+[ \t-].*)?)$"
    return re.compile(pattern, re.MULTILINE | re.IGNORECASE)


def _plain(value: str, page: Opened) -> str:
    return yaml_fields.write(value, "", "", 0, page.lacks)


@dataclass(slots=True)
class _Open:
    """A link whose end is to come: ``last`` is where the latest thing in it ends."""

    event: Event
    last: int


class _Links:
    def __init__(self, page: Opened, masked: Masked, wishes: Localisation) -> None:
        self.page = page
        self.masked = masked
        self.wishes = wishes
        self.open: list[_Open] = []

    def edits(self, start: int) -> Iterator[Edit]:
        html: list[tuple[int, int]] = []
        for event in events(self.masked, start):
            if event.tag in ("Link", "Image"):
                yield from self._link(event)
            elif event.kind in ("Html", "InlineHtml"):
                html.append((event.start, event.end))
            if self.open and event.tag not in ("Link", "Image"):
                self.open[-1].last = max(self.open[-1].last, event.end if event.kind != "start" else event.start)
        yield from anchors((token for span in html for token in tokens(self.masked.text, *span)), self.page, self.wishes)
        yield from self._definitions(start)

    def _link(self, event: Event) -> Iterator[Edit]:
        if event.kind == "start":
            self.open.append(_Open(event, event.start + 1 + (event.tag == "Image")))
            return
        held = self.open.pop()
        if self.open:
            self.open[-1].last = event.end
        if event.tag == "Link":
            yield from self._closed(held, event.end)

    def _closed(self, held: _Open, end: int) -> Iterator[Edit]:
        start, kind = held.event.start, held.event.data["link_type"]
        if kind in ("Autolink", "Email"):
            written = self.page.text[start + 1 : end - 1]
            if self.page.text[start] == "<" and written in self.wishes.links:
                yield Edit(start + 1, end - 1, self._address(self.wishes.links[written]))
            return
        close = self.masked.text.find("]", held.last, end)
        if close < 0:
            return
        target = _TARGET.match(self.page.text, close, end)
        address = held.event.data["dest_url"]
        if kind == "Inline" and target:
            address = target["angle"] or target["bare"] or ""
            if address in self.wishes.links:
                yield Edit(*target.span(target.lastgroup or 0), self._address(self.wishes.links[address]))
        if address in self.wishes.untranslated:
            yield from self._marked(start + 1, close, end)

    def _marked(self, start: int, close: int, end: int) -> Iterator[Edit]:
        words = self.page.text[start:close]
        if not self.wishes.mark or not has_words(re.sub(r"!\[[^\]]*\]\([^)]*\)", "", words)) or words.endswith(self.wishes.mark.strip()):
            return
        yield Edit(close, close, referenced(self.wishes.mark, self.page))
        if self.page.text[close:end] in ("]", "][]"):  # the words are the label as well
            whole = end + 2 * (self.page.text[close:end] == "]" and self.page.text.startswith("[]", end))
            yield Edit(close, whole, f"][{words}]")

    def _definitions(self, start: int) -> Iterator[Edit]:
        import pyromark

        if "]:" not in self.masked.text or not self.wishes.links:
            return
        body = self.masked.text[start:]
        data, at, last = body.encode(), start, 0
        for first in sorted(one["span"]["start"] for one in pyromark.reference_definitions(body).values()):
            at += len(data[last:first].decode())
            last = first
            found = _DEFINITION.match(self.page.text, at)
            address = (found["angle"] or found["bare"]) if found else ""
            if found and address in self.wishes.links:
                yield Edit(*found.span(found.lastgroup or 0), self._address(self.wishes.links[address]))

    def _address(self, address: str) -> str:
        """Return ``address`` so that no bracket or space in it ends it early."""
        return _NO_ADDRESS.sub(lambda found: quote(found[0], safe=""), address)
