"""``inconsistent``: one text with several translations, or one translation of several texts; one name in two spellings.

It looks at all catalogs of a project, each in its turn, and keeps digests of the texts, not the texts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from rapidfuzz.distance import Indel

from transloc.checks.names import proper, sounds
from transloc.checks.pair import Side, side
from transloc.checks.text.later import later
from transloc.checks.text.traits import trait
from transloc.glossary.stems import stems
from transloc.languages import language
from transloc.model import ADAPTED, Catalog, Finding, Segment, Severity
from transloc.wording import say

NAME = "inconsistent"

#: A shorter text is a label, which is translated by its context.
_FEWEST = 3
_WORD = later(r"\w+")
#: A text is kept as a digest of so many bits, and one number for the digest of its counterpart, the line, and the file that has it.
_BITS, _LINES = 60, 24
_DIGEST = (1 << _BITS) - 1
_ENDING = later(r"['’].*\Z")
#: So alike are two spellings of one name, in percent; less is another word.
_ONE_NAME, _ONE_SOUND, _SAME_SOUND = 75, 70, 95
#: Letters at the end of a name that its cases may change.
_CASES = 3

#: Words that may be people's names, and the words of a target that may be what they are there.
_NAMES = trait(capital=True, tells=lambda word, _: proper.may_name(word))
_CAPITAL = trait(capital=True, tells=lambda word, _: len(word) > 2 and "-" not in word)


@dataclass(slots=True)
class Consistency:
    """What the catalogs said so far. Feed them in the order of the files; a finding stands at the later of two places."""

    _targets: dict[int, int] = field(default_factory=dict)
    _sources: dict[int, int] = field(default_factory=dict)
    _paths: list[str] = field(default_factory=list)
    _names: dict[str, list[str]] = field(default_factory=dict)
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _article: str = ""

    def check(self, segment: Segment, catalog: Catalog, path: str, line: int = 0) -> Iterator[Finding]:
        """Yield what contradicts an earlier segment; ``path`` and ``line`` (0: none) are where this one stands, for the reader."""
        if not segment.source or not segment.target.strip() or segment.omitted:
            return
        if segment.kind not in ADAPTED:
            if not self._paths or self._paths[-1] != path:
                self._paths.append(path)
            yield from self._texts(segment, catalog, (len(self._paths) - 1) << _LINES | line)
        if language(catalog.source_locale) != language(catalog.target_locale):
            article = catalog.article or path  # a PO file of elsewhere names none
            yield from self._spellings(segment, catalog, f"{catalog.source_locale} {catalog.target_locale} {article}")

    def _texts(self, segment: Segment, catalog: Catalog, place: int) -> Iterator[Finding]:
        source, target = _words(segment.source), _words(segment.target)
        if len(source) < _FEWEST:
            return
        pair = (catalog.source_locale, catalog.target_locale)
        mine, theirs = hash((pair, source)) & _DIGEST, hash((pair, target)) & _DIGEST
        here = place << _BITS
        before = self._targets.setdefault(mine, here | theirs)
        if before & _DIGEST != theirs:
            yield _finding(say("The same text is translated otherwise: {before}", before=self._place(before)), (0, len(segment.target)))
        before = self._sources.setdefault(theirs, here | mine)
        if before & _DIGEST != mine:
            yield _finding(say("Another text has the same translation: {before}", before=self._place(before)), (0, len(segment.target)))

    def _place(self, kept: int) -> str:
        path, line = divmod(kept >> _BITS, 1 << _LINES)
        return f"{self._paths[path]}:{line}" if line else self._paths[path]

    def _spellings(self, segment: Segment, catalog: Catalog, article: str) -> Iterator[Finding]:
        """Yield a finding for each name that the article spells otherwise before; other articles may name other people."""
        if article != self._article:
            self._article = article
            self._names.clear()
            self._seen.clear()
        source, target = side(segment.source, catalog.source_locale), side(segment.target, catalog.target_locale)
        names = source.spelt_having(_NAMES)  # also where a sentence begins: what sounds alike in both languages is a name
        capital = target.spelt_having(_CAPITAL) if names else []
        begun: dict[str, list[str]] = {}
        for one in capital:
            begun.setdefault(sounds.beginning(one), []).append(one)
        for word in names:
            answer = _answer(word, begun.get(sounds.beginning(word)) or capital)
            if answer and (word, answer) not in self._seen:
                self._seen.add((word, answer))
                if proper.places(word, source.language):
                    continue
                yield from self._spelling(word, answer, source, target)

    def _spelling(self, word: str, answer: str, source: Side, target: Side) -> Iterator[Finding]:
        known = stems(word, source.locale)
        before = next((self._names[stem] for stem in known if stem in self._names), [])
        self._names |= {stem: before for stem in known if stem not in self._names}
        if before and all(_other_spelling(old, answer, target.language) for old in before):
            said, old = _ENDING.sub("", answer), _ENDING.sub("", before[0])
            at = next(one for one in target.words if one.text == answer)
            yield _finding(say("“{word}” is “{said}” here, “{old}” before", word=word, said=said, old=old), target.span(at.start, at.end))
            before.append(answer)  # told once
        elif not before:
            before.append(answer)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _answer(word: str, capital: list[str]) -> str | None:
    """Return the one of ``capital``, words of the target, that sounds most like a name, where one does."""
    best = capital[0] if len(capital) == 1 else max(capital, key=partial(sounds.likeness, word), default=None)
    return best if best and sounds.likeness(word, best) >= _ONE_SOUND else None


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


def _finding(message: str, span: tuple[int, int]) -> Finding:
    return Finding(rule=NAME, severity=Severity.WARNING, message=message, target_spans=(span,))
