"""Which letters a language writes, and its commonest words: enough to tell a word that nobody translated."""

import re
from functools import cache

from transloc.checks.text.traits import letters
from transloc.languages.scripts import Script, script_of

_RANGES = {
    Script.LATIN: "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ",
    Script.CYRILLIC: "\u0400-\u052f",
    Script.GREEK: "\u0370-\u03ff\u1f00-\u1fff",
    Script.OTHER: "\u0531-\u06ff\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af",
}

#: The letters of an alphabet, for languages that share a script with their neighbours.
LETTERS = {
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ʼ",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя'’ʼ",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    "pl": "aąbcćdeęfghijklłmnńoóprsśtuwyzźżqvx",
    "cs": "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž",
    "sk": "aáäbcčdďeéfghiíjklĺľmnňoóôpqrŕsštťuúvwxyýzž",
    "de": "aäbcdefghijklmnoöpqrsßtuüvwxyz",
    "en": "abcdefghijklmnopqrstuvwxyzéèêëïçñôöüà",
    "ro": "aăâbcdefghiîjklmnopqrsștțuvwxyzşţ",
    "lt": "aąbcčdeęėfghiįyjklmnoprsštuųūvzžqwx",
}

#: Words that hold sentences together and that the neighbours in the same script do not have.
FUNCTION_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of with that this from have has been were would which their there they will about into than is was are said",
        "de": "der die und den das mit dem nicht eine einen sich auch auf für ist wurde werden haben sind nach einer dass hat war sagte",
        "pl": "się nie jest oraz przez ale który która które jak już było został została dla tym tego po od są że",
        "uk": "що та і й не із який яка які це було був була після також щодо він вона вони під час від до",
        "ru": "что и не это как его был была были после также который которая которые от при они она под из еще",
        "bg": "и на се от за че да са като което който която не бе беше след това с по",
        "fr": "les des est une dans qui pour pas sur avec sont aux été cette mais ont plus",
        "es": "los las que una por con para del está han fue más pero como sus este",
        "it": "che della sono per una con gli nel alla anche più dei delle stato",
        "cs": "se na je že který která jsou podle bylo také ale pro jako",
        "sk": "sa na je že ktorý ktorá sú podľa bolo tiež ale pre ako",
        "ro": "și în că care este pentru din cu au fost mai sunt",
    }.items()
}


#: Greek letters that look as those of other scripts do; μ and Δ stand before Latin letters by right: μm, ΔT.
GREEK_ALIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
#: Texts with letters of one script; Greek ones that look alike count for both.
HAS = {script: letters(f"[{_RANGES[script]}{GREEK_ALIKE}]") for script in (Script.LATIN, Script.CYRILLIC)}


@cache
def _own_letters(target: str, source: str) -> str:
    """Return, as a character class, the letters that the language ``source`` writes and ``target`` does not."""
    theirs, ours = script_of(source), script_of(target)
    if theirs is not ours:
        return _RANGES[theirs]
    own = set(LETTERS.get(source, "")) - set(LETTERS.get(target, LETTERS.get(source, ""))) - set("'’ʼ")
    return "".join(sorted(own | {letter.upper() for letter in own if len(letter.upper()) == 1}))


@cache
def _leftover(target: str, source: str) -> re.Pattern[str]:
    """Return what betrays a word as the source's: one letter that the target lacks, be it among others (a look-alike)."""
    letters = _own_letters(target, source)
    return re.compile(rf".*[{letters}]" if letters else r"(?!)")


@cache
def _trace(target: str, source: str) -> re.Pattern[str]:
    letters = _own_letters(target, source)
    return re.compile(f"[{letters}]" if letters else r"(?!)")


def traces(prose: str, target: str, source: str) -> bool:
    """Tell whether a text of the language ``target`` has any letter that only ``source`` writes."""
    return _trace(target, source).search(prose) is not None


def foreign(word: str, target: str, source: str) -> bool:
    """Tell whether ``word``, found in a text of the language ``target``, holds letters that only ``source`` writes."""
    return _leftover(target, source).match(word) is not None
