"""Russian: cases of nouns, adjectives and names, by their endings; where an ending leaves the gender or the stem open, all are given."""

import re
from collections.abc import Iterator

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.agreement import Forms, Grammar, Paradigm, decline, endings, listed, merged

_HARD = endings("g а у | d у | a а | i ом ем ым | l е у | N ы и а е | G ов ев ей = | D ам | I ами | L ах")
_YOD = endings("g я | d ю | a я | i ем ём | l е и | N и я | G ев ёв й | D ям | I ями | L ях")
_SOFT = endings("g я и | d ю и | a я ь | i ем ём ью | l е и | N и я | G ей | D ям | I ями | L ях")
_A = endings("g ы и ой | d е ой | a у | i ой ей ою | l е ой | N ы и | G = ей | D ам | I ами | L ах")
_YA = endings("g и | d е и | a ю | i ей ёй | l е и | N и | G ь й ей = | D ям | I ями | L ях")
_O = endings("g а | d у | a а | i ом | l е | N а и | G = ов | D ам | I ами | L ах")
_E = endings("g а я | d у ю | i ем | l е и | N а я | G = й ей ев | D ам ям | I ами ями | L ах ях")
_PLURAL = endings("G = ов ев ей ь | D ам ям | I ами ями | L ах ях")
_PEOPLE = endings("N е | G = | D ам | I ами | L ах")
_MANY = "N ые ие | G ых их | D ым им | I ыми ими | L ых их"
_ADJECTIVE = endings("g ого его | d ому ему | a ого его | i ым им | l ом ем | " + _MANY)
_ADJECTIVE_A = endings("g ой ей | d ой ей | a ую юю | i ой ей ою ею | l ой ей | " + _MANY)
_ADJECTIVAL = re.compile(r"(?:[иыо]й|[ая]я|[ое]е|[ыи]е)\Z")
_TAIL = listed("без в во для до за и из к ко на над о об от по под при против с со у")
_VOWELS = "аеёиоуыэюя"
_IRREGULAR = {
    "человек": "N люди | G людей человек | D людям | I людьми | L людях",
    "ребенок": "N дети | G детей | D детям | I детьми | L детях",
    "ребёнок": "N дети | G детей | D детям | I детьми | L детях",
    "время": "g времени | i временем | N времена | G времён времен | D временам | I временами | L временах",
    "имя": "g имени | i именем | N имена | G имён имен | D именам | I именами | L именах",
    "мать": "g матери | i матерью | N матери | G матерей | D матерям | I матерями | L матерях",
    "дочь": "g дочери | i дочерью | N дочери | G дочерей | D дочерям | I дочерьми | L дочерях",
    "брат": "N братья | G братьев | D братьям | I братьями | L братьях",
    "друг": "N друзья | G друзей | D друзьям | I друзьями | L друзьях",
    "сын": "N сыновья | G сыновей | D сыновьям | I сыновьями | L сыновьях",
    "путь": "g пути | d пути | i путём путем | l пути",
}


def inflect(term: str, concept: Concept) -> Iterator[str]:
    """Yield the forms of a term; «ё» may be written «е»."""
    for form in _inflect(term, concept):
        yield form
        if "ё" in form:
            yield form.replace("ё", "е")


def _inflect(term: str, concept: Concept) -> Iterator[str]:
    yield term
    if " " not in term and sum(letter.isupper() for letter in term) > 1 and term[-1].isupper():
        yield from (term + ending for ending in ("а", "у", "ом", "е"))
        return
    yield from decline(term, concept, _GRAMMAR)
    if concept.kind is not ConceptKind.PERSON and re.fullmatch(r"\S+[иыо]й", term):  # an adjective in any gender
        stem = term[:-2]
        for feminine, neuter in (("ая", "ое"), ("яя", "ее")):
            yield from (stem + feminine, stem + neuter)
            yield from decline(stem + feminine, concept, _GRAMMAR)


def _noun(word: str) -> Forms:
    irregular = _IRREGULAR.get(word.lower())
    if irregular:
        given = {case: tuple(_capital(word, form) for form in several) for case, several in endings(irregular).items()}
        return merged(given, *_declined(word))
    return merged(*_declined(word))


def _capital(word: str, form: str) -> str:
    return form.capitalize() if word[0].isupper() else form


def _declined(word: str) -> Iterator[Forms]:
    for stem, paradigm in _stems(word):
        yield {case: tuple(stem + ending for ending in several) for case, several in paradigm.items()}


def _stems(word: str) -> Iterator[tuple[str, Paradigm]]:
    last, stem = word[-1].lower(), word[:-1]
    if last == "а":
        yield stem, _A
    elif last == "я":
        yield stem, _YA
    elif last == "о":
        yield stem, _O
    elif last == "е":
        yield stem, _E
    elif last == "й":
        yield stem, _YOD
        if stem[-1:] == "е":
            yield stem[:-1] + "ь", _YOD
    elif last == "ь":
        for root in _fleeting(stem):
            yield root, _SOFT
            yield root + "ь", {"i": ("ю",)}
    elif last in "ыи":
        yield stem, _PLURAL
    elif last.isalpha() and last not in _VOWELS:
        for root in _fleeting(word):
            yield root, _HARD
        if word.endswith(("анин", "янин")):
            yield word[:-2], _PEOPLE
    if last in "аяоеыи":
        yield from ((bare, {"G": ("",)}) for bare in _bare(stem))


def _fleeting(stem: str) -> Iterator[str]:
    """Yield the stem as it is and without its last vowel: «украинец» – «украинц-», «китаец» – «китайц-», «день» – «дн-»."""
    yield stem
    if found := re.search(rf"([{_VOWELS}]?)[еоё]([^{_VOWELS}ьй])\Z", stem):
        root = stem[: found.start()] + found[1]
        yield root + ("й" if found[1] else "") + found[2]
        if not found[1]:
            yield root + "ь" + found[2]


def _bare(stem: str) -> Iterator[str]:
    """Yield the genitive plural without ending: «украинок», «сестёр», «копеек»."""
    if found := re.search(rf"(?<=[^{_VOWELS}])([^{_VOWELS}])\Z", stem):
        root = stem[: found.start()].rstrip("ьй")
        yield from (root + vowel + found[1] for vowel in "еоё")
        yield f"{root}е{found[1]}ь"


def _adjective(word: str) -> Forms:
    low = word.lower()
    if len(word) < 4:
        return {}
    if _ADJECTIVAL.search(low):
        table = _ADJECTIVE_A if low.endswith("я") else _ADJECTIVE
        return {case: tuple(word[:-2] + ending for ending in several) for case, several in table.items()}
    return {}


_GRAMMAR = Grammar(_noun, _noun, _adjective, _TAIL)
