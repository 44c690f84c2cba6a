"""``transloc sync``: database and PO files brought together."""

import click

from transloc.cli import session
from transloc.cli.console import note, plural
from transloc.errors import visible


@click.command()
@click.option("--take", "side", type=click.Choice(["here", "file"]), help="Settle every conflict: our text stands, or the file's.")
def sync(side: str | None) -> None:
    """Bring the database and the PO files in locales/ together, segment by segment.

    What changed on one side is taken to the other. A catalog in which a segment changed on both sides is left alone, and the
    segment named with both texts (exit status 1): look at them and say with --take whose text is to stand. A file with a text
    that cannot be taken is left alone as well.

    \b
    Example:
      git pull && transloc sync
      transloc sync --take file
    """
    with session.opened() as newsroom:
        from transloc.jobs import mirror

        outcome = mirror.sync(newsroom, mirror.Side(side) if side else None)
        for path in outcome.written:
            click.echo(f"written: {path.relative_to(newsroom.project.root)}")
        click.echo(f"{plural(outcome.taken, 'segment')} taken from files, {plural(len(outcome.written), 'file')} written")
        for conflict in outcome.conflicts:
            ours, theirs = visible(conflict.ours), visible(conflict.theirs)
            note(f"conflict: {conflict.article} ({conflict.locale}) {conflict.segment}\n  here: {ours}\n  file: {theirs}")
        for sentence in outcome.refused:
            note(f"not taken: {sentence}")
        if outcome.conflicts:
            note("Nothing was changed in these catalogs. Settle it with: transloc sync --take here, or: transloc sync --take file")
        if outcome.conflicts or outcome.refused:
            raise SystemExit(1)
