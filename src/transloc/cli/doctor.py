"""``transloc doctor``: whether everything a project needs is in order."""

import click

from transloc.cli.console import console, form_option, show_json


@click.command()
@click.option("--offline", is_flag=True, help="Ask no server.")
@form_option
def doctor(offline: bool, form: str) -> None:
    """Check settings, glossary, database, PO files, engine and disk, and say what to do about what is wrong.

    Exit status 1 when something is broken.

    \b
    Example:
      transloc doctor
    """
    from transloc.jobs.examine import Verdict, examine

    results = list(examine(offline=offline))
    if form == "json":
        show_json([{"subject": r.subject, "verdict": r.verdict.value, "message": r.message} for r in results])
    else:
        colours = {Verdict.FINE: "green", Verdict.NOTE: "yellow", Verdict.BROKEN: "red"}
        out = console()
        for result in results:
            out.print(f"[{colours[result.verdict]}]{result.verdict.value:<7}[/]", end="")
            out.print(f"{result.subject}: {result.message}", markup=False, soft_wrap=True)
    if any(result.verdict is Verdict.BROKEN for result in results):
        raise SystemExit(1)
