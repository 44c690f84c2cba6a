"""``inconsistent``: one text with several translations, or one translation of several texts; one name in two spellings.

A ``Reader`` takes from each catalog what the rule needs, and ``Consistency`` looks at all catalogs of a project, each in its turn; it keeps
digests of the texts, not the texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from typing import NamedTuple, Protocol

from rapidfuzz.distance import Indel

from transloc.checks.names import proper, sounds
from transloc.checks.pair import side
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
#: Bits of a digest, and of the line in a place.
_BITS, _LINES = 60, 24
_ENDING = later(r"['’].*\Z")
#: So alike are two spellings of one name, in percent; less is another word.
_ONE_NAME, _ONE_SOUND, _SAME_SOUND = 75, 70, 95
#: Letters at the end of a name that its cases may change.
_CASES = 3

#: Words that may be people's names, and the words of a target that may be what they are there.
_NAMES = trait(capital=True, tells=lambda word, _: proper.may_name(word))
_CAPITAL = trait(capital=True, tells=lambda word, _: len(word) > 2 and "-" not in word)


class Said(NamedTuple):
    """What one segment says that others may contradict, in compact form, as it may come from another process.

    ``digests`` are those of its source and its target, None where it is too short; ``names`` its names, each with what it is in the target.
    """

    digests: tuple[int, int] | None
    names: Sequence[tuple[str, str]]


class Reader:
    """What the segments of a catalog say; a name and what stands for it are told once."""

    def __init__(self, catalog: Catalog) -> None:
        self._locales = catalog.source_locale, catalog.target_locale
        self._languages = "\0".join((*self._locales, ""))
        self._translated = language(catalog.source_locale) != language(catalog.target_locale)
        self._told: dict[str, set[str]] = {}  # what each name was so far

    def read(self, segment: Segment) -> Said | None:
        """Return what ``segment`` says; None where it is no matter of this rule."""
        if not segment.source or not segment.target.strip() or segment.omitted:
            return None
        digests = None if segment.kind in ADAPTED else self._digests(segment)
        return Said(digests, self._named(segment) if self._translated else ())

    def _digests(self, segment: Segment) -> tuple[int, int] | None:
        source = _words(segment.source)
        if len(source) < _FEWEST:
            return None
        return _digest(self._languages, source), _digest(self._languages, _words(segment.target))

    def _named(self, segment: Segment) -> Sequence[tuple[str, str]]:
        source, target = side(segment.source, self._locales[0]), side(segment.target, self._locales[1])
        names = source.spelt_having(_NAMES)  # also where a sentence begins: what sounds alike in both languages is a name
        capital = target.spelt_having(_CAPITAL) if names else []
        found, begun = [], dict[str, list[str]]()
        for word in names:
            told = self._told.setdefault(word, set())
            if not told.isdisjoint(capital):  # as is mostly so
                continue
            if not begun:
                for one in capital:
                    begun.setdefault(sounds.beginning(one), []).append(one)
            answer = _answer(word, begun.get(sounds.beginning(word)) or capital)
            if answer:
                told.add(answer)
                if not proper.places(word, source.language):
                    found.append((word, answer))
        return found


class Kept(Protocol):
    """What is kept of texts, by digest: that of the counterpart, and the place, a number below 2**63; a dict is one."""

    def setdefault(self, key: int, value: tuple[int, int], /) -> tuple[int, int]:
        """Return what stands under ``key``, which is ``value`` where nothing did."""


@dataclass(slots=True)
class Consistency:
    """What the catalogs said so far. Feed them in the order of the files; a finding stands at the later of two places.

    ``targets`` keep it by source, ``sources`` by target: dicts, or what lies elsewhere where a project may be of any size.
    """

    targets: Kept = field(default_factory=dict[int, tuple[int, int]])
    sources: Kept = field(default_factory=dict[int, tuple[int, int]])
    _paths: list[str] = field(default_factory=list)
    _names: dict[str, list[str]] = field(default_factory=dict)
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _article: str = ""

    def check(self, segment: Segment, catalog: Catalog, path: str, line: int = 0) -> Iterator[Finding]:
        """Yield the same of a segment that was not read before."""
        if said := Reader(catalog).read(segment):
            locales = catalog.source_locale, catalog.target_locale
            yield from self.compare(said, segment.target, locales, catalog.article, path, line)

    def compare(self, said: Said, target: str, locales: tuple[str, str], article: str, path: str, line: int = 0) -> Iterator[Finding]:
        """Yield what contradicts an earlier segment; ``path`` and ``line`` (0: none) are where this one stands, for the reader.

        ``target`` is its text; ``article`` is that of the catalog, empty for a PO file of elsewhere, which names none.
        """
        if said.digests:
            if not self._paths or self._paths[-1] != path:
                self._paths.append(path)
            yield from self._texts(*said.digests, target, (len(self._paths) - 1) << _LINES | line)
        if said.names:
            yield from self._spellings(said.names, target, locales, f"{' '.join(locales)} {article or path}")

    def _texts(self, mine: int, theirs: int, target: str, place: int) -> Iterator[Finding]:
        said, before = self.targets.setdefault(mine, (theirs, place))
        if said != theirs:
            yield _finding(say("The same text is translated otherwise: {before}", before=self._place(before)), (0, len(target)))
        said, before = self.sources.setdefault(theirs, (mine, place))
        if said != mine:
            yield _finding(say("Another text has the same translation: {before}", before=self._place(before)), (0, len(target)))

    def _place(self, place: int) -> str:
        path, line = divmod(place, 1 << _LINES)
        return f"{self._paths[path]}:{line}" if line else self._paths[path]

    def _spellings(self, names: Sequence[tuple[str, str]], target: str, locales: tuple[str, str], article: str) -> Iterator[Finding]:
        """Yield a finding for each name that the article spells otherwise before; other articles may name other people."""
        if article != self._article:
            self._article = article
            self._names.clear()
            self._seen.clear()
        for word, answer in names:
            if (word, answer) not in self._seen:
                self._seen.add((word, answer))
                yield from self._spelling(word, answer, target, locales)

    def _spelling(self, word: str, answer: str, target: str, locales: tuple[str, str]) -> Iterator[Finding]:
        known = stems(word, locales[0])
        before = next((self._names[stem] for stem in known if stem in self._names), [])
        self._names |= {stem: before for stem in known if stem not in self._names}
        if before and all(_other_spelling(old, answer, language(locales[1])) for old in before):
            said, old, read = _ENDING.sub("", answer), _ENDING.sub("", before[0]), side(target, locales[1])
            at = next(one for one in read.words if one.text == answer)
            yield _finding(say("“{word}” is “{said}” here, “{old}” before", word=word, said=said, old=old), read.span(at.start, at.end))
            before.append(answer)  # told once
        elif not before:
            before.append(answer)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _digest(languages: str, words: list[str]) -> int:
    """Return the digest of a text, the same in every process, as that of ``hash`` is not."""
    told = (languages + "\0".join(words)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(told, digest_size=8).digest()) >> 64 - _BITS


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
