"""What a house has chosen for one language, and the presets that ``transloc init`` offers."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

#: What each setting may be, beside unset; of quotation marks any two characters may be named.
DATES = ("day-first", "month-first", "words")
HEADLINES = ("sentence", "title")
PERCENT = ("percent", "per cent", "%")
QUOTES: Mapping[str, str] = MappingProxyType({"double": "“”", "single": "‘’"})


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The choices of one house; what is empty is left to each text.

    ``variant`` is the spelling (en-GB, en-US, en-GB-oxendict), ``dates`` the order of a date or that its month is a word, ``quotes``
    the outer quotation marks. ``prefer`` leads from a wording to the one in its place, which may be empty; ``war`` adds those for
    Russia's war. ``names``: whole names where a person is first named, surnames alone in headlines and after.
    """

    variant: str = ""
    dates: str = ""
    headlines: str = ""
    quotes: str = ""
    percent: str = ""
    war: bool = False
    names: bool = False
    prefer: tuple[tuple[str, str], ...] = ()


#: By what ``init --style`` is called and the language: the keys of ``[style.…]``.
PRESETS: Mapping[str, Mapping[str, Mapping[str, str | bool]]] = {
    "uk": {
        "en": {"variant": "en-GB", "dates": "day-first", "headlines": "sentence", "quotes": "double", "percent": "per cent"},
    },
    "us": {
        "en": {"variant": "en-US", "dates": "month-first", "headlines": "title", "quotes": "double", "percent": "%"},
    },
}

#: Of languages that have one usage: the same for every preset.
COMMON: Mapping[str, Mapping[str, str | bool]] = {
    "pl": {"dates": "words", "quotes": "„”"},
    "de": {"dates": "words", "quotes": "„“"},
    "uk": {"dates": "words", "quotes": "«»"},
}
