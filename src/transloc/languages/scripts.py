"""The script that a language is usually written in, for the languages that articles come from and go to."""

from enum import StrEnum
from functools import cache


class Script(StrEnum):
    """The scripts that the newsroom's languages write."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    OTHER = "other"


# CLDR says the same of each, and of a hundred languages more; to ask it through Babel takes a tenth of a check's start.
_CYRILLIC = frozenset(["uk", "ru", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt", "ba", "cv", "rue"])
_OTHER = frozenset(["ar", "fa", "he", "ur", "ps", "hy", "ka", "hi", "bn", "ta", "th", "zh", "ja", "ko", "yi", "am"])


@cache
def script_of(language: str) -> Script:
    """Return the script that a language (a subtag alone: ``sr``) is usually written in; Latin where nothing is known of it."""
    if language in _CYRILLIC:
        return Script.CYRILLIC
    if language == "el":
        return Script.GREEK
    return Script.OTHER if language in _OTHER else Script.LATIN
