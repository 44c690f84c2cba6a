"""English: plurals (the possessive needs no form of its own: ``'s`` is a token)."""

import re
from collections.abc import Iterator

from transloc.glossary.entry import Concept, ConceptKind

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z", re.IGNORECASE)
_CONSONANT_Y = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])y\Z|(?<=qu)y\Z")
#: What follows the head of a phrase: "member of parliament", "attorney at law", "son-in-law", "secretary general".
_HEAD = re.compile(r"\A(?P<head>.*?[^\W\d_])(?P<rest>(?:[ -](?:of|for|at|in|on|to|against|without|by|with|and)\b| (?i:general|elect)\Z).*)")
_IRREGULAR = {
    "child": "children", "foot": "feet", "goose": "geese", "louse": "lice", "mouse": "mice", "ox": "oxen", "person": "people persons",
    "tooth": "teeth", "calf": "calves", "half": "halves", "knife": "knives", "leaf": "leaves", "life": "lives", "loaf": "loaves",
    "scarf": "scarves scarfs", "self": "selves", "shelf": "shelves", "thief": "thieves", "wife": "wives", "wolf": "wolves",
    "echo": "echoes", "embargo": "embargoes", "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "torpedo": "torpedoes",
    "veto": "vetoes", "volcano": "volcanoes volcanos", "cargo": "cargoes cargos", "quiz": "quizzes", "bus": "buses",
    "analysis": "analyses", "axis": "axes", "basis": "bases", "crisis": "crises", "hypothesis": "hypotheses", "oasis": "oases",
    "thesis": "theses", "criterion": "criteria", "phenomenon": "phenomena", "medium": "media mediums", "datum": "data",
    "bacterium": "bacteria", "memorandum": "memoranda memorandums", "referendum": "referendums referenda", "stratum": "strata",
    "appendix": "appendices appendixes", "index": "indices indexes", "matrix": "matrices matrixes", "alumnus": "alumni",
    "nucleus": "nuclei", "radius": "radii", "stimulus": "stimuli", "corps": "corps", "series": "series", "species": "species",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "hovercraft": "hovercraft", "means": "means", "headquarters": "headquarters",
    "sheep": "sheep", "deer": "deer", "fish": "fish", "swiss": "swiss",
}  # fmt: skip
_NO_MEN = frozenset({"german", "human", "roman", "norman", "ottoman", "talisman", "shaman", "caiman"})


def inflect(term: str, concept: Concept) -> Iterator[str]:
    """Yield the plurals of a term that ends in a letter: of its head where one is to be told, and of the last word."""
    if not term[-1].isalpha():
        return
    found = None if concept.kind is ConceptKind.PERSON else _HEAD.match(term)
    if found:
        yield from (head + found["rest"] for head in plurals(found["head"]))
    yield from plurals(term)


def plurals(term: str) -> Iterator[str]:
    """Yield the plurals of the last word of ``term``, with what stands before it."""
    start = max(term.rfind(" "), term.rfind("-")) + 1
    before, word = term[:start], term[start:]
    yield from (before + form for form in _plurals(word))


def _plurals(word: str) -> Iterator[str]:
    low = word.lower()
    stem = next((stem for stem in ("child", "wife", "life", "craft") if low.endswith(stem) and low != stem), low)
    if stem == "craft":
        yield word
    elif stem in _IRREGULAR:
        yield from (_as_written(word, low[: len(low) - len(stem)] + form) for form in _IRREGULAR[stem].split())
    elif low.endswith("man") and low not in _NO_MEN:
        yield word[:-2] + _as_written(word[-2:], "en")
        yield word + "s"  # Shermans, Ottomans
    elif _SIBILANT.search(word):
        yield word + _as_written(word[-1], "es")
    else:
        if _CONSONANT_Y.search(word):
            yield word[:-1] + "ies"
        if word[:1].isupper() or not _CONSONANT_Y.search(word):
            yield word + "s"  # "Kennedys", and "MPs" in capitals


def _as_written(word: str, form: str) -> str:
    if word.isupper() and len(word) > 1:
        return form.upper()
    return word[0] + form[1:] if word[0].lower() == form[0] else form
