"""The inline codes of a unit as HTML: one function for each format, from raw markup to the tags around some words."""

from collections.abc import Callable, Mapping
from html import escape

from transloc import markup
from transloc.formats import place
from transloc.formats.markdown.render import render_pair
from transloc.markup import Form
from transloc.model import Code, Unit

#: Returns what stands before and after the words that a code holds.
Tags = Callable[[Code], tuple[str, str]]

_BY_LABEL = {
    "bold": "strong",
    "italic": "em",
    "underlined": "u",
    "struck": "s",
    "superscript": "sup",
    "subscript": "sub",
}


def html(unit: Unit, tags: Tags) -> str:
    """Return the text of ``unit`` as HTML, to be cleaned yet: its words are escaped, its codes are what ``tags`` makes of them."""
    codes = {code.number: tags(code) for code in unit.codes}
    written = ""
    for token in markup.parse(unit.source):
        if isinstance(token, markup.Text):
            written += escape(token.value).replace("\n", "<br>")
        elif token.number in codes:
            before, after = codes[token.number]
            written += {Form.OPEN: before, Form.CLOSE: after, Form.EMPTY: before + after}[token.form]
    for opening, closing in reversed(_wrap(unit)):
        before, after = tags(Code(0, opening, closing))
        written = before + written + after
    return written


def _wrap(unit: Unit) -> tuple[tuple[str, str], ...]:
    return place.read(unit.syntax).wrap if '"wrap":' in unit.syntax else ()


def of_label(code: Code) -> tuple[str, str]:
    """Tags by what a reviewer is told of the code: for formats whose markup is no markup of ours (DOCX)."""
    if code.label == "line break":
        return "<br>", ""
    if code.label in ("shortcode", "comment"):
        return " " * (code.open != code.open.strip()), ""
    if code.label.startswith("footnote "):
        return f"<sup>[{escape(code.label.removeprefix('footnote '))}]</sup>", ""
    names = [_BY_LABEL[word] for word in code.label.replace(",", " ").split() if word in _BY_LABEL]
    return "".join(f"<{name}>" for name in names), "".join(f"</{name}>" for name in reversed(names))


def of_html(code: Code) -> tuple[str, str]:
    """Tags as they stand in a page."""
    return code.open, code.close or ""


def of_markdown(destinations: Mapping[str, str]) -> Tags:
    """Tags by the renderer of Markdown; ``destinations`` are the addresses of the text's reference links."""
    known: dict[tuple[str, str], tuple[str, str]] = {}

    def tags(code: Code) -> tuple[str, str]:
        raw = code.open, code.close or ""
        if raw not in known:
            known[raw] = _of_markdown(code, destinations)
        return known[raw]

    return tags


def _of_markdown(code: Code, destinations: Mapping[str, str]) -> tuple[str, str]:
    if code.label in ("line break", "shortcode", "comment") or code.label.startswith("footnote "):
        return of_label(code)
    if code.label == "formula":
        return escape(code.open), ""
    if code.close is None:
        return "".join(render_pair(code.open, "")), ""
    if code.close.startswith("][") and code.open == "[":
        address = destinations.get(code.close[2:-1].casefold(), "")
        return (f'<a href="{escape(address)}">', "</a>") if address else ("", "")
    return render_pair(code.open, code.close)
