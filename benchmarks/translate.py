"""Drafting: what the program itself takes for a segment, with an engine that answers at once."""

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from benchmarks.measure import Figure
from benchmarks.sample import GLOSSARY, paragraphs
from transloc import project, store
from transloc.engines.choose import Choice
from transloc.engines.engine import Abilities, Answer, Request
from transloc.glossary.pairs import Pairs
from transloc.jobs import intake
from transloc.jobs import translate as job
from transloc.jobs.newsroom import Newsroom, read_glossary

SIZES = (3_000, 30_000)
_A_PARAGRAPH = 3

_SETTINGS = '[project]\nsource = "uk"\ntargets = ["en"]\n'
_LATIN = str.maketrans({chr(code): chr(ord("a") + code % 26) for code in range(0x0400, 0x0530)})


class AtOnce:
    """An engine with DeepL's abilities that writes its terms, and every other letter as another one.

    ``spent`` are its own seconds of the processor.
    """

    name = "at-once"
    variety = ""
    abilities = Abilities(glossary=True, context=True, local=True, max_texts=50, max_bytes=128 * 1024)

    def __init__(self) -> None:
        self.spent = 0.0

    def size(self, text: str) -> int:
        return len(text) * 6

    def price(self, text: str) -> int:
        return len(text)

    def translate(self, request: Request) -> Answer:
        began = time.thread_time()
        texts = tuple(_written(text, request.terms_of(at)) for at, text in enumerate(request.texts))
        self.spent += time.thread_time() - began
        return Answer(texts, sum(map(len, texts)))

    def close(self) -> None:
        """Nothing is open."""


def _written(text: str, terms: Pairs) -> str:
    for surface, target in terms:
        text = text.replace(surface, target)
    return text.translate(_LATIN)


def figures() -> Iterator[Figure]:
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            yield _drafted(Path(folder), size)


def article(size: int) -> str:
    """Return an article of so many segments, none like another: repeated ones would be drafted at once."""
    sentences = [sentence for text in paragraphs() for sentence in re.findall(r"[А-ЯҐЄІЇ][^.!?»]{30,}\b", text)]
    said = (f"{sentences[n % len(sentences)]}, сказано в рядку {n}." for n in range(size))
    return "\n\n".join(" ".join(islice(said, _A_PARAGRAPH)) for _ in range(0, size, _A_PARAGRAPH)) + "\n"


def _drafted(root: Path, size: int) -> Figure:
    (root / "articles").mkdir()
    (root / "transloc.toml").write_text(_SETTINGS, encoding="utf-8")
    shutil.copy(GLOSSARY, root)
    (root / "articles" / "long.md").write_text(article(size), encoding="utf-8")
    settings, engine = project.load(root), AtOnce()
    with store.open(root) as database:
        newsroom = Newsroom(settings, database, read_glossary(settings))
        intake.add(newsroom, root / "articles" / "long.md", ("en",))
        began = time.process_time()
        planned = job.prepare(newsroom, (), None, engine=None, offline=True, tell=lambda _: None)
        runs = [replace(run, choice=Choice(engine, "")) for run in planned]
        reports = [report for _, report in job.draft(newsroom, runs, lambda *_: None)]
        taken = time.process_time() - began - engine.spent
    drafts = sum(report.origins.total() for report in reports)
    each = taken / drafts * 1000
    return Figure(f"{drafts} segments drafted, each, of the processor", each, each, each, "ms", "<= 1 ms")
