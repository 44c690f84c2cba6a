"""``<meta>`` elements whose content a reader meets: in a search result, in a shared link, in the list of an article's tags."""

import re

from transloc.formats.html.run import child as child_of
from transloc.formats.html.tokens import Token, attributes
from transloc.formats.runs import Child
from transloc.model import Kind

_KINDS = (
    (re.compile(r"(?:^|[:._-])(?:title|headline|description|abstract)$|:image:alt$|^(?:headline|alternativeheadline)$"), Kind.SOCIAL),
    (re.compile(r"^(?:news_)?keywords$|^(?:article|og:article|book|video):tag$|^parsely-tags$"), Kind.TAG),
    (re.compile(r"^(?:article|og:article):section$|^articlesection$|^parsely-section$"), Kind.CATEGORY),
    (re.compile(r"^(?:author|dc\.creator|dcterms\.creator|parsely-author|article:author_name|byl)$"), Kind.BYLINE),
)


def name_of(token: Token) -> str:
    """Return what a ``<meta>`` is about, in lower case."""
    return (token.get("property") or token.get("name") or token.get("itemprop")).strip().lower()


def child(text: str, token: Token) -> tuple[Child, ...]:
    """Return the content of a ``<meta>`` as a text of its own, where it is one."""
    name = name_of(token)
    kind = next((kind for pattern, kind in _KINDS if pattern.search(name)), None)
    if kind is None or "://" in token.get("content").split(" ", 1)[0]:
        return ()
    found = next((a for a in attributes(text, token) if a.name == "content"), None)
    if found is None or not found.value.strip():
        return ()
    one = child_of(found.start, found.end, token.get("content"), found.quote)
    return (Child(place=one.place, span=one.span, text=one.text, quote=one.quote, kind=kind),)
