"""Spellings that mean the same letter are made one, with a way back to the text's own offsets.

The list of look-alikes and when to fold them: measured on 9,082 Ukrainian sentences («Украiни» is folded, «Starlinkом» is not).
"""

import re
import unicodedata
from typing import NamedTuple

_SAME = dict(zip("’ʼ‘‛＇`‑‐\u00a0\u202f\u2007\u2009", "''''''--    ", strict=True))
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ACCENTS = "\u0300-\u036f"
_ODD = re.compile("[’ʼ‘‛＇`‑‐\u00a0\u202f\u2007\u2009]")
_GONE = re.compile(f"[{_DROPPED}{_ACCENTS}]")
_SUSPECT = re.compile(f"[A-Za-zÏï’ʼ‘‛＇`‑‐\u00a0\u202f\u2007\u2009{_DROPPED}{_ACCENTS}]")
_STRESS = "\u0301\u0300"
_CYRILLIC = "\u0400-\u052f"
#: A Latin letter beside a Cyrillic one, an apostrophe or hyphen between them allowed; it begins with the rarer ones, to be found fast.
_MIXED = re.compile(rf"[A-Za-zÏï](?:(?=['-]?[{_CYRILLIC}])|(?<=[{_CYRILLIC}].)|(?<=[{_CYRILLIC}]['-].))")
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÏï]")
_IOTA = re.compile("(?<=[аеиоуАЕИОУ])[iI]")  # who has no «ї» at hand writes i
#: Latin letters and the Cyrillic ones that look like them.
LOOK_ALIKES = ("ABCEHIKMOPTXaceiopxyÏï", "АВСЕНІКМОРТХасеіорхуЇї")
TO_CYRILLIC = str.maketrans(*LOOK_ALIKES)


class Spelt(NamedTuple):
    """A text in one spelling. ``back`` maps its offsets, the end included, to the text's own; None where they are the same."""

    words: str
    back: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words from ``start`` to ``end`` stand in the text itself."""
        if self.back is None:
            return start, end
        return self.back[start], self.back[end - 1] + 1 if start < end else self.back[start]


def spell(text: str) -> Spelt:
    """Make apostrophes, hyphens and spaces one; drop stress marks and soft hyphens; fold Latin look-alikes in Cyrillic words."""
    if (text.isascii() and "`" not in text) or not _SUSPECT.search(text):
        return Spelt(text)
    back = None
    if _GONE.search(text):
        text, back = _composed(text)
    if _ODD.search(text):
        text = _ODD.sub(lambda odd: _SAME[odd[0]], text)
    if _HAS_CYRILLIC.search(text) and _MIXED.search(text):
        text = _WORD.sub(lambda m: _fold(m[0]), text)
    return Spelt(text, back)


def _composed(text: str) -> tuple[str, tuple[int, ...]]:
    """Return ``text`` without marks and with accents joined to their letters (NFC), and where each character came from."""
    letters: list[str] = []
    back: list[int] = []
    for at, letter in enumerate(text):
        if letter in _DROPPED:
            continue
        joined = unicodedata.normalize("NFC", letters[-1] + letter) if letters and unicodedata.combining(letter) else ""
        if len(joined) == 1:
            letters[-1] = joined
        elif letter not in _STRESS:
            letters.append(letter)
            back.append(at)
    return "".join(letters), (*back, len(text))


def _fold(word: str) -> str:
    latin = _LATIN.findall(word) if _MIXED.search(word) else []  # no word is read otherwise for those around it
    if not latin or len(_HAS_CYRILLIC.findall(word)) < len(latin) or any(ord(letter) not in TO_CYRILLIC for letter in latin):
        return word
    return _IOTA.sub(lambda found: "ї" if found[0] == "i" else "Ї", word).translate(TO_CYRILLIC)
