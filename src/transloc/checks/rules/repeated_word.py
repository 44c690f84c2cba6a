"""``repeated-word``: one word written twice."""

import re
from collections.abc import Iterable, Iterator

from transloc.checks.pair import Pair, Side, finding
from transloc.checks.text.later import later
from transloc.model import Finding, Severity
from transloc.wording import say

NAME = "repeated-word"

_TWICE = later(r"(?<![\w'’-])([^\W\d_]+(?:['’ʼ-][^\W\d_]+)*)([ \u00a0\u202f\n]+)\1(?![\w'’]|-\w)", re.IGNORECASE)
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


def check(pair: Pair) -> Iterable[Finding]:
    """Return one finding for each doubled word; none where the source doubles as many, or grammar allows it."""
    target = pair.target
    words = target.bare.lower().split()
    return _repeated(pair, target) if any(map(str.startswith, words[1:], words)) and target.language not in _DOUBLING else ()


def _repeated(pair: Pair, target: Side) -> Iterator[Finding]:
    found = _doubled(target.prose, target.language)
    theirs = _doubled(pair.source.prose.replace("-", " "), pair.source.language) if found else []
    if len(found) <= len(theirs):
        return
    names = {match[1].lower() for match in theirs}
    for match in found:
        if match[1].lower() not in names:
            yield _told(target, match)


def _doubled(prose: str, language: str) -> list[re.Match[str]]:
    by_grammar = _BY_GRAMMAR.get(language, frozenset())
    return [match for match in _TWICE.finditer(prose) if match[1].lower() not in by_grammar]


def _told(side: Side, match: re.Match[str]) -> Finding:
    first, second = side.span(*match.span(1)), side.span(match.end(2), match.end())
    gap = side.span(match.end(1), match.end())[0]
    fix = side.text[:gap] + side.text[second[1] :] if "<" not in side.text[gap : second[1]] else None
    return finding(NAME, say("“{match}” stands twice", match=match[1]), severity=Severity.WARNING, target=(first, second), fix=fix)
