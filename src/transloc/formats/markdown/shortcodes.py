"""Words that a reader meets inside of shortcodes: the named arguments for captions, titles and the like."""

import re
from collections.abc import Iterator

from transloc.formats.markdown.spaces import on_one_line
from transloc.formats.runs import Child
from transloc.model import Kind

#: Hugo takes a backslash before a quote; Liquid and kramdown take none.
_HUGO = re.compile(r"(?P<gap>\s+)(?P<name>\w+)\s*=\s*(?P<value>\"(?:[^\"\\\r\n]|\\.)*\"|`[^`]*`)")
_LIQUID = re.compile(r"(?P<gap>\s+)(?P<name>\w+)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*')")
_HEAD = re.compile(r"\{[^}]*(?:(?<=[>%])\}\}|\})")
_KINDS = {
    "caption": Kind.CAPTION,
    **dict.fromkeys(("alt", "title", "description", "heading", "subtitle", "placeholder"), Kind.ATTRIBUTE),
}


def children(raw: str, start: int, end: int) -> Iterator[Child]:
    """Yield the worded arguments of the shortcode ``raw[start:end]``; what it encloses is not looked at."""
    head = _HEAD.match(raw, start, end)
    if head is None or "=" not in head[0]:
        return
    hugo = raw.startswith("{{", start)
    for found in (_HUGO if hugo else _LIQUID).finditer(raw, start, head.end()):
        kind = _KINDS.get(found["name"].lower())
        if kind is not None:
            value = found["value"][1:-1]
            words = re.sub(r"\\(.)", r"\1", value) if hugo and found["value"][0] == '"' else value
            quote = ("{{" if hugo else "{%") + found["value"][0]
            block = (found.start("gap"), found.end())
            yield Child(place="shortcode", span=found.span("value"), text=on_one_line(words), quote=quote, block=block, kind=kind)


def fitting(words: str, quote: str) -> str:
    """Return ``words`` with typographic marks where they hold both kinds of quotes and nothing escapes one."""
    both = not quote.startswith("{{") and '"' in words and "'" in words
    return re.sub(r"\"([^\"]*)\"", r"“\1”", words).replace('"', "”") if both else words


def write(words: str, quote: str) -> str:
    """Return ``fitting`` words as an argument, in the ``quote`` that it had where they fit in."""
    own, hugo = quote[-1], quote.startswith("{{")
    if own not in words and not (hugo and own == '"' and "\\" in words):
        return own + words + own
    if not hugo:
        return f"'{words}'" if own == '"' else f'"{words}"'
    return f"`{words}`" if "`" not in words else '"' + re.sub(r"([\"\\])", r"\\\1", words) + '"'
