"""``transloc check``: PO files against the rules of the desk and the glossary."""

import gc
import sys
from dataclasses import replace
from pathlib import Path

import click

from transloc import files, project
from transloc.checks import explain
from transloc.checks.rules import ALL
from transloc.checks.settings import Settings
from transloc.cli import catalogs
from transloc.cli.console import console, plural
from transloc.cli.findings.show import format_option, show
from transloc.cli.judging import Judging, judged
from transloc.glossary.inflection import Morphology
from transloc.model import Severity
from transloc.steps import baseline
from transloc.steps import check as step
from transloc.steps.check import Report

#: So many new objects until the collector looks for cycles: rules make thousands of small values and no cycle, and its looks took a fifth.
_YOUNG = 50_000


def _explain(context: click.Context, _: click.Parameter, rule: str | None) -> None:
    if not rule or context.resilient_parsing:
        return
    text = explain.page(rule)
    if sys.stdout.isatty():
        from rich.markdown import Markdown

        console().print(Markdown(text))
    else:
        click.echo(text, nl=False)
    context.exit()


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--glossary", "listed", type=click.Path(path_type=Path, readable=False), metavar="G.csv", help="The glossary (default: the project's)."
)
@format_option
@click.option("--rule", "only", multiple=True, metavar="RULE", help="Run this rule alone; may be given again.")
@click.option("--skip", multiple=True, metavar="RULE", help="Do not run this rule; may be given again.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True, help="What makes the exit status 1."
)
@click.option("--baseline", "kept", type=click.Path(path_type=Path, readable=False), metavar="FILE", help="Pass over what FILE knows.")
@click.option("--write-baseline", "anew", is_flag=True, help="Let the file of --baseline know all findings of today.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Share the work among so many processes (default: one a core; 1: this one alone).",
)
@click.option("--explain", metavar="RULE", expose_value=False, is_eager=True, callback=_explain, help="Tell what RULE catches, and end.")
def check(
    paths: tuple[Path, ...],
    listed: Path | None,
    form: str,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    fail_on: str,
    kept: Path | None,
    anew: bool,
    jobs: int | None,
) -> None:
    """Check translations in PATHS: PO files, and folders with PO files (default: locales/ of the project).

    Errors in fuzzy entries count as warnings; empty and obsolete entries are passed over. Exit status: 0 fine, 1 findings, 2
    what was given cannot be read.

    \b
    Example:
        transloc check
        transloc check locales/en/talks.po --glossary glossary.csv --format json
        transloc check --rule number --rule untranslated --fail-on warning
        transloc check --baseline .transloc-baseline.json
        transloc check --explain quote-origin
    """
    if anew and not kept:
        raise click.UsageError("--write-baseline needs the file: --baseline FILE")
    gc.set_threshold(_YOUNG)
    home = project.find()
    settings = home.check_settings() if home else Settings()
    if home and paths and not any(path.resolve().is_relative_to(home.root) for path in paths):
        settings = replace(settings, houses={})  # what lies elsewhere is of another house
    settings = replace(settings, only=frozenset(only), skip=frozenset(skip))
    terms = catalogs.read_glossary(listed, home)
    found = catalogs.listed(paths or (catalogs.default(home),), named=bool(paths))
    judging = Judging(terms, settings, home.morphology if home else Morphology.AUTO)
    report = step.report(judged(judging, found, jobs), settings)
    if kept:
        report = _against(report, kept, anew=anew)
    show(report, form, "check", {rule: explain.summary(rule) for rule in ALL})
    if report.fails(Severity(fail_on)):
        raise SystemExit(1)


def _against(report: Report, path: Path, *, anew: bool) -> Report:
    if anew:
        known = baseline.baseline(report)
        files.write(path, baseline.written(known, report))
    else:
        known = baseline.read(files.read(path), str(path))
    judged = known.against(report)
    if not judged.gone:
        return judged
    told = f"{path}: {plural(judged.gone, 'finding')} of the baseline {'is' if judged.gone == 1 else 'are'} gone: write it anew"
    return replace(judged, notes=(*judged.notes, f"{told} with --write-baseline"))
