"""What house style leaves alone: the words of others, titles of works, official names."""

import re

from transloc.checks.pair import Pair
from transloc.checks.quotations import quoted
from transloc.checks.text.later import later
from transloc.model import Kind, Span

_SINGLE = later(r"(?<!\w)‘[^‘’]*(?:’\w[^‘’]*)*’")
_SO_CALLED = later(r"(?:so-called|sogenannt\w*|tak zwan\w*|tzw\.|так зван\w*|т\.\s?зв\.)\s+(?:the\s+)?\Z", re.IGNORECASE)


def quotations(pair: Pair) -> tuple[Span, ...]:
    """Return the spans of the target's bare words that stand in quotation marks; all of it in a unit that is a quotation."""
    words = pair.target.bare
    if pair.kind is Kind.QUOTE or _continued(pair):
        return ((0, len(words)),)
    single = (found.span() for found in _SINGLE.finditer(words)) if "‘" in words else ()
    return (*quoted.marked(words, open_ended=True), *single)


def _continued(pair: Pair) -> bool:
    """Tell whether the source lies inside a quotation that begins in an earlier segment and ends in a later one."""
    return any(pair.source.bare.strip() in mark.text for mark in pair.quotations)


def inside(span: Span, spans: tuple[Span, ...]) -> bool:
    """Tell whether ``span`` lies within one of ``spans``."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def official(prose: str, start: int, end: int) -> bool:
    """Tell whether a wording of several words stands in capitals, as titles do, or keeps its distance (“so-called …”)."""
    words = [word for word in prose[start:end].split() if len(word) > 3]
    return (len(words) > 1 and all(word[0].isupper() for word in words)) or _SO_CALLED.search(prose[:start]) is not None
