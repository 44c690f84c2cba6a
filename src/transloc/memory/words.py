"""The words that a text is found by, and which of them tell most."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from transloc import markup

#: Words that a look-up goes by: more find no better match, and take longer (docs/explanation/performance.md).
MOST = 8

# Words whose rarity is asked for: a page-long sentence has enough to be found by.
_ASKED = 64
# A longer run of letters is cut, as no index holds any length.
_WORD = re.compile(r"[^\W_]{1,64}(?:['’\u02bc][^\W_]{1,64})*")
_APOSTROPHES = str.maketrans("'’", "\u02bc\u02bc")  # a letter to Unicode, so that no index cuts a word there


def words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text, each once, in order, as they are compared: no codes, no letter case, one apostrophe."""
    plain = unicodedata.normalize("NFC", markup.words(text)).casefold()
    found = dict.fromkeys(_WORD.findall(plain))
    if "'" in plain or "’" in plain:
        return tuple(dict.fromkeys(word.translate(_APOSTROPHES) for word in found))
    return tuple(found)


def said(plain: str, wanted: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words of ``plain``, a text without codes, that begin with one of ``wanted``, or are a form of one."""
    beginnings = tuple(dict.fromkeys(start for word in wanted for start in (word, loosened(word))))
    for found in _WORD.finditer(plain):
        if any(word.startswith(beginnings) for word in words(found[0])):
            yield found.span()


def telling(text: str) -> tuple[str, ...]:
    """Return the words that a similar text is looked for by: those without a digit, as numbers may differ; of very many the longest."""
    found = (word for word in words(text) if not any(map(str.isdigit, word)))
    return tuple(sorted(found, key=len, reverse=True)[:_ASKED])


def rarest(counts: Mapping[str, int], most: int = MOST) -> tuple[str, ...]:
    """Return the words that fewest entries hold, of equals the longer; ``counts`` tells in how many. What none holds is left out."""
    return tuple(sorted((word for word in counts if counts[word]), key=lambda word: (counts[word], -len(word)))[:most])


def loosened(word: str) -> str:
    """Return what the forms of an inflected ``word`` begin with, roughly: a long one without its last letters."""
    return word[: max(4, len(word) - 1 - len(word) // 6)] if len(word) > 4 and word.isalpha() else word
