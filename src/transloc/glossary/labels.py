"""Recurring labels of a newsroom («Коротко», «Фото: …»): the glossary translates them whole, an engine never."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the labels in it translated, ``count`` of them.

    ``rest`` are the other words in it, stretch by stretch; ``unknown`` those of them that stand where a label does.
    """

    target: str
    count: int = 0
    rest: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


#: What ends a stretch of words in a line such as «Переглядів: 3 417 | Коментарі (12)», beside a link.
_CUT = re.compile(r"(?P<number>\d[\d\s.,:]*)|(?P<colon>:)|(?P<bar>[|/·•\n])")
_MARKS = " \t\r\n\f\u00a0.,;!?…—–-→›+()"
#: Words of a label that has no row.
_MOST_WORDS = 3


class _Part(NamedTuple):
    """A stretch of a line: ``words`` outside of a link, the words of a ``link``, a ``number``, a ``colon``, or a ``bar``.

    ``holder`` is where the link begins, or the words between two.
    """

    form: str
    start: int
    end: int
    holder: int


def apply_labels(text: str, glossary: Glossary, source: str, target: str, links: Collection[int] = ()) -> Labelled:
    """Return a line of page furniture with its labels translated: «Поділитися: <1>Facebook</1>», «3 417 переглядів», «Головна | Світ».

    ``links`` are the numbers of the codes that are links. A label counts where it leads (before a colon, a number or a link), and where
    nothing else stands between the bars but links, numbers and other labels; in a sentence it is a word like any other.
    """
    plain = markup.strip(text)
    parts = _parts(plain.words, _linked(text, links))
    known: dict[_Part, str] = {}
    for part in parts:
        label = next(_labelled(plain.words[part.start : part.end], glossary, source, target), None) if part.form in _WORDED else None
        if label and not markup.codes(text[slice(*plain.span(part.start, part.end))]):
            known[part] = label[1]
    phrases = [*_phrases(parts)]
    applied = {part for phrase in phrases for part in _leading(phrase, known)}
    written, at = [], 0
    for part in sorted(applied, key=lambda one: one.start):
        start, end = plain.span(part.start, part.end)
        written += [text[at:start], markup.escape(known[part])]
        at = end
    rest = tuple(plain.words[part.start : part.end] for part in parts if part.form in _WORDED and part not in applied)
    strange = (_unknown(phrase, known, plain.words) for phrase in phrases)
    unknown = tuple(plain.words[part.start : part.end] for part in strange if part)
    return Labelled("".join((*written, text[at:])), len(applied), rest, unknown)


_WORDED = ("words", "link")


def _linked(text: str, links: Collection[int]) -> list[tuple[int, int, bool]]:
    """Return the stretches of the words of ``text`` between the edges of its links, and whether a link holds them."""
    cuts, at, depth = [(0, 0)], 0, 0
    for token in markup.parse(text):
        if isinstance(token, markup.Text):
            at += len(token.value)
        elif token.number in links and token.form is not markup.Form.EMPTY:
            depth += 1 if token.form is markup.Form.OPEN else -1
            cuts.append((at, depth))
    return [(start, end, held > 0) for (start, held), (end, _) in pairwise([*cuts, (at, 0)]) if start < end]


def _parts(words: str, stretches: list[tuple[int, int, bool]]) -> list[_Part]:
    parts: list[_Part] = []
    for start, end, link in stretches:
        at = start
        for found in _CUT.finditer(words, start, end):
            parts += _worded(words, at, found.start(), start, link)
            parts.append(_Part(found.lastgroup or "", *found.span(), start))
            at = found.end()
        parts += _worded(words, at, end, start, link)
    return parts


def _worded(words: str, start: int, end: int, holder: int, link: bool) -> Iterator[_Part]:
    held = words[start:end]
    if any(map(str.isalpha, held)):
        yield _Part("link" if link else "words", end - len(held.lstrip(_MARKS)), start + len(held.rstrip(_MARKS)), holder)


def _phrases(parts: list[_Part]) -> Iterator[list[_Part]]:
    """Yield what stands between two bars."""
    phrase: list[_Part] = []
    for part in parts:
        if part.form == "bar":
            yield phrase
            phrase = []
        else:
            phrase.append(part)
    yield phrase


def _leading(phrase: list[_Part], known: Mapping[_Part, str]) -> Iterator[_Part]:
    """Yield the parts of a phrase that are labels by their place."""
    if all(part in known for part in phrase if part.form == "words"):
        other = {part.holder for part in phrase if part.form in _WORDED and part not in known}
        yield from (part for part in phrase if part in known and part.holder not in other)
    elif len(phrase) > 1 and phrase[0] in known and (phrase[1].form == "colon" or phrase[0].form == "words"):
        yield phrase[0]


def _unknown(phrase: list[_Part], known: Mapping[_Part, str], words: str) -> _Part | None:
    """Return the words before a colon or a link, where nothing but links and numbers follows, they are few, and no row has them."""
    first = phrase[0] if [part.form for part in phrase].count("words") == 1 and len(phrase) > 1 else None
    if first is None or first.form != "words" or first in known or phrase[1].form == "number":
        return None
    return first if len(words[first.start : first.end].split()) <= _MOST_WORDS else None


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
