"""``mixed-script``: letters of two alphabets inside one word, words in look-alikes alone, and characters that nobody sees."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transloc.checks.pair import Pair, Side, finding
from transloc.checks.terms.presence import mentions
from transloc.checks.text.alphabets import GREEK_ALIKE, HAS
from transloc.checks.text.later import later
from transloc.glossary.spelling import LOOK_ALIKES
from transloc.languages import direction, language
from transloc.languages.scripts import Script, script_of
from transloc.model import Finding, Span
from transloc.wording import both, in_turn, say

NAME = "mixed-script"

_LATIN, _CYRILLIC = "A-Za-zÀ-ÖØ-öø-ɏ", "\u0400-\u052f"
_GREEK_ALIKE = (GREEK_ALIKE, "ABEZHIKMNOPTYXo")
_WORD = later(r"[^\W\d_]+")
#: What a text of one script must have before a word can be of two.
_OTHERS = {Script.LATIN: Script.CYRILLIC, Script.CYRILLIC: Script.LATIN}
_MIXED = later(
    "[{latin}{greek}](?:(?=[{cyrillic}])|(?<=[{cyrillic}][{latin}{greek}])|(?<=[{latin}][{greek}])|(?<=[{greek}][{latin}]))".format(
        latin=_LATIN, cyrillic=_CYRILLIC, greek=_GREEK_ALIKE[0]
    )
)
_TO_LATIN = str.maketrans(LOOK_ALIKES[1] + _GREEK_ALIKE[0], LOOK_ALIKES[0] + _GREEK_ALIKE[1])
_TO_CYRILLIC = str.maketrans(LOOK_ALIKES[0], LOOK_ALIKES[1]) | {
    ord(greek): LOOK_ALIKES[1][LOOK_ALIKES[0].index(latin)] for greek, latin in zip(*_GREEK_ALIKE, strict=True) if latin in LOOK_ALIKES[0]
}
_ALL_LATIN, _ALL_CYRILLIC = later(f"[{_LATIN}]+"), later(f"[{_CYRILLIC}]+")
#: A foreign name with an ending of its host: «Starlinkом», «iPhoneів».
_INFLECTED = later(f"[{_LATIN}]{{2,}}[{_CYRILLIC}]{{1,4}}")
#: A word of one Latin letter in Cyrillic text: «i» for «і».
_LONE = later(rf"[aioyc](?= [{_CYRILLIC}])(?:(?<=[{_CYRILLIC}][ \u00a0].)|(?<=[{_CYRILLIC}], .)|(?<=[{_CYRILLIC}] [–—] .))")
#: One that begins a sentence, with the word behind it.
_FIRST = later(rf"(?:\A[«„“\"]?|(?<=[.!?…][ \u00a0])[«„“\"]?|(?<=[–—][ \u00a0]))([ABIOY])[ \u00a0](?=[{_CYRILLIC}])([{_CYRILLIC}]+)")
_TO_FIRST = dict(zip("ABIOY", "АВІОУ", strict=True))
#: What follows «І» and never a numeral, as «світова» does: «I світова війна».
_FOLLOWING_AND = """
    він вона воно вони ви я ми ти ця цей це ці цього цьому цим цих цю те той ті того тому тим тих там тут так тоді тепер не ні навіть лише
    тільки саме якщо коли хоча поки хто що чому як який яка яке які ось от все всі всіх знову хай нехай треба досі нарешті потім далі для
    його її їх йому їй їм мене мені тебе тобі нас нам вас вам свій своя своє свої
