"""The tags, comments and words of a stretch of HTML, each with its place: enough to read blocks of HTML inside Markdown.

A block in Markdown is rarely a whole element (``<div>`` here, ``</div>`` three paragraphs on), so this is a tokenizer and no
tree. Offsets count code points of the text that is given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = r"[A-Za-z][^\s/>\"'=<]*"
_ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+"
_TOKEN = re.compile(
    rf"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<![A-Za-z][^>]*>|<(?P<close>/?)(?P<name>{_NAME}){_ATTRIBUTES}>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"(?P<name>[^\s/>\"'=<]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+))")

#: Elements that stand inside a sentence; every other tag ends the unit before it.
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins"),
        *("kbd", "label", "mark", "math", "q", "rb", "rp", "rt", "ruby", "s", "samp", "script", "small", "span", "strike", "strong"),
        *("sub", "sup", "svg", "template", "time", "tt", "u", "var", "wbr"),
    }
)
#: Elements whose content is not for translators.
OPAQUE = frozenset({"code", "iframe", "math", "noscript", "object", "pre", "script", "style", "svg", "template", "textarea"})
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
#: Attributes that a reader meets.
WORDED = frozenset({"alt", "aria-label", "placeholder", "title"})


@dataclass(frozen=True, slots=True)
class Token:
    """``form`` is text, open, close, void, comment, or opaque: an element with all that it holds."""

    form: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute's raw value; ``quote`` is empty where it has none."""

    name: str
    value: str
    start: int
    end: int
    quote: str


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of ``text[start:end]``, in order and without a gap; an ``<`` that opens nothing is text."""
    stop, at = len(text) if end is None else end, start
    while found := _TOKEN.search(text, at, stop):
        if found.start() > at:
            yield Token("text", "", at, found.start())
        token = _token(text, found, stop)
        at = token.end
        yield token
    if at < stop:
        yield Token("text", "", at, stop)


def _token(text: str, found: re.Match[str], stop: int) -> Token:
    if found["name"] is None:
        return Token("comment", "", found.start(), found.end())
    name = found["name"].lower()
    if found["close"]:
        return Token("close", name, found.start(), found.end())
    if name in VOID or found[0].endswith("/>"):
        return Token("void", name, found.start(), found.end())
    if name in OPAQUE or untranslated(found[0]):
        return Token("opaque", name, found.start(), _past(text, name, found.end(), stop))
    return Token("open", name, found.start(), found.end())


def _past(text: str, name: str, at: int, stop: int) -> int:
    """Return where the element ``name`` that opened before ``at`` ends; nested ones of its name are counted."""
    depth = 1
    for tag in re.compile(rf"<(/?){re.escape(name)}(?=[\s/>]){_ATTRIBUTES}>", re.IGNORECASE).finditer(text, at, stop):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return stop


def untranslated(tag: str) -> bool:
    """Tell whether a start tag says that its element is not to be translated (HTML ``translate="no"``)."""
    return any(a.name == "translate" and a.value.lower() == "no" for a in attributes(tag, 0, len(tag)))


def attributes(text: str, start: int, end: int) -> Iterator[Attribute]:
    """Yield the attributes of the start tag ``text[start:end]`` that have a value."""
    for found in _ATTRIBUTE.finditer(text, start + 1, end):
        kind = next(k for k in ("double", "single", "bare") if found[k] is not None)
        quote = {"double": '"', "single": "'", "bare": ""}[kind]
        yield Attribute(found["name"].lower(), found[kind], found.start(kind), found.end(kind), quote)
