"""``transloc check`` with every rule, beside translate-toolkit's ``pofilter``, on the same PO files in one run.

``python -m benchmarks.checks ARTICLES.jsonl [--source uk --target en] [--size 1000 --size 10000] [--pofilter PATH]``: an article a line,
``{"segments": [{"uk": …, "en": …}, …]}``. The segments are taken over and over, each with letters of its own, so that no text comes
twice; a PO file holds a thousand of them. Both tools run as their users start them, one after the other: ours on all cores, where it is
worth it, and in one process (``--jobs 1``); theirs in one, as it knows no other way. Figures are seconds on the clock, which is what a
person waits for, seconds of all processors, and the most memory of all processes of a run together. Alarms are segments that a tool flags
in the published translations (of ours, warnings and errors), catches those faults of ``benchmarks.planted`` for which it says something
more than it said before.

Two glossaries of 1,000 terms are tried: one of this news, with the names that ``transloc glossary suggest`` finds and their published
translations, and terms that it does not have; and one made up, whose translations no text has, so that three segments of ten lack one.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice, product
from pathlib import Path
from random import Random
from string import ascii_lowercase

import click
from rich.console import Console
from rich.table import Table

from benchmarks import glossary
from benchmarks.planted.__main__ import GROUPS, pairs_of, planted
from transloc.glossary import matcher, read

_OF_FILE = _TERMS = 1_000
_HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Language: {target}\\n"\n"X-Source-Language: {source}\\n"\n\n'
)
_FAILED = re.compile(r"^# \(pofilter\) (\w+):", re.MULTILINE)

Told = Mapping[tuple[str, int], frozenset[str]]
"""What a tool says, by file and number of the segment in it."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Spent:
    """What a run took: seconds on the clock, seconds of the processors, and the most memory of all its processes together, in MB."""

    wall: float
    seconds: float
    memory: float
    out: str = ""


#: A small process between, so that what is counted is of this one run. Memory that processes share is counted once.
_LAUNCH = """
import os, subprocess, sys, time
from pathlib import Path

def held(process):
    try:
        said = Path(f"/proc/{process}/smaps_rollup").read_text().partition("Pss:")[2].split()
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return 0
    return (int(said[0]) if said else 0) + sum(map(held, children))

began, most, done = time.monotonic(), 0, 0
child = subprocess.Popen(sys.argv[2:], stdout=open(sys.argv[1], "wb"), stderr=subprocess.DEVNULL)
while not done:
    time.sleep(0.05)
    most = max(most, held(child.pid))
    done, status, used = os.wait4(child.pid, os.WNOHANG)
took = time.monotonic() - began
print(os.waitstatus_to_exitcode(status), took, used.ru_utime + used.ru_stime, max(most, used.ru_maxrss) / 1024)
"""