"""
_FOLLOWS_AND = frozenset(_FOLLOWING_AND.split())
#: A word in capitals that look Cyrillic: «HATO».
_CAPITALS = later(r"(?<![^\W_])[ABCEHIKMOPTX]{2,}(?![^\W_])")
#: What a text has that may have one of these: soon looked for.
_MAY_LOOK_ALIKE = later(rf"[aioycABIOY][ \u00a0](?<![^\W_]..)[{_CYRILLIC}]|[ABCEHIKMOPTX](?<![^\W_].)[ABCEHIKMOPTX]+(?![^\W_])", re.DOTALL)
#: Abbreviations that are a word in Cyrillic letters alone.
_KNOWN = frozenset({"НАТО", "СРСР", "СССР", "КНР"})
_SOUNDS = str.maketrans(dict(zip("АВСЕНІКМОРТХ", "AVSENIKMORTH", strict=True)))
#: So many words are told of, each in a sentence; of all there are spans and the fix.
_NAMED = 3

_JOINERS, _DIRECTIONS = "\u200c\u200d", "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = later(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b{_JOINERS}{_DIRECTIONS}\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb\ufffd]"
)
_DIRECTION = later(f"[{_DIRECTIONS}]")


def check(pair: Pair) -> Iterable[Finding]:
    """Return one finding for all words in wrong letters that can be mended, one for all others, and one for each invisible character."""
    text = pair.target.text
    return () if text.isascii() and text.isprintable() else _strange(pair, text)


def _strange(pair: Pair, text: str) -> Iterator[Finding]:
    script = script_of(pair.target.language)
    if script not in _OTHERS or pair.target.traits & HAS[_OTHERS[script]]:
        words = list(_words(pair)) if _MIXED.search(text) else []
        if script is Script.CYRILLIC:
            words += _look_alikes(pair)
        for some in ([word for word in words if word.meant], [word for word in words if not word.meant]):
            if some:
                yield _told(text, sorted(some))
    if not text.isprintable() or "\ufffd" in text:
        yield from _invisible(pair)


class _Word(NamedTuple):
    """A word of the target's text in wrong letters, the ``message`` about it, and how it was ``meant``, where that is sure."""

    start: int
    end: int
    message: str
    meant: str | None


_ALPHABETS = {"Latin": say("Latin"), "Cyrillic": say("Cyrillic"), "Greek": say("Greek")}


def mixed(word: str) -> bool:
    """Tell whether letters of two alphabets stand side by side in ``word``."""
    return _MIXED.search(word) is not None


def _words(pair: Pair) -> Iterator[_Word]:
    known = _known(pair)
    for found in _WORD.finditer(pair.target.text):
        word = found[0]
        if not mixed(word) or word in known:
            continue
        meant = _meant(word, pair.target, known)
        if meant is None and _INFLECTED.fullmatch(word) and script_of(pair.target.language) is Script.CYRILLIC:
            continue
        message: str = say("“{word}” mixes {alphabets} letters", word=word, alphabets=both(_alphabets(word)))
        if meant:
            message = _advised(message, meant)
        yield _Word(*found.span(), message, meant)


def _known(pair: Pair) -> set[str]:
    return set(_WORD.findall(pair.source.bare))


def _meant(word: str, target: Side, known: set[str]) -> str | None:
    """Return the word in the one alphabet that all its letters have or look like; None where there is none, or it may be an ending."""
    latin, cyrillic = word.translate(_TO_LATIN), word.translate(_TO_CYRILLIC)
    host = script_of(target.language) is Script.CYRILLIC
    if latin in known:
        return latin
    if host and _ALL_CYRILLIC.fullmatch(cyrillic):
        return cyrillic
    if host and _INFLECTED.fullmatch(word):
        return None
    if _ALL_LATIN.fullmatch(latin):
        return latin
    return cyrillic if _ALL_CYRILLIC.fullmatch(cyrillic) else None


def _alphabets(word: str) -> list[str]:
    names = dict.fromkeys(unicodedata.name(letter).split()[0].capitalize() for letter in word)
    return [_ALPHABETS.get(name, name) for name in names]


def _advised(message: str, meant: str) -> str:
    advice = say("Write “{meant}” in {alphabet} letters alone", meant=meant, alphabet=_alphabets(meant)[0])
    return say("{message}. {advice}", message=message, advice=advice)


