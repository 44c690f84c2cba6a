"""Faults that only a whole article shows: a name written in two ways, a text translated in two ways.

``python -m benchmarks.planted.project ARTICLES.jsonl``, Ukrainian to English; of each article one name, and one text, is changed once.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from transloc.checks.names import proper, sounds
from transloc.checks.names.spellings import Spellings
from transloc.checks.pair import side
from transloc.checks.rules import inconsistent
from transloc.checks.rules.inconsistent import Consistency
from transloc.model import Catalog, Segment

_RESPELT = (
    ("y", "yi"),
    ("ch", "tch"),
    ("k", "kh"),
    ("ia", "ya"),
    ("v", "w"),
    ("g", "h"),
    ("s", "z"),
    ("o", "oo"),
    ("e", "ie"),
    ("a", "ah"),
)
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{4,}\b")

Pairs = list[tuple[str, str]]


def told(article: int, pairs: Iterable[tuple[str, str]]) -> int:
    """Return how many findings an article gives."""
    catalog = Catalog(article=str(article), source_locale="uk", target_locale="en")
    consistency, spellings = Consistency(), Spellings(catalog)
    segments = (Segment(id=f"u{at}.s1", source=source, target=target) for at, (source, target) in enumerate(pairs))
    return sum(len(consistency.read(one, catalog, one.id) + inconsistent.respelt(one, spellings)) for one in segments)


def _person(name: str, source: str) -> bool:
    """Tell whether the source has the name; those of places are left to the glossary."""
    named = side(source, "uk").spelt_having(proper.CAPITAL)
    return not proper.places(name, "en") and any(sounds.alike(word, name) for word in named)


def respelt(pairs: Pairs, rng: Random) -> Iterator[Pairs]:
    """Yield the article with the last mention of a name that it has several times in another spelling."""
    mentions = [(name, at) for at, pair in enumerate(pairs) for name in _NAME.findall(pair[1]) if _person(name, pair[0])]
    several = sorted({name for name, _ in mentions if sum(name == other for other, _ in mentions) > 1})
    for name in rng.sample(several, min(1, len(several))):
        at = max(place for other, place in mentions if other == name)
        ways = [(old, new) for old, new in _RESPELT if old in name[1:]]
        if ways and any(place < at for other, place in mentions if other == name):
            old, new = rng.choice(ways)
            other = name[0] + name[1:].replace(old, new, 1)
            yield [*pairs[:at], (pairs[at][0], re.sub(rf"\b{name}\b", other, pairs[at][1])), *pairs[at + 1 :]]


def retold(pairs: Pairs, rng: Random) -> Iterator[Pairs]:
    """Yield the article with one of its texts once more, translated with a word less."""
    source, target = rng.choice(pairs)
    yield [*pairs, (source, " ".join(target.split()[1:]))]


def main(corpus: Path) -> None:
    """Print the share of articles in which each fault is found."""
    lines = corpus.read_text(encoding="utf-8").splitlines()
    articles = [[(segment["uk"], segment["en"]) for segment in json.loads(line)["segments"]] for line in lines]
    for fault in (respelt, retold):
        rng = Random(1)
        found = [told(n, bad) > told(n, pairs) for n, pairs in enumerate(articles) for _ in range(3) for bad in fault(pairs, rng)]
        print(f"{fault.__name__}: found in {sum(found)} of {len(found)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
