"""``transloc people password``: a password set at the terminal, where no desk is open yet that a link could lead to."""

import sys

import click

from transloc.cli import session
from transloc.cli.people.options import actor, by_option


@click.command()
@click.argument("name")
@by_option
def password(name: str, by: str) -> None:
    """Set the password of NAME: asked for at a terminal, else the first line of standard input. Their sessions end.

    \b
    Example:
      transloc people password "Olena Haiduk"
    """
    with session.opened() as newsroom:
        from transloc.jobs.newsroom import now

        person = newsroom.store.account(name).person
        given = click.prompt("Password", hide_input=True, confirmation_prompt=True) if sys.stdin.isatty() else sys.stdin.readline()
        newsroom.store.set_password(person.id, given.rstrip("\r\n"), actor=actor(newsroom, by), at=now())
        click.echo(f"{person.name} signs in with this password from now on.")
