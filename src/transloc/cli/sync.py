"""``transloc sync``: database and PO files brought together."""

import click

from transloc.cli import session
from transloc.cli.console import note


@click.command()
def sync() -> None:
    """Bring the database and the PO files in locales/ together, segment by segment.

    What changed on one side is taken to the other. A catalog in which a segment changed on both sides is left alone, and the
    segment named with both texts (exit status 1). What a file asks for and the rules of the desk forbid is named as well.

    \b
    Example:
      git pull && transloc sync
    """
    with session.opened() as newsroom:
        from transloc.jobs import mirror

        outcome = mirror.sync(newsroom)
        for path in outcome.written:
            click.echo(f"written: {path.relative_to(newsroom.project.root)}")
        click.echo(f"{outcome.taken} segments taken from files, {len(outcome.written)} files written")
        for conflict in outcome.conflicts:
            note(f"conflict: {conflict.article} ({conflict.locale}) {conflict.segment}\n  here: {conflict.ours}\n  file: {conflict.theirs}")
        for sentence in outcome.refused:
            note(f"not taken: {sentence}")
        if outcome.conflicts:
            note("Nothing was changed in these catalogs. Make the text in the PO file the one you want, here or there, and sync again.")
        if outcome.conflicts or outcome.refused:
            raise SystemExit(1)
