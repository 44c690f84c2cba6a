"""How long translations are, by language pair, and how many sentences they have.

The logarithm of a target's length (code points) over its source's lies around the pair's mean, and its spread shrinks with the square
root of the source's length: a short sentence may double, a long one hardly. ``lengths.csv`` has, for each ordered pair, the ``mean`` and
the ``spread`` at the length of one code point; ``*`` stands for a pair that was not learned. ``benchmarks/learn_lengths.py`` makes it
from a parallel corpus and tells how.
"""

import csv
import math
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from transloc.checks.pair import Side
from transloc.checks.text.later import later
from transloc.languages.scripts import Script, script_of

#: Code points and words below which a text is a caption or a label, whose length tells nothing.
_SHORTEST, _FEWEST = 40, 5
#: Within so many spreads nobody asks how many words a text has.
_USUAL = 1.0
#: The final mark of a text, with what may close after it.
_FINAL = later(r"[.!?…:;][\"»”“’'›)\]]*\s*\Z")
#: Where a sentence ends and another begins; a point after fewer letters may be that of an abbreviation.
_BETWEEN = later(r"(?:[!?…]|(?<=[^\W\d_]{4})\.|(?<=[\d%)\]»”\"])\.)[\"»”“’'›)\]]*\s+(?=[«“„‘\"'(–—-]*\s?(?:[^\W\da-zа-яєіїґ]|\d))")


@lru_cache(maxsize=64)  # what is too short and what is too long is asked of the same pair
def deviation(source: Side, target: Side) -> float | None:
    """Return by how many spreads of the pair the target is longer than is usual (less than 0: shorter).

    None for a source of a few words, and for scripts in which a letter is more than a sound.
    """
    mine, theirs = len(source.prose.strip()), len(target.prose.strip())
    bounds = _bounds(source.language, target.language) if mine >= _SHORTEST and theirs else None
    if bounds is None:
        return None
    mean, spread = bounds
    found = (math.log(theirs / mine) - mean) * math.sqrt(mine) / spread
    return found if abs(found) < _USUAL or _has_words(source) else None


def _has_words(side: Side) -> bool:
    return sum(map(str.isalpha, side.tokens)) >= _FEWEST or len(side.spelt) >= _FEWEST


@cache
def _bounds(source: str, target: str) -> tuple[float, float] | None:
    table = _table()
    if known := table.get((source, target)):
        return known
    return None if Script.OTHER in (script_of(source), script_of(target)) else table["*", "*"]


@cache
def _table() -> Mapping[tuple[str, str], tuple[float, float]]:
    text = files(__package__).joinpath("lengths.csv").read_text(encoding="utf-8")
    return {(row["source"], row["target"]): (float(row["mean"]), float(row["spread"])) for row in csv.DictReader(text.splitlines())}


def final(side: Side) -> bool:
    """Tell whether the text ends with a mark that ends a sentence."""
    return _FINAL.search(side.prose[-8:]) is not None


def sentences(side: Side) -> int:
    """Return how many sentences a text has, by its final marks; short abbreviations end none."""
    return 1 + len(_BETWEEN.findall(side.prose.strip()))
