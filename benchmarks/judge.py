"""What a document shows its readers and how it is built, told by other means than ours, to judge every tool by.

HTML is read by Lexbor (selectolax), Markdown by markdown-it, its structure by pulldown-cmark, DOCX by expat.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

_SCRIPTS = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f"
#: A word: two letters or more; of scripts that put no space between words, each letter.
_WORD = re.compile(rf"[{_SCRIPTS}]|[^\W\d_{_SCRIPTS}]{{2,}}")

#: Elements whose text nobody is shown, or that is no prose: a translator need not see it.
_SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "noembed", "noframes", "object", "head", "svg", "math", "select"})
_CODE = frozenset({"pre", "code", "kbd", "samp", "textarea", "var"})
#: Attributes that a reader meets, wherever they stand.
_SHOWN = ("alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label", "summary", "abbr", "value")
#: An address among the words of a page: to be seen, and not to be translated.
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
_META = re.compile(r"title|headline|description|keywords|author|site_name|section|tag|caption|:alt", re.IGNORECASE)
#: What JSON-LD tells of an article in words.
_STATED = frozenset({"headline", "description", "author", "caption", "articleSection", "keywords"})
#: Fields of front matter that hold words for readers.
_FIELDS = re.compile(
    r"title|headline|desc|summar|excerpt|abstract|caption|alt|author|byline|categor|tag|keyword|lede|lead|deck|teaser|intro|kicker|sub|name|label",
    re.IGNORECASE,
)
_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[:#.][^}\n]*\}|<!--.*?-->|^:::.*$", re.DOTALL | re.MULTILINE)
_CAPTION = re.compile(r'\b(?:caption|title|alt|text|description|label)\s*=\s*"([^"]*)"')
#: The words of a footnote, or the title of a link's definition.
_DEFINITION = re.compile(r"^ {0,3}\[(?:\^[^\]]*\]:|[^\]]*\]:[ \t]*\S*)(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Shown:
    """``wanted`` are the words of prose that a tool must find; ``allowed`` all that are words for somebody, code and attributes too."""

    wanted: Counter[str] = field(default_factory=Counter)
    allowed: Counter[str] = field(default_factory=Counter)


def words(text: str) -> Counter[str]:
    """Return the words of ``text``, without regard to case, and how often each stands there; a tag within a word makes two of it."""
    return Counter(_WORD.findall(text.lower()))


def recall(shown: Shown, texts: Iterable[str]) -> float | None:
    """Return the share of the wanted words that ``texts`` hold; None of a document with hardly any."""
    total = shown.wanted.total()
    return (shown.wanted & words("\n".join(texts))).total() / total if total >= 30 else None


def leaked(shown: Shown, texts: Iterable[str]) -> tuple[int, int]:
    """Return how many of the words of ``texts`` are words for nobody, and how many there are."""
    held = words("\n".join(texts))
    return (held - shown.allowed).total(), held.total()


def shown(kind: str, data: bytes) -> Shown:
    """Return what the document shows."""
    if kind == "html":
        return _page(_decoded(data))
    return _article(_decoded(data)) if kind == "md" else _file(data)


def structure(kind: str, data: bytes) -> tuple[str, ...]:
    """Return the elements of a document (of Markdown: the events) in order, with where they end; no texts, no attributes."""
    if kind == "html":
        return tuple(_elements(_decoded(data)))
    return tuple(_events(_decoded(data))) if kind == "md" else tuple(_parts(data))


# --- HTML


def _decoded(data: bytes) -> str:
    named = re.findall(rb"<meta\b[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", data, re.IGNORECASE)[:1]
    for coding in ("utf-8-sig", *({b"gb2312": "gb18030"}.get(one.lower(), one.decode()) for one in named), "cp1251"):
        try:
            return data.decode(coding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def _nodes(text: str) -> Iterator[tuple[str, Any]]:
    """Yield each node of the document as ``("open", node)`` and ``("close", node)``."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(text).root
    stack = [(root, False)] if root is not None else []
    while stack:
        node, done = stack.pop()
        if done:
            yield "close", node
            continue
        yield "open", node
        stack.append((node, True))
        held = []
        child = node.first_child
        while child is not None:
            held.append((child, False))
            child = child.next
        stack.extend(reversed(held))


def _elements(text: str) -> Iterator[str]:
    for side, node in _nodes(text):
        name = node.tag
        if not name.startswith("-") and not name.startswith("!"):
            yield name if side == "open" else f"/{name}"


def _page(text: str) -> Shown:
    wanted: list[str] = []
    allowed: list[str] = []
    silent = code = 0
    for side, node in _nodes(text):
        name, step = node.tag, 1 if side == "open" else -1
        if name == "-text" and side == "open":
            text = node.text_content or ""
            address = node.parent.tag == "a" and text.strip() == (node.parent.attributes.get("href") or "").strip()
            (allowed if silent or code or address else wanted).append(text)
            if silent and node.parent.tag in ("script", "style", "iframe", "noembed", "noframes"):
                allowed.pop()
        elif not name.startswith("-"):
            silent += step * (name in _SILENT)
            code += step * (name in _CODE or (node.attributes.get("translate") or "").lower() == "no")
            if side == "open":
                allowed += _attributes(name, node)
    prose, told = "\n".join(wanted), "\n".join(allowed)
    return Shown(words(_ADDRESS.sub(" ", prose)), words(prose) + words(told))


