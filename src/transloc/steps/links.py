"""Where the links of an article lead: which of them go to other articles of the newsroom, whatever the way they are written.

An article is meant by its file's path, relative to the file that links to it, or by the address where it is published.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from transloc import formats
from transloc.formats import place
from transloc.formats.decode import text_of
from transloc.model import Document

_ADDRESSES = re.compile(
    r"\bhref\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"']+))"
    r"|\]\(\s*(?:<(?P<angle>[^<>\r\n]*)>|(?P<round>[^\s<)][^\s)]*))"
    r"|<(?P<auto>https?://[^\s<>]+)>",
    re.IGNORECASE,
)
_DEFINITIONS = re.compile(r"^ {0,3}\[(?P<label>[^\[\]\r\n]{1,200})\]:[ \t]*(?:<(?P<angle>[^<>\r\n]*)>|(?P<bare>[^\s<]\S*))", re.MULTILINE)
_LABEL = re.compile(r"\]\[([^\[\]]{1,200})\]")
_PICTURES = re.compile(r"!\[[^\[\]]*\]\([^()\r\n]*\)")
_PAGES = ("", ".html", ".htm", ".md", ".markdown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An article of the newsroom: its file's path in the project, and the addresses of its page in the source language."""

    slug: str
    path: str
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an article of the newsroom, as ``written``; ``file``: by its path, with a ``suffix``; ``rest`` is what follows the address.

    ``rooted`` tells of an address that names no host.
    """

    written: str
    slug: str
    file: bool
    suffix: str = ""
    rest: str = ""
    rooted: bool = False


def written(document: Document) -> tuple[str, ...]:
    """Return every address in a document that a link may have, as written, each once."""
    if package := formats.addresses(document.data):
        return package
    try:
        text = text_of(document.data, document.encoding)
    except (LookupError, UnicodeDecodeError):
        text = "\n".join(_markup(document))
    found = [*_of(text), *_definitions(text).values()]
    return tuple(dict.fromkeys(found))


def in_article(document: Document) -> frozenset[str]:
    """Return the addresses in the markup of the units that are translated: their words are read by the target's readers."""
    if package := formats.addresses(document.data):
        return frozenset(package)
    markup = "\n".join(_markup(document))
    labels = {_label(label) for label in _LABEL.findall(markup)}
    defined = _definitions(text_of(document.data, document.encoding)) if labels else {}
    return frozenset([*_of(_PICTURES.sub("", markup)), *(address for label, address in defined.items() if label in labels)])


def _markup(document: Document) -> Iterator[str]:
    for unit in document.article:
        around = place.read(unit.syntax).wrap if unit.syntax else ()
        for opened, closed in (*((code.open, code.close) for code in unit.codes), *around):
            yield f"{opened}{closed or ''}"


def _of(text: str) -> Iterator[str]:
    for found in _ADDRESSES.finditer(text):
        yield found[found.lastgroup or 0].strip()


def _definitions(text: str) -> dict[str, str]:
    return {_label(found["label"]): found["angle"] or found["bare"] or "" for found in _DEFINITIONS.finditer(text)}


def _label(words: str) -> str:
    return " ".join(words.casefold().split())


class Atlas:
    """All articles of the newsroom by what links to them; ``base`` is the path of the file, ``address`` that of its page, if known."""

    def __init__(self, known: Iterable[Known], base: str, address: str = "") -> None:
        self.base = base
        self.address = address
        self._paths: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        for one in known:
            self._paths[one.path] = one.slug
            self._paths.setdefault(posixpath.splitext(one.path)[0], one.slug)
            self._addresses |= {_key(urlsplit(address)): one.slug for address in one.addresses}

    def find(self, written: str) -> Link | None:
        """Return what a link means, or None where it leads to no article of the newsroom."""
        try:
            parts = urlsplit(unescape(written).strip())
        except ValueError:
            return None
        rest = (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
        if not parts.path or parts.scheme not in ("", "http", "https"):
            return None
        if not parts.scheme and not parts.netloc and (link := self._by_path(written, parts, rest)):
            return link
        whole = urlsplit(self.whole(written))
        slug = self._addresses.get(_key(whole), "") or self._addresses.get(_key(whole._replace(query="")), "")
        return Link(written, slug, file=False, rest=rest, rooted=not parts.netloc) if slug else None

    def whole(self, written: str) -> str:
        """Return an address with its host, as the page's own tells it; empty for what is no address."""
        try:
            address = urljoin(self.address, unescape(written).strip())
            return address if urlsplit(address).scheme in ("http", "https") else ""
        except ValueError:
            return ""

    def _by_path(self, written: str, parts: SplitResult, rest: str) -> Link | None:
        suffix = posixpath.splitext(parts.path)[1]
        if parts.path.startswith("/") or suffix.lower() not in _PAGES:
            return None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.base), unquote(parts.path)))
        slug = self._paths.get(path) or self._paths.get(posixpath.splitext(path)[0], "")
        return Link(written, slug, file=True, suffix=suffix, rest=rest) if slug else None


def _key(address: SplitResult) -> str:
    """Return what two addresses of one page have in common: no scheme, no “www.”, no last slash, no fragment."""
    host = address.netloc.lower().removeprefix("www.")
    return f"{host}{unquote(address.path).rstrip('/')}{'?' if address.query else ''}{address.query}" if host else ""
