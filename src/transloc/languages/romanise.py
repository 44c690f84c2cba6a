"""Ukrainian names in Latin letters, and the words of an address.

English and all languages without a rule of their own: the table of the Cabinet of Ministers, resolution No. 55 of 27 January 2010,
which passports follow. German: the transcription of the Duden; Polish: that of PWN. Newspapers of both languages write by these.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from transloc.languages import kept, language

_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
_WORD = re.compile(r"[А-ЯЄІЇҐа-яєіїґ]+(?:['’ʼ‘`][А-ЯЄІЇҐа-яєіїґ]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`", "'"))
_VOWELS = "аеєиіїоуюя"


def _table(cyrillic: str, latin: str) -> dict[str, str]:
    """Return what each letter becomes; ь and the apostrophe become nothing."""
    return {**dict(zip(cyrillic, latin.split(), strict=True)), "ь": "", "'": ""}


_PASSPORT = _table(
    "абвгґдеєжзиіїйклмнопрстуфхцчшщюя",
    "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia",
)
_PASSPORT_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_DUDEN = _table(
    "абвгґдеєжзиіїйклмнопрстуфхцчшщюя",
    "a b w h g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch ju ja",
)
_PWN = _table(
    "абвгґдежзиійклмнопрстуфхцчшщ",
    "a b w h g d e ż z y i j k ł m n o p r s t u f ch c cz sz szcz",
)
_PWN_SOFT = {"зь": "ź", "сь": "ś", "ць": "ć", "нь": "ń"}
_PWN_VOWELS = {"є": "e", "ї": "i", "ю": "u", "я": "a"}


def name(text: str, source: str, target: str) -> str:
    """Return ``text``, a name, as readers of ``target`` write it; empty where no rule leads from ``source`` to there."""
    if language(source) != "uk" or not latin(target):
        return ""
    writing = {"de": _german, "pl": _polish}.get(language(target), _passport)
    written = _WORD.sub(lambda found: _cased(found[0], writing(found[0].lower().translate(_APOSTROPHES))), text)
    return "" if re.search("[\u0400-\u052f]", written) else written


_RUSSIAN = _table(
    "абвгґдеєжзиіїйклмнопрстуфхцчшщюя",
    "a b v g g d e e zh z i i i y k l m n o p r s t u f kh ts ch sh shch yu ya",
)


def russian(text: str) -> str:
    """Return a Russian surname, written as Ukrainian writes it, as English-language media do: Peskov, Zakharova, Navalny."""
    written = _WORD.sub(lambda found: _cased(found[0], _of_russian(found[0].lower().translate(_APOSTROPHES))), text)
    return "" if re.search("[\u0400-\u052f]", written) else written


def _of_russian(word: str) -> str:
    word = re.sub(r"(?:ий|ій)\Z", "й", word)
    return _each(re.sub(rf"й(?=[^{_VOWELS}])", "і", word), _RUSSIAN)


def _cased(word: str, written: str) -> str:
    if word.isupper() and len(word) > 1:
        return written.upper()
    return written[:1].upper() + written[1:] if word[0].isupper() else written


def _passport(word: str) -> str:
    first = _PASSPORT_FIRST.get(word[0], "")
    rest = word[1:] if first else word
    return first + _each(rest.replace("зг", "z\0"), _PASSPORT).replace("z\0", "zgh")


def _german(word: str) -> str:
    """Write ь as j before о («ьо»), and ss between vowels, where a single s would sound as z."""
    word = re.sub(rf"(?<=[{_VOWELS}])с(?=[{_VOWELS}])", "сс", word)
    return _each(word.replace("ьо", "йо"), _DUDEN)


def _polish(word: str) -> str:
    """Write л as l where what follows softens it; є, ю, я with j, with i or bare, as the letter before them wants."""
    word = re.sub(r"(?<=[сцз])ь(?=к)", "", word)
    word = re.sub(r"(?<=[сцз]к)ий\Z", "i", word)  # -ський is -ski
    word = re.sub("л(?=[єіїюяьi])", "l", word)
    word = re.sub("[єїюя]", _iotated, word)
    word = word.replace("lь", "l").replace("ьо", "io")
    for pair, soft in _PWN_SOFT.items():
        word = word.replace(pair, soft)
    return _each(word, _PWN)


def _iotated(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1 : found.start()]
    lead = "j" if not before or before in _VOWELS + "ьй'" else "" if before == "l" else "i"
    return lead + _PWN_VOWELS[found[0]]


def _each(word: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in word)


@cache
def latin(locale: str) -> bool:
    """Tell whether the language is written in Latin letters, by CLDR's name of it in itself."""
    return bool(_LATIN.match(kept.of(language(locale)).called))


#: Letters that lose more than a mark above or below when they become plain ones.
_PLAIN = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def slug(title: str, locale: str, longest: int = 60) -> str:
    """Return ``title``, in the language ``locale``, as a part of an address: small letters, digits and hyphens, whole words.

    What is in Latin letters, or Ukrainian, becomes ASCII; other scripts stay. At most ``longest`` characters; empty where
    nothing is left.
    """
    words = unicodedata.normalize("NFC", title).lower().replace("’", "'").replace("ʼ", "'")
    words = re.sub(r"[^\w'\u0300-\u036f]+", " ", words)  # no-break spaces and dashes part words too
    if language(locale) == "uk" or latin(locale):
        words = _WORD.sub(lambda found: _passport(found[0].translate(_APOSTROPHES)), words)
        words = words.translate(_UMLAUTS) if language(locale) == "de" else words
        words = unicodedata.normalize("NFD", words.translate(_PLAIN)).encode("ascii", "ignore").decode()
    parts = re.findall(r"[^\W_]+", words.replace("'", ""))
    kept = ""
    for part in parts:
        if len(kept) + len(part) + bool(kept) > longest:
            break
        kept += "-" * bool(kept) + part
    return kept or "".join(parts[:1])[:longest]
