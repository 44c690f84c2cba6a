"""A trie over tokens holds the forms of all terms; a text is walked once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.matching.case import fits
from transloc.glossary.matching.tokens import Ahead, Tokens
from transloc.glossary.patronymics import ends_so

#: What may follow an initial, and stands right behind it.
_POINT = {"."}


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
    next: dict[str, "_Node"] | None = None  # most nodes are leaves, and there are as many as forms
    ends: list[Entry] | None = None


class Trie:
    """The forms, by their tokens in lower case."""

    def __init__(self) -> None:
        self._begins: dict[str, _Node] = {}

    @property
    def empty(self) -> bool:
        """Whether there is nothing to find."""
        return not self._begins

    def add(self, entry: Entry, lowered: Sequence[str]) -> None:
        """Add an entry by the tokens of its form in lower case."""
        first, *others = lowered
        node = self._begins.setdefault(first, _Node())
        for word in others:
            if node.next is None:
                node.next = {}
            node = node.next.setdefault(word, _Node())
        if node.ends is None:
            node.ends = []
        node.ends.append(entry)

    def begins(self, words: Sequence[str]) -> bool:
        """Tell whether a form may begin in the tokens ``words``, whatever tokens follow behind a space."""
        if self._begins.keys().isdisjoint(words):
            return False
        return any(_leads(self._begins[word], words[at:]) for at, word in enumerate(words, 1) if word in self._begins)

    def walk(self, tokens: Tokens | Ahead) -> list[Found]:
        """Return every entry whose form begins in what is cut of ``tokens``, in the case that it asks for."""
        begins, found = self._begins, list[Found]()
        if not begins.keys().isdisjoint(tokens.words):
            for at, word in enumerate(tuple(tokens.words)):  # a form may go on in what is cut on the way
                if word in begins:
                    _follow(begins[word], tokens, at, found)
        return found


def _leads(node: _Node, words: Sequence[str]) -> bool:
    """Tell whether ``words``, behind the token that leads to ``node``, may go on with a form."""
    if node.ends:
        return True
    following = node.next or {}
    if not words:
        return following.keys() != _POINT
    return words[0] in following or ends_so(words[0]) or len(words[0]) == 1  # a patronymic or its initial may be passed over


def _follow(node: _Node, tokens: Tokens | Ahead, first: int, found: list[Found]) -> None:
    """Add to ``found`` what begins with the token ``first``, which leads to ``node``; once a patronymic may be passed over."""
    path, passed, at = [first], False, first
    while True:
        if node.ends:
            written = [tokens.written(at) for at in path]
            compound = len(path) == 1 and _in_compound(tokens, first)
            for entry in node.ends:
                if (passed and entry.concept.kind is not ConceptKind.PERSON) or (compound and not _stands_alone(entry, tokens, first)):
                    continue
                if fits(entry.concept, entry.words, written, phrase=entry.phrase):
                    found.append(Found(first, at, entry))
        at += 1
        if node.next is None or not tokens.has(at):
            return
        if tokens.words[at] not in node.next:
            if passed or node.next.keys() == _POINT:
                return
            at, passed = _after_patronymic(tokens, at), True
            if not tokens.has(at) or tokens.words[at] not in node.next:
                return
        elif tokens.words[at] == "." and not tokens.touches(at - 1):
            return
        node = node.next[tokens.words[at]]
        path.append(at)


def _after_patronymic(tokens: Tokens | Ahead, at: int) -> int:
    """Return the place behind the patronymic or its initial at ``at``, else ``at`` itself."""
    word = tokens.words[at]
    if ends_so(word) and tokens.written(at)[0].isupper():
        return at + 1
    initial = len(word) == 1 and tokens.has(at + 1) and tokens.words[at + 1] == "." and tokens.written(at).isupper()
    return at + 2 if initial else at


def _in_compound(tokens: Tokens | Ahead, at: int) -> bool:
    """Tell whether a single word is part of a compound with a hyphen: «міні-дрон», «Київ-Львів»."""
    words = tokens.words  # what is yet to be cut stands behind a space
    before = at > 1 and words[at - 1] == "-" and tokens.touches(at - 2) and tokens.touches(at - 1)
    return before or (at + 2 < len(words) and words[at + 1] == "-" and tokens.touches(at) and tokens.touches(at + 1))


def _stands_alone(entry: Entry, tokens: Tokens | Ahead, at: int) -> bool:
    """Tell whether a part of a compound is a name of its own, as no part of «Івано-Франківськ» is."""
    joined = at > 1 and tokens.words[at - 1] == "-" and tokens.touches(at - 2) and tokens.words[at - 2].endswith(("о", "o"))
    return entry.words[0][:1].isupper() and not joined
