"""What the elements of HTML are to a translator (WHATWG HTML, section 4), by name."""

#: Elements that stand inside a sentence; every other tag ends the unit before it.
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins"),
        *("kbd", "label", "mark", "math", "nobr", "picture", "q", "rb", "rp", "rt", "ruby", "s", "samp", "script", "small", "source"),
        *("span", "strike", "strong", "style", "sub", "sup", "svg", "template", "time", "tt", "u", "var", "wbr"),
    }
)
#: Elements whose content is not for translators.
OPAQUE = frozenset(
    {
        *("applet", "audio", "canvas", "code", "embed", "iframe", "kbd", "listing", "math", "noembed", "noframes", "noscript", "object"),
        *("plaintext", "pre", "samp", "script", "style", "svg", "template", "textarea", "tt", "var", "video", "xmp"),
    }
)
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
#: Attributes that a reader meets.
WORDED = frozenset({"alt", "aria-label", "placeholder", "title"})
#: What a reviewer is told of a tag in place of its name.
LABELS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "br": "line break", "a": "link", "u": "underlined", "img": "image"}

#: Opaque elements of which a reader sees nothing in the line, so that they may stay outside of the unit that they border on.
UNSEEN = frozenset({"noscript", "script", "style", "svg", "template"})
#: Opaque elements that are blocks: a sentence ends where they begin.
APART = frozenset({"listing", "plaintext", "pre", "xmp"})
#: Elements that go with their text when it is left out.
WHOLE = frozenset({"blockquote", "caption", "dd", "div", "dt", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p"})
#: Elements after which a paragraph may stand.
FLOW = WHOLE | {"aside", "address", "cite", "header", "section"} - {"caption", "dd", "dt"}

#: What an opening tag closes, and the element that stops the search (WHATWG HTML, 13.1.2.4, optional tags).
CLOSES = {
    **dict.fromkeys(("li",), (frozenset({"li"}), frozenset({"ol", "ul", "menu"}))),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl"}))),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), frozenset({"table"}))),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"}))),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
    "optgroup": (frozenset({"option", "optgroup"}), frozenset({"select"})),
}
#: Elements that end an open paragraph.
ENDS_PARAGRAPH = frozenset(
    {
        *("address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p"),
        *("pre", "search", "section", "summary", "table", "ul", "li", "dd", "dt"),
    }
)
