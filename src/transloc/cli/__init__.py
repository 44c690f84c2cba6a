"""The command line: argv → load → step → save → render, one command a file."""

import click
from click.exceptions import Exit

from transloc import __version__
from transloc.cli.lazy import LazyGroup
from transloc.errors import TranslocError

_INTERRUPTED = 130  # as shells count it: 128 and the number of the signal


class _Told(click.ClickException):
    """An expected failure, shown as one sentence."""

    def __init__(self, error: TranslocError) -> None:
        super().__init__(str(error))
        self.exit_code = error.exit_status  # type: ignore[misc] # click declares it for classes, and reads it from instances


class _Desk(LazyGroup):
    package = __name__
    names = (
        "segment",
        "terms",
        "extract",
        "merge",
        "git-merge",
        "check",
        "glossary",
        "init",
        "add",
        "units",
        "serve",
        "people",
        "translate",
        "assign",
        "confirm",
        "status",
        "log",
        "export",
        "sync",
        "memory",
        "models",
        "demo",
        "doctor",
    )

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            raise Exit(_INTERRUPTED) from None
        except TranslocError as error:
            if ctx.params.get("debug"):
                raise
            raise _Told(error) from error


@click.group(cls=_Desk, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show the trace of an error.")
@click.version_option(__version__, prog_name="transloc")
def cli(debug: bool) -> None:
    """Run the translation desk of a newsroom: articles in, reviewed localised articles out.

    \b
    A new project:       transloc init --from uk --to en-GB
    An article:          transloc add articles/talks.md; transloc translate; transloc status
    In the browser:      transloc serve
    Try it all first:    transloc demo
    """
