"""The article to be read without a browser: Markdown and plain text, by turbohtml's writers, from its clean HTML."""

import io
import re
from html import escape
from typing import TYPE_CHECKING

from transloc.formats.convert import emphasis, ruby
from transloc.formats.convert.values import Content

if TYPE_CHECKING:
    from turbohtml import Element

#: What Markdown itself takes for words and site generators for orders, outside of code: shortcodes, attributes, definitions.
_ORDERS = re.compile(
    r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|(?P<brace>\{)(?=[{%#:])|^(?P<before>[ >]*)(?P<colon>:)(?=\s|\Z|::)", re.DOTALL | re.MULTILINE
)


def markdown(content: Content, locale: str, credit: str = "") -> str:
    """Return the article as Markdown (CommonMark with tables and footnotes) with YAML front matter, the line ``credit`` at its end."""
    body = content.body + (f"<p>{escape(credit)}</p>" if credit else "")
    return f"---\n{_front_matter(content, locale)}---\n\n{markdown_body(body)}"


def _front_matter(content: Content, locale: str) -> str:
    from ruamel.yaml import YAML
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    def scalar(words: str) -> str:
        return words if words.isprintable() else DoubleQuotedScalarString(words)  # only there are all characters escaped

    fields: dict[str, object] = {
        "title": scalar(content.title),
        "description": scalar(content.lede),
        "author": scalar(content.byline),
        "date": content.date,
        "category": scalar(content.category),
        "tags": list(map(scalar, content.tags)),
        "lang": locale,
    }
    writer = YAML(pure=True)
    writer.width = 1_000_000
    out = io.StringIO()
    writer.dump({name: value for name, value in fields.items() if value}, out)
    return out.getvalue()


def markdown_body(html: str) -> str:
    """Return clean HTML as Markdown. Words that Markdown or a site generator would obey are escaped."""
    from turbohtml import Markdown, parse_fragment

    root = parse_fragment(html, positions=False)
    ruby.in_brackets(root)
    notes = _taken_notes(root)
    options = Markdown(tables=Markdown.Tables(cell_blocks="text"), converters=_WRITERS)
    texts = [_safe(root.to_markdown(options)).strip("\n")]
    for number, note in notes:
        lines = _safe(note.to_markdown(options)).strip("\n").split("\n")
        texts.append(f"[^{number}]: " + "\n".join([lines[0], *(f"    {line}" if line else "" for line in lines[1:])]))
    return "\n\n".join(filter(None, texts)) + "\n" * any(texts)


def _mark(element: "Element", written: str) -> str:
    link = element.select_one("a[href^='#note-']")
    if link is None:
        return f"<sup>{written}</sup>"  # Markdown has no signs of its own for it
    return f"[^{(link.attr('href') or '').removeprefix('#note-')}]"


def _lowered(element: "Element", written: str) -> str:
    return f"<sub>{written}</sub>"


def _safe(written: str) -> str:
    def escaped(found: re.Match[str]) -> str:
        if found["brace"]:
            return "{\\"
        return f"{found['before']}\\:" if found["colon"] else found[0]

    return _ORDERS.sub(escaped, written)


#: How we write what turbohtml writes otherwise than we want it.
_WRITERS = {"sup": _mark, "sub": _lowered, "strong": emphasis.write, "em": emphasis.write}


def text(content: Content, credit: str = "") -> str:
    """Return the article as plain text: a blank line between paragraphs, nothing folded."""
    beneath = " · ".join(filter(None, (content.byline, content.day or content.date)))
    head = [part for part in (content.title, content.lede, beneath) if part]
    return "\n\n".join(filter(None, [*head, text_body(content.body), credit])) + "\n"


def text_body(html: str) -> str:
    """Return clean HTML as plain text; footnotes stand at the end, as [1]."""
    from turbohtml import PlainText, Text, parse_fragment

    root = parse_fragment(html, positions=False)
    ruby.in_brackets(root)
    notes = _taken_notes(root)
    for link in root.select("sup > a[href^='#note-']"):
        link.replace_with(Text(f"[{(link.attr('href') or '').removeprefix('#note-')}]"))
    for image in root.select("img"):
        image.decompose()
    for paragraph in root.select("li > p:first-child"):
        paragraph.unwrap()
    options = PlainText(bullet="- ")
    texts = [root.to_text(options), *(f"[{number}] {note.to_text(options).strip()}" for number, note in notes)]
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(filter(None, (one.strip("\n") for one in texts))))


def _taken_notes(root: "Element") -> list[tuple[str, "Element"]]:
    """Take the footnotes out of ``root``: their numbers and elements. What leads back from a note to its mark goes too."""
    notes = []
    listed = {element.attr("id"): element for element in root.select("li[id], p[id]")}
    for mark in root.select("sup > a[href^='#note-']"):
        name = (mark.attr("href") or "")[1:]
        note = listed.pop(name, None)
        if note is None:
            continue
        for back in note.select("a[href^='#note-']"):
            back.decompose()
        holder = note.parent
        note.extract()
        note.tag = "div"
        if holder is not None and getattr(holder, "tag", "") == "ol" and not holder.text.strip():
            holder.extract()
        notes.append((name.removeprefix("note-"), note))
    return notes
