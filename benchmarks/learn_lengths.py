"""Learn how long translations are from a parallel corpus, for ``src/transloc/checks/text/lengths.csv``.

    python -m benchmarks.learn_lengths ARTICLES.jsonl > src/transloc/checks/text/lengths.csv

ARTICLES.jsonl has an article a line: ``{"segments": [{"uk": "…", "en": "…", …}, …]}``, each segment with its text in some languages.
For each ordered pair of languages the mean is the median of log(target's length / source's length), and the spread the median of
its absolute deviation from there, times the root of the source's length, times 1.4826 (which makes it the standard deviation of a
normal distribution): medians, so that a few free translations do not widen the bounds. Sources below 40 code points are left out.
The last row, for all other pairs, has the mean 0 and twice the widest spread.
"""

import json
import math
import sys
from collections.abc import Iterator, Mapping
from itertools import permutations
from pathlib import Path
from statistics import median

SHORTEST = 40


def main(corpus: Path) -> None:
    segments = [segment for line in corpus.read_text(encoding="utf-8").splitlines() for segment in json.loads(line)["segments"]]
    print("source,target,mean,spread,pairs")
    widest = 0.0
    for source, target in permutations(sorted({language for segment in segments for language in segment}), 2):
        ratios = list(_ratios(segments, source, target))
        if len(ratios) < 500:
            continue
        mean = median(ratio for ratio, _ in ratios)
        spread = 1.4826 * median(abs(ratio - mean) * math.sqrt(length) for ratio, length in ratios)
        widest = max(widest, spread)
        print(f"{source},{target},{mean:.3f},{spread:.2f},{len(ratios)}")
    print(f"*,*,0,{2 * widest:.2f},0")


def _ratios(segments: list[Mapping[str, str]], source: str, target: str) -> Iterator[tuple[float, int]]:
    for segment in segments:
        one, other = segment.get(source, "").strip(), segment.get(target, "").strip()
        if len(one) >= SHORTEST and other:
            yield math.log(len(other) / len(one)), len(one)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
