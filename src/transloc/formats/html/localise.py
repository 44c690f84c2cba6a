"""A page of HTML states its new language: in ``<html>``, in the metas and links of its head, in JSON-LD, and in its own links.

Only values are replaced and only elements of the head are added; every other byte stays. A fragment has no head: its links alone
are localised.
"""

import re
from collections.abc import Iterator
from html import escape

from transloc.formats.html import json_ld
from transloc.formats.html.json_tree import is_linked_data
from transloc.formats.html.links import anchors, valued
from transloc.formats.html.tokens import Token, attributes, tokens
from transloc.formats.localisation import Edit, Localisation, Opened, opened, referenced
from transloc.languages import language, territorial

#: Elements whose ``lang`` speaks for the whole page; any other marks words in another language.
_WHOLE = frozenset({"html", "body", "main", "article"})
_HEAD = frozenset({"meta", "link", "base", "title", "script", "style"})
_INDENT = re.compile(r"(?:\r\n|\r|\n)[ \t]*\Z")
_OPEN_GRAPH = ("og:url", "twitter:url")


def localise(data: bytes, wishes: Localisation, encoding: str = "") -> bytes:
    """Return the page with what ``wishes`` asks for; ``encoding`` is as ``decode`` told it, empty: found out anew."""
    page = opened(data, encoding)
    row = list(tokens(page.text))
    edits = [*_Page(page, row, wishes).edits(), *anchors(row, page, wishes)]
    return page.spliced(edits) if edits else data


