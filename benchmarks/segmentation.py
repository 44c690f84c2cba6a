"""Sentences: characters a second in one process, and the whole command."""

import sys
from collections.abc import Iterator

from benchmarks.measure import Figure, process, rate_of, seconds, time_of
from benchmarks.sample import paragraphs
from transloc.segmentation import segmenter


def figures() -> Iterator[Figure]:
    texts = paragraphs()
    cut = segmenter("uk").segments
    characters = sum(map(len, texts))
    yield rate_of("segment, in process", characters / 1000, seconds(lambda: [cut(text) for text in texts]), "kchar/s")
    command = [sys.executable, "-m", "transloc", "segment", "-", "--locale", "uk"]
    yield time_of("segment, one paragraph, whole process", seconds(process(command, stdin=texts[0] + "\n")))
