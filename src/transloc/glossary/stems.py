"""What a name may be without an ending of its language."""

import re
from functools import cache, lru_cache

from transloc.languages import language

#: What may follow the stem of a name in its cases, by language; without a list a name keeps its form, or takes a possessive.
_ENDINGS = {
    "uk": (
        "а ая я яя у ую ю юю о е є і ї и ий ій ой ею єю ою ом ем єм ові еві єві ого його ому йому им їм ім ої єї ів їв"
        " ах ях ам ям ами ями их й ь"
    ),
    "ru": "а ая я яя у ую ю юю о е и ы ий ый ой ей ею ою ом ем ём ого его ому ему им ым ых ов ев ах ях ам ям ами ями й ь",
    "pl": "a ą e ę i y o u ie em om owi ego emu ym im ów ami ach ą",
    "de": "s es n en",
    "en": "'s ’s s",
}
_CHANGING = re.compile(r"[іїоеє](?=[^аеєиіїоуюя]+\Z)")


@cache
def endings_of(locale: str) -> frozenset[str]:
    """Return the endings that a name may have in its cases, the empty one among them."""
    return frozenset((*_ENDINGS.get(language(locale), "").split(), ""))


def stems(word: str, locale: str) -> frozenset[str]:
    """Return what the word may be without an ending of its language: forms of one word share one of these."""
    return without(word.casefold(), endings_of(locale))


@lru_cache(maxsize=16_384)
def without(word: str, endings: frozenset[str]) -> frozenset[str]:
    """Return what the word may be without an ending; a vowel that may change there («Київ», «Києва») is none in particular."""
    stems = (word[: len(word) - cut] for cut in range(4) if len(word) - cut > 2 and word[len(word) - cut :] in endings)
    return frozenset(_CHANGING.sub("*", stem) for stem in stems)
