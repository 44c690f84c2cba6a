"""Names in a text: words with a capital that the start of a sentence does not give them, and their counterparts on the other side."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from transloc.checks.pair import Side, Word
from transloc.checks.text.later import later
from transloc.checks.text.possessive import without_possessive
from transloc.checks.text.traits import trait, words_in
from transloc.glossary.families import called
from transloc.glossary.stems import stems

#: Languages that write a capital in names alone: English gives one to titles, days and peoples, German to every noun.
CAPITALS_TELL = frozenset({"uk", "ru", "be", "bg", "mk", "sr", "pl", "cs", "sk"})
NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
#: What may stand between a word and the space before a name beside letters and digits; a stress mark belongs to its letter.
_BETWEEN = frozenset(",&%‰°") | {"\u0300", "\u0301"}
_CLOSING = "»”“’›\"'"
#: What joins two words without a space: «Київ–Львів».
_JOINING = frozenset("-–—/+&")
#: What numbers an item of a list: 1), а), (2).
_NUMBERING = later(r"(?:\A|\s)\(?(?:\d{1,3}|[^\W\d_])\)\Z")
_LOOK_BACK = 12
_SPACE = (" ", "\u00a0")
_SHORTEST = 4
_MOST = 0.8
#: Words that headlines in title case leave small, or write with a capital that a sentence never gives them.
_SMALL = """
    about above across after against along amid among and are around before behind below beneath beside between beyond but despite down
    during for from inside into like near nor not off onto out outside over past per since than that the through throughout till toward
    towards under until upon versus via when while with within without yet
"""
_LEFT_SMALL = frozenset(_SMALL.split())
#: Small words within names: "Ursula von der Leyen".
_PARTICLES = frozenset({"bin", "del", "den", "der", "dos", "ibn", "ter", "van", "von"})
#: A point that ends a sentence, and no abbreviation.
_ENDS = later(r"(?<!\.\w)(?<!\b(?:Inc|Ltd))(?<!\b(?:Jr|Sr|Co|St|vs))(?<!\bCorp)\.[»”’\"')]*\Z|\?[»”’\"')]*\Z")


#: What names of institutions, days and regions are made of: they are translated by their meaning.
_COMMON = r"""
    агентств академ арм асоціац банк берег бог бюро біблі велик величн високост всесвіт вулиц війн гор[аиіу] господ груп декларац день
    департамент дня дні договор дом[уі] дім закон заток заход захід збірн земл клуб коаліц команд компан коміс комітет конвенц конгрес
    консорц конституц коран корол король королівств корпорац куб[ко] леді ліг[аиу] ліз мор[еія] муз[еї] міністерств міс містер місяц
    област озер океан округ олімпіад організац орден остров острів палат влад газет націй націон федеральн лікарн поліці прокуратур пан
    пап парк парламент парт план площ президент прем премі програм проект проспект проєкт південь півдн півноч північ рад[аиіу] район
    революц республік реформ рок рух різдв рік ріка ріхтер річ свят сенат сер\b сил[аи] служб собор сонц союз співдружн спілк стратег суд
    сход схід тві театр тиж угод узбереж університет управлін уряд фаренгейт федерац фейсбук флот фонд фронт хрест цельс центр церкв
    чемпіонат школ штаб штат ютуб ігор ігр інститут інтернет

    agencj akademi bank biur bog boż bóg celsj centrum departament dni dom dzień federacj front fundacj gór igrzysk instytut internet izb
    jezior klub komisj komite kongres konstytucj kości krzyż król królestw księżyc lig ministerstw mistrzostw morz muze nagrod naro ocean
    olimpi order organiz organizacj pan[aiu]?\b pani papież park parlament parti plac połud premier prezydent puchar półn rad[ayzęą]
    republik rewolucj rok ruch rzek rząd senat stan stowarzysz szkoł sąd słońc służb teatr traktat trybuna twitter układ ulic uni[aięą]
    uniwersytet urz ustaw wielkan wojn wsch wspólnot wysp zach zatok zgromadz ziemi zjednocz świę

    (?:mon|tues|wednes|thurs|fri|satur|sun)day academ act agenc agreement and\b april area army association attorney august autumn avenue
    award bay bill black blue bureau but\b captain cathedral cent[re] chair championship chief christmas church club coalition coast
    college colonel commission committee compan congress conservativ consortium constitution corporation council count court cross cup day
    decem democrat department deputy director district doctor dr\b earth east easter facebook februar federal federation for\b force
    foreign foundation fund game general god government governor grand great green group gulf high holiday house how industr institut
    international island januar judge july june justice king kingdom labour lady lake law league liberal lord march may\b mayor minister
    ministr miss moon mount movement mr\b mrs ms\b museum nation national navy new north novem octob office officer old olympi
    organi[sz]ation parliament party pope president prime prize professor queen red region republic republican revolution river road royal
    saint school sea\b secretar senior septem sergeant service sir south spring square state street summer sun supreme team that the\b
    theat there these they this tor[yi] treat union universit valley war\b west what white who why winter year yes
