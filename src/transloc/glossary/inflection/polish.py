"""Polish: cases of nouns, adjectives and names, by their endings.

No lexicon is asked: simplemma's takes 5 s and 400 MB, and knows neither «Macronem» nor «Zełenskiego». Where an ending leaves the gender or
the stem open, all forms are given; of the forms in that table 97.9 % are.
"""

import re
from collections.abc import Iterator

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.agreement import Forms, Grammar, Paradigm, decline, endings, listed, merged

_HARD = endings("g a u | d owi u | a a | i em | l ~e u | v ~e u | N y ~i ~y owie | G ów | D om | I ami | L ach")
_VELAR = endings("g a u | d owi u | a a | i em iem | l u | v u | N i y ~y owie | G ów | D om | I ami | L ach")
_LATE = endings("g a u | d owi u | a a | i em | l u | v u | N e y owie | G y i ów | D om | I ami | L ach")
_SOFT = endings("g ia iu i | d iowi iu i | a ia | i iem ią | l iu i | v iu i | N ie i iowie | G i iów | D iom | I iami | L iach")
_FEMININE = endings("g i y | d i y | l i y | i ą ią | v i y | N e i y | G i y | D om iom | I ami iami | L ach iach")
_A = endings("g y i | d ~e i y | a ę | i ą | l ~e i y | v o u | N y i e ~i owie | G = ów i y | D om | I ami | L ach")
_IA = endings("g i ii | d i ii | a ię | i ią | l i ii | v io iu | N ie iowie | G i ii ij iów | D iom | I iami | L iach")
_O = endings("g a | d u owi | a a | i em iem | l ~e u | v o | N a | G = ów | D om | I ami | L ach")
_E = endings("g a | d u | i em | l u | N a | G = i y | D om | I ami | L ach")
_UM = endings("N a | G ów | D om | I ami | L ach")
_PEOPLE = endings("N ie | G = ów | D om | I ami | L ach")
_PLURAL = endings("G = ów i y | D om | I ami | L ach")
_SILENT = endings("g 'a 'u | d 'owi | a 'a | i 'em em iem | l e u ze cie dzie 'e 'u 'ze 'cie 'dzie | N 'owie | G 'ów | D 'om | I 'ami")
_Y = endings("g 'ego ego | d 'emu emu | a 'ego ego | i m | l m | N owie 'owie | G 'ch ch 'ów ów")
_EY = endings("g a 'a | d owi 'owi u | a a 'a | i em 'em | l u | N owie 'owie | G ów 'ów | D om 'om | I ami 'ami | L ach 'ach")
_ADJECTIVE = endings("g ego | d emu | a ego | i Ym | l Ym | N e ~i ~y i | G Ych | D Ym | I Ymi | L Ych")
_ADJECTIVE_A = endings("g ej | d ej | a ą | i ą | l ej | N e | G Ych | D Ym | I Ymi | L Ych")

_SOFTER = (
    ("st", "ści"), ("zd", "ździ"), ("sł", "śl"), ("sn", "śni"), ("zn", "źni"), ("ch", "sz"), ("d", "dzi"), ("t", "ci"), ("ł", "l"),
    ("r", "rz"), ("k", "c"), ("g", "dz"), ("h", "sz"), ("x", "ksi"), ("v", "wi"), *((letter, letter + "i") for letter in "nszmbpwf"),
)  # fmt: skip
_LETTERS = {"ń": "n", "ć": "c", "ś": "s", "ź": "z"}

