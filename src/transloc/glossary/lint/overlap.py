"""A term inside a longer one: the longer wins, and the shorter is not asked for there."""

import re
from collections import defaultdict
from collections.abc import Iterator

from transloc.glossary.entry import Concept
from transloc.glossary.lint.double import key
from transloc.glossary.lint.listing import Fault, Listing, Phrase, quoted
from transloc.model import Severity
from transloc.wording import say

#: What each code finds.
CODES = {
    "overlap": "a term inside of a longer one that is translated otherwise",
}

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def check(listing: Listing) -> Iterator[Fault]:
    """Yield a note for a longer term whose rendering does not hold that of the term inside of it."""
    terms: dict[tuple[str, ...], Phrase] = {}
    firsts: dict[str, set[int]] = defaultdict(set)
    spoken = [(phrase, tuple(_WORD.findall(key(phrase.text)))) for phrase in listing.sources()]
    for phrase, words in spoken:
        if words and terms.setdefault(words, phrase) is phrase:
            firsts[words[0]].add(len(words))
    for phrase, words in spoken:
        for at, word in enumerate(words):
            for length in firsts.get(word, ()):
                inner = terms.get(words[at : at + length]) if length < len(words) else None
                if inner and at + length <= len(words) and inner.concept is not phrase.concept:
                    yield from _fault(listing, phrase, inner)


def _fault(listing: Listing, longer: Phrase, inner: Phrase) -> Iterator[Fault]:
    column = next((column for column in listing.targets if not _holds(longer.concept, inner.concept, column)), "")
    if column:
        asked = quoted(inner.concept.preferred(column))
        message = say(
            "{inner} of line {line} stands in {longer}: the longer term wins, and {asked} is not asked for there",
            inner=quoted(inner.text),
            line=inner.concept.line,
            longer=quoted(longer.text),
            asked=asked,
        )
        yield listing.of(longer, "overlap", Severity.INFO, message, at=max(longer.text.find(inner.text), 0))


def _holds(longer: Concept, inner: Concept, column: str) -> bool:
    """Tell whether some rendering of the longer term has one of the inner term in it, or one of them has none."""
    long, short = longer.variants(column), inner.variants(column)
    return not long or not short or any(part.casefold() in whole.casefold() for part in short for whole in long)
