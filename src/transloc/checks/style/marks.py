"""The quotation marks of the house, and how it writes per cent."""

import re
from collections.abc import Iterator

from transloc.checks.pair import Side
from transloc.checks.quotations import quoted
from transloc.checks.style.house import QUOTES, House
from transloc.checks.text.later import later
from transloc.model import Kind, Span

Change = tuple[str, str, Span]
"""What stands there, what the house writes, and where, in the side's bare words."""

_SINGLE = later(r"(?<!\w)‘(?=\S)[^‘’]*(?:’\w[^‘’]*)*(?<=\S)’(?!\w)")
_CLOSING = frozenset("»«›‹”“’")
_PERCENT = later(r"(?<=\d)(?P<said>\s?%|[ \u00a0]per\s?cent\b)")


def marks(side: Side, house: House) -> Iterator[Change]:
    """Yield each outer quotation in other marks than the house's, where both its marks stand in the text.

    Straight marks are left to the rule ``quote``.
    """
    pair = QUOTES.get(house.quotes, house.quotes)
    words = side.bare
    if len(pair) != 2:
        return
    single = [found.span() for found in _SINGLE.finditer(words)] if "‘" in words else []
    done = 0
    for start, end in sorted((*quoted.marked(words, open_ended=True), *single)):
        old = words[start:end]
        if start < done:
            continue
        done = end
        if old[0] != '"' and old[-1] in _CLOSING and (old[0], old[-1]) != (pair[0], pair[1]):
            yield old, pair[0] + _nested(old[1:-1], pair) + pair[1], (start, end)


def _nested(text: str, pair: str) -> str:
    """Return what stands in a quotation, its inner marks turned round where they are those that the house has outside."""
    if pair == "‘’":
        return re.sub(r"(?<!\w)‘([^‘’]*)’(?!\w)", r"“\1”", text)
    return re.sub(r"“([^“”]*)”", r"‘\1’", text) if pair == "“”" else text


def percent(side: Side, house: House, kind: Kind) -> Iterator[Change]:
    """Yield each per cent after a figure that is written otherwise; a headline may always have the sign."""
    if not house.percent or side.language != "en":
        return
    for found in _PERCENT.finditer(side.prose):
        said, wanted = found["said"].strip().replace("\u00a0", " "), house.percent
        if " ".join(said.split()) != wanted and not (kind is Kind.HEADLINE and said == "%"):
            yield found["said"], wanted if wanted == "%" else f" {wanted}", found.span("said")
