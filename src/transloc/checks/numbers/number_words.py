"""What number words mean, in the languages that we know: enough to recognise «два» as 2, not a grammar of numerals."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from transloc.checks.text.later import later
from transloc.checks.text.remembered import Remembered

#: Words that follow a number and stand for a power of ten; abbreviations of five languages.
SCALES = {
    word: power
    for power, words in {
        2: "сот сотні сотень hundred hundreds",
        3: "тис тисяча тисячі тисяч тисячами k thousand thousands tys tysiąc tysiące tysięcy tausend tsd тысяч тысячи тысяча",
        6: """млн мільйон мільйона мільйони мільйонів мільйонами m mn million millions milion miliona miliony milionów mln mio
            millionen миллион миллиона миллионов""",
        9: """млрд мільярд мільярда мільярди мільярдів bn billion billions miliard miliarda miliardy miliardów mld milliarde
            milliarden mrd миллиард миллиарда миллиардов""",
        12: "трлн трильйон трильйона трильйони трильйонів tn trillion trillions bilion biliona biliony bln billionen",
    }.items()
    for word in words.split()
}

# Language → stems by value. A stem matches at a word's start; "=" asks for the whole word.
_STEMS: dict[str, str] = {
    "uk": """
        0 нул | 1 один один- одн перш раз= єдин | 2 дв двоє обид друг вдруге пара= пари= пару= удвіч |
        3 три= трьо троє трет утр тричі трир тридн | 4 чотир четвер | 5 п'ят | 6 шіст шест | 7 сім= семи= сьом сімо семер |
        8 вісім вось | 9 дев'ят | 10 десят | 11 одинадцят | 12 дванадцят дюжин | 13 тринадцят | 14 чотирнадцят | 15 п'ятнадцят |
        16 шістнадцят | 17 сімнадцят | 18 вісімнадцят | 19 дев'ятнадцят | 20 двадцят | 30 тридцят | 40 сорок | 50 п'ятдесят |
        60 шістдесят | 70 сімдесят | 80 вісімдесят | 90 дев'яност | 100 сто= ста= сот= сотн столітт | 200 двіст двохсот |
        300 триста трьохсот | 400 чотириста | 500 п'ятсот | 600 шістсот | 1000 тисяч | 1000000 мільйон млн | 1000000000 мільярд |
        0.5 половин пів= | 1.5 півтор
    """,
    "ru": """
        0 нол нул | 1 один одн перв раз= | 2 дв втор оба обе | 3 три= трех трёх трем трое трет | 4 четыр четвер | 5 пят | 6 шест |
        7 семь= семи= седьм | 8 восем восьм | 9 девят | 10 десят | 11 одиннадцат | 12 двенадцат дюжин | 13 тринадцат | 14 четырнадцат |
        15 пятнадцат | 16 шестнадцат | 17 семнадцат | 18 восемнадцат | 19 девятнадцат | 20 двадцат | 30 тридцат | 40 сорок |
        50 пятьдесят | 60 шестьдесят | 70 семьдесят | 80 восемьдесят | 90 девяност | 100 сто= ста= сотн | 1000 тысяч | 1000000 миллион |
        1000000000 миллиард | 0.5 половин | 1.5 полтор
    """,
    "en": """
        0 zero= nil= | 1 one= ones= first= once= single= | 2 two= twos= second= twice= double= doubl pair= couple= both= seconds= |
        3 three third triple= thrice= | 4 four= fours= fourth= quarter= | 5 five= fifth= | 6 six= sixth= | 7 seven= seventh= |
        8 eight= eighth= | 9 nine= ninth= | 10 ten= tenth= tens= | 11 eleven | 12 twelve= twelfth= dozen | 13 thirteen | 14 fourteen |
        15 fifteen | 16 sixteen | 17 seventeen | 18 eighteen | 19 nineteen | 20 twent | 30 thirt | 40 fort | 50 fift | 60 sixt |
        70 sevent | 80 eight | 90 ninet | 100 hundred centur | 1000 thousand | 1000000 million | 1000000000 billion | 0.5 half |
        1.5 one-and-a-half=
    """,
    "pl": """
        0 zer | 1 jed pierwsz raz= | 2 dw dru oba obie | 3 trzy= trzec trzech trzem trój | 4 czter czwart | 5 pięć= pięciu= pięcio piąt |
        6 sześć= sześciu= szóst | 7 siedem= siedmi siódm | 8 osiem= ośmi ósm | 9 dziewięć= dziewięciu= dziewiąt |
        10 dziesięć= dziesięciu dziesiąt | 11 jedenaś jedenast | 12 dwanaś dwunast tuzin | 13 trzynaś trzynast | 14 czternaś czternast |
        15 piętnaś piętnast | 16 szesnaś szesnast | 17 siedemnaś siedemnast | 18 osiemnaś osiemnast | 19 dziewiętnaś dziewiętnast |
        20 dwadzieśc dwudziest | 30 trzydzieśc trzydziest | 40 czterdzieśc czterdziest | 50 pięćdziesiąt pięćdziesięci |
        60 sześćdziesi | 70 siedemdziesi | 80 osiemdziesi | 90 dziewięćdziesi | 100 sto= stu= set= setk stuleci | 200 dwieśc dwust |
        1000 tysiąc tysięc | 1000000 milion | 1000000000 miliard | 0.5 połow pół= | 1.5 półtor
    """,
    "de": """
        0 null | 1 eins= einmal= einzig erst | 2 zwei zweit beid doppel | 3 drei= dritt drei | 4 vier | 5 fünf | 6 sechs | 7 sieb | 8 acht |
        9 neun | 10 zehn | 11 elf | 12 zwölf dutzend | 13 dreizehn | 14 vierzehn | 15 fünfzehn | 16 sechzehn | 17 siebzehn | 18 achtzehn |
        19 neunzehn | 20 zwanzig | 30 dreißig | 40 vierzig | 50 fünfzig | 60 sechzig | 70 siebzig | 80 achtzig | 90 neunzig |
        100 hundert jahrhundert | 1000 tausend | 1000000 million | 1000000000 milliard | 0.5 halb hälft | 1.5 anderthalb eineinhalb
    """,
}
_LETTERS = later(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


@cache
def _table(language: str) -> tuple[re.Pattern[str], tuple[float, ...]] | None:
    """Return a pattern whose n-th group means the n-th value; longer stems are tried first."""
    if language not in _STEMS:
        return None
    stems = [(float(value), stem) for line in _STEMS[language].split("|") for value, *row in [line.split()] for stem in row]
    stems.sort(key=lambda pair: -len(pair[1]))
    groups = (f"({re.escape(stem[:-1])}(?!\\w))" if stem.endswith("=") else f"({re.escape(stem)})" for _, stem in stems)
    return re.compile("|".join(groups)), tuple(value for value, _ in stems)


def known(language: str) -> bool:
    """Tell whether the number words of ``language`` are known here."""
    return language in _STEMS


@lru_cache(maxsize=16_384)
def value_of(word: str, language: str) -> float | None:
    """Return what a single word in lower case means as a number, or None."""
    table = _table(language)
    found = table[0].match(word) if table else None
    return table[1][found.lastindex - 1] if table and found and found.lastindex else None


@cache
def _values(language: str) -> Remembered[float | None]:
    return Remembered(lambda word: value_of(word.lower().replace("’", "'").replace("ʼ", "'"), language))


def word_values(prose: str, language: str) -> set[str]:
    """Return the values of number words and of their neighbours joined («двадцять п'ять» is 20, 5 and 25), as figures write them."""
    if language not in _STEMS:
        return set()
    found = {value for run in _runs(prose, language) for value in (*run, _joined(run))}
    return {f"{value:.10g}" if value < 1e9 else f"{value:.0f}" for value in found}


def _runs(prose: str, language: str) -> Iterator[list[float]]:
    """Yield the values of number words that stand beside each other."""
    run: list[float] = []
    end, values = -9, _values(language)
    for word in _LETTERS.finditer(prose):
        value = values[word[0]]
        if value is None:
            continue
        if run and prose[end : word.start()].strip(" -\u00a0") not in ("", "and"):
            yield run
            run = []
        run.append(value)
        end = word.end()
    if run:
        yield run


def _joined(run: list[float]) -> float:
    total, part = 0.0, 0.0
    for value in run:
        if value >= 1000:
            total, part = total + (part or 1) * value, 0.0
        elif value == 100 and 0 < part < 100:
            part *= value
        else:
            part += value
    return total + part