"""
#: Endings of adjectives, which belong to what follows in small letters («Верховний суд»); surnames in -ськ- and -ов- are none.
_ADJECTIVE = {
    "uk": later(r"\w{2,}(?<![сц]ьк)(?:ий|ого|ому|им|ої|[ншч]ою|[ншч]ій|[нш][аяі]|ую|их|ими)\Z|\w{2,}[сц]ьк(?:[аеіуо]|ої|ій|ою|их|ими)\Z"),
    "pl": later(r"\w{2,}(?:ego|emu|[nw]ym|nej|ną|nych|nymi|n[ya])\Z|naj\w+sz\w{1,3}\Z"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """Capitalised words in a row, without one that begins a sentence, whose capital says nothing."""

    words: tuple[Word, ...]

    @property
    def last(self) -> Word:
        """The word that tells most: of a person the surname."""
        for word in reversed(self.words):
            if len(word[0]) >= _SHORTEST:
                return word
        return self.words[-1]


def _capital(word: str, _: str = "") -> bool:
    return word[0].isupper() and not word[1:2].isupper()


@lru_cache(maxsize=16_384)
def institution(word: str) -> bool:
    """Tell whether a word is one of those that names of institutions, days and regions are made of."""
    low = word.lower()
    return _institutions(low[:1]).match(low) is not None


@cache
def _institutions(letter: str) -> re.Pattern[str]:
    """Return what matches such words that begin with ``letter``: a few of many, which each word with a capital is looked up in."""
    stems = [stem for stem in _COMMON.split() if stem.startswith((letter, "("))] or ["(?!)"]
    return re.compile(rf"(?:{'|'.join(stems)})\w{{0,5}}\Z")


@lru_cache(maxsize=16_384)
def heard(word: str) -> bool:
    """Tell whether a word may be a name that keeps its sound in another language."""
    plain = without_possessive(word)
    return len(plain) >= _SHORTEST and plain.isalpha() and not institution(plain)


def may_name(word: str, _: str = "") -> bool:
    """Tell whether a word may be a name, a sentence's first word or a first name among others."""
    return len(word) >= _SHORTEST and _capital(word) and not institution(word)


#: Words with a capital, abbreviations («НАТО») apart.
CAPITAL = trait(capital=True, tells=_capital)


@lru_cache(maxsize=128)
def find(side: Side) -> tuple[Name, ...]:
    """Return the runs of capitalised words in a text, in order; abbreviations («НАТО») are left out."""
    return tuple(Name(run) for run in _runs(side) if run)


def _runs(side: Side) -> Iterator[tuple[Word, ...]]:
    if side.language == "en" and _title_case(side):
        return
    run: list[Word] = []
    for word in side.having(CAPITAL):
        if run and side.prose[run[-1].end : word.start] not in _SPACE:
            yield _inside(side, run)
            run = []
        run.append(word)
    if run:
        yield _inside(side, run)


def _title_case(side: Side) -> bool:
    """Tell whether a headline has capitals on most of its words, by those that are no articles and prepositions.

    A sentence rich in names has them too, but no headline leaves a longer word small, and sentences give no capital to prepositions.
    """
    longer = [word[0].isupper() for word in side.spelt if len(word) >= _SHORTEST]
    if len(longer) <= _SHORTEST or sum(longer) <= len(longer) * _MOST:
        return False
    small = {word for word in side.spelt if len(word) > 2 and word.islower()} - _LEFT_SMALL - _PARTICLES
    if any(len(word) >= _SHORTEST for word in small):
        return False
    if any(word.text.lower() in _LEFT_SMALL and not _opens(_before(side, word)) for word in side.having(CAPITAL)):
        return True
    return not small and not _ENDS.search(side.prose.rstrip())


