"""Locales are BCP 47 tags; here they are checked, put in canonical form and compared.

``dates`` reads and writes dates, ``calendar`` inflects months and weekdays, ``numbers`` knows decimal marks, ``romanise`` writes names in
Latin letters; only this room asks Babel for data of CLDR.
"""

import re
from functools import cache

from transloc.errors import InputError
from transloc.wording import say

# Country codes and slips that people write for a language.
_MEANT = {"ua": "uk", "cz": "cs", "gr": "el", "dk": "da", "se": "sv", "si": "sl", "ee": "et", "jp": "ja", "cn": "zh", "en-uk": "en-GB"}
_RTL = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ku-Arab", "ps", "sd", "ug", "ur", "yi"})
_COMMON = re.compile(
    r"(?:ar|az|be|bg|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|hy|it|ja|ka|kk|ko|lt|lv|mk|nb|nl|pl|pt|ro|ru|sk|sl|sq|sr|sv|tr|uk|zh"
    r"|en-GB|en-US|pt-BR|pt-PT)\Z"
)


@cache
def normalise(tag: str) -> str:
    """Return the canonical BCP 47 form of ``tag`` (``en_gb`` becomes ``en-GB``).

    Raises InputError, with a "did you mean" where one is known, for what is no registered language.
    """
    if _COMMON.match(tag):  # spares the registry look-up, and its import, in the everyday case
        return tag
    meant = _MEANT.get(tag.strip().replace("_", "-").lower())
    if meant:
        raise InputError(say("“{tag}” is not a language tag", tag=tag), hint=say("Did you mean “{meant}”?", meant=meant))
    import langcodes

    try:
        if langcodes.tag_is_valid(tag):
            return langcodes.standardize_tag(tag)
    except ValueError:
        pass
    raise InputError(say("“{tag}” is not a language tag", tag=tag), hint=say("Use a BCP 47 tag such as uk, en-GB or pt-BR"))


@cache
def language(tag: str) -> str:
    """Return the language subtag alone: ``en-GB`` is ``en``."""
    return re.split(r"[-_]", tag, maxsplit=1)[0].lower()


@cache
def fallbacks(tag: str) -> tuple[str, ...]:
    """Return ``tag`` and its shorter forms, longest first: ``zh-Hant-TW``, ``zh-Hant``, ``zh`` (RFC 4647 lookup)."""
    parts = tag.split("-")
    return tuple("-".join(parts[:n]) for n in range(len(parts), 0, -1))


def name(tag: str, reader: str = "en") -> str:
    """Return what the language is called by a reader of ``reader`` (CLDR through Babel), or the tag where CLDR has no name."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name(reader.replace("-", "_")) or tag
    except (UnknownLocaleError, ValueError):  # CLDR has no rules for these, and mostly a name: crh, rue
        return str(Locale.parse(reader, sep="-").languages.get(tag, tag))


def territorial(tag: str) -> str:
    """Return ``language_TERRITORY`` as Open Graph wants it; where the tag names no territory, CLDR's likely one (``uk_UA``)."""
    from babel.core import get_global

    parts = tag.split("-")
    territory = next((part for part in parts[1:] if re.fullmatch(r"[A-Z]{2}|\d{3}", part)), "")
    if not territory:
        territory = get_global("likely_subtags").get(parts[0], "").rpartition("_")[2]
    return f"{parts[0]}_{territory}" if territory else parts[0]


def joined(words: list[str], tag: str) -> str:
    """Return ``words`` as a list in running text of the locale: “A, B and C” (CLDR through Babel)."""
    from babel.lists import format_list

    return format_list(words, locale=cldr(tag))


@cache
def cldr(tag: str) -> str:
    """Return the nearest locale that CLDR has data for, as Babel names it; ``root`` where it has none."""
    from babel import Locale, UnknownLocaleError

    for form in fallbacks(tag):
        try:
            return str(Locale.parse(form, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return "root"


#: How a reader is told that what a link leads to is in a language, where the language's own name in CLDR does not fit a sentence.
_IN = {
    ("en", "uk"): "in Ukrainian",
    ("de", "uk"): "auf Ukrainisch",
    ("pl", "uk"): "po ukraińsku",
}


def in_language(tag: str, reader: str) -> str:
    """Return “in Ukrainian” for a reader of ``reader``; where we do not know how that is said, the name of the language alone."""
    told = _IN.get((language(reader), language(tag)))
    if told:
        return told
    plain = name(language(tag), reader)
    return {"en": f"in {plain}", "de": f"auf {plain}"}.get(language(reader), plain)


#: How a reader is told that words were translated from a language, where a sentence made of its name would not read well.
_FROM = {
    ("en", "uk"): "translated from Ukrainian",
    ("de", "uk"): "aus dem Ukrainischen übersetzt",
    ("pl", "uk"): "tłumaczenie z ukraińskiego",
}
_FROM_ANY = {
    "en": "translated from {}",
    "de": "Übersetzung, Ausgangssprache: {}",
    "pl": "tłumaczenie, język wyjściowy: {}",
    "uk": "переклад, мова джерела: {}",
}


def translated_from(tag: str, reader: str) -> str:
    """Return “translated from Ukrainian” for a reader of ``reader``; where we do not know how that is said, the language's name alone."""
    told = _FROM.get((language(reader), language(tag)))
    return told or _FROM_ANY.get(language(reader), "{}").format(name(language(tag), reader))


def direction(tag: str) -> str:
    """Return ``rtl`` or ``ltr``, as HTML's ``dir`` wants it."""
    return "rtl" if any(form in _RTL for form in fallbacks(tag)) else "ltr"
