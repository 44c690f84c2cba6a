"""Whether a concept of the glossary stands in a target, and which stand in a source: what the term rules share.

A source names a place by its own forms alone, and a person also by the surname. A target answers with any allowed term in any form, a
place also with its adjective or its people ("Russian" for «Росії»: of 18 countries in professional news, most of the mentions that
lacked the noun had that), a person with the surname. Patronymics and first names are wanted nowhere.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, zip_longest

from transloc import markup
from transloc.checks.pair import Pair, Side, Word
from transloc.glossary import Case, Concept, ConceptKind, Glossary, Match, Matcher, Status, families, matcher
from transloc.glossary.inflection import forms, inflected
from transloc.glossary.spelling import spell
from transloc.languages import language
from transloc.model import Severity

_HYPHEN = re.compile(r"(?<=\w)[-‑‐](?=\w)")
#: A surname of fewer letters is too often something else when it stands alone: «Рок», «Рід», «Сі».
_TELLING = 4
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_MONEY = r"(?:дол(?:\.|ар\w*|лар\w*)|dolar\w*|фунт\w*|крон\w*|франк\w*|доллар\w*)\s"
_CURRENCY = re.compile(rf"{_MONEY}\Z", re.IGNORECASE)
_DOLLARS = re.compile(r"[\s-](?:dollar|pound|Dollar|Pfund)s?\b")
_LOOSE = frozenset({ConceptKind.PERSON, ConceptKind.PLACE})
#: Languages that write compounds as one word: «Südkaliforniens», «Russlandreise».
_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "nn", "no", "fi", "et", "hu", "is", "lb"})


def weight(concept: Concept) -> Severity:
    """Return how much a missing or wrong term of this row weighs: people and places may be named elsewhere."""
    soft = concept.status is not Status.APPROVED or concept.kind in _LOOSE
    return Severity.WARNING if soft else Severity.ERROR


def unit_wide(concept: Concept) -> bool:
    """Tell whether the other sentences of the unit may carry the term."""
    return concept.kind in _LOOSE


def wanted(pair: Pair) -> tuple[tuple[Concept, tuple[Match, ...]], ...]:
    """Return the concepts that the source names, the longest match winning, each with all its occurrences.

    Of homonyms that cover the same words, the one that the target has is meant, else the first.
    """
    glossary = pair.glossary
    if glossary is None or glossary.column_for(pair.target.locale) is None:
        return ()
    found: dict[str, list[Match]] = {}
    concepts: dict[str, Concept] = {}
    for _, group in groupby(mentions(pair.source, glossary), key=lambda m: (m.start, m.end)):
        homonyms = [m for m in group if not _of_money(pair.source.text, m) and not _idle_label(pair.source.text, m)]
        if not homonyms:
            continue
        meant = homonyms[0]
        if len(homonyms) > 1:
            meant = next((m for m in homonyms if present(pair.target, m.concept, glossary)), meant)
        found.setdefault(meant.concept.id, []).append(meant)
        concepts[meant.concept.id] = meant.concept
    return tuple((concepts[key], tuple(matches)) for key, matches in found.items())


def _idle_label(text: str, match: Match) -> bool:
    """Tell whether a label's word stands in running text: as a label it is the whole text, or leads it before a colon."""
    if match.concept.kind is not ConceptKind.LABEL:
        return False
    before, after = markup.words(text[: match.start]).strip(), markup.words(text[match.end :]).strip()
    return bool(before) or (bool(after) and not after.startswith(":"))


def _of_money(text: str, match: Match) -> bool:
    """Tell whether a place only says whose money is meant: «дол. США» is "$"."""
    if match.concept.kind not in (ConceptKind.PLACE, ConceptKind.ABBR):
        return False
    return bool(_CURRENCY.search(text[max(0, match.start - 12) : match.start]) or _DOLLARS.match(text, match.end))