def _inside(side: Side, run: list[Word]) -> tuple[Word, ...]:
    return tuple(run[_opens(_before(side, run[0])) :])


def _before(side: Side, word: Word) -> str:
    return side.prose[max(0, word.start - _LOOK_BACK) : word.start]


def _opens(before: str) -> bool:
    """Tell whether a word that stands right behind ``before`` opens something, so that its capital says nothing."""
    ended = before.rstrip()
    if len(ended) < len(before):
        return not _goes_before(ended)
    return not before or not (before[-1].isalnum() or (before[-1] in _JOINING and before[-2:-1].isalnum()))


def _goes_before(text: str) -> bool:
    """Tell whether the sentence goes on behind ``text`` and a space: after a letter, a digit, a comma, in quotation marks or brackets too.

    All else begins something: a point, a dash, a symbol, the number of an item.
    """
    last = text[-1:]
    if last.isalpha():
        return True
    if last in _CLOSING:
        text = text.rstrip(_CLOSING)
        last = text[-1:]
    return last.isalpha() or last.isdecimal() or last in _BETWEEN or (last == ")" and not _NUMBERING.search(text))


def telling(side: Side) -> list[str]:
    """Return the words that may be the last ones of names, told by their neighbours alone: a few too many, and soon found."""
    if not side.traits & CAPITAL:
        return []
    prose = side.prose.replace("\u00a0", " ")
    if "  " in prose or not prose.isprintable():  # neighbours may be no neighbours
        return [word for word in side.spelt_having(CAPITAL) if heard(word)]
    found: list[str] = []
    last, row, held = -2, 0, ""  # the number of the last one, how many stand in a row, and the name that the next one may go on with
    for number, token in side.numbered_having(CAPITAL):
        before = side.tokens[number - 1] if number else ""
        follows = number == last + 1
        if held and not (follows and _goes_on(before, token)) and (row > 1 or not _adjective(held, side.language)):
            found.append(held)
        last, row, held = number, row + 1 if follows else 1, ""
        words = words_in(token)
        if len(words) > 1 or (row > 1 and not token.isalpha()):
            found += words
        elif not _begins(token, before):
            held = words[0]
    if held and (row > 1 or not _adjective(held, side.language)):
        found.append(held)
    return [word for word in found if heard(word)]


def _begins(token: str, before: str) -> bool:
    """Tell whether a word that opens ``token`` begins a sentence."""
    return token[0].isupper() and not _goes_before(before)


def _goes_on(before: str, token: str) -> bool:
    """Tell whether a name goes on from ``before`` to ``token``, and tells more there."""
    return before.isalpha() and token[0].isupper() and len(words_in(token)[0]) >= _SHORTEST


def judged(name: Name, tongue: str) -> bool:
    """Tell whether the name is one that keeps its sound in another language: of a person or a place, not of an institution."""
    last = name.last.text
    if not heard(last) or institution(name.words[-1].text):
        return False
    return not _adjective(last, tongue) or (len(name.words) > 1 and not institution(name.words[0].text))


@lru_cache(maxsize=16_384)
def _adjective(word: str, tongue: str) -> bool:
    return tongue in _ADJECTIVE and _ADJECTIVE[tongue].match(without_possessive(word).lower()) is not None


@lru_cache(maxsize=128)
def candidates(side: Side) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a text that may answer a name, with a capital and without; parts of hyphenated ones too."""
    parts = (part for word in side.spelt for part in ((word, *word.split("-")) if "-" in word else (word,)))
    words = dict.fromkeys(part for part in parts if len(part) > 2)
    return tuple(word for word in words if word[0].isupper()), tuple(word for word in words if word[0].islower())


@cache
def _places(tongue: str) -> Mapping[str, frozenset[str]]:
    """Return, by what stays of a word without its ending, the places that it may name or belong to."""
    found: dict[str, set[str]] = {}
    for place, words in called(tongue).items():
        for word in words:
            for stem in (word.casefold(), *stems(word, tongue)):
                found.setdefault(stem, set()).add(place)
    return {stem: frozenset(places) for stem, places in found.items()}


@lru_cache(maxsize=16384)
def places(word: str, tongue: str) -> frozenset[str]:
    """Return the keys of the places that a word in some form may name, as the table of families has them."""
    table = _places(tongue)
    return frozenset(place for stem in (word.casefold(), *stems(word, tongue)) for place in table.get(stem, ()))
