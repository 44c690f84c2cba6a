"""Nouns: every way in which a word may decline, for a lexicon to choose from."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from transloc.glossary.inflection.ukrainian.cells import Forms, column, spread, union, within
from transloc.glossary.inflection.ukrainian.tables import IRREGULAR, TABLES

_VOWELS = "аеєиіїоуюя"
_CONSONANT = "[бвгґджзклмнпрстфхцчшщ]"
_CLOSED = re.compile(rf"(?<=\w)([іїоеє])({_CONSONANT}+|й)(?=ь?\Z)", re.IGNORECASE)
_CLUSTER = re.compile(rf"(?:{_CONSONANT}|[ьй]){_CONSONANT}\Z", re.IGNORECASE)
_AFTER_CONSONANT = re.compile(rf"{_CONSONANT}т\Z", re.IGNORECASE)
_OPEN = re.compile(rf"[ое](?={_CONSONANT}+\Z)")
_HUSHING = "жчшщ"
_BEFORE_I = {"к": "ц", "г": "з", "х": "с"}
_BEFORE_E = {"к": "ч", "г": "ж", "х": "ш", "ц": "ч"}


class Hypothesis(NamedTuple):
    """A way in which a word may decline. ``likely`` tells what holds for a word that no lexicon knows; what is ``sure`` always holds.

    ``bare`` are the readings of the form without ending («сестер», «ніг»), all of them in ``forms``, with what is likely of each.
    """

    forms: Forms
    likely: bool
    bare: Mapping[str, bool]
    sure: bool = False


def hypotheses(word: str) -> Iterator[Hypothesis]:
    """Yield the paradigms that the nominative singular ``word`` may have; none of a word that does not decline."""
    last, before = word[-1:].lower(), word[-2:-1].lower()
    for table, stem in IRREGULAR.get(word.lower(), ()):
        yield _decline(table, word, stem.capitalize() if word[:1].isupper() else stem)._replace(sure=True)
    if last in ("а", "я"):
        yield from _in_a(word, before)
    elif last == "о":
        name, usual = word[:1].isupper(), before in ("к", "л", "н", "х")
        yield _decline("neut-о", word, word[:-1], (usual or not name) and before not in _VOWELS and not (name and before == "к"))
        yield _decline("masc-о", word, word[:-1], name and usual)
    elif last == "е":
        yield _decline("neut-е" if before in _HUSHING else "neut-е-soft", word, word[:-1], before not in _VOWELS)
    elif last.isalpha() and last not in _VOWELS:
        yield from _in_consonant(word, last)


def plurals(word: str) -> Iterator[Hypothesis]:
    """Yield the paradigms that a nominative plural may have of which no lexicon knows the singular."""
    tables = {"и": ("masc-hard", "fem-hard"), "і": ("masc-mixed", "masc-soft", "fem-soft"), "ї": ("masc-iotated", "fem-iotated")}
    for table in tables.get(word[-1:].lower(), ()):
        yield Hypothesis(within(_decline(table, word, word[:-1]).forms, column("p")), True, {})


def _in_a(word: str, before: str) -> Iterator[Hypothesis]:
    stem = word[:-1]
    if word[-1:].lower() == "а":
        yield _decline("fem-mixed" if before in _HUSHING else "fem-hard", word, stem)
        if before in _HUSHING:
            yield _decline("neut-а-т", word, stem, likely=False)
    elif before in _VOWELS:
        yield _decline("fem-iotated", word, stem)
    elif before == "'":
        yield _decline("neut-я-iotated", word, stem)
        yield _decline("fem-iotated", word, stem, likely=False)
        if stem.lower().endswith("м'"):
            yield _decline("neut-м'я", word, stem[:-1])._replace(sure=True)
    else:
        doubled = len(word) > 3 and before == word[-3:-2].lower()
        yield _decline("neut-тя" if before == "т" else "neut-я", word, stem, doubled)
        yield _decline("fem-soft", word, stem, not doubled)
        yield _decline("neut-я-т", word, stem, likely=False)


def _in_consonant(word: str, last: str) -> Iterator[Hypothesis]:
    lower = word.lower()
    for stem, likely in _obliques(word, lower):
        if last == "й":
            yield _decline("masc-iotated", word, stem, likely)
        elif last == "ь":
            abstract = lower.endswith("ість")
            yield _decline("masc-soft", word, stem, likely and not abstract)
            yield _decline("fem-third-т" if _AFTER_CONSONANT.search(stem) else "fem-third", word, stem, likely and abstract)
        elif last in _HUSHING:
            yield _decline("masc-mixed", word, stem, likely)
            yield _decline("fem-third-hushing", word, stem, likely=False)
        else:
            yield _decline("masc-hard", word, stem, likely)
            yield from _beside_hard(word, last, stem, likely)
    if lower.endswith(("анин", "янин", "арин")):
        yield _decline("masc-ин", word, word[:-2])


def _beside_hard(word: str, last: str, stem: str, likely: bool) -> Iterator[Hypothesis]:
    if last == "р":
        yield _decline("masc-soft", word, stem, likely and word.lower().endswith(("ар", "яр", "ир")))
    elif last == "ц":
        yield _decline("masc-mixed", word, stem, likely)._replace(sure=True)  # «Мерцом» and «Мерцем» are both written
    if last in "вбпмр":
        yield _decline("fem-third", word, stem, likely=False)


def _obliques(word: str, lower: str) -> Iterator[tuple[str, bool]]:
    """Yield the stems that the other cases of a word in a consonant may have, and whether each is likely of an unknown word.

    In a closed syllable і stands for о and е («Львів — Львова»), and о and е may be gone («будинок — будинку»).
    """
    closed = _CLOSED.search(word)
    stem = word[:-1] if lower[-1] in "ьй" else word
    if not closed:
        yield stem, True
        return
    vowel, head, tail = closed[1].lower(), word[: closed.start()], closed[2].rstrip("йЙ")
    long = any(letter in _VOWELS for letter in head.lower())
    fleeting = long and tail != "" and lower.endswith(("ець", "єць", "ень", "ок"))
    opened = lower.endswith(("ів", "їв", "ість", "бій", "стрій", "вій", "пій", "окій"))
    yield stem, not opened and (not fleeting or lower.endswith("ок"))
    if vowel in "ії":
        for other in ("о", "е", "ьо") if vowel == "і" else ("є", "йо"):
            yield head + other + tail, opened and other in ("о", "є")
    elif vowel == "є":
        yield head + "й" + tail, fleeting
    elif tail:
        yield head + tail, fleeting
        if head[-1:].lower() == "л":
            yield head + "ь" + tail, fleeting


def _decline(table: str, word: str, stem: str, likely: bool = True) -> Hypothesis:
    gender, singular, plural = TABLES[table]
    bare = _bare(stem, table) if "-" in re.split(r"[ |]", plural) else {}
    forms = [{_inflected(word, stem, ending, gender): cells} for ending, cells in spread(singular, gender)]
    for ending, cells in spread(plural, "p"):
        forms += [{form: cells} for form in bare] if ending == "-" else [{_inflected(word, stem, ending, gender): cells}]
    return Hypothesis(union(forms), likely, bare)


def _inflected(word: str, stem: str, ending: str, gender: str) -> str:
    last = stem[-1:].lower()
    if ending == "-":
        return word
    if ending == "=":
        return _instrumental(word)
    if ending == "і*" and gender == "m" and stem.endswith("ик"):
        return stem + "у"  # «засновниці», «вулиці» are other words
    if ending.endswith("*"):
        return stem[:-1] + (_BEFORE_I if ending[0] == "і" else _BEFORE_E).get(last, stem[-1:]) + ending[0]
    return stem + ending


def _instrumental(word: str) -> str:
    """Return the instrumental of the third declension: «ніччю», «областю», «любов'ю»."""
    stem = word.rstrip("ь")
    last, before = stem[-1:], stem[-2:-1]
    if last in "вбпмф":
        return stem + "'ю"
    return stem + ("ю" if last == "р" or before not in _VOWELS else last + "ю")


def _bare(stem: str, table: str) -> dict[str, bool]:
    """Return what the form without ending may be, and what of it is likely of an unknown word."""
    if table.endswith("iotated"):
        return {stem[:-1] + "ей" if stem.endswith("'") else stem + "й": True}
    soft = "ь" if table in ("fem-soft", "neut-я", "neut-тя", "neut-е-soft") and stem[-1:] in "дтзсцлн" else ""
    single = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    found = {(single if table in ("neut-я", "neut-тя") else stem) + soft: True}
    if _CLUSTER.search(single):
        head = single[:-2] if single[-2] in "ьй" else single[:-1]
        found |= {head + vowel + single[-1] + soft: True for vowel in "ое"}
    if table.startswith("fem"):
        found[single + "ей"] = False
    opened = _OPEN.sub("і", stem)
    return found | ({opened + soft: False} if opened != stem else {})
