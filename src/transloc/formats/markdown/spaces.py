"""White space of HTML, of which a row reads as one space (WHATWG HTML); a no-break space is none of it."""

import re

#: What is trimmed from the edges of a text.
EDGES = " \t\r\n\f\v"
_ROW = re.compile(r"[ \t\r\n\f]+")


def folded(words: str) -> str:
    """Return ``words`` with one space for each row of white space."""
    return _ROW.sub(" ", words)


def on_one_line(words: str) -> str:
    """Return the words of an attribute as a reader meets them."""
    return folded(words).strip(EDGES)
