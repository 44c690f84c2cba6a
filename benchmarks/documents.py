"""Markdown: parsed, and rebuilt with every unit changed."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Figure, rate_of, seconds
from benchmarks.sample import long_article
from transloc import formats


def figures() -> Iterator[Figure]:
    data = long_article(500).encode()
    path = Path("long.md")
    markdown = formats.for_name(path.name)
    options = formats.Options()
    document = markdown.parse(data, path, options)
    upper = {unit.id: unit.source.replace(" і ", " та ") for unit in document.units}
    size = len(data) / 1_000_000
    yield rate_of("Markdown parsed", size, seconds(lambda: markdown.parse(data, path, options)), "MB/s")
    yield rate_of("Markdown rebuilt, every unit given", size, seconds(lambda: markdown.rebuild(document, upper)), "MB/s")
