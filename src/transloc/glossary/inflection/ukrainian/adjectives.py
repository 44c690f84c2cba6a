"""Adjectives, whose endings follow from the stem alone."""

import re
from typing import NamedTuple

from transloc.glossary.inflection.ukrainian.cells import Forms, spread, union

_HARD = {
    "m": "ий ого ому ий|ого им ому|ім ий",
    "f": "а ої ій у ою ій а",
    "n": "е ого ому е им ому|ім е",
    "p": "і их им і|их ими их і",
}
_SOFT = {
    "m": "ій ього ьому ій|ього ім ьому|ім ій",
    "f": "я ьої ій ю ьою ій я",
    "n": "є ього ьому є ім ьому|ім є",
    "p": "і іх ім і|іх іми іх і",
}
_IOTATED = {
    "m": "їй його йому їй|його їм йому|їм їй",
    "f": "я йої їй ю йою їй я",
    "n": "є його йому є їм йому|їм є",
    "p": "ї їх їм ї|їх їми їх ї",
}
_ENDINGS = {"ий": "m", "ій": "m", "їй": "m", "а": "f", "я": "f", "е": "n", "є": "n", "і": "p", "ї": "p"}
_TYPICAL = re.compile(r"(?:[сцз]ьк|[^аеєиіїоуюя]н|ичн|ічн|льн|[оеє]в|чн|ивн|енн|анн|ован|ен|лив|уч|юч|ач|яч|іш|ш)\Z", re.IGNORECASE)
_VOWELS = "аеєиіїоуюя"


class Adjective(NamedTuple):
    """An adjective as the nominative ``gender`` (``p``: the plural) shows it; ``lemma`` is its masculine."""

    stem: str
    soft: bool
    gender: str
    lemma: str

    def forms(self) -> Forms:
        """Return the whole paradigm."""
        table = _HARD
        if self.soft:
            table = _IOTATED if self.stem[-1:].lower() in _VOWELS else _SOFT
        forms = union({self.stem + ending: cell} for gender in table for ending, cell in spread(table[gender], gender))
        return union([forms, {self.lemma: forms[self.stem + table["m"].split()[0]]}])

    @property
    def typical(self) -> bool:
        """Whether the stem ends as stems of adjectives do."""
        return bool(_TYPICAL.search(self.stem)) and not (self.soft and self.stem.lower().endswith("нн"))

    @property
    def relational(self) -> bool:
        """Whether the stem is of a kind that no noun has: «українськ-»."""
        return bool(re.search(r"[сцз]ьк\Z", self.stem, re.IGNORECASE))


def adjectives(word: str) -> list[Adjective]:
    """Return what adjectives ``word`` may be the nominative of."""
    for ending, gender in _ENDINGS.items():
        stem = word[: -len(ending)]
        if len(stem) > 1 and word.lower().endswith(ending):
            soft = ending[0] in "іїяє" if gender != "p" else None
            return [_adjective(stem, kind, gender) for kind in ((soft,) if soft is not None else (False, True))]
    return []


def _adjective(stem: str, soft: bool, gender: str) -> Adjective:
    if soft:
        return Adjective(stem, True, gender, stem + ("їй" if stem[-1:].lower() in _VOWELS else "ій"))
    return Adjective(stem, False, gender, stem + "ий")


def possessive(word: str) -> list[Adjective]:
    """Return the adjectives of whom something belongs to («дідів», «сестрин»), as which ``word`` may be read."""
    found = []
    for adjective in adjectives(word):
        stem = adjective.stem
        if not adjective.soft and stem[-2:] in ("ов", "ев", "єв"):
            found.append(adjective._replace(lemma=stem[:-2] + ("їв" if stem[-2] == "є" else "ів")))
        elif not adjective.soft and stem[-2:] in ("ин", "їн"):
            found.append(adjective._replace(lemma=stem))
    return found
