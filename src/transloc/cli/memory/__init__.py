"""``transloc memory``: what people confirmed before."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from transloc import files
from transloc.cli import session
from transloc.cli.memory.search import search
from transloc.cli.memory.stats import stats
from transloc.errors import InputError
from transloc.languages import language, normalise
from transloc.model import Catalog
from transloc.project import Project


@click.group()
def memory() -> None:
    """Look into the translation memory: every segment that somebody vouches for, and what was taken in.

    \b
    Example:
      transloc memory search "НАТО" --to en
    """


memory.add_command(search)
memory.add_command(stats)


@memory.command("import")
@click.argument("paths", metavar="FILE.po...", nargs=-1, required=True, type=click.Path(path_type=Path))
def import_(paths: tuple[Path, ...]) -> None:
    """Take the translated, not fuzzy entries of PO files into the memory.

    The files say their languages themselves (Language and X-Source-Language; without the latter, the project's source).

    \b
    Example:
      transloc memory import archive/*.po
    """
    from transloc.steps.remember import entries

    with session.opened() as newsroom:
        found = {path: entries(_catalog(path, newsroom.project)) for path in paths}
        for path, rows in found.items():
            added = newsroom.store.add_entries(rows)
            click.echo(f"{path}: {added} of {len(rows)} entries were new")


def _catalog(path: Path, project: Project) -> Catalog:
    """Return the catalog of a PO file in the project's own locales, so that its texts are found again; others stay as they are."""
    from transloc.formats import po

    catalog = po.read(files.read(path), path).catalog
    if not catalog.target_locale:
        raise InputError("the file names no language", path=path, hint="Add the header “Language: en” to it")
    try:
        source = normalise(catalog.source_locale or project.source)
        target = normalise(catalog.target_locale)
    except InputError as error:
        raise InputError(error.message, path=path, hint=error.hint) from None
    with suppress(InputError):
        target = project.target(target)
    source = project.source if language(source) == language(project.source) else source
    return replace(catalog, source_locale=source, target_locale=target)
