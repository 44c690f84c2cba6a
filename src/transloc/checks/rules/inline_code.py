"""``inline-code``: a code of the source was lost, doubled, crossed, torn out of the one that holds it, or put around other words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from transloc import markup
from transloc.checks.links import anchors
from transloc.checks.pair import Pair, finding
from transloc.markup import Difference, Fault
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "inline-code"

_SAYS: Mapping[Fault, Callable[[str], str]] = {
    Fault.MISSING: lambda code: say("The inline code {code} is missing from the target", code=code),
    Fault.ADDED: lambda code: say("The target has the inline code {code} once more than the source", code=code),
    Fault.CROSSED: lambda code: say("The inline code {code} closes before it opens, or across another one", code=code),
    Fault.MOVED: lambda code: say("The inline code {code} has left the code that holds it in the source", code=code),
}


def check(pair: Pair) -> Iterable[Finding]:
    """Return one finding for each code that is at fault, its two halves together; where all are in place, one for each that moved.

    A code moved, a warning, when the term, number or name that it held stands elsewhere in the target.
    """
    return _faults(pair.source.text, pair.target.text, pair) if "<" in pair.source.text or "<" in pair.target.text else ()


def _faults(source: str, target: str, pair: Pair) -> Iterator[Finding]:
    faults: dict[tuple[Fault, str], list[Difference]] = {}
    for difference in markup.compare(source, target):
        faults.setdefault((difference.fault, difference.code.strip("</>")), []).append(difference)
    for (fault, number), differences in faults.items():
        written = list(dict.fromkeys(difference.code for difference in differences))
        code = f"<{number}>…</{number}>" if len(written) > 1 else written[0]
        there = tuple((d.start, d.end) for d in differences if d.end > d.start)
        missing = fault is Fault.MISSING
        here = tuple((token.start, token.end) for token in markup.codes(source) if str(token) in written) if missing else ()
        yield finding(NAME, _SAYS[fault](code), source=here, target=there, fix=_wrapped(source, target) if missing else None)
    if not faults and "</" in source:
        yield from _moved(pair)


def _moved(pair: Pair) -> Iterator[Finding]:
    for number, one in anchors.moved(pair):
        at = one.targets[0]
        message = say(
            "The inline code <{number}> held “{words}”, which stands outside it in the target: “{others}”",
            number=number,
            words=one.text,
            others=pair.target.text[slice(*at)],
        )
        yield finding(NAME, message, severity=Severity.WARNING, source=(one.source,), target=(at,))


def _wrapped(source: str, target: str) -> str | None:
    """Return the target with the codes that hold the whole source put around it, where that is all that is missing."""
    if markup.codes(target):
        return None
    found = re.fullmatch(r"((?:<\d{1,6}>)+)(.*?)((?:</\d{1,6}>)+)", source, re.DOTALL | re.ASCII)
    if not found:
        return None
    fixed = found[1] + target + found[3]
    return fixed if markup.valid(source, fixed) else None