_IRREGULAR = {
    "człowiek": "N ludzie | G ludzi | D ludziom | I ludźmi | L ludziach",
    "rok": "N lata | G lat | D latom | I latami | L latach",
    "dzień": "g dnia | d dniowi | i dniem | l dniu | N dni dnie | G dni | D dniom | I dniami | L dniach",
    "tydzień": "g tygodnia | d tygodniowi | i tygodniem | l tygodniu | N tygodnie | G tygodni | D tygodniom | I tygodniami | L tygodniach",
    "ksiądz": "g księdza | d księdzu | i księdzem | l księdzu | N księża | G księży | D księżom | I księżmi | L księżach",
    "brat": "d bratu | N bracia | G braci | D braciom | I braćmi | L braciach",
    "ojciec": "g ojca | d ojcu | i ojcem | l ojcu | v ojcze | N ojcowie | G ojców",
    "przyjaciel": "N przyjaciele | G przyjaciół | D przyjaciołom | I przyjaciółmi | L przyjaciołach",
    "dziecko": "N dzieci | G dzieci | D dzieciom | I dziećmi | L dzieciach",
    "ręka": "N ręce | G rąk | I rękami rękoma | L rękach",
    "oko": "N oczy | G oczu | D oczom | I oczami | L oczach",
    "pieniądze": "G pieniędzy | I pieniędzmi",
    "ludzie": "G ludzi | I ludźmi",
    "niemcy": "G Niemiec | L Niemczech",
    "włochy": "G Włoch | L Włoszech",
    "węgry": "G Węgier | L Węgrzech",
}
#: What has «ę» before an ending; most has not: «sąd» – «sądu», «rząd» – «rządu».
_NASAL = ("błąd", "dąb", "gołąb", "krąg", "mąż", "urząd", "wąż", "wzgląd", "ząb")
_TAIL = listed("bez dla do i lub na nad o od po pod poza przeciw przeciwko przed przez przy w we z ze za")
_ADJECTIVAL = re.compile(r"(?:[^aeiouyąęó]i|[^aeiouyąęó]y|[^aeiouyąęói]a|[nc]ia|[kg]ie|[^aeiouyąęóikg]e)\Z")


def inflect(term: str, concept: Concept) -> Iterator[str]:
    """Yield the forms of a term, with the endings of abbreviations after a hyphen («PiS-u»)."""
    if _abbreviation(term):
        yield from (f"{term}-{ending}" for ending in ("u", "a", "owi", "em", "ie"))
        return
    yield from decline(term, concept, _GRAMMAR)
    if concept.kind is not ConceptKind.PERSON and re.fullmatch(r"\S+[^aeiouyąęó][yi]", term):  # an adjective in any gender
        yield from decline(term[:-1] + "a", concept, _GRAMMAR)
        stem = term[:-1] if term[-1] == "y" or term[-2] in "kg" else term
        yield from (term[:-1] + "a", stem + ("ie" if stem[-1] in "kg" else "e"))


def _abbreviation(term: str) -> bool:
    return " " not in term and sum(letter.isupper() for letter in term) > 1 and term[-1].isupper()


def _noun(word: str) -> Forms:
    irregular = _IRREGULAR.get(word.lower())
    given = endings(irregular) if irregular else {}
    special = {case: [form.capitalize() if word[0].isupper() else form for form in several] for case, several in given.items()}
    return merged(special, *_declined(_stems(word)))


def _name(word: str) -> Forms:
    """Return the forms of a name, foreign ones with their apostrophe: «Kennedy'ego», «Moore'a»."""
    own = {} if word[-1] == "e" else _noun(word)  # «Rose'a», never «Rosa»
    return merged(own, *_declined(_foreign(word)))


_Stem = tuple[str, Paradigm]


def _declined(stems: Iterator[_Stem]) -> Iterator[Forms]:
    for stem, paradigm in stems:
        yield {case: tuple(_join(stem, ending) for ending in several) for case, several in paradigm.items()}


def _foreign(word: str) -> Iterator[_Stem]:
    if word[-1] == "e":
        yield word, _SILENT
        yield word[:-1], _SILENT
    elif word[-1] in "yi":
        yield word, _Y
        if word[-2:] in ("ay", "ey", "oy"):
            yield word, _EY
    elif word[-1] == "o":  # «Poroszenki», «Poroszenkę»
        yield word[:-1], _A
    elif word[-1] in "szxh":  # Jacques, Lech
        yield word, {"g": ("'a",), "d": ("'owi",), "a": ("'a",), "i": ("'em",), "l": ("'ie", "'u")}


