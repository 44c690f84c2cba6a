"""``brackets``: a bracket without its other half."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from transloc.checks.pair import Pair, Side, finding
from transloc.checks.text.later import later
from transloc.checks.text.traits import sign
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "brackets"

_ANY = later(r"[()\[\]{}]")
LOOKS_FOR = sign("()[]{}")
_ANY_OR_FACE = later(r"(?:[:;=]['’]?-?)?[()\[\]{}]")
_FACE = later(r"(?<!\w)[:;=]['’]?-?[()]+")
#: What stands before the bracket of an item: «а)», «12)».
_ITEM = later(r"(?:\A|[\s;,])(?:\d{1,3}|[^\W\d_])\Z")
_PAIRS = {")": "(", "]": "[", "}": "{"}


def check(pair: Pair) -> Iterable[Finding]:
    """Return a finding for the brackets of the target that stay unpaired, where the source has no such ones itself.

    What opens in one sentence of the unit may close in another.
    """
    target = pair.target
    if not target.traits & LOOKS_FOR or _paired("".join(map("".join, map(_ANY_OR_FACE.findall, target.having_sign(LOOKS_FOR))))):
        return ()
    return _lone(pair, target)


def _lone(pair: Pair, target: Side) -> Iterator[Finding]:
    alone = _unpaired(target)
    if not alone:
        return
    excused = Counter(mark for mark, _ in _unpaired(pair.source))
    for other in pair.others:
        if other is None:
            return
        for mark, _ in _unpaired(other):
            excused[_facing(mark)] += 1
            excused[mark] -= 1
    for mark, at in alone:
        excused[mark] -= 1
        if excused[mark] < 0:
            opens = mark in _PAIRS.values()
            message = (
                say("The bracket “{mark}” is never closed", mark=mark) if opens else say("The bracket “{mark}” was never opened", mark=mark)
            )
            yield finding(NAME, message, severity=Severity.WARNING, target=(target.span(at, at + 1),))


@lru_cache(maxsize=1024)
def _paired(brackets: str) -> bool:
    """Tell whether ``brackets``, without the text between them, cancel out; a mark that may be a face's leaves the question open."""
    inner = brackets.replace("()", "").replace("[]", "").replace("{}", "")
    return not inner or (inner != brackets and _paired(inner))


def _unpaired(side: Side) -> list[tuple[str, int]]:
    """Return the brackets without another half, with their offsets in the bare words."""
    text = side.bare
    opened: list[tuple[str, int]] = []
    closed: list[tuple[str, int]] = []
    for found in _ANY.finditer(_FACE.sub(lambda face: " " * len(face[0]), text)):
        mark = found[0]
        if mark not in _PAIRS:
            opened.append((mark, found.start()))
        elif opened and opened[-1][0] == _PAIRS[mark]:
            opened.pop()
        elif mark != ")" or not _ITEM.search(text[max(0, found.start() - 5) : found.start()]):
            closed.append((mark, found.start()))
    return sorted(opened + closed, key=lambda bracket: bracket[1])


def _facing(mark: str) -> str:
    return _PAIRS.get(mark) or next(close for close, opening in _PAIRS.items() if opening == mark)
