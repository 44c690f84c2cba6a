"""Names of persons: every word inflects, in one gender."""

from collections.abc import Iterator

from transloc.glossary.inflection.ukrainian import words
from transloc.glossary.inflection.ukrainian.adjectives import adjectives
from transloc.glossary.inflection.ukrainian.cells import ANY, CASES, Forms, cell, column, join, spread, union, within

_NOMINATIVE_SINGULAR = {"m": cell("m", 0), "f": cell("f", 0)}
_GENDER = {"m": "masculine", "f": "feminine"}
_CASE_NAMES = ("nominative", "genitive", "dative", "accusative", "ablative", "locative", "vocative")
_IN_OV = ("ов", "ев", "єв", "ьов", "ін", "їн", "ин")
_SURNAME_IN_OV = "- а у|ові а им у|ові|і е|-"


def decline(name: str, gender: str = "") -> Forms:
    """Return the forms of a name, of one gender where it is known or can be told from the first name."""
    tokens = name.split()
    read = gender if gender in ("m", "f") else "mf"
    return union(join(_part(token, one, alone=len(tokens) == 1) for token in tokens) for one in read)


def _part(word: str, gender: str, *, alone: bool) -> Forms:
    if not word[:1].isupper():
        return {word: ANY}
    pieces = [_single(piece, gender, alone=alone) for piece in word.split("-")]
    if len(pieces) == 1:
        return pieces[0]
    last = {word[: len(word) - len(word.split("-")[-1])] + form: cells for form, cells in pieces[-1].items()}
    return union([join(pieces, "-"), last])


def _single(word: str, gender: str, *, alone: bool) -> Forms:
    kept = column(gender) | (column("p") if alone else 0)
    found = union([_by_rules(word, gender), *_by_endings(word, gender)])
    return union([within(found, kept), {word: cell(gender, 0)}])


def _by_rules(word: str, gender: str) -> Forms:
    import shevchenko

    return union(
        {form: cell(gender, case)}
        for case, name in enumerate(_CASE_NAMES)
        for part in ("given_name", "family_name")
        for form in shevchenko.in_case(name, gender=_GENDER[gender], **{part: word}).values()
    )


def _by_endings(word: str, gender: str) -> Iterator[Forms]:
    last = word[-1:].lower()
    own = [one for one in adjectives(word) if one.gender == gender]
    if gender == "m":
        if any(word.endswith(("ий", "ій", "їй")) for _ in own):
            yield union(one.forms() for one in own)
            if not word.lower().endswith(("ій", "їй")):
                return
        if word.lower().endswith(_IN_OV):
            yield union({word if ending == "-" else word + ending: cells} for ending, cells in spread(_SURNAME_IN_OV, "m"))
            yield union({word + ending: cells} for ending, cells in spread("и их им их ими их и", "p"))
        masculine = words.noun(word)
        yield _as(masculine, gender)
    elif last in "ая":
        if own and own[0].typical:
            yield union(one.forms() for one in own)
        yield _as(words.noun(word), gender)
    else:
        yield {word: column("f")}
    if last in "еєиіїуюо":
        yield {word: column(gender)}


def _as(forms: Forms, gender: str) -> Forms:
    """Return ``forms`` with their singular cells, of whatever gender, as those of ``gender``."""
    moved: dict[str, int] = {}
    for form, cells in forms.items():
        singular = 0
        for at in range(len(CASES)):
            if any(cells & cell(one, at) for one in "mfn"):
                singular |= cell(gender, at)
        moved[form] = singular | cells & column("p")
    return moved
