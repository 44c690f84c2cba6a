"""The body of an article in each format as HTML, to be tidied yet, and how the format writes its inline codes."""

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from transloc.errors import InputError
from transloc.formats.convert import inline
from transloc.formats.convert.align import Said
from transloc.formats.convert.inline import Tags
from transloc.formats.decode import text_of
from transloc.model import Document, Embed
from transloc.wording import say

if TYPE_CHECKING:
    from turbohtml import Element

_NEWLINE = re.compile(r"\r\n|\r")
_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")


class Body(NamedTuple):
    """``html`` is not clean yet; ``tags`` makes HTML of the units' inline codes; ``left_out`` is what HTML has no place for."""

    html: str
    tags: Tags
    left_out: tuple[Embed, ...] = ()


def read(document: Document, said: Sequence[Said]) -> Body:
    """Return the body of ``document``, whose units are ``said``; raises InputError for a format that has none here."""
    if document.format == "docx":
        from transloc.formats.convert import word

        return Body(*word.read(document.data), tuple(embed for embed in document.embeds if embed.kind == "picture"))
    if document.format not in ("markdown", "text", "html"):
        raise InputError(
            say("articles in the format “{format}” cannot be converted", format=document.format), hint=say("Export it in its own format")
        )
    text = text_of(document.data, document.encoding)
    if document.format == "markdown":
        return _markdown(text)
    if document.format == "html":
        from transloc.formats.convert import page

        return Body(page.article(text, said), inline.of_html)
    return Body(_text(text), inline.of_html)


def _text(text: str) -> str:
    paragraphs = _BLANK.split(_NEWLINE.sub("\n", text).strip())
    return "".join(f"<p>{'<br>'.join(map(escape, paragraph.splitlines()))}</p>" for paragraph in paragraphs)


def _markdown(text: str) -> Body:
    from turbohtml import parse_fragment

    from transloc.formats.markdown.render import destinations, render

    rendered = render(text)
    root = parse_fragment(rendered.html, positions=False)
    _notes(root)
    return Body(root.inner_html, inline.of_markdown(destinations(text)), rendered.shortcodes)


def _notes(root: "Element") -> None:
    """Gather the footnotes, which Markdown may define anywhere, as a list at the end, in the order of their marks."""
    from turbohtml import Element

    notes = {note.attr("id"): note for note in root.select("div.footnote-definition[id]")}
    marks = [link.attr("href", "") for link in root.select("sup.footnote-reference > a[href]")]
    listed = Element("ol")
    for name in dict.fromkeys(mark[1:] for mark in marks if mark):
        if name in notes:
            note = notes.pop(name)
            note.tag = "li"
            listed.append(note)
    for note in notes.values():  # nothing refers to it: no reader would see it in the rendered Markdown of a site
        note.decompose()
    if listed.children:
        root.append(listed)
