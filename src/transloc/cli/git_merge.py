"""``transloc git-merge``: git's merge driver for PO files."""

from pathlib import Path

import click

from transloc import files
from transloc.cli.console import note
from transloc.model import Segment


@click.command("git-merge")
@click.argument("base", type=click.Path(path_type=Path, readable=False))
@click.argument("ours", type=click.Path(path_type=Path, readable=False))
@click.argument("theirs", type=click.Path(path_type=Path, readable=False))
@click.argument("name", required=False)
def git_merge(base: Path, ours: Path, theirs: Path, name: str | None) -> None:
    """Merge the PO files OURS and THEIRS, which both come from BASE, segment by segment, into OURS.

    NAME is how the file is called in messages. A segment that was changed differently on both sides keeps both texts: ours, to be
    confirmed, and theirs as suggestion; it is named, and the exit status is 1, so that git reports the file as in conflict.

    \b
    Example, once for each clone:
      echo 'locales/**/*.po merge=transloc' >> .gitattributes
      git config merge.transloc.driver 'transloc git-merge %O %A %B %P'
    """
    from transloc.steps.merge_po import merge_po

    path = name or str(ours)
    merged = merge_po(files.read(base), files.read(ours), files.read(theirs), path=path)
    files.write(ours, merged.data)
    for conflict in merged.conflicts:
        note(f"conflict: {path} {conflict.id}\n  ours:   {_told(conflict.ours)}\n  theirs: {_told(conflict.theirs)}")
    if merged.conflicts:
        note(f"Confirm one text of each in {path}, then: git add {path}")
        raise SystemExit(1)


def _told(segment: Segment) -> str:
    text = f"omitted: {segment.omitted}" if segment.omitted else segment.target or segment.suggestion
    return f"{text} ({segment.state.value})"
