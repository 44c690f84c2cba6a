"""Recurring labels of a newsroom («Коротко», «Фото: …»): the glossary translates them whole, an engine never."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from transloc import markup
from transloc.glossary.entry import Concept, ConceptKind, Glossary, Status
from transloc.glossary.spelling import spell
from transloc.model import Suggestion

#: Where suggestions of this module come from.
ORIGIN = "glossary"

_WHOLE = re.compile(r"\s*(?P<words>.*?)\s*(?P<mark>[:.…]?)\s*\Z", re.DOTALL)
_LEADING = re.compile(r"\s*(?P<words>[^:\n]{1,80}?)\s*:")
_AFTER = re.compile(r"(?:</\d{1,6}>)*\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Label:
    """A text that begins with a label: ``target`` is its translation up to the rest, colon, codes and space included."""

    target: str
    rest: str
    concept: Concept


def apply_label(text: str, glossary: Glossary, source: str, target: str) -> Suggestion | None:
    """Return the translation of a unit that is nothing but a label, its codes and final mark kept; None for all else."""
    plain = markup.strip(text)
    found = _WHOLE.match(plain.words)
    if not found or not found["words"]:
        return None
    for concept, word in _labelled(found["words"], glossary, source, target):
        start, end = plain.span(*found.span("words"))
        if not markup.codes(text[start:end]):
            written = text[:start] + markup.escape(word) + text[end:]
            return Suggestion(written, ORIGIN, 1.0, concept.preferred(glossary.column_for(source) or ""))
    return None


def leading_label(text: str, glossary: Glossary, source: str, target: str) -> Label | None:
    """Return the label before the first colon, translated, and the rest that remains to be translated; None without one."""
    plain = markup.strip(text)
    found = _LEADING.match(plain.words)
    if not found or found.end() >= len(plain.words):
        return None
    for concept, word in _labelled(found["words"], glossary, source, target):
        start, end = plain.span(*found.span("words"))
        colon = plain.ends[found.end() - 1]
        after = _AFTER.match(text, colon)
        cut = after.end() if after else colon
        if not markup.codes(text[start:end]) and markup.words(text[cut:]).strip():
            return Label(text[:start] + markup.escape(word) + text[end:cut], text[cut:], concept)
    return None


def _labelled(words: str, glossary: Glossary, source: str, target: str) -> Iterator[tuple[Concept, str]]:
    from_column, to_column = glossary.column_for(source), glossary.column_for(target)
    if from_column is None or to_column is None:
        return
    for concept in _labels(glossary, from_column).get(_key(words), ()):
        if word := concept.preferred(to_column) if concept.translate else words:
            yield concept, word.upper() if words.isupper() and len(words) > 1 and not _abbreviated(concept, from_column) else word


@lru_cache(maxsize=16)
def _labels(glossary: Glossary, column: str) -> Mapping[str, tuple[Concept, ...]]:
    """Return the approved labels by each of their forms in ``column``, as ``_key`` has it, in the order of the file."""
    found: dict[str, dict[str, Concept]] = {}
    for concept in glossary.concepts:
        if concept.kind is ConceptKind.LABEL and concept.status is Status.APPROVED:
            for form in (*concept.variants(column), *concept.forms(column)):
                found.setdefault(_key(form), {})[concept.id] = concept
    return {key: tuple(concepts.values()) for key, concepts in found.items()}


def _key(words: str) -> str:
    return " ".join(spell(words).words.casefold().rstrip(":").split())


def _abbreviated(concept: Concept, column: str) -> bool:
    return concept.preferred(column).isupper()
