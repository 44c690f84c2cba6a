"""How a target answers for a concept: with any allowed term in any form, or with a relative that a right translation may have instead.

A place may be its adjective or its people ("Russian" for «Росії»: of 18 countries in professional news, most of the mentions that lacked
the noun had that), a person the surname; either may be part of a compound.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from transloc.checks.pair import Side
from transloc.checks.text.later import later
from transloc.glossary import Case, Concept, ConceptKind, Glossary, Matcher, families
from transloc.glossary.inflection import forms
from transloc.glossary.spelling import spell
from transloc.languages import language
from transloc.model import Span

_HYPHEN = later(r"(?<=[\w>])[-‑‐](?=[\w<])")
_DOTTED = later(r"(?:[^\W\d_]\.){2,}")
#: Between such signs, or at the edge of the text, a word stands by itself in every language.
_OPENS, _CLOSES = frozenset(("", " ", "(", "«", "“", "„", '"')), frozenset(("", " ", ")", "»", "”", ",", ".", ":", ";", "?", "!", '"'))
#: Languages that write compounds as one word: «Südkaliforniens», «Russlandreise».
_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "nn", "no", "fi", "et", "hu", "is", "lb"})


def present(side: Side, concept: Concept, glossary: Glossary) -> bool:
    """Tell whether ``side`` has the concept in an allowed form, or in a relative that stands for it."""
    column = glossary.column_for(side.locale)
    if column is None:
        return False
    known = _answers(concept, column)
    return known.usual(side.bare) or next(known.find(side), None) is not None


def answers(side: Side, concept: Concept, glossary: Glossary) -> Iterator[Span]:
    """Yield where ``side`` answers for the concept: whole forms in order, then the words that have one in them."""
    column = glossary.column_for(side.locale)
    if column is None:
        return
    yield from _answers(concept, column).find(side)


class _Answers:
    """What a target may say for a concept."""

    def __init__(self, concept: Concept, column: str) -> None:
        spoken = list(dict.fromkeys((*forms(concept, column), *_relatives(concept, column))))
        meant = replace(concept, case=Case.AUTO) if concept.case is Case.ANY else concept
        phrases = [(meant, _loosened(spelling)) for form in spoken for spelling in _spellings(form)]
        self._whole = Matcher(Glossary((meant,), (column,)), column, phrases)
        self._parts = tuple(dict.fromkeys(_parts(concept, column, spoken)))  # in lower case; they count within a longer word too
        self._longer = tuple(part for part in self._parts if len(part) > 4)
        self._usual = ""

    def usual(self, text: str) -> bool:
        """Tell whether ``text`` says what the last one did, between spaces and marks that part words for sure."""
        usual = self._usual
        at = text.find(usual) if usual else -1
        return at >= 0 and text[at - 1 : at] in _OPENS and text[at + len(usual) : at + len(usual) + 1] in _CLOSES

    def find(self, side: Side) -> Iterator[Span]:
        """Yield where ``side`` has it: whole forms in order, then the words that have one in them."""
        whole = self._whole.find(_loosened(side.text), nested=True)
        if whole and "<" not in whole[0].text:
            self._usual = side.text[whole[0].start : whole[0].end]
        for match in whole:
            yield match.start, match.end
        for word in side.words if self._parts else ():
            if self._inside(word.text):
                start, end = side.span(word.start, word.end)
                if not any(match.start < end and start < match.end for match in whole):
                    yield start, end

    def _inside(self, word: str) -> bool:
        """Tell whether a word, or a part of it between hyphens, begins or ends with one of the forms that may be joined to others."""
        between = (spell(part).words.lower() for part in _HYPHEN.split(word))
        return any(part.startswith(self._parts) or part.endswith(self._longer) for part in between)


@lru_cache(maxsize=8192)
def _answers(concept: Concept, column: str) -> _Answers:
    return _Answers(concept, column)


def _relatives(concept: Concept, column: str) -> Iterator[str]:
    yield from families.surname_forms(concept, column)
    yield from families.related(concept, column)


def _spellings(form: str) -> Iterator[str]:
    """Yield an abbreviation with and without its points: "U.S." and "US"."""
    yield form
    if _DOTTED.fullmatch(form):
        yield form.replace(".", "")
    elif form.isalpha() and form.isupper() and 1 < len(form) < 5:
        yield ".".join(form)


def _parts(concept: Concept, column: str, spoken: Iterable[str]) -> Iterator[str]:
    """Yield, in lower case, what counts also within a longer word: in compounds, and of places whose relatives nobody has listed."""
    tongue = language(column)
    if tongue in _COMPOUNDING and concept.kind is not ConceptKind.PERSON:
        yield from (form.lower() for form in spoken if len(form) > 3 and form.isalpha() and not form.isupper())
    elif concept.kind is ConceptKind.PLACE and not families.known(concept, column):
        names = (name for name in concept.variants(column) if len(name) > 3 and name.isalpha() and not name.isupper())
        yield from (name[: max(4, round(len(name) * 0.7))].lower() for name in names)


@lru_cache(maxsize=2048)
def _loosened(text: str) -> str:
    """Return ``text`` with the hyphens inside words as spaces, so that "US-led" has "US"; of the same length."""
    return _HYPHEN.sub(" ", text)
