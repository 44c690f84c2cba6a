"""How a name sounds, roughly, so that it is known again in other letters: «Гайдук», "Haiduk", "Gajduk" and "Hajduk" are one name.

Each word is folded to a few Latin letters in which the romanisations in use agree: that of the Ukrainian government of 2010, the older
ones of newspapers, Polish and German transcription, and what Ukrainian makes of English, French and German names («Г'юз», "Hughes").
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from transloc.checks.text.later import later
from transloc.checks.text.possessive import without_possessive

#: How alike two words must be, in percent, to be one name: of one- and the same name hardly any pair is below, of two names 1 in 40 above.
ALIKE = 60
#: So alike are a name and the adjective made of it.
SAME = 85
_CYRILLIC = str.maketrans(
    dict(zip("абвгґдеёєжзиіїйклмнопрстуўфхцчшщыэюя", "abvggdeeezziiiiklmnoprstuvfgssssieua", strict=True)) | dict.fromkeys("ъь'’ʼ`", "")
)
_CYRILLIC_SOUNDS = (
    (later("дж"), "ж"),
    (later("кс"), "kс"),
    (later(r"\b[ув](?=[аеиіоуяєї])"), "в"),  # «Вайт» and «Уайт»
    (later(r"(?<=[ао])у|(?<=о)в(?![аеиіоу])"), ""),
)
_AS = {
    "sch": "s", "tsch": "s", "tch": "s", "cz": "s", "sz": "s", "rz": "z", "ph": "f", "sh": "s", "zh": "z", "kh": "g", "ch": "s", "th": "t",
    "ck": "k", "qu": "kv", "ya": "a", "yu": "u", "ye": "e", "yo": "o", "x": "ks", "ts": "s", "tz": "s", "gh": "g", "ou": "u", "oo": "u",
    "ee": "i", "ea": "i", "aw": "o", "au": "o", "wh": "v", "wr": "r", "kn": "n", "eigh": "ei", "igh": "i", "eau": "o",
}  # fmt: skip
_LATIN_SOUNDS = (
    (later(r"\Ah|(?<=[aeiouy])h(?=[aeiouy])"), "g"),
    (later("|".join(sorted(_AS, key=len, reverse=True))), lambda found: _AS[found[0]]),
    (later(r"(?<=o)w(?![aeiou])|(?<![aeiouy])h|h(?![aeiouy])"), ""),
    (later(r"c(?=[eiy])"), "s"),
)
_HARD = {"з": "г", "ц": "к", "с": "х"}
_SOFTENED = later("[зцс](?=і\\Z)")  # «Гаага», «у Гаазі»
_SYLLABLE = 3
#: By so many letters a fold may be longer than its word: «x» is two.
_GROWS = 3
_SUFFIX = later(r"(?<=[a-z]{3})(enk|suk|sk|ov)[a-z]{0,3}\Z")
_SOFT = later(r"j|dg(?=[eiy])|g(?=[eiy])")
_LATIN = str.maketrans("cwyq", "kvik")
_PLAIN = str.maketrans({"ł": "l", "ß": "s", "ä": "e", "ö": "e", "ü": "u", "đ": "d", "ø": "e", "'": "", "’": "", "ʼ": "", "`": ""})
_TWICE = later(r"(.)\1+")
_IS_CYRILLIC = later("[\u0400-\u052f]")
_CONSONANTS = str.maketrans("bdgvzc", "ptkfss", "aeiou")


@lru_cache(maxsize=16_384)
def folds(word: str) -> tuple[str, ...]:
    """Return what a word may sound like; two where a letter is read differently (j and g in English and elsewhere)."""
    lower = without_possessive(word.lower())
    if _IS_CYRILLIC.search(lower):
        hard = _SOFTENED.sub(_hard, lower)
        return (_cyrillic(lower),) if hard == lower else (_cyrillic(lower), _cyrillic(hard))
    plain = lower.translate(_PLAIN)
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode()
    soft = _SOFT.sub("z", plain)
    return (_latin(plain),) if soft == plain else (_latin(plain.replace("j", "i")), _latin(soft))


def _latin(word: str) -> str:
    for pattern, sound in _LATIN_SOUNDS:
        word = pattern.sub(sound, word)
    return _TWICE.sub(r"\1", word.translate(_LATIN))


def _hard(found: re.Match[str]) -> str:
    return _HARD[found[0]]


def _cyrillic(word: str) -> str:
    for pattern, sound in _CYRILLIC_SOUNDS:
        word = pattern.sub(sound, word)
    folded = word.translate(_CYRILLIC)
    return _TWICE.sub(r"\1", folded)


@lru_cache(maxsize=16_384)
def beginning(word: str) -> str:
    """Return what the first syllable sounds like: where it agrees, two words of a sentence and its translation are one name."""
    return next((fold[:_SYLLABLE] for fold in folds(word) if len(fold) >= _SYLLABLE), word)


@lru_cache(maxsize=16_384)
def likeness(one: str, other: str) -> float:
    """Return how alike two words sound, in percent; the ending of the longer one does not count."""
    return max((_alike(mine, theirs) for mine in folds(one) for theirs in folds(other)), default=0.0)


@lru_cache(maxsize=16_384)
def same(one: str, other: str) -> bool:
    """Tell whether two words sound like a name and what is made of it, or nearly so."""
    return any(_alike(mine, theirs, SAME) >= SAME for mine in folds(one) for theirs in folds(other))


def alike(one: str, other: str) -> bool:
    """Tell whether two words sound like one name."""
    return likeness(one, other) >= ALIKE


def holding(word: str, compounds: Iterable[str]) -> str:
    """Return the first of ``compounds`` within which ``word``, without its ending, sounds; empty where there is none."""
    stems = [stem for fold in folds(word) if len(stem := fold.rstrip("aeiou")) >= _SYLLABLE]
    for compound in compounds if stems else ():
        for whole in folds(compound) if len(compound) + _GROWS > len(word) else ():
            if len(whole) > len(word) and any(stem in whole[-len(stem) - _SYLLABLE :] for stem in stems):
                return compound
    return ""


def _alike(one: str, other: str, least: float = 0) -> float:
    """Return how alike two folds are; 0 where it is soon clear that they are less so than ``least``."""
    if not one or not other:
        return 0.0
    mine, theirs = _SUFFIX.search(one), _SUFFIX.search(other)
    if mine and theirs and mine[1] == theirs[1]:  # what thousands of surnames end with makes no two of them alike
        one, other = one[: mine.start()], other[: theirs.start()]
    letters = _ratio(one, other, 3)
    if letters + 100 < 2 * least:
        return 0.0
    return (letters + _ratio(one.translate(_CONSONANTS), other.translate(_CONSONANTS), 3)) / 2


def _ratio(one: str, other: str, fewest: int) -> float:
    shorter = min(len(one), len(other))
    whole = fuzz.ratio(one, other)
    return max(whole, fuzz.ratio(one[:shorter], other[:shorter])) if shorter >= fewest else whole
