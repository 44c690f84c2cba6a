"""An entry of the memory, and what two texts must share to count as the same."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from transloc import markup
from transloc.markup import CodeToken, Text, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A confirmed translation. ``previous`` and ``next`` are the neighbouring sources in the article.

    A neighbour is empty at the edge of an article and None where it is unknown (an imported memory). ``origin`` tells who
    wrote the target first (``deepl``, ``person``, a TMX file), ``by`` who confirmed it, as an opaque id.
    """

    source: str
    target: str
    source_locale: str
    target_locale: str
    previous: str | None = None
    next: str | None = None
    origin: str = ""
    article: str = ""
    at: datetime | None = None
    by: str = ""


@lru_cache(maxsize=32_768)  # one sentence is looked for in an article again and again, however long it is
def normalise(source: str) -> str:
    """Return the form in which two sources are the same sentence.

    Canonical composition (NFC); any run of white space, no-break spaces included, as one space, none at the edges; inline
    codes numbered from 1 in the order in which they first occur. Letter case, punctuation and digits stay: they matter.
    """
    written = source
    if "<" in source:
        tokens = markup.parse(source)
        written = markup.serialise(_renumbered(tokens, _order(tokens)))
    return unicodedata.normalize("NFC", " ".join(written.split()))


def _order(tokens: tuple[Token, ...]) -> dict[int, int]:
    numbers: dict[int, int] = {}
    for token in tokens:
        if isinstance(token, CodeToken):
            numbers.setdefault(token.number, len(numbers) + 1)
    return numbers


def _renumbered(tokens: tuple[Token, ...], numbers: Mapping[int, int]) -> tuple[Token, ...]:
    return tuple(token if isinstance(token, Text) else replace(token, number=numbers[token.number]) for token in tokens)


def key(source: str) -> str:
    """Return what the index finds a source by: the SHA-256 of its normalised form, 64 hex digits."""
    return hashlib.sha256(normalise(source).encode()).hexdigest()


def adapt(source: str, target: str, wanted: str) -> str | None:
    """Return ``target``, a translation of ``source``, with the code numbers of ``wanted``, the same sentence elsewhere.

    None where the two are not the same sentence, or the target's codes never fitted its source.
    """
    if normalise(source) != normalise(wanted) or not markup.valid(source, target):
        return None
    return recode(source, target, wanted)


def covers(held: Entry, other: Entry) -> bool:
    """Tell whether ``other`` adds nothing to ``held``: the same sentence, translated alike, between the same neighbours or unknown ones."""
    around, pair = (other.previous, other.next), (other.source_locale, other.target_locale)
    if pair != (held.source_locale, held.target_locale) or (None not in around and around != (held.previous, held.next)):
        return False
    return adapt(held.source, held.target, other.source) == other.target


def recode(source: str, target: str, wanted: str) -> str:
    """Return ``target``, whose codes fit ``source``, with the code numbers of ``wanted``; without codes where the two have others."""
    theirs, ours = _order(markup.parse(source)), _order(markup.parse(wanted))
    if _shape(source, theirs) != _shape(wanted, ours):
        return markup.escape(markup.words(target))
    back = {position: number for number, position in ours.items()}
    return markup.serialise(_renumbered(markup.parse(target), {number: back[position] for number, position in theirs.items()}))


def _shape(text: str, order: Mapping[int, int]) -> list[tuple[markup.Form, int]]:
    return [(code.form, order[code.number]) for code in markup.codes(text)]
