"""Quotation marks in a text: which open, which close, and what they hold.

What a mark does is told by its neighbours first, as the same mark opens in one language and closes in another («“», «»», «”»).
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from transloc.checks.pair import Side
from transloc.checks.text.kept import kept
from transloc.checks.text.later import later
from transloc.checks.text.traits import sign

_OPENS, _CLOSES = "«„‟‹「『《", "»”›」』》"
_MARKS = frozenset(f'"“{_OPENS}{_CLOSES}')
_MARK = later(f'["“{_OPENS}{_CLOSES}]')
_BEFORE = frozenset(" \t\n\u00a0\u202f\u2009([{/–—-") | {""}
_AFTER = frozenset(" \t\n\u00a0\u202f\u2009)]}/–—-.,;:!?…") | {""}
#: An apostrophe («об"єкт»), and, where nothing is open, an inch mark (15") or the apostrophe of a name's plural (the Lakers" site).
_IN_WORD = later(r'(?<=[^\W\d_])"(?=[^\W\d_])')
_INCH = later(r'(?<=\d)"|(?<=[^\W\d_]s)"(?= [^\W\d_])')
_BEFORE_APOSTROPHE = later(r"(?:\d|\b(?:[Tt]he|and) [A-Z]\w*)\Z")
_SINGLE = later(r"(?:(?<!\w)['‘‚’](?=[\w¡¿(])|‚)(?:[^'‘’‚]|(?<=\w)['’](?=\w))+?(?<=[\w.,!?…)])['’‘](?!\w)")
_SINGLES = sign("'’‘‚")
_ANY_SINGLE = later(r"[‘‚'’](?:(?<=[‘‚])|(?<!\w.)\w|(?<=[.,!?…].))")
_LOOSE_OPEN = later(r"(?:\A|(?<=[\s:(]))['‘‚](?=\w)")
_LOOSE_CLOSE = later(r"(?<=[.,!?…])['’](?=\W|\Z)")
#: What may follow the one mark that closes two quotations.
_END = later(r"[\s.,;:!?…)]*(?:\Z|[–—-]\s)")


class Mark(NamedTuple):
    """One mark; the offset counts the bare words of its side."""

    text: str
    at: int


class Pair(NamedTuple):
    """A mark that opens and the one that closes; ``depth`` counts the quotations around them."""

    opening: Mark
    closing: Mark
    depth: int

    @property
    def marks(self) -> str:
        """Both marks side by side."""
        return self.opening.text + self.closing.text


@dataclass(frozen=True)
class Quotations:
    """What stands in quotation marks in ``text``; inch marks, apostrophes and «об"єкт» are none.

    ``apostrophes`` tells whether it has a mark that may be a single one.
    """

    text: str
    apostrophes: bool = True

    @kept
    def _double(self) -> tuple[tuple[Pair, ...], tuple[Mark, ...], tuple[Mark, ...]]:
        return _paired(self.text)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of double marks, as they close."""
        return self._double[0]

    @property
    def opened(self) -> tuple[Mark, ...]:
        """The double marks that nothing closes."""
        return self._double[1]

    @property
    def closed(self) -> tuple[Mark, ...]:
        """The double marks that close what was never opened."""
        return self._double[2]

    @kept
    def _may_have_singles(self) -> bool:
        return self.apostrophes and _ANY_SINGLE.search(self.text) is not None

    @kept
    def singles(self) -> tuple[tuple[int, int], ...]:
        """The spans in single marks, marks included."""
        return tuple(found.span() for found in _SINGLE.finditer(self.text)) if self._may_have_singles else ()

    @kept
    def loose(self) -> tuple[int, int]:
        """How many single marks open, and close, without another half; by their look, as apostrophes look alike."""
        if not self._may_have_singles:
            return 0, 0
        rest = _SINGLE.sub(lambda found: "x" * len(found[0]), self.text)
        return len(_LOOSE_OPEN.findall(rest)), len(_LOOSE_CLOSE.findall(rest))

    @property
    def none(self) -> bool:
        """Tell whether the text has no quotation marks at all."""
        return not (self.pairs or self.opened or self.closed or self.singles or any(self.loose))

    def held(self) -> tuple[str, ...]:
        """Return what each pair of marks holds, single ones after double ones."""
        double = (self.text[pair.opening.at + 1 : pair.closing.at] for pair in self.pairs)
        return (*double, *(self.text[start + 1 : end - 1] for start, end in self.singles))


@lru_cache(maxsize=128)
def quotations(side: Side) -> Quotations:
    """Return what stands in quotation marks in the bare words of a side, found once for all segments of its unit."""
    return Quotations(side.bare, bool(side.traits & _SINGLES))


def _paired(text: str) -> tuple[tuple[Pair, ...], tuple[Mark, ...], tuple[Mark, ...]]:
    stack: list[Mark] = []
    pairs: list[Pair] = []
    closed: list[Mark] = []
    for found in _MARK.finditer(text):
        mark = Mark(found[0], found.start())
        if mark.text == '"' and (_IN_WORD.match(text, mark.at) or (not stack and _apostrophe(text, mark.at))):
            continue
        if _opens(mark.text, text[mark.at - 1 : mark.at] if mark.at else "", text[mark.at + 1 : mark.at + 2], opened=bool(stack)):
            stack.append(mark)
        elif stack:
            pairs.append(Pair(stack.pop(), mark, len(stack)))
        else:
            closed.append(mark)
    return tuple(pairs), tuple(mark for mark in stack if not _closed_with(mark, pairs, text)), tuple(closed)


def _apostrophe(text: str, at: int) -> bool:
    return _INCH.match(text, at) is not None and _BEFORE_APOSTROPHE.search(text[max(0, at - 30) : at]) is not None


def _opens(mark: str, before: str, after: str, *, opened: bool) -> bool:
    """Tell whether a mark opens: by the space around it, else by its shape, else by what is open."""
    space_before, space_after = not before or before.isspace(), not after or after.isspace()
    free = (before in _BEFORE or before in _MARKS) and not space_after
    ending = (after in _AFTER or after in _MARKS) and not space_before and not (free and before in _BEFORE and after in _MARKS)
    if free is not ending:
        return free
    if mark in _OPENS or mark in _CLOSES:
        return mark in _OPENS
    return not opened and not (space_after and not space_before)


def _closed_with(mark: Mark, pairs: list[Pair], text: str) -> bool:
    """Tell whether a quotation ends with the one inside it, whose like mark is written once: «акції «Нафтогазу»."""
    inner = [pair.closing for pair in pairs if pair.opening.text == mark.text == "«" and pair.opening.at > mark.at]
    return bool(inner) and _END.match(text, inner[-1].at + 1) is not None
