"""A text cut into tokens: what a form is compared by."""

import re
import unicodedata
from functools import cache

from transloc.model import Span


class Tokens:
    """The tokens of a text in lower case. Their offsets are looked up when a form is found, which in most texts is never."""

    def __init__(self, text: str, cut: re.Pattern[str]) -> None:
        self.text = text
        self._lowered = lower(text)
        self.words: list[str] = cut.findall(self._lowered)
        self._spans: list[Span] = []

    def span(self, at: int) -> Span:
        """Return the offsets of a token: between two of them is nothing but white space."""
        spans, index = self._spans, self._lowered.index
        end = spans[-1][1] if spans else 0
        for word in self.words[len(spans) : at + 1]:
            start = index(word, end)
            spans.append((start, end := start + len(word)))
        return spans[at]

    def written(self, at: int) -> str:
        """Return the token as the text has it."""
        start, end = self.span(at)
        return self.text[start:end]

    def touches(self, at: int) -> bool:
        """Tell whether nothing stands between the token and the one after it."""
        return self.span(at)[1] == self.span(at + 1)[0]

    def has(self, at: int) -> bool:
        """Tell whether there is such a token."""
        return 0 <= at < len(self.words)


@cache
def pattern(tongue: str) -> re.Pattern[str]:
    """Return what a token is: a word with its inner apostrophes, or any other mark; in English ``'s`` stands alone."""
    inner = r"'(?![sS]\b)" if tongue == "en" else "'"
    own = r"'[sS]\b|" if tongue == "en" else ""
    return re.compile(rf"{own}[^\W_]+(?:{inner}[^\W_]+)*|[^\w\s]|_")


def lower(text: str) -> str:
    """Return ``text`` in lower case and of the same length: a letter that would grow, such as İ, stays."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def initial(letter: str) -> str:
    """Return the letter by which the forms of a word are kept together: without its marks, as they come and go («Apfel — Äpfel»)."""
    return unicodedata.normalize("NFD", lower(letter))[0]
