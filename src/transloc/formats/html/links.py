"""Links of HTML: their addresses renewed, and a word to the reader where one leads to another language."""

from collections.abc import Iterable, Iterator
from html import escape

from transloc.formats.html.tokens import Attribute, Token, attributes
from transloc.formats.localisation import Edit, Localisation, Opened, has_words, referenced
from transloc.formats.references import unescape


def anchors(tokens: Iterable[Token], page: Opened, wishes: Localisation) -> Iterator[Edit]:
    """Yield the edits for the links among ``tokens`` of ``page``."""
    opened = -1  # where the content of a link begins that leads to another language
    for token in tokens:
        if token.name not in ("a", "area"):
            continue
        if token.form == "close":
            if opened >= 0:
                yield from _marked(opened, token.start, page, wishes)
            opened = -1
            continue
        href = next((a for a in attributes(page.text, token) if a.name == "href"), None)
        address = href.value.strip() if href else ""
        if href and address in wishes.links:
            yield valued(href, wishes.links[address], page)
        opened = token.end if token.name == "a" and token.form == "open" and address in wishes.untranslated else -1


def _marked(start: int, end: int, page: Opened, wishes: Localisation) -> Iterator[Edit]:
    held = page.text[start:end].rstrip()
    if wishes.mark and has_words(held) and not unescape(held).endswith(wishes.mark.strip()):
        at = start + len(held)
        yield Edit(at, at, referenced(escape(wishes.mark, quote=False), page))


def valued(attribute: Attribute, value: str, page: Opened) -> Edit:
    """Return the edit that gives an attribute another value, in the quotes that it has."""
    if attribute.quote:
        return Edit(attribute.start, attribute.end, _quotable(value, attribute.quote, page))
    return Edit(attribute.start, attribute.end, f'"{_quotable(value, chr(34), page)}"')


def _quotable(value: str, quote: str, page: Opened) -> str:
    other = {'"': ("&#x27;", "'"), "'": ("&quot;", '"')}[quote]
    return referenced(escape(value).replace(*other), page)
