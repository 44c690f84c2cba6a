"""``python -m benchmarks.memory [SIZE...]``: the translation memory beside comparing everything, at 30,000 and 300,000 entries.

Recall is the share of the questions that have an answer of 70 % or more for which the memory finds one as good as the best there is.
The truth is every entry compared with every question by rapidfuzz; the same scan, one question at a time, is measured beside us, as is
translate-toolkit's matcher on the smallest memory (it has no tmdb any more). Figures are seconds of the processor.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

import transloc.store
from benchmarks.corpus.entries import News, written
from benchmarks.measure import Figure
from transloc.formats.tmx import Writer
from transloc.memory import Entry
from transloc.memory.comparable import comparable
from transloc.steps.remember import units
from transloc.store import Store

SIZES = (30_000, 300_000)
QUESTIONS = 150
SCANS = 10
LEAST = 0.7
_SHARES = (0.0, 0.1, 0.2, 0.3, 0.4)
_CONFIG = '[project]\nsource = "uk"\ntargets = ["en"]\n'
_CHILD = """
import resource, sys
from transloc.cli import cli
cli(["memory", "import", sys.argv[1]], standalone_mode=False)
used = resource.getrusage(resource.RUSAGE_SELF)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))  # ru_maxrss counts who started us, too
print(used.ru_utime + used.ru_stime, int(peak.split()[1]) / 1024)
"""


@dataclass(frozen=True)
class Question:
    """What is asked, and the score of the best that any entry could answer; 0 where none reaches ``LEAST``."""

    text: str
    best: float


def figures(sizes: tuple[int, ...] = SIZES) -> Iterator[Figure]:
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            yield from _at(size, Path(folder))


def _at(size: int, root: Path) -> Iterator[Figure]:
    (root / "transloc.toml").write_text(_CONFIG, encoding="utf-8")
    file = root / "memory.tmx"
    sources, texts = _written(size, file)
    yield from _imported(size, root, file)
    database = root / ".transloc" / "transloc.db"
    yield _one(f"{size:,} entries on disk", database.stat().st_size / 1e6, "MB")
    yield _one(f"{size:,} entries as TMX", file.stat().st_size / 1e6, "MB")
    asked = judged(texts, sources)
    with transloc.store.open(root) as store:
        yield from _looked_up(size, store, asked)
        yield from _searched(size, store)
    scans = [_cpu(lambda text=one.text: _scan(text, sources)) for one in asked[:SCANS]]
    yield _middle(f"{size:,} entries, each compared (rapidfuzz)", scans)
    if size == SIZES[0]:
        yield from _toolkit(size, file, asked)


def _written(size: int, file: Path) -> tuple[list[str], list[str]]:
    """Write a memory as TMX; returns its sources as they are compared, and questions: some of its sentences, said otherwise."""
    news, later, pick = News(), News(9), Random(5)
    chosen = set(pick.sample(range(size), QUESTIONS))
    sources: list[str] = []
    asked: list[str] = []

    def kept() -> Iterator[Entry]:
        for number, (words, entry) in enumerate(news.entries(size)):
            sources.append(comparable.__wrapped__(entry.source))
            if number in chosen:
                asked.append(later.asked(words, pick.choice(_SHARES)))
            yield entry

    with file.open("wb") as out:
        out.writelines(Writer().pieces(units(kept()), "uk"))
    return sources, asked


def _imported(size: int, root: Path, file: Path) -> Iterator[Figure]:
    done = subprocess.run([sys.executable, "-c", _CHILD, file.name], cwd=root, capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.splitlines()[-1].split())
    yield _one(f"{size:,} entries from TMX, whole process", size / seconds, "entries/s")
    yield _one(f"{size:,} entries from TMX, most memory", megabytes, "MB")


def judged(texts: list[str], sources: list[str]) -> list[Question]:
    """Compare every question with every source."""
    scorer = Levenshtein.normalized_similarity
    found = (process.extractOne(comparable(text), sources, scorer=scorer, score_cutoff=LEAST) for text in texts)
    return [Question(text, best[1] if best else 0.0) for text, best in zip(texts, found, strict=True)]


def _looked_up(size: int, store: Store, asked: list[Question]) -> Iterator[Figure]:
    taken, found, with_answer = [], 0, 0
    for one in asked:
        began = time.process_time()
        answers = store.similar(one.text, "uk", "en")
        taken.append(time.process_time() - began)
        scores = [Levenshtein.normalized_similarity(comparable(one.text), comparable(answer.source)) for answer in answers]
        if one.best >= LEAST:
            with_answer += 1
            found += max(scores, default=0.0) >= one.best - 1e-4
    yield _one(f"{size:,} entries, recall of {with_answer} answers", found / with_answer, "", "≥ 0.98")
    yield _middle(f"{size:,} entries, look-up", taken)
    yield _one(
        f"{size:,} entries, look-up, 95 of 100 below",
        sorted(taken)[int(len(taken) * 0.95)] * 1000,
        "ms",
        "≤ 60 ms" if size == 300_000 else "",
    )


def _searched(size: int, store: Store) -> Iterator[Figure]:
    news = News(7)
    words = [word for word in str(written(news.sentence())).rstrip(".").split() if word.isalpha()][:8]
    yield _middle(f"{size:,} entries, words searched", [_cpu(lambda word=word: store.search(word)) for word in words])


def _scan(text: str, sources: list[str]) -> object:
    return process.extract(comparable(text), sources, scorer=Levenshtein.normalized_similarity, score_cutoff=LEAST, limit=20)


def _toolkit(size: int, file: Path, asked: list[Question]) -> Iterator[Figure]:
    """Measure translate-toolkit's matcher, with the same least score; it holds the whole file in memory."""
    from translate.search.match import matcher
    from translate.storage.tmx import tmxfile

    began = time.process_time()
    memory = tmxfile(BytesIO(file.read_bytes()), "uk", "en")
    match = matcher(memory, max_candidates=20, min_similarity=int(LEAST * 100), max_length=1000)
    yield _one(f"{size:,} entries from TMX, translate-toolkit", size / (time.process_time() - began), "entries/s")
    yield _middle(
        f"{size:,} entries, translate-toolkit's matcher", [_cpu(lambda text=one.text: match.matches(text)) for one in asked[:SCANS]]
    )


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _one(name: str, value: float, unit: str, target: str = "") -> Figure:
    return Figure(name, value, value, value, unit, target)


def _middle(name: str, seconds: list[float]) -> Figure:
    in_order = sorted(one * 1000 for one in seconds)
    return Figure(name, in_order[len(in_order) // 2], in_order[0], in_order[-1], "ms")


if __name__ == "__main__":
    for figure in figures(tuple(map(int, sys.argv[1:])) or SIZES):
        print(f"{figure.name}: {figure.median:,.4g} {figure.unit} ({figure.low:,.4g} to {figure.high:,.4g}) {figure.target}", flush=True)
