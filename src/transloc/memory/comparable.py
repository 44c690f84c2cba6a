"""How like two texts are (Levenshtein): inline codes and numbers count for what they are, not for how they are written."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from transloc import markup
from transloc.markup import CodeToken, Form

#: A number in digits with the marks of any locale: 480, 1 200 000, 1.5, 24.11.2026.
NUMBER = re.compile(r"(?:(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+|\d+)(?:[.,]\d+)*")

# Characters of private use: no text of a newsroom has them.
_CODES = {Form.OPEN: "\ue000", Form.CLOSE: "\ue001", Form.EMPTY: "\ue002"}
FIGURE = "\ue003"


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return ``text`` with each inline code as one character, composed (NFC), every run of white space as one space."""
    if "<" in text:
        tokens = markup.parse(text)
        text = "".join(_CODES[token.form] if isinstance(token, CodeToken) else token.value for token in tokens)
    return unicodedata.normalize("NFC", " ".join(text.split()))


@lru_cache(maxsize=8192)
def comparable(text: str) -> str:
    """Return ``plain(text)`` with each number as one character as well."""
    return NUMBER.sub(FIGURE, plain(text))


def similarity(one: str, other: str) -> float:
    """Return how like two texts are, from 0 to 1: 1 less the edits that lead from one to the other, by the longer's length."""
    return Levenshtein.normalized_similarity(one, other)


def nearest(source: str, candidates: Iterable[tuple[int, str]], *, least: float, most: int) -> tuple[int, ...]:
    """Return the ids of the candidates, pairs of an id and a text, that are at least so like ``source``, the most like first."""
    known = {key: comparable.__wrapped__(text) for key, text in candidates}  # each is seen once: a cache would only be emptied
    found = process.extract(comparable(source), known, scorer=Levenshtein.normalized_similarity, score_cutoff=least, limit=most)
    return tuple(key for _, _, key in found)
