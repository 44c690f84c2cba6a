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
    from transloc.jobs.newsroom import Newsroom
    from transloc.memory import Entry


@click.command("export")
@click.option("--output", "-o", "out", type=click.Path(path_type=Path), required=True, help="The file; - is standard output.")
@click.option("--to", "locale", metavar="L", help="Only translations into this target locale.")
@click.option("--all", "everything", is_flag=True, help="Sentences of articles that may not leave this machine (external = false), too.")
@click.option("--format", "form", type=click.Choice(["tmx", "jsonl"]), default="tmx", show_default=True, help="What to write.")
def give(out: Path, locale: str | None, everything: bool, form: str) -> None:
    """Write the memory as TMX 1.4b, or as an entry a line in JSON.

    What comes from articles with external = false stays here, unless --all is given. People appear as opaque ids (p7), as in PO files;
    who that is stays in the database.

    \b
    Example:
      transloc memory export --to en -o memory.tmx
    """
    with session.opened() as newsroom:
        target = newsroom.project.target(locale) if locale else ""
        entries = newsroom.store.entries(target_locale=target)
        kept: list[str] = []
        entries = entries if everything else _free(entries, newsroom, kept)
        first = next(entries, None)
        if first is None:
            raise _nothing(len(kept))
        every = chain([first], entries)
        written = _tmx(every, newsroom.project.source) if form == "tmx" else _lines(every)
        if str(out) == "-":
            for piece in written:
                sys.stdout.buffer.write(piece)
        else:
            with files.writing(out) as file:
                file.writelines(written)
        if kept:
            note(f"Kept here, as their articles may not leave this machine: {len(kept)} entries. With --all they are given out, too")


def _free(entries: "Iterator[Entry]", newsroom: "Newsroom", kept: list[str]) -> "Iterator[Entry]":
    """Yield the entries of articles that may leave this machine; ``kept`` gets the slugs of the others, one an entry."""
    confined = {listed.slug for listed in newsroom.articles() if not listed.external}
    for entry in entries:
        if entry.article and (entry.article in confined or not newsroom.project.may_leave(entry.article)):
            kept.append(entry.article)
        else:
            yield entry


def _nothing(kept: int) -> InputError:
    if kept:
        message = f"all {kept} entries come from articles that may not leave this machine"
        return InputError(message, hint="Give them out all the same with: --all")
    return InputError("the memory has nothing to export", hint="Confirmed segments enter it; see it with: transloc memory stats")


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
