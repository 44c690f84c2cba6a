"""Whether a code still holds what it held: a link that moved to another word is what no reader of the target sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from transloc import markup
from transloc.checks.pair import Pair, Side
from transloc.checks.terms.presence import mentions, target_matches
from transloc.checks.text.later import later
from transloc.languages import romanise
from transloc.markup import Form
from transloc.model import Span

_NAME = later(r"[^\W\d_][\w'’ʼ-]{3,}")
#: How like the consonants of a name must be to those of its counterpart, of 100: inflected, and romanised by whatever table.
_ALIKE = 75
_UNMARKED = str.maketrans("ąćčęěłńóśšźżžäöüßéèáíő", "acceelnosszzzaousee" + "aio")
#: Letters that stand for one sound in one writing or another, the longer ones first.
_SOUNDS = (
    *(("kh", "h"), ("tsch", "c"), ("dzh", "j"), ("sch", "s"), ("shch", "s"), ("sh", "s"), ("sz", "s"), ("zh", "z"), ("cz", "c")),
    *(("ch", "c"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("ts", "c"), ("tz", "c"), ("qu", "kv")),
    *(("x", "ks"), ("c", "k"), ("q", "k"), ("w", "v"), ("g", "h")),
)
_VOWELS = later(r"(?<=.)[aeiouyj'’ʼ-]+")
_REPEATED = later(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A term, number or name of the source, and where the target has it; spans count the texts with their codes."""

    text: str
    source: Span
    targets: tuple[Span, ...]


def held(text: str) -> dict[int, Span]:
    """Return the span between the two halves of each paired code; one that holds the whole text is left out."""
    opened: dict[int, int] = {}
    found: dict[int, Span] = {}
    for token in markup.codes(text):
        if token.form is Form.OPEN:
            opened[token.number] = token.end
        elif token.form is Form.CLOSE and token.number in opened:
            found[token.number] = (opened[token.number], token.start)
    return {number: span for number, span in found.items() if markup.words(text[: span[0]] + text[span[1] :]).strip()}


def moved(pair: Pair) -> Iterator[tuple[int, Counterpart]]:
    """Yield each paired code whose term, number or name stands in the target, but outside the code; the first one of each code.

    What the source names outside the code too proves nothing.
    """
    here, there = held(pair.source.text), held(pair.target.text)
    if not here or here.keys().isdisjoint(there):
        return
    known = tuple(_counterparts(pair))
    for number in sorted(here.keys() & there.keys()):
        inside = [one for one in known if _within(one.source, here[number])]
        outside = {span for one in known if not _within(one.source, here[number]) for span in one.targets}
        for one in inside:
            if one.targets and outside.isdisjoint(one.targets) and not any(_touches(span, there[number]) for span in one.targets):
                yield number, one
                break


def _counterparts(pair: Pair) -> Iterator[Counterpart]:
    yield from _terms(pair)
    yield from _numbers(pair.source, pair.target)
    yield from _names(pair.source, pair.target)


def _terms(pair: Pair) -> Iterator[Counterpart]:
    if pair.glossary is None or pair.glossary.column_for(pair.target.locale) is None:
        return
    theirs = target_matches(pair.target, pair.glossary)
    for match in mentions(pair.source, pair.glossary):
        spans = tuple((other.start, other.end) for other in theirs if other.concept.id == match.concept.id)
        yield Counterpart(match.text, (match.start, match.end), spans)


def _numbers(source: Side, target: Side) -> Iterator[Counterpart]:
    for figure in source.figures:
        values = {value for reading in figure.readings for value in reading}
        same = (other for other in target.figures if any(value in values for reading in other.readings for value in reading))
        yield Counterpart(figure.text, source.span(figure.start, figure.end), tuple(target.span(one.start, one.end) for one in same))


def _names(source: Side, target: Side) -> Iterator[Counterpart]:
    """Yield the words with a capital that the target has likewise, in its own letters."""
    ours = [word for word in target.words if word.text[0].isupper() and len(word.text) > 3]
    spelt = [_consonants(word.text, target.locale, source.locale) for word in ours]
    for word in source.words:
        if not word.text[0].isupper() or not _NAME.fullmatch(word.text):
            continue
        wanted = _consonants(word.text, source.locale, target.locale)
        like = process.extract(wanted, spelt, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=4)
        spans = tuple(target.span(ours[at].start, ours[at].end) for _, _, at in like if spelt[at][0] == wanted[0])
        if spans:
            yield Counterpart(word.text, source.span(word.start, word.end), spans)


@lru_cache(maxsize=1024)
def _consonants(word: str, locale: str, other: str) -> str:
    """Return what the writings of one name share: its first letter, any vowel counting as one, and its consonants."""
    plain = (romanise.name(word, locale, other) or word).lower().translate(_UNMARKED)
    for sound, letter in _SOUNDS:
        plain = plain.replace(sound, letter)
    plain = re.sub(r"\A[aeiouyj]", "a", plain)
    return _REPEATED.sub(r"\1", _VOWELS.sub("", plain))


def _within(span: Span, outer: Span) -> bool:
    return outer[0] <= span[0] and span[1] <= outer[1]


def _touches(span: Span, outer: Span) -> bool:
    return span[0] < outer[1] and outer[0] < span[1]
