"""``repeated-word``: one word written twice."""

import re
from collections.abc import Iterator
from itertools import pairwise

from transloc.checks.pair import Pair, finding
from transloc.model import Finding, Severity

NAME = "repeated-word"

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+(?:['’ʼ-][^\W\d_]+)*)([ \u00a0\u202f\n]+)\1(?![\w'’]|-\w)", re.IGNORECASE)
#: Words that grammar puts side by side: "had had", «Menschen, die die Welt …», «spojrzał na nie nie od razu».
_BY_GRAMMAR = {
    language: frozenset(words.split())
    for language, words in {
        "en": "had that",
        "de": "das dem den der des die es ihm ihr sie was wie",
        "nl": "dat die het je ze",
        "da": "at der det",
        "nb": "at der det",
        "sv": "att de det",
        "fr": "nous que vous",
        "it": "man",
        "pl": "co ich je nie to",
        "cs": "se to",
        "sk": "sa to",
        "uk": "те то їх",
        "ru": "то их",
        "hu": "az",
    }.items()
}
#: Languages that double a word to say more or again.
_DOUBLING = frozenset(
    ["az", "bn", "fa", "hi", "hy", "id", "ja", "kk", "ko", "ky", "ms", "ta", "th", "tk", "tr", "ug", "ur", "uz", "vi", "zh"]
)


def check(pair: Pair) -> Iterator[Finding]:
    """Yield one finding for each doubled word; none where the source doubles one too, or grammar allows it."""
    target = pair.target
    words = target.bare.lower().split()
    if not any(second.startswith(first) for first, second in pairwise(words)) or target.language in _DOUBLING:
        return
    found = [match for match in _TWICE.finditer(target.prose) if match[1].lower() not in _BY_GRAMMAR.get(target.language, ())]
    if not found or _TWICE.search(pair.source.prose.replace("-", " ")):
        return
    for match in found:
        start, end = target.span(match.end(2), match.end())
        gap = target.span(match.end(1), match.end())[0]
        removed = target.text[gap:end]
        fix = target.text[:gap] + target.text[end:] if "<" not in removed else None
        spans = (target.span(*match.span(1)), (start, end))
        yield finding(NAME, f"“{match[1]}” stands twice", severity=Severity.WARNING, target=spans, fix=fix)
