"""Dates as a newsroom writes them, token by token: the forms of months and weekdays in Ukrainian, English, Polish, German, Russian.

A walk over words of a closed vocabulary, not one large pattern: it is linear whatever the text, and letter case plays no part.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

#: No date is longer than this, and none begins later: what stands behind is not read.
LONGEST = 120

_TOKEN = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d(?:T[\d:+.Z-]+)?|\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)|\d\d[./]\d\d[./]\d\d(?!\d))|(?P<time>\d{1,2}:\d\d(?::\d\d)?)"
    r"|(?P<number>\d{1,4}(?!\d)(?:-?(?:го|му|й|та|те|ий|ого|ому|th|st|nd|rd)(?!\w))?)|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)|(?P<mark>\S)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _forms(*rows: str) -> frozenset[str]:
    """Return the words of rows like ``січ ень ня ні``: a stem and its endings."""
    return frozenset(stem + ending.strip("-") for row in rows for stem, *endings in [row.split()] for ending in endings or [""])


_MONTHS = _forms(
    *(f"{stem} ень ня ню ні нем" for stem in ("січ", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "груд")),
    "лют ий ого ому ім им",
    "листопад - а у і ом",
    *(f"{stem} ь я ю е ем ём" for stem in ("январ", "феврал", "апрел", "июн", "июл", "сентябр", "октябр", "ноябр", "декабр")),
    "март - а у е ом",
    "ма й я ю е",
    "август - а у е ом",
    "stycz eń nia niu",
    "lut y ego ym",
    "mar zec ca cu",
    "kwie cień tnia tniu",
    "maj - a u",
    "czerw iec ca cu",
    "lip iec ca cu",
    "sierp ień nia niu",
    "wrze sień śnia śniu",
    "październik - a u",
    "listopad - a zie",
    "grud zień nia niu",
) | _words("""
    january february march april may june july august september october november december
    januar jänner februar märz mai juni juli oktober dezember
""")
#: Short forms; those of Ukrainian and Polish that are other words too are left out.
_SHORT_MONTHS = _words("""
    січ лют бер квіт трав черв лип серп вер жовт груд янв фев мар апр июн июл авг сен сент окт ноя дек
    jan feb mar apr jun jul aug sep sept oct nov dec mär mrz okt dez sty kwi cze sie wrz paź gru
""")
_WEEKDAYS = _forms(
    "понеділ ок ка ку",
    "вівтор ок ка ку",
    "серед а у и і",
    "четвер - га гу",
    "п'ятниц я ю і",
    "субот а у и і",
    "неділ я ю і",
    "понедельник - а",
    "вторник - а",
    "сред а у ы",
    "четверг - а",
    "пятниц а у ы",
    "суббот а у ы",
    "воскресень е я",
    "poniedział ek ku",
    "wtor ek ku",
    "środ a ę y",
    "czwart ek ku",
    "piąt ek ku",
    "sobot a ę y",
    "niedziel a ę i",
) | _words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag пн вт ср чт пт сб нд
""")
_YEAR = _words("року рік році р рр роки років году год года г гг roku rok r year years jahr jahre jahres")
_NEAR = _words("сьогодні вчора today yesterday heute gestern dziś dzisiaj wczoraj сегодня вчера")
#: What leads into a date or joins its parts.
_JOINTS = _words("""
    у в о об з із від на до по та і й з c с во и the on at in of from to and by um am im den der vom bis seit und
    w we o od do dnia i godz год час hour uhr ч pm a p m est edt cest cet eet eest gmt utc bst msk et pt ago
    початок середина кінець наприкінці восени влітку взимку навесні
""")
_STAMPS = _words("""
    оновлено опубліковано опублікована публікації публікація створено дата додано час останнє оновлення востаннє змінено
    обновлено опубликовано публикации создано изменено последнее обновление
    updated published posted last modified date created first publication aktualisiert veröffentlicht stand erstellt datum zuletzt
    opublikowano zaktualizowano aktualizacja data publikacji dodano utworzono ostatnia
""")
_MARKS = frozenset(",.·•|/()—–-−:;")
_DASHES = frozenset("—–-−")
#: What parts the date of a timeline's entry from what happened then.
AFTER = _DASHES | {":"}


