"""Quotation marks by language: those of CLDR, and what its newsrooms print beside them.

CLDR's delimiters are not among the data that Babel carries, so they are listed here (CLDR 42, ``delimiters``).
Switzerland and Liechtenstein differ: CLDR gives them the marks of Germany, their newsrooms print guillemets.
"""

from functools import cache

from transloc.languages import fallbacks

#: Pairs of marks: CLDR's own, then CLDR's for a quotation within one, then others in print. Languages not listed do as CLDR's root.
_PAIRS = {
    "root": "“” ‘’",
    "ar": "”“ ’‘ “” «»",
    "be": "«» „“ “”",
    "bg": "„“ „“ „” «» “” ‘’",
    "bs": "„” ‘’ „“ »« “”",
    "ca": "«» “” ‘’",
    "cs": "„“ ‚‘ »« ›‹",
    "da": "“” ‘’ »« ”” „“ ’’",
    "de": "„“ ‚‘ »« ›‹",
    "de-CH": "«» ‹› „“ ‚‘",
    "de-LI": "«» ‹› „“ ‚‘",
    "el": "«» “” ‘’",
    "es": "«» “” ‘’",
    "et": "„“ ‚‘ „” «»",
    "eu": "«» “” ‘’",
    "fa": "«» ‹›",
    "fi": "”” ’’ »»",
    "fr": "«» «» “” ‹› ‘’",
    "he": "”” ’’ “” „”",
    "hr": "„“ ‚‘ „” »« ‘’ ‚’",
    "hu": "„” »« ’’",
    "hy": "«» «»",
    "is": "„“ ‚‘",
    "it": "«» “” ‘’ ‹›",
    "ja": "「」 『』 “”",
    "ka": "„“ «» “” „”",
    "kk": "«» “” ‘’",
    "ky": "«» „“ “”",
    "lb": "„“ ‚‘ »«",
    "lt": "„“ „“ „” ‚‘ «»",
    "lv": "“” ‘’ „” „“ «»",
    "mk": "„“ ‚‘ „” ’‘",
    "nb": "«» ‘’ “” ””",
    "nl": "‘’ ‘’ “” „” ‚’",
    "nn": "«» ‘’ “” ””",
    "no": "«» ‘’ “” ””",
    "pl": "„” «» »« ‚’",
    "pt": "“” ‘’ «»",
    "pt-PT": "«» “” ‘’",
    "ro": "„” «» ‚’",
    "ru": "«» „“ “” „”",
    "sk": "„“ ‚‘ »«",
    "sl": "„“ ‚‘ »« ›‹",
    "sq": "«» “” ‘’ „“ „”",
    "sr": "„“ ‘‘ „” ’’ ‚’ »«",
    "sv": "”” ’’ »»",
    "uk": "«» „“ “” „”",
    "uz": "“” ’‘ «» „“",
    "zh": "“” ‘’ 「」 『』 《》",
    "zh-Hant": "「」 『』 “” 《》",
    "zh-HK": "「」 『』 “” 《》",
    "zh-TW": "「」 『』 “” 《》",
}


@cache
def quotation_marks(tag: str) -> tuple[str, ...]:
    """Return the pairs of a locale, each as two characters, in typographic form; the first two are CLDR's outer and inner ones."""
    listed = next((form for form in fallbacks(tag) if form in _PAIRS), "root")
    return tuple(_PAIRS[listed].split())
