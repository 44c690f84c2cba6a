"""Labels of a newsroom in lines of their own: «Поділитися: Facebook Telegram», «Переглядів: 3417».

The glossary translates them, in the furniture of a page at its export and in the article before any engine; what it cannot is told.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from transloc import markup
from transloc.checks.text.alphabets import traces
from transloc.formats.decode import text_of
from transloc.glossary import Glossary, Labelled, apply_labels
from transloc.glossary.labels import ORIGIN
from transloc.languages import language
from transloc.languages.scripts import script_of
from transloc.model import Catalog, Document, Kind, Suggestion, Unit
from transloc.steps.choose import EXCLUDED

#: Formats whose lines a person can count.
_LINES = frozenset({"html", "markdown", "text"})
#: Furniture whose few words are a label, though nothing stands beside them.
_LABELS = frozenset({"share bar", "view counter"})
_MOST_WORDS = 3
#: What an article states of itself where no reader of it looks.
_FIELDS = frozenset({Kind.SOCIAL, Kind.BYLINE, Kind.DATE, Kind.CATEGORY, Kind.TAG, Kind.ATTRIBUTE})
_EMPTY = Glossary((), ())
_NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Standing:
    """Words of the source that stay on an exported page; ``line`` is that of the source, 0 where its format has none."""

    words: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Furniture:
    """What comes of the texts that are no part of an article: ``targets`` by unit id, for those in which there are labels.

    ``left`` are the texts that hold words of the source all the same, those between the texts of the article first; ``unknown`` are
    the labels that the glossary has no translation for.
    """

    targets: Mapping[str, str] = field(default_factory=dict)
    left: tuple[Standing, ...] = ()
    unknown: tuple[Standing, ...] = ()


def furniture(document: Document, catalog: Catalog, glossary: Glossary | None) -> Furniture:
    """Return the translations of the labels in what is no part of the article; what an editor has excluded stays whole."""
    units = [unit for unit in document.units if unit.aside]
    if not units:
        return Furniture()
    line = _counted(document)
    begin, end = _reach(document)
    targets: dict[str, str] = {}
    left: list[Standing] = []
    unknown: dict[str, Standing] = {}
    for unit in sorted(units, key=lambda one: (not begin <= one.span[0] <= end, one.span[0])):
        done = _done(unit, catalog, glossary)
        if done.count:
            targets[unit.id] = done.target
        if foreign := [words for words in done.rest if _stays(words, catalog)]:
            left.append(Standing(_plain(" … ".join(foreign) if done.count else markup.words(unit.source)), line(unit)))
        for words in _labels(unit, done):
            if _stays(words, catalog):
                unknown.setdefault(words.casefold(), Standing(_plain(words), line(unit)))
    return Furniture(targets, tuple(left), tuple(unknown.values()))


def line_of_labels(text: str, glossary: Glossary, source: str, target: str) -> Suggestion | None:
    """Return the translation of a line that is labels and what stays as it is beside them: numbers, names in the reader's letters.

    None for all else, and wherever it cannot be told of the other words whether they stay.
    """
    pairs = {token.number for token in markup.codes(text) if token.form is markup.Form.OPEN}
    done = apply_labels(text, glossary, source, target, pairs)
    if not done.count or any(_foreign(words, source, target) for words in done.rest):
        return None
    return Suggestion(done.target, ORIGIN, 1.0)


def _done(unit: Unit, catalog: Catalog, glossary: Glossary | None) -> Labelled:
    if unit.aside == EXCLUDED:
        return Labelled(unit.source, rest=(markup.words(unit.source),))
    links = {code.number for code in unit.codes if code.label.startswith("link")}
    return apply_labels(unit.source, glossary or _EMPTY, catalog.source_locale, catalog.target_locale, links)


def _labels(unit: Unit, done: Labelled) -> Iterable[str]:
    """Return the words of a unit that are labels by their place, and that no row translates."""
    if (
        unit.aside in _LABELS
        and unit.kind is not Kind.ATTRIBUTE
        and not done.count
        and len(done.rest) == 1
        and len(done.rest[0].split()) <= _MOST_WORDS
    ):
        return done.rest
    return done.unknown


def _stays(words: str, catalog: Catalog) -> bool:
    return _foreign(words, catalog.source_locale, catalog.target_locale)


def _foreign(words: str, source: str, target: str) -> bool:
    """Tell whether ``words`` are of the source's language as far as letters tell; where both share a script, any may be."""
    source, target = language(source), language(target)
    return script_of(source) is script_of(target) or traces(words, target, source)


def _counted(document: Document) -> Callable[[Unit], int]:
    """Return what tells the line of a unit in its document, from 1; 0 where there are no lines."""
    if document.format not in _LINES:
        return lambda unit: 0
    ends = [found.end() for found in _NEWLINE.finditer(text_of(document.data, document.encoding))]
    return lambda unit: bisect_left(ends, unit.span[0] + 1) + 1


def _reach(document: Document) -> tuple[int, int]:
    """Return from where to where the texts of an article reach that its readers see."""
    seen = [unit.span[0] for unit in document.article if unit.kind not in _FIELDS]
    return (min(seen), max(seen)) if seen else (0, 0)


def _plain(words: str) -> str:
    return " ".join(words.split())
