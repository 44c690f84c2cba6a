"""The words of a unit between its codes, as they were and as they are to be."""

import re
from collections.abc import Iterable, Mapping

from transloc.formats import captions
from transloc.formats.units import is_text
from transloc.markup import CodeToken, Form, Text, Token
from transloc.model import Code, Span

#: What a text is trimmed of.
SPACE = " \t\r\n\f"
#: With the signs that ``_alike`` knows, what may begin the head of a box, whose first soft break counts as a line break.
_CALLOUT = re.compile(r"![\w-]+\Z")


class Slots:
    """A changed unit. ``span`` lies in the old text."""

    def __init__(self, span: Span, context: str, source: Iterable[Token], target: Iterable[Token], codes: Mapping[int, Code]) -> None:
        self.start, self.end = span
        self.context = context
        self._old, self._shape = _cut(source, codes)
        self._new, self._other = _cut(target, codes)
        self.old, self.new = "".join(self._old), "".join(self._new)
        self._at = 0

    def is_even(self) -> bool:
        """Tell whether each row of words keeps its place between the same codes, and nothing in it is read by its first signs."""
        return self._shape == self._other and is_text(self.new) and all(map(_alike, self._old, self._new))

    def is_told(self) -> bool:
        """Tell whether all rows were asked for."""
        return self._at == len(self._old)

    def next(self, words: str) -> str | None:
        """Return what stands now where ``words`` stood, None where they are not the next row.

        White space at the edges may belong to a code, as may all of the words.
        """
        before = self._old[self._at] if self._at < len(self._old) else ""
        if words != before and not words.strip(SPACE) and (before.strip(SPACE) or not before):
            return words
        lead, found, tail = words.partition(before) if before else (words, "", "")
        if not found or lead.strip(SPACE) or tail.strip(SPACE):
            return None
        self._at += 1
        return lead + self._new[self._at - 1] + tail


def _alike(old: str, new: str) -> bool:
    if bool(old.strip(SPACE)) != bool(new.strip(SPACE)):
        return False
    return not (":::" in new or "!!!" in new or "???" in new or "[!" in new or _CALLOUT.match(new))


def _cut(tokens: Iterable[Token], codes: Mapping[int, Code]) -> tuple[list[str], list[tuple[Form, int] | None]]:
    """Return the rows of words, and how they and the codes follow each other, None for words; a credit is words."""
    if not codes:
        return [one.value for one in tokens if isinstance(one, Text)], [None]
    rows: list[str] = []
    shape: list[tuple[Form, int] | None] = []
    for token in tokens:
        words = captions.plain(codes[token.number]) if isinstance(token, CodeToken) else token.value
        if isinstance(token, CodeToken) and not words:
            shape.append(token.key)
        elif shape and shape[-1] is None:
            rows[-1] += words
        else:
            rows.append(words)
            shape.append(None)
    return rows, shape
