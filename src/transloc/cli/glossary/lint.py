"""``transloc glossary lint``: every fault of a glossary, with its place and the way out."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import click

from transloc import files, project
from transloc.cli.catalogs import glossary_path
from transloc.cli.findings.show import format_option, show
from transloc.errors import InputError
from transloc.glossary.lint import CODES, Fault
from transloc.glossary.lint import lint as faults_of
from transloc.model import Finding, Severity
from transloc.steps.check import Located, Report


@click.command()
@click.argument("file", required=False, metavar="[G.csv]", type=click.Path(path_type=Path, readable=False))
@format_option
@click.option("--rule", "only", multiple=True, metavar="CODE", help="Look for this alone; may be given again.")
@click.option("--skip", multiple=True, metavar="CODE", help="Do not look for this; may be given again.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning"]), default="error", show_default=True, help="What makes the exit status 1."
)
def lint(file: Path | None, form: str, only: tuple[str, ...], skip: tuple[str, ...], fail_on: str) -> None:
    """Tell every fault of a glossary.

    It is that of the project, or glossary.csv, unless another is named. Each fault comes with its file, line, column and the way out; a
    column counts the characters of the line. Exit status: 0 fine, 1 faults, 2 what was given cannot be read. The file is never changed.

    \b
    Example:
        transloc glossary lint
        transloc glossary lint names.csv --fail-on warning
        transloc glossary lint --format sarif > glossary.sarif
    """
    _known((*only, *skip))
    home = project.find()
    path = glossary_path(file, home)
    linted = faults_of(files.read(path), str(path), source=home.source if home else "", targets=home.targets if home else ())
    report = reported(linted.faults, path, linted.rows, skip=skip, only=only)
    show(report, form, "glossary lint", CODES)
    if report.fails(Severity(fail_on)):
        raise SystemExit(1)


def _known(codes: Iterable[str]) -> None:
    for code in codes:
        if code not in CODES:
            near = get_close_matches(code, CODES, n=1)
            raise InputError(f"there is no rule “{code}”", hint=f"Did you mean “{near[0]}”?" if near else f"Rules: {', '.join(CODES)}")


def reported(faults: Iterable[Fault], path: Path, rows: int, *, skip: Iterable[str] = (), only: Iterable[str] = ()) -> Report:
    """Return the faults as the report that ``transloc check`` has too; of them those of the codes ``only``, where any is named."""
    skipped, wanted = set(skip), set(only) or CODES.keys()
    found = tuple(_located(fault, path) for fault in faults if fault.code in wanted and fault.code not in skipped)
    return Report(findings=found, files=1, judged=rows, noun="row")


def _located(fault: Fault, path: Path) -> Located:
    finding = Finding(rule=fault.code, severity=fault.severity, message=fault.message, fix=fault.fix)
    return Located(path=str(path), line=fault.line, column=fault.column, finding=finding, source="", target="")
