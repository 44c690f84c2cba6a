"""What stands in a target and nearly is a term: a hint for a message, never a verdict (of matches so found a third were others)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from transloc.checks.pair import Side
from transloc.checks.text.later import later
from transloc.glossary import Concept, families
from transloc.glossary.inflection import forms
from transloc.glossary.spelling import spell
from transloc.model import Span

#: From here on a likeness is told; from the second on it makes a pronoun unlikely.
NEAR, ALIKE = 85, 70
_POSSESSIVE = ("'s", "’s")
_MARKS = later(r"[.,:;!?](?= )")
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
        for at, (score, form) in sorted(_scores(alike, _windows(side, length), least).items()):
            start, end = _place(side, at, length)
            text = side.prose[start:end]
            if (best and score <= best.score) or len(text.split()) != length or text != side.bare[start:end]:  # an address between
                continue
            if form[0].isupper() <= text[0].isupper():
                best = NearMiss(text, form, side.span(start, end), score)
    return best


@lru_cache(maxsize=8192)
def _allowed(concept: Concept, column: str) -> Sequence[tuple[int, Mapping[str, str]]]:
    """Return the forms of a concept, without marks between words, by how many words they have, those of the most words first."""
    allowed = dict.fromkeys((*forms(concept, column), *families.surname_forms(concept, column)))
    lengths = sorted({len(form.split()) for form in allowed}, reverse=True)
    return [(length, {form: _MARKS.sub("", form) for form in allowed if len(form.split()) == length}) for length in lengths]


def _scores(forms: Mapping[str, str], windows: Sequence[str], least: float) -> Mapping[int, tuple[float, str]]:
    """Return, by the places of windows, the form that each is most like, and how much: by ``least`` of 100."""
    found: dict[int, tuple[float, str]] = {}
    for form, words in forms.items():
        for _, score, at in process.extract(words, windows, scorer=fuzz.ratio, score_cutoff=least, limit=None):
            if at not in found or score > found[at][0]:
                found[at] = score, form
    return found


@lru_cache(maxsize=16)  # a text that misses one term often misses several
def _windows(side: Side, length: int) -> Sequence[str]:
    """Return each run of so many words, in the glossary's spelling, without what stands between them and the possessive ending."""
    words = side.spelt[:_WORDS]
    if not side.prose.isascii():
        words = [spell(word).words for word in words]
    ends = [word[: -_ending(word) or None] for word in words]
    columns = [*(words[at:] for at in range(length - 1)), ends[length - 1 :]]
    return [" ".join(run) for run in zip(*columns, strict=False)]


def _place(side: Side, at: int, length: int) -> Span:
    """Return where the run that begins with the word ``at`` stands, in offsets of the bare words."""
    last = side.words[at + length - 1]
    return side.words[at].start, last.end - _ending(last.text)


def _ending(word: str) -> int:
    """Return how many letters of a word are its possessive ending."""
    return 2 if word.endswith(_POSSESSIVE) and len(word) > 3 else 0
