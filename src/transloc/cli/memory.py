"""``transloc memory``: what people confirmed before."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from transloc import files
from transloc.cli import session
from transloc.cli.console import form_option, show_json, show_table
from transloc.errors import InputError
from transloc.languages import language, normalise
from transloc.model import Catalog
from transloc.project import Project


@click.group()
def memory() -> None:
    """Look into the translation memory: every confirmed segment, by exact match.

    \b
    Example:
      transloc memory search "НАТО" --to en
    """


@memory.command()
@click.argument("words")
@click.option("--to", "locale", metavar="L", help="Only this target locale.")
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="How many to show.")
@form_option
def search(words: str, locale: str | None, most: int, form: str) -> None:
    """Find confirmed segments whose source or target holds WORDS, in any letter case.

    \b
    Example:
      transloc memory search "протиповітряна оборона"
    """
    with session.opened() as newsroom:
        target = newsroom.project.target(locale) if locale else None
        found = newsroom.store.search(words, target_locale=target or "", limit=most)
    if form == "json":
        rows = [
            {"source": e.source, "target": e.target, "locale": e.target_locale, "article": e.article, "origin": e.origin} for e in found
        ]
        show_json(rows)
    elif not found:
        click.echo("Nothing was found.")
    else:
        show_table(("source", "target", "to", "article"), [(e.source, e.target, e.target_locale, e.article) for e in found])


@memory.command()
@form_option
def stats(form: str) -> None:
    """Count the entries, by target locale.

    \b
    Example:
      transloc memory stats
    """
    with session.opened() as newsroom:
        counts = Counter(entry.target_locale for entry in newsroom.store.entries())
    if form == "json":
        show_json(counts)
    elif not counts:
        click.echo("The memory is empty. Confirmed segments enter it.")
    else:
        show_table(("to", "entries"), [(locale, str(count)) for locale, count in counts.items()], numbers=("entries",))


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
