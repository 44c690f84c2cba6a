"""Find rows of the glossary by any word of theirs, in any language and any inflected form.

Forms are made of few rows only: of those that have a word with the same beginning as one that is looked for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from transloc.glossary import Concept, Glossary, families
from transloc.glossary.inflection import forms
from transloc.glossary.spelling import spell

#: Characters of a term that may still stand in a text.
_LONGEST = 500
_WORD = re.compile(r"[^\W_]+")
_TURNS = str.maketrans("оеєїóę", "ііііoą")


def search(glossary: Glossary, words: str) -> tuple[Concept, ...]:
    """Return the rows that say ``words`` somewhere, in any form: those of which they are a term first, each in the order of the file."""
    wanted = _plain(words)
    if not wanted:
        return glossary.concepts
    known = _index(glossary)
    same = {concept.id for concept in _alike(known, wanted) if _is_form(concept, glossary.locales, wanted)}
    other = {concept.id for concept in _alike(known, wanted) if _in_form(concept, glossary.locales, wanted)}
    other |= {row for row, said in known.said.items() if wanted in said}
    first = [concept for concept in glossary.concepts if concept.id in same]
    return (*first, *(concept for concept in glossary.concepts if concept.id in other and concept.id not in same))


def known_as(glossary: Glossary, text: str, column: str) -> tuple[Concept, ...]:
    """Return the rows of which ``text`` is a term of the column, or a form of one."""
    wanted = _plain(text)
    return tuple(one for one in _alike(_index(glossary), wanted) if _is_form(one, (column,), wanted)) if wanted else ()


def near(glossary: Glossary, rows: Iterable[Concept]) -> Glossary:
    """Return the part of the glossary that may match where one of ``rows`` does: what overlaps shares a word, and so its beginning."""
    known = _index(glossary)
    ids = {concept.id for row in rows for key in _keys(row) for concept in known.rows.get(key, ())}
    return Glossary(tuple(concept for concept in glossary.concepts if concept.id in ids), glossary.locales, glossary.path)


def nameable(concept: Concept) -> bool:
    """Tell whether a text may name the row: a cell of a million characters, of a quote that is missing, inflects for hours."""
    return all(len(term.text) <= _LONGEST for term in concept.terms)


def shown_forms(concept: Concept, column: str) -> tuple[str, ...]:
    """Return the forms of a row in one language, each once; of a row with a term that no text can name only what it spells out."""
    if not nameable(concept):
        return (*concept.variants(column), *concept.forms(column))
    return tuple(dict.fromkeys(forms(concept, column)))


@dataclass(frozen=True, slots=True)
class _Index:
    rows: Mapping[str, tuple[Concept, ...]]
    said: Mapping[str, str]


@lru_cache(maxsize=4)
def _index(glossary: Glossary) -> _Index:
    rows: dict[str, list[Concept]] = defaultdict(list)
    for concept in glossary.concepts:
        for key in _keys(concept):
            rows[key].append(concept)
    said = {one.id: "\n".join(_plain(text) for text in (one.id, *(term.text for term in one.terms), one.note)) for one in glossary.concepts}
    return _Index({key: tuple(found) for key, found in rows.items()}, said)


def _keys(concept: Concept) -> dict[str, None]:
    return dict.fromkeys(key for term in concept.terms for key in _beginnings(_plain(term.text)))


def _beginnings(plain: str) -> Iterator[str]:
    """Yield what the forms of each word begin with: two letters, those that turn into each other as one (ніч — ночі, dąb — dęby)."""
    for word in _WORD.findall(plain):
        yield word[:1] + word[1:2].translate(_TURNS)


def _plain(text: str) -> str:
    return " ".join(spell(text).words.casefold().split())


def _alike(known: _Index, wanted: str) -> list[Concept]:
    return list({one.id: one for key in _beginnings(wanted) for one in known.rows.get(key, ())}.values())


def _is_form(concept: Concept, columns: Iterable[str], wanted: str) -> bool:
    return any(wanted in _forms(concept, column) for column in columns)


def _in_form(concept: Concept, columns: Iterable[str], wanted: str) -> bool:
    """Tell whether ``wanted`` begins at a word of a form, or has a whole form in it."""
    return any(f" {wanted}" in f" {form}" or f" {form} " in f" {wanted} " for column in columns for form in _forms(concept, column))


@lru_cache(maxsize=8192)
def _forms(concept: Concept, column: str) -> frozenset[str]:
    """Return all forms as they are compared; of a person the surname alone too, by which most texts call them."""
    alone = families.surname_forms(concept, column) if nameable(concept) else ()
    return frozenset(map(_plain, (*shown_forms(concept, column), *alone)))
