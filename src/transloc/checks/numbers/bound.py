"""What a number counts or measures, in terms that two languages share: money, percent, a unit, a month, the nouns of news, a name."""

import re
from functools import lru_cache

from transloc.checks.numbers import money, ranges
from transloc.checks.numbers.figures import Figure
from transloc.checks.pair import Side
from transloc.checks.text.later import later
from transloc.languages import romanise

#: Stems of what a news desk counts; Ukrainian, English, Polish, German, Russian.
_COUNTED = {
    "percent": r"%|відсот|процент|percent|per cent|procent|prozent",
    "killed": r"загин|загибл|вбит|убит|жертв|killed|dead\b|deaths?\b|died\b|fatalit|victims?\b|zabit|zginę|ofiar|getötet|tote|opfer|погиб",
    "wounded": r"поранен|травмован|wounded|injur|rann[yae]|verletzt|verwundet|ранен",
    "children": r"діт(?:ей|и|ьми|ям)|дитин|child|dzieci|kinder|детей|дети",
    "women": r"жінок|жінк|wom[ae]n|kobiet|frau|женщин",
    "men": r"чоловік|men\b|man\b|mężczyz|männer|мужчин",
    "people": r"люд|осіб|особ(?:а|и|і|у|ою|ам|ами|ах)?\b|people\b|persons?\b|osób|osob|ludzi|mensch|personen|leute|человек",
    "soldiers": r"солдат|бійц|soldier|troops|żołnierz|soldat|бойц",
    "years": r"рок[иіу]|роком|роц|років|рік\b|річн|years?\b|lat[a]?\b|roku\b|rok\b|jahr|лет\b|год[а]?\b",
    "months": r"місяц|months?\b|miesi|monat|месяц",
    "weeks": r"тижн|тижд|weeks?\b|tygod|woche|недел",
    "days": r"дн[іяю]\b|днів|день\b|доб[иау]?\b|days?\b|dni\b|dzień|tage?n?\b|дней",
    "hours": r"годин|hours?\b|godzin|stunde|час(?:ов|а)\b",
    "minutes": r"хвилин|minut",
    "drones": r"дрон|безпілот|бпла|шахед|drone|uavs?\b|shahed|беспилот",
    "missiles": r"ракет|missile|rocket|rakiet|rakete",
    "tanks": r"танк|tanks?\b|czołg|panzer",
    "vehicles": r"авто|машин|vehicles?\b|cars?\b|samochod|fahrzeug",
    "votes": r"голос(?:ів|и|ами|у)?\b|votes?\b|głos|stimmen",
    "seats": r"мандат|seats?\b|mandat|sitze",
    "points": r"оч(?:ок|ки|ка)\b|бал(?:ів|и|а)?\b|points?\b|punkt",
    "goals": r"гол(?:ів|и|а)?\b|goals?\b|goli\b|gole\b|tore\b",
    "games": r"матч|іграх|ігор|ігри|games?\b|match|mecz|spiel",
    "regions": r"област|регіон|region|oblast|obwod|gebiet",
    "cities": r"міст(?:а|о|ах)?\b|cit(?:y|ies)\b|towns?\b|miast|städte?",
    "villages": r"сел(?:а|о|ах)?\b|сіл\b|villages?\b|wsi\b|dörfer",
    "houses": r"будин|houses?\b|homes?\b|buildings?\b|dom(?:y|ów)\b|budynk|häuser|gebäude",
    "families": r"сім['’]?[яїей]|родин|famil|rodzin",
    "schools": r"школ|шкіл|schools?\b|szkół|szkoł|schulen?",
    "countries": r"країн|countr|kraj(?:e|ów|ach)\b|länder",
    "kilometres": r"км\b|кілометр|km\b|kilomet",
    "metres": r"метр|м\b|met(?:er|re)s?\b|metr(?:y|ów)\b|(?<![ap]\.)m\b",
    "miles": r"миль|милі|miles?\b|meilen?\b|mil\b|mile\b",
    "tonnes": r"тонн|т\b|tons?\b|tonnes?\b|ton\b|tonnen",
    "kilogrammes": r"кг\b|кілогр|kg\b|kilos?\b|kilogr",
    "degrees": r"градус|°|degree|stopni|grad\b",
}
_STEMS = "|".join(rf"(?P<{name}>{stems})" for name, stems in _COUNTED.items())
_NOUN = later(rf"(?<![^\W\d_])(?:{_STEMS})", re.IGNORECASE)  # one look behind for all: a third of the time
_NAME = later(r"[^\W\d_a-zа-яіїєґ][^\W\d_]{2,}")
_STOP = later(r"\d|[(]|[.,;:!?)](?=\s|\Z)|\s(?:and|but|while|compared|та|і|й|а|але|тоді|und|aber|während|i|a|ale|и|но)\s", re.IGNORECASE)
_START = later(
    r".*(?:\d|[(]|[.,;:!?)](?=\s)|\s(?:and|but|while|та|і|й|а|але|und|aber|während|i|a|ale|и|но)(?=\s))", re.IGNORECASE | re.DOTALL
)
_VOWELS = later(r"[aeiouyäöüąęó]")
_LEFT, _RIGHT, _PREFIX = 48, 64, 3


def keys(figure: Figure, side: Side, target: str) -> frozenset[str]:
    """Return what binds ``figure``: what is counted in its clause, its currency, scale and month, the names around it.

    Names are brought to Latin letters, as ``target`` writes them, and cut to their first consonants: «Києві» is Kyiv.
    """
    prose = side.prose
    behind, before = prose[figure.stop : figure.stop + _RIGHT], prose[max(0, figure.start - _LEFT) : figure.start]
    stop, start = _STOP.search(behind), _START.match(before)
    behind = behind[: stop.start()] if stop else behind
    before = before[start.end() :] if start else before
    if start and start[0][-1].isdigit():  # what stands between two numbers is the first one's
        before = ""
    near = f"{before} . {behind}"
    found = {f"power {figure.power}"} if figure.power else set()
    found.update(*map(_nouns, near.lower().replace("per cent", "percent").split()))
    if coin := money.currency(figure, side):
        found.add(coin)
    for mention in side.mentions:
        if mention.start - 4 <= figure.start < mention.end + 4:
            found |= {f"month {number}" for number in mention.numbers}
    found |= {_latin(name, side.language, target) for name in _NAME.findall(near)}
    return frozenset(found)


def shared(found: frozenset[str], figure: Figure, side: Side, target: str) -> frozenset[str]:
    """Return the keys ``found`` of ``figure`` with what the other number of its range has and it lacks: currency, scale, month, noun.

    A language may bind but one of the two, as «від 25 до 40 грн» and “UAH 25 to 40” do.
    """
    kinds = set(map(_kind, found)) | {"name"}
    theirs = (key for other in ranges.partners(figure, side) for key in keys(other, side, target))
    return found | {key for key in theirs if _kind(key) not in kinds}


def _kind(key: str) -> str:
    """Return "power", "month" or "name", "currency", or "noun"."""
    first, space, _ = key.partition(" ")
    return first if space else "currency" if key.isupper() else "noun"


@lru_cache(maxsize=16_384)
def _nouns(token: str) -> frozenset[str]:
    """Return what the words between two white spaces, in small letters, say is counted."""
    return frozenset(noun.lastgroup for noun in _NOUN.finditer(token) if noun.lastgroup)


@lru_cache(maxsize=16_384)
def _latin(word: str, source: str, target: str) -> str:
    letters = (romanise.name(word, source, target) or word).lower()
    return "name " + (letters[0] + _VOWELS.sub("", letters[1:]))[:_PREFIX]
