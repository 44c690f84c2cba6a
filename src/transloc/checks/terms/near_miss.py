"""What stands in a target and nearly is a term: a hint for a message, never a verdict (of matches so found a third were others)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from rapidfuzz import fuzz, process

from transloc.checks.pair import Side, Word
from transloc.glossary import Concept, families
from transloc.glossary.inflection import forms
from transloc.glossary.spelling import spell
from transloc.model import Span

#: From here on a likeness is told; from the second on it makes a pronoun unlikely.
NEAR, ALIKE = 85, 70
_POSSESSIVE = ("'s", "’s")
#: A hint is not worth the time that a longer text would take.
_WORDS = 1000


@dataclass(frozen=True, slots=True)
class NearMiss:
    """``form`` of the term is written ``text`` at ``span`` of the target's text; ``score`` says how like it is, of 100."""

    text: str
    form: str
    span: Span
    score: float

    def fix(self, side: Side) -> str | None:
        """Return the text of ``side`` with the form in its place; only in English, where no other word depends on it."""
        start, end = self.span
        if side.language != "en" or "<" in side.text[start:end]:
            return None
        form = self.form.upper() if self.text.isupper() and len(self.text) > 1 else self.form
        return side.text[:start] + form + side.text[end:]


def nearest(side: Side, concept: Concept, column: str, least: float = NEAR) -> NearMiss | None:
    """Return the words of ``side`` that are most like a form of the concept, if they are like it by ``least`` of 100."""
    best: NearMiss | None = None
    for length, alike in _allowed(concept, column):
        if best and best.score >= NEAR:  # the whole name rather than the surname in it
            break
        windows = _windows(side, length)
        for at, (score, form) in sorted(_scores(alike, windows.spelt, least).items()):
            start, end = windows.places[at]
            if (not best or score > best.score) and form[0].isupper() <= side.prose[start].isupper():
                best = NearMiss(side.prose[start:end], form, side.span(start, end), score)
    return best


@lru_cache(maxsize=8192)
def _allowed(concept: Concept, column: str) -> Sequence[tuple[int, Sequence[str]]]:
    """Return the forms of a concept by how many words they have, those of the most words first."""
    allowed = dict.fromkeys((*forms(concept, column), *families.surname_forms(concept, column)))
    lengths = sorted({len(form.split()) for form in allowed}, reverse=True)
    return [(length, [form for form in allowed if len(form.split()) == length]) for length in lengths]


def _scores(forms: Iterable[str], windows: Sequence[str], least: float) -> Mapping[int, tuple[float, str]]:
    """Return, by the places of windows, the form that each is most like, and how much: by ``least`` of 100."""
    found: dict[int, tuple[float, str]] = {}
    for form in forms:
        for _, score, at in process.extract(form, windows, scorer=fuzz.ratio, score_cutoff=least, limit=None):
            if at not in found or score > found[at][0]:
                found[at] = score, form
    return found


class _Windows(NamedTuple):
    """Runs of neighbouring words, each without the possessive ending of its last, in the glossary's spelling, and their places."""

    spelt: Sequence[str]
    places: Sequence[Span]


@lru_cache(maxsize=16)  # a text that misses one term often misses several
def _windows(side: Side, length: int) -> _Windows:
    """Return each run of so many neighbouring words; their places count the bare words of the side."""
    words = [_bare(word) if word.text.endswith(_POSSESSIVE) else word for word in side.words[:_WORDS]]
    places = [(first.start, last.end) for first, last in zip(words, words[length - 1 :], strict=False)]
    texts = [side.prose[start:end] for start, end in places]
    if length > 1:
        fitting = [len(text.split()) == length for text in texts]
        texts, places = list(compress(texts, fitting)), list(compress(places, fitting))
    same = spell(side.prose).words == side.prose
    return _Windows(texts if same else [spell(text).words for text in texts], places)


def _bare(word: Word) -> Word:
    return Word(word.text[:-2], word.start, word.end - 2) if len(word.text) > 3 else word
