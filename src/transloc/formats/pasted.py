"""A text that somebody has pasted: which format it is in, and how its title is written into it."""

import html
import json
import re

_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|main|article|section|header|div|p|h[1-6]|ul|ol|blockquote|figure|table)\b)",
    re.IGNORECASE | re.DOTALL,
)
#: Only a page has a headline; what is cut out of one has subheads.
_PAGE = "<!doctype html>\n<html><body><article>\n<h1>{title}</h1>\n{text}\n</article></body></html>\n"
_WHOLE_PAGE = re.compile(r"<(?:html|body|h1)\b", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\ufeff?(?:---|\+\+\+)[ \t]*\r?\n")


def suffix(text: str) -> str:
    """Return the suffix of the format that ``text`` is in: .html, .md or .txt."""
    from transloc.formats.markdown.signs import signs

    if _HTML.match(text):
        return ".html"
    return ".md" if signs(text) - {"CodeBlock"} else ".txt"  # indented lines alone are no sign: they are how people set off verse


def entitled(text: str, title: str) -> tuple[str, str]:
    """Return ``text`` with ``title`` as its headline, and its suffix then; a title that it states itself stays.

    Plain text has no headline, so it becomes Markdown, which reads the same where there is nothing else in it.
    """
    kind, title = suffix(text), " ".join(title.split())
    if not title:
        return text, kind
    if kind == ".html":
        return (text if _WHOLE_PAGE.search(text) else _PAGE.format(title=html.escape(title, quote=False), text=text)), kind
    if _FRONT_MATTER.match(text):
        return text, ".md"
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{text}", ".md"  # a JSON text is a YAML one
