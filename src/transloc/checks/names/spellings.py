"""One name in two spellings within a catalog: what stands for each name of the sources, heard in the targets."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from rapidfuzz.distance import Indel

from transloc.checks.names import proper, sounds
from transloc.checks.pair import Side, side
from transloc.checks.text.later import later
from transloc.checks.text.traits import trait
from transloc.glossary import Glossary
from transloc.glossary.stems import stems
from transloc.languages import language
from transloc.model import Catalog, Segment, Span

_ENDING = later(r"['’].*\Z")
#: So alike are two spellings of one name, in percent; less is another word.
_ONE_NAME, _ONE_SOUND, _SAME_SOUND = 75, 70, 95
#: Letters at the end of a name that its cases may change.
_CASES = 3

#: Words that may be people's names, and the words of a target that may be what they are there.
_NAMES = trait(capital=True, tells=lambda word, _: proper.may_name(word))
_CAPITAL = trait(capital=True, tells=lambda word, _: len(word) > 2 and "-" not in word)


class Respelt(NamedTuple):
    """A ``name`` of the source that is spelt ``said`` at ``span`` of the target, and ``before`` where it was first met."""

    name: str
    said: str
    before: str
    span: Span


class Spellings:
    """The names of a catalog so far, each with all that it was in a target. Feed it the segments in their order.

    ``glossary`` is what the catalog is checked by.
    """

    def __init__(self, catalog: Catalog, glossary: Glossary | None = None) -> None:
        self._glossary = glossary
        self._locales = catalog.source_locale, catalog.target_locale
        self._translated = language(catalog.source_locale) != language(catalog.target_locale)
        self._answers: dict[str, set[str]] = {}  # by the name as it is spelt
        self._spelt: dict[str, list[str]] = {}  # by what all cases of a name share

    def changed(self, segment: Segment) -> Iterator[Respelt]:
        """Yield the names that ``segment`` spells otherwise than a segment before; each other spelling once."""
        if not self._translated:
            return
        source, target = side(segment.source, self._locales[0], self._glossary), side(segment.target, self._locales[1])
        names = source.spelt_having(_NAMES)  # also where a sentence begins: what sounds alike in both languages is a name
        capital = target.spelt_having(_CAPITAL) if names else []
        if not capital:
            return
        begun: dict[str, list[str]] = {}
        for word in names:
            known = self._answers.get(word)
            if known and not known.isdisjoint(capital):
                continue
            if not begun:
                for one in capital:
                    begun.setdefault(sounds.beginning(one), []).append(one)
            answer = _answer(word, begun.get(sounds.beginning(word)) or capital)
            if answer:
                self._answers.setdefault(word, set()).add(answer)
                if not proper.places(word, source.language) and (before := self._before(word, answer)):
                    yield _respelt(word, answer, before, target)

    def _before(self, word: str, answer: str) -> str:
        """Return the first spelling of a name that is now ``answer``, where that is another one; keep it where there was none."""
        known = stems(word, self._locales[0])
        spelt = next((self._spelt[stem] for stem in known if stem in self._spelt), [])
        self._spelt |= {stem: spelt for stem in known if stem not in self._spelt}
        other = bool(spelt) and all(_other_spelling(old, answer, language(self._locales[1])) for old in spelt)
        if other or not spelt:
            spelt.append(answer)  # told once
        return spelt[0] if other else ""


def _respelt(word: str, answer: str, before: str, target: Side) -> Respelt:
    at = next(one for one in target.words if one.text == answer)
    return Respelt(word, _ENDING.sub("", answer), _ENDING.sub("", before), target.span(at.start, at.end))


def _answer(word: str, capital: list[str]) -> str | None:
    """Return the one of ``capital``, words of the target, that sounds most like a name, where one does."""
    best = capital[0] if len(capital) == 1 else max(capital, key=partial(sounds.likeness, word))
    return best if sounds.likeness(word, best) >= _ONE_SOUND else None


def _other_spelling(one: str, other: str, tongue: str) -> bool:
    """Tell whether two words are one name in two spellings, not two names nor two of its cases."""
    one, other = _ENDING.sub("", one).casefold(), _ENDING.sub("", other).casefold()
    if one.startswith(other) or other.startswith(one) or set(one).isdisjoint(other):  # other letters: another script
        return False
    if Indel.normalized_similarity(one, other) * 100 < _ONE_NAME and sounds.likeness(one, other) < _SAME_SOUND:
        return False
    if tongue == "en":  # which has no cases
        return True
    first = next(at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs)
    return first <= min(len(one), len(other)) - _CASES and stems(one, tongue).isdisjoint(stems(other, tongue))
