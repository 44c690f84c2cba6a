"""``transloc export``: localised articles go out."""

from pathlib import Path

import click

from transloc import files
from transloc.cli import session
from transloc.cli.console import note
from transloc.errors import Refused, visible
from transloc.formats.convert import KINDS, OWN
from transloc.model import Embed


@click.command()
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option("--to", "locale", metavar="L", required=True, help="Target locale.")
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), help="Folder. Default: exports/<locale>/.")
@click.option("--draft", is_flag=True, help="Export what nobody has reviewed, marked as such; what has no target keeps its source.")
@click.option(
    "--as",
    "kinds",
    type=click.Choice((OWN, *KINDS)),
    multiple=True,
    default=(OWN,),
    show_default=True,
    help="As what: the format that the article came in, or the article alone in another; can be repeated.",
)
def export(articles: tuple[str, ...], locale: str, folder: Path | None, draft: bool, kinds: tuple[str, ...]) -> None:
    """Write ARTICLES in the target locale, in the format that they came in or in others.

    Every segment must be reviewed (with four_eyes: signed off). Otherwise it is said what is missing, and nothing is written
    (exit status 1).

    \b
    Example:
      transloc export talks --to en
      transloc export talks --to en --as html --as json
      transloc export talks --to en --draft -o preview
    """
    with session.opened() as newsroom:
        from transloc.jobs.publish import publish

        target = newsroom.project.target(locale)
        into = folder or newsroom.project.exports / target
        failed = False
        for slug in newsroom.slugs(articles):
            try:
                exported = publish(newsroom, slug, target, into, draft=draft, kinds=kinds)
            except Refused as refused:
                note(str(refused))
                failed = True
                continue
            left = f", {exported.untranslated} segments still in the source language" if exported.untranslated else ""
            for path in (exported.path, *exported.others):
                click.echo(f"{files.shown(path)}{' (unreviewed draft)' if exported.marked else ''}{left}")
            _tell_left_out(slug, exported.left_out)
            if exported.leftover:
                lines = ", ".join(map(str, exported.leftover))
                what = "letters of the source's script are left outside of all segments"
                note(f"{files.shown(exported.path)}: {what}, in line {lines}. Look at them before you publish")
        if failed:
            raise SystemExit(1)


def _tell_left_out(slug: str, left_out: tuple[Embed, ...]) -> None:
    for left in left_out:
        place = f" (line {left.line} of the article)" if left.line else ""
        note(f"{slug}: a {left.kind} has no place in these formats: {visible(left.address)}{place}")
