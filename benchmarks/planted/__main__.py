"""``python -m benchmarks.planted ARTICLES.jsonl``: the share of each planted fault that is caught, beside the false alarms."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import click

from benchmarks.planted import facts, words
from benchmarks.planted.fault import Fault
from transloc.checks.pair import Pair, side
from transloc.checks.rules import RULES
from transloc.model import Severity

#: The groups of faults.
GROUPS = (facts, words)
#: One fault has few places in an article: each segment is tried so often, with other chances.
_ROUNDS = 3


def judged(source: str, target: str, locales: tuple[str, str], *, with_info: bool = False) -> set[str]:
    """Return the rules that give a warning or an error, or, ``with_info``, that say anything."""
    pair = Pair(source=side(source, locales[0]), target=side(target, locales[1]))
    return {finding.rule for rule in RULES.values() for finding in rule(pair) if with_info or finding.severity is not Severity.INFO}


def planted(pairs: list[tuple[str, str]], fault: Fault, rng: Random) -> Iterator[tuple[int, str]]:
    """Yield the index of a pair and its target with ``fault``, each wording once."""
    for index, (source, target) in enumerate(pairs):
        made = dict.fromkeys(fault(source, target, rng) for _ in range(_ROUNDS))
        yield from ((index, text) for text in made if text and text != target)


def pairs_of(path: Path, source: str, target: str) -> list[tuple[str, str]]:
    """Return the pairs of all articles, each source once."""
    lines = path.read_text(encoding="utf-8").splitlines()
    segments = [segment for line in lines for segment in json.loads(line)["segments"]]
    return list(
        {segment[source]: (segment[source], segment[target]) for segment in segments if segment[source] and segment[target]}.values()
    )


@click.command()
@click.argument("articles", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", default="uk", help="Locale of the sources.")
@click.option("--target", default="en", help="Locale of the targets; most faults are planted in English.")
@click.option("--show", default=0, help="So many missed ones of each fault.")
@click.option("--seed", default=1, help="Of the chances.")
def main(articles: Path, source: str, target: str, show: int, seed: int) -> None:
    """Plant faults and count what is caught."""
    pairs, locales, rng = pairs_of(articles, source, target), (source, target), Random(seed)
    clean = [judged(*pair, locales) for pair in pairs]
    alarms = Counter(rule for rules in clean for rule in rules)
    click.echo(f"clean: {sum(map(bool, clean)) / len(pairs):.2%} of {len(pairs)} segments flagged; by rule {dict(alarms.most_common())}")
    for fault, about in ((fault, about) for group in GROUPS for fault, about in group.FAULTS.items()):
        spoilt = [(pairs[index][0], text, clean[index]) for index, text in planted(pairs, fault, rng)]
        missed = [(here, text) for here, text, before in spoilt if not (judged(here, text, locales) - before) & about]
        told = sum(bool(judged(here, text, locales, with_info=True) & about) for here, text in missed)
        share = 1 - len(missed) / len(spoilt) if spoilt else 0
        click.echo(f"{fault.__name__}: caught {len(spoilt) - len(missed)} of {len(spoilt)} ({share:.1%}), {told} more told as info")
        for here, text in missed[:show]:
            click.echo(f"    missed: {here} | {text}")


if __name__ == "__main__":
    main()
