"""What number words mean, in the languages that we know: enough to recognise «два» as 2, not a grammar of numerals."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from transloc.checks.text.later import later
from transloc.checks.text.remembered import Remembered


def _derived() -> Iterator[tuple[str, int]]:
    """Yield what is derived from thousands and more, in every form, with its power of ten: «20-тисячна», «8-тисячник», „20-tysięczny“."""
    forms = {
        "ий а е ого ої ому ій у им ою ім і их ими": {3: "тисячн", 6: "мільйонн", 9: "мільярдн"},
        "ый ая ое ого ой ому ую ым ою ом ые ых ыми": {3: "тысячн", 6: "миллионн", 9: "миллиардн"},
        " а у ові ом і и ів ам ами ах": {3: "тисячник"},
        "y a e i ego ej emu ą ym ych ymi": {3: "tysięczn", 6: "milionow", 9: "miliardow"},
    }
    for endings, stems in forms.items():
        yield from ((stem + ending, power) for power, stem in stems.items() for ending in endings.split(" "))


#: Words that follow a number and stand for a power of ten; abbreviations of five languages.
SCALES = dict(_derived()) | {
    word: power
    for power, words in {
        2: "сот сотні сотень hundred hundreds",
        3: """тис тисяча тисячі тисяч тисячу тисячею тисячам тисячами тисячах k thousand thousands tys tysiąc tysiące tysięcy tysiąca
            tysiącom tysiącami tysiącach tausend tsd тысяч тысячи тысяча тысячу тысячам тысячами тысячах""",
        6: """млн мільйон мільйона мільйони мільйонів мільйону мільйоном мільйонам мільйонами мільйонах m mn million millions milion
            miliona miliony milionów milionowi milionem milionom milionami milionach mln mio millionen миллион миллиона миллионы
            миллионов миллионам миллионами миллионах""",
        9: """млрд мільярд мільярда мільярди мільярдів мільярду мільярдом мільярдам мільярдами мільярдах bn billion billions miliard
            miliarda miliardy miliardów miliardem miliardom miliardami miliardach mld milliarde milliarden mrd миллиард миллиарда
            миллиарды миллиардов миллиардам миллиардами миллиардах""",
        12: """трлн трильйон трильйона трильйони трильйонів трильйонам трильйонами трильйонах tn trillion trillions bilion biliona
            biliony bilionów bln billionen""",
    }.items()
    for word in words.split()
}

# Language → stems by value; of two values, “quarter”, the second is read from the word alone. A stem matches at a word's start.
# "=" asks for the whole word, "+" for a noun that is counted or another number behind it, "*" before a stem for what multiplies the number
# before it («два десятки»), "^" for «в», «у» that may stand before it («втричі»). What is in the row "-" is no number.
_STEMS: dict[str, str] = {
    "uk": """
        0 нул | 1 один один- одн перш раз= єдин | 2 дв двоє обид друг ^двіч ^двоє ^двох вдруге пара= пари= пару= |
        3 три= три+ трьо ^трьох троє ^троє трет ^трет ^трич | 4 чотир ^чотирьох четвер ^четвер | 5 п'ят ^п'ятер | 6 шіст шест шост ^шестер |
        7 сім= сім+ семи= семи+ сьом сімо семер ^семер | 8 вісім вось ^восьмер | 9 дев'ят ^дев'ятер | 10 десят ^десятер *десятк= *десятки=
        *десятків= *десятка= *десяткам *десяткі *десятил *десятир | 11 одинадцят | 12 дванадцят *дюжин | 13 тринадцят |
        14 чотирнадцят | 15 п'ятнадцят | 16 шістнадцят | 17 сімнадцят | 18 вісімнадцят | 19 дев'ятнадцят | 20 двадцят | 30 тридцят |
        40 сорок | 50 п'ятдесят | 60 шістдесят | 70 сімдесят | 80 вісімдесят | 90 дев'яност | 100 сто= сто+ ста= сот= *сотн столітт |
        200 двіст | 300 триста | 400 чотириста | 1000 тисяч | 1000000 мільйон млн | 1000000000 мільярд | 1000000000000 трильйон |
        0.25/4 чверт | 0.5 половин пів= пів+ | 1.5 півтор | - півден півдн
    """,
    "ru": """
        0 нол нул | 1 один одн перв раз= | 2 дв втор оба обе ^дво | 3 три= три+ трех трёх трем трое ^трое трет | 4 четыр четвер
        ^четвер | 5 пят ^пятер | 6 шест | 7 семь= семь+ семи= семи+ седьм | 8 восем восьм | 9 девят | 10 десят ^десятер *десятк= *десятки=
        *десятков= *десятка= *десяткам *десятил | 11 одиннадцат | 12 двенадцат *дюжин | 13 тринадцат | 14 четырнадцат | 15 пятнадцат |
        16 шестнадцат | 17 семнадцат | 18 восемнадцат | 19 девятнадцат | 20 двадцат | 30 тридцат | 40 сорок | 50 пятьдесят пятидесят |
        60 шестьдесят шестидесят | 70 семьдесят семидесят | 80 восемьдесят восьмидесят | 90 девяност |
        100 сто= сто+ ста= *сотн столет | 200 двест двухсот | 300 триста | 400 четыреста | 1000 тысяч | 1000000 миллион |
        1000000000 миллиард | 1000000000000 триллион | 0.25/4 четверть= четверти= | 0.5 половин пол+ | 1.5 полтор
    """,
    "en": """
        0 zero= nil= | 1 one= ones= first= once= single= | 2 two= twos= second= twice= double= doubl pair= couple= both= seconds= |
        3 three third tripl thrice= | 4 four= fours= fourth= quadrupl | 5 five= fifth= quintupl | 6 six= sixth= | 7 seven= seventh= |
        8 eight= eighth= | 9 nine= ninth= | 10 ten= tenth= tens= *decade= *decades= | 11 eleven | 12 twelve= twelfth= *dozen | 13 thirteen |
        14 fourteen *fortnight | 15 fifteen | 16 sixteen | 17 seventeen | 18 eighteen | 19 nineteen | 20 twent | 30 thirt |
        40 forty= fortie | 50 fift | 60 sixt | 70 sevent | 80 eighty= eightie | 90 ninet | 100 hundred centur centenar | 1000 thousand |
        1000000 million | 1000000000 billion | 1000000000000 trillion | 0.25/4 quarter= quarters= | 0.5 half | 0.5/2 halv |
        1.5 one-and-a-half=
    """,
    "pl": """
        0 zer | 1 jed pierwsz raz= | 2 dw dru oba obie | 3 trzy= trzy+ trzec trzech trzem trój | 4 czter czwart |
        5 pięć= pięć+ pięciu= pięciu+ pięcio piąt | 6 sześć= sześć+ sześciu= sześciu+ sześcio szóst | 7 siedem= siedem+ siedmi siódm |
        8 osiem= osiem+ ośmi ósm | 9 dziewięć= dziewięć+ dziewięciu= dziewięciu+ dziewięcio dziewiąt |
        10 dziesięć= dziesięć+ dziesięciu dziesięcio dziesiąt *dekad *dziesięciolec | 11 jedenaś jedenast | 12 dwanaś dwunast *tuzin |
        13 trzynaś trzynast | 14 czternaś czternast | 15 piętnaś piętnast | 16 szesnaś szesnast | 17 siedemnaś siedemnast |
        18 osiemnaś osiemnast | 19 dziewiętnaś dziewiętnast | 20 dwadzieśc dwudziest | 30 trzydzieśc trzydziest |
        40 czterdzieśc czterdziest | 50 pięćdziesiąt pięćdziesięci | 60 sześćdziesi | 70 siedemdziesi | 80 osiemdziesi |
        90 dziewięćdziesi | 100 sto= stu= stu+ set= *setk stuleci | 200 dwieśc dwust | 1000 tysiąc tysięc | 1000000 milion |
        1000000000 miliard | 1000000000000 bilion | 0.25/4 ćwierć kwarta | 0.5 połow pół= pół+ | 1.5 półtor
    """,
    "de": """
        0 null | 1 eins= einmal= einzig erst ein+ | 2 zwei zwo= beid doppel | 3 drei= dritt drei | 4 vier | 5 fünf | 6 sechs |
        7 sieb | 8 acht | 9 neun | 10 zehn *jahrzehnt | 11 elf | 12 zwölf *dutzend | 13 dreizehn | 14 vierzehn | 15 fünfzehn | 16 sechzehn |
        17 siebzehn | 18 achtzehn | 19 neunzehn | 20 zwanzig | 30 dreißig | 40 vierzig | 50 fünfzig | 60 sechzig | 70 siebzig |
        80 achtzig | 90 neunzig | 100 hundert jahrhundert | 1000 tausend | 1000000 million | 1000000000 milliard | 1000000000000 billion |
        0.25/4 viertel | 0.5 halb hälft | 1.5 anderthalb eineinhalb
    """,
}
# Language → the letters that join the parts of a word, stems of what a number in one word with them counts, and the stems of numbers that
# may stand behind another one in the same word, by value: «двадцятичотири(річний)», „fünfundzwanzigtausend“.
_COMPOUNDS: dict[str, tuple[str, str, str]] = {
    "uk": (
        "и|а|о|ь|у|ох|ьох|ом|ьом|ома|ьма|ми",
        "річ рок літ століт ден дн добов годин хвилин секунд місяч тижн поверх кімнат метр кілометр відсот процент крат раз тонн",
        """100 сот стам стах стами= сті= ста= століт сторіч | 1000 тисяч | 1000000 мільйон | 1000000000 мільярд |
        1 одно | 2 дво | 3 три трьо | 4 чотир | 5 п'ят | 6 шест | 7 сем | 8 вось | 9 дев'ят""",
    ),
    "ru": (
        "и|а|о|ь|у|ух|ёх|ех|ум|ём|ем|умя|мя|ью|ьми",
        "лет год век ден дн днев час минут секунд месяч недел этаж комнат метр километр процент крат раз тонн",
        """100 сот стам стах стами= сти= ста= | 1000 тысяч | 1000000 миллион | 1000000000 миллиард |
        1 одно | 2 двух | 3 трех трёх | 4 четыр | 5 пят | 6 шест | 7 сем | 8 восьм | 9 девят""",
    ),
    "en": ("", "fold some", ""),
    "pl": (
        "o|u|y|i|iu|io|ch|ech|em|mi|e|ma",
        "let lec lat rocz dniow dniów dób dob godzin minut sekund miesi tygodn piętr pokoj metr kilomet procent krot raz ton wiecz",
        """100 set setn sta= stu= wiecz | 1000 tysi | 1000000 milion | 1000000000 miliard | 1 jedno | 2 dwu | 3 trzy | 4 cztero | 5 pięcio |
        6 sześcio | 7 siedmio | 8 ośmio | 9 dziewięcio""",
    ),
    "de": (
        "enund|en|und|e",
        "tägig jährig stündig minüt wöchig monat jahr stund stöckig meter kilometer prozent",
        """100 hundert jahrhundert | 1000 tausend | 1000000 million | 1000000000 milliard | 0.5 einhalb | 20 zwanzig | 30 dreißig |
        40 vierzig | 50 fünfzig | 60 sechzig | 70 siebzig | 80 achtzig | 90 neunzig | 10 zehn | 12 zwölf | 13 dreizehn |
        14 vierzehn | 15 fünfzehn | 16 sechzehn | 17 siebzehn | 18 achtzehn | 19 neunzehn |
        2 zwei | 3 drei | 4 vier | 5 fünf | 6 sechs | 7 sieb | 8 acht | 9 neun | 0.25 viertel | 10 *jahrzehnt""",
    ),
}
#: Between a number and the half that belongs to it, «два з половиною», and between a part and what it is a part of, “half a million”.
_AND_A = frozenset({"and", "and a", "з", "із", "зі", "і", "й", "та", "с", "и", "i", "und", "und ein", "und eine", "und einen"})
_OF_A = frozenset({"a", "of a", "of", "від", "от"})
_LETTERS = later(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


class _Part(NamedTuple):
    """A number inside a word; ``times`` tells that it multiplies the one before it, ``other`` is what the word may mean by itself."""

    value: float
    times: bool
    other: float | None


class _Numeral(NamedTuple):
    """The numbers inside a word, up to ``end``, and what they are together."""

    parts: tuple[_Part, ...]
    end: int
    value: float


_Table = tuple[re.Pattern[str], tuple[_Part | None, ...]]


def _compiled(rows: str, language: str, before: str = "") -> _Table:
    """Return a pattern whose n-th group means the n-th number; longer stems are tried first."""
    stems = [(stem.lstrip("*"), _part(values, stem)) for values, *row in map(str.split, rows.split("|")) for stem in row]
    stems.sort(key=lambda pair: -len(pair[0].strip("^+=")))
    return re.compile(f"(?:{before})(?:{'|'.join(_group(stem, language) for stem, _ in stems)})"), tuple(part for _, part in stems)


def _part(values: str, stem: str) -> _Part | None:
    if values == "-":
        return None
    value, _, other = values.partition("/")
    return _Part(float(value), float(value) >= 100 or stem.startswith("*"), float(other) if other else None)


def _group(stem: str, language: str) -> str:
    links, counted, numbers = _COMPOUNDS[language]
    behind = ""
    if stem.endswith("="):
        behind = r"(?!\w)" if language != "en" else r"(?:fold|some)?(?!\w)"
    elif stem.endswith("+"):
        nouns = [*counted.split(), *(word.rstrip("=") for word in numbers.split() if word.isalpha() or word.endswith("="))]
        behind = f"(?=(?:{links})?(?:{'|'.join(map(re.escape, nouns))}))"
    before = "[ву]?" if stem.startswith("^") else ""
    return f"({before}{re.escape(stem.strip('^+='))}{behind})"


@cache
def _tables(language: str) -> tuple[_Table, _Table | None]:
    links, _, numbers = _COMPOUNDS[language]
    return _compiled(_STEMS[language], language), _compiled(numbers, language, f"{links}|") if numbers else None


@lru_cache(maxsize=16_384)
def _numeral(word: str, language: str) -> _Numeral | None:
    """Return the numbers that a word in lower case begins with: 20 and 4 of «двадцятичотирирічний»."""
    (pattern, means), behind = _tables(language)
    found = pattern.match(word)
    parts: list[_Part] = []
    end = 0
    while found and found.lastindex:
        part = means[found.lastindex - 1]
        if part is None:
            return None
        parts.append(part)
        end = found.end()
        if behind is None:
            break
        pattern, means = behind
        found = pattern.match(word, end)
    return _Numeral(tuple(parts), end, _joined(parts)) if parts else None


def known(language: str) -> bool:
    """Tell whether the number words of ``language`` are known here."""
    return language in _STEMS


def value_of(word: str, language: str) -> float | None:
    """Return what a single word in lower case means as a number, or None."""
    numeral = _numeral(word, language) if language in _STEMS else None
    return numeral.value if numeral else None


@cache
def _numerals(language: str) -> Remembered[_Numeral | None]:
    return Remembered(lambda word: _numeral(word.lower().replace("’", "'").replace("ʼ", "'"), language))


def word_values(prose: str, language: str) -> set[str]:
    """Return the values of number words and of their neighbours joined («двадцять п'ять» is 20, 5 and 25), as figures write them."""
    if language not in _STEMS:
        return set()
    found = {value for run in _runs(prose, language) for value in (*run.alone(), run.value)}
    return {f"{value:.10g}" if value < 1e9 else f"{value:.0f}" for value in found}


class Run(NamedTuple):
    """Number words that stand beside each other, and where the last number in them ends: inside of «тримісячний»."""

    words: tuple[_Numeral, ...]
    start: int
    end: int

    @property
    def value(self) -> float:
        """What all of them are together."""
        return self.words[0].value if len(self.words) == 1 else _joined(part for word in self.words for part in word.parts)

    def alone(self) -> Iterator[float]:
        """Yield what each word is by itself."""
        for word in self.words:
            yield word.value
            if word.parts[0].other is not None and len(word.parts) == 1:
                yield word.parts[0].other


def with_words(value: float, between: str, run: Run) -> float | None:
    """Return what digits are together with the number words behind them, if they belong together: “2 dozen”, «2 з половиною мільйони»."""
    number = _Part(value, False, None)
    first, between = run.words[0].parts[0], between.strip(" -\u00a0")
    if (first.times and not between) or (first.value < 1 and between in _AND_A):
        return _joined((number, *(part for word in run.words for part in word.parts)))
    return None


def runs(prose: str, language: str) -> tuple[Run, ...]:
    """Return the number words of ``prose``, neighbours together; none in a language that is not known here."""
    return tuple(_runs(prose, language)) if language in _STEMS else ()


def _runs(prose: str, language: str) -> Iterator[Run]:
    words: list[_Numeral] = []
    start, stop, end, numerals = 0, 0, 0, _numerals(language)
    for word in _LETTERS.finditer(prose):
        numeral = numerals[word[0]]
        if numeral is None:
            continue
        if words and not _beside(prose[end : word.start()].strip(" -\u00a0"), words[-1].parts[-1], numeral.parts[0]):
            yield Run(tuple(words), start, stop)
            words = []
        if not words:
            start = word.start()
        words.append(numeral)
        stop, end = word.start() + numeral.end, word.end()
    if words:
        yield Run(tuple(words), start, stop)


def _beside(between: str, one: _Part, other: _Part) -> bool:
    """Tell whether two numbers are one with ``between`` between them."""
    if between in ("", "and"):
        return True
    return (other.value < 1 and between in _AND_A) or (one.value < 1 and other.times and between in _OF_A)


def _joined(parts: Iterable[_Part]) -> float:
    total, part, scale = 0.0, 0.0, 0.0
    for value, times, _ in parts:
        if value >= 1000:
            total, part, scale = total + (part or 1) * value, 0.0, value
        elif times and 0 < part < 100:
            part *= value
        elif 0 < value < 1 and scale and not part:  # “a million and a half”
            total += value * scale
        elif value == 0.25 and part == 3:  # «три чверті»
            part *= value
        else:
            part += value
    return total + part