def _look_alikes(pair: Pair) -> Iterator[_Word]:
    """Yield the words that are Latin throughout and meant in Cyrillic for certain; what the source writes so is right."""
    text = pair.target.text
    if not _MAY_LOOK_ALIKE.search(text):
        return
    known = _known(pair)
    for found in _LONE.finditer(text):
        if found[0] not in known:
            yield _Word(*found.span(), _in_latin(found[0], found[0].translate(_TO_CYRILLIC)), found[0].translate(_TO_CYRILLIC))
    for found in _FIRST.finditer(text):
        letter, meant = found[1], _TO_FIRST[found[1]]
        if letter not in known and (letter != "I" or (pair.target.language == "uk" and found[2] in _FOLLOWS_AND)):
            yield _Word(*found.span(1), _in_latin(letter, meant), meant)
    readings = {word: word.translate(_TO_CYRILLIC) for word in set(_CAPITALS.findall(text)) - known}
    meant_so = _certain(pair, readings, known) if readings else {}
    for found in _CAPITALS.finditer(text) if meant_so else ():
        if read := meant_so.get(found[0]):
            yield _Word(*found.span(), _advised(_in_latin(found[0][0], read), read), read)


def _in_latin(letter: str, meant: str) -> str:
    return say("The word “{meant}” is written with the Latin letter {letter}", meant=meant, letter=letter)


def _certain(pair: Pair, readings: dict[str, str], known: set[str]) -> dict[str, str]:
    """Return, of words with their readings in Cyrillic letters, those that are abbreviations only so («HATO», not “BBC”).

    They are known as such; or the source has them, in Cyrillic or as they sound in Latin letters (NATO); or a term of the glossary.
    """
    terms = {
        word
        for match in (mentions(pair.source, pair.glossary) if pair.glossary else ())
        for term in match.concept.terms
        if language(term.locale) == pair.target.language
        for word in _WORD.findall(term.text)
    }
    loud = {word.upper() for word in known if len(word) > 2 and (word.isupper() or (len(word) > 3 and word.istitle()))}
    return {
        word: read
        for word, read in readings.items()
        if read in _KNOWN or read in known or read in terms or (read.translate(_SOUNDS) in loud and read.translate(_SOUNDS) != word)
    }


def _told(text: str, words: list[_Word]) -> Finding:
    """Return one finding of ``words``, in their order in ``text``, with the fix of all."""
    messages = list(dict.fromkeys(word.message for word in words))
    pieces, at = list[str](), 0
    for start, end, _, meant in words:
        pieces += text[at:start], meant or text[start:end]
        at = end
    fix = "".join([*pieces, text[at:]]) if words[0].meant else None
    return finding(NAME, in_turn(messages[:_NAMED]), target=tuple((word.start, word.end) for word in words), fix=fix)


def _invisible(pair: Pair) -> Iterator[Finding]:
    text = pair.target.text
    rightful = set(_JOINERS) if script_of(pair.target.language) is Script.OTHER else set(_JOINERS) & set(pair.source.text)
    kinds: dict[str, list[Span]] = {}
    for found in _INVISIBLE.finditer(text):
        if found[0] not in rightful and not (direction(pair.target.locale) == "rtl" and _DIRECTION.match(found[0])):
            kinds.setdefault(found[0], []).append(found.span())
    clean = "".join(letter for letter in text if letter not in kinds)
    for letter, spans in kinds.items():
        message = say("The target has an invisible character: {letter}", letter=_called(letter))
        if letter == "\ufffd":
            message = say("A letter of the target was lost to a wrong encoding (�)")
        yield finding(NAME, message, target=tuple(spans), fix=clean if "\ufffd" not in kinds else None)


def _called(letter: str) -> str:
    return f"{unicodedata.name(letter, 'control character').lower()} (U+{ord(letter):04X})"
