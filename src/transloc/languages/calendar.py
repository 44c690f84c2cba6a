"""The names of months and weekdays in the forms that running text has them in: CLDR's, with case endings and adjectives.

CLDR knows a month's nominative and genitive («лютий», «лютого»), not «у лютому» nor «лютневий»; the endings of Ukrainian, Polish,
Russian and German are added here. In other languages CLDR's forms stand alone.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from transloc.languages import kept, language


class Part(StrEnum):
    """What a name names."""

    MONTH = "month"
    WEEKDAY = "weekday"


class Name(NamedTuple):
    """``number`` counts months from 1, weekdays from Monday, 0. ``plain`` tells that the word is hardly ever another one."""

    part: Part
    number: int
    plain: bool


class _Declension(NamedTuple):
    suffix: str
    endings: str
    adjective: str = ""


_MONTHS = {
    "uk": (
        _Declension("ня", "ня ню нем ні", "нев"),
        _Declension("ого", "ий ого ому им ім", "нев"),
        _Declension("ада", "ад ада аду адові адом аді", "адов"),
    ),
    "ru": (
        _Declension("ря", "рь ря рю рем ре", "рьск"),
        _Declension("ля", "ль ля лю лем ле", "льск"),
        _Declension("ня", "нь ня ню нем не", "ньск"),
        _Declension("ая", "ай ая аю аем ае", "айск"),
        _Declension("та", "т та ту том те", "товск"),
    ),
    "pl": (
        _Declension("nia", "nia niu niem", "niow"),
        _Declension("ego", "y ego emu ym", "ow"),
        _Declension("ca", "ca cu cem", "cow"),
        _Declension("ja", "ja ju jem", "jow"),
        _Declension("ada", "ad ada adzie adem adowi", "adow"),
        _Declension("nika", "nik nika niku nikiem", "nikow"),
    ),
    "de": (_Declension("", " s"),),
    "en": (_Declension("", " s 's ’s"),),
}
_WEEKDAYS = {
    "uk": (
        _Declension("ок", "ок ка ку кові ком ки ків кам ками ках", "ков"),
        _Declension("ер", "ер ерга ергу ергові ергом ерги ергів ергам ергами ергах", "ергов"),
        _Declension("ця", "ця ці цю цею ць цям цями цях", "чн"),
        _Declension("ля", "ля лі лю лею ль лям лями лях", "льн"),
        _Declension("ота", "ота оти оті оту отою от отам отами отах", "отн"),
        _Declension("а", "а и і у ою ам ами ах"),
    ),
    "ru": (
        _Declension("ник", "ник ника нику ником нике ники ников никам", "ничн"),
        _Declension("ерг", "ерг ерга ергу ергом ерге ерги", "ергов"),
        _Declension("ца", "ца цы цу цей це", "чн"),
        _Declension("ье", "ье ья ью ьем", "н"),
        _Declension("а", "а ы у ой е ам", "н"),
    ),
    "pl": (
        _Declension("ek", "ek ku kiem ki ków kom kach kowi", "kow"),
        _Declension("da", "da dy dę dzie dą", "dow"),
        _Declension("ta", "ta ty tę cie tą", "tn"),
        _Declension("la", "la li lę lą le", "ln"),
    ),
    "de": (_Declension("", " s abend morgen vormittag mittag nachmittag nacht früh"),),
    "en": (_Declension("", " s 's ’s"),),
}
_OF_ADJECTIVES = {
    "uk": "ий ого ому им ім а ої ій у ою е і их ими ього ьому я ьої ю ьою є іх іми",
    "ru": "ий ого ому им ом ая ой ую ое ие их ими ый ые ых ым",
    "pl": "y ego emu ym a ej ą e ych ymi i iego iemu im ia iej ią ie ich imi",
}
#: What CLDR does not list.
_MORE = {
    "de": {Part.MONTH: {"jänner": 1, "feber": 2}, Part.WEEKDAY: {"sonnabend": 5}},
    "en": {Part.MONTH: {"sept": 9}, Part.WEEKDAY: {}},
}
#: Stems of names that are other words as well: somebody's name, a verb, «лютий ворог», «среда» (surroundings).
_OTHER_WORDS = {"en": ("may", "march", "april", "june", "august"), "uk": ("лют",), "ru": ("март", "сред"), "fr": ("mars", "mai")}
#: Shorter abbreviations are words of their own in too many places: “So”, “Do”, «вт».
_SHORTEST = 3


@cache
def names(locale: str) -> Mapping[str, Name]:
    """Return every form of a month or weekday in lower case; an apostrophe stands in each of its three letters."""
    found: dict[str, Name] = {}
    for part in Part:
        for form, number, plain in _forms(part, locale):
            for written in {form, form.replace("ʼ", "'"), form.replace("ʼ", "’")}:
                found[written] = Name(part, number, plain or (written in found and found[written].plain))
    return found


def _forms(part: Part, locale: str) -> Iterator[tuple[str, int, bool]]:
    own = language(locale)
    other_words = _OTHER_WORDS.get(own, ())
    declensions = (_MONTHS if part is Part.MONTH else _WEEKDAYS).get(own, ())
    for name, number in (*_listed(part, locale, "wide"), *_MORE.get(own, {}).get(part, {}).items()):
        plain = not name.startswith(other_words)
        yield name, number, plain
        fitting = next((one for one in declensions if name.endswith(one.suffix)), None)
        if fitting:
            stem = name.removesuffix(fitting.suffix)
            yield from ((stem + ending.strip(), number, plain) for ending in fitting.endings.split(" "))
            if fitting.adjective:
                yield from ((stem + fitting.adjective + ending, number, part is Part.WEEKDAY) for ending in _OF_ADJECTIVES[own].split())
    for name, number in _listed(part, locale, "short"):
        if len(name) >= _SHORTEST:
            yield name, number, False


def _listed(part: Part, locale: str, width: str) -> list[tuple[str, int]]:
    asked = kept.of(locale)
    names = (asked.months if part is Part.MONTH else asked.weekdays)[width]
    return list(dict.fromkeys((name.rstrip("."), number) for name, number in names))
