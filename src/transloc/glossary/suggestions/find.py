"""Names in running text: words with a capital that none of grammar's rules gives them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
#: What a name may have in small letters between its words.
_PARTICLES = frozenset(
    "фон дер ден ван де да ду дю ді дель делла ла ле лос аль ель бен бін ібн".split()  # noqa: SIM905 — a list of words reads as words
    + "von der den van de da du di la le bin ibn".split()  # noqa: SIM905
)
#: After these a capital says nothing: a sentence, a quotation or a list begins.
_OPENING = re.compile(r"(?:\A|[.!?…:;–—•|(«“„\"]|-\s)\s*[«“„\"(]*\Z")
_LONGEST = 4
_MOST_LETTERS = 60
#: A unit of measure («МВт») has capitals, and is nobody's name.
_UNIT = re.compile(r"[к-яk-z]?[^\W\d_a-zа-яєіїґ]{1,2}[тцгt]\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in a text, from ``start`` to ``end`` (code points); ``open`` tells that it begins a sentence."""

    words: tuple[str, ...]
    start: int
    end: int
    open: bool


@dataclass(slots=True)
class Small:
    """How often a word stands in small letters: what does so is no name where a sentence begins with it."""

    counts: Counter[str] = field(default_factory=Counter)

    def read(self, texts: Iterable[str]) -> None:
        """Count the words of ``texts``."""
        for text in texts:
            self.counts.update(word for word in _WORD.findall(text) if word[:1].islower())

    def __contains__(self, word: str) -> bool:
        return self.counts[word.lower()] > 0


def mentions(text: str) -> Iterator[Mention]:
    """Yield the runs of capitalised words in ``text``, particles between them included."""
    run: list[re.Match[str]] = []
    for found in _WORD.finditer(text):
        if _UNIT.match(found[0]) and not found[0].isupper():
            continue
        joins = not run or text[run[-1].end() : found.start()] in (" ", "\u00a0")
        if (found[0][0].isupper() and joins) or (run and joins and found[0] in _PARTICLES):
            run.append(found)
        else:
            yield from _mention(text, run)
            run = [found] if found[0][0].isupper() else []
    yield from _mention(text, run)


def _mention(text: str, run: list[re.Match[str]]) -> Iterator[Mention]:
    while run and run[-1][0] in _PARTICLES:
        run = run[:-1]
    names = sum(found[0] not in _PARTICLES for found in run)
    if not run or names > _LONGEST or run[-1].end() - run[0].start() > _MOST_LETTERS:
        return
    opens = _OPENING.search(text[max(0, run[0].start() - 12) : run[0].start()] if run[0].start() else "")
    yield Mention(tuple(found[0] for found in run), run[0].start(), run[-1].end(), opens is not None)
