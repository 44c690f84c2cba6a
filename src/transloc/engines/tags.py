"""Inline codes as XML elements, by the names that XLIFF 1.2 gave them, and back.

``g`` holds words, ``x`` is empty, ``bx`` and ``ex`` are halves whose other half stands in another segment: strict XML
allows them only as empty elements.
"""

import html
import re
from xml.sax.saxutils import escape

from transloc import markup
from transloc.engines.protection import paired
from transloc.markup import CodeToken, Form, Text, Token

_TAG = re.compile(r"<(?P<end>/?)(?P<name>g|x|bx|ex)(?:\s+id\s*=\s*[\"'](?P<id>\d{1,6})[\"'])?\s*(?P<empty>/?)>", re.ASCII)
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>")

_LONE = {Form.OPEN: "bx", Form.CLOSE: "ex", Form.EMPTY: "x"}
_FORMS = {"bx": Form.OPEN, "ex": Form.CLOSE, "x": Form.EMPTY}


def to_xml(text: str) -> str:
    """Return ``text`` as a well-formed XML fragment."""
    tokens = markup.parse(text)
    pairs = paired(tokens)
    return "".join(_element(token, at in pairs) for at, token in enumerate(tokens))


def _element(token: Token, holds_words: bool) -> str:
    if isinstance(token, Text):
        return escape(markup.ILLEGAL.sub(" ", token.value))
    if holds_words:
        return f'<g id="{token.number}">' if token.form is Form.OPEN else "</g>"
    return f'<{_LONE[token.form]} id="{token.number}"/>'


def from_xml(answer: str) -> str | None:
    """Return the text with inline codes that ``answer`` stands for; None where its elements are none of ours, or do not nest."""
    tokens: list[Token] = []
    stack: list[tuple[str, int]] = []
    at = 0
    for found in _TAG.finditer(answer):
        if found.start() > at:
            tokens.append(Text(answer[at : found.start()]))
        at = found.end()
        if found["end"]:
            if not stack or stack[-1][0] != found["name"]:
                return None
            name, number = stack.pop()
            if name == "g":
                tokens.append(CodeToken(Form.CLOSE, number))
            continue
        if found["id"] is None:
            return None
        number = int(found["id"])
        tokens.append(CodeToken(_FORMS.get(found["name"], Form.OPEN), number))
        if not found["empty"]:
            stack.append((found["name"], number))
        elif found["name"] == "g":
            tokens.append(CodeToken(Form.CLOSE, number))
    tokens.append(Text(answer[at:]))
    if stack or any("<" in token.value for token in tokens if isinstance(token, Text)):
        return None
    return markup.serialise(Text(html.unescape(token.value)) if isinstance(token, Text) else token for token in tokens)


def words(answer: str) -> str:
    """Return the words of an answer with broken elements, as a text without codes."""
    return markup.escape(html.unescape(_ANY_TAG.sub("", answer)))
