"""A text that somebody has pasted: which format it is in, and how its title is written into it."""

import html
import json
import re

_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|main|article|section|header|div|p|h[1-6]|ul|ol|blockquote|figure|table)\b)",
    re.IGNORECASE | re.DOTALL,
)
#: Only a page has a headline; what is cut out of one has subheads.
_PAGE = "<!doctype html>\n<html><body><article>\n{text}\n</article></body></html>\n"
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_HEADLINE = re.compile(r"<h1\b.*?</h1\s*>", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_SIGNS = re.compile(r"<[^>]*>|\A[ \t]*title[ \t]*[:=]|[-+#*_>\"]")
#: So much of a text is looked through for its first line, in characters.
_BEGINNING = 20_000
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
    if kind == ".html":
        return _page(text, title), kind
    if not title:
        return text, kind
    if _FRONT_MATTER.match(text):
        return text, ".md"
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{text}", ".md"  # a JSON text is a YAML one


def _page(text: str, title: str) -> str:
    if _WHOLE_PAGE.search(text):
        return text
    if _HEADLINE.search(text):
        return _PAGE.format(text=text)
    return _PAGE.format(text=f"<h1>{html.escape(title, quote=False)}</h1>\n{text}") if title else text


def first_words(text: str) -> str:
    """Return the headline of ``text``, else its first line with words, without markup: what a person would call it."""
    seen = _UNSEEN.sub(" ", text[:_BEGINNING])
    headline = _HEADLINE.search(seen)
    lines = (" ".join(_SIGNS.sub(" ", line).split()) for line in ([headline[0]] if headline else seen.splitlines()))
    return next((html.unescape(line) for line in lines if re.search(r"[^\W\d_]", line)), "")
