"""The glossary on inflected Ukrainian, beside pyahocorasick's exact matching as the floor.

The terms are made up of the words of simplemma's lexicon, by a fixed seed: three in ten are persons (two names), two places (a name),
two and a half an adjective with a noun that agrees, the rest single nouns. The sentences are those of the sample articles, every second
one with a form of some term put into it. Figures are seconds of the processor, of this process or of the one that is started, so that
what else the machine does counts little. What is kept on disk lies in a folder of its own.
"""

import csv
import io
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Figure, rate_of, time_of
from benchmarks.sample import CATALOG, paragraphs
from transloc import glossary
from transloc.glossary import Glossary, Matcher, inflection
from transloc.segmentation import segmenter

SIZES = (1_000, 10_000)
SENTENCES = 5_000
_READY = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"  # a text with every initial, so that no term waits
_CHILD = f"""
import resource, sys
from pathlib import Path
from transloc.glossary import Matcher, read
Matcher(read(Path(sys.argv[1]).read_bytes(), sys.argv[1]).glossary, "uk").find(" ".join("{_READY}"))
used = resource.getrusage(resource.RUSAGE_SELF)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))  # ru_maxrss counts who started us, too
print(used.ru_utime + used.ru_stime, int(peak.split()[1]) / 1024)
"""


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRANSLOC_CACHE"] = str(Path(folder) / "cache")
        for size in SIZES:
            path = Path(folder) / f"{size}.csv"
            path.write_bytes(made_up(size))
            yield from _in_process(path, size)
            yield from _as_process(path, size, Path(folder))


def made_up(size: int) -> bytes:
    """Return a glossary of so many different rows."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    table = DefaultDictionaryFactory().get_dictionary("uk")
    lemmas = sorted({lemma for form, lemma in table.items() if form == lemma and len(lemma) > 3 and lemma.isalpha()})
    names = [lemma for lemma in lemmas if lemma[0].isupper()]
    adjectives = [lemma for lemma in lemmas if lemma.endswith("ий") and lemma[0].islower()]
    nouns = [lemma for lemma in lemmas if lemma[-1] in "абвгдзклмнпрст" and lemma[0].islower()]
    rng = random.Random(1)
    rows: dict[str, str] = {}
    while len(rows) < size:
        share = rng.random()
        if share < 0.3:
            rows[f"{rng.choice(names)} {rng.choice(names)}"] = "person"
        elif share < 0.5:
            rows[rng.choice(names)] = "place"
        elif share < 0.75:
            noun, adjective = rng.choice(nouns), rng.choice(adjectives)
            rows[f"{adjective[:-2] + 'а' if noun.endswith('а') else adjective} {noun}"] = "term"
        else:
            rows[rng.choice(nouns)] = "term"
    out = io.StringIO()
    csv.writer(out).writerows(
        [("id", "kind", "uk", "en"), *((f"t{n}", kind, term, f"term {n}") for n, (term, kind) in enumerate(rows.items()))]
    )
    return out.getvalue().encode()


def sentences(listed: Glossary) -> list[str]:
    """Return the sentences of the sample articles over and over, every second one with a form of a term in it."""
    cut = segmenter("uk").segments
    ours = [text[start:end].strip() for text in paragraphs() for start, end in cut(text)]
    rng = random.Random(2)
    texts = []
    for n in range(SENTENCES):
        text = ours[n % len(ours)]
        if n % 2:
            form = rng.choice(list(inflection.forms(rng.choice(listed.concepts), "uk")))
            text = f"{form} {text}"
        texts.append(text)
    return texts


def ready(listed: Glossary) -> Matcher:
    """Return a matcher that has looked at a word with every letter."""
    matcher = Matcher(listed, "uk")
    matcher.find(" ".join(_READY))
    return matcher


def _in_process(path: Path, size: int) -> Iterator[Figure]:
    listed = glossary.read(path.read_bytes(), path).glossary
    yield time_of(f"{size:,} terms inflected, nothing kept", _cpu(lambda: ready(listed), runs=1))
    inflection.keep(now=True)
    matcher, texts = ready(listed), sentences(listed)
    taken = _cpu(lambda: [matcher.find(text) for text in texts])
    yield rate_of(f"{size:,} terms, found in every form", SENTENCES, taken, "sentences/s", "≥ 20,000" if size == SIZES[0] else "")
    exact = _exact(listed)
    yield rate_of(f"{size:,} terms, exactly by pyahocorasick", SENTENCES, _cpu(lambda: [exact(text) for text in texts]), "sentences/s")


def _exact(listed: Glossary) -> Callable[[str], Sequence[object]]:
    """Return a search for the terms as they are written, in any case, ends of words not looked at."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for concept in listed.concepts:
        term = concept.preferred("uk").lower()
        automaton.add_word(term, (concept.id, len(term)))
    automaton.make_automaton()
    return lambda text: list(automaton.iter(text.lower()))


def _as_process(path: Path, size: int, folder: Path) -> Iterator[Figure]:
    held = [tuple(map(float, _output([sys.executable, "-c", _CHILD, str(path)]).split())) for _ in range(3)]
    yield time_of(f"{size:,} terms ready, forms kept", [seconds for seconds, _ in held], "≤ 4" if size == SIZES[1] else "")
    memory = [megabytes for _, megabytes in held]
    yield Figure(f"{size:,} terms ready, memory of the process", sorted(memory)[1], min(memory), max(memory), "MB", "≤ 200")
    if size == SIZES[0]:
        file = folder / "sentences.txt"
        file.write_text("\n".join(sentences(glossary.read(path.read_bytes(), path).glossary)[:100]), encoding="utf-8")
        command = [sys.executable, "-m", "transloc"]
        listed = ["--glossary", str(path)]
        terms = [*command, "terms", str(file), "--locale", "uk", *listed]
        yield time_of(f"terms, 100 sentences, {size:,} terms, whole process", _cpu(lambda: _output(terms)), "≤ 1.5")
        yield time_of(
            f"check, one catalog, {size:,} terms, whole process", _cpu(lambda: _check([*command, "check", str(CATALOG), *listed])), "≤ 1.5"
        )


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _check(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):  # made-up terms may well be missing
        raise RuntimeError(done.stderr)


def _spent() -> float:
    """Return the processor's seconds of this process and of those that it has waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _cpu(work: Callable[[], object], runs: int = 5) -> list[float]:
    taken = []
    for _ in range(runs):
        before = _spent()
        work()
        taken.append(_spent() - before)
    return taken
