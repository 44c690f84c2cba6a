"""``transloc memory export``: the memory as a file for other programs."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transloc import files
from transloc.cli import session
from transloc.cli.console import note
from transloc.errors import InputError

if TYPE_CHECKING:
    from transloc.memory import Entry


@click.command("export")
@click.option("--output", "-o", "out", type=click.Path(path_type=Path), required=True, help="The file; - is standard output.")
@click.option("--to", "locale", metavar="L", help="Only translations into this target locale.")
@click.option("--format", "form", type=click.Choice(["tmx", "jsonl"]), default="tmx", show_default=True, help="What to write.")
def give(out: Path, locale: str | None, form: str) -> None:
    """Write the memory as TMX 1.4b, or as an entry a line in JSON.

    People appear as opaque ids (p7), as in PO files; who that is stays in the database.

    \b
    Example:
      transloc memory export --to en -o memory.tmx
    """
    with session.opened() as newsroom:
        target = newsroom.project.target(locale) if locale else ""
        entries = newsroom.store.entries(target_locale=target)
        first = next(entries, None)
        if first is None:
            raise InputError("the memory has nothing to export", hint="Confirmed segments enter it; see it with: transloc memory stats")
        every = chain([first], entries)
        written = _tmx(every, newsroom.project.source) if form == "tmx" else _lines(every)
        if str(out) == "-":
            for piece in written:
                sys.stdout.buffer.write(piece)
        else:
            with files.writing(out) as file:
                file.writelines(written)


def _tmx(entries: "Iterable[Entry]", source_locale: str) -> Iterator[bytes]:
    from transloc.formats.tmx import Writer
    from transloc.steps.remember import units

    writer = Writer()
    yield from writer.pieces(units(entries), source_locale)
    if writer.illegal:
        note(f"Characters that XML forbids were left out: {writer.illegal}")


def _lines(entries: "Iterable[Entry]") -> Iterator[bytes]:
    for entry in entries:
        yield (json.dumps(asdict(entry), ensure_ascii=False, default=str) + "\n").encode()
