"""Names of persons: every word inflects, all in one gender and case; small words such as «фон дер» do not."""

from collections.abc import Iterator
from functools import lru_cache

from transloc.glossary.inflection.morphology import overwritten
from transloc.glossary.inflection.ukrainian.adjectives import adjectives
from transloc.glossary.inflection.ukrainian.cells import ANY, CASES, Forms, as_gender, cell, column, join, spread, union, within
from transloc.glossary.inflection.ukrainian.words import Words
from transloc.glossary.patronymics import is_patronymic

_SURNAME = ("ов", "ев", "єв", "ін", "їн", "ин")
_OF_SURNAME = "- а у|ові а им у|ові|і е|-"
_OF_SURNAMES = "и их им их ими их и"
_STILL = "еєиіїуюо"
_OURS = ("ко", "ло", "но", "хо")  # other names in -о, such as «Пікассо», stay as they are


def decline(name: str, gender: str, words: Words) -> Forms:
    """Return the forms of a name; where no gender is told, those of both."""
    tokens = name.split()
    short = [token for token in tokens if not is_patronymic(token)]
    read = [tokens, short] if 1 < len(short) < len(tokens) else [tokens]
    genders = gender if gender in ("m", "f") else "mf"
    return union(join(_part(token, one, words, alone=len(own) == 1) for token in own) for own in read for one in genders)


def initialled(name: str, gender: str, words: Words) -> Iterator[str]:
    """Yield the name with the first name's initial: «Е. Макрона»."""
    first, *others = name.split()
    if others and first[0].isupper():
        for form in surname(name, gender, words):
            yield f"{first[0]}. {form}"


def surname(name: str, gender: str, words: Words) -> Forms:
    """Return the forms of a name without the first name and the patronymic, none where that is all."""
    _, *others = name.split()
    kept = [token for token in others if not is_patronymic(token)] or others
    return decline(" ".join(kept), gender, words) if kept else {}


def _part(word: str, gender: str, words: Words, *, alone: bool) -> Forms:
    if not word[:1].isupper():
        return {word: ANY}
    pieces = [_single(piece, gender, words, alone=alone) for piece in word.split("-") if piece]
    if len(pieces) == 1:
        return pieces[0]
    return union([join(pieces, "-"), join([{word.rsplit("-", 1)[0]: ANY}, pieces[-1]], "-")])


def _single(word: str, gender: str, words: Words, *, alone: bool) -> Forms:
    """Return the forms of one word of a name: several people share a surname, and no more than that."""
    found = union([_by_rules(word, gender), *_by_endings(word, gender, words)])
    kept = within(found, column(gender) | (column("p") if alone else 0))
    return union([kept, {word: cell(gender, 0)}])


@lru_cache(maxsize=1024)  # a surname is asked for with the first name, with an initial and alone
def _by_rules(word: str, gender: str) -> Forms:
    if overwritten() or (word[-1:].lower() in _STILL and not word.lower().endswith(_OURS)):
        return {}
    import shevchenko

    name = {"m": shevchenko.MASCULINE, "f": shevchenko.FEMININE}[gender]
    cases = ("nominative", "genitive", "dative", "accusative", "ablative", "locative", "vocative")
    return union(
        {form: cell(gender, case)}
        for case in range(len(CASES))
        for part in ("given_name", "family_name")
        for form in shevchenko.in_case(cases[case], gender=name, **{part: word}).values()
    )


def _by_endings(word: str, gender: str, words: Words) -> Iterator[Forms]:
    lower = word.lower()
    adjective = [one for one in adjectives(word) if one.gender == gender]
    if gender == "m" and lower.endswith("ий"):
        yield from (one.forms() for one in adjective)
    elif gender == "m":
        yield as_gender(words.noun(word), gender)
        if lower.endswith(_SURNAME):
            yield union({word if ending == "-" else word + ending: cells} for ending, cells in spread(_OF_SURNAME, "m"))
            yield union({word + ending: cells} for ending, cells in spread(_OF_SURNAMES, "p"))
    elif lower[-1:] in ("а", "я"):
        yield from (one.forms() for one in adjective if one.typical)
        yield as_gender(words.noun(word), gender)
    else:
        yield {word: column(gender)}
    if lower[-1:] in _STILL:
        yield {word: column(gender)}
