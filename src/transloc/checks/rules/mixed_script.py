"""``mixed-script``: letters of two alphabets inside one word, and characters that nobody sees."""

import unicodedata
from collections.abc import Iterable, Iterator

from transloc.checks.pair import Pair, Side, finding
from transloc.checks.text.alphabets import GREEK_ALIKE, HAS, Script, script_of
from transloc.checks.text.later import later
from transloc.glossary.spelling import LOOK_ALIKES
from transloc.languages import direction
from transloc.model import Finding, Span
from transloc.wording import both, say

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

_JOINERS, _DIRECTIONS = "\u200c\u200d", "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = later(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b{_JOINERS}{_DIRECTIONS}\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb\ufffd]"
)
_DIRECTION = later(f"[{_DIRECTIONS}]")


def check(pair: Pair) -> Iterable[Finding]:
    """Return one finding for each word in two alphabets, and one for each kind of invisible character."""
    text = pair.target.text
    return () if text.isascii() and text.isprintable() else _strange(pair, text)


def _strange(pair: Pair, text: str) -> Iterator[Finding]:
    script = script_of(pair.target.language)
    if script not in _OTHERS or pair.target.traits & HAS[_OTHERS[script]]:
        if _MIXED.search(text):
            yield from _words(pair)
        if script is Script.CYRILLIC and _LONE.search(text):
            yield from _lone_letters(pair)
    if not text.isprintable() or "\ufffd" in text:
        yield from _invisible(pair)


_ALPHABETS = {"Latin": say("Latin"), "Cyrillic": say("Cyrillic"), "Greek": say("Greek")}


def mixed(word: str) -> bool:
    """Tell whether letters of two alphabets stand side by side in ``word``."""
    return _MIXED.search(word) is not None


def _words(pair: Pair) -> Iterator[Finding]:
    known = {word[0] for word in _WORD.finditer(pair.source.bare)}
    for found in _WORD.finditer(pair.target.text):
        word = found[0]
        if not mixed(word) or word in known:
            continue
        meant = _meant(word, pair.target, known)
        if meant is None and _INFLECTED.fullmatch(word) and script_of(pair.target.language) is Script.CYRILLIC:
            continue
        message: str = say("“{word}” mixes {alphabets} letters", word=word, alphabets=both(_alphabets(word)))
        if meant:
            advice = say("Write “{meant}” in {alphabet} letters alone", meant=meant, alphabet=_alphabets(meant)[0])
            message = say("{message}. {advice}", message=message, advice=advice)
        yield _replaced(pair, found.span(), message, meant)


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


def _lone_letters(pair: Pair) -> Iterator[Finding]:
    known = {word[0] for word in _WORD.finditer(pair.source.bare)}
    for found in _LONE.finditer(pair.target.text):
        if found[0] not in known:
            meant = found[0].translate(_TO_CYRILLIC)
            message = say("The word “{meant}” is written with the Latin letter {letter}", meant=meant, letter=found[0])
            yield _replaced(pair, found.span(), message, meant)


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


def _replaced(pair: Pair, span: Span, message: str, meant: str | None) -> Finding:
    text = pair.target.text
    fix = text[: span[0]] + meant + text[span[1] :] if meant else None
    return finding(NAME, message, target=(span,), fix=fix)
