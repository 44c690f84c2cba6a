"""A trie over tokens holds the forms of all terms; a text is walked once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.matching.case import fits
from transloc.glossary.matching.tokens import Tokens
from transloc.glossary.patronymics import is_patronymic


class Entry(NamedTuple):
    """A form of a term: its tokens as the glossary writes them. ``phrase``: it has several words."""

    concept: Concept
    words: tuple[str, ...]
    phrase: bool


class Found(NamedTuple):
    """An entry in a text: from the token ``first`` to ``last``."""

    first: int
    last: int
    entry: Entry


@dataclass(slots=True)
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[Entry] = field(default_factory=list)


class Trie:
    """The forms, by their tokens in lower case."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, entry: Entry, lowered: Sequence[str]) -> None:
        """Add an entry by the tokens of its form in lower case."""
        node = self._root
        for word in lowered:
            node = node.next.setdefault(word, _Node())
        node.ends.append(entry)

    def walk(self, tokens: Tokens) -> Iterator[Found]:
        """Yield every entry whose form stands in ``tokens`` in the case that it asks for."""
        begins = self._root.next
        if begins.keys().isdisjoint(tokens.words):
            return
        for at, word in enumerate(tokens.words):
            if word in begins:
                yield from _from(begins[word], tokens, [at])


def _from(node: _Node, tokens: Tokens, path: list[int]) -> Iterator[Found]:
    """Yield what begins with the tokens of ``path``, which lead to ``node``; once a patronymic may be passed over."""
    passed = False
    while True:
        if node.ends:
            written = [tokens.written(at) for at in path]
            compound = len(path) == 1 and _in_compound(tokens, path[0])
            for entry in node.ends:
                allowed = (not passed or entry.concept.kind is ConceptKind.PERSON) and (
                    not compound or _stands_alone(entry, tokens, path[0])
                )
                if allowed and fits(entry.concept, entry.words, written, phrase=entry.phrase):
                    yield Found(path[0], path[-1], entry)
        at = path[-1] + 1
        if not node.next or not tokens.has(at):
            return
        if tokens.words[at] not in node.next and not passed:
            at, passed = _after_patronymic(tokens, at), True
        following = node.next.get(tokens.words[at]) if tokens.has(at) else None
        if following is None:
            return
        node = following
        path.append(at)


def _after_patronymic(tokens: Tokens, at: int) -> int:
    """Return the place behind the patronymic or its initial at ``at``, else ``at`` itself."""
    written = tokens.written(at)
    if is_patronymic(written):
        return at + 1
    return at + 2 if len(written) == 1 and written.isupper() and tokens.has(at + 1) and tokens.words[at + 1] == "." else at


def _in_compound(tokens: Tokens, at: int) -> bool:
    """Tell whether a single word is part of a compound with a hyphen: «міні-дрон», «Київ-Львів»."""
    before = at > 1 and tokens.words[at - 1] == "-" and tokens.touches(at - 2) and tokens.touches(at - 1)
    after = tokens.has(at + 2) and tokens.words[at + 1] == "-" and tokens.touches(at) and tokens.touches(at + 1)
    return before or after


def _stands_alone(entry: Entry, tokens: Tokens, at: int) -> bool:
    """Tell whether a part of a compound is a name of its own, as no part of «Івано-Франківськ» is."""
    joined = at > 1 and tokens.words[at - 1] == "-" and tokens.words[at - 2].endswith(("о", "o"))
    return entry.words[0][:1].isupper() and not joined
