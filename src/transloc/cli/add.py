"""``transloc add``: articles come in."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transloc import files
from transloc.cli import session
from transloc.cli.console import note, plural
from transloc.errors import InputError
from transloc.languages import name
from transloc.steps.spoken import other_language

if TYPE_CHECKING:
    from transloc.jobs.intake import Added


@click.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "targets", metavar="L", multiple=True, help="Target locale; may be given again. Default: all of the project.")
@click.option("--slug", help="Name of the article. Default: from the file's name.")
@click.option("--deadline", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]), help="When it is due, in the project's time zone.")
def add(paths: tuple[Path, ...], targets: tuple[str, ...], slug: str | None, deadline: datetime | None) -> None:
    """Add articles to the project and cut them into segments.

    Adding a changed file again keeps every unchanged segment with its work.

    \b
    Example:
      transloc add articles/talks.md --to en --deadline 2026-11-24T18:00
    """
    if slug and len(paths) > 1:
        raise InputError("--slug names one article, and several files are given", hint="Add them one by one")
    with session.opened() as newsroom:
        from transloc.jobs import intake

        project = newsroom.project
        locales = tuple(dict.fromkeys(project.target(tag) for tag in targets)) or project.targets
        if not locales:
            raise InputError("the project has no target locale", hint="Add one to targets in transloc.toml, or give --to")
        due = deadline.replace(tzinfo=project.zone()) if deadline else None
        for path in paths:
            added = intake.add(newsroom, path, locales, slug=intake.checked_slug(slug or ""), deadline=due)
            session.mirrored(newsroom, [(added.article.slug, locale) for locale in added.locales])
            for line in _told(added):
                click.echo(line)
            if other := other_language(added.article.document, project.source):
                note(f"{files.shown(path)}: {_stated(other, project.source)}")


def _stated(other: str, source: str) -> str:
    said = f"the document says that it is in {name(other)} ({other}), and is taken for {name(source)}, the source of this project"
    return f'{said}. If it is right, add it to a project with source = "{other}"'


def _told(added: "Added") -> list[str]:
    article = added.article
    units = len(article.document.article)
    if not added.updated:
        where = f", copied to {article.path}" if added.copied else ""
        return [f"{article.slug}: added with {plural(units, 'unit')} for {', '.join(added.locales)}{where}"]
    lines = []
    for row in added.updated:
        counts = f"{plural(row.kept, 'segment')} kept, {row.changed} changed, {row.new} new, {len(row.gone)} gone"
        lines.append(f"{article.slug} ({row.catalog.target_locale}): {counts}")
    return lines