def _installed() -> dict[str, str]:
    """Return the environment with bytecode kept, as that of an installed program is."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def spent(command: Sequence[str], folder: Path) -> Spent:
    """Run a whole process in ``folder``; 1 means that something was found."""
    out = folder / "out"
    command = [sys.executable, "-c", _LAUNCH, str(out), *command]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, env=_installed())
    status, *figures = done.stdout.split()
    if status not in ("0", "1"):
        message = f"{command[0]} ended with {status}"
        raise RuntimeError(message)
    return Spent(*map(float, figures), out.read_text(encoding="utf-8"))


def written(folder: Path, pairs: Sequence[Pair], locales: Pair) -> Path:
    """Write the pairs as PO files of a thousand segments each."""
    folder.mkdir()
    for first in range(0, len(pairs), _OF_FILE):
        entries = (
            f'msgctxt "s{number}"\nmsgid {json.dumps(source, ensure_ascii=False)}\nmsgstr {json.dumps(target, ensure_ascii=False)}\n'
            for number, (source, target) in enumerate(pairs[first : first + _OF_FILE])
        )
        text = _HEADER.format(source=locales[0], target=locales[1]) + "\n".join(entries)
        (folder / f"{first // _OF_FILE:05}.po").write_text(text, encoding="utf-8")
    return folder


class Ours:
    """``transloc check`` on a folder."""

    name = "transloc"

    def __init__(self, listed: Path | None = None, jobs: int = 0) -> None:
        self.listed, self.jobs = listed, jobs
        self.called = self.name + (", one process" if jobs == 1 else "") + (f", {_TERMS:,} terms {listed.stem}" if listed else "")

    def run(self, folder: Path) -> Spent:
        """Check all of ``folder``."""
        terms = ["--glossary", str(self.listed)] if self.listed else []
        jobs = ["--jobs", str(self.jobs)] if self.jobs else []
        return spent([sys.executable, "-m", "transloc", "check", folder.name, "--format", "json", *terms, *jobs], folder.parent)

    def told(self, folder: Path) -> Told:
        """Return the rules that warn or err."""
        found = defaultdict(set)
        lines: dict[str, dict[int, int]] = {}
        for one in json.loads(self.run(folder).out)["findings"]:
            if one["severity"] != "info":
                name = Path(one["path"]).name
                at = lines.setdefault(name, _numbers(folder / name))
                found[name, at[one["line"]]].add(one["rule"])
        return {key: frozenset(rules) for key, rules in found.items()}


class Pofilter:
    """``pofilter`` on a folder, all its tests."""

    name = "pofilter"

    def __init__(self, program: str) -> None:
        self.program, self.called = program, self.name

    def run(self, folder: Path) -> Spent:
        """Check all of ``folder`` into one beside it."""
        return spent([self.program, "--progress=none", folder.name, f"{folder.name}-filtered"], folder.parent)

    def told(self, folder: Path) -> Told:
        """Return the tests that fail."""
        self.run(folder)
        found = {}
        for path in folder.with_name(f"{folder.name}-filtered").glob("*.po"):
            for entry in path.read_text(encoding="utf-8").split("\n\n"):
                failed, number = _FAILED.findall(entry), re.search(r'^msgctxt "s(\d+)"', entry, re.MULTILINE)
                if failed and number:
                    found[path.name, int(number[1])] = frozenset(failed)
        return found


def _numbers(path: Path) -> dict[int, int]:
    """Return the number of each entry by the line of its msgid."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line: number - 1 for number, line in enumerate(n for n, text in enumerate(lines, 1) if text.startswith("msgid "))}


def many(pairs: Sequence[Pair], size: int) -> list[Pair]:
    """Return so many pairs, each with letters of its own on both sides: digits would be compared."""
    marks = product(ascii_lowercase, repeat=4 if size <= len(ascii_lowercase) ** 4 else 5)
    own = map("".join, islice(marks, size))
    return [(_marked(source, mark), _marked(target, mark)) for (source, target), mark in zip(cycle(pairs), own, strict=False)]


def _marked(text: str, mark: str) -> str:
    """Return ``text`` with ``mark`` behind its first word, as tools look at how a text begins and ends.

    Behind the final mark it would spare ``pofilter`` half of its work: a pattern that looks for sentences up to the end of the text.
    """
    first, *rest = text.split(" ", 1)
    return " ".join((first, mark, *rest))


def of_news(pairs: Sequence[Pair], locales: Pair, work: Path) -> bytes:
    """Return a glossary with the names of these texts as they are translated there, and terms that the texts do not have."""
    (work / "news" / "locales").mkdir(parents=True)
    written(work / "news" / "locales" / locales[1], pairs, locales)
    command = [sys.executable, "-m", "transloc", "glossary", "suggest", "--to", locales[1], "--most", str(_TERMS), "--format", "csv"]
    found = subprocess.run(command, cwd=work / "news", check=True, capture_output=True, text=True).stdout
    named = [(row["kind"], row[locales[0]], row[locales[1]]) for row in csv.DictReader(found.splitlines()) if row[locales[1]]]
    others = read(glossary.made_up(3 * _TERMS), work / "made-up.csv").glossary
    look = matcher(others, locales[0])
    met = {match.concept.id for source, _ in pairs for match in look.find(source)}
    rest = ((one.kind.value, one.preferred("uk"), one.preferred("en")) for one in others.concepts if one.id not in met)
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["id", "kind", *locales])
    rows.writerows([f"t{number}", *row] for number, row in enumerate(islice((*named, *rest), _TERMS)))
    return out.getvalue().encode()


