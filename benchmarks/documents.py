"""Documents, side by side with the tools that do the same job, on the same files in one run; and what large files cost.

``python -m benchmarks.documents [FOLDER]``: FOLDER holds documents, at any depth; without it, those of ``benchmarks.corpus``.
How a tool is timed is told in ``benchmarks.trial``.
"""

import datetime
import json
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks import corpus, growth, peers
from benchmarks.trial import Done, Task, Trial, judged, work
from benchmarks.watched import Lost, run
from transloc import formats
from transloc.errors import TranslocError

#: A tool that has not answered then counts as crashed.
MOST_SECONDS = 240
RESULTS = Path(__file__).parent / "results" / "documents.json"

_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".docx": "docx"}
_SHARES = ("identical", "structure", "exact")


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
@click.option("--limit", type=int, default=0, help="Take every n-th file only, so that about so many of a kind remain.")
@click.option("--curve/--no-curve", default=True, show_default=True, help="Measure files of 0.5, 5 and 50 MB too.")
def main(folder: Path | None, limit: int, curve: bool) -> None:
    r"""Measure transloc, translate-toolkit, mdpo and po4a on the documents in FOLDER.

    \b
    Example: python -m benchmarks.documents articles --no-curve
    """
    console = Console(width=150)
    with tempfile.TemporaryDirectory() as own:
        if folder is None:
            folder = Path(own)
            corpus.write(folder, 40)
        files = _files(folder, limit)
        there = [peer for peer in peers.ALL if peers.present(peer)]
        for absent in (peer.name for peer in peers.ALL if peer not in there):
            console.print(f"{absent} is not installed: left out")
        rows = [row for kind in files for row in _rows(kind, files[kind], there)]
    console.print(_table(rows))
    points = list(growth.points(known(files))) if curve else []
    if points:
        console.print(growth.table(points))
    RESULTS.parent.mkdir(exist_ok=True)
    told = {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "versions": {peer.name: peer.version() for peer in there},
        "rows": rows,
        "growth": [point._asdict() for point in points],
    }
    RESULTS.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _files(folder: Path, limit: int) -> dict[str, list[Path]]:
    held: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix.lower() in _SUFFIXES:
            held[_SUFFIXES[path.suffix.lower()]].append(path)
    return {kind: paths[:: max(1, len(paths) // limit) if limit else 1] for kind, paths in held.items()}


def known(kinds: dict[str, list[Path]]) -> list[str]:
    """Return those of ``kinds`` that this transloc reads."""
    held = []
    for kind in kinds:
        try:
            formats.for_name(f"x.{kind}")
        except TranslocError:
            continue
        held.append(kind)
    return held


def _rows(kind: str, paths: list[Path], there: list[peers.Peer]) -> Iterator[dict[str, object]]:
    """Yield the figures of each tool. They take turns, each in its own process: what else the machine does meets all alike."""
    asked = [peer for peer in there if kind in peer.kinds and (peer.name != "transloc" or known({kind: paths}))]
    crews = [run(work, [Task(peer.name, kind, path) for path in paths], seconds=lambda _: MOST_SECONDS) for peer in asked]
    turns = [[_done(task, came) for task, came in turn] for turn in zip(*crews, strict=True)]
    for peer, did in zip(asked, zip(*turns, strict=True), strict=True):
        trials = {done.task.path.name: _told(done, came) for done, came in run(judged, did, seconds=lambda _: MOST_SECONDS)}
        print(f"{kind}: {peer.name} done", file=sys.stderr, flush=True)
        yield {"kind": kind, "tool": peer.name, **figures(list(trials.values())), "faults": _faults(trials)}


def _done(task: Task, came: Done | Lost) -> Done:
    return Done(task, crash=came.why) if isinstance(came, Lost) else came


def _told(done: Done, came: Trial | Lost) -> Trial:
    return Trial(done.task.path.stat().st_size, crash=came.why) if isinstance(came, Lost) else came


def figures(trials: list[Trial]) -> dict[str, float | int | None]:
    """Return the figures of one tool: shares of all files, recall as the mean of files, leakage of all words, MB/s of what was read."""
    read = [one for one in trials if not one.crash]
    size = sum(one.size for one in read) / 1e6
    recalls = [one.recall for one in read if one.recall is not None]
    extracted = sum(one.extracted for one in read)
    return {
        "files": len(trials),
        **{name: sum(getattr(one, name) for one in trials) / len(trials) for name in _SHARES},
        "recall": statistics.fmean(recalls) if recalls else None,
        "leakage": sum(one.leaked for one in read) / extracted if extracted else None,
        "crashes": len(trials) - len(read),
        "unchanged": size / seconds if (seconds := sum(one.unchanged_seconds for one in read)) else None,
        "changed": size / seconds if (seconds := sum(one.changed_seconds for one in read)) else None,
    }


def _faults(trials: dict[str, Trial]) -> dict[str, str]:
    """Return what did not come out well, by file."""
    held = {}
    for name, one in trials.items():
        missed = [share for share in _SHARES if not getattr(one, share)]
        if one.crash or missed:
            held[name] = one.crash or f"not {', not '.join(missed)}"
    return held


def _table(rows: list[dict[str, object]]) -> Table:
    table = Table("kind", "tool", title="import and export, one core")
    heads = ("files", "identical", "structure kept", "texts come back", "recall", "leakage", "crashes", "MB/s unchanged", "MB/s changed")
    for head in heads:
        table.add_column(head, justify="right")
    for row in rows:
        shares = [f"{row[name]:.1%}" for name in _SHARES]
        recall, leakage = (f"{value:.3f}" if isinstance(value := row[name], float) else "–" for name in ("recall", "leakage"))
        rates = [f"{value:.2f}" if isinstance(value := row[name], float) else "–" for name in ("unchanged", "changed")]
        table.add_row(str(row["kind"]), str(row["tool"]), str(row["files"]), *shares, recall, leakage, str(row["crashes"]), *rates)
    return table


if __name__ == "__main__":
    main()
