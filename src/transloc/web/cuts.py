"""Where a text can be cut in two, between its words."""

import re
from dataclasses import dataclass

from transloc import markup

#: Chinese and Japanese write no spaces: behind their punctuation is where they breathe.
_SEAM = re.compile(r"(?<=\S)\s+(?=\S)|(?<=[。！？；，、：」』])(?=[^\s。！？；，、：」』”’）])")
_ENDS = re.compile(r"[.!?…。！？][»”“\"')\]」』]*(?:</?\d{1,6}/?>)*\Z")
#: So much of each side is shown to tell one place from another, in characters.
_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Cut:
    """A place before a word: ``at`` counts code points of the coded text; ``ends`` tells whether a sentence seems to end there."""

    at: int
    before: str
    after: str
    ends: bool = False


def places(text: str) -> tuple[Cut, ...]:
    """Return where ``text`` can be cut, those at which a sentence seems to end first."""
    found = (_cut(text, seam.start(), seam.end()) for seam in _SEAM.finditer(text))
    return tuple(sorted(found, key=lambda cut: (not cut.ends, cut.at)))


def _cut(text: str, end: int, start: int) -> Cut:
    before, after = markup.words(text[:end]), markup.words(text[start:])
    return Cut(start, before[-_SHOWN:], after[:_SHOWN], bool(_ENDS.search(text[:end])))