@lru_cache(maxsize=2048)
def source_matches(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the terms of a source; found once for all term rules."""
    return matcher(glossary, side.locale).find(side.text)


@lru_cache(maxsize=2048)
def mentions(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the terms of a source, and the surnames of its people where they stand alone; in order."""
    named = source_matches(side, glossary)
    alone = tuple(_surnames_alone(side, glossary, named))
    return tuple(sorted((*named, *alone), key=lambda m: (m.start, m.end))) if alone else named


def by_surname(match: Match, name: str) -> bool:
    """Tell whether a source calls the person ``name`` by the surname alone."""
    return match.concept.kind is ConceptKind.PERSON and " " in name and " " not in match.text


def _surnames_alone(side: Side, glossary: Glossary, named: tuple[Match, ...]) -> Iterator[Match]:
    column = glossary.column_for(side.locale)
    people = _people(glossary, column) if column else {}
    for word, following in zip_longest(side.words, side.words[1:]):
        called = [c for c in people.get(word.text[:2], ()) if len(word.text) >= _TELLING and word.text in _surname(c, column or "")]
        if not called or (following and _given_name(side, word, following)):
            continue
        start, end = side.span(word.start, word.end)
        if not any(match.start < end and start < match.end for match in named):
            yield from (Match(start, end, concept, side.text[start:end]) for concept in called)


def _given_name(side: Side, word: Word, following: Word) -> bool:
    """Tell whether a surname is somebody's first name here: «Келлі Гамфріс»."""
    return following.text[0].isupper() and not side.prose[word.end : following.start].strip()


@lru_cache(maxsize=16)
def _people(glossary: Glossary, column: str) -> Mapping[str, tuple[Concept, ...]]:
    """Return the people by the first two letters of their surnames, so that only those that a text may name are inflected."""
    found: dict[str, tuple[Concept, ...]] = {}
    for concept in glossary.concepts:
        if concept.kind is ConceptKind.PERSON and concept.status is not Status.DEPRECATED:
            for beginning in {name[:2] for variant in concept.variants(column) for name in families.surnames(variant, concept)}:
                found[beginning] = (*found.get(beginning, ()), concept)
    return found


@lru_cache(maxsize=8192)
def _surname(concept: Concept, column: str) -> frozenset[str]:
    return frozenset(families.surname_forms(concept, column))


@lru_cache(maxsize=2048)
def target_matches(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the allowed terms of a target, nested ones too; found once for all term rules."""
    return matcher(glossary, side.locale).find(side.text, nested=True)


@lru_cache(maxsize=2048)
def forbidden_matches(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the forbidden variants in a target; found once for all term rules."""
    return _forbidden(glossary, side.locale).find(side.text)


@lru_cache(maxsize=16)
def _forbidden(glossary: Glossary, locale: str) -> Matcher:
    return Matcher(glossary, locale, _bad_phrases(glossary, glossary.column_for(locale) or ""))


def _bad_phrases(glossary: Glossary, column: str) -> Iterator[tuple[Concept, str]]:
    for concept in glossary.concepts:
        bad = concept.forbidden(column) if concept.status is not Status.DEPRECATED else ()
        allowed = set(forms(concept, column)) if bad else set()
        lowered = {form.lower() for form in allowed}
        for variant in bad:
            for form in inflected(variant, concept, column):
                if form not in allowed:
                    # what differs from an allowed form by its capitals alone is forbidden in just these
                    yield (replace(concept, case=Case.EXACT) if form.lower() in lowered else concept), form


def present(side: Side, concept: Concept, glossary: Glossary) -> bool:
    """Tell whether ``side`` has the concept in an allowed form, or in a relative that stands for it."""
    column = glossary.column_for(side.locale)
    if column is None:
        return False
    answers = _answers(concept, column)
    return bool(answers.matcher.find(_loosened(side.text), nested=True)) or answers.inside(_words(side))


class _Answers:
    """What a target may say for a concept: its own forms and its relatives, whole or inside a compound."""

    def __init__(self, concept: Concept, column: str) -> None:
        spoken = list(dict.fromkeys((*forms(concept, column), *_relatives(concept, column))))
        meant = replace(concept, case=Case.AUTO) if concept.case is Case.ANY else concept
        phrases = [(meant, _loosened(spelling)) for form in spoken for spelling in _spellings(form)]
        self.matcher = Matcher(Glossary((meant,), (column,)), column, phrases)
        self._parts = tuple(_parts(concept, column, spoken))

    def inside(self, words: Iterable[str]) -> bool:
        """Tell whether a word, in lower case, begins or ends with one of the forms that may be joined to others."""
        return any(word.startswith(part) or (len(part) > 4 and word.endswith(part)) for part in self._parts for word in words)


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


@lru_cache(maxsize=2048)
def _words(side: Side) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spell(part).words.lower() for word in side.words for part in _HYPHEN.split(word.text)))
