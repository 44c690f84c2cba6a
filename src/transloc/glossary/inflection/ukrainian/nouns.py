"""Nouns: every way in which a word may decline, for a lexicon to choose from.

The tables have one ending a case, ``|`` between several; ``-`` is the bare stem. In ``і*`` and ``е*`` the consonant before changes
(«рука — руці», «козак — козаче»).
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from transloc.glossary.inflection.ukrainian.cells import NOMINATIVE, Forms, cell, column, spread, union, within

_VOWELS = "аеєиіїоуюя"
_HUSHING = "жчшщ"

_TABLES = {
    "fem-hard": ("f", "а и і* у ою і* о", "и - ам и|- ами ах и"),
    "fem-mixed": ("f", "а і і у ею і е", "і - ам і|- ами ах і"),
    "fem-soft": ("f", "я і і ю ею і е|ю", "і - ям і|- ями ях і"),
    "fem-iotated": ("f", "я ї ї ю єю ї є", "ї - ям ї|- ями ях ї"),
    "fem-third": ("f", "- і|и і - = і е|-", "і ей ям і|ей ями ях і"),
    "fem-third-hushing": ("f", "- і і - = і е|-", "і ей ам і|ей ами ах і"),
    "masc-hard": ("m", "- а|у у|ові -|а ом і*|у|ові е*|у", "и ів ам и|ів ами ах и"),
    "masc-mixed": ("m", "- а|у у|еві -|а ем і|у|еві е|у", "і ів ам і|ів ами ах і"),
    "masc-soft": ("m", "- я|ю ю|еві -|я ем і|ю|еві ю|е", "і ів ям і|ів ями ях і"),
    "masc-iotated": ("m", "- я|ю ю|єві -|я єм ї|ю|єві ю|є", "ї їв ям ї|їв ями ях ї"),
    "masc-о": ("m", "о а у|ові а|о ом і*|у|ові е*|о", "и ів ам и|ів ами ах и"),
    "neut-о": ("n", "о а у|ові о ом і*|у|ові о", "а - ам а ами ах а"),
    "neut-е": ("n", "е а у|еві е ем і|у|еві е", "а - ам а ами ах а"),
    "neut-е-soft": ("n", "е я ю|еві е ем і|ю|еві е", "я -|ів ям я ями ях я"),
    "neut-я": ("n", "я я ю я ям і|ю я", "я -|ів ям я ями ях я"),
    "neut-я-iotated": ("n", "я я ю я ям ї|ю я", "я -|їв ям я ями ях я"),
}
_SOFTER = {"к": "ц", "г": "з", "х": "с"}
_VOCATIVE = {"к": "ч", "г": "ж", "х": "ш", "ц": "ч"}


class Hypothesis(NamedTuple):
    """A way in which a word may decline. ``likely`` tells what holds for a word that no lexicon knows.

    ``bare`` are the readings of the form without ending («сестер», «ніг»), all of them in ``forms``, with what is likely of each.
    """

    forms: Forms
    likely: bool
    bare: Mapping[str, bool]


def hypotheses(word: str) -> Iterator[Hypothesis]:
    """Yield the paradigms that the nominative singular ``word`` may have."""
    last = word[-1:].lower()
    if last in ("а", "я"):
        yield from _in_a(word)
    elif last == "о":
        name = word[:1].isupper()
        yield _decline("neut-о", word, word[:-1], not name or not word.endswith("ко"))
        yield _decline("masc-о", word, word[:-1], name)
    elif last == "е":
        yield _decline("neut-е" if word[-2:-1].lower() in _HUSHING else "neut-е-soft", word, word[:-1])
    elif last.isalpha() and last not in _VOWELS:
        yield from _in_consonant(word)


def plurals(word: str) -> Iterator[Hypothesis]:
    """Yield the paradigms that a nominative plural may have of which no lexicon knows the singular."""
    stem, last = word[:-1], word[-1:].lower()
    for table in {"и": ("masc-hard", "fem-hard"), "і": ("masc-mixed", "masc-soft", "fem-soft"), "ї": ("masc-iotated", "fem-iotated")}.get(
        last, ()
    ):
        forms = _decline(table, word, stem).forms
        yield Hypothesis({form: cells & column("p") for form, cells in forms.items() if cells & column("p")}, True, {})


def _in_a(word: str) -> Iterator[Hypothesis]:
    stem, before = word[:-1], word[-2:-1].lower()
    if word[-1:].lower() == "а":
        yield _decline("fem-mixed" if before in _HUSHING else "fem-hard", word, stem)
    elif before in _VOWELS:
        yield _decline("fem-iotated", word, stem)
    elif before == "'":
        yield _decline("neut-я-iotated", word, stem)
        yield _decline("fem-iotated", word, stem, likely=False)
        if word.lower().endswith("м'я"):
            yield _stem_in_n(word)
    else:
        doubled = len(word) > 3 and before == word[-3:-2].lower()
        yield _decline("neut-я", word, stem, likely=doubled)
        yield _decline("fem-soft", word, stem, likely=not doubled)


def _stem_in_n(word: str) -> Hypothesis:
    """Return the paradigm of «ім'я», «плем'я»."""
    stem = word[:-2] + "ен"
    forms = union(
        {stem + ending: cells}
        for table, gender in (("- і і - ем і -", "n"), ("а - ам а ами ах а", "p"))
        for ending, cells in spread(table, gender)
        if ending.isalpha()
    )
    short = {word: NOMINATIVE & column("n") | cell("n", 3) | cell("n", 6), word[:-1] + "ям": cell("n", 4), word[:-2] + "ен": cell("p", 1)}
    return Hypothesis(union([forms, short]), True, {})


def _in_consonant(word: str) -> Iterator[Hypothesis]:
    last, lower = word[-1].lower(), word.lower()
    for stem, likely in _obliques(word):
        if last == "й":
            yield _decline("masc-iotated", word, stem, likely)
        elif last == "ь":
            abstract = lower.endswith("ість")
            yield _decline("masc-soft", word, stem, likely and not abstract)
            yield _decline("fem-third", word, stem, likely and abstract)
        elif last in _HUSHING:
            yield _decline("masc-mixed", word, stem, likely)
            yield _decline("fem-third-hushing", word, stem, likely=False)
        else:
            yield _decline("masc-hard", word, stem, likely)
            if lower.endswith(("анин", "янин")):
                yield _inhabitant(word)
            if last == "р":
                yield _decline("masc-soft", word, stem, likely and lower.endswith(("ар", "яр", "ир")))
            elif last == "ц":
                yield _decline("masc-mixed", word, stem, likely)
            if last in "вбпмр":
                yield _decline("fem-third", word, stem, likely=False)


def _inhabitant(word: str) -> Hypothesis:
    """Return the paradigm of «громадянин», whose plural is shorter."""
    singular = _decline("masc-hard", word, word).forms
    stem = word[:-2]
    plural = {stem + ending: cells for ending, cells in spread("и - ам - ами ах и", "p") if ending != "-"}
    return Hypothesis(union([within(singular, column("m")), plural, {stem: cell("p", 1) | cell("p", 3)}]), True, {})


_CLOSED = re.compile(r"(?<=\w)([іїоеє])([бвгґджзклмнпрстфхцчшщ]+)(ь?)\Z", re.IGNORECASE)


def _obliques(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the stems that the other cases of a word in a consonant may have, and whether it is likely of an unknown word."""
    lower = word.lower()
    stem = word[:-1] if lower[-1] in "ьй" else word
    closed = _CLOSED.search(word)
    if not closed:
        yield stem, True
        return
    vowel, head, tail = closed[1].lower(), word[: closed.start()], closed[2]
    long = any(letter in _VOWELS for letter in head.lower())
    fleeting = long and lower.endswith(("ець", "єць", "ень", "ок"))
    narrow = lower.endswith(("ів", "їв"))
    yield stem, not fleeting and not narrow
    if vowel == "є":
        yield head + "й" + tail, fleeting
    elif vowel in "ое":
        yield head + tail, fleeting
        if head[-1:].lower() == "л":
            yield head + "ь" + tail, fleeting
    else:
        for other in "оеь" if vowel == "і" else "єо":
            yield head + ("ьо" if other == "ь" else other) + tail, narrow and other in "оє"


