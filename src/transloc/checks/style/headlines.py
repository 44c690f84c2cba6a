"""The case of English headlines."""

from collections.abc import Iterator

from transloc.checks.pair import Side, Word
from transloc.checks.style.house import House

#: Words that stay small inside a title.
_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor", "of", "off", "on", "onto", "or")
) | {
    *("over", "per", "so", "than", "the", "to", "up", "via", "vs", "with", "yet"),
}
#: So many words with a capital, and no other, make a headline in title case; names alone seldom do.
_FEWEST = 5


def title_case(side: Side) -> bool:
    """Tell whether every word that a title writes with a capital has one."""
    words = [word for word in side.words[1:] if word.text.lower() not in _SMALL]
    return len(words) >= _FEWEST and all(word.text[0].isupper() for word in words)


def small(side: Side) -> Iterator[Word]:
    """Yield the words that a title would write with a capital and that have none."""
    return (word for word in side.words if word.text.islower() and word.text not in _SMALL)


def titled(side: Side, words: list[Word]) -> str:
    """Return the bare words with a capital on each of ``words``."""
    text = side.bare
    for word in words:
        text = text[: word.start] + text[word.start].upper() + text[word.start + 1 :]
    return text


def applies(side: Side, house: House) -> bool:
    """Tell whether the house has a say on this headline: in English alone."""
    return bool(house.headlines) and side.language == "en" and bool(side.words)
