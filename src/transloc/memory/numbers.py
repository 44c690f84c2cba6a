"""Numbers of the sentence at hand put where a remembered translation has those of its own, as its locale writes them."""

import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from transloc import markup
from transloc.languages.numbers import Marks, marks
from transloc.markup import Text, Token
from transloc.memory.comparable import FIGURE, NUMBER, comparable, plain

_SPACES = " \u00a0\u202f"
_PLAIN = 3  # digits that no locale groups
_BOUND = re.compile(r"[^\W\d_]|[-‑][^\W\d_]")  # 24-го, 5th, F-16: what is written there depends on the number, or is a name


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number as it stands in a text; ``bound`` where it is a part of a word."""

    text: str
    start: int
    end: int
    bound: bool

    def value(self, used: Marks) -> tuple[str, str] | None:
        """Return the digits before and after the decimal mark; None for what readers of these marks would not write as a number."""
        group = _SPACES if used.group in _SPACES else used.group
        whole, mark, part = self.text.partition(used.decimal)
        grouped = re.fullmatch(rf"\d{{1,3}}(?:[{re.escape(group)}]\d{{3}})+", whole)
        digits = re.sub(r"\D", "", whole)
        if self.bound or not (grouped or whole.isdecimal()) or (mark and not part.isdecimal()) or (digits[0] == "0" and digits != "0"):
            return None
        return digits, part

    def grouped(self, used: Marks) -> bool:
        return not self.text.partition(used.decimal)[0].isdecimal()


def _figures(words: str) -> tuple[_Figure, ...]:
    return tuple(_Figure(m[0], m.start(), m.end(), _bound(words, m.start(), m.end())) for m in NUMBER.finditer(words))


def _bound(words: str, start: int, end: int) -> bool:
    before = words[max(0, start - 2) : start][::-1]
    return bool(_BOUND.match(words, end) or _BOUND.match(before))


def same(source: str, wanted: str) -> bool:
    """Tell whether two texts have the same numbers, written alike, in the same order."""
    return NUMBER.findall(plain(source)) == NUMBER.findall(plain(wanted))


def put(source: str, target: str, wanted: str, source_locale: str, target_locale: str) -> str | None:
    """Return ``target``, a translation of ``source``, with the numbers of ``wanted``; None where it is not certain which goes where.

    Certain is: both sources have their numbers at the same places of what they share, each number that differs stands as often in the
    target as in its source, is a plain number in digits, and always turns into the same one.
    """
    here, there = marks(source_locale), marks(target_locale)
    old, new = _figures(plain(source)), _figures(plain(wanted))
    if not _aligned(source, wanted, len(old), len(new)):
        return None
    turns: dict[tuple[str, str], _Figure] = {}
    for was, becomes in zip(old, new, strict=True):
        value = was.value(here)
        if value is None or becomes.value(here) is None:
            if was.text != becomes.text:
                return None
        elif turns.setdefault(value, becomes).text != becomes.text:
            return None
    counts = Counter(value for figure in old if (value := figure.value(here)))
    changed = {value: becomes for value, becomes in turns.items() if becomes.value(here) != value}
    return _rewritten(target, changed, {value: counts[value] for value in changed}, here, there)


def _aligned(source: str, wanted: str, old: int, new: int) -> bool:
    """Tell whether every number of one text meets one of the other where the two are laid side by side."""
    if old != new:
        return False
    one, other = comparable(source), comparable(wanted)
    kept = [one[block.a : block.a + block.size] for block in Levenshtein.opcodes(one, other).as_matching_blocks()]
    return sum(piece.count(FIGURE) for piece in kept) == old


def _rewritten(
    target: str, changed: dict[tuple[str, str], _Figure], counts: dict[tuple[str, str], int], here: Marks, there: Marks
) -> str | None:
    tokens: list[Token] = []
    met: Counter[tuple[str, str]] = Counter()
    for token in markup.parse(target):
        if not isinstance(token, Text):
            tokens.append(token)
            continue
        at, words = 0, ""
        for figure in _figures(token.value):
            value = figure.value(there)
            if value in changed:
                met[value] += 1
                words += token.value[at : figure.start] + _written(changed[value], figure, here, there)
                at = figure.end
        tokens.append(Text(words + token.value[at:]))
    return markup.serialise(tokens) if met == Counter(counts) else None


def _written(becomes: _Figure, stood: _Figure, here: Marks, there: Marks) -> str:
    """Return a number as ``there`` writes it: grouped where it is so in its own text, or what stood in its place was."""
    value = becomes.value(here)
    assert value is not None
    whole, part = value
    if len(whole) > _PLAIN and (becomes.grouped(here) or stood.grouped(there)):
        first = len(whole) % 3 or 3
        whole = there.group.join([whole[:first], *(whole[at : at + 3] for at in range(first, len(whole), 3))])
    return whole + (there.decimal + part if part else "")
