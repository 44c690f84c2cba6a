"""A text cut into tokens: what a form is compared by."""

import re
import unicodedata
from bisect import bisect_right
from functools import cache

from transloc.glossary.spelling import spell
from transloc.model import Span


class Tokens:
    """The tokens of a text in the spelling of the glossary, ``words`` in lower case.

    Where they stand is looked up when a form is found, which in most texts is never.
    """

    def __init__(self, text: str, cut: re.Pattern[str]) -> None:
        self._spelt = spell(text)
        self._lowered = lower(self._spelt.words)
        self.words: list[str] = cut.findall(self._lowered)
        self._spans: list[Span] = []

    def _span(self, at: int) -> Span:
        """Return the offsets of a token in the spelling: between two of them is nothing but white space."""
        spans, index = self._spans, self._lowered.index
        end = spans[-1][1] if spans else 0
        for word in self.words[len(spans) : at + 1]:
            start = index(word, end)
            spans.append((start, end := start + len(word)))
        return spans[at]

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of the tokens from ``first`` to ``last`` in the text itself."""
        return self._spelt.span(self._span(first)[0], self._span(last)[1])

    def written(self, at: int) -> str:
        """Return the token with its capitals."""
        start, end = self._span(at)
        return self._spelt.words[start:end]

    def touches(self, at: int) -> bool:
        """Tell whether nothing stands between the token and the one after it."""
        return self._span(at)[1] == self._span(at + 1)[0]

    def has(self, at: int) -> bool:
        """Tell whether there is such a token."""
        return 0 <= at < len(self.words)


class Pieces:
    """What stands between the white spaces of a text."""

    def __init__(self, text: str) -> None:
        self.texts = text.split()
        self._text = text
        self._starts: list[int] = []

    def start(self, number: int) -> int:
        """Return where a piece begins: those before it are passed once, however many are asked for."""
        starts = self._starts
        at = starts[-1] + len(self.texts[len(starts) - 1]) if starts else 0
        for piece in self.texts[len(starts) : number + 1]:
            starts.append(self._text.index(piece, at))
            at = starts[-1] + len(piece)
        return starts[number]


class Ahead:
    """What ``Tokens`` are of a whole text, from one of its pieces on; those behind it are cut when they are asked for."""

    def __init__(self, pieces: Pieces, number: int, cut: re.Pattern[str]) -> None:
        self.words: list[str] = []
        self._pieces, self._number, self._cut = pieces, number, cut
        self._taken: list[Tokens] = []
        self._firsts: list[int] = []  # which tokens begin the pieces
        self.has(0)

    def has(self, at: int) -> bool:
        """Tell whether there is such a token."""
        while at >= len(self.words):
            number = self._number + len(self._taken)
            if number == len(self._pieces.texts):
                return False
            taken = Tokens(self._pieces.texts[number], self._cut)
            self._taken.append(taken)
            self._firsts.append(len(self.words))
            self.words += taken.words
        return at >= 0

    def _of(self, at: int) -> int:
        """Return the piece that a token is of, counted from the first one here."""
        return bisect_right(self._firsts, at) - 1

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of the tokens from ``first`` to ``last`` in the text itself."""
        return self._place(first)[0], self._place(last)[1]

    def _place(self, at: int) -> Span:
        piece = self._of(at)
        own, before = at - self._firsts[piece], self._pieces.start(self._number + piece)
        start, end = self._taken[piece].span(own, own)
        return before + start, before + end

    def written(self, at: int) -> str:
        """Return the token with its capitals."""
        piece = self._of(at)
        return self._taken[piece].written(at - self._firsts[piece])

    def touches(self, at: int) -> bool:
        """Tell whether nothing stands between the token and the one after it."""
        return self._of(at) == self._of(at + 1)


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
