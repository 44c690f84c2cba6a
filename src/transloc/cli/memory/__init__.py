"""``transloc memory``: what people confirmed before, one command a file."""

import click

from transloc.cli.memory.give import give
from transloc.cli.memory.search import search
from transloc.cli.memory.stats import stats
from transloc.cli.memory.take import take


@click.group()
def memory() -> None:
    """Look into the translation memory: every segment that somebody vouches for, and what was taken in.

    \b
    Example:
      transloc memory search "НАТО" --to en
    """


for command in (search, stats, take, give):
    memory.add_command(command)