def _decline(table: str, word: str, stem: str, likely: bool = True) -> Hypothesis:
    gender, singular, plural = _TABLES[table]
    bare = _bare(stem, table)
    forms = [{_inflected(word, stem, ending, table): cells} for ending, cells in spread(singular, gender)]
    for ending, cells in spread(plural, "p"):
        forms += [{form: cells} for form in bare] if ending == "-" else [{_inflected(word, stem, ending, table): cells}]
    return Hypothesis(union(forms), likely, bare if "-" in plural else {})


def _inflected(word: str, stem: str, ending: str, table: str) -> str:
    if ending == "-":
        return word
    if ending == "=":
        return _instrumental(word)
    if ending.endswith("*"):
        if ending[0] == "і" and table.startswith("masc") and stem[-1:] == "к" and sum(letter in _VOWELS for letter in word.lower()) > 1:
            return stem + "у"
        changed = (_SOFTER if ending[0] == "і" else _VOCATIVE).get(stem[-1:], stem[-1:])
        return stem[:-1] + changed + ending[0]
    return stem + ending


def _instrumental(word: str) -> str:
    """Return the instrumental of the third declension: «ніччю», «областю», «любов'ю»."""
    stem = word.rstrip("ь")
    if stem[-1:] in "вбпмфр":
        return stem + ("ю" if stem[-1:] == "р" else "'ю")
    return stem + ("ю" if stem[-2:-1] not in _VOWELS else stem[-1:] + "ю")


def _bare(stem: str, table: str) -> dict[str, bool]:
    """Return what the form without ending may be, and what of it is likely of an unknown word."""
    if table.endswith("iotated"):
        return {stem + "й": True} if not stem.endswith("'") else {stem[:-1] + "ей": True}
    soft = "ь" if table in ("fem-soft", "neut-я", "neut-е-soft") and stem[-1:] in "дтзсцлн" else ""
    if table == "neut-я" and stem[-2:-1] == stem[-1:]:
        stem = stem[:-1]
    found = {stem + soft: True}
    if len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] not in _VOWELS:
        head = stem[:-2] if stem[-2] in "ьй" else stem[:-1]
        found |= {head + "о" + stem[-1] + soft: True, head + "е" + stem[-1] + soft: True}
    if soft and stem[-2:-1] == stem[-1:]:
        found |= {stem[:-1] + "ей": True}
    opened = re.sub(r"[ое](?=[бвгґджзйклмнпрстфхцчшщ]+\Z)", "і", stem)
    return found | ({opened + soft: False} if opened != stem else {})
