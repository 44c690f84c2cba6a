"""The endings of Ukrainian nouns, after the orthography of 2019.

A table is a gender and the endings of the singular and of the plural: nominative, genitive, dative, accusative, instrumental, locative,
vocative, with ``|`` between several of one case. ``-`` is the word itself, in the plural the bare stem; ``=`` is the instrumental of the
third declension; before ``і*`` and ``е*`` the consonant changes («рука — руці», «козак — козаче»).
"""

from collections.abc import Mapping
from typing import NamedTuple


class Table(NamedTuple):
    """The endings of a declension."""

    gender: str
    singular: str
    plural: str


TABLES: Mapping[str, Table] = {
    "fem-hard": Table("f", "а и і* у ою і* о", "и - ам и|- ами ах и"),
    "fem-mixed": Table("f", "а і і у ею і е", "і - ам і|- ами ах і"),
    "fem-soft": Table("f", "я і і ю ею і е|ю", "і - ям і|- ями ях і"),
    "fem-iotated": Table("f", "я ї ї ю єю ї є", "ї - ям ї|- ями ях ї"),
    "fem-third": Table("f", "- і і - = і е", "і ей ям і|ей ями ях і"),
    "fem-third-т": Table("f", "- і|и і - = і е", "і ей ям і|ей ями ях і"),
    "fem-third-hushing": Table("f", "- і і - = і е", "і ей ам і|ей ами ах і"),
    "masc-hard": Table("m", "- а|у у|ові -|а ом і*|у|ові е*|у", "и ів ам и|ів ами ах и"),
    "masc-mixed": Table("m", "- а|у у|еві -|а ем і|у|еві е|у", "і ів ам і|ів ами ах і"),
    "masc-soft": Table("m", "- я|ю ю|еві -|я ем і|ю|еві ю", "і ів ям і|ів ями ях і"),
    "masc-iotated": Table("m", "- я|ю ю|єві -|я єм ї|ю|єві ю|є", "ї їв ям ї|їв ями ях ї"),
    "masc-ин": Table("m", "ин ина ину|инові ина ином ині|инові ине", "и - ам - ами ах и"),
    "masc-о": Table("m", "о а у|ові а|о ом і*|у|ові е*|о", "и ів ам и|ів ами ах и"),
    "neut-о": Table("n", "о а у о ом і*|у о", "а - ам а ами ах а"),
    "neut-е": Table("n", "е а у е ем і|у е", "а - ам а ами ах а"),
    "neut-е-soft": Table("n", "е я ю е ем і|ю е", "я -|ів ям я ями ях я"),
    "neut-я": Table("n", "я я ю я ям і|ю я", "я - ям я ями ях я"),
    "neut-тя": Table("n", "я я ю я ям і|ю я", "я -|ів ям я ями ях я"),
    "neut-я-iotated": Table("n", "я я ю я ям ї|ю я", "я їв ям я ями ях я"),
    "neut-м'я": Table("n", "'я 'я|ені ені 'я 'ям|енем ені 'я", "ена ен енам ена енами енах ена"),
    "neut-а-т": Table("n", "а ати аті а ам аті а", "ата ат атам ат|ата атами атах ата"),
    "neut-я-т": Table("n", "я яти яті я ям яті я", "ята ят ятам ят|ята ятами ятах ята"),
    "людина": Table("f", "", "и ей ям ей ьми ях и"),
    "друг": Table("m", "", "і ів ям ів ями ях і"),
    "очі": Table("n", "", "і ей ам і|ей има ах і"),
    "двері": Table("p", "", "і ей ям і има ях і"),
    "дівчата": Table("f", "", "ата ат атам ат атами атах ата"),
    "мати": Table("f", "- ері ері ір ір'ю ері -", "ері ерів ерям ерів ерями ерях ері"),
}

#: Words whose stem or plural follows no rule → tables, each with the stem that it stands behind.
IRREGULAR: Mapping[str, tuple[tuple[str, str], ...]] = {
    "людина": (("людина", "люд"),),
    "дитина": (("людина", "діт"),),
    "друг": (("друг", "друз"), ("masc-hard", "друг")),
    "око": (("очі", "оч"),),
    "двері": (("двері", "двер"),),
    "гроші": (("очі", "грош"),),
    "сани": (("двері", "сан"),),
    "дівчина": (("дівчата", "дівч"),),
    "мати": (("мати", "мат"),),
    "тиждень": (("masc-soft", "тижн"),),
}
