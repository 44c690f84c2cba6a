"""Languages without rules of our own: the forms that simplemma's table (MIT) has for a word, and the endings that names take.

The table is read at the first term of a language, in 0.3 to 2 s of the process; languages whose table is larger (Polish 5 s) have
modules of their own.
"""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import product

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.agreement import listed

_TABLES = {"hr": "hbs", "bs": "hbs", "sr": "hbs", "no": "nb"} | {
    tongue: tongue
    for tongue in listed(
        "ast bg ca cs cy da el es et fa fi fr ga gd gl gv hbs he hi hu hy id is it ka lb lt lv mk ml ms nb nl nn pt ro se sk sl sq sv sw tl"
    )
}
_FINNISH = "n a ta ssa sta lla lta lle ksi na in iin illa issa ista"
_HUNGARIAN = "t ot et at nak nek val vel nal nel ban ben ból ből ról ről ba be ra re tól től hoz hez ért é on en ön n"
_TURKISH = "in ın un ün nin nın nun nün i ı u ü yi yı yu yü e a ye ya de da den dan te ta ten tan le la"
_SOUTH_SLAVIC = ("a u om em e i ov ova ovo ovi ev", "e i u om o in ina ino")
#: Language → the endings of a name after a consonant or vowel that stays, and those that take the place of its last -a.
_NAMES: Mapping[str, tuple[str, str]] = {
    "cs": ("a ovi u em e ové ů ův ova ovo", "y ě e i u ou o in"),
    "sk": ("a ovi u om e ovia ov", "y e i u ou o"),
    **dict.fromkeys(("hr", "bs", "sr", "hbs", "sl"), _SOUTH_SLAVIC),
    **dict.fromkeys(("sv", "da", "nb", "nn", "no", "nl", "lb"), ("s 's '", "as")),
    "fi": (f"{_FINNISH} {' '.join('i' + ending for ending in _FINNISH.split())}", ""),
    "et": ("i it ile is ist ilt iga iks t le s st lt ga", ""),
    "hu": (_HUNGARIAN, "ának át ával ában ából áról ára ától ához áért áé án"),
    "tr": (" ".join("'" + ending for ending in _TURKISH.split()), ""),
    "lt": ("o ui ą u e as", "os ai ą oje"),
    "lv": ("a am u ā s", "as ai u ā"),
}


def inflect(tongue: str, term: str, concept: Concept) -> Iterator[str]:
    """Yield the forms of a term: of its first two words together, and of its last word alone."""
    words = term.split(" ")
    if concept.kind is ConceptKind.PERSON:
        by_word = [(word, *_named(tongue, word)) for word in words]
    elif concept.kind is ConceptKind.PLACE:
        by_word = [(word, *_known(tongue, word), *_named(tongue, word)) for word in words]
    else:
        by_word = [(word, *_known(tongue, word)) for word in words]
    for first in product(*by_word[:2]):
        yield " ".join((*first, *words[2:]))
    if len(words) > 2:
        yield from (" ".join((*words[:-1], last)) for last in by_word[-1])


#: Language → its rule, to be registered beside the others.
INFLECT = {tongue: partial(inflect, tongue) for tongue in (*_TABLES, "tr")}


def _named(tongue: str, word: str) -> Iterator[str]:
    """Yield the forms of a name by its ending: no table knows today's names."""
    if word[:1].isupper() and tongue in _NAMES:
        stays, falls = _NAMES[tongue]
        if word.endswith("a") and falls:
            yield from (word[:-1] + ending for ending in falls.split())
        else:
            yield from (word + ending for ending in stays.split())


def _known(tongue: str, word: str) -> Iterator[str]:
    table = _by_lemma(_TABLES[tongue]) if tongue in _TABLES else {}
    forms = table.get(word) or table.get(word.lower(), "")
    yield from (form.capitalize() if word[0].isupper() else form for form in forms.split())


@cache
def _by_lemma(table: str) -> Mapping[str, str]:
    """Return the table turned round: a lemma and its forms, parted by spaces (lists would take twice the memory)."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    forms: dict[str, str] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(table).items():
        if form != lemma and " " not in form:
            forms[lemma] = f"{forms[lemma]} {form}" if lemma in forms else form
    return forms