class _Token(NamedTuple):
    form: str
    start: int
    end: int
    text: str


class Prefix(NamedTuple):
    """How a text begins: ``day`` with a day, ``year`` with a year alone, ``time`` with a time of day; ``mark`` is what follows it."""

    form: str
    end: int
    mark: str


def _tokens(words: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(words):
        text = found[0].casefold().replace("’", "'").replace("ʼ", "'")
        yield _Token(_form(found.lastgroup or "", text), found.start(), found.end(), text)


def _form(group: str, text: str) -> str:
    if group == "number":
        digits = int("".join(filter(str.isdigit, text)))
        return "day" if 1 <= digits <= 31 else "year" if 1000 <= digits < 2200 else ""
    if group == "word":
        for form, known in (("month", _MONTHS), ("short", _SHORT_MONTHS), ("weekday", _WEEKDAYS), ("years", _YEAR), ("near", _NEAR)):
            if text in known:
                return form
        return "joint" if text in _JOINTS else "stamp" if text in _STAMPS else ""
    return group if group != "mark" or text in _MARKS else ""


def whole(words: str) -> bool:
    """Tell whether ``words`` are a date, with a time or not, and nothing else: «Оновлено: 24 листопада 2026, 10:15»."""
    if len(words) > LONGEST or not _DIGIT.search(words):
        return False
    forms = set()
    for token in _tokens(words):
        if not token.form:
            return False
        forms.add(token.form)
    month = {"month", "short"} & forms and {"day", "year"} & forms
    return bool("date" in forms or month or ({"near", "stamp"} & forms and "time" in forms))


def single(words: str) -> bool:
    """Tell whether ``words`` are one date and nothing else: no range («з 20 по 22 грудня»), and no item of a list that goes on («…;»)."""
    if words.rstrip().endswith((";", ",")) or not whole(words):
        return False
    forms = [token.form for token in _tokens(words)]
    return all(sum(form in alike for form in forms) <= 1 for alike in (("date",), ("day",), ("month", "short")))


def stamped(words: str) -> bool:
    """Tell whether a date says what happened to the article then, or at what time: «Оновлено: 24 листопада», «24 листопада, 10:15»."""
    return any(token.form in ("stamp", "time") for token in _tokens(words[:LONGEST]))


def prefix(words: str) -> Prefix | None:
    """Return the date that ``words`` begin with and go on after: «24 лютого — …», «У березні 2014-го …»; None without one."""
    if not _DIGIT.search(words, 0, LONGEST):
        return None
    forms: list[str] = []
    end, mark = 0, ""
    for token in _tokens(words[:LONGEST]):
        if token.form in ("", "stamp", "near") or (token.form == "mark" and not forms):
            break
        if token.form == "mark":
            mark = token.text
            if mark in ":;()|" or (mark in _DASHES and _apart(words, token)):
                break
            continue
        forms.append(token.form)
        if token.form != "joint":
            end, mark = token.end, ""
    form = _said(forms, mark)
    return Prefix(form, end, mark) if form and any(map(str.isalpha, words[end : end + LONGEST])) else None


def _apart(words: str, token: _Token) -> bool:
    """Tell whether a dash stands between spaces: within a range of days there are none, or a number follows."""
    spaced = words[token.start - 1 : token.start].isspace() and words[token.end : token.end + 1].isspace()
    return spaced and not words[token.end : token.end + 3].strip()[:1].isdigit()


def _said(forms: list[str], mark: str) -> str:
    known = set(forms)
    if "date" in known or ({"month", "short"} & known and "day" in known) or ("month" in known and "year" in known):
        return "day"
    if "year" in known and ("years" in known or mark == ":" or mark in _DASHES):
        return "year"
    return "time" if "time" in known and mark in _DASHES and mark else ""
