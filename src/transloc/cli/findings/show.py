"""A report in the form that was asked for: what ``check`` and ``glossary lint`` end with."""

import os
import sys
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import click

from transloc.cli.console import note
from transloc.cli.findings import github, gitlab, machine, sarif, text
from transloc.errors import visible
from transloc.steps.check import Report

#: So many pieces are written at once.
_TOGETHER = 500
FORMATS = ("text", "json", "github", "gitlab", "sarif")

format_option = click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to answer.")


def show(report: Report, form: str, command: str, rules: Mapping[str, str]) -> None:
    """Print the report of ``transloc COMMAND``; ``rules`` tells what each of its rules finds. Notes go to standard error."""
    for sentence in report.notes:
        note(f"Note: {visible(sentence)}")
    if form in ("json", "gitlab", "sarif"):
        pieces = sarif.render(report, command, rules) if form == "sarif" else (machine if form == "json" else gitlab).render(report)
        while some := "".join(islice(pieces, _TOGETHER)):  # each call writes at once, which takes longer than to make a piece
            click.echo(some, nl=False)
        click.echo()
        return
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for line in github.render(report) if form == "github" else text.render(report, colour=colour):
        click.echo(line, color=colour)
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and page:
        _summarise(report, command, page)


def _summarise(report: Report, command: str, page: str) -> None:
    try:
        with Path(page).open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(github.step_summary(report, command))
    except OSError as error:  # the findings were told: a missing page changes nothing about them
        note(f"Note: {visible(page)}: the summary cannot be written ({error.strerror})")