def speeds(pairs: Sequence[Pair], locales: Pair, sizes: Sequence[int], tools: Sequence[Ours | Pofilter], work: Path) -> Iterator[list[str]]:
    """Yield a row a size and tool: seconds, segments a second on the clock and of the processors, memory."""
    for size in sizes:
        folder = written(work / f"n{size}", many(pairs, size), locales)
        for tool in tools:
            took = tool.run(folder)
            fast = f"{size / took.wall:,.0f}", f"{size / took.seconds:,.0f}"
            yield [f"{size:,}", tool.called, f"{took.wall:.1f}", f"{took.seconds:.1f}", *fast, f"{took.memory:.0f}"]


def quality(pairs: Sequence[Pair], locales: Pair, tools: Sequence[Ours | Pofilter], work: Path) -> Iterator[list[str]]:
    """Yield a row of alarms, then one a fault: what each tool catches."""
    clean = written(work / "clean", pairs, locales)
    before = [tool.told(clean) for tool in tools]
    yield ["alarms on what was published", f"{len(pairs):,}", *(f"{len(told) / len(pairs):.1%}" for told in before)]
    for fault in (fault for group in GROUPS for fault in group.FAULTS):
        found = [*planted(list(pairs), fault, Random(1))]
        if not found:
            continue
        folder = written(work / fault.__name__, [(pairs[index][0], target) for index, target in found], locales)
        row = [fault.__name__.replace("_", " "), f"{len(found):,}"]
        for tool, known in zip(tools, before, strict=True):
            told = tool.told(folder)
            caught = sum(
                bool(told.get(_place(n), frozenset()) - known.get(_place(index), frozenset())) for n, (index, _) in enumerate(found)
            )
            row.append(f"{caught / len(found):.1%}")
        yield row


def _place(number: int) -> tuple[str, int]:
    return f"{number // _OF_FILE:05}.po", number % _OF_FILE


@click.command()
@click.argument("articles", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", default="uk")
@click.option("--target", default="en")
@click.option("--size", "sizes", type=int, multiple=True, default=(1_000, 10_000), help="Segments; may be given again.")
@click.option("--pofilter", default="pofilter", help="Where the program lies; empty: without it.")
@click.option("--no-quality", is_flag=True, help="Speed alone.")
def main(articles: Path, source: str, target: str, sizes: tuple[int, ...], pofilter: str, no_quality: bool) -> None:
    """Measure both tools and print two tables."""
    pairs, locales = pairs_of(articles, source, target), (source, target)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        glossaries = {"of the news": of_news(pairs, locales, work), "made up": glossary.made_up(_TERMS)}
        listed = [work / f"{name}.csv" for name in glossaries]
        for path, data in zip(listed, glossaries.values(), strict=True):
            path.write_bytes(data)
        theirs = [Pofilter(pofilter)] if pofilter else []
        table = Table("segments", "tool", "s", "CPU s", "segments/s", "segments/CPU s", "peak MB")
        for row in speeds(pairs, locales, sizes, [Ours(), Ours(jobs=1), *theirs, *map(Ours, listed)], work):
            table.add_row(*row)
        Console(width=120).print(table)
        if not no_quality:
            table = Table("fault", "planted", *(tool.name for tool in [Ours(), *theirs]))
            for row in quality(pairs, locales, [Ours(), *theirs], work):
                table.add_row(*row)
            Console(width=120).print(table)


if __name__ == "__main__":
    main()
