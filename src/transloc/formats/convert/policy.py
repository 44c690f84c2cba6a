"""What of HTML an article may hold that goes into somebody else's site; a library enforces it (turbohtml's sanitizer)."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from turbohtml.clean import Sanitizer

#: Elements that are gone with all that they hold.
GONE = frozenset(
    {
        *("applet", "audio", "base", "button", "canvas", "dialog", "embed", "frame", "frameset", "head", "iframe", "input", "link"),
        *("map", "math", "menu", "meta", "nav", "noembed", "noframes", "noscript", "object", "option", "param", "plaintext", "script"),
        *("select", "slot", "source", "style", "svg", "template", "textarea", "title", "track", "video", "xmp"),
    }
)
#: Elements of a sentence, with a meaning that a reader sees.
PHRASES = frozenset(
    {
        *("a", "abbr", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "img", "ins", "kbd", "mark", "q", "rp", "rt"),
        *("ruby", "s", "samp", "small", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    }
)
_BLOCKS = frozenset(
    {
        *("blockquote", "caption", "col", "colgroup", "dd", "dl", "dt", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "li"),
        *("ol", "p", "pre", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
#: One element for each meaning: what only holds others is a ``div`` until the article is in order.
_HOLDERS = (
    *("address", "article", "aside", "body", "center", "details", "fieldset", "footer", "header", "hgroup", "main", "section"),
    *("form", "summary"),  # some sites have the whole page in a form
)
_ALIKE = {"b": "strong", "i": "em", "strike": "s", "h1": "h2", "dir": "ul", **dict.fromkeys(_HOLDERS, "div")}
_ATTRIBUTES = {
    "*": frozenset({"lang", "dir", "id"}),
    "a": frozenset({"href"}),
    "data": frozenset({"value"}),
    "img": frozenset({"src", "alt"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}


@cache
def sanitizer(*, inline: bool = False, divided: bool = False) -> "Sanitizer":
    """Return what cleans HTML: what stands in a sentence only (``inline``), or an article, with its ``div`` elements yet (``divided``)."""
    from turbohtml.clean import OnDisallowed, Policy, Sanitizer

    tags = PHRASES if inline else PHRASES | _BLOCKS | ({"div"} if divided else set())
    return Sanitizer(
        Policy(
            tags=tags,
            attributes=_ATTRIBUTES,
            url_schemes=frozenset({"http", "https", "mailto", "tel"}),
            on_disallowed_tag=OnDisallowed.STRIP,
            remove_with_content=GONE,
            transform_tags=_ALIKE,
        )
    )
