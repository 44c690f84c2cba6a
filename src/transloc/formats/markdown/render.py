"""The body of a Markdown text as HTML, by pulldown-cmark: no front matter, and no shortcodes, which only a site can carry out."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from transloc.formats import front_matter
from transloc.formats.markdown import events
from transloc.model import Embed

_NOTE_LABEL = re.compile(r"<sup class=\"footnote-definition-label\">[^<]*</sup>")
#: Shortcodes that only tell how the words beside them look.
_ATTRIBUTES = ("{:", ":::", "{/*")


class Rendered(NamedTuple):
    """``html`` is as unsafe as the Markdown was; ``shortcodes`` tells what was left out of it, with the lines of the file."""

    html: str
    shortcodes: tuple[Embed, ...]


def render(text: str) -> Rendered:
    """Return ``text`` as HTML. Formulas stay words as they are written, since prices look like them ($5-$6)."""
    head = front_matter.read(text, ())
    masked = events.mask(text, head.end)
    shortcodes = tuple(_shortcodes(text, head.end))
    html = _html(masked.text[head.end :]).replace(masked.filler, "").replace(quote(masked.filler), "")
    return Rendered(_NOTE_LABEL.sub("", html), shortcodes)


def _shortcodes(text: str, start: int) -> Iterator[Embed]:
    line, at = 1, 0
    for found in events.SHORTCODE.finditer(text, start):
        line += text.count("\n", at, found.start())
        at = found.start()
        if not found[0].startswith(_ATTRIBUTES):
            yield Embed("shortcode", found[0], line)


def render_pair(opening: str, closing: str) -> tuple[str, str]:
    """Return the HTML of the inline markup ``opening`` and ``closing``, which stand around some words."""
    words = "\ue000"
    before, _, after = _html(f"{opening}{words}{closing}").strip().removeprefix("<p>").removesuffix("</p>").partition(words)
    return before, after


def destinations(text: str) -> dict[str, str]:
    """Return the addresses of the text's link reference definitions, by their labels in lower case."""
    import pyromark

    body = text[front_matter.read(text, ()).end :]
    return {label.casefold(): found["dest"] for label, found in pyromark.reference_definitions(body).items()} if "]:" in body else {}


def _html(body: str) -> str:
    import pyromark

    o = pyromark.Options
    options = o.ENABLE_TABLES | o.ENABLE_FOOTNOTES | o.ENABLE_STRIKETHROUGH | o.ENABLE_TASKLISTS | o.ENABLE_HEADING_ATTRIBUTES
    return pyromark.html(body, options=options | o.ENABLE_DEFINITION_LIST | o.ENABLE_GFM)
