"""People that a comment names: “@” and a name as the desk knows it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from transloc.model import Span

#: Where a name may begin: not inside an address.
_SIGN = re.compile(r"(?<!\w)@(?=\S)")
#: Where it may end: not before more of a word.
_END = re.compile(r"(?!\w|-\w)")
#: Signs that keyboards write for one another.
_APOSTROPHE = re.compile("[’ʼ]")


def mentions(text: str, names: Iterable[str]) -> tuple[tuple[Span, str], ...]:
    """Return where ``text`` names people of ``names``, in order: the span, with its “@”, and the name as it was given.

    The longest name that fits is meant, in any letter case. Nobody is meant inside an address (``press@Bob``) or by the beginning of
    another word (“@Bobby” is not Bob).
    """
    known = {_folded(name): name for name in names}
    longest = max(map(len, known), default=0)
    if not longest or "@" not in text:
        return ()
    found = (_named(text, sign.end(), longest, known) for sign in _SIGN.finditer(text))
    return tuple(one for one in found if one)


def _named(text: str, begin: int, longest: int, known: dict[str, str]) -> tuple[Span, str] | None:
    """Return the longest name that begins at ``begin``, with its span."""
    best = None
    for end in _ends(text, begin, begin + 2 * longest):  # an accent may be a character of its own, a line may end in a name
        if name := known.get(_folded(text[begin:end])):
            best = (begin - 1, end), name
    return best


def _ends(text: str, begin: int, last: int) -> Iterator[int]:
    for end in range(begin + 1, min(last, len(text)) + 1):
        if not text[end - 1].isspace() and _END.match(text, end) and not (end < len(text) and unicodedata.combining(text[end])):
            yield end


def _folded(name: str) -> str:
    """Return what names have in common that are written alike: whatever their case, spaces, apostrophes and accents are made of."""
    return " ".join(_APOSTROPHE.sub("'", unicodedata.normalize("NFC", name).casefold()).split())
