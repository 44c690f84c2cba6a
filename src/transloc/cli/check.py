"""``transloc check``: PO files against the rules of the desk and the glossary."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from transloc import files, glossary, project
from transloc.checks.run import Settings
from transloc.cli.console import note
from transloc.cli.findings import github, machine, text
from transloc.errors import InputError, visible
from transloc.formats import po
from transloc.glossary import Glossary, inflection
from transloc.glossary.inflection import Morphology
from transloc.model import Severity
from transloc.steps import check as step
from transloc.steps.check import Opened, Report


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--glossary", "listed", type=click.Path(path_type=Path, readable=False), metavar="G.csv", help="The glossary (default: the project's)."
)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True, help="How to answer.")
@click.option("--rule", "only", multiple=True, metavar="RULE", help="Run this rule alone; may be given again.")
@click.option("--skip", multiple=True, metavar="RULE", help="Do not run this rule; may be given again.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True, help="What makes the exit status 1."
)
def check(paths: tuple[Path, ...], listed: Path | None, form: str, only: tuple[str, ...], skip: tuple[str, ...], fail_on: str) -> None:
    """Check translations in PATHS: PO files, and folders with PO files (default: locales/ of the project).

    Errors in fuzzy entries count as warnings; empty and obsolete entries are passed over. Exit status: 0 fine, 1 findings, 2
    what was given cannot be read.

    \b
    Example:
        transloc check
        transloc check locales/en/talks.po --glossary glossary.csv --format json
        transloc check --rule number --rule untranslated --fail-on warning
    """
    home = project.find()
    settings = home.check_settings() if home else Settings()
    settings = replace(settings, only=frozenset(only), skip=frozenset(skip))
    inflection.use(home.morphology if home else Morphology.AUTO)
    terms = _glossary(listed, home)
    report = step.check(_opened(paths or (_default(home),), named=bool(paths)), terms, settings)
    _show(report, form)
    if report.fails(Severity(fail_on)):
        raise SystemExit(1)


def _default(home: project.Project | None) -> Path:
    folder = home.locales if home else Path("locales")
    if not folder.is_dir():
        raise InputError("there is nothing to check here", path=folder, hint="Name a PO file or a folder: transloc check FILE.po")
    return files.shown(folder)


def _glossary(given: Path | None, home: project.Project | None) -> Glossary | None:
    path = given or (home.glossary if home else Path("glossary.csv"))
    if given is None:
        if not path.exists():
            return None
        path = files.shown(path)
    return glossary.read(files.read(path), path).glossary


def _opened(paths: Iterable[Path], *, named: bool) -> Iterator[Opened]:
    for path in paths:
        for file in _files(path, named=named):
            read = po.read(files.read(file), file)
            yield Opened(path=str(file), catalog=read.catalog, lines=read.lines)


def _files(path: Path, *, named: bool) -> list[Path]:
    if not path.is_dir():
        return [path]

    def refuse(error: OSError) -> None:
        raise files.unreadable(Path(error.filename), error)

    found = sorted(Path(folder, name) for folder, _, names in os.walk(path, onerror=refuse) for name in names if name.endswith(".po"))
    if not found and named:
        raise InputError("there are no PO files in this folder", path=path, hint="Name the folder with the translations, such as locales/")
    if not found:
        note(f"Note: {visible(str(path))}: there are no PO files in this folder")
    return found


def _show(report: Report, form: str) -> None:
    for sentence in report.notes:
        note(f"Note: {visible(sentence)}")
    if form == "json":
        click.echo(machine.render(report))
        return
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for line in github.render(report) if form == "github" else text.render(report, colour=colour):
        click.echo(line, color=colour)
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and page:
        try:
            with Path(page).open("a", encoding="utf-8", errors="backslashreplace") as out:
                out.write(github.step_summary(report))
        except OSError as error:  # the findings were told: a missing page changes nothing about them
            note(f"Note: {visible(page)}: the summary cannot be written ({error.strerror})")
