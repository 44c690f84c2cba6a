"""The adjectives and the people of places: all states of the United Nations, and the regions and cities that news speaks of.

``places.csv`` was written for this project by hand: a row a place, keyed by its ISO 3166 code or a name of our own; for each language
its names, adjectives (and abbreviations) and people (man, then woman), the variants parted by ``|``. The names of countries agree with
CLDR. Forms are made by rule.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.families import ukrainian
from transloc.glossary.inflection import english, german, polish, russian
from transloc.glossary.spelling import spell
from transloc.languages import language

_PLAIN = Concept(id="")


def related(concept: Concept, column: str) -> Iterator[str]:
    """Yield every form of the adjectives and the people of a place in the column's language; nothing for places that are not known."""
    place, tongue = _place(concept), language(column)
    if place and tongue in _DECLINE:
        yield from dict.fromkeys(form for word in _words(place, tongue) for form in (word, *_DECLINE[tongue](word)))


def known(concept: Concept, column: str) -> bool:
    """Tell whether the table knows relatives of the place in the column's language."""
    place, tongue = _place(concept), language(column)
    return bool(place) and tongue in _DECLINE and any(_words(place, tongue))


def called(tongue: str) -> Mapping[str, tuple[str, ...]]:
    """Return what each place is called in a language: its names, adjectives and people; empty for languages that the table lacks."""
    if tongue not in _DECLINE:
        return {}
    fields = (tongue, f"{tongue}.adjective", f"{tongue}.people")
    return {place: tuple(word for field in fields for word in row[field].split("|") if word) for place, row in _table().items()}


def _place(concept: Concept) -> str:
    """Return the key of the place that most of the concept's terms name: "Georgia" with «Грузія» is the country."""
    if concept.kind is not ConceptKind.PLACE:
        return ""
    votes = Counter(
        place
        for column in dict.fromkeys(term.locale for term in concept.terms)
        for place in {place for term in concept.variants(column) for place in _named().get((language(column), _key(term)), ())}
    )
    return votes.most_common(1)[0][0] if votes else ""


def _words(place: str, tongue: str) -> Iterator[str]:
    row = _table()[place]
    yield from (name for name in row[tongue].split("|") if name.isupper())  # «USA» says «amerykański» as well as the name
    yield from (word for field in ("adjective", "people") for word in row[f"{tongue}.{field}"].split("|") if word)


def _english(word: str) -> Iterator[str]:
    if not word.endswith(("ish", "ch", "ese", "ss", ".")) and not word.isupper():
        yield from english.plurals(word)


_DECLINE: Mapping[str, Callable[[str], Iterator[str]]] = {
    "de": lambda word: german.inflect(word, _PLAIN),
    "en": _english,
    "pl": lambda word: polish.inflect(word, _PLAIN),
    "ru": lambda word: russian.inflect(word, _PLAIN),
    "uk": ukrainian.decline,
}


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = files(__package__).joinpath("places.csv").read_text(encoding="utf-8")
    return {row["place"]: row for row in csv.DictReader(text.splitlines())}


@cache
def _named() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return language and name → the places called so."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for place, row in _table().items():
        for tongue in _DECLINE:
            for name in row[tongue].split("|"):
                key = tongue, _key(name)
                found[key] = (*found.get(key, ()), place)
    return found


def _key(name: str) -> str:
    return spell(name).words.casefold().replace("ё", "е")
