"""``transloc export``: localised articles go out."""

from pathlib import Path

import click

from transloc import files
from transloc.cli import session
from transloc.cli.console import note
from transloc.errors import Refused


@click.command()
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option("--to", "locale", metavar="L", required=True, help="Target locale.")
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), help="Folder. Default: exports/<locale>/.")
@click.option("--draft", is_flag=True, help="Export what nobody has reviewed, marked as such; what has no target keeps its source.")
def export(articles: tuple[str, ...], locale: str, folder: Path | None, draft: bool) -> None:
    """Write ARTICLES in the target locale, in the format that they came in.

    Every segment must be reviewed (with four_eyes: signed off). Otherwise it is said what is missing, and nothing is written
    (exit status 1).

    \b
    Example:
      transloc export talks --to en
      transloc export talks --to en --draft -o preview
    """
    with session.opened() as newsroom:
        from transloc.jobs.publish import publish

        target = newsroom.project.target(locale)
        into = folder or newsroom.project.exports / target
        failed = False
        for slug in newsroom.slugs(articles):
            try:
                exported = publish(newsroom, slug, target, into, draft=draft)
            except Refused as refused:
                note(str(refused))
                failed = True
                continue
            left = f", {exported.untranslated} segments still in the source language" if exported.untranslated else ""
            click.echo(f"{files.shown(exported.path)}{' (unreviewed draft)' if exported.marked else ''}{left}")
            if exported.leftover:
                lines = ", ".join(map(str, exported.leftover))
                what = "letters of the source's script are left outside of all segments"
                note(f"{files.shown(exported.path)}: {what}, in line {lines}. Look at them before you publish")
        if failed:
            raise SystemExit(1)
