"""Wrong words: half of a target lost, a sentence, a negation, another person's name, a caption that nobody translated."""

import re
from collections.abc import Mapping
from functools import cache
from random import Random

from benchmarks.planted.fault import Fault
from transloc.checks.names import proper, sounds, speakers
from transloc.checks.pair import side

_HER = {"she": "he", "herself": "himself", "her": "his", "hers": "his"}
_HIM = {"he": "she", "himself": "herself", "him": "her", "his": "her"}
_SENTENCE = re.compile(r"(?<=[^\W\d_]{4}[.!?…])[\"”»]*\s+(?=[\"“«„]?[^\W\da-zа-яєіїґ])")
_NOT = re.compile(r"(?<=[a-z])n['’]t\b| not\b|\b(?:never|no|не|nie|nicht) ")
_PEOPLE = ("Ostrander", "Falkenrath", "Quimby", "Dobrowolny", "Haverkamp", "Tessier")
_PLACES = ("Portugal", "Kenya", "Chicago", "Vietnam", "Norway", "Peru")


def third(source: str, target: str, _: Random) -> str | None:
    """Keep the first third of the words."""
    words = target.split()
    return " ".join(words[: len(words) // 3]) if len(words) > 18 else None


def half(source: str, target: str, _: Random) -> str | None:
    """Keep the first half of the words."""
    words = target.split()
    return " ".join(words[: len(words) // 2]) if len(words) > 10 else None


def half_with_its_mark(source: str, target: str, _: Random) -> str | None:
    """Keep the first half of the words, and the final mark."""
    words = target.split()
    return " ".join(words[: len(words) // 2]).rstrip(",;:–—-") + target.rstrip()[-1] if len(words) > 10 else None


def sentence_lost(source: str, target: str, rng: Random) -> str | None:
    """Lose one of the sentences."""
    parts = _SENTENCE.split(target)
    if len(parts) < 2:
        return None
    del parts[rng.randrange(len(parts))]
    return " ".join(parts)


def said_twice(source: str, target: str, _: Random) -> str | None:
    """Write the whole target twice."""
    return f"{target} {target}" if len(target.split()) > 10 else None


def negation_lost(source: str, target: str, _: Random) -> str | None:
    """Lose the first negation."""
    return _NOT.sub("", target, count=1)


def name_replaced(source: str, target: str, rng: Random) -> str | None:
    """Replace a name that the source has: a person's by a person's, a place's by a place's."""
    mine, theirs = _named(source), side(target, "en")
    found = [
        name.last for name in proper.find(theirs) if proper.judged(name, "en") and any(sounds.alike(one, name.last.text) for one in mine)
    ]
    if not found:
        return None
    word = rng.choice(found)
    other = rng.choice(_PLACES if proper.places(word.text, "en") else _PEOPLE)
    return target[: word.start] + other + target[word.end :]


@cache
def _named(source: str) -> tuple[str, ...]:
    return tuple(name.last.text for name in proper.find(side(source, "uk")) if proper.judged(name, "uk"))


def speakers_exchanged(source: str, target: str, _: Random) -> str | None:
    """Exchange the names of two who do different things with words."""
    theirs = side(target, "en")
    said = speakers.found(theirs)
    if len(said) < 2 or said[0].act == said[1].act:
        return None
    one, two = sorted((said[0].name, said[1].name), key=lambda name: name.start)
    return target[: one.start] + two.text + target[one.end : two.start] + one.text + target[two.end :]


def he_for_her(source: str, target: str, _: Random) -> str | None:
    """Make a man of a woman."""
    return _exchanged(target, _HER) if re.search(r"\bshe\b", target, re.IGNORECASE) else None


def she_for_him(source: str, target: str, _: Random) -> str | None:
    """Make a woman of a man."""
    return _exchanged(target, _HIM) if re.search(r"\bhe\b", target, re.IGNORECASE) else None


def _exchanged(target: str, pronouns: Mapping[str, str]) -> str:
    def other(found: re.Match[str]) -> str:
        word = pronouns[found[0].lower()]
        return word.capitalize() if found[0][0].isupper() else word

    return re.sub(rf"\b(?:{'|'.join(pronouns)})\b", other, target, flags=re.IGNORECASE)


def left_in_the_source(source: str, target: str, _: Random) -> str | None:
    """Leave the source in the target's place, as a caption that nobody translated."""
    return source if len(source) > 25 else None


#: Each fault with the rules that are about it.
FAULTS: Mapping[Fault, frozenset[str]] = {
    third: frozenset({"omission"}),
    half: frozenset({"omission"}),
    half_with_its_mark: frozenset({"omission"}),
    sentence_lost: frozenset({"omission"}),
    said_twice: frozenset({"addition"}),
    negation_lost: frozenset({"omission"}),
    name_replaced: frozenset({"name"}),
    speakers_exchanged: frozenset({"name"}),
    he_for_her: frozenset({"gender"}),
    she_for_him: frozenset({"gender"}),
    left_in_the_source: frozenset({"untranslated"}),
}
