"""Whether a concept of the glossary stands in a target, and which stand in a source: what the term rules share.

Until the matcher inflects, a target in a language with cases counts a word with the same beginning as present, so that
«Kijowie» is no missing «Kijów»; English is taken by its exact, plural and possessive forms. A place may turn into its adjective
("Russian", «російський»): of 18 countries in professional news, most of the mentions that lacked the noun had that.
"""

import re
from functools import lru_cache
from itertools import groupby

from transloc import markup
from transloc.checks.pair import Pair, Side
from transloc.glossary import Concept, ConceptKind, Glossary, Match, Status, matcher
from transloc.glossary.spelling import spell
from transloc.languages import language
from transloc.model import Severity

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_CURRENCY = re.compile(r"(?:дол(?:\.|ар\w*|лар\w*)|dolar\w*|фунт\w*|крон\w*|франк\w*)\s\Z", re.IGNORECASE)
_LOOSE = frozenset({ConceptKind.PERSON, ConceptKind.PLACE})


def weight(concept: Concept) -> Severity:
    """Return how much a missing or wrong term of this row weighs: people and places may be named elsewhere."""
    soft = concept.status is Status.DRAFT or concept.kind in _LOOSE
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
    for (start, _), group in groupby(source_matches(pair.source, glossary), key=lambda m: (m.start, m.end)):
        homonyms = [m for m in group if not _of_money(pair.source.text, start, m) and not _idle_label(pair.source.text, m)]
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


def _of_money(text: str, start: int, match: Match) -> bool:
    """Tell whether a place only says whose money is meant: «дол. США» is "$"."""
    return match.concept.kind is ConceptKind.PLACE and _CURRENCY.search(text[max(0, start - 12) : start]) is not None


@lru_cache(maxsize=2048)
def source_matches(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the terms of a source; found once for all term rules."""
    return matcher(glossary, side.locale).find(side.text)


@lru_cache(maxsize=2048)
def target_matches(side: Side, glossary: Glossary) -> tuple[Match, ...]:
    """Return the allowed terms of a target, nested ones too; found once for all term rules."""
    return matcher(glossary, side.locale).find(side.text, nested=True)


def present(side: Side, concept: Concept, glossary: Glossary) -> bool:
    """Tell whether ``side`` has the concept in one of its allowed forms, or in what may be one."""
    if any(match.concept.id == concept.id for match in target_matches(side, glossary)):
        return True
    column = glossary.column_for(side.locale)
    words = _words(side)
    return column is not None and any(_resembles(variant, words, column, concept.kind) for variant in concept.variants(column))


@lru_cache(maxsize=2048)
def _words(side: Side) -> tuple[str, ...]:
    joined = _DOTTED.sub(lambda found: found[0].replace(".", ""), spell(side.prose).words)  # "U.S." is "US"
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", joined)))


def _resembles(variant: str, words: tuple[str, ...], column: str, kind: ConceptKind) -> bool:
    parts = re.findall(r"[^\W_]+", spell(variant).words)
    alike = _same_place if kind is ConceptKind.PLACE else _same_word
    tongue = language(column)
    return bool(parts) and all(any(alike(part, word, tongue) for word in words) for part in parts)


def _same_word(part: str, word: str, tongue: str) -> bool:
    if part[0].isupper() and not word[0].isupper():
        return False
    if part.isupper() and len(part) > 1:  # abbreviations take short endings: «МЗСу»
        return word.startswith(part) and len(word) - len(part) <= (0 if tongue == "en" else 2)
    if tongue == "en":
        return word.lower() == part.lower()
    return word.lower().startswith(_stem(part)) and abs(len(word) - len(part)) <= 4


def _same_place(part: str, word: str, tongue: str) -> bool:
    if part.isupper() or len(part) < 4 or tongue == "en":
        family = tongue == "en" and len(part) > 4 and word.startswith(part[:-1]) and len(word) - len(part) <= 4
        return family or _same_word(part, word, tongue)
    if tongue == "de":  # «Südkaliforniens»
        return _stem(part) in word.lower()
    return word.lower().startswith(_stem(part)) and abs(len(word) - len(part)) <= 7


def _stem(part: str) -> str:
    return part[: max(2, min(len(part) - 2, round(len(part) * 0.6))) if len(part) > 3 else len(part)].lower()
