"""What stands in a target and nearly is a term: a hint for a message, never a verdict (of matches so found a third were others)."""

from collections.abc import Iterator
from dataclasses import dataclass

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
    allowed = dict.fromkeys((*forms(concept, column), *families.surname_forms(concept, column)))
    best: NearMiss | None = None
    for length in sorted({len(form.split()) for form in allowed}, reverse=True):
        if best and best.score >= NEAR:  # the whole name rather than the surname in it
            break
        alike = [form for form in allowed if len(form.split()) == length]
        for text, start, end in _windows(side, length):
            found = process.extractOne(spell(text).words, alike, scorer=fuzz.ratio, score_cutoff=max(least, best.score if best else 0))
            if found and (not best or found[1] > best.score) and found[0][0].isupper() <= text[0].isupper():
                best = NearMiss(text, found[0], side.span(start, end), found[1])
    return best


def _windows(side: Side, length: int) -> Iterator[tuple[str, int, int]]:
    """Yield each run of so many neighbouring words, without the possessive ending of the last."""
    words = [_bare(word) for word in side.words[:_WORDS]]
    for first, last in zip(words, words[length - 1 :], strict=False):
        text = side.prose[first.start : last.end]
        if len(text.split()) == length:
            yield text, first.start, last.end


def _bare(word: Word) -> Word:
    return Word(word.text[:-2], word.start, word.end - 2) if word.text.endswith(_POSSESSIVE) and len(word.text) > 3 else word
