import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from transloc.cli import cli

REFERENCE = (Path(__file__).parents[2] / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")


def commands(command, path=()):
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), (*path, name))


ALL = dict(commands(cli))
LEAVES = [path for path, command in ALL.items() if path and not isinstance(command, click.Group)]


def helped(*path):
    done = CliRunner().invoke(cli, [*path, "--help"])
    assert done.exit_code == 0
    return done.stdout


def test_every_command_of_the_help_is_in_the_reference():
    listed = re.findall(r"^  ([a-z-]+) {2,}", helped().partition("Commands:")[2], re.MULTILINE)
    assert listed == list(cli.names)
    missing = [name for name in listed if not re.search(rf"^### `transloc {re.escape(name)}\b", REFERENCE, re.MULTILINE)]
    assert missing == []


def test_every_command_of_the_reference_exists():
    assert set(re.findall(r"^### `transloc ([a-z-]+)", REFERENCE, re.MULTILINE)) <= set(cli.names)


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_every_command_is_explained_by_an_example_that_it_understands(path):
    text = helped(*path)
    assert re.search(r"Examples?\b.*:", text)
    example = next(line for line in text.partition("Example")[2].splitlines() if "transloc " in line)
    assert "transloc " + " ".join(path) in example


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_every_option_is_explained(path):
    silent = [option.opts[-1] for option in ALL[path].params if isinstance(option, click.Option) and not option.help]
    assert silent == []


def _section(path):
    """The section of a command, or of the group that it is in."""
    parts = [part.removeprefix("`transloc ") for part in REFERENCE.split("\n### ")]
    named = [part for part in parts if part.startswith(" ".join(path))]
    return (named or [part for part in parts if part.startswith(path[0])])[0]


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_every_option_is_in_the_reference(path):
    section = _section(path)
    options = {name for option in ALL[path].params if isinstance(option, click.Option) for name in option.opts if name.startswith("--")}
    assert {name for name in options if name not in section} <= {"--output"}  # it stands there as -o


def test_an_unknown_command_ends_with_2():
    done = CliRunner().invoke(cli, ["trnslate"])
    assert done.exit_code == 2
    assert "trnslate" in done.stderr


def test_debug_shows_the_trace_and_else_there_is_none(tmp_path):
    def status(*options):
        command = [sys.executable, "-m", "transloc", *options, "status"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)

    told = status()
    assert told.returncode == 2
    assert told.stderr.startswith("Error: there is no transloc.toml here")
    assert "Traceback" not in told.stderr
    assert "Traceback" in status("--debug").stderr
