"""How many, in words: cardinals from two to twelve and the tens, in every form, and nothing that is also another word.

``number_words`` reads generously, so that «перший» may answer 1; here only what counts for certain is read, so that it may accuse.
"""

from typing import NamedTuple

from transloc.checks.pair import Side
from transloc.checks.text.traits import trait
from transloc.languages import language

_FORMS = {
    "uk": """2 два дві двох двом двома двоє | 3 три трьох трьом трьома троє | 4 чотири чотирьох чотирьом чотирма четверо | 5 п'ять
        п'яти п'ятьох п'ятьом п'ятьма п'ятеро | 6 шість шести шістьох шістьом шістьма шестеро | 7 сім семи сімох сімом сімома
        семеро | 8 вісім восьми вісьмох вісьмом вісьмома вісьма восьмеро | 9 дев'ять дев'яти дев'ятьох дев'ятьма дев'ятеро | 10
        десять десяти десятьох десятьма десятеро | 11 одинадцять одинадцяти | 12 дванадцять дванадцяти | 15 п'ятнадцять
        п'ятнадцяти | 20 двадцять двадцяти | 30 тридцять тридцяти | 40 сорок сорока | 50 п'ятдесят п'ятдесяти | 60 шістдесят
        шістдесяти | 100 сто ста""",
    "en": """2 two | 3 three | 4 four | 5 five | 6 six | 7 seven | 8 eight | 9 nine | 10 ten | 11 eleven | 12 twelve | 15 fifteen |
        20 twenty | 30 thirty | 40 forty | 50 fifty | 60 sixty""",
    "pl": """2 dwa dwie dwóch dwaj dwoje dwoma dwiema dwojga | 3 trzy trzech trzej troje trzema trojga | 4 cztery czterech czterej
        czworo | 5 pięć pięciu pięcioro | 6 sześć sześciu sześcioro | 7 siedem siedmiu siedmioro | 8 osiem ośmiu ośmioro | 9
        dziewięć dziewięciu | 10 dziesięć dziesięciu | 11 jedenaście jedenastu | 12 dwanaście dwunastu | 15 piętnaście piętnastu
        | 20 dwadzieścia dwudziestu | 30 trzydzieści trzydziestu | 40 czterdzieści czterdziestu | 50 pięćdziesiąt pięćdziesięciu
        | 60 sześćdziesiąt""",
    "de": """2 zwei | 3 drei | 4 vier | 5 fünf | 6 sechs | 7 sieben | 8 acht | 9 neun | 10 zehn | 11 elf | 12 zwölf | 15 fünfzehn |
        20 zwanzig | 30 dreißig | 40 vierzig | 50 fünfzig | 60 sechzig""",
}


def _written(form: str) -> set[str]:
    return {form.replace("'", apostrophe) for apostrophe in "'’ʼ"}


_VALUES = {
    language: {written: value for row in rows.split("|") for value, *forms in [row.split()] for form in forms for written in _written(form)}
    for language, rows in _FORMS.items()
}


class Count(NamedTuple):
    """A cardinal in words at an offset of the bare words; ``value`` as digits would write it."""

    text: str
    start: int
    end: int
    value: str


#: Words that count.
CARDINAL = trait(words=lambda locale: _VALUES.get(language(locale), ()))


def strangers(side: Side, other: Side) -> list[Count]:
    """Return the cardinals of ``side`` whose values ``other`` has in no writing; none where either language is not known here."""
    known = _VALUES.get(side.language)
    if not known or other.language not in _VALUES:
        return []
    same = {_VALUES[other.language][word.lower()] for word in other.spelt_having(CARDINAL)}
    words = ((word, known[word.text.lower()]) for word in side.having(CARDINAL))
    strange = [Count(*word, value) for word, value in words if value not in same and value not in other.digits]
    return [count for count in strange if count.value not in other.values]  # all number words are read only where they are needed
