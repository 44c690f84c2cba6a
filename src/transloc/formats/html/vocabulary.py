"""What the elements of HTML are to a translator (WHATWG HTML, section 4), by name."""

#: Elements that stand inside a sentence; every other tag ends the unit before it.
INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins"),
        *("kbd", "label", "mark", "math", "q", "rb", "rp", "rt", "ruby", "s", "samp", "script", "small", "span", "strike", "strong"),
        *("sub", "sup", "svg", "template", "time", "tt", "u", "var", "wbr"),
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
