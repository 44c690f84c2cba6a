"""Markdown as a flat list of events with places in code points, by pulldown-cmark; shortcodes are hidden from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


def _up_to(opening: str) -> str:
    """Return what a shortcode holds: no blank line, no code span, no ``opening`` (or a row of them would cost its square)."""
    return rf"(?:(?!\n[ \t]*\r?\n|{opening})[^`])*?"


#: What site generators put between the words: Hugo, Jekyll (Liquid), kramdown attributes, MDX comments, fenced containers.
#: One that holds code goes with all it holds.
SHORTCODE = re.compile(
    r"\{%-?\s*(?P<liquid>highlight|raw|comment|verbatim|mermaid)\b(?>(?:(?!\{%).)*?%\})"
    r"(?:(?!\{%-?\s*(?P=liquid)\b).)*?\{%-?\s*end(?P=liquid)\s*-?%\}"
    r"|\{\{(?P<mark>[<%])\s*(?P<hugo>highlight|mermaid|katex|chart|rawhtml)\b(?>[^{}]*?[>%]\}\})"
    r"(?:(?!\{\{[<%]\s*(?P=hugo)\b).)*?\{\{[<%]\s*/\s*(?P=hugo)\s*[>%]\}\}"
    rf"|\{{\{{<{_up_to('{{<')}>\}}\}}|\{{\{{%{_up_to('{{%')}%\}}\}}|\{{%{_up_to('{%')}%\}}|\{{\{{{_up_to('{{')}\}}\}}"
    rf"|\{{:[^{{}}\r\n`]*\}}|\{{/\*{_up_to('{/[*]')}\*/\}}"
    r"|^:{3,}[ \t]*(?:[\w-]+)?(?:\{[^}\r\n]*\})?",
    re.DOTALL | re.MULTILINE,
)
_PRIVATE = range(0xE000, 0xF8FF)


@dataclass(frozen=True, slots=True)
class Event:
    """``kind`` is start, end, or the name of what has no content; ``tag`` what starts or ends; ``data`` what is told of it."""

    kind: str
    tag: str
    data: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Masked:
    """A text in which each character of a shortcode is ``filler``, a character that the text itself lacks."""

    text: str
    filler: str


def mask(text: str, start: int = 0) -> Masked:
    """Hide the shortcodes of ``text``, and all that stands before ``start``, without moving anything."""
    filler = next(char for char in map(chr, _PRIVATE) if char not in text)
    body = SHORTCODE.sub(lambda found: filler * len(found[0]), text[start:])
    return Masked(text[:start] + body, filler)


def events(masked: Masked, start: int = 0) -> Iterator[Event]:
    """Yield the events of the Markdown that begins at ``start``."""
    import pyromark

    o = pyromark.Options
    options = o.ENABLE_TABLES | o.ENABLE_FOOTNOTES | o.ENABLE_STRIKETHROUGH | o.ENABLE_TASKLISTS | o.ENABLE_HEADING_ATTRIBUTES
    options |= o.ENABLE_DEFINITION_LIST | o.ENABLE_MATH | o.ENABLE_GFM
    body = masked.text[start:]
    found = list(pyromark.events_with_range(body, options=options))
    offsets = _code_points(body, [at for _, span in found for at in (span["start"], span["end"])])
    for event, span in found:
        kind, tag, data = _named(event)
        yield Event(kind, tag, data, start + offsets[span["start"]], start + offsets[span["end"]])


def titled_definitions(masked: Masked, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the span of each link reference definition that has a title."""
    import pyromark

    body = masked.text[start:]
    if "]:" not in body:
        return
    spans = [one["span"] for one in pyromark.reference_definitions(body).values() if one["title"]]
    offsets = _code_points(body, [at for span in spans for at in (span["start"], span["end"])])
    for span in spans:
        yield start + offsets[span["start"]], start + offsets[span["end"]]


def _named(event: Any) -> tuple[str, str, Any]:
    if isinstance(event, str):
        return event, "", None
    ((kind, value),) = event.items()
    if kind not in ("Start", "End"):
        return kind, "", value
    if isinstance(value, str):
        return kind.lower(), value, None
    ((tag, data),) = value.items()
    return kind.lower(), tag, data


def _code_points(text: str, offsets: list[int]) -> dict[int, int]:
    """Return the code point at each UTF-8 byte offset."""
    if text.isascii():
        return {at: at for at in offsets}
    data = text.encode()
    mapped, last, count = {}, 0, 0
    for at in sorted(set(offsets)):
        count += len(data[last:at].decode())
        last = at
        mapped[at] = count
    return mapped
