"""How a name could be written in the target, and where that comes from; where nobody knows, nothing is proposed.

The order is that of a newsroom: as the name was published before, as the house writes its parts, and only a Ukrainian name by the
official romanisation. Russian names go by their own language (Sergey, not Serhii); a foreign name in Cyrillic is never turned back.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from transloc.glossary.entry import ConceptKind, Glossary, Status
from transloc.glossary.suggestions.find import mentions
from transloc.languages import given_names, language, romanise


class Origin(StrEnum):
    """Where a proposal comes from, the surest first; the last tells that there is none."""

    MEMORY = "memory"
    HOUSE = "glossary"
    SOURCE = "source"
    ROMANISED = "romanised"
    RUSSIAN = "russian"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """``text`` is empty where nothing can be proposed; ``why`` tells a person more."""

    text: str = ""
    origin: Origin = Origin.NONE
    why: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """A confirmed sentence that names somebody: ``before`` is what stands before the name, ``target`` the translation, if confirmed."""

    before: str
    target: str = ""


#: By what rule a name is romanised for which readers.
_RULES = {"de": "Duden", "pl": "PWN"}
_ALIKE, _ALMOST = 65, 90
_SHORT = 5
#: Of the confirmed sentences with a name of one word, how many must have the spelling; of a person most have the surname alone.
_LEAST = 0.2
#: How closely words must keep together to be each other's translation (Dice's coefficient), and how often at the least.
_TOGETHER = 0.6
_FEWEST = 3
_LENGTHS = range(1, 5)
_POSSESSIVE = re.compile(r"['’]s\Z|(?<=s)['’]\Z")
_CUES = {
    "uk": re.compile(r"україн|\bзсу\b|верховн\w+ рад|київ", re.IGNORECASE),
    "ru": re.compile(r"росі[йяюї]|\bрф\b|кремл|москв|держдум", re.IGNORECASE),
    "be": re.compile(r"білорус|\bмінськ", re.IGNORECASE),
}
_NEAR = 70
_RUSSIAN = re.compile(r"(?:[оеєї]в|[иії]н)а?\Z")
_UKRAINIAN = re.compile(r"(?:енко|[чщ]ук|юк|ишин)\Z")


class Memory:
    """Confirmed translations: what stands in them with a capital, and in how many."""

    def __init__(self, targets: Iterable[str]) -> None:
        self._often = Counter(run for target in targets for count in _LENGTHS for run in set(_runs(target, count)))

    def companion(self, targets: Iterable[str]) -> tuple[str, int]:
        """Return the words that stand in most of ``targets`` and hardly anywhere else, and in how many; nothing where none do."""
        told = tuple(targets)
        here = Counter(run for target in told for count in _LENGTHS for run in set(_runs(target, count)))
        scored = [
            (2 * times / (len(told) + self._often[run]), len(run), run) for run, times in here.items() if times >= _FEWEST and len(run) > 1
        ]
        score, _, best = max(scored, default=(0.0, 0, ""))
        return (best, here[best]) if score >= _TOGETHER else ("", 0)


def propose(
    name: str, kind: ConceptKind, seen: Iterable[Published], memory: Memory, glossary: Glossary, source: str, target: str
) -> Proposal:
    """Return the best proposal for ``name``, in citation form, among all who might know."""
    seen = tuple(seen)
    for found in (_published(name, seen, source, target), _alongside(name, kind, seen, memory), _of_house(name, glossary, source, target)):
        if found:
            return found
    if romanise.latin(target) and re.match(r"[A-Za-zÀ-ž]", name):
        return Proposal(name, Origin.SOURCE, "as it stands in the source")
    if language(source) != "uk" or not romanise.latin(target):
        return Proposal(why="no rule leads from one language to the other: look it up")
    return _by_rule(name, kind, seen, source, target)


def _published(name: str, seen: Iterable[Published], source: str, target: str) -> Proposal | None:
    """Return the spelling in confirmed targets that is most like the name."""
    from rapidfuzz.fuzz import ratio

    wanted = _plain(romanise.name(name, source, target) or name)
    counts = {len(name.split()), len(re.split(r"[\s-]", name))}  # «Нью-Йорк» is New York
    told = [one.target for one in seen if one.target]
    spelt: Counter[str] = Counter()
    for text in told:
        near = [(ratio(wanted, _plain(words)), words) for count in counts for words in _runs(text, count)]
        score, words = max(near, default=(0.0, ""))
        if score >= (_ALIKE if len(wanted) > _SHORT else _ALMOST):
            spelt[words] += 1
    best, times = next(iter(spelt.most_common(1)), ("", 0))
    if not best or (max(counts) == 1 and times < _LEAST * len(told)):
        return None
    others = ", ".join(word for word in spelt if word != best)
    return Proposal(best, Origin.MEMORY, f"so in {_sentences(times)}" + (f"; elsewhere {others}" if others else ""))


def _alongside(name: str, kind: ConceptKind, seen: Iterable[Published], memory: Memory) -> Proposal | None:
    """Return what stands in the confirmed targets whenever the name is in the source: of «Франція» it is France."""
    words, times = memory.companion(one.target for one in seen if one.target)
    if not words or (kind is ConceptKind.PERSON and len(words.split()) != len(name.split())):
        return None
    return Proposal(words, Origin.MEMORY, f"goes with it in {_sentences(times)}")


def _sentences(count: int) -> str:
    return f"{count} confirmed sentence" + ("" if count == 1 else "s")


def _runs(target: str, count: int) -> Iterable[str]:
    for mention in mentions(target):
        words = [_POSSESSIVE.sub("", word) for word in mention.words]
        for at in range(len(words) - count + 1):
            yield " ".join(words[at : at + count])


def _plain(text: str) -> str:
    return unicodedata.normalize("NFD", text.casefold()).encode("ascii", "ignore").decode()


def _of_house(name: str, glossary: Glossary, source: str, target: str) -> Proposal | None:
    """Return the name made of parts that rows of the glossary have, each as it is written there."""
    from_column, to_column = glossary.column_for(source) or "", glossary.column_for(target) or ""
    parts: dict[str, tuple[str, str]] = {}
    for concept in glossary.concepts:
        theirs, ours = concept.preferred(from_column).split(), concept.preferred(to_column).split()
        if concept.status is Status.APPROVED and concept.kind in _NAMED and len(theirs) == len(ours):
            for word, written in zip(theirs, ours, strict=True):
                parts.setdefault(word.casefold(), (written, concept.id))
    found = [parts.get(word.casefold()) for word in name.split()]
    if not found or None in found:
        return None
    rows = dict.fromkeys(row for _, row in filter(None, found))
    return Proposal(" ".join(word for word, _ in filter(None, found)), Origin.HOUSE, f"as in {', '.join(rows)}")


_NAMED = frozenset({ConceptKind.PERSON, ConceptKind.PLACE, ConceptKind.ORG})


def _by_rule(name: str, kind: ConceptKind, seen: Iterable[Published], source: str, target: str) -> Proposal:
    """Return what the rules make of a name in Ukrainian letters, if it is one of this language or of Russian."""
    *first, last = name.split()
    own = bool(first) and first[0] in given_names.UKRAINIAN
    if not (own if first else _UKRAINIAN.search(last)) or kind is not ConceptKind.PERSON:
        return Proposal(why="no name that is surely Ukrainian: look its own spelling up")
    nation = _nation(seen)
    if nation == "be":
        return Proposal(why="Belarusian, by the words before it: look its own spelling up")
    if nation == "ru" and (not first or first[0] in given_names.RUSSIAN):
        given = [given_names.RUSSIAN[first[0]]] if first else []
        if language(target) == "en":
            return Proposal(" ".join([*given, romanise.russian(last)]), Origin.RUSSIAN, "from Russian, unverified")
        return Proposal(why="Russian, by the words before it: look its own spelling up")
    if nation != "uk" and _RUSSIAN.search(last):
        return Proposal(why="may be a Ukrainian or a Russian name: look it up")
    written = romanise.name(name, source, target)
    return Proposal(written, Origin.ROMANISED, f"by {_RULES.get(language(target), 'KMU 2010')}, unverified")


def _nation(seen: Iterable[Published]) -> str:
    """Return whose the person is, by the last country that is named right before the name, as most sentences have it."""
    votes: Counter[str] = Counter()
    for one in seen:
        near = one.before[-_NEAR:]
        last = {nation: max((found.end() for found in cue.finditer(near)), default=-1) for nation, cue in _CUES.items()}
        nation = max(last, key=lambda tag: last[tag])
        votes[nation] += last[nation] >= 0
    return max(votes, key=lambda tag: votes[tag]) if votes.total() else ""