class _Page:
    def __init__(self, page: Opened, row: list[Token], wishes: Localisation) -> None:
        self.page = page
        self.row = row
        self.wishes = wishes
        self.head: list[Token] = []  # the elements of the head that stand on their own, to see how it is indented
        self.end = -1  # where the head ends
        self.stated: set[str] = set()  # what the head states already
        self.locale: Token | None = None
        self.alternates = dict(wishes.alternates)

    def edits(self) -> Iterator[Edit]:
        for at, token in enumerate(self.row):
            if token.form in ("open", "void"):
                yield from self._element(at, token)
            if self.end < 0 and ((token.form == "close" and token.name == "head") or (token.form == "open" and token.name == "body")):
                self.end = token.start
        yield from self._added()

    def _element(self, at: int, token: Token) -> Iterator[Edit]:
        if token.name in _WHOLE:
            yield from self._whole(token)
        elif token.name == "script" and is_linked_data(token) and self.wishes.json_ld:
            if at + 1 < len(self.row) and self.row[at + 1].form != "close":
                close = next((n for n in range(at + 1, len(self.row)) if self.row[n].form == "close"), len(self.row))
                yield from json_ld.edits(self.page, token.end, self.row[close - 1].end, self.wishes)
        elif token.get("itemprop") == "inLanguage":
            yield from self._spoken(at, token)
        elif token.name == "meta":
            yield from self._meta(token)
        elif token.name == "link":
            yield from self._link(token)
        if token.name in _HEAD and self.end < 0:
            self.head.append(token)

    def _whole(self, token: Token) -> Iterator[Edit]:
        """Yield ``lang`` and ``dir`` of the page; below ``<html>`` only where a ``lang`` of the source's stands."""
        if not self.wishes.lang:
            return
        if token.name == "html":
            yield self._set(token, "lang", self.wishes.target)
            yield self._set(token, "dir", self.wishes.direction)
        for name in ("lang", "xml:lang", "dir"):
            if name == "dir":
                if token.name != "html" and token.get("dir"):
                    yield self._set(token, "dir", self.wishes.direction)
            elif (token.name, name) != ("html", "lang") and (new := self.wishes.renamed(token.get(name))):
                yield self._set(token, name, new)

    def _set(self, token: Token, name: str, value: str) -> Edit:
        """Return the edit that gives an element an attribute; a new one stands first, where it counts."""
        found = next((a for a in attributes(self.page.text, token) if a.name == name), None)
        if found:
            return valued(found, value, self.page)
        at = token.start + 1 + len(token.name)
        return Edit(at, at, f' {name}="{referenced(escape(value), self.page)}"')

    def _spoken(self, at: int, token: Token) -> Iterator[Edit]:
        if token.name == "meta":
            if new := self.wishes.renamed(token.get("content")):
                yield self._set(token, "content", new)
        elif at + 1 < len(self.row) and self.row[at + 1].form == "text":
            words = self.row[at + 1]
            held = self.page.text[words.start : words.end]
            if re.fullmatch(r"\s*[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?\s*", held) and (new := self.wishes.renamed(held)):
                start = words.start + len(held) - len(held.lstrip())
                yield Edit(start, start + len(held.strip()), new)

    def _meta(self, token: Token) -> Iterator[Edit]:
        name = (token.get("property") or token.get("name") or token.get("http-equiv")).strip().lower()
        self.stated.add(name)
        wishes, content = self.wishes, token.get("content")
        if name == "og:locale" and wishes.lang:
            self.locale = token
            yield self._set(token, "content", territorial(wishes.target))
        elif name == "og:locale:alternate":
            self.stated.add(f"og:locale:alternate {content}")
            if wishes.lang and language(content) == language(wishes.target):
                yield self._set(token, "content", territorial(wishes.source))
                self.stated.add(f"og:locale:alternate {territorial(wishes.source)}")
        elif name in ("content-language", "language", "dc.language", "dcterms.language"):
            if new := wishes.renamed(content):
                yield self._set(token, "content", new)
        elif name in _OPEN_GRAPH and wishes.canonical:
            yield self._set(token, "content", wishes.canonical)

    def _link(self, token: Token) -> Iterator[Edit]:
        relations = token.get("rel").lower().split()
        if "canonical" in relations:
            self.stated.add("canonical")
            if self.wishes.canonical:
                yield self._set(token, "href", self.wishes.canonical)
        elif "alternate" in relations and token.get("hreflang"):
            tag = next((tag for tag in self.alternates if tag.lower() == token.get("hreflang").lower()), "")
            if tag:
                yield self._set(token, "href", self.alternates.pop(tag))

    def _added(self) -> Iterator[Edit]:
        """Yield what the head does not state yet: other locales beside the page's own, the rest at the head's end."""
        head = [token for token in self.head if token.name in ("meta", "link")]
        if not head and self.end < 0:
            return
        if self.locale and self.wishes.alternates:
            others = dict.fromkeys(territorial(tag) for tag, _ in self.wishes.alternates if tag != self.wishes.target)
            missing = [one for one in others if f"og:locale:alternate {one}" not in self.stated]
            yield from self._inserted(self.locale.end, [self._tag("meta", property="og:locale:alternate", content=one) for one in missing])
        new = []
        if self.wishes.canonical and "canonical" not in self.stated:
            new.append(self._tag("link", rel="canonical", href=self.wishes.canonical))
        new += [self._tag("link", rel="alternate", hreflang=tag, href=address) for tag, address in self.alternates.items()]
        if self.wishes.byline and not self.stated & {"author", "article:author"}:
            new.append(self._tag("meta", name="author", content=self.wishes.byline))
        if self.wishes.date and "article:published_time" not in self.stated:
            new.append(self._tag("meta", property="article:published_time", content=self.wishes.date))
        end = self.end if self.end >= 0 else head[-1].end
        yield from self._inserted(len(self.page.text[:end].rstrip()), new)

    def _inserted(self, at: int, elements: list[str]) -> Iterator[Edit]:
        """Yield the edit that adds ``elements`` at a place of the head, each on a line of its own where its neighbours are."""
        if elements:
            neighbour = next(
                (t for t in reversed(self.head) if t.name in ("meta", "link") and t.start < at), self.head[0] if self.head else None
            )
            indent = _INDENT.search(self.page.text, max(0, neighbour.start - 200), neighbour.start) if neighbour else None
            yield Edit(at, at, "".join((indent[0] if indent else "") + element for element in elements))

    def _tag(self, element: str, /, **values: str) -> str:
        stated = " ".join(f'{key}="{referenced(escape(value), self.page)}"' for key, value in values.items())
        closed = any(self.page.text[token.start : token.end].endswith("/>") for token in self.head)
        return f"<{element} {stated} />" if closed else f"<{element} {stated}>"
