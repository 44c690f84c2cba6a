"""How often ``term-missing`` is wrong on translations that are right, and how often it sees a term that was taken out.

``python -m benchmarks.terms ARTICLES.jsonl GLOSSARY.csv [uk-en uk-pl …] [--show]``: an article a line,
``{"segments": [{"uk": …, "en": …}, …]}``. Every segment is judged alone. An alarm is an error or a warning; what only informs is counted
beside. ``--show`` prints each alarm, to be read: a translator may have left the name out.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from transloc import glossary
from transloc.checks.pair import Pair, side
from transloc.checks.rules import term_missing
from transloc.checks.terms.answers import answers
from transloc.checks.terms.presence import wanted
from transloc.glossary import Concept, Glossary, Match
from transloc.model import Severity

#: What a term becomes when it is taken out.
_GAP = "…"
_COLUMNS = ("mentions", "alarms", "info", "planted", "caught", "caught as info")


def main(arguments: list[str]) -> None:
    """Measure each way, and print a line a kind of concept."""
    show = "--show" in arguments
    articles, terms, *ways = [argument for argument in arguments if argument != "--show"]
    read = glossary.read(Path(terms).read_bytes(), terms).glossary
    lines = Path(articles).read_text(encoding="utf-8").splitlines()
    segments = [segment for line in lines for segment in json.loads(line)["segments"]]
    table = Table("way", "kind", *_COLUMNS)
    for way in ways or ["uk-en", "uk-pl", "uk-de"]:
        count: dict[str, Counter[str]] = {}
        for segment in segments:
            for concept, found in _judged(segment, way, read, show):
                count.setdefault(concept.kind.value, Counter()).update(found)
        for kind, found in sorted(count.items()):
            table.add_row(way, kind, *(f"{found[column]:,}" for column in _COLUMNS))
    Console(width=120).print(table)


def _judged(segment: dict[str, str], way: str, read: Glossary, show: bool) -> Iterator[tuple[Concept, list[str]]]:
    source, target = way.split("-")
    pair = Pair(source=side(segment[source], source), target=side(segment[target], target), glossary=read)
    for concept, matches in wanted(pair):
        severity = _verdict(pair, matches)
        if severity is None:
            without = _without(pair, concept, read)
            caught = _verdict(Pair(source=pair.source, target=side(without, target), glossary=read), matches)
            yield concept, ["mentions", "planted", *_told(caught, "caught", "caught as info")]
            continue
        if show and severity is not Severity.INFO:
            print(f"{way} {matches[0].text} | {segment[source]} | {segment[target]}")
        yield concept, ["mentions", *_told(severity, "alarms", "info")]


def _told(severity: Severity | None, loud: str, quiet: str) -> list[str]:
    return [] if severity is None else [quiet if severity is Severity.INFO else loud]


def _verdict(pair: Pair, matches: tuple[Match, ...]) -> Severity | None:
    """Return how the loss of these very mentions weighs, or None where nothing is missed."""
    spans = tuple((match.start, match.end) for match in matches)
    return next((found.severity for found in term_missing.check(pair) if found.source_spans == spans), None)


def _without(pair: Pair, concept: Concept, read: Glossary) -> str:
    """Return the target without the words that answer for ``concept``, compounds taken out whole."""
    text = pair.target.text
    for start, end in sorted(answers(pair.target, concept, read), reverse=True):
        text = text[:start] + _GAP + text[end:]
    return text


if __name__ == "__main__":
    main(sys.argv[1:])
