"""``transloc people``: who may sign in at the desk, one command a file."""

import click

from transloc.cli.people.add import add
from transloc.cli.people.change import role, start, stop
from transloc.cli.people.forget import factor, provider
from transloc.cli.people.link import link
from transloc.cli.people.listing import listing
from transloc.cli.people.password import password


@click.group()
def people() -> None:
    """Keep the accounts of the desk: who may sign in, and what they may do.

    A translator edits, confirms, comments and proposes words; an editor also signs off, exports, assigns and decides on the
    glossary; an admin also keeps the accounts.

    \b
    Example:
      transloc people add "Olena Haiduk" --role editor --email olena@example.org
    """


for command in (add, listing, role, link, password, factor, provider, stop, start):
    people.add_command(command)
