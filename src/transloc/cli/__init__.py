"""The command line: argv → load → step → save → render, one command a file."""

import importlib

import click
from click.exceptions import Exit

from transloc import __version__
from transloc.errors import TranslocError

#: Command → module of this package, and the click command in it. Loaded when called, so that ``check`` does not
#: wait for what ``translate`` needs; by name, but within this room only.
COMMANDS = {
    "segment": "segment",
    "terms": "terms",
    "extract": "extract",
    "merge": "merge",
    "git-merge": "git_merge",
    "check": "check",
    "init": "init",
    "add": "add",
    "units": "units",
    "serve": "serve",
    "translate": "translate",
    "confirm": "confirm",
    "status": "status",
    "export": "export",
    "sync": "sync",
    "memory": "memory",
    "demo": "demo",
    "doctor": "doctor",
}

_INTERRUPTED = 130  # as shells count it: 128 and the number of the signal


class _Told(click.ClickException):
    """An expected failure, shown as one sentence."""

    def __init__(self, error: TranslocError) -> None:
        super().__init__(str(error))
        self.exit_code = error.exit_status  # type: ignore[misc] # click declares it for classes, and reads it from instances


class _Desk(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"transloc.cli.{COMMANDS[cmd_name]}")
        command = getattr(module, COMMANDS[cmd_name])
        assert isinstance(command, click.Command)
        return command

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