def _attributes(name: str, node: Any) -> Iterator[str]:
    held: Mapping[str, str | None] = node.attributes
    for key in _SHOWN:
        if held.get(key):
            yield str(held[key])
    if name == "meta" and _META.search(f"{held.get('name')} {held.get('property')} {held.get('itemprop')}"):
        yield held.get("content") or ""
    if name == "script" and "ld+json" in (held.get("type") or ""):
        yield " ".join(_stated(node.text(deep=True)))
    if name == "noscript":
        yield re.sub(r"<[^>]*>", " ", node.text(deep=True))


def _stated(text: str) -> Iterator[str]:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return
    stack: list[tuple[Any, bool]] = [(held, False)]
    while stack:
        value, counts = stack.pop()
        if isinstance(value, dict):
            stack += [(one, key in _STATED or (counts and key in ("name", "@value"))) for key, one in value.items()]
        elif isinstance(value, list):
            stack += [(one, counts) for one in value]
        elif isinstance(value, str) and counts:
            yield html.unescape(value)


# --- Markdown


def _article(text: str) -> Shown:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    front = _FRONT.match(text)
    body = _SHORTCODE.sub(" ", text[front.end() :] if front else text)
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
    page = _page(reader.render(body))
    fields = words(" ".join(_fields(front[2]))) if front else Counter()
    shortcodes = words(" ".join(value for code in _SHORTCODE.findall(text) for value in _CAPTION.findall(code)))
    unused = words(" ".join(_DEFINITION.findall(body)))  # what nothing refers to is shown nowhere, and yet words for readers
    return Shown(page.wanted, page.allowed + fields + shortcodes + unused)


def _fields(front: str) -> Iterator[str]:
    """Yield the values of fields for readers, line by line: neither YAML's parser nor TOML's is asked."""
    counts = False
    for line in front.splitlines():
        named = re.match(r"\s*-?\s*([\w-]+)\s*[:=](.*)", line)
        if named:
            counts = bool(_FIELDS.search(named[1]))
        if counts:
            yield named[2] if named else line


def _events(text: str) -> Iterator[str]:
    import pyromark

    before = ""
    for event in pyromark.events(text, options=_options()):
        name = _name(event)
        if name and not (name == before and name in ("Html", "InlineHtml", "SoftBreak")):
            yield name
        before = name or before


def _options() -> Any:
    from pyromark import Options

    return (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options.ENABLE_DEFINITION_LIST
    )


def _name(event: Any) -> str:
    """Return an event's name, empty for text and for line breaks that mean nothing."""
    if isinstance(event, str):
        return "" if event == "SoftBreak" else event
    ((name, value),) = event.items()
    if name == "Text":
        return ""
    if name in ("Start", "End"):
        inner = value if isinstance(value, str) else next(iter(value))
        level = value[inner] if isinstance(value, dict) else ""
        if isinstance(level, dict):
            level = level.get("level", "")
        return f"{name} {inner}{level if isinstance(level, str | int) and inner == 'Heading' else ''}"
    return str(name)


# --- DOCX

_TEXT_PARTS = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _file(data: bytes) -> Shown:
    wanted, allowed = [], []
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith(".xml"):
                continue
            xml = archive.read(name).decode("utf-8", "replace")
            if _TEXT_PARTS.fullmatch(name):
                spaced = re.sub(r"</w:p>|<w:(?:tab|br|cr)\b[^>]*>", " ", xml)
                wanted.append("".join(a or b for a, b in re.findall(r"<w:t(?: [^>]*)?>([^<]*)|( )", spaced)))
                allowed += re.findall(r'\b(?:descr|title|w:alias|string)="([^"]*)"', xml)
            elif name.startswith(("docProps/", "word/charts/", "word/diagrams/")):
                allowed.append(re.sub(r"<[^>]*>", " ", xml))
    held = words(html.unescape(" ".join(wanted)))
    return Shown(held, held + words(html.unescape(" ".join(allowed))))


def _parts(data: bytes) -> Iterator[str]:
    """Yield the elements of each part but runs and what is theirs alone: translated text is cut into runs anew."""
    with ZipFile(BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            yield f"part {name}"
            if name.endswith((".xml", ".rels")):
                yield from _Elements(archive.read(name)).held


def _of(*names: str) -> frozenset[str]:
    return frozenset({f"{_W} {name}" for name in names})


#: What holds the words of a paragraph and is made anew with them: a tracked insertion is opened and closed as a run is.
_RUNS = _of("r", "t", "ins", "proofErr", "lastRenderedPageBreak", "noBreakHyphen", "softHyphen")
#: What has a place between words and no words: it must be there, and other words leave it no certain place in its paragraph.
_MARKS = _of("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
#: What goes with the words: how they look, and words that an editor has deleted.
_SILENT_IN_FILES = _of("rPr", "del", "moveFrom")


class _Elements:
    """The elements of one part: names where they begin, and with a stroke where they end; marks at the end of their paragraph."""

    def __init__(self, data: bytes) -> None:
        self.held: list[str] = []
        self.marks: list[list[str]] = []
        self.skipped = 0  # how deep we are in an element that does not count
        reader = expat.ParserCreate(namespace_separator=" ")
        reader.StartElementHandler, reader.EndElementHandler = self._start, self._end
        try:
            reader.Parse(data, True)
        except expat.ExpatError as error:
            self.held.append(f"broken: {error}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.skipped or name in _SILENT_IN_FILES:
            self.skipped += 1
            return
        if name == f"{_W} p":
            self.marks.append([])
        if name in _MARKS and self.marks:
            self.marks[-1].append(name)
        elif name not in _RUNS:
            self.held.append(name)

    def _end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        if name == f"{_W} p":
            self.held += sorted(self.marks.pop())
        if name not in _RUNS and (name not in _MARKS or not self.marks):
            self.held.append(f"/{name}")
