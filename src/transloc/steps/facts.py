"""Dates and bylines: facts that are written by rule in the reader's language, and that no engine is asked about.

A date is written by CLDR. A name is the glossary's, else romanised by the table of its language; a label before either («Автор:»,
«Оновлено») is the glossary's. The parts of a line such as «24 листопада 2026, 10:15 | Олена Коваленко» are told apart by their bar.
"""

import re
from dataclasses import dataclass
from datetime import tzinfo

from transloc import markup
from transloc.glossary import Glossary, apply_label, known_name
from transloc.languages import dates, joined, language, romanise
from transloc.model import Kind, Segment, Suggestion

#: Where the drafts of this module come from; the name of a row comes from the ``glossary``, a name in the reader's letters is a copy.
CLDR, ROMANISED, GLOSSARY, COPY = "cldr", "romanised", "glossary", "copy"

#: Kinds that never go to an engine: it makes other dates and other people of them.
RULED = frozenset({Kind.DATE, Kind.BYLINE})
#: Kinds whose units may be a bare date; what else they say is an engine's.
_DATED = frozenset({Kind.TIMELINE, Kind.ITEM})

_BAR = re.compile(r"\s*[|·•]\s*")
_LABELLED = re.compile(r"(?P<label>[^:\n]{1,80}?)\s*:\s+(?P<rest>\S.*)\Z", re.DOTALL)
_BETWEEN = re.compile(r"(?P<mark>\s*[,;/]\s*)|\s+(?:і|й|та|и|&)\s+")
_CYRILLIC = re.compile(r"(?:[А-ЯЄІЇҐ]\.|[А-ЯЄІЇҐ][а-яєіїґ'’ʼ]+(?:-[А-ЯЄІЇҐ][а-яєіїґ'’ʼ]+)*)")
_LATIN = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.|[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*)")
_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who the facts are written for: ``target`` is the full locale (en-GB), ``zone`` the newsroom's clock."""

    source: str
    target: str
    glossary: Glossary | None = None
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands at ``start`` to ``end`` of the words, as the reader writes it, and by which rule."""

    start: int
    end: int
    written: str
    origin: str


def draft(segment: Segment, reader: Reader) -> Suggestion | None:
    """Return the draft of a date, a byline or a bare date in a timeline or a list; None where any part of it has no rule."""
    if segment.kind not in RULED | _DATED or len(segment.source) > _LONGEST:
        return None
    plain = markup.strip(segment.source)
    parts = _bare(plain.words, reader) if segment.kind in _DATED else _parts(plain.words, reader)
    if not parts:
        return None
    written, at = "", 0
    for part in parts:
        start, end = plain.span(part.start, part.end)
        if markup.codes(segment.source[start:end]):
            return None
        written += segment.source[at:start] + markup.escape(part.written)
        at = end
    origins = {part.origin for part in parts}
    return Suggestion(written + segment.source[at:], next(o for o in (ROMANISED, CLDR, GLOSSARY, COPY) if o in origins))


def _bare(words: str, reader: Reader) -> list[_Part]:
    part = _date(words, *_bounds(words, 0, len(words)), reader)
    return [part] if part else []


def _bounds(words: str, start: int, end: int) -> tuple[int, int]:
    held = words[start:end]
    return start + len(held) - len(held.lstrip()), start + len(held.rstrip())


def _parts(words: str, reader: Reader) -> list[_Part]:
    whole = _date(words, *_bounds(words, 0, len(words)), reader)  # a bar may stand between a date and its time
    if whole:
        return [whole]
    done: list[_Part] = []
    at = 0
    for stop, following in [*(found.span() for found in _BAR.finditer(words)), (len(words), len(words))]:
        start, end = _bounds(words, at, stop)
        at = following
        if start < end:
            found = _one(words, start, end, reader)
            if not found:
                return []
            done += found
    return done


def _one(words: str, start: int, end: int, reader: Reader) -> list[_Part]:
    """Return the parts of a label and a fact, or of a fact alone."""
    if fact := _fact(words, start, end, reader):
        return fact
    held = words[start:end]
    if labelled := _LABELLED.match(held):
        cut, after = start + labelled.end("label"), start + labelled.start("rest")
    elif (found := dates.find(held, reader.source)) and found[0].span[0]:
        cut, after = start + len(held[: found[0].span[0]].rstrip()), start + found[0].span[0]
    else:
        return []
    label = apply_label(words[start:cut], reader.glossary, reader.source, reader.target) if reader.glossary else None
    fact = _fact(words, after, end, reader)
    return [_Part(start, cut, label.target, GLOSSARY), *fact] if label and fact else []


def _fact(words: str, start: int, end: int, reader: Reader) -> list[_Part]:
    if date := _date(words, start, end, reader):
        return [date]
    return _names(words, start, end, reader)


def _date(words: str, start: int, end: int, reader: Reader) -> _Part | None:
    found = dates.read(words[start:end], reader.source)
    if found is None:
        return None
    return _Part(start + found.span[0], start + found.span[1], dates.write(found, reader.target, reader.zone), CLDR)


def _names(words: str, start: int, end: int, reader: Reader) -> list[_Part]:
    """Return the part of one name or several; a list with a conjunction is joined as the reader's language joins one."""
    whole = _name(words[start:end], reader)
    if whole:
        return [_Part(start, end, *whole)]
    named: list[_Part] = []
    joints, at = list(_BETWEEN.finditer(words, start, end)), start
    for stop, following in [*(found.span() for found in joints), (end, end)]:
        name = _name(words[at:stop], reader)
        if name is None:
            return []
        named.append(_Part(at, stop, *name))
        at = following
    if all(found["mark"] for found in joints):
        return named
    origin = next(o for o in (ROMANISED, GLOSSARY, COPY) if any(part.origin == o for part in named))
    return [_Part(start, end, joined([part.written for part in named], reader.target), origin)]


def _name(name: str, reader: Reader) -> tuple[str, str] | None:
    if reader.glossary and (known := known_name(name, reader.glossary, reader.source, reader.target)):
        return known, GLOSSARY
    if _is_name(name, _CYRILLIC) and (written := romanise.name(name, reader.source, reader.target)):
        return written, ROMANISED
    if _is_name(name, _LATIN) and romanise.latin(reader.target) and not romanise.latin(language(reader.source)):
        return name, COPY
    return None


def _is_name(text: str, word: re.Pattern[str]) -> bool:
    """Tell a person's name by its two to four words with capitals, initials among them."""
    words = text.split()
    return 2 <= len(words) <= 4 and all(map(word.fullmatch, words)) and not all(one.endswith(".") for one in words)
