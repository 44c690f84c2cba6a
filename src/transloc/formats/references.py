"""Character references of HTML (WHATWG HTML, 13.5), however many digits somebody gives them."""

import html
import re

#: More digits than Python makes a number of (``sys.set_int_max_str_digits``); no character has so many.
_ENDLESS = re.compile(r"&#[0-9]{1000,};?")


def unescape(text: str) -> str:
    """Return ``text`` with the characters that its references stand for; U+FFFD for what is no character."""
    return html.unescape(_ENDLESS.sub("\ufffd", text) if len(text) > 1000 and "&#" in text else text)