def _stems(word: str) -> Iterator[_Stem]:
    last, low = word[-1:].lower(), word.lower()
    if low.endswith("um"):
        yield word[:-2], _UM
    if low.endswith("ia"):
        yield word[:-2], _IA
        yield from ((stem, {"G": ("",)}) for stem in _bare(word[:-2]))
    elif last == "a":
        yield word[:-1], _A
        yield from ((stem, {"G": ("",)}) for stem in _bare(word[:-1]))
    elif last == "o":
        yield word[:-1], _O
        yield from ((stem, {"G": ("",)}) for stem in _bare(word[:-1]))
    elif last == "e":
        yield word[:-1], {**_E, "G": (*_E["G"], "ów")}
    elif last in "yi":
        yield word[:-1], _PLURAL
        yield from ((stem, {"G": ("",)}) for stem in _bare(word[:-1]))
    elif last.isalpha() and last not in "ąęóuéáíöü":
        if low.endswith("anin"):
            yield word[:-2], _PEOPLE
        for stem in _long(word):
            yield from _consonant(stem)


def _consonant(stem: str) -> Iterator[_Stem]:
    if stem[-1] in _LETTERS:
        yield stem[:-1] + _LETTERS[stem[-1]], _SOFT
    elif stem.endswith(("cz", "sz", "rz", "dz", "c", "ż", "l", "j")):
        yield stem, _LATE
        yield stem, _FEMININE
    elif stem[-1] in "kghq":
        yield stem, _VELAR
    else:
        yield (stem[:-1] + "ks" if stem[-1] == "x" else stem), _HARD
        yield stem, _HARD
        if stem[-1] in "wz":
            yield stem, _FEMININE


def _long(word: str) -> Iterator[str]:
    """Yield the stems that an ending may follow: as it is, without its fleeting vowel, with the vowel of the open syllable."""
    yield word
    if found := re.search(r"(?<=[^aeiouyąęó])i?e([^aeiouyąęó])\Z", word):
        root = word[: found.start()]
        yield root + found[1]
        if found[0][0] == "i" and root[-1:] in "nszc":  # «dzień», «kwiecień»
            yield root[:-1] + {"n": "ń", "s": "ś", "z": "ź", "c": "ć"}[root[-1]] + found[1]
    if found := re.search(r"ó(?=[^aeiouyąęó]{1,2}\Z)", word):
        yield word[: found.start()] + "o" + word[found.end() :]
    elif word.lower().endswith(_NASAL):
        at = word.rfind("ą")
        yield word[:at] + "ę" + word[at + 1 :]


def _bare(stem: str) -> Iterator[str]:
    """Yield the genitive plural without ending: «sił», «wojen», «głów», «rąk»."""
    hard = {soft: letter for letter, soft in _LETTERS.items()}
    yield stem
    if found := re.search(r"[oę](?=[^aeiouyąęó]{1,2}\Z)", stem):
        yield stem[: found.start()] + {"o": "ó", "ę": "ą"}[found[0]] + stem[found.end() :]
    if re.search(r"[^aeiouyąęó][^aeiouyąęó]\Z", stem):
        yield f"{stem[:-1]}e{stem[-1]}"
        yield f"{stem[:-1]}ie{stem[-1]}"
    if stem[-1:] in hard:
        yield stem[:-1] + hard[stem[-1]]


def _join(stem: str, ending: str) -> str:
    if not ending.startswith("~"):
        return stem + ending
    for hard, soft in _SOFTER:
        if stem.endswith(hard):
            joined = stem[: -len(hard)] + soft
            rest = ending[1:]
            return joined[:-1] + rest if joined[-1] == "i" and rest == "i" else joined + ("" if joined[-1] == "i" and rest == "y" else rest)
    return stem + ending[1:]


def _adjective(word: str) -> Forms:
    if not _ADJECTIVAL.search(word.lower()) or len(word) < 4:
        return {}
    stem = word[:-2] if word[-2:] in ("ie", "ia") else word[:-1]
    velar = stem[-1:] in ("k", "g")
    soft = "i" if velar or word[-1] == "i" or word[-2:] in ("ie", "ia") else ""
    table = _ADJECTIVE_A if word[-1] == "a" else _ADJECTIVE
    return {case: tuple(_agreeing(stem, soft, velar, ending) for ending in several) for case, several in table.items()}


def _agreeing(stem: str, soft: str, velar: bool, ending: str) -> str:
    if ending[0] == "Y":
        return stem + (soft or "y") + ending[1:]
    if ending[0] == "~":
        return _join(stem, ending)
    bare = ending == "i" or (velar and ending == "ą")
    return stem + ("" if bare else soft) + ending


_GRAMMAR = Grammar(_noun, _name, _adjective, _TAIL)
